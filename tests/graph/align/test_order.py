from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from graph.align.order import anchors, displacements


def test_a_pair_that_crosses_the_others_is_no_anchor() -> None:
    scores = [[0.1, 0.0, 0.4], [0.8, 0.0, 0.0], [0.0, 0.7, 0.0]]
    assert anchors(scores) == [(1, 0), (2, 1)]


def test_a_clause_between_two_anchors_belongs_between_their_parents() -> None:
    scores = [[0.9, 0.0, 0.0, 0.0], [0.0, 0.1, 0.1, 0.2], [0.0, 0.0, 0.8, 0.0]]
    assert displacements(scores)[1] == [0.0, 0.0, 0.0, 0.25]


def test_documents_without_clauses_have_no_order() -> None:
    assert displacements([]) == []
    assert displacements([[], []]) == [[], []]


@given(
    st.integers(1, 6).flatmap(
        lambda width: st.lists(
            st.lists(st.floats(0, 1), min_size=width, max_size=width), min_size=1, max_size=6
        )
    )
)
def test_anchors_run_in_parallel_and_are_in_their_place(scores: list[list[float]]) -> None:
    fixed = anchors(scores)
    away = displacements(scores)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(fixed))
    assert all(away[row][column] == 0 for row, column in fixed)
    assert all(0 <= value < 1 for line in away for value in line)
