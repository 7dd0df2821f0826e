from __future__ import annotations

from collections import Counter

import pytest

from graph.normalise import normalise
from graph.structure.provisions import build

PLAN = """1 总则
1.1 编制目的
为了应急。
1.2 适用范围
全省。
2 组织体系
2.1 指挥部
2.1.1 组成
（1）公安组。
（2）医疗组。
2.1.2 职责
2.2 专家组
3 附则
"""


def labels(text: str) -> list[str]:
    return [unit.label for unit in build(text, 0, len(text), "", Counter()).units]


def parents(text: str) -> dict[str, str | None]:
    units = build(text, 0, len(text), "", Counter()).units
    return {unit.label: unit.parent.label if unit.parent else None for unit in units}


def test_a_decimal_stands_for_the_numbers_that_it_repeats() -> None:
    assert labels(PLAN) == [
        "1", "1.1", "1.2", "2", "2.1", "2.1.1", "2.1.1（1）", "2.1.1（2）", "2.1.2", "2.2", "3",
    ]  # fmt: skip


def test_decimals_nest_by_their_numbers() -> None:
    assert parents(PLAN) == {
        "1": None, "1.1": "1", "1.2": "1", "2": None, "2.1": "2", "2.1.1": "2.1",
        "2.1.1（1）": "2.1.1", "2.1.1（2）": "2.1.1", "2.1.2": "2.1", "2.2": "2", "3": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "1.总则1.1编制目的为了应急。1.2适用范围本省。2.组织体系2.1指挥部由省长任总指挥。",
        "1 总则\n1.1 编制目的 为了应急。1.2 适用范围 本省。\n2 组织体系\n2.1 指挥部由省长负责。",
        "1、总则\n1.1、编制目的\n1.2、适用范围\n2、组织体系\n2.1、指挥部",
    ],
)
def test_decimals_on_one_line_are_read_as_on_lines_of_their_own(text: str) -> None:
    assert labels(text) == ["1", "1.1", "1.2", "2", "2.1"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1.培训。增长1.5万人次。2.就业。达到2.1亿元。", ["1", "2"]),
        ("1.补贴。每亩1.1 万元，共1.2 万元。2.奖励。", ["1", "2"]),
        ("1.标准。执行3.1版。2.监管。", ["1", "2"]),
        ("一、投资\n3.5万元以下的免征。\n二、用地", ["一", "二"]),
    ],
)
def test_an_amount_is_no_decimal_label(text: str, found: list[str]) -> None:
    assert labels(text) == found


def test_a_decimal_below_a_section_of_another_number_keeps_it() -> None:
    assert labels("一、背景\n1.1 现状\n1.2 问题\n二、任务\n1.1 治水\n1.2 治气") == [
        "一", "1.1", "1.2", "二", "二1.1", "二1.2",
    ]  # fmt: skip


def test_a_decimal_below_a_chapter_of_its_number_stands_alone() -> None:
    assert labels("第一章 总则\n1.1 目的\n第二章 组织\n2.1 指挥部") == [
        "第一章", "1.1", "第二章", "2.1",
    ]  # fmt: skip


def test_items_that_a_decimal_holds_are_no_chapters() -> None:
    text = "1 总则\n1.1 原则\n1. 统一领导。\n2. 分级负责。\n1.2 范围\n2 组织\n2.1 指挥部\n3 附则"
    assert parents(text) == {
        "1": None, "1.1": "1", "1.1 1": "1.1", "1.1 2": "1.1", "1.2": "1", "2": None,
        "2.1": "2", "3": None,
    }  # fmt: skip


def test_a_cited_article_before_the_first_section_does_not_order_the_levels() -> None:
    text = "根据条例第三条规定，制定本意见。\n一、总则\n第一条 目的。\n二、职责\n第二条 分工。"
    assert labels(text) == ["一", "一第一条", "二", "二第二条"]


QUESTIONS = (
    "问：谁负责审核？{0}答：由街道办事处负责。{0}问：何时办结？{0}答：市民政局应当于10日内办结。"
)


@pytest.mark.parametrize("line_end", ["\n", ""])
def test_each_question_with_its_answer_is_a_unit(line_end: str) -> None:
    text = QUESTIONS.format(line_end)
    units = build(text, 0, len(text), "", Counter()).units
    assert [(unit.label, unit.heading) for unit in units] == [
        ("问1", "谁负责审核"),
        ("问2", "何时办结"),
    ]
    assert [text[unit.start : unit.end].strip()[-5:] for unit in units] == [
        "事处负责。",
        "日内办结。",
    ]


def test_questions_stand_above_what_an_answer_numbers_and_below_sections() -> None:
    assert labels("问：怎么办？\n答：分两步：\n一、申请。\n二、审核。\n问：多久？\n答：十日。") == [
        "问1", "问1一", "问1二", "问2",
    ]  # fmt: skip
    assert labels("一、审核\n问：谁审？\n答：县局。\n二、时限\n问题2：多久？\n答：十日。") == [
        "一", "一问1", "二", "二问2",
    ]  # fmt: skip
    assert labels("1.问：谁审？\n答：县局。\n2.问：多久？\n答：十日。") == ["1", "2"]


