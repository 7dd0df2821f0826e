from __future__ import annotations

from typing import TYPE_CHECKING

from graph.answers.impact import impact
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
    assert [(each.depth, each.scope, each.provisions) for each in found] == [
        (1, "document", 28),
        (1, "clause", 1),
        (2, "document", 28),
    ]
