from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from cli.main import main
from graph.reviews.recorded import Verdict
from tests.cli.decided import aligned, written
from tests.graph.align.versions.conftest import NEWER, OLDER
from tests.graph.chain import TEXTS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command

CHILD, PARENT = "云政办发〔2030〕18号", "国办发〔2030〕5号"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the files, which no test changes."""
    folder = tmp_path_factory.mktemp("chain")
    (folder / "files").mkdir()
    for name, text in TEXTS.items():
        (folder / "files" / name).write_text(text, encoding="utf-8")
    assert main(["add", str(folder / "files"), "--store", str(folder / "store")]) == 0
    return folder / "store"


@pytest.fixture
def chain(built: Path, tmp_path: Path) -> Path:
    return shutil.copytree(built, tmp_path / "store")


def test_two_files_are_compared_without_a_store(zhengmai: Command, files: Path) -> None:
    run = zhengmai("compare", files / "province.txt", files / "nation.txt", "--format", "json")
    assert (run.status, run.err) == (0, "")
    assert (run.json["child"], run.json["parent"]) == (CHILD, PARENT)
    assert run.json["child_without_parent"] == ["三（五）"]
    assert run.json["parent_without_child"] == ["二（七）"]
    first = next(each for each in run.json["alignments"] if each["child"] == "三（一）")
    assert first["parents"][0].keys() >= {"label", "score", "justification"}
    assert "relaxed" in first["delta"]


def test_references_say_the_same_as_files(zhengmai: Command, files: Path, chain: Path) -> None:
    by_file = zhengmai("compare", files / "province.txt", files / "nation.txt", "--format", "json")
    by_name = zhengmai("compare", CHILD, PARENT, "--store", chain, "--format", "json")
    assert by_name.json == by_file.json


def test_the_table_marks_what_was_put_in_and_left_out(zhengmai: Command, files: Path) -> None:
    out = zhengmai("compare", files / "province.txt", files / "nation.txt").out
    assert "年限要求不得超过[-5-]{+2+}年" in out
    assert "不是结论" in out
    assert "下级无确定对应: 二（七）" in out


def test_markdown_marks_insertions_and_deletions(zhengmai: Command, files: Path) -> None:
    run = zhengmai("compare", files / "province.txt", files / "nation.txt", "--format", "markdown")
    assert "年限要求不得超过<del>5</del><ins>2</ins>年" in run.out
    assert run.out.startswith("# ")


def test_csv_has_a_row_for_every_clause_and_parent(zhengmai: Command, files: Path) -> None:
    run = zhengmai("compare", files / "province.txt", files / "nation.txt", "--format", "csv")
    rows = run.csv
    assert {"三（一）", "三（五）"} <= {row["下级条款"] for row in rows}
    assert (
        next(row for row in rows if row["下级条款"] == "三（一）")["变化"] == "放宽 | 文字：本地化"
    )
    assert "二（七）" in {row["上级条款"] for row in rows if not row["下级条款"]}


def test_in_english(zhengmai: Command, files: Path) -> None:
    out = zhengmai("compare", files / "province.txt", files / "nation.txt", "--lang", "en").out
    assert "never a verdict" in out
    assert "no sure counterpart below" in out


def test_peers_stand_beside_their_parent(zhengmai: Command, files: Path, chain: Path) -> None:
    held = zhengmai("compare", PARENT, "--peers", "--store", chain, "--format", "json").json
    assert (held["parent"], held["documents"]) == (PARENT, [CHILD])
    three = (files / name for name in ("province.txt", "city.txt", "nation.txt"))
    named = zhengmai("compare", *three, "--peers", "--format", "json").json
    assert named["documents"] == [CHILD, "河政办发〔2031〕7号"]
    row = next(row for row in named["rows"] if row["parent"] == "在当地连续居住满五年")
    first = row["values"][0]
    assert (first["value"], first["unit"], first["direction"]) == (3.0, "年", "relaxed")
    text = (files / "province.txt").read_text(encoding="utf-8")
    assert text[first["start"] : first["end"]] == first["quote"] == "在我省连续居住满三年"
    assert all(each["reason"] for each in named["apart"])
    table = zhengmai("compare", PARENT, "--peers", "--store", chain).out
    assert f"  {CHILD}: 三（一） 在我省连续居住满三年 (放宽)" in table.splitlines()


@pytest.mark.parametrize("form", ["csv", "markdown"])
def test_peers_have_a_column_each(zhengmai: Command, chain: Path, form: str) -> None:
    out = zhengmai("compare", PARENT, "--peers", "--store", chain, "--format", form).out
    assert CHILD in out.replace("\\", "").splitlines()[0]
    assert "三（一） 在我省连续居住满三年 (放宽)" in out


def test_a_document_without_children_stands_among_its_peers(zhengmai: Command, chain: Path) -> None:
    found = zhengmai(
        "compare", "河政办发〔2031〕7号", "--peers", "--store", chain, "--format", "json"
    )
    assert "河政办发〔2031〕7号" in found.json["documents"]
    assert found.json["parent"] != "河政办发〔2031〕7号"


def test_a_document_without_parents_and_children_has_no_peers(
    zhengmai: Command, files: Path, tmp_path: Path
) -> None:
    store = tmp_path / "alone"
    assert zhengmai("add", files / "nation.txt", "--store", store).status == 0
    zhengmai("compare", PARENT, "--peers", "--store", store).refuses(
        2, "no held document carries it out"
    )


def test_what_cannot_be_compared_is_refused(zhengmai: Command, files: Path, chain: Path) -> None:
    zhengmai("compare", CHILD, "--store", chain).refuses(2, "CHILD PARENT")
    zhengmai("compare", CHILD, "云岭政发〔2020〕3号", "--store", chain).refuses(2, "未收录")
    zhengmai("compare", files / "none.txt", PARENT, "--store", chain).refuses(2, "none.txt")


def test_a_rejected_correspondence_counts_as_none(
    zhengmai: Command, chain: Path, tmp_path: Path
) -> None:
    pair = (f"{CHILD} 三（二）", f"{PARENT} 二（四）")
    file = written(tmp_path / "d.json", aligned(chain, *pair, Verdict.REJECTED))
    zhengmai("review", "import", file, "--store", chain)
    run = zhengmai("compare", CHILD, PARENT, "--store", chain, "--format", "json")
    assert run.json["child_without_parent"] == ["三（二）", "三（五）"]
    assert "二（四）" in run.json["parent_without_child"]
    (rejected,) = run.json["rejected"]
    assert (rejected["child"], rejected["parents"][0]["status"]) == ("三（二）", "rejected")
    assert run.err == "zhengmai: 另有 1 项经审核否定，未计入；show 可查看\n"
    text = zhengmai("compare", CHILD, PARENT, "--store", chain).out
    assert "三（二） (与二（四）的对应（概率" in text


def test_a_review_shows_in_the_rows(zhengmai: Command, chain: Path, tmp_path: Path) -> None:
    pair = (f"{CHILD} 三（二）", f"{PARENT} 二（四）")
    file = written(tmp_path / "d.json", aligned(chain, *pair, Verdict.ACCEPTED))
    zhengmai("review", "import", file, "--store", chain)
    rows = zhengmai("compare", CHILD, PARENT, "--store", chain, "--format", "csv").csv
    assert next(row for row in rows if row["下级条款"] == "三（二）")["审核状态"] == "已确认"


FOREST = f"{CHILD} 三（五）"
BONDS = f"{PARENT} 二（七）"


def test_gaps_tell_why_they_are_none(zhengmai: Command, chain: Path) -> None:
    args = ("compare", CHILD, PARENT, "--store", chain)
    before = zhengmai(*args, "--format", "json").json
    zhengmai("justify", BONDS, "--because", "债券由\n省里发行", "--for", CHILD, "--store", chain)
    run = zhengmai(*args, "--format", "json").json
    (alone,) = run["not_found"]["parent"]
    assert (alone["label"], alone["because"], alone["status"]) == (
        "二（七）",
        "债券由\n省里发行",
        "accepted",
    )
    (open_one,) = run["not_found"]["child"]
    assert (open_one["label"], open_one["because"], open_one["status"]) == ("三（五）", "", "")
    alone |= {"because": "", "status": ""}
    assert run == before
    assert "下级无确定对应: 二（七） (" in zhengmai(*args).out
    assert ") 已说明：“债券由省里发行”" in zhengmai(*args).out
    assert ") justified: “债券由省里发行”" in zhengmai(*args, "--lang", "en").out
    assert "已说明：“债券由省里发行”" in zhengmai(*args, "--format", "markdown").out
    (row,) = (r for r in zhengmai(*args, "--format", "csv").csv if not r["下级条款"])
    assert (row["理由"], row["审核状态"]) == ("债券由\n省里发行", "已确认")


def test_a_justification_of_other_words_leaves_the_gap_open(
    zhengmai: Command, chain: Path, files: Path
) -> None:
    zhengmai("justify", FOREST, "--because", "本省特色", "--store", chain)
    file = files / "province.txt"
    file.write_text(TEXTS["province.txt"].replace("精品线路", "精品路线"), encoding="utf-8")
    zhengmai("add", file, "--store", chain)
    args = ("compare", CHILD, PARENT, "--store", chain)
    (alone,) = zhengmai(*args, "--format", "json").json["not_found"]["child"]
    assert (alone["because"], alone["status"]) == ("本省特色", "suspect")
    assert "说明之后条文已改，原说明：“本省特色”" in zhengmai(*args).out


def test_justified_gaps_stand_behind_the_open_ones(
    zhengmai: Command, chain: Path, tmp_path: Path
) -> None:
    pair = (f"{CHILD} 三（二）", f"{PARENT} 二（四）")
    file = written(tmp_path / "d.json", aligned(chain, *pair, Verdict.REJECTED))
    zhengmai("review", "import", file, "--store", chain)
    zhengmai("justify", f"{CHILD} 三（二）", "--because", "另有规定", "--store", chain)
    out = zhengmai("compare", CHILD, PARENT, "--store", chain).out
    assert out.index("上级无确定对应: 三（五）") < out.index("上级无确定对应: 三（二）")


@pytest.fixture
def two_versions(tmp_path: Path) -> tuple[Path, Path]:
    files = tmp_path / "newer.txt", tmp_path / "older.txt"
    for file, text in zip(files, (NEWER, OLDER), strict=True):
        file.write_text(text, encoding="utf-8")
    return files


def test_versions_of_one_instrument_are_told(
    zhengmai: Command, two_versions: tuple[Path, Path]
) -> None:
    found = zhengmai("compare", *two_versions, "--format", "json").json
    assert found["as"] == "versions"
    assert found["counts"]["deleted"] == 1
    moved = next(each for each in found["clauses"] if each["moved"])
    assert (moved["parent"], moved["child"]) == ("第二章第五条", "第三章第十一条")
    assert moved["renumbered"]
    assert moved["unchanged"]
    assert {"mark", "child", "parent"} == moved["differences"][0].keys()
    gone = next(each for each in found["clauses"] if each["deleted"])
    assert (gone["parent"], gone["child"]) == ("第三章第九条", None)


def test_the_newer_version_is_told_by_its_dates(
    zhengmai: Command, two_versions: tuple[Path, Path]
) -> None:
    forth = zhengmai("compare", *two_versions, "--format", "json").json
    assert zhengmai("compare", *reversed(two_versions), "--format", "json").json == forth
    assert forth["order_by"] == "days"
    told = zhengmai("compare", *two_versions).out
    assert "旧：older.txt；新：newer.txt；先后依据：日期先后" in told


def test_what_nothing_dates_is_said_to_stand_in_the_order_given(
    zhengmai: Command, tmp_path: Path
) -> None:
    undated = (
        "居住证管理办法\n第一条 居住满{}年的，可以申领居住证。\n第二条 公安机关应当及时办理。\n"
    )
    one, other = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_text(undated.format("三"), encoding="utf-8")
    other.write_text(undated.format("二"), encoding="utf-8")
    out = zhengmai("compare", one, other, "--as", "versions").out
    assert "旧：b.txt；新：a.txt；先后依据：无日期可分" in out


@pytest.mark.parametrize("form", ["table", "markdown", "csv", "json"])
def test_what_two_documents_are_can_be_said(
    zhengmai: Command, two_versions: tuple[Path, Path], files: Path, form: str
) -> None:
    levels = files / "province.txt", files / "nation.txt"
    told = {
        kind: zhengmai("compare", *two_versions, "--as", kind, "--format", form).out
        for kind in ("parent", "versions")
    }
    assert told["versions"] == zhengmai("compare", *two_versions, "--format", form).out
    assert told["parent"] != told["versions"]
    usual = zhengmai("compare", *levels, "--format", form).out
    assert usual == zhengmai("compare", *levels, "--as", "parent", "--format", form).out
    assert usual != zhengmai("compare", *levels, "--as", "versions", "--format", form).out


def test_a_table_of_versions_says_what_became_of_each_clause(
    zhengmai: Command, two_versions: tuple[Path, Path]
) -> None:
    out = zhengmai("compare", *two_versions).out
    lines = out.splitlines()
    assert lines[0].startswith("新旧版本比较：")
    assert lines[0].index("2018-03-01") < lines[0].index("2024-06-01")
    assert "第二章第五条 → 第三章第十一条: 未变、移动、改序号" in lines
    assert "第一章第三条: 新增" in lines
    assert "第三章第九条: 删除" in lines
    assert "第二章第五条: 自第二章第四条拆出" in lines
    assert "自领取营业执照之日起[-30-]{+15+}日内" in out
    assert "罚款: 二千元以上五千元以下罚款 → 五千元以上二万元以下罚款" in out


def test_a_csv_of_versions_has_the_words_put_in_and_left_out(
    zhengmai: Command, two_versions: tuple[Path, Path]
) -> None:
    rows = zhengmai("compare", *two_versions, "--format", "csv").csv
    row = next(row for row in rows if row["新版条款"] == "第三章第九条")
    assert row["旧版条款"] == "第三章第七条"
    assert row["变化"] == "修改、改序号"
    assert row["增加的文字"] == "、视频监控 … ；（四）实时上传空余泊位信息"
    assert row["删去的文字"] == ""


def test_versions_in_english(zhengmai: Command, two_versions: tuple[Path, Path]) -> None:
    out = zhengmai("compare", *two_versions, "--lang", "en").out
    assert "第二章第五条 → 第三章第十一条: unchanged, moved, renumbered" in out
