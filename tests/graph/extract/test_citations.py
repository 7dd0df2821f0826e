from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from graph.extract import citations
from graph.model import Relation
from graph.pipeline import read_text
from graph.sources import read_bytes
from ontology import issuers

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

CODES = frozenset(issuers.register())
IMPLEMENTS, BASIS, CITES = Relation.IMPLEMENTS, Relation.BASIS, Relation.CITES


def cited(document: Document) -> list[tuple[str | None, str | None, Relation]]:
    return [(c.title, c.number, c.relation) for c in citations.find(document, CODES)]


@pytest.mark.parametrize(
    ("sentence", "title", "number", "relation"),
    [
        (
            "为贯彻落实《国务院办公厅关于印发推动1亿非户籍人口在城市落户方案的通知》(国办发〔2016〕72号)精神,",
            "国务院办公厅关于印发推动1亿非户籍人口在城市落户方案的通知",
            "国办发〔2016〕72号",
            IMPLEMENTS,
        ),
        (
            "根据自治区《关于进一步推进我区户籍管理制度改革的实施意见》(新政发〔2014〕68号)要求,",
            "关于进一步推进我区户籍管理制度改革的实施意见",
            "新政发〔2014〕68号",
            BASIS,
        ),
        (
            "根据《关于印发<自治州推动非户籍人口在城市落户实施方案>的通知》(巴政办发〔2018〕77号)要求,",
            "关于印发〈自治州推动非户籍人口在城市落户实施方案〉的通知",
            "巴政办发〔2018〕77号",
            BASIS,
        ),
        ("按照《居住证暂行条例》有关规定执行。", "居住证暂行条例", None, BASIS),
        ("市水利局遵循《政府采购法》的招标程序选定机构。", "政府采购法", None, BASIS),
        ("遵循公开原则，宣传《政府采购法》。", "政府采购法", None, CITES),
        (
            "对新政发〔2014〕68号文件已明确的相关配套政策,有关部门要加快工作进度。",
            None,
            "新政发〔2014〕68号",
            CITES,
        ),
        (
            "《居住证暂行条例》(国务院令第663号)已经公布。",
            "居住证暂行条例",
            "国务院令第663号",
            CITES,
        ),
        (
            "原《关于做好户口登记的通知》(新政发〔2003〕8号)同时废止。",
            "关于做好户口登记的通知",
            "新政发〔2003〕8号",
            Relation.REPEALS,
        ),
    ],
)
def test_a_document_is_cited_in_the_relation_that_its_verb_states(
    document_of: Callable[..., Document],
    sentence: str,
    title: str | None,
    number: str | None,
    relation: Relation,
) -> None:
    assert cited(document_of(sentence)) == [(title, number, relation)]


@pytest.mark.parametrize(
    ("sentence", "relations"),
    [
        # what stands behind a comma is said of something else
        (
            "按照《规章制定程序条例》的规定,《居住证暂行条例》实施后,《暂住证办法》将予以废止。",
            [Relation.BASIS, CITES, CITES],  # another act's doing, and still to come
        ),
        ("要认真对照《居住证暂行条例》的规定,及时修改完善原有政策规定。", [CITES]),
        ("按照《规划办法》提出的目标和任务进行修订完善。", [Relation.BASIS]),
        ("《借读办法》中关于借读生的规定适用本办法,《招生办法》废止。", [CITES, Relation.REPEALS]),
        # and what goes on is not
        ("《暂住证办法》自本办法施行之日起,同时废止。", [Relation.REPEALS]),
        ("我部对《防控工作指南(试行)》进行了修订。", [Relation.AMENDS]),
        ("原《防治办法》和《应急办法》同时废止。", [Relation.REPEALS, Relation.REPEALS]),
        # the name of a body between a verb, or a list, and a title
        (
            "依据《传染病防治法》和国务院应对新型冠状病毒感染肺炎疫情联防联控机制《关于防控工作的通知》等精神,",
            [Relation.BASIS, Relation.BASIS],
        ),
        ("均应按《中华人民共和国公司法》的规定办理登记。", [Relation.BASIS]),
        ("为认真做好《居住证暂行条例》的贯彻实施工作,", [IMPLEMENTS]),
        ("《居住证暂行条例》贯彻实施情况良好。", [CITES]),
        ("报市贯彻落实《改革规划纲要》领导小组办公室。", [CITES]),
        # a verb that only tells when
        ("在《出让办法(试行)》失效后、本办法实施前出让的土地,", [CITES]),
    ],
)
def test_a_verb_behind_is_said_of_what_it_follows(
    document_of: Callable[..., Document], sentence: str, relations: list[Relation]
) -> None:
    assert [relation for _, _, relation in cited(document_of(sentence))] == relations


