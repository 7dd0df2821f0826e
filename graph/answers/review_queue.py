"""Correspondences that wait for a reviewer, with all that is needed to decide on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.answers.correspondences import Clauses, correspondences_to_review
from graph.answers.reviewed import ALIGNMENT
from graph.answers.stated import Stated, shared_of

if TYPE_CHECKING:
    from graph.references import Reference
    from graph.store import Store
    from ontology.lexicon import Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class ToReview(Stated):
    """A correspondence on which nothing rests until a reviewer accepts it.

    ``kind`` is ``alignment``, ``parent`` the parent's clause by its names, ``score`` how probable
    the correspondence is, ``text`` and ``parent_text`` the words of both clauses, ``justification``
    why they may correspond. It is decided on by its ``iri``.
    """

    kind: str
    parent: str
    score: float
    text: str
    parent_text: str
    justification: str
    state: str


def review_queue(
    store: Store, ref: Reference | None = None, lang: Lang = "zh"
) -> tuple[ToReview, ...]:
    """Return what is to be reviewed, of the whole store or of a document or provision.

    The most probable comes first, then by document and place. A document is asked for as the lower
    or as the higher one.
    """
    clauses = Clauses(store)
    found = []
    for each in correspondences_to_review(store, ref.iri if ref else "", lang):
        own = clauses.of(each.child_document, each.stated_in)
        parent = clauses.of(each.parent_document, each.parent)
        found.append(
            ToReview(
                **shared_of(each),
                kind=ALIGNMENT,
                parent=f"{parent.document} {parent.label}",
                score=each.score or 0.0,
                text=own.text,
                parent_text=parent.text,
                justification=each.justification,
                state=each.state,
            )
        )
    return tuple(found)
