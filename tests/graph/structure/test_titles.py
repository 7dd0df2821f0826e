from __future__ import annotations

import pytest

from graph.normalise import normalise
from graph.structure.lines import lines_of
from graph.structure.titles import find_title, is_title, issuer_of_title


@pytest.mark.parametrize(
    "title",
    [
        "关于印发库尔勒市推动非户籍人口在城市落户实施方案的通知",
        "库尔勒市推动非户籍人口在城市落户实施方案",
        "国务院关于进一步推进户籍制度改革的意见",
        "国务院办公厅关于印发推动1亿非户籍人口在城市落户方案的通知",
        "上海市城镇廉租住房实施意见（试行）",
        "居住证暂行条例",
        "转发某部门关于调整某府办〔2002〕3号文有关待遇问题的意见的通知",
        "关于废止某政发〔2010〕5号等三件文件的决定",
        "某市居住证办理须知",
    ],
)
def test_a_title_ends_in_the_kind_of_its_document(title: str) -> None:
    assert is_title(title)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("某市关于优化营商环境的通知（2023年1月\n13日）", "某市关于优化营商环境的通知"),
        ("某市关于优化营商\n环境的通知（2023 年1 月\n13 日）", "某市关于优化营商环境的通知"),
        ("某局\n某局关于会签的函", "某局关于会签的函"),
        ("《某省垃圾管理条例》\n某省垃圾管理条例", "某省垃圾管理条例"),
        ("某市教育局\n某市教育局关于招生的通知", "某市教育局关于招生的通知"),
        # joint bodies, one of whom the other's name begins with; a note on its own line
        ("某市教育局\n某市财政局关于招生的通知", "某市教育局某市财政局关于招生的通知"),
        ("关于招生的意见\n关于招生的意见\n（2010年1月2日发布 法发〔2010〕60号）", "关于招生的意见"),
        (
            "某市环境实施方案（2023年2月20日）\n为贯彻落实党的决策，按照《甲意见》",
            "某市环境实施方案",
        ),
    ],
)
def test_a_title_is_neither_its_day_nor_its_red_head(head: str, title: str) -> None:
    text = normalise(head).text
    found = find_title(list(lines_of(text)))
    assert found is not None
    assert found[0] == title


