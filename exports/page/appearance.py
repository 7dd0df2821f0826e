"""How kinds and relations look: the same colours for the shapes, the lines and the legend."""

from __future__ import annotations

from dataclasses import dataclass
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
    """A relation. ``dashes`` are the lengths of stroke and gap; none is a full line."""

    color: str
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
}
LINES: Final[Mapping[str, Line]] = {
    "implements": Line("#a3271c"),
    "basis": Line("#a3271c", (7, 4)),
    "cites": Line("#a3271c", (2, 4)),
    "amends": Line("#d2691e"),
    "repeals": Line("#000000"),
    "forwards": Line("#7d1c13", (2, 3)),
    "has_annex": Line("#7d1c13"),
    "contains": Line("#9aabba", arrow=False),
    "issued_by": Line("#6c7f73", (2, 4)),
    "lead": Line("#17703c"),
    "support": Line("#17703c", (7, 4)),
    "joint": Line("#1f6fb0", (7, 4)),
    "responsible": Line("#1f6fb0"),
    "addresses": Line("#b97a0d"),
    "concerns": Line("#7d3fa3"),
    "holds": Line("#7d3fa3", (2, 4)),
}
