from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.normalise.widths import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("京政发[2016]43号", "京政发〔2016〕43号"),
        ("沪府发［2000］41号", "沪府发〔2000〕41号"),
        ("广安府办规﹝2022﹞4号", "广安府办规〔2022〕4号"),
        ("武政办【2008】178号", "武政办〔2008〕178号"),
        ("国办发„2009‟3号", "国办发〔2009〕3号"),
        ("农办渔(2020)7号", "农办渔（2020）7号"),
        ("粤府〔２００３〕８１号", "粤府〔2003〕81号"),
        ("二○一二年八月二十一日", "二〇一二年八月二十一日"),
        ("《关于印发<实施方案>的通知》", "《关于印发〈实施方案〉的通知》"),
        ("《农业部关于印发＜技术规范＞的通知》", "《农业部关于印发〈技术规范〉的通知》"),
        ("实行全面清理,坚决取消;不得设置落户限制", "实行全面清理，坚决取消；不得设置落户限制"),
        (
            "即:在库尔勒市租赁房屋(含实际居住地)的人员",
            "即：在库尔勒市租赁房屋（含实际居住地）的人员",
        ),
        ("1﹒取消下列投靠政策", "1.取消下列投靠政策"),
        ("㈠放宽落户条件", "（一）放宽落户条件"),
        ("⑴放宽落户条件", "（1）放宽落户条件"),
        ("户籍人口城镇化率达到８０％", "户籍人口城镇化率达到80%"),
    ],
)
def test_every_width_of_a_mark_becomes_one(written: str, folded: str) -> None:
    assert fold(written).text == folded


def test_a_comma_that_groups_digits_is_no_chinese_comma() -> None:
    assert fold("补助1,000元,由财政负担").text == "补助1,000元，由财政负担"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            "中华⼈⺠共和国精神卫⽣法",
            "中华人民共和国精神卫生法",
        ),  # Kangxi and CJK radicals of a PDF
        ("２０１２年１０⽉", "2012年10月"),
        ("/ﬂ/2012", "/fl/2012"),
    ],
)
def test_radicals_and_ligatures_become_what_they_stand_for(written: str, read: str) -> None:
    assert fold(written).text == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("一、取消下列投靠政策\ue004", "一、取消下列投靠政策"),
        ("库尔\u200b勒市\ufeff", "库尔勒市"),
        ("**（四）全面放开落户限制**", "（四）全面放开落户限制"),
        ("<br>各乡镇人民政府</p>", "各乡镇人民政府"),
        ("> 某省财政厅\\\n> 2025年1月2日", "某省财政厅\n2025年1月2日"),
        ("&zwj;2015年12月3日&zwj;", "2015年12月3日"),
        ("::: tip 修订信息\n（2018年通过）\n:::\n第一条", "（2018年通过）\n第一条"),
        ("（2010年通过&emsp;根据&lt;条例&gt;修正）", "（2010年通过 根据〈条例〉修正）"),
        ("第一条&nbsp;&nbsp;采砂&amp;运砂", "第一条 采砂&运砂"),
        # no entity, no mark of a box
        ("甲&乙公司；丙：丁", "甲&乙公司；丙：丁"),
    ],
)
def test_what_layout_programs_leave_behind_is_dropped(written: str, read: str) -> None:
    assert fold(written).text == read


@pytest.mark.parametrize(
    ("written", "read"),
    [("二OO三年四月", "二〇〇三年四月"), ("二0一一年", "二〇一一年"), ("二○一二年", "二〇一二年")],
)
def test_a_year_in_ideographs_has_one_zero(written: str, read: str) -> None:
    assert fold(written).text == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("户 籍 制 度 改 革 的 意 见", "户籍制度改革的意见"),
        ("各 区 县 （ 自 治 县 ） 人 民 政 府", "各区县（自治县）人民政府"),
        ("《 居 住 证 条 例 》", "《居住证条例》"),
        ("二 ○ 一 二 年 三 月 五 日", "二〇一二年三月五日"),
        ("（一） 加 强 领 导", "（一） 加强领导"),
        ("第一章　总　　则", "第一章 总则"),
    ],
)
def test_letter_spaced_words_are_closed_up(written: str, read: str) -> None:
    assert fold(written).text == read


@pytest.mark.parametrize(
    "cells", ["市公安局 市财政局", "序号 1 2 3 合 计", "县 财政局、县 水利局", "第三条 省 市"]
)
def test_cells_and_numbers_keep_their_blanks(cells: str) -> None:
    assert fold(cells).text == cells


def test_blanks_inside_a_line_become_one_and_a_tab_stays() -> None:
    assert fold("第一章\xa0\xa0总则").text == "第一章 总则"
    assert fold("序号\t责任单位").text == "序号\t责任单位"


