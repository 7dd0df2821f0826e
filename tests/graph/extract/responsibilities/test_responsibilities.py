from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph.extract import responsibilities
from graph.model import Form, Jurisdiction, Modality, Place, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

LEAD, SUPPORT, JOINT, RESPONSIBLE = Role


def test_tails_and_running_text_of_one_provision_in_the_order_of_the_text(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(
        "(十三)健全落户统计体系。市统计局要规范统计,准确快捷反映指标变动状况。(市统计局牵头负责,公安局配合)"
    )
    found = list(responsibilities.find(document))
    assert [(r.agency, r.as_written, r.role, r.form) for r in found] == [
        ("市统计局", "市统计局", RESPONSIBLE, Form.BODY),
        ("市统计局", "市统计局", LEAD, Form.TAIL),
        ("市公安局", "公安局", SUPPORT, Form.TAIL),
    ]
    assert [document.quote(r.name_span) for r in found] == ["市统计局", "市统计局", "公安局"]
    assert document.quote(found[2].span) == "(市统计局牵头负责,公安局配合)"


@pytest.mark.parametrize(
    ("place", "agency"),
    [
        (Jurisdiction("652801", "库尔勒市"), "市公安局"),
        (Jurisdiction("350000", "福建省"), "省公安局"),
        (Jurisdiction("652800", "巴音郭楞蒙古自治州"), "自治州公安局"),
        (Jurisdiction("CN", "中华人民共和国"), "公安局"),
        (None, "公安局"),
    ],
)
def test_the_documents_own_place_completes_a_bare_name(
    document_of: Callable[..., Document], place: Jurisdiction | None, agency: str
) -> None:
    document = document_of("可以登记户口。(公安局牵头)", place=place)
    assert [r.agency for r in responsibilities.find(document)] == [agency]


def test_a_name_keeps_the_characters_of_the_source(document_of: Callable[..., Document]) -> None:
    document = document_of("落实好日常管理。(各乡镇(场)、街道负责)")
    assert [(r.agency, r.as_written, r.open) for r in responsibilities.find(document)] == [
        ("各乡镇（场）", "各乡镇(场)", True),
        ("街道", "街道", True),
    ]


@pytest.mark.parametrize("where", [Place.TITLE, Place.NOTICE])
def test_a_letter_gives_its_addressees_no_duty(
    document_of: Callable[..., Document], where: Place
) -> None:
    assert not list(responsibilities.find(document_of("各有关部门要认真贯彻执行。", where)))


def test_a_stated_rule_holds_for_its_list_and_all_behind_it(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(
        "放宽条件。（市公安局、民政局负责）\n"
        "加强服务。（市民政局、财政局负责。排在第一位的部门为牵头部门，下同）\n"
        "强化审计。（市审计局、财政局负责）"
    )
    assert [(r.as_written, r.role) for r in responsibilities.find(document)] == [
        ("市公安局", RESPONSIBLE),
        ("民政局", RESPONSIBLE),
        ("市民政局", LEAD),
        ("财政局", RESPONSIBLE),
        ("市审计局", LEAD),
        ("财政局", RESPONSIBLE),
    ]


@pytest.mark.parametrize(
    ("place", "opened"),
    [
        (Jurisdiction("350000", "福建省"), True),
        (Jurisdiction("350100", "福州市"), True),
        (Jurisdiction("CN", "中华人民共和国"), True),
        (None, True),
        (Jurisdiction("652801", "库尔勒市"), False),  # a county has one
    ],
)
def test_a_body_by_its_function_alone_is_open_where_there_are_many(
    document_of: Callable[..., Document], place: Jurisdiction | None, *, opened: bool
) -> None:
    document = document_of("公安机关应当登记。财政、民政等部门应当支持。", place=place)
    found = list(responsibilities.find(document))
    assert [(r.agency, r.open) for r in found] == [
        ("公安机关", opened),
        ("财政部门", opened),
        ("民政部门", opened),
    ]


def test_a_named_body_is_open_nowhere(document_of: Callable[..., Document]) -> None:
    document = document_of("省公安厅应当登记。", place=Jurisdiction("350000", "福建省"))
    assert [r.open for r in responsibilities.find(document)] == [False]


def test_a_power_is_said_to_be_one(document_of: Callable[..., Document]) -> None:
    document = document_of("市公安局可以延长期限。市公安局应当登记。（市公安局负责）")
    assert [r.modality for r in responsibilities.find(document)] == [
        Modality.POWER,
        Modality.DUTY,
        Modality.DUTY,
    ]


def test_an_agency_that_heads_a_line_has_no_second_duty_in_it(
    document_of: Callable[..., Document],
) -> None:
    document = document_of("市公安局：负责维护秩序，应当及时处置。")
    assert [(r.as_written, r.form) for r in responsibilities.find(document)] == [
        ("市公安局", Form.ITEM_AGENCY)
    ]


@pytest.mark.parametrize(
    ("sentence", "opened"),
    [
        ("名单由区县教育、林业部门公示。", [True, True]),
        ("事发地区政府应当成立指挥部。", [True]),
        ("省级部门要完成归集。", [True]),
        ("省级财政、林业部门要加强监管。", [False, False]),
        ("省林业局要加强监管。", [False]),
    ],
)
def test_what_each_of_several_places_has_is_a_set(
    document_of: Callable[..., Document], sentence: str, opened: list[bool]
) -> None:
    document = replace(document_of(sentence), jurisdiction=Jurisdiction("350000", "福建省"))
    assert [r.open for r in responsibilities.find(document)] == opened


@pytest.mark.parametrize(
    ("place", "opened"),
    [
        (None, [True, True, False, False]),
        (Jurisdiction("CN", "中华人民共和国"), [True, True, False, False]),
        (Jurisdiction("420000", "湖北省"), [True, True, False, False]),
        (Jurisdiction("652801", "库尔勒市"), [False, False, False, False]),
    ],
)
def test_a_court_or_customs_without_a_place_is_one_of_a_system(
    document_of: Callable[..., Document], place: Jurisdiction | None, opened: list[bool]
) -> None:
    document = replace(
        document_of(
            "第一条 人民法院应当公开审理。\n第二条 由海关登记。\n"
            "第三条 最高人民法院负责解释。\n第四条 武汉海关应当协助。"
        ),
        jurisdiction=place,
    )
    assert [r.open for r in responsibilities.find(document)] == opened
