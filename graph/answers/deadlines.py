"""What is due when, and who answers for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from graph import iri
from graph.answers.answerable import answerable
from graph.answers.responsibility import responsibility
from graph.answers.stated import Stated, findings
from graph.model import DeadlineKind
from graph.outline import key
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.references import AgencyMatch, Reference
    from graph.store import Store


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
        wanted = {duty.stated_in for duty in responsibility(store, agencies)}
        if document is None:
            asked = [{"document": each} for each in sorted(_documents(store, wanted))]
    answering = cache(partial(answerable, store))
    found = []
    for bindings in asked:
        for row, shared in findings(store, "deadlines", document, **bindings):
            duties = answering(row.one("document", str)).for_clause(shared["stated_in"])
            theirs = wanted is None or any(duty.stated_in in wanted for duty in duties)
            year = row.optional("year", int)
            kind = key(row.one("kind", str))
            due = Due(
                **shared,
                kind=kind,
                term=row.one("term", str),
                date=row.optional("date", dt.date) or (dt.date(year, 12, 31) if year else None),
                year=year,
                vague=kind == DeadlineKind.VAGUE,
                agencies=tuple(Agent(agency=d.agency, role=d.role) for d in duties),
            )
            timely = before is None or (due.date is not None and due.date <= before)
            if timely and theirs:
                found.append(due)
    return tuple(sorted(found, key=lambda due: due.date or dt.date.max))


def _documents(store: Store, places: Iterable[str]) -> set[Iri]:
    """Return the documents that provisions, annexes and documents are in."""
    held = set(store.graphs())
    return {Iri(iri.owner(place, held)) for place in places}
