from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract import quantities
from graph.model import Condition, Operator, Target

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

GTEQ, LTEQ, EQ = Operator.GTEQ, Operator.LTEQ, Operator.EQ


def conditions(document: Document) -> list[tuple[str, Operator, float, str]]:
    return [
        (found.subject, found.operator, found.value, found.unit)
        for found in quantities.find(document)
        if isinstance(found, Condition)
    ]


def targets(document: Document) -> list[tuple[str, Operator, float, str]]:
    return [
        (found.measure, found.operator, found.value, found.unit)
        for found in quantities.find(document)
        if isinstance(found, Target)
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "对在我市城镇就业居住5年以上和举家迁徙的农业转移人口,",
            [("在我市城镇就业居住", GTEQ, 5, "年")],
        ),
        (
            "连续居住满二年和参加社会保险满二年,均可在我市申请落户。",
            [("连续居住", GTEQ, 2, "年"), ("参加社会保险", GTEQ, 2, "年")],
        ),
        (
            "落户条件中对参加城镇社会保险的年限要求不得超过2年。",
            [("落户条件中对参加城镇社会保险的年限要求", LTEQ, 2, "年")],
        ),
        ("落实自治区三年生育过渡期政策。", []),
        ("2018年组织开展中期评估。", []),
        # what is denied is turned around, or not read where no list has its words
        ("证件制发时间最长不能超过10个工作日。", [("证件制发时间", LTEQ, 10, "个工作日")]),
        ("新旧证的间隔时间不宜超过1个月。", []),
        (
            "造成3人以下死亡,或者1000万元以下直接财产损失。",
            [("造成", LTEQ, 3, "人")],
        ),
        ("持证人按月缴纳职工社会保险费,每满1年积3分。", []),
        (
            "对营业收入首次突破100亿元、50亿元的企业给予资金奖补。",
            [("营业收入首次", Operator.GT, 10_000_000_000, "元")],
        ),
        ("积分累计达到30分的,可以申请入户。", [("积分", GTEQ, 30, "分")]),
        ("群众满意度低于90%的,予以通报。", [("群众满意度", Operator.LT, 90, "%")]),
        ("养老护理员特岗补贴每月最高可达500元。", [("养老护理员特岗补贴每月", LTEQ, 500, "元")]),
    ],
)
def test_a_condition_has_a_subject_and_a_limit(
    document_of: Callable[..., Document],
    sentence: str,
    found: list[tuple[str, Operator, float, str]],
) -> None:
    assert conditions(document_of(sentence)) == found
    assert targets(document_of(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "全市户籍人口城镇化率稳步保持在80%。",
            ("全市户籍人口城镇化率", EQ, 80, "%"),
        ),
        ("到2020年,全国户籍人口城镇化率提高到45%。", ("全国户籍人口城镇化率", EQ, 45, "%")),
        ("基本养老保险参保率不低于95%。", ("基本养老保险参保率", GTEQ, 95, "%")),
        ("每所初中95%以上的生源由就近入学方式确定。", ("每所初中", GTEQ, 95, "%")),
        ("食品工业产值突破1500亿元。", ("食品工业产值", Operator.GT, 150_000_000_000, "元")),
        ("在校生达到2000名的招生规模。", ("在校生", EQ, 2000, "名")),
    ],
)
def test_a_target_has_a_measure_and_an_aim(
    document_of: Callable[..., Document], sentence: str, found: tuple[str, Operator, float, str]
) -> None:
    assert targets(document_of(sentence)) == [found]
    assert conditions(document_of(sentence)) == []


def test_a_subject_begins_behind_what_goes_before_it(
    document_of: Callable[..., Document],
) -> None:
    sentence = "能按不低于20%的比例录用见习人员并与其签订一年以上劳动合同。"
    assert conditions(document_of(sentence)) == [("与其签订", GTEQ, 1, "年")]


def test_what_is_so_already_is_no_target(document_of: Callable[..., Document]) -> None:
    assert targets(document_of("目前,城区总人口已达480万人,主城区人口达350万人。")) == []


def test_a_quote_begins_with_its_subject(document_of: Callable[..., Document]) -> None:
    document = document_of("租赁房屋(含实际居住地)的人员,连续居住满二年和参加社会保险满二年,")
    assert [document.quote(found.span) for found in quantities.find(document)] == [
        "连续居住满二年",
        "参加社会保险满二年",
    ]


def test_a_title_states_no_target(document_of: Callable[..., Document]) -> None:
    assert not list(quantities.find(document_of("城镇化率提高到45%", "title")))
