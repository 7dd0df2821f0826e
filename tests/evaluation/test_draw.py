from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.evaluation.draw import COLUMNS, record, sample
from tests.evaluation.precision import precision, tallied

if TYPE_CHECKING:
    from pathlib import Path


def test_a_seed_draws_the_same_findings(two_cities: Path) -> None:
    one, again = (list(sample([two_cities], "tails", 3, seed=7)) for _ in range(2))
    assert one == again
    assert len(one) == 3


def test_what_is_drawn_shows_its_words_in_their_context(two_cities: Path) -> None:
    (item,) = sample([two_cities], "deadlines", 1, seed=1)
    assert f"【{item['words']}】" in item["context"]
    assert item["found"]["where"] == "一（二）"


def test_a_bank_keeps_offsets_and_hashes_and_no_text(two_cities: Path, tmp_path: Path) -> None:
    drawn, verdicts, bank = (tmp_path / name for name in ("drawn", "verdicts", "bank.tsv"))
    items = [
        {"id": number, "sha256": "0" * 16, **item}
        for number, item in enumerate(sample([two_cities], "tails", 2, seed=7), start=1)
    ]
    drawn.write_text("\n".join(json.dumps(item) for item in items), encoding="utf-8")
    verdicts.write_text("1\tright\n2\twrong\tonly a heading", encoding="utf-8")
    assert record(drawn, verdicts, bank) == 2
    written = bank.read_text(encoding="utf-8")
    assert written.splitlines()[0].split("\t") == list(COLUMNS)
    assert not any(item["words"] in written for item in items)
    assert "only a heading" in written


def test_another_word_is_no_verdict(tmp_path: Path) -> None:
    verdicts = tmp_path / "verdicts"
    verdicts.write_text("1\tperhaps", encoding="utf-8")
    with pytest.raises(SystemExit, match="right, partly, wrong"):
        record(tmp_path / "drawn", verdicts, tmp_path / "bank")


def test_precision_is_strict() -> None:
    judged = [{"rule": "norm.cue", "verdict": each} for each in ("right", "right", "partly")]
    assert tallied(judged, "rule") == {"norm.cue": Counter(right=2, partly=1)}
    assert str(precision(Counter(right=2, partly=1))).startswith("0.67 [")
