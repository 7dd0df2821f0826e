from __future__ import annotations

import pytest

from graph.normalise import normalise
from graph.structure.lines import lines_of
from graph.structure.signature import Signature, find_signature

SENTENCE = "请认真贯彻执行。"


def signature(text: str, start: int = 0) -> Signature | None:
    folded = normalise(text).text
    found = find_signature(list(lines_of(folded)), folded, start)
    for line in (*found.signers, found.date) if found else ():
        assert "".join(folded[line.start : line.end].split()) == line.text.replace(" ", "")
    return found


def signed(text: str, start: int = 0) -> tuple[list[str], str] | None:
    found = signature(text, start)
    return ([name.text for name in found.signers], found.date.text) if found else None


@pytest.mark.parametrize(
    "list_of_attached",
    [
        "附件：1、工作安排2、考试时间安排表",
        "附件：报名人员登记册",
        "附件：1.某实施方案",
        "附：检查评分细则示意图",
        "附件：案件基本情况及督办要求",
    ],
)
def test_the_last_entry_of_a_list_is_no_part_of_the_name(list_of_attached: str) -> None:
    text = f"{SENTENCE}{list_of_attached}库尔勒市教育局办公室2018年10月15日"
    assert signed(text) == (["库尔勒市教育局办公室"], "2018年10月15日")


def test_the_day_that_ends_a_text_is_the_letters_own() -> None:
    assert signed("一、加强领导。参照本通知执行。二〇〇七年六月十一日") == (
        [],
        "二〇〇七年六月十一日",
    )
    assert signed("一、加强领导。办法施行于2007年6月11日") is None
    assert signed("一、加强领导。2007年6月11日\n二、压实责任。") is None


@pytest.mark.parametrize("name", ["国家税务总局库尔勒市税务局", "中共库尔勒市委办公室"])
def test_a_name_with_its_place_within_is_whole_behind_a_list(name: str) -> None:
    assert signed(f"{SENTENCE}附件：{name}2018年10月15日") == ([name], "2018年10月15日")


@pytest.mark.parametrize(
    "text",
    [
        "{}\n库尔勒市人民政府办公室\n2018年10月15日\n实施方案",
        "{}\n库尔勒市人民政府办公室 2018年10月15日",
        "{}\n库尔勒市人民政府办公室(印章)\n2018年10月15日",
        "{}库尔勒市人民政府办公室2018年10月15日 一、总体要求",
        "{}库尔勒市人民政府办公室\n2018年10月15日",
        "（责任单位：市公安局、市民政局）库尔勒市人民政府办公室2018年10月15日",
        "联系电话：0996-2024101库尔勒市人民政府办公室2018年10月15日",
    ],
)
def test_the_body_stands_before_the_date(text: str) -> None:
    assert signed(text.format(SENTENCE)) == (["库尔勒市人民政府办公室"], "2018年10月15日")


def test_a_date_alone_is_signed_by_nobody() -> None:
    assert signed(f"{SENTENCE}\n2018年10月15日") == ([], "2018年10月15日")


@pytest.mark.parametrize(
    "names",
    [
        "水利部\n公安部\n交通运输部\n",
        "水利部　　公安部　　交通运输部\n",
        "水利部    公安部\n交通运输部\n",
        "水利部、公安部、交通运输部\n",
        "水利部（盖章）  公安部（盖章）\n交通运输部（盖章）\n",
        "水利部公安部交通运输部 ",
    ],
)
def test_several_bodies_before_one_date_all_signed_in_their_order(names: str) -> None:
    assert signed(f"{SENTENCE}\n{names}2021年3月4日\n") == (
        ["水利部", "公安部", "交通运输部"],
        "2021年3月4日",
    )


def test_nine_bodies_before_one_date_all_signed() -> None:
    kinds = ("教育", "公安", "民政", "司法", "财政", "水务", "审计", "统计", "体育")
    bodies = [f"某市{kind}局" for kind in kinds]
    for between in ("\n", "  "):
        assert signed(f"{SENTENCE}\n{between.join(bodies)}\n2021年3月4日") == (
            bodies,
            "2021年3月4日",
        )


def test_a_name_over_two_lines_is_one_name() -> None:
    text = f"{SENTENCE}\n某省应对新型冠状病毒感染肺炎疫情\n联防联控机制\n2020年3月14日"
    assert signed(text) == (
        ["某省应对新型冠状病毒感染肺炎疫情联防联控机制"],
        "2020年3月14日",
    )


