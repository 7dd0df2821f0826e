from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.model import PartKind
from graph.normalise import normalise
from graph.structure.contents import find_contents
from graph.structure.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

BODY = """一、总体要求
以人为本。
二、主要任务
（一）治理河道
按期清淤。
（二）治理大气
减少排放。
三、保障措施
加强督查。
"""
ENTRIES = ["一、总体要求", "二、主要任务", "（一）治理河道", "（二）治理大气", "三、保障措施"]


def contents(text: str) -> list[str]:
    folded = normalise(text).text
    return [folded[start:end] for start, end in find_contents(list(lines_of(folded)))]


@pytest.mark.parametrize(
    "form",
    ["{}", "{} ...... 3", "{}……………3", "{}\t12", "{}（4）", "- [{}](#t3)", "* {}", "{} — 5"],
)
@pytest.mark.parametrize("word", ["目录\n", "目 录\n", "目\u3000\u3000录\n", ""])
def test_headings_that_come_again_are_a_list_of_contents(
    document_of: Callable[..., Document], word: str, form: str
) -> None:
    listed = "\n".join(form.format(entry) for entry in ENTRIES)
    document = document_of(f"某市治水实施方案\n{word}{listed}\n{BODY}")
    assert document.title == "某市治水实施方案"
    assert [provision.label for provision in document.provisions] == [
        "一", "二", "二（一）", "二（二）", "三",
    ]  # fmt: skip
    (part,) = [part for part in document.parts if part.kind is PartKind.CONTENTS]
    assert document.quote(part.span).startswith(word.strip() or form.format(ENTRIES[0]))
    assert document.quote(part.span).endswith(form.format(ENTRIES[-1]))
    assert all(
        passage.end <= document.folded.text.index("以人为本")
        or passage.start >= document.folded.text.rindex("一、总体要求")
        for passage in document.passages
    )


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        (
            "目录\n1 总则\n1.1 编制目的\n2 组织体系",
            "1 总则\n1.1 编制目的\n为了应急。\n2 组织体系\n由市长负责。",
        ),
        (
            "1 总则\n1.1 编制目的\n2 组织体系",
            "1 总则\n1.1 编制目的\n为了应急。\n2 组织体系\n由市长负责。",
        ),
        (
            "目 录\n第一章 总则\n第二章 罚则",
            "第一章 总 则\n第一条 为了管理。\n第二章 罚 则\n第二条 罚款。",
        ),
        (
            "目录\n前言\n一、现状\n二、任务\n附件",
            "前言\n过去五年，成效明显。\n一、现状\n已经完成。\n二、任务\n加快推进。",
        ),
        ("目录\n一、现状\n二、任务", "为了治水，制定本规划。\n一、现状\n完成。\n二、任务\n推进。"),
    ],
)
def test_a_list_of_contents_of_any_numbering_is_told(listed: str, text: str) -> None:
    assert contents(f"某市规划\n{listed}\n{text}") == [listed]


@pytest.mark.parametrize("number", ["", "3"])
@pytest.mark.parametrize("between", ["", "为了推进治水工作，制定本规划。"])
def test_a_list_of_contents_in_a_text_without_line_ends(number: str, between: str) -> None:
    listed = "目录" + "".join(entry + number for entry in ENTRIES)
    text = f"某市规划{listed}{between}{BODY.replace(chr(10), '')}{'补充说明。' * 40}"
    assert contents(text) == [listed]


STATUTE = (
    "第一章 总则{0}第一条 为了节水。{0}第二章 取水{0}第二条 按计划取水。{0}"
    "第三章 附则{0}第三条 本条例自公布之日起施行。"
)


@pytest.mark.parametrize("between", ["\n", " "])
@pytest.mark.parametrize(
    "head", ["某省节水条例\n", "某省节水条例 2020年1月2日某省人大常委会会议通过 "]
)
def test_a_list_of_contents_on_one_line_comes_again_in_those_below(head: str, between: str) -> None:
    listed = "第一章 总则 第二章 取水 第三章 附则"
    assert contents(head + listed + between + STATUTE.format(between)) == [listed]


