"""Decisions that are taken back, and others in the place of earlier ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph import iri, pipeline
from graph.answers.responsibility import responsibility
from graph.answers.reviewed import reviewed
from graph.answers.show import show
from graph.references import find_reference
from graph.reviewing import review
from graph.reviews.recorded import Verdict
from tests.graph.chain import PROVINCE, alignment, decide, read

if TYPE_CHECKING:
    from graph.reviewing import Imported
    from graph.reviews.decisions import Decision
    from graph.store import Store

PLAN = f"{iri.numbered('云政办发〔2030〕18号')}/annex/1"
LEADS = f"{PLAN}/三/（一）/responsibility/1"
CITATION = f"{PLAN}/preamble/citation/1"
MEALS = ("云政办发〔2030〕18号 三（二）", "国办发〔2030〕5号 二（四）")
CHANGED = PROVINCE.replace(
    "入住条件中对缴纳医疗保险的年限要求不得超过2年。（省民政厅牵头）",
    "入住条件中对缴纳医疗保险的年限要求不得超过2年。（省医保局牵头）",
)


def status(store: Store) -> str:
    clause = find_reference(store, "云政办发〔2030〕18号 三（一）")
    return next(told.status for told in show(store, clause) if told.iri == LEADS)


def withdraw(store: Store, *decisions: Decision) -> Imported:
    return review(store, [replace(each, decision=None) for each in decisions], "李某")


def test_a_decision_that_is_taken_back_leaves_nothing(store: Store) -> None:
    before = store.ntriples()
    made = [
        decide(store, LEADS, Verdict.REJECTED),
        decide(store, CITATION, Verdict.REJECTED),
        decide(store, alignment(store, *MEALS), Verdict.REJECTED),
    ]
    review(store, made)
    done = withdraw(store, made[0])
    assert ([each.about for each in done.withdrawn], done.refused) == ([LEADS], ())
    assert status(store) == "candidate"
    assert LEADS in {d.iri for d in responsibility(store, None)}
    withdraw(store, *made[1:])
    assert store.ntriples() == before
    assert reviewed(store) == ()


def test_a_decision_is_taken_back_also_where_its_statement_is_gone(store: Store) -> None:
    made = decide(store, LEADS, Verdict.REJECTED)
    review(store, [made])
    pipeline.add(store, read(CHANGED, "province.txt"))
    assert status(store) == "suspect"
    withdraw(store, made)
    assert (status(store), reviewed(store)) == ("candidate", ())


def test_what_nobody_decided_cannot_be_taken_back(store: Store) -> None:
    before = store.ntriples()
    done = withdraw(store, decide(store, LEADS, Verdict.REJECTED))
    (line,) = done.refused
    assert "no review of it is recorded" in line
    assert (done.withdrawn, store.ntriples()) == ((), before)


def test_a_second_reviewer_who_disagrees_is_counted(store: Store) -> None:
    first = review(store, [decide(store, LEADS, Verdict.REJECTED)], "王某")
    second = review(store, [decide(store, LEADS, Verdict.ACCEPTED)], "李某")
    again = review(store, [decide(store, LEADS, Verdict.ACCEPTED)], "李某")
    assert [(d.unchanged, d.replaced) for d in (first, second, again)] == [(0, 0), (0, 1), (1, 0)]
    (known,) = reviewed(store)
    assert (known.decision, known.by) == ("accepted", "李某")