def test_words_of_the_letter_above_a_signature_are_no_part_of_a_name() -> None:
    assert signed("以上意见供参考\n特此函复\n某市水务局\n2020年3月14日") == (
        ["某市水务局"],
        "2020年3月14日",
    )


def test_a_name_may_hold_quotation_marks() -> None:
    name = "推进“两河一库”建设领导小组办公室"
    assert signed(f"{SENTENCE}\n{name}\n2019年5月1日") == ([name], "2019年5月1日")


@pytest.mark.parametrize(
    ("text", "bodies", "date"),
    [
        ("施行。\n市长 张三\n2015年1月10日\n条例", [], "2015年1月10日"),
        ("施行。\n省　长：李四\n二OO九年一月二日", [], "二〇〇九年一月二日"),
        ("自2017年10月1日起施行。总　理　　王五 　 2017年7月16日", [], "2017年7月16日"),
        ("施行。\n主席 买买提·艾力\n2016年1月1日", [], "2016年1月1日"),
        ("施行。\n水利部部长 赵六\n二〇一二年五月二十八日", ["水利部"], "二〇一二年五月二十八日"),
    ],
)
def test_the_head_of_a_body_signs_its_order(text: str, bodies: list[str], date: str) -> None:
    found = signature(text)
    assert found is not None
    assert found.person
    assert ([name.text for name in found.signers], found.date.text) == (bodies, date)


@pytest.mark.parametrize(
    "text",
    [
        "本办法自2016年1月1日起施行。",
        "重庆市人民政府办公厅2016年5月3日印发",
        "重庆市人民政府办公厅秘书处 2016年5月3日印发",
        "各区县要于2015年6月30日前制定实施办法。",
        "库尔勒市人民政府办公室2018年",
        "2011年5月8日，某市公安局受理了申请。",
        "经查，某市水务局2011年5月8日的批复无效。",
        "召开了某县委员会2021年6月7日，共30人参加",
        "（2022年1月4日）",
    ],
)
def test_a_date_in_a_sentence_is_no_signature(text: str) -> None:
    assert signed(text) is None


def test_what_stands_before_the_start_is_not_read() -> None:
    text = "市公安局\n2017年1月1日\n请认真贯彻执行。\n库尔勒市人民政府办公室\n2018年10月15日"
    assert signed(text, text.index("请认真")) == (["库尔勒市人民政府办公室"], "2018年10月15日")


def test_the_stretch_of_a_signature_holds_its_names_and_its_date_and_no_more() -> None:
    text = f"{SENTENCE}某市水务局\n2020年3月14日\n（此件公开发布）"
    found = signature(text)
    assert found is not None
    assert text[found.start : found.end] == "某市水务局\n2020年3月14日"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("附件：1.甲表 2.乙“三农”表 水利部 公安部 2021年3月4日", ["水利部", "公安部"]),
        ("附件：1. 甲表 2. 乙计划表 教育部 2021年3月4日 （此件公开）", ["教育部"]),
    ],
)
def test_bodies_may_sign_behind_a_list_of_attachments(text: str, names: list[str]) -> None:
    assert signed(text) == (names, "2021年3月4日")


def test_a_body_of_the_title_signs_where_nothing_parts_it_from_the_list() -> None:
    text = "附件：1.甲表2.整改通知书水利部办公厅 2021年3月4日"
    found = find_signature(list(lines_of(text)), text, 0, ["水利部办公厅"])
    assert found is not None
    assert [name.text for name in found.signers] == ["水利部办公厅"]
    found = find_signature(list(lines_of(text)), text, 0, ["公安部办公厅"])
    assert found is not None
    assert found.signers == ()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("请遵照执行。\n2017年5月14日 （此件公开发布） 某兵团工作方案 一、要求", "2017年5月14日"),
        (
            "请遵照执行。 二〇一一年十二月二十九日 某市工伤待遇核定办法 第一条 为了",
            "二〇一一年十二月二十九日",
        ),
        (
            "请遵照执行。\n二○○五年七月十五日 2005年全市整治排污企业保障 群众健康实施方案 为贯彻",
            "二〇〇五年七月十五日",
        ),
        (
            "请遵照执行。\n二○一一年十一月二十五日 关于在全省卫生系统 开展创优活动的实施方案 根据",
            "二〇一一年十一月二十五日",
        ),
        (
            "附件：第一次会议纪要 （此页无正文） 二 〇〇 八年六月十八日 主题词 ： 安全 规则 通知",
            "二〇〇八年六月十八日",
        ),
        ("附件：1.甲表 2.乙表 2008年6月18日 抄送：市委办公室", "2008年6月18日"),
        ("请遵照执行。\n2018年4月25日（此件公开发布）预案编码：1.2.83", "2018年4月25日"),
    ],
)
def test_a_date_alone_ends_a_letter_where_a_remark_or_a_title_follows(text: str, date: str) -> None:
    assert signed(text) == ([], date)


