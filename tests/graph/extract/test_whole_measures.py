from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract import quantities
from graph.model import Condition

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


def named(document: Document) -> list[tuple[str, str, float]]:
    """Return of each value what it is of, how it is limited, and what it is."""
    return [
        (
            found.subject if isinstance(found, Condition) else found.measure,
            found.operator,
            found.value,
        )
        for found in quantities.find(document)
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        # each value with its own time and its own group
        (
            "到2026年建设完成，建档率2024年末达到80%，2025年末达到90%。",
            [("建档率", "eq", 80), ("建档率", "eq", 90)],
        ),
        (
            "干部每年参加脱产培训的时间不少于100学时，5年内达到500学时。",
            [("干部每年参加脱产培训的时间", "gteq", 100), ("干部参加脱产培训的时间", "eq", 500)],
        ),
        (
            "累计缴纳养老保险费男满30年、女满25年的，享受待遇。",
            [("累计缴纳养老保险费男", "gteq", 30), ("累计缴纳养老保险费女", "gteq", 25)],
        ),
        # what is named, to its end
        ("签订合同并缴纳不低于60%的土地出让价款后，", [("土地出让价款", "gteq", 60)]),
        ("面向青年人才安排的比例不低于60%。", [("面向青年人才安排的比例", "gteq", 60)]),
        (
            "改建2000个以上体育公园、健身中心、公共体育场馆等健身场地设施。",
            [("改建体育公园、健身中心、公共体育场馆等健身场地设施", "gteq", 2000)],
        ),
        (
            "补齐300个以上乡镇（街道）健身场地器材。",
            [("补齐乡镇（街道）健身场地器材", "gteq", 300)],
        ),
        ("组织不少于2万家次企业参展。", [("组织企业参展", "gteq", 20_000)]),
        ("开展新型学徒制培训800人以上。", [("开展新型学徒制培训", "gteq", 800)]),
        ("累计家庭照护者技能培训人数达到2000人次。", [("累计家庭照护者技能培训人数", "eq", 2000)]),
        (
            "全省50%以上的行政村建立1个以上食品安全示范店。",
            [
                ("全省行政村建立1个以上食品安全示范店", "gteq", 50),
                ("全省50%以上的行政村建立食品安全示范店", "gteq", 1),
            ],
        ),
        ("总投资额在人民币300万元以上的建设工程，", [("总投资额", "gteq", 3_000_000)]),
        (
            "2035年底前，完成住院医师规范化培训学员530人。",
            [("完成住院医师规范化培训学员", "eq", 530)],
        ),
        # a cap that 最高 makes of a verb of change
        ("返还标准最高可提至上年度缴费的90%。", [("返还标准", "lteq", 90)]),
        ("发放失业补助金，标准不高于失业保险金的80%。", [("失业补助金标准", "lteq", 80)]),
    ],
)
def test_a_value_is_stated_of_the_whole_of_what_it_measures(
    document_of: Callable[..., Document], sentence: str, found: list[tuple[str, str, float]]
) -> None:
    assert named(document_of(sentence)) == found


@pytest.mark.parametrize(
    "sentence",
    [
        # a mere place, a case, a column and a fund have no such value
        "重庆主城区可提高至10万元。",
        "单方缴存的由35万元增加到40万元。",
        "底线指标不低于90%。",
        "每栋楼保底资金9层以下含9层50万元。",
        # a number that a blank tears, and what does not name anything
        "十一、1 4周岁以下的参保人可以选定医院。",
        "五年内不得评先，七年以上十四年以下不得享受农村股份合作制分红。",
        "毕业生来沈求职、应聘提供最长10天免费入住服务。",
        "在入户1个月以内办理参保手续。",
        "发生1起及以上因拖欠工资引发极端事件的，",
    ],
)
def test_nothing_is_stated_of_what_cannot_have_the_value(
    document_of: Callable[..., Document], sentence: str
) -> None:
    assert named(document_of(sentence)) == []


def test_a_range_of_months_may_stand_in_a_name(document_of: Callable[..., Document]) -> None:
    found = named(document_of("0-6个月婴儿纯母乳喂养率达到50%以上。"))
    assert found == [("0-6个月婴儿纯母乳喂养率", "gteq", 50)]


def test_what_a_case_makes_somebody_leave_may_begin_with_its_cause(
    document_of: Callable[..., Document],
) -> None:
    found = named(document_of("因环境污染疏散群众5万人以上的；"))
    assert found == [("因环境污染疏散群众", "gteq", 50_000)]


def test_about_stands_in_the_quote(document_of: Callable[..., Document]) -> None:
    document = document_of("到2025年，产出占比提高到70%左右。")
    (found,) = quantities.find(document)
    assert document.source.text[found.span.start : found.span.end] == "产出占比提高到70%左右"
