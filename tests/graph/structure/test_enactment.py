from __future__ import annotations

import datetime as dt

import pytest

from graph.normalise import normalise
from graph.structure.commencements import commencement, day_in_force, printed_on
from graph.structure.enactment import Enacted, body_of_meeting, enacted
from graph.structure.lines import lines_of

ISSUED = dt.date(2020, 1, 31)


def told(text: str) -> Enacted:
    folded = normalise(text).text
    return enacted(list(lines_of(folded)), folded, 0)


@pytest.mark.parametrize(
    ("sentence", "adopted", "meeting", "body", "in_force"),
    [
        (
            "《湖泊办法》已经2014年12月29日省政府常务会议审议通过，现予公布，自2015年3月1日起施行。",
            "2014-12-29",
            "省政府常务会议",
            "省政府",
            "2015-03-01",
        ),
        (
            "《湖泊办法》已经2012年2月28日市人民政府第3次常务会议通过。现予公布，自公布之日起施行。",
            "2012-02-28",
            "市人民政府第3次常务会议",
            "市人民政府",
            "2020-01-31",
        ),
        (
            (
                "《湖泊条例》已由某市第五届人民代表大会常务委员会第十六次会议于2012年6月28日通过，"
                "现予公布，自公布之日起30日后施行。"
            ),
            "2012-06-28",
            "某市第五届人民代表大会常务委员会第十六次会议",
            "某市第五届人民代表大会常务委员会",
            "2020-03-01",
        ),
        (
            "《湖泊条例》已经2018年9月6日国务院第23次常务会议修订通过，现将修订后的《湖泊条例》公布，自2019年3月1日起施行。",
            "2018-09-06",
            "国务院第23次常务会议",
            "国务院",
            "2019-03-01",
        ),
        (
            "《湖泊办法》已经第84次部常务会议审议通过，现予发布，自2012年7月15日起施行。",
            "None",
            "第84次部常务会议",
            None,
            "2012-07-15",
        ),
    ],
)
def test_the_sentence_that_proclaims_tells_how_a_document_came_about(
    sentence: str, adopted: str, meeting: str, body: str | None, in_force: str
) -> None:
    act = told(sentence)
    assert act.proclamation is not None
    assert act.adoption is not None
    assert act.commencement is not None
    assert (str(act.adoption.date), act.adoption.by) == (adopted, meeting)
    found = body_of_meeting(act.adoption)
    assert (found.text if found else None) == body
    day = day_in_force(act.commencement, ISSUED, act.adoption.date)
    assert str(day) == in_force


@pytest.mark.parametrize(
    "sentence",
    [
        "我局对牵头起草的《某省人民政府关于保护湖泊的意见》提出清理意见，拟于3月公布。",
        "请各区对照《湖泊办法》自查，并于2020年5月公布结果。",
        "《湖泊办法》由市水务局负责解释。",
    ],
)
def test_a_sentence_about_another_document_proclaims_nothing(sentence: str) -> None:
    assert told(f"通知如下。\n{sentence}").proclamation is None


def test_agreement_is_no_adoption() -> None:
    act = told("《湖泊办法》已经市政府同意，现印发给你们。")
    assert act.proclamation is not None
    assert act.adoption is None


@pytest.mark.parametrize(
    ("text", "in_force"),
    [
        ("第十条 本办法自2016年1月1日起施行。", "2016-01-01"),
        ("十、本通知由市水务局负责解释，自印发之日起执行，有效期5年。", "2020-01-31"),
        ("第九条 本条例自公布之日起满六个月施行。", "2020-07-31"),
        ("第九条 本条例自公布之日起三十日后施行。", "2020-03-01"),
        ("本决定自公布之日起施行。", "2020-01-31"),
        ("本《意见》自印发之日起实施。", "2020-01-31"),
        ("第三十六条　本办法自2005年3月1日起正式施行。", "2005-03-01"),
        ("第十八条 本规定自一九九九年九月十七日起实行。", "1999-09-17"),
        ("以上措施自印发之日起施行，有效期2年。", "2020-01-31"),
        ("同意市民政局《甲意见》，现转发给你们，从2000年7月1日起施行。", "2000-07-01"),
        ("现印发给你们，请认真贯彻执行，自印发之日起施行。", "2020-01-31"),
        ("现印发给你们，自2021年1月1日起施行。\n第九条 本办法自2021年3月1日起施行。", "2021-03-01"),
        ("〔责任单位：市商务局〕本文件自2023年11月13日起施行，有效期一年。", "2023-11-13"),
        ("上述政策自文件印发之日起实施，执行期限暂定1年。", "2020-01-31"),
        ("本办法自本通知印发之日起施行。", "2020-01-31"),
        ("本措施自2025年8月1日起施行。", "2025-08-01"),
        ("本清单自2022年2月1日起施行。", "2022-02-01"),
    ],
)
def test_a_document_says_from_when_it_is_in_force(text: str, in_force: str) -> None:
    act = commencement(text, 0, len(text))
    assert act is not None
    assert str(day_in_force(act, ISSUED, None)) == in_force


