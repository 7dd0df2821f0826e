"""How kinds and relations look: the same colours for the shapes, the lines and the legend."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of shape. ``ink`` on ``fill`` has a contrast of at least 4.5 (WCAG 2.2, 1.4.3)."""

    fill: str
    border: str
    ink: str
    radius: int = 4
    dashed: bool = False
    thick: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A relation. ``dashes`` are the lengths of stroke and gap; none is a full line.

    ``dark`` is the colour on a dark ground. Both have a contrast of at least 3 to their ground.
    """

    color: str
    dark: str
    dashes: tuple[int, ...] = ()
    arrow: bool = True


SHAPES: Final[Mapping[str, Shape]] = {
    "cited": Shape("#ffffff", "#a3271c", "#7d1c13", dashed=True),
    "cited_known": Shape("#fdeeec", "#a3271c", "#7d1c13"),
    "document": Shape("#a3271c", "#7d1c13", "#ffffff"),
    "annex": Shape("#f9dcd8", "#a3271c", "#651209", thick=2),
    "section": Shape("#e6ebf0", "#52667a", "#22303d"),
    "clause": Shape("#ffffff", "#2b6597", "#12324f"),
    "agency": Shape("#17703c", "#0e4d28", "#ffffff", radius=12),
    "open": Shape("#effaf3", "#17703c", "#0e4d28", radius=12, dashed=True),
    "group": Shape("#fff3d6", "#a86a00", "#573700", radius=12),
    "right": Shape("#6a2d8f", "#471a63", "#ffffff", radius=12),
    "deadline": Shape("#e3f1f5", "#1a6b7f", "#0c3b47", radius=12),
    "gap": Shape("#ffffff", "#b4530a", "#7a3705", radius=12, dashed=True),
}
# The same kinds on a dark ground: what is pale there is deep here.
DARK_SHAPES: Final[Mapping[str, Shape]] = {
    kind: replace(SHAPES[kind], fill=fill, border=border, ink=ink)
    for kind, fill, border, ink in (
        ("cited", "#151b22", "#ef8d82", "#ffc9c2"),
        ("cited_known", "#3a1b18", "#ef8d82", "#ffd5d0"),
        ("document", "#a3271c", "#ef8d82", "#ffffff"),
        ("annex", "#55211b", "#ef8d82", "#ffe3df"),
        ("section", "#2c3844", "#8fa3b8", "#e4ebf2"),
        ("clause", "#17222e", "#79b4e4", "#d8eafa"),
        ("agency", "#17703c", "#6fcf97", "#ffffff"),
        ("open", "#10261a", "#6fcf97", "#bdebd0"),
        ("group", "#3b2a08", "#e0ad4b", "#ffe2a6"),
        ("right", "#6a2d8f", "#c79be3", "#ffffff"),
        ("deadline", "#0f2f38", "#6cc3d8", "#cdeef6"),
        ("gap", "#151b22", "#f0a35e", "#ffd9b8"),
    )
}
LINES: Final[Mapping[str, Line]] = {
    "implements": Line("#a3271c", "#ef8d82"),
    "basis": Line("#a3271c", "#ef8d82", (7, 4)),
    "cites": Line("#a3271c", "#ef8d82", (2, 4)),
    "amends": Line("#b4530a", "#f0a35e"),
    "repeals": Line("#000000", "#ffffff"),
    "forwards": Line("#7d1c13", "#d9776b", (2, 3)),
    "has_annex": Line("#7d1c13", "#d9776b"),
    "contains": Line("#76889a", "#71849a", arrow=False),
    "corresponds": Line("#8a6d00", "#d8b93a", (1, 5)),
    "issued_by": Line("#6c7f73", "#8fa699", (2, 4)),
    "lead": Line("#17703c", "#5fc48a"),
    "support": Line("#17703c", "#5fc48a", (7, 4)),
    "joint": Line("#1f6fb0", "#6fb3ea", (7, 4)),
    "responsible": Line("#1f6fb0", "#6fb3ea"),
    "addresses": Line("#9c6708", "#d9a441"),
    "concerns": Line("#7d3fa3", "#c08ae2"),
    "holds": Line("#7d3fa3", "#c08ae2", (2, 4)),
    "due": Line("#1a6b7f", "#6cc3d8"),
    "lacks": Line("#b4530a", "#f0a35e", (7, 4)),
}
# What is not plainly stated is drawn apart, whatever the relation: colour, dashes, and a sign.
APART: Final[Mapping[str, tuple[Line, str]]] = {
    "suspect": (Line("#c2410c", "#ff9e64", (1, 3)), "?"),
    "rejected": (Line("#75808b", "#7d8b99", (1, 6)), "×"),
}
