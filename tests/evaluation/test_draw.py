from __future__ import annotations

import csv
import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.evaluation.draw import (
    COLUMNS,
    CUES,
    MISSED_COLUMNS,
    record,
    record_missed,
    restate,
    sample,
    sentences,
)
from tests.evaluation.precision import (
    REGISTER,
    by_rule,
    measured_rules,
    precision,
    recalled,
    tallied,
)

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


def test_a_verdict_goes_to_the_rule_that_states_the_finding_today(
    two_cities: Path, tmp_path: Path
) -> None:
    bank = tmp_path / "bank.tsv"
    found = [
        {"id": number, "sha256": "0" * 16, **item, "verdict": "right", "reason": ""}
        for number, item in enumerate(sample([two_cities], "tails", 3, seed=7), start=1)
    ]
    found[0]["rule"], found[1]["end"] = "an.older-rule", found[1]["end"] + 1
    own = [item["rule"] for item in found]
    with bank.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, delimiter="\t", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(found)
    counts = restate([two_cities], bank)
    assert counts == {"by another rule": 1, "gone": 1, "same": 1}
    with bank.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert rows[0]["rule"].startswith("responsibility.")
    assert rows[1]["rule"] == f"former:{own[1]}"
    assert f"former:{own[1]}" not in by_rule(rows)


def test_another_word_is_no_verdict(tmp_path: Path) -> None:
    verdicts = tmp_path / "verdicts"
    verdicts.write_text("1\tperhaps", encoding="utf-8")
    with pytest.raises(SystemExit, match="right, partly, wrong"):
        record(tmp_path / "drawn", verdicts, tmp_path / "bank")


def test_precision_is_strict() -> None:
    judged = [{"rule": "norm.cue", "verdict": each} for each in ("right", "right", "partly")]
    assert tallied(judged, "rule") == {"norm.cue": Counter(right=2, partly=1)}
    assert str(precision(Counter(right=2, partly=1))).startswith("0.67 [")


def test_sentences_are_drawn_by_each_cue_with_what_was_found_in_them(two_cities: Path) -> None:
    drawn = list(sentences([two_cities], len(CUES), seed=7))
    assert {item["cue"] for item in drawn} <= set(CUES)
    (duty,) = (item for item in drawn if item["cue"] == "duty")
    assert f"【{duty['words']}】" in duty["context"]
    assert list(sentences([two_cities], len(CUES), seed=7)) == drawn


def test_what_was_missed_is_counted_without_text(two_cities: Path, tmp_path: Path) -> None:
    drawn, counts, bank = (tmp_path / name for name in ("drawn", "counts", "missed-x.tsv"))
    items = [
        {"id": number, "sha256": "0" * 16, **item}
        for number, item in enumerate(sentences([two_cities], 2, seed=7), start=1)
    ]
    drawn.write_text("\n".join(json.dumps(item) for item in items), encoding="utf-8")
    counts.write_text("1\tnorms\t3\t1\t要 is missed\n1\tgroups\t1\t1", encoding="utf-8")
    assert record_missed(drawn, counts, bank) == 2
    written = bank.read_text(encoding="utf-8")
    assert written.splitlines()[0].split("\t") == list(MISSED_COLUMNS)
    assert not any(item["words"] in written for item in items)
    shares = recalled(csv.DictReader(written.splitlines(), delimiter="\t"))
    assert (shares["norms"].hits, shares["norms"].count) == (1, 3)
    counts.write_text("1\tnorms\t1\t3", encoding="utf-8")
    with pytest.raises(SystemExit, match="no more is found than expected"):
        record_missed(drawn, counts, bank)


def test_the_register_of_measured_rules_is_what_the_banks_say() -> None:
    assert REGISTER.read_text(encoding="utf-8") == measured_rules()
