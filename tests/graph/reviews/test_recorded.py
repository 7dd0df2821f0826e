from __future__ import annotations

from typing import TYPE_CHECKING

from graph import iri
from graph.check import check_store
from graph.reviews.recorded import Review, Verdict, record, reviews, reviews_of
from ontology import names

if TYPE_CHECKING:
    from graph.store import Store

DOCUMENT = iri.numbered("云政办发〔2030〕18号")
ACCEPTED = Review(
    about=f"{DOCUMENT}/annex/1/三/（一）/norm/1",
    within=DOCUMENT,
    statement="0123456789abcdef",
    decision=Verdict.ACCEPTED,
    quote="在我省连续居住满三年",
    start=3,
    end=13,
)
CORRECTED = Review(
    about=f"{DOCUMENT}/annex/1/三/（一）/norm/1",
    within=DOCUMENT,
    statement="fedcba9876543210",
    decision=Verdict.CORRECTED,
    correction='应为 "许可" <b>\n第二行',
    note="见\t附件",
    by="王某",
    quote="可以申请",
    start=20,
    end=24,
)


def test_what_is_recorded_is_read_back(store: Store) -> None:
    record(store, [CORRECTED, ACCEPTED])
    assert reviews(store) == (ACCEPTED, CORRECTED)
    assert reviews(store, within=iri.numbered("国办发〔2030〕5号")) == ()
    assert check_store(store).conforms


def test_each_statement_of_a_finding_has_a_review_of_its_own() -> None:
    assert ACCEPTED.iri != CORRECTED.iri
    assert ACCEPTED.iri.startswith(f"{names.ID}review/document/")
    assert (ACCEPTED.status, CORRECTED.status) == ("accepted", "rejected")


def test_a_second_decision_takes_the_place_of_the_first(store: Store) -> None:
    record(store, [ACCEPTED, CORRECTED])
    record(store, [], instead={CORRECTED.iri})
    assert reviews(store) == (ACCEPTED,)


def test_without_reviews_the_store_has_no_graph_of_them(store: Store) -> None:
    record(store, [])
    assert iri.REVIEWS_GRAPH not in store
    assert reviews(store) == ()
    assert reviews_of(store) == {}
