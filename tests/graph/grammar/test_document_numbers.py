from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.grammar.document_numbers import find_numbers, normal_form, parse_number
from graph.normalise import normalise
from ontology import issuers


def numbers(text: str) -> list[str]:
    folded = normalise(text).text
    return [number.text for number in find_numbers(folded, 0, len(folded))]


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("京政发[2016]43号", "京政发〔2016〕43号"),
        ("广安府办规﹝2022﹞4号", "广安府办规〔2022〕4号"),
        ("武政办【2008】178号", "武政办〔2008〕178号"),
        ("国发（2004）28号", "国发〔2004〕28号"),
        ("建教发（2016） 31 号", "建教发〔2016〕31号"),
        ("农办渔(2020)7号", "农办渔〔2020〕7号"),
        ("沪府发［2000］41号", "沪府发〔2000〕41号"),
        ("农办牧〔2018）46号", "农办牧〔2018〕46号"),
        ("国发〔1998〕\n44号", "国发〔1998〕44号"),
        ("惠府〔2010〕第129号", "惠府〔2010〕129号"),
        ("深府〔2007〕1 64号", "深府〔2007〕164号"),
        ("工商企字[1987]第38号", "工商企字〔1987〕38号"),
        ("[86]煤财字第 69号", "〔86〕煤财字第69号"),
        ("（83）财农字59号", "〔83〕财农字第59号"),
        ("[72]农林（计）字第52号", "〔72〕农林（计）字第52号"),
        ("东府〔2015〕111 号", "东府〔2015〕111号"),
        ("豫政 〔2014〕83号", "豫政〔2014〕83号"),
        ("粤府〔２００３〕８１号", "粤府〔2003〕81号"),
        ("国办发„2009‟3号", "国办发〔2009〕3号"),
        ("库政办发〔2018〕171号", "库政办发〔2018〕171号"),
        ("巴政办发〔2018〕077号", "巴政办发〔2018〕77号"),
    ],
)
def test_a_number_has_one_form_however_it_is_printed(printed: str, number: str) -> None:
    assert numbers(printed) == [number]


