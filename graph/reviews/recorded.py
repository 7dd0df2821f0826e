"""The reviews in the store: a graph of their own, which no document's text touches."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import iri
from graph.model import Status
from graph.outline import key
from graph.questions import load
from graph.store import Iri
from graph.triples.terms import code, link, whole
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from pyoxigraph import Triple

    from graph.store import Row, Store


class Verdict(StrEnum):
    """What a reviewer decided."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"  # rejected, and the reviewer says what would be right


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A decision about a statement: ``about`` is the finding or alignment that stated it (an IRI).

    ``within`` is the document, or the pair of documents, whose graph states it; ``statement`` its
    fingerprint. ``quote`` stood at ``start`` to ``end`` of the text. ``by`` is the reviewer, empty
    where none was named.
    """

    about: str
    within: str
    statement: str
    decision: Verdict
    correction: str = ""
    note: str = ""
    by: str = ""
    quote: str
    start: int
    end: int

    @property
    def iri(self) -> str:
        """The IRI of the review: one for each statement of each finding."""
        path = self.about.removeprefix(names.ID).split("/")
        return iri.thing("review", *path, self.statement.replace(" ", "+"))

    @property
    def status(self) -> str:
        """The review status of what it holds for."""
        return Status.ACCEPTED if self.decision is Verdict.ACCEPTED else Status.REJECTED


def reviews(store: Store, **bindings: str) -> tuple[Review, ...]:
    """Return the reviews of a document or pair (``within``, an IRI), or all, sorted."""
    bound = {name: Iri(value) for name, value in bindings.items()}
    found = {_review(row) for row in store.select(load("reviews"), **bound)}
    return tuple(sorted(found, key=lambda each: (each.within, each.start, each.iri)))


def reviews_of(store: Store, **bindings: str) -> Mapping[str, tuple[Review, ...]]:
    """Return the reviews that findings and alignments have in their graphs, held or outdated.

    Bind ``graph`` or ``finding`` to an IRI for those of one graph, or of one finding.
    """
    bound = {name: Iri(value) for name, value in bindings.items()}
    rows = store.select(load("reviews-of"), **bound)
    known = {each.iri: each for each in reviews(store)} if rows else {}
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row.one("finding", str), set()).add(row.one("review", str))
    return {
        finding: tuple(known[each] for each in sorted(its) if each in known)
        for finding, its in sorted(found.items())
    }


def record(store: Store, given: Iterable[Review], instead: Collection[str] = ()) -> None:
    """Record reviews beside those that are recorded, and in place of some (their IRIs).

    Without any left the graph of the reviews is gone.
    """
    kept = {each.iri: each for each in reviews(store) if each.iri not in instead}
    kept |= {each.iri: each for each in given}
    if kept:
        triples = [triple for each in kept.values() for triple in _triples(each)]
        store.replace(iri.REVIEWS_GRAPH, triples)
    elif instead:
        store.remove(iri.REVIEWS_GRAPH)


def replace(store: Store, before: Iterable[Review], now: Iterable[Review]) -> None:
    """Record reviews as they are now in the place of those before, where anything is different."""
    was, given = tuple(before), tuple(now)
    if was != given:
        record(store, given, {each.iri for each in was})


def _review(row: Row) -> Review:
    return Review(
        about=row.one("about", str),
        within=row.one("within", str),
        statement=row.one("statement", str),
        decision=Verdict(key(row.one("decision", str))),
        correction=row.optional("correction", str) or "",
        note=row.optional("note", str) or "",
        by=row.optional("by", str) or "",
        quote=row.one("quote", str),
        start=row.one("start", int),
        end=row.one("end", int),
    )


def _triples(review: Review) -> Iterator[Triple]:
    node = review.iri
    yield link(node, names.rdf_type, names.zm_Review)
    yield link(node, names.zm_about, review.about)
    yield link(node, names.zm_reviewedIn, review.within)
    yield link(node, names.zm_decision, iri.thing("decision", review.decision))
    yield code(node, names.zm_statement, review.statement)
    yield code(node, names.zm_quote, review.quote)
    yield whole(node, names.zm_quoteStart, review.start)
    yield whole(node, names.zm_quoteEnd, review.end)
    for predicate, text in (
        (names.zm_correction, review.correction),
        (names.zm_note, review.note),
        (names.zm_by, review.by),
    ):
        if text:
            yield code(node, predicate, text)