@pytest.mark.parametrize(
    "text",
    [
        "将第九条修改为：“本条例自1999年1月1日起施行。”",
        "本条例施行前，自2010年1月1日起施行的《湖泊办法》同时废止。",
        "自2019年1月1日起施行《湖泊办法》的地区除外。",
        "企业应当自许可证公布之日起施行新标准。",
        "本市自2019年1月1日起实施新标准。",
        "现转发给你们，请于2000年7月1日前报送。",
        "现印发给你们，各区自2019年1月1日起执行的标准停止执行。",
        "现转发给你们，自2019年1月1日起施行的《湖泊办法》同时废止。",
        "现转发给你们。甲标准自2019年1月1日起施行。",
        "本政策自2021年开始执行。",
        "上述政策自文件规定的日期起实施。",
        "本文件所称新房，自2023年11月13日起实施预售的除外，是指商品住房。",
    ],
)
def test_what_says_it_of_something_else_is_no_commencement(text: str) -> None:
    assert commencement(text, 0, len(text)) is None


def test_without_a_date_of_issue_the_day_stays_open() -> None:
    text = "第九条 本条例自公布之日起施行。"
    act = commencement(text, 0, len(text))
    assert act is not None
    assert day_in_force(act, None, None) is None


def test_notes_end_where_the_first_unit_begins() -> None:
    act = told(
        "湖泊条例\n2016年1月20日 某市人大第六次会议通过\n2018年3月30日 某市人大常委会会议修正\n"
        "第一条 为了保护湖泊，制定本条例。\n2019年1月20日 某市人大第七次会议通过\n"
    )
    assert [(each.kind, str(each.date)) for each in act.history] == [
        ("adopted", "2016-01-20"),
        ("amended", "2018-03-30"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "废止决定\n甲管理办法（1989年政府令第29号发布）\n乙管理办法（1995年政府令第4号发布）",
        "废止目录（2件） 一、甲管理办法（1989年某省政府令第29号发布）",
        "为执行甲管理办法，（1989年某省政府令第29号发布）",
    ],
)
def test_the_notes_of_listed_documents_are_not_the_documents_own(text: str) -> None:
    assert told(text).history == ()


@pytest.mark.parametrize(
    "text",
    [
        "某省甲管理办法（1989年3月1日某省政府令第29号发布）\n第一条 为了管理，制定本办法。",
        "某省甲管理办法\n（1989年3月1日某省政府令第29号发布）\n第一条 为了管理，制定本办法。",
        "::: tip\n（1989年3月1日某省政府令第29号发布）\n:::\n## 第一章&emsp;总则{align=center}",
    ],
)
def test_one_note_is_the_documents_own(text: str) -> None:
    assert told(text).number_is("某省政府令第29号")


@pytest.mark.parametrize(
    "text",
    [
        (
            "某省人民政府令 第167号 《关于修改〈饲料办法〉的决定》已经2009年1月22日"
            "省人民政府 第二次常务会议审议通 过，现予公布。"
        ),
        (
            "《饲料办法》的决定 发文机构：某省人民政府 发布时间：2009-02-17\n"
            "《关于修改〈饲料办法〉的决定》已经2009年1月22日省人民政府第二次常务会议审议通过，"
            "现予公布。"
        ),
        (
            "《饲料办法》的决定 发文机构：某省人民政府 关键字：饲料;添加剂"
            "《关于修改〈饲料办法〉的决定》已经2009年1月22日省人民政府第二次常务会议审议通过，"
            "现予公布。"
        ),
    ],
)
def test_a_sentence_on_a_running_line_proclaims(text: str) -> None:
    proclaimed = told(text).proclamation
    assert proclaimed
    assert proclaimed.title.text == "关于修改〈饲料办法〉的决定"
    assert [(a.by, str(a.date)) for a in proclaimed.acts] == [
        ("省人民政府第二次常务会议", "2009-01-22")
    ]