@pytest.mark.parametrize(
    ("printed", "order"),
    [
        ("国务院令第663号", "国务院令第663号"),
        ("国务院令第 663 号", "国务院令第663号"),
        ("国务院令（第663号）", "国务院令第663号"),
        ("广安市人民政府第27号令", "广安市人民政府令第27号"),
        ("中华人民共和国主席令（第十八号）", "主席令第18号"),
        ("公安部令第一百二十九号", "公安部令第129号"),
        ("水利部令2008年第9号", "水利部令2008年第9号"),
        ("商服贸函2026年第322号", "商服贸函2026年第322号"),
        ("交通运输部令（2021年第16号）", "交通运输部令2021年第16号"),
        ("国家税务总局公告2023年第3号", "国家税务总局公告2023年第3号"),
        ("某市公安局通告2022年第1号", "某市公安局通告2022年第1号"),
        ("海丰县人民政府通告第8号", "海丰县人民政府通告第8号"),
        ("某市人民代表大会常务委员会公告（第一〇四号）", "某市人民代表大会常务委员会公告第104号"),
        ("中国人民银行令〔2020〕第3号", "中国人民银行令〔2020〕3号"),
        # a character that may lead in to a number is part of the name
        ("国家发展和改革委员会令第16号", "国家发展和改革委员会令第16号"),
        ("省人力资源和社会保障厅令第2号", "省人力资源和社会保障厅令第2号"),
        ("和平区人民政府令第1号", "和平区人民政府令第1号"),
    ],
)
def test_an_order_is_named_by_its_body(printed: str, order: str) -> None:
    assert numbers(printed) == [order]


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("对新政发〔2014〕68号文件已明确的相关配套政策", "新政发〔2014〕68号"),
        ("根据国发〔2014〕25号精神", "国发〔2014〕25号"),
        ("根据我局连财库〔2007〕15号文件", "连财库〔2007〕15号"),
        ("我部人社部发〔2010〕3号已有规定", "人社部发〔2010〕3号"),
        ("贯彻落实国办发〔2016〕72号文件要求", "国办发〔2016〕72号"),
        ("按照国务院令第663号的规定", "国务院令第663号"),
        ("中华人民共和国国务院令第707号", "国务院令第707号"),
        ("2002年4月30日上海市人民政府令第122号", "上海市人民政府令第122号"),
        ("2001年国务院第322号令", "国务院令第322号"),
        ("日照市人民政府令第5号", "日照市人民政府令第5号"),
        ("文号: 库政办发〔2018〕171号", "库政办发〔2018〕171号"),
        ("同时以省政府令第3号公布", "省政府令第3号"),
        ("由市人民政府令第15号发布", "市人民政府令第15号"),
        ("以住房和城乡建设部令第11号修改", "住房和城乡建设部令第11号"),
        # a red head before it
        ("某省财政厅文件浙财规〔2020〕3号", "浙财规〔2020〕3号"),
        ("某省财政厅文件　浙财规〔2020〕3号", "浙财规〔2020〕3号"),
        ("特急·明电 鲁政办发明电〔2021〕1号", "鲁政办发明电〔2021〕1号"),
        # a title or the name of a body before it
        ("就业见习基地管理办法的通知穗人社规字〔2019〕6号", "穗人社规字〔2019〕6号"),
        ("民办教育工作部门联席会议制度的函渝府办函〔2021〕52号市教委：", "渝府办函〔2021〕52号"),
        ("严格按照自治区人民政府内政发〔2015〕104号文件要求", "内政发〔2015〕104号"),
        ("国务院办公厅国办发〔2016〕72号文件", "国办发〔2016〕72号"),
        # 和, 经, 从 are parts of codes where nothing can stand before one
        ("《实施意见》（和政发〔2013〕2号）", "和政发〔2013〕2号"),
        ("《通知》（国经贸发〔2001〕7号）", "国经贸发〔2001〕7号"),
        ("从府办〔2010〕3号", "从府办〔2010〕3号"),
        ("（原劳社部发〔2001〕20号）", "劳社部发〔2001〕20号"),
        ("1986年8月26日豫政〔1986〕90号发布", "豫政〔1986〕90号"),
        ("1995年11月16 日省政府令第21号公布", "省政府令第21号"),
        ("（国 务院令第516号）", "国务院令第516号"),
        ("此前印发的湘财农〔2013〕1号同时废止", "湘财农〔2013〕1号"),
        # verbs and adverbs
        ("有关人员不再适用岳政发〔2008〕26号文件", "岳政发〔2008〕26号"),
        ("涉及的项目仍按湘财社〔2012〕5号执行", "湘财社〔2012〕5号"),
        ("其他人员比照建房〔2007〕258号办理", "建房〔2007〕258号"),
        ("划拨标准高于财综〔1994〕48号文件", "财综〔1994〕48号"),
        ("按照和政发〔2018〕5号文件", "和政发〔2018〕5号"),
        ("按照国经贸资〔2003〕5号文件", "国经贸资〔2003〕5号"),
        # the full name of the issuer, not a short one that is part of the code
        ("（国家林业和草原局林函护字〔2020〕50号）", "林函护字〔2020〕50号"),
        ("（湖南省林业局湘林造〔2018〕12号）", "湘林造〔2018〕12号"),
        ("（国家民委民委发〔2018〕3号）", "民委发〔2018〕3号"),
        ("（工信部网安〔2022〕146号）", "工信部网安〔2022〕146号"),
        ("（市委办发〔2018〕3号）", "市委办发〔2018〕3号"),
    ],
)
def test_the_words_before_a_number_are_no_part_of_it(sentence: str, number: str) -> None:
    assert numbers(sentence) == [number]


