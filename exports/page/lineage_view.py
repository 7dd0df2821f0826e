"""Documents by level and what they rest on, as a drawing: higher documents stand higher."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exports.page.routes import Router
from exports.page.scene import LEVELS
from exports.page.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CLAUSES: Final = "clauses"  # the band of the clauses that cite by themselves
WIDTH: Final = 222
HEIGHT: Final = 62
_GAP: Final = 18
_IN_A_ROW: Final = 4
_BAND_LABEL: Final = 74
_EMS: Final = 16.7  # of the 12 px in which titles are written
_NAME_EMS: Final = 15.3  # of 13 px, bold
_NARROWEST: Final = 700


@dataclass(frozen=True, slots=True)
class Member:
    """A document or a clause in the drawing; ``band`` is a level of government or ``clauses``."""

    id: str
    kind: str
    name: str
    title: str
    band: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two members; ``id`` is that of the relation on the page."""

    id: str
    source: str
    target: str
    relation: str
    standing: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A member with the corner of its box, its name, and its title in lines.

    The name is empty where there is a title alone.
    """

    member: Member
    x: float
    y: float
    name: str
    lines: tuple[str, ...]
    width: float = WIDTH
    height: float = HEIGHT


@dataclass(frozen=True, slots=True)
class Band:
    """A level: the name of it and how high it stands."""

    level: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """A tie with its path: ``d`` of SVG."""

    tie: Tie
    d: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """The drawing: its size in pixels, bands, boxes and paths."""

    width: float = 0
    height: float = 0
    bands: tuple[Band, ...] = ()
    boxes: tuple[Placed, ...] = ()
    ties: tuple[Drawn, ...] = ()


def lineage_view(members: Iterable[Member], ties: Iterable[Tie]) -> Lineage:
    """Return the drawing of members by their bands, with every tie between two of them."""
    rows, bands = _rows(members)
    if not rows:
        return Lineage()
    place = {
        member.id: (at, index) for at, row in enumerate(rows) for index, member in enumerate(row)
    }
    known = [tie for tie in ties if tie.source in place and tie.target in place]
    router = Router(rows=[len(row) for row in rows], width=WIDTH, gap=_GAP, height=HEIGHT)
    for tie in known:
        router.add(tie.id, place[tie.source], place[tie.target])
    routed = router.route(left=_BAND_LABEL, least=_NARROWEST)
    boxes = [
        Placed(member, *routed.corner(at, index), *_words(member))
        for at, row in enumerate(rows)
        for index, member in enumerate(row)
    ]
    return Lineage(
        width=routed.width,
        height=routed.height,
        bands=tuple(
            Band(
                level, routed.tops[first] - 14, routed.tops[last] + HEIGHT - routed.tops[first] + 28
            )
            for level, first, last in bands
        ),
        boxes=tuple(boxes),
        ties=tuple(Drawn(tie, routed.paths[tie.id]) for tie in known),
    )


def most_tied(
    members: Sequence[Member], ties: Sequence[Tie], most: int
) -> tuple[tuple[Member, ...], int]:
    """Return the members with most ties, no more than ``most``, and how many are left out."""
    count: defaultdict[str, int] = defaultdict(int)
    for tie in ties:
        count[tie.source] += 1
        count[tie.target] += 1
    ranked = sorted(members, key=lambda member: (-count[member.id], member.id))
    kept = {member.id for member in ranked[:most] if count[member.id]}
    shown = tuple(member for member in members if member.id in kept)
    return shown, len(members) - len(shown)


def _rows(
    members: Iterable[Member],
) -> tuple[list[list[Member]], list[tuple[str, int, int]]]:
    """Return rows from the highest level down, and each band with its first and last row."""
    by_band: defaultdict[str, list[Member]] = defaultdict(list)
    for member in members:
        by_band[member.band].append(member)
    rows: list[list[Member]] = []
    bands: list[tuple[str, int, int]] = []
    for band in (*LEVELS, CLAUSES):
        its = by_band.get(band, [])
        first = len(rows)
        rows += [its[at : at + _IN_A_ROW] for at in range(0, len(its), _IN_A_ROW)]
        if its:
            bands.append((band, first, len(rows) - 1))
    return rows, bands


def _words(member: Member) -> tuple[str, tuple[str, ...]]:
    """Return the name in one line and the title in two; a title alone takes all three."""
    if member.title:
        return wrap(member.name, _NAME_EMS, 1), tuple(wrap(member.title, _EMS, 2).split("\n"))
    return "", tuple(wrap(member.name, _EMS, 3).split("\n"))