def test_the_days_in_a_table_of_repealed_acts_are_not_the_documents_own() -> None:
    text = (
        "某省人民政府关于废止部分规章的决定\n为了推进依法行政，省政府决定废止下列规章。\n"
        "现予公布。\n附件\n目录\n序号\n规章名称\n发布机关及日期\n1\n某省集市贸易管理办法\n"
        "1983年11月23日省政府发布"
    )
    assert told(text).history == ()


def test_several_works_may_be_adopted_in_one_sentence() -> None:
    proclaimed = told(
        "《某局党组工作规则》和修订后的《某局党组议事规则》已经2017年9月30日党组会议审议通过。"
        "现印发你们，请认真贯彻落实。"
    ).proclamation
    assert proclaimed
    assert [(a.by, str(a.date)) for a in proclaimed.acts] == [("党组会议", "2017-09-30")]


@pytest.mark.parametrize("words", ["自公 布之日起施行", "自公布之 日起施 行", "自公布之日起 施行"])
def test_a_blank_of_a_joined_line_does_not_hide_the_day_of_effect(words: str) -> None:
    text = f"《湖泊办法》已经2014年12月29日省政府常务会议审议通过，现予公布，{words}。"
    act = told(text).commencement
    assert act
    assert day_in_force(act, ISSUED, None) == ISSUED


@pytest.mark.parametrize(
    ("words", "meeting"),
    [
        ("今年9月4日召开的市政府第24次常务会议", "市政府第24次常务会议"),
        ("9月4日召开的市政府第24次常务会议", "市政府第24次常务会议"),
        ("2018年9月4日召开的市政府第24次常务会议", "市政府第24次常务会议"),
        ("市政府第24次常务会议", "市政府第24次常务会议"),
    ],
)
def test_the_day_of_a_meeting_is_no_part_of_its_name(words: str, meeting: str) -> None:
    proclaimed = told(f"《市政府工作规则》已经{words}通过，现予印发。").proclamation
    assert proclaimed
    assert [act.by for act in proclaimed.acts] == [meeting]


@pytest.mark.parametrize("lead", ["该文件于", "本办法于", ""])
def test_a_note_may_say_what_it_is_about(lead: str) -> None:
    text = f"某省碳排放管理办法\n（{lead}2014年1月15日以某府令第197号公布）\n第一条 为了管理。"
    assert told(text).promulgated is not None
    assert str(told(text).history[0].date) == "2014-01-15"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("本办法自印发之日起施行。\n某县人民政府办公室\n2022年8月5日印发", "2022-08-05"),
        ("本办法自印发之日起施行。\n某县人民政府办公室 2022年8月5日印发\n", "2022-08-05"),
        ("2022年8月5日印发的办法废止。", "None"),
        ("本办法自印发之日起施行。\n某县人民政府办公室\n2022年8月5日", "None"),
    ],
)
def test_the_imprint_tells_the_day_of_printing(text: str, day: str) -> None:
    assert str(printed_on(text)) == day


@pytest.mark.parametrize(
    "unit", ["第一章 总则 第一条 为保障权益。", "第一条 为保障权益，制定本条例。"]
)
def test_a_note_in_brackets_may_stand_on_the_line_of_the_first_unit(unit: str) -> None:
    act = told(f"养老条例\n（1998年9月18日某省人大常委会第五次会议通过） {unit}\n第二条 本省适用。")
    assert [(each.kind, str(each.date)) for each in act.history] == [("adopted", "1998-09-18")]


@pytest.mark.parametrize(
    "behind", ["的条例同时废止。", "后，各地要落实。", " 甲条例 第一条 为保障权益。"]
)
def test_a_sentence_that_tells_of_an_adoption_is_no_note(behind: str) -> None:
    act = told(
        f"养老条例\n（1998年9月18日某省人大常委会第五次会议通过）{behind}\n第二条 本省适用。"
    )
    assert act.history == ()


def test_a_meeting_of_the_committee_of_a_court_is_one_of_the_court() -> None:
    act = told("某规定\n2020年12月23日 最高人民法院审判委员会第1823次会议通过\n第一条 为审理。")
    assert act.adoption is not None
    body = body_of_meeting(act.adoption)
    assert body is not None
    assert body.text == "最高人民法院"
