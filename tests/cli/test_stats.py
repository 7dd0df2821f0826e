from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.cli.conftest import Command


def test_what_the_store_holds_is_counted(zhengmai: Command, sample_store: Path) -> None:
    run = zhengmai("stats", "--store", sample_store, "--format", "json")
    assert run.status == 0
    assert "只作候选" in run.err  # its conditions and its aim
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


def test_the_mentions_in_files_are_counted_by_level_and_form(
    zhengmai: Command, two_cities: Path, tmp_path: Path
) -> None:
    (tmp_path / "list.txt").write_text("甲\n乙\n", encoding="utf-8")
    run = zhengmai("stats", "--mentions", two_cities, tmp_path / "list.txt", "--format", "json")
    assert run.status == 0
    assert "1 个文件" in run.err
    rows = {(row["coverage"], row["key"]): row for row in run.json}
    assert set(rows) == {("level", "市"), ("form", "tail"), ("whole", "")}
    whole = rows["whole", ""]
    assert (whole["named"], whole["with_kind"], whole["with_place"]) == (8, 8, 8)
    assert (whole["kind_share"], whole["place_share"], whole["left_open"]) == (1, 1, 2)


def test_a_name_that_no_kind_has_is_listed(
    zhengmai: Command, two_cities: Path, tmp_path: Path
) -> None:
    text = (two_cities / "dazhou.txt").read_text(encoding="utf-8")
    file = tmp_path / "odd.txt"
    file.write_text(text.replace("市公安局牵头", "市魔法局牵头"), encoding="utf-8")
    run = zhengmai("stats", "--mentions", file, "--format", "json")
    (missed,) = (row for row in run.json if row["coverage"] == "missed")
    assert (missed["key"], missed["named"]) == ("市魔法局", 1)
    assert missed["document"] == "达市府办〔2017〕8号"
    assert "未归类名称" in zhengmai("stats", "--mentions", file).out


def test_mentions_and_files_need_each_other(zhengmai: Command, two_cities: Path) -> None:
    zhengmai("stats", "--mentions").refuses(2, "--mentions")
    zhengmai("stats", two_cities).refuses(2, "--mentions")
    zhengmai("stats", "--mentions", two_cities / "nowhere").refuses(2, "nowhere")