def test_a_verb_governs_the_whole_list_and_the_next_verb_the_next_list(
    document_of: Callable[..., Document],
) -> None:
    sentence = (
        "为贯彻落实《推动落户方案的通知》(国办发〔2016〕72号)、《落户实施方案的通知》(新政办发〔2018〕20号)精神,"
        "根据自治区《户籍管理制度改革的实施意见》(新政发〔2014〕68号)、《发展规划的通知》(新政发〔2017〕124号)要求,"
        "制定本实施方案。"
    )
    assert [(number, relation) for _, number, relation in cited(document_of(sentence))] == [
        ("国办发〔2016〕72号", IMPLEMENTS),
        ("新政办发〔2018〕20号", IMPLEMENTS),
        ("新政发〔2014〕68号", BASIS),
        ("新政发〔2017〕124号", BASIS),
    ]


def test_a_number_is_normalised_and_its_evidence_is_not(
    document_of: Callable[..., Document],
) -> None:
    document = document_of("根据《实施意见》（新政发[2014] 68 号）要求，")
    (citation,) = citations.find(document, CODES)
    assert citation.number == "新政发〔2014〕68号"
    assert document.quote(citation.span) == "《实施意见》（新政发[2014] 68 号）"


@pytest.mark.parametrize(
    "sentence",
    [
        "维护进城落户农民“三权”,建立自愿有偿退出机制。",
        "持《居民身份证》或者《户口簿》到派出所办理。",
        "(以下简称《办法》)",
        "在《办法(试行)》实施前出让的土地,",
        "有效期自出具《广州市居民家庭经济状况核对报告》之日起算。",
        "凭《东莞市人才入户卡》、《办理户口通知》办理。",
        "粤公网安备44010402000409号",
    ],
)
def test_what_is_no_document_is_not_cited(
    document_of: Callable[..., Document], sentence: str
) -> None:
    assert cited(document_of(sentence)) == []


def test_a_notice_forwards_the_plan_that_its_title_names(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(
        "《落户实施方案》已经审议通过,现印发你们。", "notice", title="关于印发落户实施方案的通知"
    )
    assert cited(document) == [("落户实施方案", None, Relation.FORWARDS)]


@pytest.mark.parametrize(
    ("sentence", "where", "found"),
    [
        ("《库尔勒市人民政府关于放宽落户条件的实施意见》政策解读", "closing", []),
        ("《关于放宽落户条件的实施意见》已经审议通过。", "preamble", []),
        ("《关于放宽落户条件的实施意见》已经审议通过，现予公布。", "preamble", []),
        ("库政发〔2018〕9号\n某某某", "preamble", []),
        ("发文机关：库尔勒市政府 发文字号：库政发〔2018〕9号 政策类型：文件", "preamble", []),
        ("参照《放宽落户条件的实施意见》,自行制定政策。", "一", ["放宽落户条件的实施意见"]),
    ],
)
def test_a_document_names_itself_about_its_provisions_and_refers_to_itself_in_one(
    document_of: Callable[..., Document], sentence: str, where: str, found: list[str]
) -> None:
    document = document_of(sentence, where, title="库尔勒市人民政府关于放宽落户条件的实施意见")
    document = dataclasses.replace(document, issuer="库尔勒市人民政府")
    assert [title for title, _, _ in cited(document)] == found


def test_an_older_document_of_the_same_title_is_another(
    document_of: Callable[..., Document],
) -> None:
    title = "库尔勒市人民政府关于放宽落户条件的实施意见"
    document = document_of(f"原《{title}》同时废止。", title=title)
    assert cited(document) == [(title, None, Relation.REPEALS)]


def test_a_document_does_not_cite_itself(document_of: Callable[..., Document]) -> None:
    text = "库政办发〔2018〕171号"
    assert cited(document_of(text, number="库政办发〔2018〕171号")) == []
    assert cited(document_of(text, number="库政办发〔2018〕9号")) == [(None, text, CITES)]


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("各县要严格执行《采砂条例》，加强监管。", IMPLEMENTS),
        ("认真执行水利部《采砂管理规定》。", IMPLEMENTS),
        # 执行 alone says that it holds
        ("继续执行《采砂条例》。", CITES),
        ("不执行《采砂条例》的，予以通报。", CITES),
        ("收费按《某省政府定价目录》执行。", BASIS),
    ],
)
def test_to_carry_out_what_a_document_lays_down_is_to_implement_it(
    document_of: Callable[..., Document], sentence: str, relation: Relation
) -> None:
    assert [found for _, _, found in cited(document_of(sentence))] == [relation]


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("根据《采砂办法》享受补贴的人才，按原标准执行到期满。", CITES),
        ("依照《采砂办法》已经核发的许可证继续有效。", CITES),
        ("按照《采砂办法》已办理的《许可证》，在有效期内有效。", CITES),
        ("根据《采砂办法》备案的项目，应当公示。", CITES),
        # what is done, or how, rests on the document
        ("根据《采砂办法》，享受补贴的人才由市水利局登记。", BASIS),
        ("按照《采砂办法》批准的程序办理。", BASIS),
        ("依照《采砂办法》办理登记。", BASIS),
    ],
)
def test_what_tells_which_ones_by_a_document_does_not_rest_on_it(
    document_of: Callable[..., Document], sentence: str, relation: Relation
) -> None:
    assert [found for _, _, found in cited(document_of(sentence))] == [relation]