def test_line_ends_stay_and_blank_lines_go() -> None:
    assert fold("\n\n  对我市现行户口迁移政策进行全面\n\n  清理\n").text == (
        "对我市现行户口迁移政策进行全面\n清理"
    )


def test_each_character_knows_where_it_stood() -> None:
    source = "各乡、镇,\n\n  户 籍 制 度㈠"
    folded = fold(source)
    assert folded.text == "各乡、镇，\n户籍制度（一）"
    assert [source[offset] for offset in folded.origin] == list("各乡、镇,\n户籍制度㈠㈠㈠")


FRAGMENTS = st.sampled_from(
    [
        "户 籍 制 度",
        "\u3000\u3000",
        "\xa0",
        "\t",
        "\n",
        "**",
        "<b>",
        "㈠",
        "\ue004",
        "，,",
        "⼈",
        "1,0",
    ]
)


@given(st.text() | st.lists(FRAGMENTS | st.characters(), max_size=40).map("".join))
@example("# 一、总体要求")
def test_folding_any_text_keeps_the_way_back(source: str) -> None:
    folded = fold(source)
    origin = list(folded.origin)
    assert len(origin) == len(folded.text)
    assert origin == sorted(origin)
    assert all(0 <= offset < len(source) for offset in origin)
    for character, offset in zip(folded.text, origin, strict=True):
        stood = source[offset]
        assert character == stood or not "一" <= stood <= "鿿"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("2015 年 1 1 月 1 0 日", "2015年11月10日"),
        ("二 ○○九年一月十五日", "二〇〇九年一月十五日"),
        ("2 0 1 4 年 3 月 5 日印发", "2014年3月5日印发"),
        ("附件 1 5月10日", "附件 1 5月10日"),
        ("1 2 2014年5月6日", "1 2 2014年5月6日"),
        ("一 二〇一四年五月六日", "一 二〇一四年五月六日"),
    ],
)
def test_no_blank_stands_inside_a_date(written: str, folded: str) -> None:
    assert fold(written).text == folded


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ('第一章&emsp;总则{align="center"}', "第一章 总则"),
        ("::: tip 修订\n（2010年修订&emsp;施行）\n:::", "（2010年修订 施行）"),
        ("《关于修改&lt;甲条例&gt;的决定》", "《关于修改〈甲条例〉的决定》"),
        ("R&D经费", "R&D经费"),
        ("比例为1:2", "比例为1：2"),
    ],
)
def test_the_writing_of_html_in_a_text_is_read_as_what_it_stands_for(
    written: str, folded: str
) -> None:
    found = fold(written)
    assert found.text == folded
    assert all(0 <= at < len(written) for at in found.origin)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("请提前入场.2.参会人员着正装", "请提前入场。2.参会人员着正装"),
        ("联系电话见附表(传真).二、其他", "联系电话见附表（传真）。二、其他"),
        ("每市推荐五个)o五、其他事项", "每市推荐五个）。五、其他事项"),
        ("各单位要抓好落实.\n二、要求", "各单位要抓好落实。\n二、要求"),
        ("抓好落实.附件:1.名单", "抓好落实。附件：1.名单"),
        ("附件.1.名单", "附件.1.名单"),
        ("一.\n总体要求", "一.\n总体要求"),
        ("增长2.5倍", "增长2.5倍"),
        ("采用IPO.2.0版", "采用IPO.2.0版"),
        ("登录gov.cn.附件见网站", "登录gov.cn.附件见网站"),
        ("成立WTO五、六年来", "成立WTO五、六年来"),
    ],
)
def test_a_half_width_stop_before_a_number_ends_a_sentence(written: str, folded: str) -> None:
    assert fold(written).text == folded


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("第 2 3 条 经审核后兑现。", "第23条 经审核后兑现。"),
        ("第 1 0 条\u3000鼓励创新。", "第10条 鼓励创新。"),
        ("第 5 条 市财政局负责。", "第5条 市财政局负责。"),
        ("第十 一条 市财政局负责。", "第十一条 市财政局负责。"),
        ("第 三 十 二 条 本办法自发布之日起施行。", "第三十二条 本办法自发布之日起施行。"),
        ("违反第三十 六条规定的", "违反第三十六条规定的"),
    ],
)
def test_no_blank_stands_inside_the_numeral_of_an_article(written: str, folded: str) -> None:
    assert fold(written).text == folded


@pytest.mark.parametrize(
    "written",
    ["建成第 3 条生产线", "第二十 三届会议", "第 2 0 条例", "第 1 、2 条", "第2 024年",
     "共第 1 2 3 4 条", "第三 节点工程"],
)  # fmt: skip
def test_a_blank_about_another_numeral_stays(written: str) -> None:
    assert fold(written).text == written