@pytest.mark.parametrize(
    "text",
    [
        "请遵照执行。 2017年5月14日 某市召开会议部署工作 一、要求",
        "请遵照执行，2017年5月14日 某市工伤待遇核定办法 第一条 为了",
        "请于2017年5月 （此件公开发布） 某兵团工作方案",
        "请遵照执行。\n2015年3月2日 某市人民政府 印发防汛工作方案 一、要求",
        "请遵照执行。\n2015年3月2日 全市防汛工作会议，部署 防汛工作方案 一、要求",
        "发展大事\n2015年3月2日 甲镇成立防汛站 乙镇成立护林队 丙镇修路",
        "依据2008年6月18日主题词表",
        "某机关2018年4月25日（以下简称基准日）的库存",
        "请于2018年4月25日（此件公开发布）",
    ],
)
def test_another_day_in_running_text_is_no_signature(text: str) -> None:
    assert signed(text) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("市长 张三 2009年1月4日 内河管理办法 第一条", "2009年1月4日"),
        ("市长 张三 2009年1月4日 公共场所管理办法 第一条", "2009年1月4日"),
        ("市长 张三 2009年1月4日 第一章 总则", "2009年1月4日"),
        ("某市人民政府办公室 2009年1月4日 印发", None),
        ("某市人民政府2009年1月4日公布", None),
        ("某市人民政府 2009年1月4日 召开会议", None),
    ],
)
def test_what_stands_behind_a_blank_is_no_part_of_the_date(text: str, wanted: str | None) -> None:
    found = signed(text)
    assert (found[1] if found else None) == wanted


def test_a_list_of_attachments_is_no_part_of_a_name() -> None:
    blanks = "&nbsp;" * 6
    text = f"附件：2013年农业企业名单{blanks}某县人民政府 2013年10月9日"
    assert signed(text) == (["某县人民政府"], "2013年10月9日")


@pytest.mark.parametrize(
    "text",
    [
        "你院1988年9月15日《关于房屋纠纷一案的请示报告》收悉。",
        "省法院1986年3月21日立案。",
        "某市人民政府2016年3月21日批准。",
    ],
)
def test_a_day_of_which_a_sentence_tells_is_no_signature(text: str) -> None:
    assert signed(text) is None


def test_a_department_of_a_ministry_may_sign() -> None:
    text = "请遵照执行。\n工业和信息化部办公厅国家药品监督管理局综合和规划财务司 2021年10月11日"
    names = ["工业和信息化部办公厅", "国家药品监督管理局综合和规划财务司"]
    assert signed(text) == (names, "2021年10月11日")


def test_a_remark_may_stand_right_behind_the_day_below_a_name() -> None:
    text = f"{SENTENCE}\n某市人民政府办公室\n2018年4月25日（此件公开发布）编码：1.2"
    assert signed(text) == (["某市人民政府办公室"], "2018年4月25日")


def test_a_dozen_offices_with_nothing_between_them_all_signed() -> None:
    names = [
        ["工业和信息化部办公厅", "水利部办公厅", "国家卫生健康委员会办公厅", "应急管理部办公厅"],
        ["中国人民银行办公厅", "国家广播电视总局办公厅", "中国证券监督管理委员会办公厅"],
        ["国家能源局综合司", "国家铁路局综合司", "财政部办公厅", "教育部办公厅", "司法部办公厅"],
    ]
    lines = "\n".join("".join(line) for line in names)
    wanted = [name for line in names for name in line]
    assert signed(f"附件：1.甲表\n2.乙表\n{lines} 2022年1月7日") == (wanted, "2022年1月7日")
