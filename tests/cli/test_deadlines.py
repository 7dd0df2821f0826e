from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command


def test_dated_terms_come_first_and_vague_ones_last(zhengmai: Command, sample_store: Path) -> None:
    rows = zhengmai("deadlines", "--store", sample_store, "--format", "json").json
    dates = [row["date"] for row in rows]
    assert dates[:1] == ["2018-12-31"]
    assert {"尽快", "如期", "及时"} <= {row["term"] for row in rows if row["date"] is None}
    assert dates == sorted(dates, key=lambda date: date or "9999")


def test_a_day_keeps_what_is_due_by_then(zhengmai: Command, sample_store: Path) -> None:
    args = ("deadlines", "--store", sample_store, "--format", "json", "--before")
    assert {row["date"] for row in zhengmai(*args, "2018-12-31").json} == {"2018-12-31"}
    run = zhengmai(*args, "2018-01-01")
    assert (run.status, run.json) == (1, [])


@pytest.mark.parametrize("day", ["2020", "2020-13-01", "明年", ""])
def test_what_is_no_day_is_refused(zhengmai: Command, sample_store: Path, day: str) -> None:
    zhengmai("deadlines", "--store", sample_store, "--before", day).refuses(2, "--before")


def test_an_agency_keeps_what_it_answers_for(zhengmai: Command, sample_store: Path) -> None:
    args = ("deadlines", "--store", sample_store, "--agency")
    rows = zhengmai(*args, "市发改委", "--format", "json").json
    assert {row["provision"] for row in rows} == {"五（十四）"}
    assert "共同负责" in zhengmai(*args, "市发改委").out
    zhengmai(*args, "市发该委").refuses(2, "市发该委", "市发改委")
