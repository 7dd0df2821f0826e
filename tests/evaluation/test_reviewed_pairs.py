from __future__ import annotations

from typing import TYPE_CHECKING

from graph.align.probability import CONSTANT, LIKEST, UNRELATED, Weight
from graph.align.reasons import REASONS
from graph.answers.review_queue import review_queue
from graph.reviewing import decisions_on, review
from graph.reviews.recorded import Verdict
from tests.evaluation.reviewed_pairs import reviewed_rows
from tests.graph.chain import opened_waiting

if TYPE_CHECKING:
    from pathlib import Path

UNFITTED = dict.fromkeys((*REASONS, CONSTANT, LIKEST, UNRELATED), Weight(0, 0))


def test_only_what_a_reviewer_decided_is_a_pair_to_learn_from(tmp_path: Path) -> None:
    with opened_waiting(tmp_path) as store:
        first, second, _ = (each.iri for each in review_queue(store))
        for finding, verdict in ((first, Verdict.ACCEPTED), (second, Verdict.REJECTED)):
            review(store, decisions_on(store, [finding], verdict))
    rows = reviewed_rows(tmp_path / "store", REASONS, UNFITTED)
    assert sorted(truth for _, truth in rows) == [False, True]
    assert all(len(values) == len(REASONS) for values, _ in rows)


def test_a_store_without_reviews_teaches_nothing(tmp_path: Path) -> None:
    with opened_waiting(tmp_path):
        pass
    assert reviewed_rows(tmp_path / "store", REASONS, UNFITTED) == []
