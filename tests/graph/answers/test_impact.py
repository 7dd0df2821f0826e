from __future__ import annotations

from typing import TYPE_CHECKING

from graph.answers.impact import impact
from graph.answers.to_review import to_review
from graph.references import find_reference

if TYPE_CHECKING:
    from graph.store import Store


def test_what_nobody_cites_affects_nothing(sample_store: Store) -> None:
    assert impact(sample_store, find_reference(sample_store, "171号")) == ()


def test_what_is_affected_is_identified_and_quoted(sample_store: Store) -> None:
    plan, clause = impact(sample_store, find_reference(sample_store, "新政发〔2014〕68号"))
    assert plan.affected.endswith("/annex/1")
    assert clause.affected == plan.affected + "/五/（十五）"
    assert plan.quote.endswith("(新政发〔2014〕68号)")
    assert clause.quote == "新政发〔2014〕68号"


def test_the_near_come_before_the_far(circular_store: Store) -> None:
    found = impact(circular_store, find_reference(circular_store, "171号"))
    stated = [each for each in found if each.relation != "alignment"]
    assert [(each.depth, each.scope, each.provisions) for each in stated] == [
        (1, "document", 28),
        (1, "clause", 1),
        (2, "document", 28),
    ]


def test_clauses_that_carry_it_out_come_behind_those_that_cite(circular_store: Store) -> None:
    found = impact(circular_store, find_reference(circular_store, "171号"))
    near = [each.relation for each in found if each.depth == 1]
    assert near.index("alignment") > near.index("cites")
    assert {each.scope for each in found if each.relation == "alignment"} == {"clause"}


def test_of_a_clause_only_what_carries_it_out_corresponds(chain_store: Store) -> None:
    found = impact(chain_store, find_reference(chain_store, "国办发〔2030〕5号 二（三）"))
    assert [(i.depth, i.document, i.provision) for i in found if i.relation == "alignment"] == [
        (1, "云政办发〔2030〕18号", "三（一）"),
        (2, "河政办发〔2031〕7号", "一"),
    ]


def test_what_rests_on_a_repealed_document_is_to_be_reviewed(chain_store: Store) -> None:
    (found,) = to_review(chain_store)
    assert (found.cause, found.state) == ("云岭政发〔2020〕3号", "repealed")
    assert (found.document, found.relation) == ("云湖政发〔2031〕2号", "basis")


def test_a_repealing_document_affects_what_rests_on_the_repealed(chain_store: Store) -> None:
    found = impact(chain_store, find_reference(chain_store, "云岭政发〔2031〕9号"))
    assert [(i.cause, i.state, i.document) for i in found] == [
        ("云岭政发〔2020〕3号", "repealed", "云湖政发〔2031〕2号")
    ]
