"""The three states of a correspondence, and what counts for nothing until it is accepted."""

from __future__ import annotations

import pytest

from graph.align import compare, prepare
from graph.align.comparison import Comparison, State, state_of
from graph.model import Status
from tests.graph.chain import PROVINCE, WAITING_CITY, read

CITY_SIDE, PROVINCE_SIDE = prepare(read(WAITING_CITY, "c.txt")), prepare(read(PROVINCE, "p.txt"))


@pytest.mark.parametrize(
    ("score", "status", "state"),
    [
        (0.8, Status.CANDIDATE, State.MATCHED),
        (0.799, Status.CANDIDATE, State.TO_REVIEW),
        (0.15, Status.CANDIDATE, State.TO_REVIEW),
        (0.149, Status.CANDIDATE, State.NOT_FOUND),
        (0.2, Status.ACCEPTED, State.MATCHED),
        (0.95, Status.REJECTED, State.NOT_FOUND),
        (0.95, Status.SUSPECT, State.MATCHED),
        (0.3, Status.SUSPECT, State.TO_REVIEW),
    ],
)
def test_the_state_follows_from_probability_and_review(
    score: float, status: str, state: State
) -> None:
    assert state_of(score, status) == state


def compared(**statuses: str) -> Comparison:
    pairs = {tuple(each.split("_")): status for each, status in statuses.items()}
    return compare(CITY_SIDE, PROVINCE_SIDE, {(a, b): status for (a, b), status in pairs.items()})


def parents(comparison: Comparison, child: str) -> list[str]:
    return [p.label for a in comparison.alignments if a.child == child for p in a.parents]


def test_what_is_too_improbable_for_a_parent_is_a_candidate_and_the_clause_has_none() -> None:
    found = compared()
    assert [(child, link.label) for child, link in found.candidates] == [("四", "三（四）")]
    assert [(each.label, each.is_open) for each in found.child_without_parent] == [("四", True)]
    assert [link.label for link in found.to_review("三")] == ["三（四）", "三（二）"]


def test_an_accepted_candidate_is_a_parent_and_no_candidate() -> None:
    found = compared(**{"四_三（四）": Status.ACCEPTED})
    assert parents(found, "四") == ["三（四）"]
    assert (found.candidates, found.child_without_parent) == ((), ())
    assert "三（四）" not in [each.label for each in found.parent_without_child]


def test_a_rejected_candidate_is_rejected_and_not_open() -> None:
    found = compared(**{"四_三（四）": Status.REJECTED})
    assert [(child, link.label) for child, link in found.rejected] == [("四", "三（四）")]
    (alone,) = found.child_without_parent
    assert (alone.nearest, alone.rejected, alone.is_open) == ("三（四）", True, False)


def test_what_holds_comes_before_what_is_more_probable() -> None:
    assert parents(compared(), "三") == ["三（四）", "三（二）"]
    assert parents(compared(**{"三_三（二）": Status.ACCEPTED}), "三") == ["三（二）", "三（四）"]


def test_a_rejected_parent_leaves_the_next_one_open() -> None:
    found = compared(**{"三_三（四）": Status.REJECTED})
    assert parents(found, "三") == ["三（二）"]
    assert [link.label for link in found.to_review("三")] == ["三（二）"]


def test_parameters_are_told_over_sure_parents_alone() -> None:
    for each in compared().alignments:
        if each.child == "三":
            assert each.sure_parents == ()
            assert each.sure_parameters == ()