def test_the_sections_of_a_notice_cite_what_its_lead_forwards(
    document_of: Callable[..., Document],
) -> None:
    title = "转发省政府治水座谈会议纪要的通知"
    lead = "现将《治水座谈会议纪要》转发给你们。"
    assert cited(document_of(lead, "preamble", title=title)) == [
        ("治水座谈会议纪要", None, Relation.FORWARDS)
    ]
    for sentence, relation in (
        ("按照《治水座谈会议纪要》的要求推进。", BASIS),
        ("对照《治水座谈会议纪要》自查。", CITES),
        ("贯彻落实《治水座谈会议纪要》。", IMPLEMENTS),
    ):
        assert cited(document_of(sentence, title=title)) == [("治水座谈会议纪要", None, relation)]


NOTE = "根据2018年7月19日某省人大常委会第五次会议{}第一次修正"


@pytest.mark.parametrize(
    ("decision", "title"),
    [
        ("《关于修改部分法规的决定》", "关于修改部分法规的决定"),
        ("关于修改采砂条例的决定", "关于修改采砂条例的决定"),
        ("通过的《关于修改〈甲条例〉等法规的决定》", "关于修改〈甲条例〉等法规的决定"),
        ("关于修改《甲条例》等十件法规的决定", "关于修改〈甲条例〉等十件法规的决定"),
    ],
)
def test_a_note_under_the_title_names_the_decisions_that_changed_the_document(
    decision: str, title: str
) -> None:
    text = (
        f"某省采砂条例\n（2006年7月26日某省人大常委会第七次会议通过 {NOTE.format(decision)}）\n"
        "第一条 为了治水，制定本条例。\n第二条 采砂应当持证。\n"
    )
    document = read_text(read_bytes(text.encode(), "一.txt")).document
    assert cited(document) == [(title, None, CITES)]


def test_a_note_that_names_no_decision_cites_nothing() -> None:
    text = (
        "某省采砂条例\n（2006年7月26日某省人大常委会第七次会议通过《某省采砂条例》，"
        "2018年1月1日省人民政府令第9号公布）\n"
        "第一条 为了治水，制定本条例。\n第二条 采砂应当持证。\n"
    )
    assert cited(read_text(read_bytes(text.encode(), "一.txt")).document) == []


def test_a_text_that_shortens_its_own_title_does_not_cite_itself(
    document_of: Callable[..., Document],
) -> None:
    title = "某省采砂裁量规定"
    text = (
        f"《{title}》（以下简称《裁量规定》）适用于全省。各市可在本《裁量规定》的基础上细化。"
        "《裁量规定》由省水利厅解释。"
    )
    assert cited(document_of(text, "preamble", title=title)) == []
    other = "《采砂裁量规定》（水规〔2014〕5号，以下简称《裁量规定》）有效。各市执行《裁量规定》。"
    assert cited(document_of(other, title=title)) == [
        ("采砂裁量规定", "水规〔2014〕5号", CITES),
        ("采砂裁量规定", "水规〔2014〕5号", CITES),
    ]
