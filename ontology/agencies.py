"""Kinds of public body: their names by level, what sort of body they are, and when there were any.

The register is ``schemes/agencies.tsv``. Its column ``confirmed`` says ``y`` where ``source``, a
published document or page, bears the full name, ``p`` where it bears a short one or confirms a part
and ``n`` where the row is inferred; ``source`` then says from what. ``schemes/joint-offices.tsv``
holds the names by which one office does the work of several kinds (教育体育局).

A name can outlive its body (林业局): two kinds may bear it at different times, never at one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

PARTY: Final = frozenset({"党委", "党委部门"})
VERTICAL: Final = "垂直管理"
DEPARTMENTS: Final = frozenset({"政府部门", "党委部门", VERTICAL})  # what 相关部门 can mean
TERRITORY: Final = "行政区域"
INNER: Final = "内设和下属机构"
ZONE: Final = "开发区管理委员会"
_SEPARATOR: Final = "|"


@dataclass(frozen=True, slots=True)
class AgencyKind:
    """A kind of public body that every place has, or had before a reform.

    ``full`` names it below the province (公安局), ``short`` are its short names (发改委), ``other``
    the names of merged or renamed bodies that do its work, ``functional`` the names by function
    (财政部门), ``provincial`` the names at the province (公安厅) and ``national`` those of the
    body above all (公安部), each with the full name first. ``sort`` is the sort of body: 政府部门,
    党委部门, 垂直管理 …

    ``valid_from`` and ``valid_until`` are the months (ISO 8601) of the national reforms that gave
    and took the kind, ``local_from`` and ``local_until`` those by which the last places followed;
    empty where no change is known. A kind with ``endings`` is a class: each name with such an
    ending is a body of its own (枣山园区).
    """

    key: str
    full: str
    short: tuple[str, ...]
    other: tuple[str, ...]
    functional: tuple[str, ...]
    provincial: tuple[str, ...]
    national: tuple[str, ...]
    sort: str
    valid_from: str
    valid_until: str
    local_from: str
    local_until: str
    endings: tuple[str, ...]
    confirmed: str
    source: str
    note: str

    @property
    def former(self) -> bool:
        """Tell whether a reform ended the kind."""
        return bool(self.valid_until)

    @property
    def local_names(self) -> tuple[str, ...]:
        """Return every name below the nation, the full one first."""
        return (self.full, *self.short, *self.provincial, *self.other, *self.functional)

    def may_act_on(self, on: dt.date) -> bool:
        """Tell whether somewhere a body of the kind can be on a day, so far as is known.

        Between a national reform and the end of the local one the old and the new kind can.
        """
        month = f"{on.year:04}-{on.month:02}"
        since, until = self.valid_from, self.local_until
        return (not since or month >= since) and (not until or month <= until)


@cache
def register() -> Mapping[str, AgencyKind]:
    """Return every kind by its key."""
    kinds = (_kind(line.split("\t")) for line in _lines("agencies.tsv"))
    return MappingProxyType({kind.key: kind for kind in kinds})


def by_full_name(full: str) -> AgencyKind | None:
    """Return the kind of a full name below the province: what an agency's IRI ends in.

    >>> by_full_name("公安局").key, by_full_name("发改委")
    ('gaj', None)
    """
    return _full().get(full)


def by_name(name: str, on: dt.date | None = None) -> AgencyKind | None:
    """Return the kind that a local body's name without its place means, on a day.

    A name that several kinds bore at different times means the first of them that still can act
    on the day: a reform reaches places later than the nation. Without a day it is the one's whose
    full name it is, and else nobody's.

    >>> import datetime as dt
    >>> by_name("发改委").full, by_name("公安厅").full, by_name("财政部门").full
    ('发展和改革委员会', '公安局', '财政局')
    >>> by_name("卫生部门"), by_name("卫生部门", dt.date(2018, 10, 15)).full
    (None, '卫生和计划生育委员会')
    """
    kinds = _local().get(name, ())
    if len(kinds) > 1:
        if on:
            kinds = tuple(kind for kind in kinds if kind.may_act_on(on))
            kinds = tuple(sorted(kinds, key=lambda kind: kind.valid_from)[:1])
        else:
            kinds = tuple(kind for kind in kinds if kind.full == name)
    return kinds[0] if len(kinds) == 1 else None


def bearers(name: str) -> tuple[AgencyKind, ...]:
    """Return the kinds that bear a local name today or bore it before.

    >>> [kind.full for kind in bearers("林业局")]
    ['林业和草原局', '林业局']
    """
    return _local().get(name, ())


def by_national_name(name: str) -> AgencyKind | None:
    """Return the kind whose national body has the name.

    >>> by_national_name("公安部").full, by_national_name("国务院").full
    ('公安局', '人民政府')
    """
    return _national().get(name)


def by_ending(name: str) -> AgencyKind | None:
    """Return the class of a body of its own by the ending of its name.

    >>> by_ending("枣山园区").full, by_ending("新型城镇化工作联席会议").full
    ('开发区管理委员会', '议事协调机构')
    """
    for length in range(min(len(name), _longest_ending()), 1, -1):
        kind = _endings().get(name[-length:])
        if kind:
            return kind
    return None


def joint_names(kind: AgencyKind) -> tuple[str, ...]:
    """Return the names of offices that do the work of a kind beside that of another.

    >>> joint_names(by_name("体育局"))[0]
    '教育体育局'
    """
    return tuple(name for name, keys in _joint().items() if kind.key in keys)


def joint(name: str) -> tuple[AgencyKind, ...]:
    """Return the kinds whose work an office does by the name it has; none for a single one.

    >>> [kind.full for kind in joint("教育体育局")], joint("教育局")
    (['教育局', '体育局'], ())
    """
    return tuple(register()[key] for key in _joint().get(name, ()))


def name_at(kind: AgencyKind, level: str) -> tuple[str, str]:
    """Return the full and the usual short name that a kind's body has at a level (国 省 市 县).

    >>> name_at(by_name("人社局"), "省"), name_at(by_name("公安局"), "国")
    (('人力资源和社会保障厅', '人社厅'), ('公安部', '公安部'))
    """
    names = (kind.full, *reversed(kind.short))
    if level == "省" and kind.provincial:
        names = kind.provincial
    if level == "国" and kind.national:
        names = (kind.national[0], *kind.national[2:], *kind.national[1:2])
    full, *shorter = names
    return full, shorter[-1] if len(full) > _SHORT_ENOUGH and shorter else full


def near(name: str, count: int = 5) -> tuple[str, ...]:
    """Return the registered local names that are most like a name that none bears.

    >>> "公安局" in near("公按局")
    True
    """
    from difflib import get_close_matches  # only a misspelt name needs it

    return tuple(get_close_matches(name, _local(), count))


_SHORT_ENOUGH = 5  # characters: 自然资源局 is said in full, 人力资源和社会保障局 is not


@cache
def _full() -> Mapping[str, AgencyKind]:
    return {kind.full: kind for kind in register().values()}


@cache
def _local() -> Mapping[str, tuple[AgencyKind, ...]]:
    """Return the kinds that bear, or bore, a local name."""
    names: dict[str, tuple[AgencyKind, ...]] = {}
    for kind in register().values():
        if not kind.endings:  # a class is no kind that every place has one of
            for name in kind.local_names:
                names[name] = (*names.get(name, ()), kind)
    return names


@cache
def _national() -> Mapping[str, AgencyKind]:
    return {name: kind for kind in register().values() for name in kind.national}


@cache
def _endings() -> Mapping[str, AgencyKind]:
    """Return the classes by their endings; the first in the register wins."""
    found: dict[str, AgencyKind] = {}
    for kind in register().values():
        if kind.full != INNER:
            for ending in kind.endings:
                found.setdefault(ending, kind)
    return found


@cache
def _longest_ending() -> int:
    return max(map(len, _endings()))


@cache
def _joint() -> Mapping[str, tuple[str, ...]]:
    rows = (line.split("\t") for line in _lines("joint-offices.tsv"))
    return {name: tuple(kinds.split(_SEPARATOR)) for name, kinds, _ in rows}


def _lines(name: str) -> Iterator[str]:
    """Yield the rows of a table without its heading."""
    text = files("ontology").joinpath("schemes", name).read_text(encoding="utf-8")
    lines = iter(text.splitlines())
    next(lines)
    return lines


def _kind(row: list[str]) -> AgencyKind:
    key, full, *names, sort, since, until, local_since, local_until, endings = row[:13]
    short, other, functional, provincial, national = map(_several, names)
    return AgencyKind(
        key=key,
        full=full,
        short=short,
        other=other,
        functional=functional,
        provincial=provincial,
        national=national,
        sort=sort,
        valid_from=since,
        valid_until=until,
        local_from=local_since,
        local_until=local_until,
        endings=_several(endings),
        confirmed=row[13],
        source=row[14],
        note=row[15],
    )


def _several(names: str) -> tuple[str, ...]:
    return tuple(names.split(_SEPARATOR)) if names else ()
