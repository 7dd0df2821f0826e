from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph.extract import norms
from graph.model import NormKind, Passage, Place, Provision, ProvisionKind, Span
from tests.graph.chain import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

OBLIGATION, PROHIBITION, PERMISSION, EXEMPTION, RECOMMENDATION = NormKind


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("市统计局要规范统计,准确快捷反映我市两个指标变动状况。", [OBLIGATION]),
        ("各级人民政府应当加强监督检查。", [OBLIGATION]),
        ("确保如期完成土地承包权、宅基地使用权等确权登记颁证。", [OBLIGATION]),
        ("坚决取消对农业转移人口特别是外来人口落户设置的“暗门槛”;", [OBLIGATION]),
        ("不得强行要求进城落户农民转让其在农村的土地承包权。", [PROHIBITION]),
        ("严禁采取购买房屋、投资纳税等方式设置落户限制。", [PROHIBITION]),
        ("可在现居住就业地申请落户。", [PERMISSION]),
        ("被投靠人为非空挂户的,可以申请投靠落户。", [PERMISSION]),
        ("不受合法稳定住所、合法稳定职业等其他条件的限制。", [EXEMPTION]),
        ("可在我市城镇申请落户,不受其他条件的限制。", [PERMISSION, EXEMPTION]),
        ("鼓励个体工商户和自由职业者缴存。", [RECOMMENDATION]),
        ("为支持绿色出行,各单位应当设置停车位。", [OBLIGATION]),
        ("国家鼓励和规范志愿服务。", [RECOMMENDATION]),
        ("引导、支持景区发行年度联票。", [RECOMMENDATION]),
        ("需要补正的,应当一次告知。", [OBLIGATION]),
        ("因故不能参加的,需提前三日请假。", [OBLIGATION]),
        ("应以提高服务能力为目的,建立考核机制。", [OBLIGATION]),
        ("学校应当设立理事会或者其他形式的决策机构并建立相应的监督机制。", [OBLIGATION]),
        ("应当按照规定的程序办理。", [OBLIGATION]),
        ("可以采取灵活多样的方式为老年人提供服务。", [PERMISSION]),
        ("支持与高校加强合作。", [RECOMMENDATION]),
        ("要鼓励基层探索,力争在一些重点难点问题上开创新路。", [OBLIGATION]),
    ],
)
def test_the_deontic_kinds_of_a_sentence(
    document_of: Callable[..., Document], sentence: str, kinds: list[NormKind]
) -> None:
    document = document_of(sentence)
    found = list(norms.find(document))
    assert [norm.kind for norm in found] == kinds
    assert {document.quote(norm.span) for norm in found} == {sentence}


@pytest.mark.parametrize(
    "sentence",
    [
        "二、主要目标",
        "按照存量优先、带动增量的要求。",
        "保障农业转移人口在城镇落户的合理用地需求。",
        "建立健全重要指标的统计体系。",
        "完善行政许可制度。",
        "适应城镇化发展水平,提高供应能力。",
        "(市公安局要牵头)",
        "按照规定给予不超过2000万元的经费支持。",
        "为制定人口发展战略和政策提供信息支持。",
        "集体收益分配权是农民作为集体经济组织成员应当享有的合法财产权利。",
        # attributes and aims
        "应由个人缴纳的费用,按照原渠道列支。",
        "政策明确可享受优惠的对象,由社区登记。",
        "为确保公共安全,制定本通知。",
        # words that only hold a cue's characters
        "提高舆论引导能力。",
        "推广预警“叫应”机制。",
        "避免收住重复登记的人员。",
        "检测结果准予或者不予通过。",
        "省科技厅负责指导和支持高新区工作。",
        "浏览器是否支持新版本。",
        "依法应由单位承担的费用共计320万元。",
        "可以享受补贴的人员名单已在网站公布。",
        "需要延期的,由县级民政部门批准。",
        "为支持绿色出行,引导公众文明骑行,确保道路畅通,制定本办法。",
        "鼓励类产业目录见附表,禁止类项目清单另行公布。",
        "公众支持率保持高位,共聘用文明引导员120名。",
        "投放可降解塑料和可回收物。",
        "加强宣传引导。",
        "坚持政府引导、市场运作。",
        "本办法所称禁止区域,是指景区核心区。",
        "乡村引导线施划完毕。",
        "为鼓励创新,现予通报表扬。",
        "按照从优的原则予以支持。",
    ],
)
def test_a_word_that_only_contains_a_cue_states_no_norm(
    document_of: Callable[..., Document], sentence: str
) -> None:
    assert not list(norms.find(document_of(sentence)))


def test_a_title_states_no_norms(document_of: Callable[..., Document]) -> None:
    assert not list(norms.find(document_of("请各部门要认真贯彻执行。", Place.TITLE)))


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("各市人民政府要在6月底前制定方案。", [OBLIGATION]),
        ("核心区内不得开展旅游活动。", [PROHIBITION]),
        ("现将方案印发给你们，请认真组织实施，确保完成任务。", []),  # how letters end
    ],
)
def test_a_letter_states_what_binds(
    document_of: Callable[..., Document], sentence: str, kinds: list[NormKind]
) -> None:
    assert [norm.kind for norm in norms.find(document_of(sentence, Place.NOTICE))] == kinds


