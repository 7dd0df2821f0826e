from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.yardsticks.recognizers import SPECS, measure

if TYPE_CHECKING:
    from pathlib import Path


def specification(folder: Path, kind: str, cases: dict[str, str], unit: str = "") -> None:
    path = folder / SPECS[kind]
    path.parent.mkdir(parents=True)
    results = [
        {"Results": [{"Text": words, "Resolution": {"value": value, "unit": unit}}]}
        for words, value in cases.items()
    ]
    path.write_text(json.dumps(results), encoding="utf-8")


def test_a_value_is_the_same_unread_or_wrong(tmp_path: Path) -> None:
    specification(tmp_path, "numbers", {"两千三": "2300", "三五": "35", "五百": "501"})
    counts = measure(tmp_path, "numbers").counts
    assert (counts["same"], counts["unread"], counts["wrong"]) == (2, 2, 2)


def test_other_money_is_not_compared(tmp_path: Path) -> None:
    specification(tmp_path, "money", {"五欧元": "5"}, unit="Euro")
    assert not measure(tmp_path, "money").counts
