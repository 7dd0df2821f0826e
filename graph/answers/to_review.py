"""What must be looked at again in a whole store, and why."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Final, TypedDict

from graph.answers.correspondences import Clauses, correspondences
from graph.answers.hops import ALIGNMENT
from graph.answers.impact import CLAUSE, Impact, no_longer_in_force
from graph.answers.stated import all_findings, shared_of
from graph.model import Status
from graph.outline import concept, key, outline, work
from graph.questions import load
from graph.reviews.recorded import reviews, reviews_of
from graph.reviews.statement import place_of
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from graph.answers.correspondences import Correspondence
    from graph.reviews.recorded import Review
    from graph.store import Store
    from ontology.lexicon import Lang

CHANGED: Final = "changed"  # the words of a parent clause are other ones since
DELETED: Final = "deleted"  # the parent has no such clause any more
REVIEWED: Final = "reviewed"  # what was reviewed is another statement since
_DIGITS: Final = 12  # of the digest of a file, as in the name of its text


def to_review(store: Store, lang: Lang = "zh") -> tuple[Impact, ...]:
    """Return what must be looked at again in the whole store.

    That is what is suspect since a parent clause has other words, or since what was reviewed has,
    and what hangs on documents that another repeals or amends.
    """
    version = cache(partial(_version, store))
    return (
        *_alignments(store, lang, version),
        *_findings(store, version),
        *no_longer_in_force(store, lang),
    )


def _alignments(store: Store, lang: Lang, version: Callable[[str], str]) -> Iterator[Impact]:
    clauses = Clauses(store)
    made = reviews_of(store)
    for each in correspondences(store, lang, status=concept("status", Status.SUSPECT)):
        parent = clauses.of(each.parent_document, each.parent)
        review = made[each.iri][0] if each.iri in made else None
        yield Impact(
            **shared_of(each),
            **_decided(review),
            scope=CLAUSE,
            affected=each.stated_in,
            relation=ALIGNMENT,
            title=work(store, each.child_document).title,
            provisions=1,
            depth=1,
            via="",
            delta=each.delta,
            cause=f"{parent.document} {parent.label}",
            state=_since(store, each, review),
            origin=each.parent,
            correspondence=each.state if each.rank else "",
            score=each.score,
            version=version(_changed(store, each, review)),
        )


def _since(store: Store, each: Correspondence, review: Review | None) -> str:
    """Return what has happened: the parent clause is gone, or the words are other ones."""
    if each.parent not in outline(store, each.parent_document):
        return DELETED
    return REVIEWED if review else CHANGED


def _changed(store: Store, each: Correspondence, review: Review | None) -> str:
    """Return which of the two documents has other words: the parent, unless a review saw those."""
    rows = store.select(load("alignments"), alignment=Iri(each.iri))
    seen = review is not None and any(
        review.statement.endswith(f" {row.one('fingerprint', str)}") for row in rows
    )
    return each.child_document if seen else each.parent_document


def _findings(store: Store, version: Callable[[str], str]) -> Iterator[Impact]:
    made = {each.iri: each for each in reviews(store)}
    suspect = concept("status", Status.SUSPECT)
    for row, shared in all_findings(store, "reviewed-findings", status=suspect):
        document, review = row.one("document", str), made.get(row.one("review", str))
        yield Impact(
            **shared,
            **_decided(review),
            scope=CLAUSE,
            affected=shared["stated_in"],
            relation=key(place_of(shared["iri"])),
            title=work(store, document).title,
            provisions=1,
            depth=1,
            via="",
            cause=f"“{review.quote}”" if review else "",
            state=REVIEWED,
            version=version(document),
        )


class _Decided(TypedDict):
    decision: str
    correction: str
    note: str
    by: str


def _decided(review: Review | None) -> _Decided:
    if review is None:
        return _Decided(decision="", correction="", note="", by="")
    return _Decided(
        decision=review.decision, correction=review.correction, note=review.note, by=review.by
    )


def _version(store: Store, document: str) -> str:
    """Return what tells the text of a held document from others: its file, and the digest of it."""
    for row in store.select(load("documents"), document=Iri(document)):
        return f"{row.one('fileName', str)} {row.one('sha256', str)[:_DIGITS]}"
    return ""