def test_each_sentence_has_its_own(document_of: Callable[..., Document]) -> None:
    document = document_of("坚决取消“暗门槛”;不得设置落户限制。可以申请落户。")
    assert [(norm.kind, document.quote(norm.span)) for norm in norms.find(document)] == [
        (OBLIGATION, "坚决取消“暗门槛”;"),
        (PROHIBITION, "不得设置落户限制。"),
        (PERMISSION, "可以申请落户。"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(一)各学校要加强管理,不得提前分流。", [OBLIGATION, PROHIBITION]),
        ("(市公安局负责)鼓励新技术的应用。", [RECOMMENDATION]),
        ("五、鼓励创新\n支持企业设立研发机构。", [RECOMMENDATION]),
        ("3.不要搞一刀切。", [PROHIBITION]),
    ],
)
def test_a_label_a_tail_and_a_heading_are_no_part_of_a_norm(
    document_of: Callable[..., Document], text: str, found: list[NormKind]
) -> None:
    document = document_of(text)
    kinds = list(norms.find(document))
    assert [norm.kind for norm in kinds] == found
    assert not any(document.quote(norm.span).startswith(("(", "五", "3")) for norm in kinds)


def listed(document_of: Callable[..., Document], lead: str) -> Document:
    """Return an article with two items, each in a place of its own."""
    document = document_of(f"{lead}\n(一)倾倒垃圾;\n(二)焚烧秸秆。", "第一条")
    first, second = (document.folded.text.index(mark) for mark in ("（一）", "（二）"))
    places = (("第一条", 0, first), ("第一条（一）", first, second))
    last = ("第一条（二）", second, len(document.folded.text))
    provisions = tuple(
        Provision(
            label, (label,), ProvisionKind.ITEM, "", index, 0,
            "第一条" if index else None, Span(0, 1), (Span(0, 1),),
        )
        for index, (label, *_) in enumerate((*places, last))
    )  # fmt: skip
    passages = tuple(Passage(where, 0, start, end) for where, start, end in (*places, last))
    return replace(document, provisions=provisions, passages=passages)


def test_the_kind_of_a_lead_holds_for_each_item(document_of: Callable[..., Document]) -> None:
    found = norms.find(listed(document_of, "任何单位和个人不得有下列行为:"))
    assert [(norm.where, norm.kind, norm.rule) for norm in found] == [
        ("第一条", PROHIBITION, "norm.prohibition"),
        ("第一条（一）", PROHIBITION, "norm.list"),
        ("第一条（二）", PROHIBITION, "norm.list"),
    ]


@pytest.mark.parametrize(
    "lead",
    ["有下列情形之一的,不得申请:", "申请书应当载明下列内容:", "符合下列条件之一的,可以申请:"],
)
def test_conditions_and_contents_in_a_list_are_no_norms(
    document_of: Callable[..., Document], lead: str
) -> None:
    assert {norm.where for norm in norms.find(listed(document_of, lead))} == {"第一条"}


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("主管部门应对申请材料进行审查。", ["obligation"]),  # 应 and 对
        ("单位应对检查中发现的问题及时予以整改。", ["obligation"]),
        ("积极应对人口老龄化，进行专题研究。", []),  # 应对, to cope with
        ("建立应对机制，对突出问题进行整改。", []),
        ("有效应对极端天气并予以通报。", []),
    ],
)
def test_one_must_do_to_something_what_is_not_coping_with_it(
    sentence: str, kinds: list[str], document_of: Callable[..., Document]
) -> None:
    assert [norm.kind for norm in norms.find(document_of(sentence))] == kinds


def test_what_a_case_in_a_list_needs_is_asked_of_nobody(
    document_of: Callable[..., Document],
) -> None:
    document = listed(document_of, "有下列情形之一的，可以享受护理待遇:")
    text = document.folded.text.replace("倾倒垃圾", "需护理的").replace("焚烧秸秆", "应当就医")
    assert len(text) == len(document.folded.text)
    folded = replace(document.folded, text=text)
    found = norms.find(replace(document, folded=folded))
    assert [(norm.where, norm.kind) for norm in found] == [
        ("第一条", PERMISSION),
        ("第一条（二）", OBLIGATION),
    ]


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("鼓励社会办医", []),
        ("要高度重视", []),
        ("压实责任，确保完成任务", []),
        ("严禁弄虚作假", [PROHIBITION]),  # which is all that there is to say
        ("一个月房租免收", [EXEMPTION]),
    ],
)
def test_a_heading_says_what_its_unit_is_about(
    document_of: Callable[..., Document], heading: str, kinds: list[NormKind]
) -> None:
    document = document_of(f"{heading}。对实施情况进行评估。", "一")
    unit = Provision(
        "一", ("一",), ProvisionKind.ITEM, heading, 0, 0, None, Span(0, 1), (Span(0, 1),)
    )
    found = norms.find(replace(document, provisions=(unit,)))
    assert [norm.kind for norm in found] == kinds


LISTED = """某省人民政府关于加强管理的通知
某政〔2030〕5号
各市人民政府：
一、各市政府应当采取下列措施：
（一）人员搜救。转移受困人员。搜救要有序。
（二）医学救援。迅速调集力量。
（三）救治伤员。
"""


def test_the_heading_before_the_text_of_an_item_is_not_what_its_lead_demands() -> None:
    document = read(LISTED, "notice.txt").document
    found = [document.quote(norm.span) for norm in norms.find(document)]
    assert found == [
        "各市政府应当采取下列措施：",
        "转移受困人员。",
        "搜救要有序。",
        "迅速调集力量。",
        "救治伤员。",
    ]
