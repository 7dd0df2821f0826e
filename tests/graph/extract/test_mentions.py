"""How a text names other documents, and what only looks like a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract import citations
from tests.graph.extract.cited import CODES, named

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


@pytest.mark.parametrize(
    ("sentence", "title", "number"),
    [
        ("按照《船员条例》（国务院令第494号）执行。", "船员条例", "国务院令第494号"),
        (
            "按照《船闸管理办法》（2016年12月1日省人民政府令第2号发布）执行。",
            "船闸管理办法",
            "省人民政府令第2号",
        ),
        (
            "按照《船闸管理办法》（2001年5月9日省人民政府令第2号公布，根据2018年省人民政府令第9号修订）执行。",
            "船闸管理办法",
            "省人民政府令第2号",
        ),
        ("按照《采砂办法》（水利部令2008年第9号）执行。", "采砂办法", "水利部令2008年第9号"),
        (
            "按照《国家税务总局关于发票管理的公告》（2022年第21号）执行。",
            "国家税务总局关于发票管理的公告",
            "国家税务总局公告2022年第21号",
        ),
        (
            "按照《关于发票管理的公告》（2022年第21号）执行。",  # nobody says whose
            "关于发票管理的公告",
            None,
        ),
        (
            "按照《国家税务总局关于发票管理的意见》（2022年第21号）执行。",  # no announcement
            "国家税务总局关于发票管理的意见",
            None,
        ),
        (
            "根据我局某财库〔2007〕15号文件《关于改进支付管理的通知》精神，现通知如下。",
            "关于改进支付管理的通知",
            "某财库〔2007〕15号",
        ),
        (
            "按照《水路运输规定》（交通运输部令2021年第16号）执行。",
            "水路运输规定",
            "交通运输部令2021年第16号",
        ),
        (
            "按照《关于修改部分法律的决定》（2009年8月27日中华人民共和国主席令第18号）执行。",
            "关于修改部分法律的决定",
            "主席令第18号",
        ),
        (
            "国务院令第322号公布的《规章制定程序条例》规定了程序。",
            "规章制定程序条例",
            "国务院令第322号",
        ),
        (
            "国务院2001年第322号令发布的《规章制定程序条例》规定了程序。",
            "规章制定程序条例",
            "国务院令第322号",
        ),
        ("按照水发〔2012〕7号《采砂意见》执行。", "采砂意见", "水发〔2012〕7号"),
        (
            "按照《采砂意见》（水发[2012]7号，以下简称《意见》）执行。",
            "采砂意见",
            "水发〔2012〕7号",
        ),
        (
            "按照《采砂意见》（试行）（水发〔2012〕7号）执行。",
            "采砂意见（试行）",
            "水发〔2012〕7号",
        ),
        ("按照《采砂意见》（试行，水发〔2012〕7号）执行。", "采砂意见（试行）", "水发〔2012〕7号"),
        ("按照《采砂意见》\n（水发〔2012〕7号）执行。", "采砂意见", "水发〔2012〕7号"),
        # brackets that are no pair, or of which one is missing
        ("按照《采砂意见》（水发〔2012）7号〕执行。", "采砂意见", "水发〔2012〕7号"),
        ("按照《采砂意见》（水发〔2012）7号）执行。", "采砂意见", "水发〔2012〕7号"),
        ("按照《采砂意见》〔水发（2012）7号）执行。", "采砂意见", "水发〔2012〕7号"),
        ("按照《采砂意见》（水发〔2012〕7号执行。", "采砂意见", "水发〔2012〕7号"),
        (
            "按照《采砂意见》（试行）（水发〔2012）7号）执行。",
            "采砂意见（试行）",
            "水发〔2012〕7号",
        ),
        ("按照《采砂意见》（参见水发〔2012）7号〕执行。", "采砂意见", None),
        ("按照《采砂意见》（第〔2）项〕执行。", "采砂意见", None),
        ("按照《免税办法》［（ 94）财税字第 002号］执行。", "免税办法", "〔94〕财税字第2号"),
        ("按照《采砂办法》［2019年修订］执行。", "采砂办法", None),
        # what stands in the bracket is no number of its own
        ("按照《采砂条例》（2019年修订）执行。", "采砂条例", None),
        ("按照《采砂条例》（根据2018年国务院令第698号修订）执行。", "采砂条例", None),
        ("按照《采砂条例》（自2015年1月1日起施行）执行。", "采砂条例", None),
        ("按照《采砂办法》（试行）执行。", "采砂办法（试行）", None),
        ("按照《采砂办法（试行）》执行。", "采砂办法（试行）", None),
        ("按照《采砂规划》（2014—2020年）执行。", "采砂规划（2014—2020年）", None),
        ("按照《防控指南》（第二版）执行。", "防控指南（第二版）", None),
        ("符合《污泥泥质》（GB/T 24188—2009）要求。", "污泥泥质", "GB/T 24188—2009"),
        ("符合《设计安全规范》（GB50161）要求。", "设计安全规范", "GB 50161"),
        ("按照国标 GB 16548-1996《无害化处理规程》处理。", "无害化处理规程", "GB 16548—1996"),
        ("列入《有毒有害水污染物名录》的，应当公开。", "有毒有害水污染物名录", None),
        ("按照《惩治体系 2013 — 2017 年规划》执行。", "惩治体系2013—2017年规划", None),
        ("按照《中华人民共 和国精神卫生 法》执行。", "中华人民共和国精神卫生法", None),
    ],
)
def test_a_title_has_its_number_and_what_its_bracket_adds(
    document_of: Callable[..., Document], sentence: str, title: str, number: str | None
) -> None:
    assert named(document_of(sentence)) == [(title, number)]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "根据某市人民政府关于加强用水管理的通知（某政发〔2010〕4号）要求，",
            "某市人民政府关于加强用水管理的通知",
        ),
        ("2.省水利厅关于印发节水办法的通知（某水发〔2011〕5号）", "省水利厅关于印发节水办法的通知"),
        (
            "为贯彻落实国务院办公厅关于节水的意见（国办发〔2011〕5号）精神，",
            "国务院办公厅关于节水的意见",
        ),
        (
            "现将某水发〔2004〕26号“关于印发《节水管理办法》的通知”转发给你们。",
            "关于印发〈节水管理办法〉的通知",
        ),
        # no title, or none whose beginning can be told
        ("对相关问题（某政发〔2010〕4号）予以明确。", None),
        ("有关加强用水管理的通知（某政发〔2010〕4号）要求", None),
    ],
)
def test_a_number_in_brackets_makes_a_title_without_marks_known(
    document_of: Callable[..., Document], sentence: str, title: str | None
) -> None:
    assert [found for found, _ in named(document_of(sentence))] == [title]


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        ("并制作《执法检查会谈纪要》，由双方签字。", []),
        ("应当提交《土地复垦方案》和营业执照。", []),
        ("报送《关于水库除险加固的报告》。", ["关于水库除险加固的报告"]),
        ("按照《执法检查会谈纪要制作规范》制作纪要。", ["执法检查会谈纪要制作规范"]),
    ],
)
def test_a_paper_that_somebody_makes_out_is_no_document(
    document_of: Callable[..., Document], sentence: str, titles: list[str]
) -> None:
    assert [found for found, _ in named(document_of(sentence))] == titles


def test_an_order_that_nobody_gave_is_no_document(document_of: Callable[..., Document]) -> None:
    assert named(document_of("根据第12号令修改后重新公布。")) == []


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("根据《信息公开条例》第二十二条、第二十三条第一款，", ["第二十二条", "第二十三条第一款"]),
        ("根据《信息公开条例》第三条第一款、第二款规定，", ["第三条第一款", "第三条第二款"]),
        (
            "根据《信息公开条例》第十条第（一）、（三）项，",
            ["第十条第（一）项", "第十条第（三）项"],
        ),
        ("根据《信息公开条例》第三条至第五条，", ["第三条至第五条"]),
        ("根据《信息公开条例》（国务院令第711号）第五条，", ["第五条"]),
        ("根据《信息公开条例》第三章的规定，", ["第三章"]),
        ("根据《信息公开条例》的第六条，", ["第六条"]),
        ("根据行政许可法第十二条和第十三条，", ["第十二条", "第十三条"]),
        # an article of the text itself, or none
        ("根据《信息公开条例》，按照本办法第五条，", [None]),
        ("根据《信息公开条例》的规定，第五条另有要求，", [None]),
        ("根据《信息公开条例》第二次修订的规定，", [None]),
    ],
)
def test_each_article_that_is_named_is_cited(
    document_of: Callable[..., Document], sentence: str, targets: list[str | None]
) -> None:
    document = document_of(sentence)
    assert [c.target for c in citations.find(document, CODES)] == targets


def test_a_cited_article_is_quoted_with_the_title(document_of: Callable[..., Document]) -> None:
    document = document_of("根据《信息公开条例》第二十二条、第二十三条第一款，")
    assert [document.quote(c.span) for c in citations.find(document, CODES)] == [
        "《信息公开条例》第二十二条",
        "《信息公开条例》第二十二条、第二十三条第一款",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "相关附件：水发〔2012〕7号采砂办法.pdf",
        "政策解读：《采砂管理办法》音频解读.mp3",
        "上一篇：关于印发《采砂管理办法》的通知",
        "《采砂管理办法》政策解读",
        "【原文下载】 《采砂管理办法》.docx",
        "一图读懂《采砂管理办法》",
        "各项指标见《采砂评分目录》（见附件2）。",
        "市水利局关于印发《采砂管理办法》的通知  （2016年2月26日）",
        "（1994年1月28日国务院令第142号发布　2018年12月18日修订）",
    ],
)
def test_a_link_of_the_page_and_an_own_annex_are_not_cited(
    document_of: Callable[..., Document], sentence: str
) -> None:
    assert named(document_of(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "做好《采砂管理办法》解读宣传工作。",
        "加强《采砂管理办法》政策解读工作，扩大知晓度。",
        "按照《采砂管理办法》报送附件材料。",
    ],
)
def test_a_document_that_is_to_be_explained_is_cited(
    document_of: Callable[..., Document], sentence: str
) -> None:
    assert named(document_of(sentence)) == [("采砂管理办法", None)]
