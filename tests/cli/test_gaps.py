from __future__ import annotations

from typing import TYPE_CHECKING

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
