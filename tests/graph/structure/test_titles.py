from __future__ import annotations

import pytest

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
    ],
)
def test_a_title_ends_in_the_kind_of_its_document(title: str) -> None:
    assert is_title(title)


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


def test_a_head_without_a_title_has_none() -> None:
    assert find_title(list(lines_of("首页\n库尔勒市人民政府办公室\n2018年10月15日"))) is None


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("国务院办公厅关于印发推动1亿非户籍人口在城市落户方案的通知", "国务院办公厅"),
        ("福建省人民政府关于进一步推进户籍制度改革的意见", "福建省人民政府"),
        ("库尔勒市人民政府办公室转发市公安局实施意见的通知", "库尔勒市人民政府办公室"),
    ],
)
def test_a_title_may_begin_with_its_issuer(title: str, issuer: str) -> None:
    match = issuer_of_title().match(title)
    assert match
    assert match["issuer"] == issuer


def test_a_title_without_an_issuer_names_none() -> None:
    assert issuer_of_title().match("关于印发库尔勒市推动非户籍人口在城市落户实施方案的通知") is None
