from __future__ import annotations

from typing import TYPE_CHECKING

from graph.answers.conditions import conditions, targets
from graph.answers.stated import leaving_out
from graph.references import find_reference

if TYPE_CHECKING:
    from graph.store import Store


def test_a_ceiling_on_years_is_a_condition_within_a_prohibition(sample_store: Store) -> None:
    with leaving_out(with_unproven=True):
        (limit,) = conditions(sample_store, find_reference(sample_store, "三（二）2"))
    assert (limit.operator, limit.value, limit.unit) == ("lteq", 2, "年")
    assert limit.norms == ("prohibition",)
    assert limit.groups == ("农业转移人口", "外来人口")


def test_a_clause_without_figures_has_none(sample_store: Store) -> None:
    clause = find_reference(sample_store, "四（六）")
    assert conditions(sample_store, clause) == targets(sample_store, clause) == ()


def test_two_documents_keep_their_own_surroundings(circular_store: Store) -> None:
    with leaving_out(with_unproven=True):
        found = conditions(circular_store)
    assert [c.source for c in found] == ["库政办发〔2018〕171号"] * 4 + ["新政发〔2014〕68号"] * 4
    assert found[0].groups == found[4].groups == ("农业转移人口", "新生代农民工")
