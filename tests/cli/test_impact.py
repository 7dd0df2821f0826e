from __future__ import annotations

import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

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


LEADS = "171号 四（六）#responsibility/1"


@pytest.fixture
def changed(zhengmai: Command, store: Path, tmp_path: Path) -> Path:
    """The sample with a paragraph put in and another leading office, which was reviewed before."""
    decisions = decided(store, LEADS, Verdict.REJECTED, note="名称有误")
    file = written(tmp_path / "d.json", decisions)
    zhengmai("review", "import", file, "--by", "王某", "--store", store)
    assert zhengmai("impact", "--store", store).status == 1
    text = files("graph").joinpath("samples", SAMPLE).read_text(encoding="utf-8")
    text = text.replace("市党委改革办牵头", "市财政局牵头")
    again = tmp_path / "again.txt"
    again.write_text(text, encoding="utf-8")
    assert zhengmai("add", again, "--store", store).status == 0
    return again


def test_without_a_reference_what_has_changed_since_its_review_is_listed(
    zhengmai: Command, store: Path, changed: Path
) -> None:
    run = zhengmai("impact", "--store", store, "--format", "json")
    assert (run.status, run.err) == (0, "")
    text = changed.read_text(encoding="utf-8")
    digest = hashlib.sha256(changed.read_bytes()).hexdigest()[:12]
    for row in run.json:
        assert text[row["start"] : row["end"]] == row["quote"]
        assert (row["state"], row["status"], row["scope"]) == ("reviewed", "suspect", "clause")
        assert (row["decision"], row["note"], row["by"]) == ("rejected", "名称有误", "王某")
        assert row["version"] == f"again.txt {digest}"
        assert row["cause"] == "“(市党委改革办牵头负责,农业局、国土资源局、卫计委等部门配合)”"
    (lead,) = (row for row in run.json if row["iri"].endswith("/responsibility/1"))
    assert (lead["document"], lead["provision"]) == ("库政办发〔2018〕171号", "四（六）")
    assert lead["relation"] == "responsibility"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ["审核后已改", "认定：责任", "否定", "王某", "again.txt", "市财政局牵头负责"]),
        ("en", ["changed since it was reviewed", "finding: responsibility", "王某", "again.txt"]),
    ],
)
@pytest.mark.parametrize("form", ["table", "markdown", "csv"])
@pytest.mark.usefixtures("changed")
def test_every_format_lists_it(
    zhengmai: Command, store: Path, form: str, lang: str, words: list[str]
) -> None:
    out = zhengmai("impact", "--store", store, "--format", form, "--lang", lang).out
    assert [word for word in words if word not in out] == []


def test_what_is_gone_with_nothing_in_its_place_is_counted(
    zhengmai: Command, store: Path, tmp_path: Path
) -> None:
    clause = "171号 五（十三）"
    file = written(tmp_path / "d.json", decided(store, f"{clause}#norm/1", Verdict.ACCEPTED))
    zhengmai("review", "import", file, "--store", store)
    text = files("graph").joinpath("samples", SAMPLE).read_text(encoding="utf-8")
    kept = text[: text.index("(十三)")] + text[text.index("(十四)") :]
    again = tmp_path / SAMPLE
    again.write_text(kept, encoding="utf-8")
    zhengmai("add", again, "--store", store)
    run = zhengmai("impact", "--store", store)
    assert "zhengmai: 另有 1 项审核，所审内容已不在文中；review list 可查看" in run.err
    english = zhengmai("impact", "--store", store, "--lang", "en").err
    assert "zhengmai: gone since it was reviewed, with nothing there: 1; `review list`" in english
