"""What is due when, and who answers for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from graph import iri
from graph.answers.answerable import answerable
from graph.answers.responsibility import responsibility
from graph.answers.stated import Stated, findings, on_the_side
from graph.model import DeadlineKind
from graph.outline import key
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.answers.responsibility import Answering
    from graph.answers.stated import Shared
    from graph.references import AgencyMatch, Reference
    from graph.store import Row, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """An agency and the notation of its role."""

    agency: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Due(Stated):
    """A time that a document sets; the quote is what is due.

    ``kind`` tells dates, periods, recurrences and vague terms apart; ``date`` is the last day,
    where there is one, ``term`` the words of the time alone, and ``agencies`` are those who answer
    for the clause.
    """

    kind: str
    term: str
    date: dt.date | None
    year: int | None
    vague: bool
    agencies: tuple[Agent, ...]


def deadlines(
    store: Store,
    before: dt.date | None = None,
    agencies: Iterable[AgencyMatch] | None = None,
    document: Reference | None = None,
) -> tuple[Due, ...]:
    """Return what is due, dated first and by date, the rest in the order of the documents.

    ``before`` keeps what has a last day up to and including that day, ``agencies`` the clauses for
    which one of them answers, by reform too.
    """
    wanted: set[str] | None = None
    asked: list[dict[str, Iri]] = [{}]
    if agencies is not None:
        with on_the_side():
            wanted = {duty.stated_in for duty in responsibility(store, agencies)}
        if document is None:
            asked = [{"document": each} for each in sorted(_documents(store, wanted))]
    answering = cache(partial(answerable, store))

    def duties(row: Row, shared: Shared) -> tuple[Answering, ...]:
        with on_the_side():  # they are shown beside what is due, and are no part of what is asked
            return answering(row.one("document", str)).for_clause(shared["stated_in"])

    def is_asked(row: Row, shared: Shared) -> bool:
        last = _last_day(row)
        timely = before is None or (last is not None and last <= before)
        return timely and (
            wanted is None or any(duty.stated_in in wanted for duty in duties(row, shared))
        )

    found = []
    for bindings in asked:
        for row, shared in findings(store, "deadlines", document, is_asked, **bindings):
            kind = key(row.one("kind", str))
            due = Due(
                **shared,
                kind=kind,
                term=row.one("term", str),
                date=_last_day(row),
                year=row.optional("year", int),
                vague=kind == DeadlineKind.VAGUE,
                agencies=tuple(Agent(agency=d.agency, role=d.role) for d in duties(row, shared)),
            )
            found.append(due)
    return tuple(sorted(found, key=lambda due: due.date or dt.date.max))


def _last_day(row: Row) -> dt.date | None:
    """Return the last day of what is due, or that of its year."""
    year = row.optional("year", int)
    return row.optional("date", dt.date) or (dt.date(year, 12, 31) if year else None)


def _documents(store: Store, places: Iterable[str]) -> set[Iri]:
    """Return the documents that provisions, annexes and documents are in."""
    held = set(store.graphs())
    return {Iri(iri.owner(place, held)) for place in places}
