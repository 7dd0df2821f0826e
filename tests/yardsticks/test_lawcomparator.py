"""What the yardstick of versions takes from a report, and how it counts."""

from __future__ import annotations

import json

from graph.align import prepare
from graph.align.versions import compare_versions
from tests.graph.align.versions.conftest import NEWER, OLDER
from tests.graph.chain import read
from tests.yardsticks.lawcomparator import Correspondence, Score, compared, reported

TOLD = {
    "metadata": {"law1_file": "older.txt", "law2_file": "newer.txt"},
    "comparison_result": {
        "identical": [{"old_number": 1, "new_number": 1}],
        "modified": [{"old_number": 2, "new_number": 3, "match_type": "manual"}],
        "new": [{"article_number": 2}],
        "deleted": [{"article_number": 3}],
        "mapping": {"1": 1, "2": 3},
    },
}
TRUE = Correspondence(frozenset({(1, 1), (2, 3)}), frozenset({2}), frozenset({3}))


def test_a_report_says_which_article_became_which() -> None:
    html = f"<script>const COMPARISON_DATA = {json.dumps(TOLD)}; draw();</script>"
    assert reported(html) == ("older.txt", "newer.txt", TRUE)


def test_an_article_that_was_overlooked_is_neither_new_nor_deleted() -> None:
    assert TRUE.corrected(3, 2) == Correspondence(
        frozenset({(1, 1), (2, 3), (3, 2)}), frozenset(), frozenset()
    )


def test_a_comparison_is_counted_by_the_numbers_of_its_articles() -> None:
    found = compared(compare_versions(*(prepare(read(text, "x.txt")) for text in (NEWER, OLDER))))
    assert (5, 11) in found.pairs
    assert found.new == {3, 5, 8}
    assert found.deleted == {9}


def test_figures_are_of_all_pairs_together() -> None:
    score = Score()
    score.add({1, 2, 3}, {2, 3, 4})
    score.add(set(), {5})
    assert (score.right, score.found, score.true) == (2, 3, 4)
    assert score.f1 == 4 / 7
    assert Score().f1 == 1