@pytest.mark.parametrize("head", ["", "某省节水条例 2020年1月2日某省人大常委会会议通过 "])
@pytest.mark.parametrize("between", ["\n", " "])
def test_chapters_that_come_once_are_no_list_of_contents(head: str, between: str) -> None:
    assert contents(head + STATUTE.format(between)) == []
    items = "一、范围 二、程序 三、责任"  # in two annexes alike
    assert contents(f"附件1{between}{items}{between}附件2{between}{items}") == []


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "一、甲\n二、乙\n三、丙\n附则\n",
        "附件1\n一、基本情况\n二、家庭情况\n三、意见\n附件2\n一、基本情况\n二、家庭情况\n三、意见\n",
        "一、治水。按期清淤。\n二、治气。减排。\n三、保障。\n一、治水。按期清淤。\n二、治气。减排。",
        "目录内的项目免征。\n一、范围\n限于本市。\n二、程序\n按时申报。",
        "一、甲类\n1.企业\n2.个人\n二、乙类\n1.企业\n注册满一年。\n2.个人\n居住满一年。",
    ],
)
def test_headings_that_do_not_come_again_above_words_are_provisions(text: str) -> None:
    assert contents(f"某市规划\n{text}") == []


@pytest.mark.parametrize(
    "listed",
    [
        "目录\n1总则 ………（4）\n1.1编制目的 ………（4）\n1.2编制依据 ………（4） 1.3范围 ………（5）\n",
        "目录\n一、总体要求.........1\n（一）指导思想.........1\n二、任务.........3\n",
        "目录\n1总则 1.1编制目的 1.2范围\n1.3原则\n2职责\n",
    ],
)
def test_entries_with_leaders_or_several_on_a_line_are_contents(listed: str) -> None:
    body = "1总则\n1.1编制目的\n为了应急。\n1.2范围\n全市。\n1.3原则\n以人为本。\n2职责\n要落实。"
    assert contents(f"某市预案\n{listed}{body}") == [listed.rstrip("\n")]


def test_leaders_within_the_text_are_no_contents() -> None:
    text = "某市表格\n一、姓名…………\n二、电话…………\n三、意见…………\n第一条 要如实填写。"
    assert contents(text) == []


PLAN = (
    "附件：1.发文稿纸2.应急预案某省交通厅2020年6月5日应急预案"
    "1.总则1.1编制目的1.2编制依据1.3适用范围"
    "2.组织体系2.1省级机构2.2现场机构2.3专家组3.应急响应3.1先期处置3.2响应分级3.3响应终止4.附则"
    "1.总则1.1编制目的建立处置机制。1.2编制依据依据应急法。1.3适用范围适用于本省。2.组织体系"
    "2.1省级机构省政府负责指挥。2.2现场机构市政府设立。2.3专家组省厅组建。3.应急响应3.1先期处置"
    "单位应当立即响应。3.2响应分级分为四级。3.3响应终止及时评估。4.附则本预案自印发之日起实施。"
)


def test_a_list_on_one_line_with_the_text_gives_the_headings_that_nothing_parts(
    document_of: Callable[[str], Document],
) -> None:
    document = document_of(PLAN)
    headings = {p.label: p.heading for p in document.provisions}
    assert headings["2.2"] == "现场机构"
    assert headings["1.3"] == "适用范围"
    assert [p.label for p in document.provisions if p.heading == "总则"] == ["1"]
    assert "3.3~2" not in headings


PAGED = "目录\n第一条 发展现状 1\n第二条 发展目标{0}4\n第三条 用地安排{0}4\n第四条 附则{0}11"
UNNUMBERED = (
    "发展现状\n过去五年，成效明显。\n发展目标\n（一）总体目标。安居。\n（二）分期目标。乐业。"
)


@pytest.mark.parametrize("gap", [" ", "……", "\t", "", " （"])
@pytest.mark.parametrize("below", [UNNUMBERED, "为了安居，制定本规划。\n（一）总体目标。安居。\n"])
def test_entries_that_end_in_growing_pages_are_no_articles(
    document_of: Callable[..., Document], gap: str, below: str
) -> None:
    listed = PAGED.format(gap)
    document = document_of(f"某市住房规划\n{listed}\n{below}")
    assert contents(f"某市住房规划\n{listed}\n{below}") == [listed]
    assert all(label.label.startswith("（") for label in document.provisions)


@pytest.mark.parametrize(
    "text",
    [
        "目录\n第一条 发展现状 4\n第二条 发展目标 1\n第三条 用地安排 2\n为了安居。",  # fall
        "目录\n第一条 发展现状 5\n第二条 发展目标 5\n第三条 用地安排 5\n为了安居。",  # points
        "评分标准\n1.学历证明 5\n2.工作年限 10\n3.志愿服务 15\n以上由街道审核。",  # not its word
        "目录\n第一条 农业机械3\n第二条 为了支农，补贴农机。\n第三条 补贴不超过3",
        "目录\n品种 数量\n水稻 小麦\n1.水稻 3\n2.小麦 4",
    ],
)
def test_numbers_at_the_end_of_lines_are_no_pages(text: str) -> None:
    assert contents(text) == []
