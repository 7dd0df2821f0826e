from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.align.comparison import Kind
from graph.align.differences import Mark
from graph.align.sides import prepare
from graph.align.versions import compare_versions, differences_of, words_of_both
from tests.graph.align.versions.conftest import NEWER, OLDER
from tests.graph.chain import read

if TYPE_CHECKING:
    from graph.align.comparison import Comparison, Revision


def short(label: str | None) -> str:
    return (label or "").rpartition("章")[2]


@pytest.fixture(scope="module")
def by_newer(versions: Comparison) -> dict[str, Revision]:
    return {short(each.child): each for each in versions.revisions if each.child}


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("第一条", "第一条"),
        ("第二条", "第二条"),
        ("第三条", ""),
        ("第四条", "第三条"),
        ("第五条", ""),
        ("第六条", "第四条"),
        ("第七条", "第六条"),
        ("第八条", ""),
        ("第九条", "第七条"),
        ("第十条", "第八条"),
        ("第十一条", "第五条"),
        ("第十二条", "第十条"),
        ("第十三条", "第十一条"),
        ("第十四条", "第十二条"),
    ],
)
def test_each_clause_has_its_one_counterpart(
    by_newer: dict[str, Revision], newer: str, older: str
) -> None:
    assert short(by_newer[newer].parent) == older


def test_no_clause_is_the_counterpart_of_two(versions: Comparison) -> None:
    older = [each.parent for each in versions.revisions if each.parent]
    assert len(older) == len(set(older)) == 12


@pytest.mark.parametrize(
    ("state", "newer"),
    [
        ("is_new", {"第三条", "第八条"}),
        ("unchanged", {"第一条", "第二条", "第七条", "第十一条"}),
        ("moved", {"第十一条"}),
    ],
)
def test_what_became_of_the_clauses(
    by_newer: dict[str, Revision], state: str, newer: set[str]
) -> None:
    assert {label for label, each in by_newer.items() if getattr(each, state)} == newer


def test_an_article_has_the_number_by_which_it_is_cited(by_newer: dict[str, Revision]) -> None:
    kept = {label for label, each in by_newer.items() if each.parent and not each.renumbered}
    assert kept == {"第一条", "第二条"}


def test_a_clause_that_was_parted_is_not_new(by_newer: dict[str, Revision]) -> None:
    assert short(by_newer["第五条"].split_from) == "第四条"
    assert not by_newer["第五条"].is_new


def test_what_is_gone_stands_where_it_stood(versions: Comparison) -> None:
    places = [short(each.child) or f"-{short(each.parent)}" for each in versions.revisions]
    assert places[places.index("-第九条") - 1] == "第十条"
    gone = next(each for each in versions.revisions if not each.child)
    assert gone.is_deleted


def test_the_older_way_round_what_was_split_is_merged() -> None:
    sides = [prepare(read(text, "x.txt")) for text in (OLDER, NEWER)]
    back = compare_versions(*sides)
    merged = {short(each.parent): short(each.merged_into) for each in back.revisions}
    assert merged["第五条"] == "第四条"
    assert {short(each.parent) for each in back.revisions if each.is_deleted} == {
        "第三条",
        "第八条",
    }


def test_the_same_text_is_unchanged() -> None:
    side = prepare(read(OLDER, "x.txt"))
    again = compare_versions(side, side)
    assert all(each.unchanged and not each.moved for each in again.revisions)
    assert len(again.revisions) == 12


def test_the_number_of_a_clause_is_no_difference_in_it(versions: Comparison) -> None:
    found = words_of_both(versions, "第二章第七条", "第二章第六条")
    assert [each.mark for each in found] == [Mark.EQUAL]


def test_an_item_put_in_is_told_with_its_article(versions: Comparison) -> None:
    words = dict(differences_of(versions))
    article = next(each for each in words if short(each.child) == "第九条")
    put_in = [
        versions.child.quote(each.child)
        for each in words[article]
        if each.mark is Mark.INSERTED and each.child
    ]
    assert put_in == ["、视频监控", "；\n（四）实时上传空余泊位信息"]


