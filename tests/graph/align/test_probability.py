from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.align.probability import CONSTANT, Weight, probabilities, stored_weights, strongest
from graph.align.reasons import REASONS

if TYPE_CHECKING:
    from graph.align.reasons import Table


def tables(**values: float) -> dict[str, Table]:
    mean = {reason: stored_weights()[reason].mean for reason in REASONS}
    return {reason: [[values.get(reason, mean[reason])]] for reason in REASONS}


def test_every_reason_has_a_stored_weight() -> None:
    assert set(stored_weights()) == {*REASONS, CONSTANT, "likest-clauses", "unrelated"}


def test_an_average_pair_of_clauses_is_none() -> None:
    assert probabilities(tables())[0][0] < 0.02


@pytest.mark.parametrize("reason", ["sentences", "rare", "only-child", "neighbours"])
def test_what_both_have_speaks_for_a_pair(reason: str) -> None:
    ((more,),) = probabilities(tables(**{reason: 1.0}))
    assert more > probabilities(tables())[0][0]
    assert strongest(tables(**{reason: 1.0}), 0, 0, 1) == [reason]


def test_clauses_that_stand_apart_are_less_probable() -> None:
    near, far = tables(sentences=0.2, apart=0.0), tables(sentences=0.2, apart=1.0)
    assert probabilities(far)[0][0] < probabilities(near)[0][0]


def test_a_probability_is_one_however_large_the_odds() -> None:
    huge = {**stored_weights(), CONSTANT: Weight(10_000.0, 1.0)}
    assert probabilities(tables(), huge)[0][0] == pytest.approx(1.0)