@pytest.mark.parametrize(
    "line",
    [
        "一、总体要求",
        "2018年10月15日",
        "库尔勒市人民政府办公室",
        "各乡、镇、场，各街道办事处，市政府各部门，市属各单位：",
        "当前位置：首页〉〉政府文件〉〉正文",
        "全文信息检索：欢迎访问库尔勒市人民政府门户网站！",
        "（三）加大对农业转移人口市民化的财政支持力度的意见",
        "某府办〔2002〕3号关于调整待遇问题的通知",
        "某政发〔2010〕5号的通知",
    ],
)
def test_another_line_is_no_title(line: str) -> None:
    assert not is_title(line)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "国务院办公厅关于印发推动1亿\n非户籍人口在城市落户方案\n的通知",
            "国务院办公厅关于印发推动1亿非户籍人口在城市落户方案的通知",
        ),
        (
            "当前位置：首页〉〉政府文件〉〉正文\n关于印发实施方案的通知\n文号：库政办发〔2018〕171号",
            "关于印发实施方案的通知",
        ),
        (
            "国务院关于进一步推进户籍制度改革的意见 - 中国政府网\n国发〔2014〕25号",
            "国务院关于进一步推进户籍制度改革的意见",
        ),
        (
            "库尔勒市人民政府关于印发实施意见的通知\n2018年10月15日\n非户籍人口落户实施意见",
            "库尔勒市人民政府关于印发实施意见的通知",
        ),
        ("2016年9月12日\n（此件公开发布）\n重庆市居住证实施办法", "重庆市居住证实施办法"),
        (
            "中文名\n国务院关于建立统一的企业职工基本养老保险制度的决定",
            "国务院关于建立统一的企业职工基本养老保险制度的决定",
        ),
        # the page's title over the letter's
        (
            (
                "关于实施北京市工作居住证制度的若干意见（全文）\n"
                "北京市人民政府办公厅转发市人事局关于实施北京市工作居住证制度若干意见的通知"
            ),
            "北京市人民政府办公厅转发市人事局关于实施北京市工作居住证制度若干意见的通知",
        ),
    ],
)
def test_the_title_is_found_among_the_lines_of_the_head(head: str, title: str) -> None:
    found = find_title(list(lines_of(head)))
    assert found is not None
    text, start, end = found
    assert text == title
    assert "".join(head[start:end].split()) == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        # what a page sets above or behind a title
        ("打印整页 打印内容 分享\n关于做好防汛工作的通知", "关于做好防汛工作的通知"),
        ("【打印】 【关闭】\n某市公园管理办法", "某市公园管理办法"),
        ("某市公园管理办法 打印 收藏", "某市公园管理办法"),
        ("政策全文某市人民政府关于建设公园的意见", "某市人民政府关于建设公园的意见"),
        ("目录某市人民政府关于建设公园的意见", "某市人民政府关于建设公园的意见"),
        ("（转载）某市人民政府关于建设公园的意见", "某市人民政府关于建设公园的意见"),
        ("新华社北京2月3日电\n某市人民政府关于建设公园的意见", "某市人民政府关于建设公园的意见"),
        ("特急·明电\n关于做好防汛工作的通知", "关于做好防汛工作的通知"),
        ("附件\n某市公园建设方案", "某市公园建设方案"),
        ("附件 2\n某市公园建设方案", "某市公园建设方案"),
        # lookalikes
        ("打印机安全管理办法", "打印机安全管理办法"),
        ("目录管理办法", "目录管理办法"),
        ("附件管理办法", "附件管理办法"),
        # printed more than once
        ("关于做好防汛工作的通知关于做好防汛工作的通知", "关于做好防汛工作的通知"),
        ("某局关于做好防汛的通知关于做好防汛的通知", "某局关于做好防汛的通知"),
        ("某市公园建设方案\n某市公园建设方案\n某市公园建设方案", "某市公园建设方案"),
        # quotation marks, brackets and rare characters
        ('关于做好"放管服"改革工作的通知', '关于做好"放管服"改革工作的通知'),
        ("关于做好“放管服”改革工作的通知", "关于做好“放管服”改革工作的通知"),
        ("䶮河流域保护办法", "䶮河流域保护办法"),
        ("《某市公园条例》", "某市公园条例"),
        ("关于印发《实施〈公园条例〉办法》的通知", "关于印发《实施〈公园条例〉办法》的通知"),
        ("《公园条例》\n（草案）修订说明", "《公园条例》（草案）修订说明"),
        # the notes below it are none of it
        ("某市公园条例\n（2019年3月1日某市人大常委会第三次会议通过）", "某市公园条例"),
        ("某市公园办法\n（水利部令第16号）", "某市公园办法"),
        ("某市公园条例\n（草案）", "某市公园条例（草案）"),
        ("关于建设公园的意见\n（2022年1月4日）", "关于建设公园的意见"),
    ],
)
def test_a_title_is_free_of_what_the_page_and_the_form_add(head: str, title: str) -> None:
    found = find_title(list(lines_of(normalise(head).text)))
    assert found is not None
    assert found[0] == title


def test_a_head_without_a_title_has_none() -> None:
    assert find_title(list(lines_of("首页\n库尔勒市人民政府办公室\n2018年10月15日"))) is None


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("国务院办公厅关于印发推动1亿非户籍人口在城市落户方案的通知", "国务院办公厅"),
        ("福建省人民政府关于进一步推进户籍制度改革的意见", "福建省人民政府"),
        ("库尔勒市人民政府办公室转发市公安局实施意见的通知", "库尔勒市人民政府办公室"),
        ("某市水务局等四部门关于保护湖泊的通知", "某市水务局"),
        ("国家发展改革委等部门印发《规划》的通知", "国家发展改革委"),
        ("中共中央国务院关于保护湖泊的意见", "中共中央国务院"),
        ("推进“三河一湖”保护领导小组办公室关于印发要点的通知", "推进“三河一湖”保护领导小组办公室"),
    ],
)
def test_a_title_may_begin_with_its_issuer(title: str, issuer: str) -> None:
    match = issuer_of_title().match(title)
    assert match
    assert match["issuer"] == issuer


