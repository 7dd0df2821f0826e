from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from graph import iri
from graph.reviews.recorded import Review, Verdict
from graph.reviews.standing import moved, restated, standing
from graph.reviews.statement import Statement, findings, said
from graph.store.terms import name
from ontology import names

if TYPE_CHECKING:
    from graph.store import Store

PLACE = "…/三/（一）/norm"
ONE = Statement(f"{PLACE}/1", "1" * 16, PLACE, 10, 20, "应当公开。")
TWO = Statement(f"{PLACE}/2", "2" * 16, PLACE, 20, 30, "不得收费。")
REVIEW = Review(
    about=ONE.finding,
    within="…",
    statement=ONE.fingerprint,
    decision=Verdict.REJECTED,
    quote=ONE.quote,
    start=10,
    end=20,
)


def statuses(reviews: list[Review], *statements: Statement) -> dict[str, str]:
    found = standing(reviews, {each.finding: each for each in statements})
    return {at.removeprefix(f"{PLACE}/"): each.status for at, each in found.items()}


def test_a_review_holds_for_its_statement() -> None:
    assert statuses([REVIEW], ONE, TWO) == {"1": "rejected"}


def test_a_statement_that_got_another_number_keeps_its_review() -> None:
    moved = replace(ONE, finding=f"{PLACE}/2")
    other = replace(TWO, finding=f"{PLACE}/1")
    assert statuses([REVIEW], other, moved) == {"2": "rejected"}


def test_of_two_that_state_the_same_the_one_of_the_iri_is_meant() -> None:
    again = replace(ONE, finding=f"{PLACE}/0")
    assert statuses([REVIEW], again, ONE) == {"1": "rejected"}


def test_what_has_the_number_and_states_something_else_is_suspect() -> None:
    assert statuses([REVIEW], replace(ONE, fingerprint="3" * 16)) == {"1": "suspect"}


def test_what_states_something_else_by_the_same_words_is_suspect() -> None:
    over = replace(TWO, quote="应当公开。不得收费。", finding=f"{PLACE}/5")
    assert statuses([REVIEW], over) == {"5": "suspect"}
    elsewhere = replace(over, place="…/三/（二）/norm")
    assert statuses([REVIEW], elsewhere) == {}
    assert statuses([REVIEW], TWO) == {}


def test_offsets_alone_make_nothing_suspect() -> None:
    assert statuses([REVIEW], replace(TWO, start=10, end=20)) == {}


def test_with_another_number_the_nearest_words_are_suspect_too() -> None:
    put_in = replace(TWO, finding=f"{PLACE}/1")
    changed = replace(ONE, fingerprint="3" * 16, quote="必须公开。", finding=f"{PLACE}/2")
    other = replace(TWO, fingerprint="4" * 16, quote="逾期不办。", finding=f"{PLACE}/3")
    assert statuses([REVIEW], put_in, changed, other) == {"1": "suspect", "2": "suspect"}
    same = replace(changed, finding=f"{PLACE}/1")
    beside = replace(other, quote="应当公示。", finding=f"{PLACE}/3")
    assert statuses([REVIEW], same, beside) == {"1": "suspect"}


def test_a_review_from_before_is_known_by_the_fingerprint_that_it_has() -> None:
    now = replace(ONE, fingerprint="3" * 16, former=ONE.fingerprint)
    assert statuses([REVIEW], now) == {"1": "rejected"}
    again = replace(now, finding=f"{PLACE}/2")
    assert statuses([REVIEW], again) == {"2": "rejected"}


def test_a_review_moves_with_its_statement_and_stays_where_that_is_gone() -> None:
    now = replace(ONE, start=50, end=55, fingerprint="3" * 16, former=ONE.fingerprint)
    (there,) = moved([REVIEW], {now.finding: now})
    assert there == replace(REVIEW, statement="3" * 16, start=50, end=55)
    gone = replace(now, former="")
    assert moved([REVIEW], {gone.finding: gone}) == (REVIEW,)


def test_an_alignment_to_a_clause_is_not_mistaken_for_one_to_a_clause_of_it() -> None:
    below = Statement("…/to/二/（四）", "a b", "", 0, 9, "健全网络。")
    above = Statement("…/to/二", "a c", "", 0, 9, "健全网络。")
    review = replace(REVIEW, about=below.finding, statement="a z", start=0, end=9)
    found = standing([review], {each.finding: each for each in (below, above)})
    assert {at: each.status for at, each in found.items()} == {"…/to/二/（四）": "suspect"}


def test_what_was_reviewed_itself_is_not_made_suspect() -> None:
    now = replace(ONE, fingerprint="3" * 16)
    later = replace(REVIEW, statement=now.fingerprint, decision=Verdict.ACCEPTED)
    assert statuses([REVIEW, later], now) == {"1": "accepted"}
    assert statuses([REVIEW, later], ONE) == {"1": "rejected"}


@pytest.fixture
def graph(store: Store) -> list[ox.Triple]:
    parsed = ox.parse(store.ntriples(PROVINCE), ox.RdfFormat.N_TRIPLES)
    return [quad.triple for quad in parsed]


PROVINCE = iri.numbered("云政办发〔2030〕18号")
PLAN = f"{PROVINCE}/annex/1"


def rejects(graph: list[ox.Triple], finding: str, verdict: Verdict = Verdict.REJECTED) -> Review:
    known = findings(said(graph))[finding]
    return replace(
        REVIEW,
        about=finding,
        within=PROVINCE,
        statement=known.fingerprint,
        decision=verdict,
        start=known.start,
        end=known.end,
    )


def stated(graph: list[ox.Triple], subject: str, predicate: str) -> set[str]:
    return {
        getattr(t.object, "value", "")
        for t in graph
        if (name(t.subject), t.predicate.value) == (subject, predicate)
    }


def test_without_reviews_a_graph_is_what_it_was(graph: list[ox.Triple]) -> None:
    assert restated(graph, []) == graph


def test_what_only_a_rejected_citation_states_is_not_in_the_graph(
    graph: list[ox.Triple],
) -> None:
    citation = f"{PLAN}/preamble/citation/1"
    assert stated(graph, PLAN, names.eli_based_on)
    again = restated(graph, [rejects(graph, citation)])
    assert stated(again, PLAN, names.eli_based_on) == set()
    assert stated(again, citation, names.adms_status) == {f"{names.ID}status/rejected"}
    assert stated(again, citation, names.zm_cited)


def test_an_audience_that_another_mention_states_too_stays(graph: list[ox.Triple]) -> None:
    clause = f"{PLAN}/三/（一）"
    first, second = f"{clause}/group/1", f"{clause}/group/2"
    (group,) = stated(graph, first, names.zm_mentionedGroup)
    own = [t for t in graph if name(t.subject) == first]
    graph = graph + [ox.Triple(ox.NamedNode(second), t.predicate, t.object) for t in own]
    one = restated(graph, [rejects(graph, first)])
    assert group in stated(one, clause, names.dct_audience)
    both = restated(graph, [rejects(graph, first), rejects(graph, second)])
    assert group not in stated(both, clause, names.dct_audience)


def test_a_decision_that_is_changed_brings_everything_back(graph: list[ox.Triple]) -> None:
    citation = f"{PLAN}/preamble/citation/1"
    again = restated(graph, [rejects(graph, citation)])
    accepted = restated(again, [rejects(graph, citation, Verdict.ACCEPTED)])
    assert set(graph) - set(accepted) == {
        t for t in graph if name(t.subject) == citation and t.predicate.value == names.adms_status
    }