def test_both_texts_can_be_read_from_the_words(versions: Comparison) -> None:
    for revision, words in differences_of(versions):
        for document, label, side in (
            (versions.child, revision.child, "child"),
            (versions.parent, revision.parent, "parent"),
        ):
            said = "".join(document.quote(s) for w in words if (s := getattr(w, side)))
            assert bool(said) == bool(label)
            assert "".join(said.split()) in "".join(document.source.text.split())


def test_a_value_is_held_against_the_one_in_its_place(versions: Comparison) -> None:
    fine = next(each for each in versions.alignments if short(each.child) == "第十二条")
    told = [
        (versions.parent.quote(each.parent), versions.child.quote(each.child))
        for each in fine.parameters
        if each.child and each.parent
    ]
    assert told == [("二千元以上五千元以下罚款", "五千元以上二万元以下罚款")]


def test_a_comparison_says_that_it_is_one_of_versions(versions: Comparison) -> None:
    assert versions.kind is Kind.VERSIONS
    assert {short(each.label) for each in versions.child_without_parent} == {
        "第三条",
        "第五条",
        "第八条",
    }
    assert [short(each.label) for each in versions.parent_without_child] == ["第九条"]


def test_a_plan_without_articles_is_compared_by_its_clauses() -> None:
    older = (
        "河口市停车规划\n一、目标\n（一）到2025年新增泊位一万个。\n（二）建成统一的停车信息平台。\n"
    )
    newer = (
        "河口市停车规划\n一、目标\n（一）建成统一的停车信息平台。\n（二）到2025年新增泊位二万个。\n"
    )
    found = compare_versions(*(prepare(read(text, "x.txt")) for text in (newer, older)))
    assert {(each.child, each.parent) for each in found.revisions} == {
        ("一（一）", "一（二）"),
        ("一（二）", "一（一）"),
    }
    assert sum(each.moved for each in found.revisions) == 1


def test_the_heading_of_a_chapter_is_no_clause() -> None:
    older = "河口市停车办法\n第一章 总则\n第一条 为了规范停车管理，制定本办法。\n第二章 车位\n"
    newer = f"{older}第二条 车位应当划线，不得占用盲道和消防通道。\n"
    found = compare_versions(*(prepare(read(text, "x.txt")) for text in (newer, older)))
    assert [short(each.child) for each in found.revisions] == ["第一条", "第二条"]


def test_words_that_many_clauses_have_tell_of_no_split() -> None:
    fines = "".join(
        f"第{n}条 {what}的，由市城市管理部门责令改正；构成犯罪的，依法追究刑事责任。\n"
        for n, what in (("一", "占用盲道停放车辆"), ("二", "损毁停车设施设备"))
    )
    older = f"河口市停车办法\n{fines}"
    bare = older.replace("；构成犯罪的，依法追究刑事责任", "")
    newer = f"{bare}第三条 构成犯罪的，依法追究刑事责任。\n"
    found = compare_versions(*(prepare(read(text, "x.txt")) for text in (newer, older)))
    last = found.revisions[-1]
    assert last.is_new
    assert not last.split_from


def test_what_a_letter_asks_for_is_no_clause_of_what_it_issues() -> None:
    letter = (
        "关于征求《河口市停车办法》意见的通知\n各区人民政府：\n现将《河口市停车办法》印发给你们。\n"
        "意见可以通过下列方式提出：\n（一）直接在本网站留言；\n（二）寄至市城市管理局法规处。\n"
        "河口市城市管理局\n2024年6月1日\n\n"
    )
    articles = "河口市停车办法\n第一条 为了规范停车管理，制定本办法。\n第二条 车位应当划线。\n"
    found = compare_versions(*(prepare(read(t, "x.txt")) for t in (articles, letter + articles)))
    assert [short(each.parent) for each in found.revisions] == ["第一条", "第二条"]