def test_a_title_without_an_issuer_names_none() -> None:
    for title in (
        "关于印发库尔勒市推动非户籍人口在城市落户实施方案的通知",
        "关于转发市教育局关于招生的意见的通知",
        "印发某市人民政府关于保护湖泊的规定的通知",
        "某市湖泊保护办法",
    ):
        assert issuer_of_title().match(title) is None


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("某市居住证办法（桂政办发〔2015〕44号）", "某市居住证办法"),
        ("某市居住证办法（2016年8月5日）", "某市居住证办法"),
        ("《某市关于废止规章的决定》（市政府令第6号）", "某市关于废止规章的决定"),
        ("某市居住证办法（试行）", "某市居住证办法（试行）"),
        ("某市政府投资项目目录（2023年）", "某市政府投资项目目录（2023年）"),
        (
            "某市政府关于印发《某市居住证办法》的通知\n某市居住证办法",
            "某市政府关于印发《某市居住证办法》的通知",
        ),
        (
            "某市政府印发关于推进改革实施方案的通知\n某市政府\n关于推进改革的实施方案",
            "某市政府印发关于推进改革实施方案的通知",
        ),
        (
            "某市健康委员会\n（爱国卫生委员会）\n关于印发《方案》的通知",
            "某市健康委员会（爱国卫生委员会）关于印发《方案》的通知",
        ),
    ],
)
def test_the_title_is_the_notices_without_what_a_collection_adds(head: str, title: str) -> None:
    found = find_title(list(lines_of(normalise(head).text)))
    assert found is not None
    assert found[0] == title


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("某市人民政府贯彻国务院关于加强依法行政的决定的实施意见", "某市人民政府"),
        ("市政府批转市公安局关于居住证意见的通知", "市政府"),
        ("国务院批转国家计委关于发行债券报告的通知", "国务院"),
        ("某省人民政府实施《土地管理法》办法", "某省人民政府"),
    ],
)
def test_who_issues_ends_before_what_is_carried_out_or_passed_on(title: str, issuer: str) -> None:
    match = issuer_of_title().match(title)
    assert match is not None
    assert match["issuer"] == issuer


@pytest.mark.parametrize("verb", ["发布", "公布", "印发", "出台"])
@pytest.mark.parametrize("marks", ["{}", "《{}》"])
def test_a_headline_on_the_title_below_it_is_no_title(verb: str, marks: str) -> None:
    title = "环境影响评价公众参与暂行办法"
    folded = normalise(f"环保总局{verb}《{title}》\n{marks.format(title)}").text
    found = find_title(list(lines_of(folded)))
    assert found is not None
    assert (found[0], found[1] > len("环保总局")) == (title, True)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "国务院印发《数字发展规划》\n关于数字发展的说明",
            "国务院印发《数字发展规划》",
        ),
        (
            "某局关于印发《某市环境保护办法》的通知\n某市环境保护办法",
            "某局关于印发《某市环境保护办法》的通知",
        ),
        ("某市住房规划\n（2016-2020）文本", "某市住房规划（2016-2020）文本"),
        ("某市住房规划（2016-2020）", "某市住房规划（2016-2020）"),
        ("某市总体规划文本", "某市总体规划文本"),
    ],
)
def test_what_is_a_title_beside_headlines(head: str, title: str) -> None:
    found = find_title(list(lines_of(normalise(head).text)))
    assert found is not None
    assert found[0] == title
