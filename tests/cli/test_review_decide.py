from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.graph.chain import opened_waiting

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command

CITY, PROVINCE = "河政办发〔2031〕7号", "云政办发〔2030〕18号"
WAITING = ("review", "list", "--status", "to-review")


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("waiting")
    with opened_waiting(folder):
        return folder / "store"


@pytest.fixture
def chain(untouched: Path, tmp_path: Path) -> Path:
    return shutil.copytree(untouched, tmp_path / "chain")


def test_the_queue_is_listed_in_every_format_with_the_way_to_decide(
    zhengmai: Command, untouched: Path
) -> None:
    listed = (*WAITING, "--store", untouched)
    table = zhengmai(*listed)
    for words in ("设置老年人专座", "全面实行老年人免费乘坐", "待核（概率0.", "id/alignment/"):
        assert words in table.out.replace("\n", "").replace(" ", "")
    assert "review decide accepted IRI" in table.err
    found = zhengmai(*listed, "--format", "json").json
    assert [each["provision"] for each in found] == ["三", "三", "四"]
    assert {each["kind"] for each in found} == {"alignment"}
    assert "to be reviewed" in zhengmai(*listed, "--lang", "en").out
    assert zhengmai(*listed, "--format", "csv").csv[0]["概率"] == str(found[0]["score"])
    assert zhengmai(*listed, "--kind", "alignment", "--document", f"{CITY} 四").status == 0
    zhengmai(*listed, "--kind", "norm").refuses(1, "没有找到")


def test_a_list_of_reviews_tells_how_many_wait(zhengmai: Command, untouched: Path) -> None:
    zhengmai("review", "list", "--store", untouched, "--kind", "norm").refuses(1, "没有找到")
    told = zhengmai("review", "list", "--store", untouched)
    assert (told.status, "另有 3 条对应待核" in told.err) == (1, True)


@pytest.mark.parametrize(("option", "given"), [("--kind", "duty"), ("--status", "open")])
def test_no_kind_or_status_but_the_known_ones(
    zhengmai: Command, untouched: Path, option: str, given: str
) -> None:
    zhengmai("review", "list", option, given, "--store", untouched).refuses(2, given)


def test_what_is_decided_is_listed_and_waits_no_more(zhengmai: Command, chain: Path) -> None:
    first, _, last = zhengmai(*WAITING, "--store", chain, "--format", "json").json
    decide = ("review", "decide")
    done = zhengmai(*decide, "accepted", first["iri"], "--by", "王某", "--store", chain)
    assert (done.status, done.err) == (0, "")
    zhengmai(*decide, "rejected", last["iri"], "--note", "春游", "--store", chain)
    left = zhengmai(*WAITING, "--store", chain, "--format", "json").json
    assert {each["iri"] for each in left} & {first["iri"], last["iri"]} == set()
    asked = ("review", "list", "--store", chain, "--format", "json", "--status")
    (accepted,) = zhengmai(*asked, "accepted").json
    assert (accepted["iri"], accepted["by"]) == (first["iri"], "王某")
    (rejected,) = zhengmai(*asked, "rejected", "--kind", "alignment").json
    assert (rejected["iri"], rejected["note"]) == (last["iri"], "春游")
    zhengmai(*decide, "withdrawn", first["iri"], last["iri"], "--store", chain)
    assert len(zhengmai(*WAITING, "--store", chain, "--format", "json").json) == 3


def test_a_decision_is_about_something_that_the_store_states(
    zhengmai: Command, chain: Path
) -> None:
    (iri, *_) = (
        each["iri"] for each in zhengmai(*WAITING, "--store", chain, "--format", "json").json
    )
    decide = ("review", "decide")
    zhengmai(*decide, "accepted", f"{iri}x", "--store", chain).refuses(2, "库中没有")
    zhengmai(*decide, "withdrawn", iri, "--store", chain).refuses(2, "没有")
    zhengmai(*decide, "corrected", iri, "--store", chain).refuses(2, "--correction")
    zhengmai(*decide, "perhaps", iri, "--store", chain).refuses(2)


def test_what_waits_is_one_line_of_a_comparison_until_it_is_asked_for(
    zhengmai: Command, untouched: Path
) -> None:
    compare = ("compare", CITY, PROVINCE, "--store", untouched)
    for form in ("table", "markdown"):
        told = zhengmai(*compare, "--format", form)
        assert re.search(r"三：未见确定的对应；\d 条待核：三（四） \.\d\d", told.out)
        assert "三 ← 三（四） (" not in told.out
        assert "下级无确定对应: 未见确定的对应；1 条待核：三 ← 三（四） ." in told.out
        unfolded = zhengmai(*compare, "--format", form, "--include-candidates")
        assert re.search(r"三 ← 三（四） \(0\.\d\d 待核\)", unfolded.out)
    rows = zhengmai(*compare, "--format", "csv").csv
    waiting = [row for row in rows if row["状况"] == "待核" and row["下级条款"] and row["上级条款"]]
    assert [row["上级条款"] for row in waiting] == ["三（四）", "三（二）", "三（四）"]


def test_what_waits_is_one_line_of_a_lineage_and_of_a_clause(
    zhengmai: Command, untouched: Path
) -> None:
    line = f"未见确定的对应；2 条待核：{PROVINCE} 三（四） ."
    lineage = ("lineage", f"{CITY} 三", "--store", untouched)
    assert line in zhengmai(*lineage).out
    assert f"- {CITY} 三：{line}" in zhengmai(*lineage, "--format", "markdown").out
    assert "收紧" not in zhengmai(*lineage).out
    assert "条款对应" not in zhengmai(*lineage).out
    assert "条款对应" in zhengmai(*lineage, "--include-candidates").out
    states = [each["state"] for each in zhengmai(*lineage, "--format", "json").json]
    assert states[:2] == ["to-review", "to-review"]
    show = ("show", f"{CITY} 三", "--store", untouched)
    assert "2 条待核" in zhengmai(*show).out
    assert "2 条待核" not in zhengmai(*show, "--include-candidates").out


def test_several_parents_are_compared_one_after_the_other(zhengmai: Command) -> None:
    zhengmai("compare", CITY, PROVINCE, "国办发〔2030〕5号").refuses(2, "逐一对比", "lineage")
