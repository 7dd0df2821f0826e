from __future__ import annotations

from typing import TYPE_CHECKING

from tests.graph.chain import opened_waiting

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command


def test_what_clauses_leave_open_is_found(zhengmai: Command, sample_store: Path) -> None:
    rows = zhengmai("gaps", "--store", sample_store, "--format", "json").json
    found = {(row["gap"], row["provision"]) for row in rows}
    assert ("no-leader", "四（四）") in found
    assert {
        ("open-set", "三（二）2"),
        ("open-set", "四（八）"),
        ("open-set", "五（十五）"),
    } <= found
    assert ("vague-date", "五（十五）") in found


def test_the_table_names_the_gaps_in_words(zhengmai: Command, sample_store: Path) -> None:
    out = zhengmai("gaps", "--store", sample_store).out
    assert "无牵头机构" in out
    assert "no-leader" not in out


def test_a_provision_keeps_its_own_gaps(zhengmai: Command, sample_store: Path) -> None:
    args = ("gaps", "--document", "171号 四（四）", "--store", sample_store, "--format", "json")
    assert {row["provision"] for row in zhengmai(*args).json} == {"四（四）"}


def test_what_waits_is_not_called_missing_and_the_nearest_clause_names_its_document(
    zhengmai: Command, tmp_path: Path
) -> None:
    with opened_waiting(tmp_path):
        pass
    args = ("gaps", "--store", tmp_path / "store")
    rows = zhengmai(*args, "--format", "json").json
    waiting = [row for row in rows if row["state"] == "to-review"]
    assert waiting
    held = {"国办发〔2030〕5号", "云政办发〔2030〕18号", "河政办发〔2031〕7号"}
    assert all(row["nearest"] and row["nearest_in"] in held for row in waiting)
    assert all(row["nearest_in"] != row["document"] for row in waiting)
    out = zhengmai(*args).out
    assert "下级无确定对应" in out
    assert "待核" in out
    assert "未落实" not in out
    assert "无依据" not in out
