from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from graph.pipeline import SAMPLE
from graph.reviews.recorded import Verdict
from tests.cli.decided import decided, written

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


def test_without_a_reference_reviews_of_what_has_changed_are_told(
    zhengmai: Command, store: Path, tmp_path: Path
) -> None:
    decisions = decided(store, "171号 四（六）#responsibility/1", Verdict.REJECTED)
    zhengmai("review", "import", written(tmp_path / "d.json", decisions), "--store", store)
    assert "审核之后" not in zhengmai("impact", "--store", store).err
    text = files("graph").joinpath("samples", SAMPLE).read_text(encoding="utf-8")
    changed = tmp_path / SAMPLE
    changed.write_text(text.replace("市党委改革办牵头", "市财政局牵头"), encoding="utf-8")
    zhengmai("add", changed, "--store", store)
    run = zhengmai("impact", "--store", store)
    assert "zhengmai: 另有 1 项审核之后原文已变，须重新审核；review list 可查看" in run.err
    english = zhengmai("impact", "--store", store, "--lang", "en").err
    assert "zhengmai: what was reviewed has changed since: 1; `review list` has them" in english
