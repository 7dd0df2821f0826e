"""What a rule states that is right too seldom: kept, told, and in no answer unasked."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from graph import pipeline
from graph.answers.deadlines import deadlines
from graph.answers.listing import groups, stubs
from graph.answers.responsibility import responsibility
from graph.answers.show import show
from graph.answers.stated import leaving_out
from graph.answers.stats import stats
from graph.references import find_reference
from graph.reviewing import review
from graph.reviews.recorded import Verdict
from graph.store import open_store
from ontology import measured, names
from ontology.measured import Measured
from tests.graph.chain import NATION, decide, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store import Store

DUE = """某省人民政府关于加强管理的通知
某政〔2030〕9号
各市人民政府：
一、2031年6月底前完成检查。
二、及时报告。
某省人民政府
2030年3月1日
"""
TAIL = "responsibility.verb"
GROUPS = ("group.form", "group.phrase")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store that was filled when some rules had been found right in half of their findings."""
    figures = {rule: Measured(rule, 40, 20) for rule in (TAIL, *GROUPS)}
    monkeypatch.setattr(measured, "register", lambda: MappingProxyType(figures))
    with open_store(tmp_path / "store", write=True) as opened:
        pipeline.add(opened, read(NATION, "nation.txt"))
        yield opened


def counts(store: Store) -> dict[str, int]:
    return {each.kind: each.count for each in stats(store)}


def test_an_answer_leaves_it_out_and_says_how_much(store: Store) -> None:
    with leaving_out() as left:
        assert all(duty.rule != TAIL for duty in responsibility(store, None))
    assert len(left.unproven) == 8
    assert left.rejected == set()


def test_an_answer_has_it_when_asked(store: Store) -> None:
    with leaving_out(with_unproven=True) as left:
        assert sum(duty.rule == TAIL for duty in responsibility(store, None)) == 8
    assert left.unproven == set()


def test_what_is_due_leaves_out_no_duty(store: Store) -> None:
    """Who answers stands beside what is due: a duty that is left out is none of its rows."""
    with leaving_out() as left:
        found = deadlines(store)
    assert found
    assert not any(due.agencies for due in found)
    assert left.unproven == set()


@pytest.mark.parametrize(("before", "told"), [(dt.date(1999, 1, 1), 0), (dt.date(2099, 1, 1), 1)])
def test_what_is_due_tells_only_of_what_it_would_have_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: dt.date, told: int
) -> None:
    figures = {rule: Measured(rule, 40, 20) for rule in ("deadline.before", "deadline.vague")}
    monkeypatch.setattr(measured, "register", lambda: MappingProxyType(figures))
    with open_store(tmp_path / "due", write=True) as opened:
        pipeline.add(opened, read(DUE, "due.txt"))
        with leaving_out() as left:
            assert deadlines(opened, before) == ()
        assert len(left.unproven) == told


def test_an_answer_leaves_it_out_when_nobody_listens(store: Store) -> None:
    assert all(duty.rule != TAIL for duty in responsibility(store, None))


def test_a_count_leaves_it_out_and_says_how_much(store: Store) -> None:
    with leaving_out() as left:
        found = counts(store)
    assert (found["responsibilities"], found["groups"]) == (0, 0)
    assert found["norms"] > 0
    assert len(left.unproven) > 8
    with leaving_out() as left:
        assert groups(store) == ()
        stubs(store)
    assert left.unproven


def test_a_document_shows_it_with_how_right_the_rule_is(store: Store) -> None:
    told = show(store, find_reference(store, "国办发〔2030〕5号 （三）"))
    (lead,) = (each for each in told if each.rule == TAIL)
    assert (lead.status, lead.precision, lead.judged) == ("candidate", 0.5, 40)
    assert all(each.precision is None for each in told if each.rule not in {TAIL, *GROUPS})


def test_it_lets_its_place_say_nothing_directly(store: Store) -> None:
    (document,) = (graph for graph in store.graphs() if graph.endswith("/2030/5"))
    assert names.dct_audience not in {predicate for _, predicate, _ in store.triples(document)}


def test_what_a_reviewer_accepts_is_answered(store: Store) -> None:
    told = show(store, find_reference(store, "国办发〔2030〕5号 （三）"))
    mine = [each.iri for each in told if each.rule in {TAIL, *GROUPS}]
    review(store, [decide(store, iri, Verdict.ACCEPTED) for iri in mine], by="王某")
    (duty,) = responsibility(store, None)
    assert (duty.status, duty.as_written) == ("accepted", "民政部")
    assert counts(store)["responsibilities"] == 1
    assert [each.name for each in groups(store)]
    review(store, [decide(store, iri, Verdict.REJECTED) for iri in mine], by="王某")
    assert responsibility(store, None) == ()
    assert groups(store) == ()


def test_a_rule_that_was_measured_and_holds_states_what_it_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = MappingProxyType({TAIL: Measured(TAIL, 40, 39)})
    monkeypatch.setattr(measured, "register", lambda: register)
    with open_store(tmp_path / "other", write=True) as store:
        pipeline.add(store, read(NATION, "nation.txt"))
        assert sum(duty.rule == TAIL for duty in responsibility(store, None)) == 8
        (told, *_) = show(store, find_reference(store, "国办发〔2030〕5号 （三）"))[-1:]
        assert told.rule