@pytest.mark.parametrize(
    "text", ["一、要求\n群众问：何时办结。\n二、其他\n询问：可致电。", "问：何时办结？\n请致电。"]
)
def test_a_question_that_nothing_answers_is_no_unit(text: str) -> None:
    assert not any("问" in label for label in labels(text))


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "1总则\n1.1目的\n为了应急。\n1.2级别：\n（一）重大。\n（二）一般。\n2体系\n2.1市级\n指挥。\n2.2区级\n处置。",
            ["1", "1.1", "1.2", "1.2（一）", "1.2（二）", "2", "2.1", "2.2"],
        ),
        (
            "1 总则\n1.1 范围 适用本市，参照本预案执行。 1.2 原则 以人为本。 1.3 级别 分为两级。",
            ["1", "1.1", "1.2", "1.3"],
        ),
        (
            "一、补贴标准\n（一）1.1至1.4万元。\n（二）按面积计算。\n2024年起执行。",
            ["一", "一（一）", "一（二）"],
        ),
        (
            "一、九个重点方向（附件 1），遴选项目。\n二、材料（见表 2）。",
            ["一", "二"],
        ),
        (
            "一、目标\n1.2005-2007年，每年培训80万人。\n2.2008-2010年，每年培训90万人。",
            ["一", "一1", "一2"],
        ),
        (
            "一、措施（一）提供岗位。配合单位：市财政局（二）扶持创业。单位：市教育局二、要求各区要落实。",
            ["一", "一（一）", "一（二）", "二"],
        ),
    ],
)
def test_numbers_that_are_glued_spaced_or_in_brackets(text: str, labels: list[str]) -> None:
    units = build(text, 0, len(text), "", Counter()).units
    assert [unit.label for unit in units] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "一、目标\n详见主要指标表二、重点任务\n（一）建园区。\n（二）优环境。\n三、保障措施\n加强调度。",
            ["一", "二", "二（一）", "二（二）", "三"],
        ),
        (
            "一、目标\n按照方案一、二类标准执行。\n（一）建园区。\n二、保障措施\n加强调度。",
            ["一", "一（一）", "二"],
        ),
        (
            "一、扩大产能（一）恢复生产。补贴。（二）支持养殖。用地。二、强化防疫，守住底线（一）检疫。",
            ["一", "一（一）", "一（二）", "二", "二（一）"],
        ),
        (
            "3.1 预警\n3.1.1 级别\n要公布。\n3.1.2 发布\n由市住建局发布。",
            ["3.1", "3.1.1", "3.1.2"],
        ),
    ],
)
def test_sections_that_begin_within_a_line(text: str, labels: list[str]) -> None:
    units = build(text, 0, len(text), "", Counter()).units
    assert [unit.label for unit in units] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("现通知如下：\n一是挖掘事迹。要讲好故事。\n二是创新形式。可以直播。", ["一是", "二是"]),
        (
            "一、目标\n（一）用地。\n一是盘活土地。\n二是整理村庄。\n三是用好地下。\n（二）用水。\n一是节流。\n二是开源。",
            ["一", "一（一）", "一（一）一是", "一（一）二是", "一（一）三是", "一（二）",
             "一（二）一是", "一（二）二是"],
        ),
        (
            "第三条 依照下列办法：\n一是依据土地法第四条征收。\n二是依法补偿。\n第四条 附则。",
            ["第三条", "第三条一是", "第三条二是", "第四条"],
        ),
        ("一、形势\n一是统一、透明，要公开。\n二是公平。", ["一", "一一是", "一二是"]),
        ("一、形势\n一是任务重，二是时间紧。\n要抓紧。\n二、任务", ["一", "二"]),
        ("一、形势\n一是任务重。\n二、任务\n二是时间紧。", ["一", "二"]),
        ("一、形势\n二是任务重。\n三是时间紧。\n二、任务", ["一", "二"]),
        ("一、形势\n一是任务重。\n1.防汛。\n2.抗旱。\n二是时间紧。", ["一", "一1", "一2"]),
        ("一、形势\n一是否合规，看材料。\n二是非法集资，要打击。\n二、任务", ["一", "二"]),
    ],
)  # fmt: skip
def test_paragraphs_that_count_themselves_are_units_where_they_go_on(
    text: str, labels: list[str]
) -> None:
    units = build(text, 0, len(text), "", Counter()).units
    assert [unit.label for unit in units] == labels


def test_a_paragraph_that_counts_itself_begins_anew_below_a_heading_without_a_mark() -> None:
    text = "（二）开展动态监控，形成土地集约利用绩效评估的标准和机制\n一是研究。\n二是监管。"
    assert normalise(text).text == text
    unit = build(text, 0, len(text), "", Counter()).units[0]
    assert unit.heading.startswith("开展动态监控")