@pytest.mark.parametrize(
    ("printed", "order"),
    [
        ("（商务部、发展改革委、公安部、环境保护部令2012年第12号）", "商务部令2012年第12号"),
        ("（公安部 民政部令第9号）", "公安部令第9号"),
        ("（国家发展和改革委员会、财政部、水利部第24号令）", "国家发展和改革委员会令第24号"),
        (
            "中华人民共和国国务院、中华人民共和国中央军事委员会令第413号公布",
            "国务院令第413号",
        ),
        ("（中国人民银行、公安部令〔2002〕第1号）", "中国人民银行令〔2002〕1号"),
        ("依照建设部和公安部令第12号处理", "建设部令第12号"),
        # no joint order: a list of orders, no body beside it, an office and its government
        ("根据《罚没财物办法》、财政部令第72号", "财政部令第72号"),
        ("报经批准、公安部令第12号", "公安部令第12号"),
        ("某市人民政府 某市人民政府令第12号", "某市人民政府令第12号"),
    ],
)
def test_an_order_of_several_is_named_by_the_first(printed: str, order: str) -> None:
    assert numbers(printed) == [order]


def test_each_order_of_a_list_has_its_issuer() -> None:
    assert numbers("公安部令第120号、民政部令第30号") == ["公安部令第120号", "民政部令第30号"]


def test_what_is_too_long_for_a_code_and_holds_none_is_no_number() -> None:
    assert numbers("有关单位反映的项目情况汇总材料岳〔2008〕26号") == []


def test_a_register_settles_where_a_code_begins() -> None:
    text = "自治区党委新党发〔2015〕1号"
    (number,) = find_numbers(text, 0, len(text), {"新党发"})
    assert number.text in ("新党发〔2015〕1号", "自治区党委新党发〔2015〕1号")
    run = "请见新政发〔2014〕68号"
    (known,) = find_numbers(run, 0, len(run), {"新政发"})
    assert (known.text, run[known.start : known.end]) == ("新政发〔2014〕68号", run[2:])


@pytest.mark.parametrize(
    "sentence",
    [
        "粤公网安备44010402000409号 粤ICP备20001927号-1 网站标识码：4401000098",
        "第16次常务会议审议通过",
        "（2016年修订）",
        "责令第三次整改",
        "关于延长申报期限的公告第3号窗口",
        "发布第5号公告",
        "公告栏3号展位",
        "《求是》（2020）第3期",
        "第十四届人大第二次会议",
        "〔市级相关部门（单位）牵头〕",
        "到2020年，全国户籍人口城镇化率提高到45%",
    ],
)
def test_what_only_looks_like_a_number_is_none(sentence: str) -> None:
    assert numbers(sentence) == []


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("会议纪要〔2021〕第5期", "会议纪要〔2021〕第5期"),
        ("县政府常务会议纪要（2019）第 12 期", "县政府常务会议纪要〔2019〕第12期"),
        ("办公会议纪要〔2021〕5号", "办公会议纪要〔2021〕5号"),
    ],
)
def test_minutes_are_counted_by_issue(printed: str, number: str) -> None:
    assert numbers(printed) == [number]


CODES = st.sampled_from(sorted(issuers.register()))


@given(CODES, st.integers(1949, 2099), st.integers(1, 99_999))
def test_a_number_reads_back(code: str, year: int, serial: int) -> None:
    number = normal_form(code, str(year), str(serial))
    assert parse_number(number) == (code, year, serial)
    (found,) = find_numbers(number, 0, len(number), {code})
    assert found.text == number
    assert (found.start, found.end) == (0, len(number))


def test_an_order_has_no_code_and_year() -> None:
    assert parse_number("国务院令第663号") is None


@given(
    st.lists(st.sampled_from(["国发", "〔", "2014", "〕", "（", "）", "25", "号", "令", "第", " "]))
)
def test_any_mixture_gives_numbers_in_order_inside_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    end = 0
    for number in find_numbers(text, 0, len(text)):
        assert end <= number.start < number.end <= len(text)
        end = number.end
