from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command

THREE = ["土地承包权", "宅基地使用权", "集体收益分配权"]


def test_the_three_rights_are_held_protected_and_answered_for(
    zhengmai: Command, sample_store: Path
) -> None:
    run = zhengmai("rights", "三权", "--store", sample_store, "--format", "json")
    assert (run.status, run.err) == (0, "")
    assert sorted(right["right"] for right in run.json) == sorted(THREE)
    for right in run.json:
        assert right["holders"] == ["进城落户农民"]
        assert [clause["provision"] for clause in right["clauses"]] == ["四（六）"]
        assert right["norms"][0]["kind"] == "prohibition"
        assert right["agencies"][0]["role"] == "lead"


def test_the_table_shows_all_of_it(zhengmai: Command, sample_store: Path) -> None:
    out = zhengmai("rights", "三权", "--store", sample_store).out
    for words in (*THREE, "进城落户农民", "四（六）", "禁止", "不得强行要求", "牵头"):
        assert words in out


def test_a_spreadsheet_has_a_row_for_each_statement(zhengmai: Command, sample_store: Path) -> None:
    rows = zhengmai("rights", "土地承包权", "--store", sample_store, "--format", "csv").csv
    assert {row["权利"] for row in rows} == {"土地承包权"}
    assert {"条款", "禁止", "牵头", "配合"} <= {row["类型"] for row in rows}


def test_without_a_name_all_rights_are_listed(zhengmai: Command, sample_store: Path) -> None:
    rights = zhengmai("rights", "--store", sample_store, "--format", "json").json
    assert len(rights) > 3


def test_a_misspelt_right_is_told_the_near_ones(zhengmai: Command, sample_store: Path) -> None:
    zhengmai("rights", "土地承包劝", "--store", sample_store).refuses(2, "土地承包权")
