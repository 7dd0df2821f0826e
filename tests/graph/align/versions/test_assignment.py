from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.align.versions.assignment import assign

if TYPE_CHECKING:
    from collections.abc import Mapping

Gains = dict[tuple[int, int], float]
_TABLES = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3)), st.floats(-1, 5, allow_nan=False)
)


def best(gains: Mapping[tuple[int, int], float]) -> float:
    return max(
        sum(max(gains.get((row, column), 0.0), 0.0) for row, column in enumerate(columns))
        for columns in permutations(range(4))
    )


@given(_TABLES)
def test_no_other_assignment_gains_more(gains: Gains) -> None:
    found = assign(gains)
    assert sum(gains[pair] for pair in found) == pytest.approx(best(gains))
    assert len(found) == len({row for row, _ in found}) == len({column for _, column in found})


@pytest.mark.parametrize(
    ("gains", "pairs"),
    [
        ({}, set()),
        ({(0, 0): 0.0, (1, 1): -2.0}, set()),  # nothing gains, nothing is paired
        ({(0, 0): 3.0, (0, 1): 2.0, (1, 0): 2.5}, {(0, 1), (1, 0)}),  # the best pair gives way
        ({(0, 0): 3.0, (0, 1): 1.0, (1, 0): 1.0}, {(0, 0)}),
        ({(0, 5): 1.0, (7, 2): 1.0}, {(0, 5), (7, 2)}),  # rivals of nobody
    ],
)
def test_the_whole_gains_most(gains: Gains, pairs: set[tuple[int, int]]) -> None:
    assert assign(gains) == pairs
