"""Whose duty a clause is now: what a reform did to the body that the clause names.

A body that was renamed or merged hands on everything; a transfer or split hands on only the clauses
that name its subject, and a clause that names what went as well as what stayed is possibly of
either. Nothing is known of a single place's day of reform: within the months in which places
followed, an old and a new body are both possible.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph.resolve import Agency, agency_of
from ontology import agencies, divisions, successions
from ontology.successions import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from ontology.agencies import AgencyKind
    from ontology.successions import Succession


class Certainty(StrEnum):
    """How a body comes to have a duty."""

    SAME = "same"
    SUCCESSION = "succession"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Trace:
    """How a duty came to a body: the events on the way, in their order, and how sure it is.

    ``agency`` is the body that has it; the events are empty for the body that the text names.
    """

    agency: Agency
    certainty: Certainty
    events: tuple[Succession, ...]


def kind_of(agency: Agency) -> AgencyKind | None:
    """Return the kind of a body, None for a body of its own or of no registered kind."""
    kind = agencies.by_full_name(agency.classification or "")
    return kind if kind and not kind.endings and not agency.part_of else None


def forerunners(agency: Agency) -> tuple[Agency, ...]:
    """Return the bodies of the same place from which duties can have come, the nearest first.

    >>> from graph.resolve import agency_of
    >>> body = agency_of(agencies.by_name("卫健委"), divisions.get("652801"))
    >>> [before.short for before in forerunners(body)][:2]
    ['市卫计委', '市老龄办']
    """
    return _reached(
        agency, lambda full: (row.predecessor for row in successions.predecessors(full))
    )


def heirs(agency: Agency) -> tuple[Agency, ...]:
    """Return the bodies of the same place to which duties can have come, the nearest first.

    >>> from graph.resolve import agency_of
    >>> body = agency_of(agencies.by_name("卫计委"), divisions.get("652801"))
    >>> "市卫健委" in [after.short for after in heirs(body)]
    True
    """
    return _reached(agency, lambda full: (row.successor for row in successions.successors(full)))


def before(agency: Agency) -> Iterator[tuple[Succession, Agency]]:
    """Yield the reforms that a body came from, or took over from, with the other body there."""
    kind = kind_of(agency)
    for row in successions.predecessors(kind.full) if kind else ():
        yield from ((row, other) for other in _there(row.predecessor, agency))


def after(agency: Agency) -> Iterator[tuple[Succession, Agency]]:
    """Yield the reforms that ended a body, or took something from it, with the other body there."""
    kind = kind_of(agency)
    for row in successions.successors(kind.full) if kind else ():
        yield from ((row, other) for other in _there(row.successor, agency))


def holders(
    named: Agency, text: str, stated: dt.date | None, on: dt.date | None = None
) -> tuple[Trace, ...]:
    """Return the bodies whose duty on a day is what a text gave to a body.

    ``stated`` is the day of the text, None if it has none; ``on`` the day that is asked about, None
    for after all that the register knows.
    """
    place, kind = divisions.get(named.division), kind_of(named)
    if not place or not kind:
        return (Trace(named, Certainty.SAME, ()),)
    best: dict[str, Trace] = {}
    for full, certainty, events in _follow(kind, text, stated, on or dt.date.max, named):
        holder = agencies.by_full_name(full)
        if holder and (full not in best or best[full].certainty is Certainty.POSSIBLE):
            body = agency_of(holder, place) if events else named
            best[full] = Trace(body, certainty, events)
    return tuple(best.values())


def trace(
    named: Agency,
    asked: Agency,
    text: str,
    stated: dt.date | None,
    on: dt.date | None = None,
) -> Trace | None:
    """Return how a duty that a text gave to a body is that of the body asked for, or None.

    A body of the past that is itself asked for, without a day, has what the texts gave it.
    """
    same = (named.division, named.kind) == (asked.division, asked.kind)
    kind = kind_of(asked)
    if same and on is None and kind and kind.former:
        return Trace(named, Certainty.SAME, ())
    found = holders(named, text, stated, on)
    return next(
        (t for t in found if (t.agency.division, t.agency.kind) == (asked.division, asked.kind)),
        None,
    )


def refusal(asked: Agency, on: dt.date, named: Collection[str] = ()) -> tuple[Succession, ...]:
    """Return the events for which a body cannot be asked about on a day; none if it can.

    They made the body later, or ended it before: their predecessors, or successors, are the names
    of that day. While places followed a reform, only texts tell: ``named`` are the kinds
    (``Agency.classification``) that documents of the place name by that day.
    """
    kind = kind_of(asked)
    if kind is None or kind.full in named:
        return ()
    national = asked.division == divisions.NATION
    before = successions.predecessors(kind.full) if kind.valid_from else ()
    made = [row for row in before if _month(row) <= kind.valid_from]
    made = [row for row in made if row.change is not Change.TRANSFER] or made
    if any(on >= _effect(row, national=national) for row in made):
        made = []
    after = successions.successors(kind.full) if kind.former else ()
    ended = [row for row in after if row.change is not Change.TRANSFER]
    return tuple(made or (row for row in ended if on > _effect(row, national=national)))


def _follow(
    kind: AgencyKind, text: str, stated: dt.date | None, on: dt.date, named: Agency
) -> Iterator[tuple[str, Certainty, tuple[Succession, ...]]]:
    """Yield who has a duty by the full name of its kind, how surely, and by which events."""
    national = named.division == divisions.NATION
    ahead: list[tuple[AgencyKind, Certainty, tuple[Succession, ...]]] = [(kind, Certainty.SAME, ())]
    while ahead:
        current, certainty, events = ahead.pop(0)
        rows = _after(current, stated, on, national=national)
        rows = [row for row in rows if not events or row.date >= events[-1].date]
        taken, stays = _share(current, rows, text)
        pending = [row for row in taken if on < _effect(row, national=national)]
        undated = stated is None and not current.former
        unsure = stays or bool(pending) or undated or len({row.successor for row in taken}) > 1
        if not taken:
            yield current.full, certainty, events
        elif stays or pending or undated:
            only_pending = pending and not stays and not undated
            sure = certainty if only_pending else Certainty.POSSIBLE
            yield current.full, sure, events
        for row in taken:
            successor = agencies.by_full_name(row.successor)
            if successor:
                how = Certainty.POSSIBLE if unsure else Certainty.SUCCESSION
                how = Certainty.POSSIBLE if certainty is Certainty.POSSIBLE else how
                ahead.append((successor, how, (*events, row)))


def _after(
    kind: AgencyKind, stated: dt.date | None, on: dt.date, *, national: bool
) -> list[Succession]:
    """Return the events that can have come between a text and a day."""
    return [
        row
        for row in successions.successors(kind.full)
        if (row.date if national else row.local_from) <= on
        and (stated is None or _effect(row, national=national) >= stated)
    ]


def _share(kind: AgencyKind, rows: list[Succession], text: str) -> tuple[list[Succession], bool]:
    """Return the events that take a clause along, and whether a part of it stays with the rest."""
    by_subject = [row for row in rows if row.took(text)]
    whole = [row for row in rows if row.whole]
    if by_subject and any(row.left(text) for row in by_subject):
        return [*by_subject, *whole], not kind.former
    if by_subject:
        return by_subject, False
    if whole:
        return whole, False
    splits = [row for row in rows if row.change is Change.SPLIT]
    return splits, False


def _reached(agency: Agency, step: Callable[[str], Iterable[str]]) -> tuple[Agency, ...]:
    """Return the bodies of the same place that one step after the other leads to."""
    asked = kind_of(agency)
    found: dict[str, None] = {}
    ahead = [asked.full] if asked else []
    while ahead:
        for full in step(ahead.pop(0)):
            if full not in found and asked and full != asked.full:
                found[full] = None
                ahead.append(full)
    return tuple(body for full in found for body in _there(full, agency))


def _there(full: str, agency: Agency) -> Iterator[Agency]:
    """Yield the body of a kind in the place of another, where places of its level have one."""
    kind, place = agencies.by_full_name(full), divisions.get(agency.division)
    if kind and place and _exists_in(kind, agency):
        yield agency_of(kind, place)


def _exists_in(kind: AgencyKind, agency: Agency) -> bool:
    return bool(kind.national) or agency.division != divisions.NATION


def _effect(row: Succession, *, national: bool) -> dt.date:
    """Return the day by which an event has taken effect, for the nation's body or any place's."""
    return row.date if national else row.local_until


def _month(row: Succession) -> str:
    return row.date.strftime("%Y-%m")
