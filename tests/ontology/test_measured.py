from __future__ import annotations

import pytest

from ontology import measured
from ontology.measured import Measured


@pytest.mark.parametrize(
    ("judged", "right", "is_set_aside"),
    [
        (40, 31, True),
        (40, 32, False),  # four in five
        (29, 0, False),  # too few to tell
        (30, 23, True),
    ],
)
def test_a_rule_is_set_aside_when_enough_of_it_was_judged_and_it_is_right_too_seldom(
    judged: int, right: int, *, is_set_aside: bool
) -> None:
    assert Measured("rule", judged, right).candidates_only is is_set_aside


def test_no_more_findings_are_right_than_were_judged() -> None:
    assert all(0 <= each.right <= each.judged for each in measured.register().values())
