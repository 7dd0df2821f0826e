"""What a page adds to the head of a document, and what it hides of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.grammar.expiry import expiry_at, without_expiry

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

LETTER = "各乡、镇、场,市政府各部门:\n\n  现印发你们,请认真贯彻执行。\n"


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("关于水价的通知-此件于2017年7月31日宣布失效。", "关于水价的通知"),
        ("关于水价的通知（此文件已于2020年12月31日废止）", "关于水价的通知"),
        ("关于修改甲办法的决定（已废止）", "关于修改甲办法的决定"),
        ("甲办法（现行有效）", "甲办法"),
        # words of the title
        ("关于废止甲办法的决定", "关于废止甲办法的决定"),
        ("关于公布继续有效和宣布失效文件的通知", "关于公布继续有效和宣布失效文件的通知"),
        ("甲办法（2020年修订）", "甲办法（2020年修订）"),
        ("甲办法（试行）", "甲办法（试行）"),
    ],
)
def test_a_remark_on_the_end_of_a_document_is_no_part_of_its_title(line: str, bare: str) -> None:
    assert without_expiry(line) == bare


def test_the_remark_is_an_event_of_the_history(document_of: Callable[..., Document]) -> None:
    title = "某市人民政府关于水价的通知-此件于2017年7月31日宣布失效。"
    document = document_of(f"{title}\n某政发〔2011〕6号\n{LETTER}\n某市人民政府\n2011年3月1日\n")
    assert document.title == "某市人民政府关于水价的通知"
    assert [(e.kind, str(e.date)) for e in document.history] == [("ended", "2017-07-31")]
    (event,) = document.history
    assert document.quote(event.span).endswith("宣布失效")


@pytest.mark.parametrize(
    "sentence",
    [
        "本办法有效期5年，2017年7月31日失效。",
        "原办法已于2017年7月31日废止。",
        "《甲办法》于2017年7月31日宣布失效。",
    ],
)
def test_the_end_of_something_else_is_no_remark(sentence: str) -> None:
    assert expiry_at(sentence, 0, len(sentence)) is None


def test_a_row_of_cells_may_state_the_number(document_of: Callable[..., Document]) -> None:
    table = "索引号\t1133-30\t文号\t某政发〔2023〕30号\n成文日期\t2023-10-16\t公开方式\t主动公开\n"
    document = document_of(f"{table}某市人民政府关于下达任务的通知\n{LETTER}")
    assert document.number == "某政发〔2023〕30号"
    other = document_of(f"姓名\t甲某\t依据\t某政发〔2023〕30号\n某市关于下达任务的通知\n{LETTER}")
    assert other.number is None


def test_a_label_glued_to_the_title_ends_it(document_of: Callable[..., Document]) -> None:
    head = "中共某省粮食局党组关于印发局党组规则的通知发文机构：某省粮食局\n发布时间：2016-11-26\n"
    annex = "某省粮食局党组\n2016年11月18日\n中共某省粮食局党组工作规则\n第一条 为了工作。\n"
    document = document_of(f"{head}{LETTER}{annex}")
    assert document.title == "中共某省粮食局党组关于印发局党组规则的通知"


PAGE = (
    "发文机构：某司 发布时间：2015-05-25 发文字号：交通运输部令2015年第4号 来源：网 关键字：水运 "
)


def test_the_sentence_that_proclaims_may_stand_behind_the_fields_of_a_page(
    document_of: Callable[..., Document],
) -> None:
    title = "关于修改《甲规定》的决定（中华人民共和国交通运输部令2015年第4号）（已废止） "
    document = document_of(
        f"{title}{PAGE}《关于修改〈甲规定〉的决定》已于2015年5月8日经第6次部务会议通过，现予公布。\n"
        "部长 张三 2015年5月12日 关于修改《甲规定》的决定 一、将第九条修改为：“甲。” "
        "本决定自公布之日起施行。\n《甲规定》根据本决定作相应修正，重新公布。\n"
        "甲规定 （2004年6月30日交通部令2004年第5号发布） 第一章 总则 第一条 为了管理。\n"
        "第二条 本规定自2004年10月1日起施行。\n"
    )
    assert document.title == "关于修改《甲规定》的决定"
    assert document.issuer == "交通运输部"
    assert str(document.date_adopted) == "2015-05-08"
    assert str(document.in_force_from) == "2015-05-12"
    assert "2004" not in str([event.date for event in document.history])


def test_the_address_begins_behind_what_the_page_printed_again(
    document_of: Callable[..., Document],
) -> None:
    again = "- 某府〔2010〕24号 ━━━━━━ 关于印发《甲规则》的通知 各市人民政府，省政府各部门："
    document = document_of(f"关于印发《甲规则》的通知\n{again}\n现印发给你们，请执行。\n")
    assert [a.name for a in document.addressees] == ["各市人民政府", "省政府各部门"]


@pytest.mark.parametrize(
    ("label", "text", "day", "issuer"),
    [
        (
            "某省应急管理厅",
            "某省安全生产监督管理局办公室 2008年6月18日印发",
            "2008年6月18日",
            "某省安全生产监督管理局",
        ),
        ("黑龙江省卫生健康委员会", "省卫生厅研究决定，开展活动。", "2011年11月25日", "省卫生厅"),
        ("黑龙江省应急管理厅", "开展活动。", "2008年6月18日", None),
        ("黑龙江省应急管理厅", "开展活动。", "开展活动。", None),
        (
            "黑龙江省应急管理厅",
            "省安监局研究决定，开展活动。",
            "2020年6月18日",
            "黑龙江省应急管理厅",
        ),
        ("黑龙江省财政厅", "省卫生厅研究决定，开展活动。", "2008年6月18日", "黑龙江省财政厅"),
    ],
)
def test_a_page_does_not_name_a_body_that_came_later(
    document_of: Callable[..., Document], label: str, text: str, day: str, issuer: str | None
) -> None:
    if label.startswith("某省"):
        label = label.replace("某省", "黑龙江省")
        text, issuer = text.replace("某省", "黑龙江省"), "黑龙江省安全生产监督管理局"
    head = f"关于开展安全活动的通知\n发文机构：{label}\n发文字号：黑安发〔2008〕8号\n{LETTER}"
    assert document_of(f"{head}{day}\n{text}\n").issuer == issuer


@pytest.mark.parametrize(
    ("author", "issuer"),
    [
        ("原环境保护部", "环境保护部"),
        ("最高人民法院等", "最高人民法院"),
        ("平原县人民政府", "平原县人民政府"),
    ],
)
def test_a_page_tells_of_today_and_of_others_beside_the_name(
    document_of: Callable[..., Document], author: str, issuer: str
) -> None:
    head = f"---\ntitle: 自动监控管理办法\nauthor: {author}\n---\n"
    assert document_of(f"{head}第一条 为了管理。\n第二条 监控。\n").issuer == issuer


def test_what_a_notice_publishes_may_tell_from_when_it_is_in_force(
    document_of: Callable[..., Document],
) -> None:
    title = "某省人民政府关于公布全省水价标准的通知"
    text = "一、标准是最低标准。二、{}自2020年1月1日实施。\n某省人民政府\n2020年9月4日\n"
    told = document_of(f"{title}\n{LETTER}{text.format('全省水价标准')}")
    of_another = document_of(f"{title}\n{LETTER}{text.format('全省气价标准')}")
    assert str(told.in_force_from) == "2020-01-01"
    assert of_another.in_force_from is None


def test_the_heads_of_several_bodies_sign_one_order(document_of: Callable[..., Document]) -> None:
    document = document_of(
        "关于修改《甲办法》的决定\n交通运输部令2019年第46号\n"
        "《关于修改〈甲办法〉的决定》已于2019年11月20日经第26次部务会议通过，现予公布。\n"
        "交通运输部部长 张三 公安部部长 李四四 国家市场监督管理总局局长 王五 2019年12月28日\n"
        "一、将第一条修改为“甲”。\n"
    )
    assert str(document.date_issued) == "2019-12-28"


def test_the_day_may_stand_before_the_number(document_of: Callable[..., Document]) -> None:
    head = "某市财政局关于下发产品名单的通知\n2007年12月6日财税〔2007〕158号\n"
    document = document_of(f"{head}各区财政局：\n经审核，现将名单印发给你们。\n")
    assert (document.number, str(document.date_issued)) == ("财税〔2007〕158号", "2007-12-06")


def test_a_letter_ends_with_the_day_before_what_it_names(
    document_of: Callable[..., Document],
) -> None:
    title = "某省人民政府办公厅关于印发文化产业统计方案的通知\n各市人民政府：\n"
    letter = "《文化产业统计方案》已经省政府同意，现印发你们，请认真贯彻执行。 2010年11月15日 "
    of_it = document_of(f"{title}{letter}文化产业统计方案为了加强统计，制定本方案。\n一、范围。\n")
    assert str(of_it.date_issued) == "2010-11-15"
    told = document_of(f"{title}{letter}全省会议提出了统计任务，各地要落实。\n一、范围。\n")
    assert told.date_issued is None


@pytest.mark.parametrize("behind", ["前言", "目 录", "序言 一、总则"])
def test_a_day_may_be_glued_to_what_opens_the_plan(
    document_of: Callable[..., Document], behind: str
) -> None:
    head = f"某市人民政府关于印发妇女儿童规划的通知\n{LETTER}\n某市人民政府\n"
    assert str(document_of(f"{head}2021年11月24日{behind}\n一、总体要求。\n").date_issued) == (
        "2021-11-24"
    )
    told = document_of(f"{head}2021年11月24日前完成自查。\n一、总体要求。\n")
    assert told.date_issued is None


def test_the_number_may_stand_behind_the_title(document_of: Callable[..., Document]) -> None:
    title = "某区人民政府关于认定县级示范区、乡级示范园的决定"
    assert document_of(f"{title}（某政发〔2017〕63号）\n{LETTER}").number == "某政发〔2017〕63号"
    cited = document_of(f"{title}（根据某政发〔2017〕63号文件修订）\n{LETTER}")
    assert cited.number is None


@pytest.mark.parametrize(
    ("title", "adopted"),
    [
        ("某市人民政府关于做好《招标条例》贯彻实施工作的通知", None),
        ("某市人民政府关于印发《招标条例》的通知", "2016-07-29"),
        ("某市人民政府关于公布《招标条例》的公告", "2016-07-29"),
    ],
)
def test_the_adoption_of_an_act_that_a_notice_only_serves_is_not_the_notices(
    document_of: Callable[..., Document], title: str, adopted: str | None
) -> None:
    said = "《招标条例》已经市人大常委会第27次会议于2016年7月29日修订通过，自2016年9月1日起施行。"
    document = document_of(f"{title}\n各乡、镇、场,市政府各部门:\n{said}现印发给你们。\n")
    assert (str(document.date_adopted) if document.date_adopted else None) == adopted
    assert (document.in_force_from is None) == (adopted is None)


def test_the_decision_that_changed_an_act_is_no_work_of_its_text(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(
        "外汇管理条例 1996年1月29日 国务院令第193号发布 1997年1月14日 "
        "《国务院关于修改〈外汇管理条例〉的决定》修订 2008年8月5日 国务院令第532号公布 "
        "第一章 总则 第一条 为了加强管理。 第二条 依法履行职责。"
    )
    assert document.title == "外汇管理条例"
    assert [str(event.date) for event in document.history] == [
        "1996-01-29",
        "1997-01-14",
        "2008-08-05",
    ]
