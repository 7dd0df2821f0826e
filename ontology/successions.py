"""What became of kinds of public body: renamed, merged, split, or rid of a subject.

The register is ``schemes/successions.tsv``; a row is one predecessor's part in one event. ``date``
is that of the national reform, ``local_from`` to ``local_until`` the months in which the places
followed; between them a place may have done so or not. ``subjects`` are words of what a transfer or
a part of a split took along: without them a whole kind goes over. ``kept`` are words of what
stayed behind. ``confirmed`` and ``source`` read as in :mod:`ontology.agencies`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ontology import agencies

if TYPE_CHECKING:
    from collections.abc import Mapping

_DECEMBER = 12


class Change(StrEnum):
    """How a kind goes over to another."""

    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class Succession:
    """One predecessor's part in an event, by the full names of the kinds.

    ``date`` is the day of the national reform; in a place it took effect after ``local_from`` and
    by ``local_until``.
    """

    event: str
    change: Change
    predecessor: str
    successor: str
    subjects: tuple[str, ...]
    kept: tuple[str, ...]
    date: dt.date
    local_from: dt.date
    local_until: dt.date
    basis: str
    confirmed: str
    source: str
    note: str

    @property
    def whole(self) -> bool:
        """Tell whether the successor has all that no other row takes."""
        return not self.subjects

    def took(self, text: str) -> bool:
        """Tell whether a text names a subject that went over."""
        return any(word in text for word in self.subjects)

    def left(self, text: str) -> bool:
        """Tell whether a text names a subject that stayed."""
        return any(word in text for word in self.kept)


@cache
def register() -> tuple[Succession, ...]:
    """Return every row, in the order of the register."""
    text = files("ontology").joinpath("schemes", "successions.tsv").read_text(encoding="utf-8")
    return tuple(_succession(line.split("\t")) for line in text.splitlines()[1:])


def successors(kind: str, on: dt.date | None = None) -> tuple[Succession, ...]:
    """Return what happened to a kind: on a day, what may have happened in a place by then.

    >>> [(s.event, s.successor) for s in successors("卫生和计划生育委员会")]
    [('2018-卫生健康', '卫生健康委员会'), ('2018-医疗保障', '医疗保障局')]
    >>> successors("卫生和计划生育委员会", dt.date(2017, 1, 1))
    ()
    """
    return _by_day(_from().get(kind, ()), on)


def predecessors(kind: str, on: dt.date | None = None) -> tuple[Succession, ...]:
    """Return what a kind came from, or was given, by a day.

    >>> [s.predecessor for s in predecessors("自然资源局") if s.whole]
    ['国土资源局', '城乡规划局']
    """
    return _by_day(_to().get(kind, ()), on)


def _by_day(found: tuple[Succession, ...], on: dt.date | None) -> tuple[Succession, ...]:
    return found if on is None else tuple(row for row in found if row.local_from <= on)


@cache
def _from() -> Mapping[str, tuple[Succession, ...]]:
    found: dict[str, tuple[Succession, ...]] = {}
    for row in register():
        found[row.predecessor] = (*found.get(row.predecessor, ()), row)
    return found


@cache
def _to() -> Mapping[str, tuple[Succession, ...]]:
    found: dict[str, tuple[Succession, ...]] = {}
    for row in register():
        found[row.successor] = (*found.get(row.successor, ()), row)
    return found


def _succession(row: list[str]) -> Succession:
    event, change, old, new, subjects, kept, date, since, until, *rest = row
    basis, confirmed, source, note = rest
    kinds = agencies.register()
    return Succession(
        event=event,
        change=Change(change),
        predecessor=kinds[old].full,
        successor=kinds[new].full,
        subjects=_several(subjects),
        kept=_several(kept),
        date=dt.date.fromisoformat(date),
        local_from=_first_day(since),
        local_until=_last_day(until),
        basis=basis,
        confirmed=confirmed,
        source=source,
        note=note,
    )


def _several(words: str) -> tuple[str, ...]:
    return tuple(words.split("|")) if words else ()


def _first_day(month: str) -> dt.date:
    return dt.date.fromisoformat(f"{month}-01")


def _last_day(month: str) -> dt.date:
    first = _first_day(month)
    following = first.replace(
        year=first.year + first.month // _DECEMBER, month=first.month % _DECEMBER + 1
    )
    return following - dt.timedelta(days=1)
