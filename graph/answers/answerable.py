"""Who answers for a clause: those whom it names, or else those named by what it is part of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.answers.responsibility import answering
from graph.outline import outline
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.answers.responsibility import Answering
    from graph.outline import Part
    from graph.store import Store


@dataclass(frozen=True, slots=True)
class Answerable:
    """The duties of one document by the provisions that state them."""

    parts: Mapping[str, Part]
    duties: Mapping[str, tuple[Answering, ...]]

    def for_clause(self, place: str) -> tuple[Answering, ...]:
        """Return the duties of a clause, or those of the nearest provision that contains it.

        A responsibility at the end of a paragraph holds for all its items.
        """
        found = (self.duties.get(each, ()) for each in self.above(place))
        return next(filter(None, found), ())

    def above(self, place: str) -> Iterator[str]:
        """Yield a place and what it is part of, up to the work."""
        yield place
        while place in self.parts:
            place = self.parts[place].whole
            yield place


def answerable(store: Store, document: str) -> Answerable:
    """Return who answers for the clauses of a document (its IRI)."""
    duties: dict[str, tuple[Answering, ...]] = {}
    for duty in answering(store, document=Iri(document)):
        duties[duty.stated_in] = (*duties.get(duty.stated_in, ()), duty)
    return Answerable(outline(store, document), duties)


def clause_answerable(store: Store, document: str, clause: str) -> tuple[Answering, ...]:
    """Return who answers for one clause of a document, without reading all of the others.

    As :meth:`Answerable.for_clause`, which is the faster way for many clauses of one document.
    """
    parts, place = outline(store, document), clause
    found = tuple(answering(store, document=Iri(document), statedIn=Iri(place)))
    while not found and place in parts:
        place = parts[place].whole
        found = tuple(answering(store, document=Iri(document), statedIn=Iri(place)))
    return found
