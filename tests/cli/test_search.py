from __future__ import annotations

from typing import TYPE_CHECKING

from graph.pipeline import read_sample

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command


def test_every_occurrence_is_found_at_its_offsets(zhengmai: Command, sample_store: Path) -> None:
    text = read_sample().document.source.text
    run = zhengmai("search", "三权", "--store", sample_store, "--format", "json")
    assert run.status == 0
    assert len(run.json) == 2
    for row in run.json:
        assert (row["document"], row["provision"]) == ("库政办发〔2018〕171号", "四（六）")
        assert text[row["start"] : row["end"]] == row["quote"] == "三权"
        assert "三权" in row["context"]


def test_widths_and_blanks_do_not_count(zhengmai: Command, sample_store: Path) -> None:
    run = zhengmai("search", "新政发 [２０１４] 68号", "--store", sample_store, "--format", "json")
    assert [row["provision"] for row in run.json] == ["五（十五）"]


def test_a_limit_bounds_the_passages(zhengmai: Command, sample_store: Path) -> None:
    args = ("search", "落户", "--store", sample_store, "--format", "json")
    some = {row["provision"] for row in zhengmai(*args, "--limit", "2").json}
    assert len(some) <= 2
    assert len({row["provision"] for row in zhengmai(*args).json}) > 2
    zhengmai(*args, "--limit", "0").refuses(2, "--limit")


def test_what_is_nowhere_is_nothing_found(zhengmai: Command, sample_store: Path) -> None:
    zhengmai("search", "碳达峰", "--store", sample_store).refuses(1, "没有找到")
