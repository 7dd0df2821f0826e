from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.cli.conftest import Command


def test_what_the_store_holds_is_counted(zhengmai: Command, sample_store: Path) -> None:
    run = zhengmai("stats", "--store", sample_store, "--format", "json")
    assert (run.status, run.err) == (0, "")
    counts = {row["kind"]: row["count"] for row in run.json}
    assert (counts["documents"], counts["annexes"], counts["stubs"]) == (1, 1, 5)
    assert counts["provisions"] == 28


def test_the_same_counts_are_written_in_every_format(zhengmai: Command, sample_store: Path) -> None:
    args = ("stats", "--store", sample_store, "--format")
    assert {"类型": "条款", "数量": "28"} in zhengmai(*args, "csv").csv
    assert "| 条款 | 28 |" in zhengmai(*args, "markdown").out.splitlines()
    assert "条款" in zhengmai(*args, "table").out
    english = zhengmai(*args, "csv", "--lang", "en").csv
    assert {"kind": "provisions", "count": "28"} in english


def test_options_may_stand_before_the_command(zhengmai: Command, sample_store: Path) -> None:
    options = ("--store", sample_store, "--lang", "en", "--format", "csv")
    assert zhengmai(*options, "stats") == zhengmai("stats", *options)


def test_what_is_nearer_wins(
    zhengmai: Command, sample_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHENGMAI_STORE", "nowhere")
    monkeypatch.setenv("ZHENGMAI_LANG", "en")
    zhengmai("stats").refuses(2, "nowhere")
    before = zhengmai("--store", sample_store, "stats", "--format", "csv")
    assert "provisions" in before.out
    after = zhengmai(
        "--store", "nowhere", "--lang", "en", "stats", "--store", sample_store, "--lang", "zh"
    )
    assert "条款" in after.out
