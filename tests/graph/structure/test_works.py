from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.graph.notices import NOTICE, TWO, articles, places

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


LETTER = """关于印发落户任务分工方案的通知
库政办发〔2018〕171号
各乡、镇、场，市政府各部门：
现将《落户任务分工方案》印发你们，请认真贯彻执行。
{letter}库尔勒市人民政府办公室
2018年10月15日
"""
PLAN = """落户任务分工方案
为推进落户工作，制定本方案。
一、总体要求
以人的城镇化为核心。
二、主要目标
加快农业转移人口市民化进程。
"""


def test_a_notice_and_the_plan_that_it_issues_are_two_works(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(LETTER.format(letter="") + PLAN)
    assert [work.title for work in document.works] == [
        "关于印发落户任务分工方案的通知",
        "落户任务分工方案",
    ]
    assert [(p.label, p.work) for p in document.provisions] == [("一", 1), ("二", 1)]
    plan = document.quote(document.works[1].span)
    assert plan.startswith("落户任务分工方案\n为推进")
    assert plan.rstrip("\n").endswith("市民化进程。")


def test_a_plan_is_found_behind_the_word_annex(document_of: Callable[..., Document]) -> None:
    document = document_of(LETTER.format(letter="附件：落户任务分工方案\n") + "附件\n" + PLAN)
    assert [work.title for work in document.works][1:] == ["落户任务分工方案"]
    assert [provision.label for provision in document.provisions] == ["附件/一", "附件/二"]


@pytest.mark.parametrize("between", ["（此件公开发布）\n", "二OO八年三月二日\n", ""])
def test_a_remark_or_a_date_is_no_part_of_a_plans_title(
    document_of: Callable[..., Document], between: str
) -> None:
    document = document_of(LETTER.format(letter="") + between + PLAN)
    assert [work.title for work in document.works][1:] == ["落户任务分工方案"]


def test_a_plans_title_over_two_lines_is_whole(document_of: Callable[..., Document]) -> None:
    letter = LETTER.format(letter="").replace(
        "关于印发落户任务分工方案的通知", "某市人民政府转发市教育局关于做好升学考试工作意见的通知"
    )
    plan = PLAN.replace(
        "落户任务分工方案", "关于做好进城务工人员随迁子女接受义务教育\n升学考试工作的意见"
    )
    plan = plan.replace("进城务工人员随迁子女接受义务教育\n", "\n")
    document = document_of(letter + plan)
    assert [work.title for work in document.works][1:] == ["关于做好升学考试工作的意见"]


def test_another_line_of_the_same_length_is_not_the_plans_title(
    document_of: Callable[..., Document],
) -> None:
    letter = LETTER.format(letter="").replace("落户任务分工方案", "经营性文化单位转制两个规定")
    plan = PLAN.replace("落户任务分工方案", "经营性文化单位转制的规定")
    plan = plan.replace("以人的城镇化为核心。", "健全现代企业的各项制度。")
    document = document_of(letter + plan)
    assert [work.title for work in document.works][1:] == ["经营性文化单位转制的规定"]


def test_a_row_of_a_table_is_no_title_of_an_annex(document_of: Callable[..., Document]) -> None:
    annex = "附件\n广东\t120\t30\n江苏\t100\t100\n"
    document = document_of(LETTER.format(letter="") + PLAN + annex)
    assert "\t" not in document.works[-1].title


def test_a_letter_that_numbers_too_is_told_apart_by_a_prefix(
    document_of: Callable[..., Document],
) -> None:
    letter = "一、各部门要高度重视。\n二、请于年底前报送情况。\n"
    document = document_of(LETTER.format(letter=letter) + PLAN)
    assert [(p.label, p.work) for p in document.provisions] == [
        ("通知/一", 0),
        ("通知/二", 0),
        ("一", 1),
        ("二", 1),
    ]


def test_annexes_that_number_too_are_told_apart_by_theirs(
    document_of: Callable[..., Document],
) -> None:
    annexes = (
        "附件1\n工作职责\n一、市公安局负责户口登记。\n二、市民政局负责救助。\n"
        "附件2\n考核办法\n一、考核对象为各乡镇。\n二、考核每年进行。\n"
    )
    document = document_of(LETTER.format(letter="") + PLAN + annexes)
    labels = [provision.label for provision in document.provisions]
    assert labels == ["一", "二", "附件1/一", "附件1/二", "附件2/一", "附件2/二"]
    assert [work.kind for work in document.works] == ["通知", "方案", "", "办法"]


def test_a_notice_without_its_plan_is_one_work(document_of: Callable[..., Document]) -> None:
    document = document_of(LETTER.format(letter=""))
    assert len(document.works) == 1
    assert not document.provisions


@pytest.mark.parametrize(
    ("title", "letter"),
    [
        (
            "某省水利厅关于印发《河道管理办法》和《河道管理实施细则》的通知",
            "现印发给你们，请认真执行。",
        ),
        (
            "某省水利厅关于印发河道管理有关规定的通知",
            "现将《河道管理办法》《河道管理实施细则》印发给你们，请遵照执行。",
        ),
        (
            "某省水利厅关于加强河道管理的通知",
            "请认真执行。\n附件：1.河道管理办法\n2.河道管理实施细则",
        ),
        ("某省水利厅关于印发两个规定的通知", "现印发给你们，请认真执行。"),
    ],
)
@pytest.mark.parametrize("numbered", [True, False])
def test_two_regulations_of_one_notice_are_two_works(
    document_of: Callable[..., Document], title: str, letter: str, *, numbered: bool
) -> None:
    heads = [f"附件{n}\n" if numbered else "" for n in (1, 2)]
    text = "".join(head + articles(name) for head, name in zip(heads, TWO, strict=True))
    document = document_of(NOTICE.format(title=title, letter=letter) + text)
    works = ("附件1", "附件2") if numbered or "附件：1" in letter else TWO
    assert places(document)[1:] == [
        (title, [f"{work}/第一条", f"{work}/第二条"])
        for title, work in zip(TWO, works, strict=True)
    ]


def test_four_rules_and_a_policy_with_a_plan_are_a_work_each(
    document_of: Callable[..., Document],
) -> None:
    titles = [f"{name}资金管理实施细则" for name in ("教育", "卫生", "水利", "民政")]
    notice = NOTICE.format(title="某省财政厅关于印发四个实施细则的通知", letter="现印发给你们。")
    document = document_of(notice + "".join(map(articles, titles)))
    assert places(document)[1:] == [
        (title, [f"{title}/第一条", f"{title}/第二条"]) for title in titles
    ]
    notice = NOTICE.format(
        title="某省关于印发扶持产业政策的通知",
        letter="现将《扶持产业若干政策》《扶持产业行动计划》印发给你们。",
    )
    plan = "扶持产业若干政策\n一、补贴\n每户补助。\n扶持产业行动计划\n一、目标\n建成园区。\n"
    assert places(document_of(notice + plan))[1:] == [
        ("扶持产业若干政策", ["扶持产业若干政策/一"]),
        ("扶持产业行动计划", ["扶持产业行动计划/一"]),
    ]


def test_a_page_under_the_title_of_the_rules_has_them_without_a_prefix(
    document_of: Callable[..., Document],
) -> None:
    rules = "某市采砂管理办法实施细则"
    text = (
        f"{rules}\n某水发〔2014〕19号\n各县水利局：\n现将《{rules}》印发你们，请遵照执行。\n"
        f"某市水利局\n2014年5月6日\n{articles(rules)}附件2\n采砂许可材料一览表\n1.申请表。\n2.许可证。\n"
    )
    assert places(document_of(text)) == [
        (rules, ["第一条", "第二条"]),
        ("采砂许可材料一览表", ["附件2/1", "附件2/2"]),
    ]


@pytest.mark.parametrize(
    "line",
    ["保障措施", "某省河道管理办法解读", "附件：见网站下载", "河道管理办法第一条规定的情形除外。"],
)
def test_a_line_among_sections_begins_no_work(
    document_of: Callable[..., Document], line: str
) -> None:
    text = (
        "某省河道管理办法\n第一条 为了管理。\n第二条 下列情形：\n（一）采砂；\n（二）取水。\n"
        f"{line}\n（一）督查。\n第三条 施行。\n"
    )
    assert len(document_of(text).works) == 1


def test_what_a_decision_amends_and_proclaims_again_is_a_work(
    document_of: Callable[..., Document],
) -> None:
    text = (
        "某省人民政府关于修改《河道管理办法》的决定\n省人民政府决定：\n一、删去第三条。\n"
        "二、将“水利局”改为“水利厅”。\n《河道管理办法》根据本决定作相应修改，重新公布。\n"
        f"{articles('河道管理办法')}"
    )
    assert places(document_of(text)) == [
        ("某省人民政府关于修改《河道管理办法》的决定", ["决定/一", "决定/二"]),
        ("河道管理办法", ["第一条", "第二条"]),
    ]


LETTER_ON_ONE_LINE = (
    "某市人民政府办公室关于印发某市防汛办法的通知\n各县人民政府：\n"
    "《某市防汛办法》已经市政府同意，现印发给你们，请认真贯彻执行。各县要在汛前完成排查。\n"
    "某市人民政府办公室 2016年9月7日 某市防汛办法 第一条 为了防汛，制定本办法。\n"
    "第二条 本办法自印发之日起施行。\n"
)


def test_the_words_of_a_letter_stand_in_it_where_its_signature_shares_a_line(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(LETTER_ON_ONE_LINE)
    assert [work.title for work in document.works][1:] == ["某市防汛办法"]
    assert [provision.label for provision in document.provisions] == ["第一条", "第二条"]
    said = [document.folded.text[p.start : p.end] for p in document.passages if p.where == "notice"]
    assert "各县要在汛前完成排查。" in "".join(said)


def test_annexes_that_begin_within_a_line_are_told_apart(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(
        "某市水利局关于建立防汛机制的通知\n一、建立机制（各单位职责见附件一）。\n二、加强保障。\n"
        "某市水利局 2009年8月7日 附件一 成员单位职责 成员单位在领导下履行职责。\n"
        "一、市水利局。\n二、市气象局。\n"
        "附件二 防汛指标框架 本框架适用于各县。\n一、汛前。\n二、汛中。\n"
    )
    assert [provision.label for provision in document.provisions] == [
        *("一", "二"),
        *("附件一/一", "附件一/二"),
        *("附件二/一", "附件二/二"),
    ]


def test_attachments_that_a_line_lists_are_no_annexes(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(
        "某市水利局关于申报项目的通知\n一、申报条件。\n二、申报材料。\n附件1 申报表 附件2 汇总表\n"
        "某市水利局\n2009年8月7日\n"
    )
    assert [provision.label for provision in document.provisions] == ["一", "二"]


def test_who_answers_for_the_last_item_is_no_part_of_the_next_title(
    document_of: Callable[..., Document],
) -> None:
    text = (
        "某省政府办公厅关于印发《某省政务管理要点》和《某省政务公开要点》的通知\n各市政府：\n"
        "《某省政务管理要点》和《某省政务公开要点》已经同意，现印发给你们，请认真贯彻落实。\n"
        "某省政府办公厅\n2023年3月6日\n某省政务管理要点\n一、管理\n（一）规范中心。\n（二）加强运营。\n"
        "（省政务局、省大数据中心牵头，省直单位按职责负责）\n某省政务公开要点\n一、公开\n（一）公开信息。"
    )
    document = document_of(text)
    assert [work.title for work in document.works][1:] == ["某省政务管理要点", "某省政务公开要点"]
    assert document.provisions[-1].label == "某省政务公开要点/一（一）"


def test_the_word_annex_behind_the_print_line_heads_the_annex(
    document_of: Callable[..., Document],
) -> None:
    text = (
        "某行关于印发《缴库办法》的通知\n各分行：\n现印发你们，请遵照执行。\n某行\n2006年1月27日\n"
        "某行办公厅 2006年2月6日印发附件\n缴库办法\n第一条 为规范缴库，制定本办法。\n第二条 施行。"
    )
    assert [p.label for p in document_of(text).provisions] == ["附件/第一条", "附件/第二条"]
