from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command


def test_the_whole_plan_and_a_clause_hang_on_a_parent(
    zhengmai: Command, sample_store: Path
) -> None:
    args = ("impact", "新政发〔2014〕68号", "--store", sample_store)
    rows = zhengmai(*args, "--format", "json").json
    assert [row["scope"] for row in rows] == ["document", "clause"]
    assert rows[0]["provisions"] == 28
    assert rows[1]["provision"] == "五（十五）"
    assert "整份" in zhengmai(*args).out


def test_nothing_hangs_on_a_document_that_nobody_cites(
    zhengmai: Command, sample_store: Path
) -> None:
    zhengmai("impact", "171号", "--store", sample_store).refuses(1, "没有找到")
