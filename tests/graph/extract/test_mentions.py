"""How a text names other documents, and what only looks like a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract import citations
from ontology import issuers

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

CODES = frozenset(issuers.register())


def named(document: Document) -> list[tuple[str | None, str | None]]:
    return [(c.title, c.number) for c in citations.find(document, CODES)]


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
        # no title, or none whose beginning can be told
        ("对相关问题（某政发〔2010〕4号）予以明确。", None),
        ("有关加强用水管理的通知（某政发〔2010〕4号）要求", None),
    ],
)
def test_a_number_in_brackets_makes_a_title_without_marks_known(
    document_of: Callable[..., Document], sentence: str, title: str | None
) -> None:
    assert [found for found, _ in named(document_of(sentence))] == [title]


def test_an_order_that_nobody_gave_is_no_document(document_of: Callable[..., Document]) -> None:
    assert named(document_of("根据第12号令修改后重新公布。")) == []


@pytest.mark.parametrize(
    "text",
    [
        "按照《采砂条例》（国务院令第663号）执行。认真执行《采砂条例》。",
        "认真执行《采砂条例》。按照《采砂条例》（国务院令第663号）执行。",
        "国务院令第663号公布了《采砂条例》。认真执行《采砂条例》。",
    ],
)
def test_a_title_that_the_text_joins_to_a_number_is_that_document_everywhere(
    document_of: Callable[..., Document], text: str
) -> None:
    assert named(document_of(text)) == [("采砂条例", "国务院令第663号")] * 2


def test_a_title_of_two_numbers_is_joined_to_none(document_of: Callable[..., Document]) -> None:
    text = (
        "《招生意见》（教发〔2015〕1号）和《招生意见》（教发〔2016〕2号）有效。《招生意见》适用。"
    )
    assert named(document_of(text)) == [
        ("招生意见", "教发〔2015〕1号"),
        ("招生意见", "教发〔2016〕2号"),
        ("招生意见", None),
    ]


def test_its_own_title_is_not_joined_to_the_number_of_the_older_document(
    document_of: Callable[..., Document],
) -> None:
    text = "《采砂管理办法》已经审议通过。原《采砂管理办法》（水发〔2010〕7号）同时废止。"
    found = named(document_of(text, "preamble", title="采砂管理办法"))
    assert found == [("采砂管理办法", "水发〔2010〕7号")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "根据《采砂实施意见》（水发〔2012〕7号，以下简称《意见》）。落实《意见》要求。",
            [("采砂实施意见", "水发〔2012〕7号")] * 2,
        ),
        (
            "根据《河道采砂条例》（以下简称条例）制定。违反条例第五条的处罚。",
            [("河道采砂条例", None)] * 2,
        ),
        (
            "根据《采砂管理办法》（水发〔2012〕7号，下称《办法》）。落实《办法》。",
            [("采砂管理办法", "水发〔2012〕7号")] * 2,
        ),
        (
            "根据《采砂管理办法》（试行）（以下简称《办法》）。落实《办法》。",
            [("采砂管理办法（试行）", None)] * 2,
        ),
        (
            "根据《采砂管理条例》、《船员管理条例》（以下简称《采砂条例》、《船员条例》）。落实《采砂条例》。",
            [("采砂管理条例", None), ("船员管理条例", None), ("采砂管理条例", None)],
        ),
        (
            "根据《采砂管理条例》和《船员管理规定》（以下简称《条例》）。落实《条例》。",
            [("采砂管理条例", None), ("船员管理规定", None), ("采砂管理条例", None)],
        ),
        (
            "根据《预算法》（以下简称预算法）、《采购法》（以下简称采购法）制定。",
            [("预算法", None), ("采购法", None)],
        ),
        (
            "国务院令第663号公布了《采砂条例》（以下简称《条例》）。落实《条例》。",
            [("采砂条例", "国务院令第663号")] * 2,
        ),
        # another's article, and a short form before it is defined
        (
            "根据《河道采砂条例》（以下简称条例）制定。违反本条例第五条的处罚。",
            [("河道采砂条例", None)],
        ),
        ("落实《意见》要求。根据《采砂实施意见》（以下简称《意见》）。", [("采砂实施意见", None)]),
        # a short form that nobody defined
        ("落实《意见》和《若干措施》。", []),
    ],
)
def test_a_short_form_means_what_the_text_says(
    document_of: Callable[..., Document], text: str, found: list[tuple[str, str | None]]
) -> None:
    assert named(document_of(text)) == found


@pytest.mark.parametrize(
    ("sentence", "laws"),
    [
        ("依照行政许可法第十二条办理。", ["行政许可法"]),
        ("违反治安管理处罚法的，依照治安管理处罚法第四十二条处罚。", ["治安管理处罚法"] * 2),
        ("依照土地管理法和城乡规划法的规定。", ["土地管理法", "城乡规划法"]),
        ("根据宪法和监察法，制定本条例。", ["宪法", "监察法"]),
        ("外商投资法施行后，依照外商投资法及其实施条例办理。", ["外商投资法", "外商投资法"]),
        ("适用民法典有关规定。", ["民法典"]),
        ("依照中华人民共和国公司法第三条。", ["中华人民共和国公司法"]),
        ("按照《公司法》和证券法的规定。", ["公司法", "证券法"]),
        ("个人所得税法第四条所称的免税。", ["个人所得税法"]),
        (
            "依照全国人民代表大会和地方各级人民代表大会选举法第三条。",
            ["全国人民代表大会和地方各级人民代表大会选举法"],
        ),
        ("依照《公司法》及合伙企业法设立。", ["公司法", "合伙企业法"]),
        ("贯彻反食品浪费法，落实责任。", ["反食品浪费法"]),
        ("依照《水法》第五条和防洪法第六条。", ["水法", "防洪法"]),
        (
            "有政府采购法第七十一条所列情形的，可以认定为刑法第三条规定的行为。",
            ["政府采购法", "刑法"],
        ),
        # words that end or begin like a law, and methods
        ("依照本办法第三条的规定。", []),
        ("按照综合评分法评标。", []),
        ("采用综合评估法的规定。", []),
        ("根据本法第三条。", []),
        ("依照有关法律、法规的规定。", []),
        ("由公安机关依法予以处罚。", []),
        ("按照上位法的规定。", []),
        ("严格执法第三条措施。", []),
        ("按照立法规划开展工作。", []),
        ("落实司法第一线责任。", []),
        ("完善公司法人治理结构的规定。", []),
        ("加强普法第三方评估。", []),
    ],
)
def test_a_law_is_known_without_title_marks(
    document_of: Callable[..., Document], sentence: str, laws: list[str]
) -> None:
    assert [title for title, _ in named(document_of(sentence))] == laws


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
