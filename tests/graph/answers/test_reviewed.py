from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import iri, pipeline
from graph.answers.reviewed import reviewed
from graph.references import find_reference
from graph.reviewing import review
from graph.reviews.recorded import Verdict
from tests.graph.chain import alignment, decide

if TYPE_CHECKING:
    from graph.store import Store

CHILD, PARENT = iri.numbered("云政办发〔2030〕18号"), iri.numbered("国办发〔2030〕5号")
MEALS = ("云政办发〔2030〕18号 三（二）", "国办发〔2030〕5号 二（四）")


@pytest.fixture
def store(pair_store: Store) -> Store:
    """A store with a review of a citation and one of an alignment."""
    decisions = [
        decide(pair_store, f"{CHILD}/annex/1/preamble/citation/1", Verdict.ACCEPTED),
        decide(pair_store, alignment(pair_store, *MEALS), Verdict.REJECTED),
    ]
    review(pair_store, decisions, "王某")
    return pair_store


def test_a_review_is_told_with_its_place_and_what_became_of_it(store: Store) -> None:
    citation, meals = reviewed(store)
    assert (citation.kind, citation.provision, citation.parent) == ("citation", "preamble", "")
    assert (meals.kind, meals.provision, meals.heading) == (
        "alignment",
        "三（二）",
        "健全老年助餐服务网络",
    )
    assert meals.parent == "国办发〔2030〕5号 二（四）"
    assert {(e.document, e.by, e.applies) for e in (citation, meals)} == {
        ("云政办发〔2030〕18号", "王某", "yes")
    }


def test_a_clause_has_its_own_reviews(store: Store) -> None:
    (found,) = reviewed(store, find_reference(store, MEALS[0]))
    assert found.decision == "rejected"
    assert reviewed(store, find_reference(store, "国办发〔2030〕5号")) == ()


def test_without_the_documents_a_review_keeps_its_names(store: Store) -> None:
    pipeline.remove(store, PARENT)
    _, meals = reviewed(store)
    assert (meals.applies, meals.status, meals.parent) == (
        "not-held",
        "",
        "国办发〔2030〕5号 二（四）",
    )
    pipeline.remove(store, CHILD)
    citation, meals = reviewed(store)
    assert {citation.applies, meals.applies} == {"not-held"}
    assert meals.provision == "三（二）"
    assert citation.document == "云政办发/2030/18"
