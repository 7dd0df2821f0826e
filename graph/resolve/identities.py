"""What a mention can turn out to be, and the names and the line of a body that is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph.resolve.places import level_word
from ontology import agencies, divisions

if TYPE_CHECKING:
    from ontology.agencies import AgencyKind
    from ontology.divisions import Division


class Reason(StrEnum):
    """Why a mention of a body stays open: the notations of the scheme ``unresolved``."""

    NO_PLACE = "no-place"
    NO_SUCH_LEVEL = "no-such-level"
    UNKNOWN_FUNCTION = "unknown-function"
    GENERIC = "generic"


@dataclass(frozen=True, slots=True)
class Agency:
    """One public body: a kind in a division, or a body of its own there.

    ``name`` is the full name (库尔勒市公安局), ``short`` the full form in its place (市公安局).
    ``kind`` is what its IRI ends in. ``classification`` is the full name of the registered kind or
    class that it is of, None where the register has none; ``part_of`` the kind of the body in the
    same division that it is a part of (公安局 of 公安局交警支队).
    """

    division: str
    kind: str
    name: str
    short: str
    classification: str | None = None
    part_of: str | None = None

    @property
    def classified(self) -> bool:
        """Tell whether the register has the kind or class of the body."""
        return self.classification is not None


@dataclass(frozen=True, slots=True)
class OpenSet:
    """A set of bodies that the text does not enumerate: 相关部门, 各乡镇.

    ``kind`` is the full name of the kind that all of them are of, where they are: 各级公安机关.
    """

    written: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A mention that names one body, but does not say which; ``kind`` as in :class:`OpenSet`."""

    written: str
    reason: Reason
    kind: str | None = None


Resolution = Agency | OpenSet | Unresolved
Resolve = Callable[[str], Resolution]


def agency_of(kind: AgencyKind, place: Division) -> Agency:
    """Return the body of a registered kind in a place, named as bodies of its level are.

    >>> agency_of(agencies.by_name("公安局"), divisions.get("650000")).name
    '新疆维吾尔自治区公安厅'
    """
    if place.code == divisions.NATION:
        full, short = agencies.name_at(kind, "国")
        return Agency(place.code, full, full, short, kind.full)
    if kind.full == agencies.TERRITORY:
        return Agency(place.code, kind.full, place.name, place.name, kind.full)
    level = level_word(place)
    named_as = "市" if place.level == "省" and level == "市" else place.level
    full, short = agencies.name_at(kind, named_as)  # 北京市公安局 is no 厅
    return Agency(place.code, kind.full, place.name + full, level + short, kind.full)


def counterparts(kind: AgencyKind, division: str) -> tuple[Agency, ...]:
    """Return the bodies of a kind from a division up to the nation, its own first.

    A kind without a body above all (城市管理局) ends at the province.

    >>> [body.short for body in counterparts(agencies.by_name("公安局"), "652801")]
    ['市公安局', '自治州公安局', '自治区公安厅', '公安部']
    """
    line = divisions.ascending(division)
    if not kind.national:
        line = line[:-1] if line and line[-1].code == divisions.NATION else line
    return tuple(agency_of(kind, place) for place in line)
