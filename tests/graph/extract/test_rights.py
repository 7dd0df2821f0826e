from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract import rights

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

FARMERS = "进城落户农民"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "不得强行要求进城落户农民转让其在农村的土地承包权、宅基地使用权、集体收益分配权。",
            [("土地承包权", FARMERS), ("宅基地使用权", FARMERS), ("集体收益分配权", FARMERS)],
        ),
        (
            "确保进城落户农民与当地城镇居民同等享有最低生活保障的权利。",
            [("最低生活保障", FARMERS)],
        ),
        ("保障进城落户农民子女平等享有受教育权利。", [("受教育权利", "进城落户农民子女")]),
        (
            "切实保障居住证持有人享有国家规定的各项基本公共服务和办事便利。",
            [("基本公共服务", "居住证持有人")],
        ),
        ("保障土地承包权。", [("土地承包权", None)]),
    ],
)
def test_a_right_is_held_by_the_group_that_its_sentence_names(
    document_of: Callable[..., Document], text: str, found: list[tuple[str, str | None]]
) -> None:
    assert [(r.right, r.holder) for r in rights.find(document_of(text))] == found


def test_the_heading_names_the_holder_where_the_sentence_does_not(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(
        "(六)维护进城落户农民“三权”。确保如期完成土地承包权、宅基地使用权等确权登记颁证。"
    )
    assert [(r.right, r.holder, r.rule) for r in rights.find(document)][:2] == [
        ("土地承包权", FARMERS, "right.in-provision"),
        ("宅基地使用权", FARMERS, "right.in-provision"),
    ]


def test_a_group_in_a_later_clause_holds_no_right_of_an_earlier_one(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(
        "土地承包经营权是法律赋予农户的用益物权,集体收益分配权是集体经济组织成员享有的财产权利。"
    )
    assert [(r.right, r.holder) for r in rights.find(document)][:2] == [
        ("土地承包经营权", None),
        ("集体收益分配权", "农村集体经济组织成员"),
    ]


def test_a_sentence_that_neither_grants_nor_protects_states_no_right(
    document_of: Callable[..., Document],
) -> None:
    assert not list(rights.find(document_of("规范统计宅基地使用权的数量。")))


def test_the_field_of_a_department_in_a_list_is_no_right(
    document_of: Callable[..., Document],
) -> None:
    listed = "财政、科技和知识产权、发展改革等部门要密切配合,保障重点任务落实。"
    assert not list(rights.find(document_of(listed)))
    protected = "依法保护知识产权和商业秘密。"
    assert [r.right for r in rights.find(document_of(protected))] == ["知识产权"]


def test_every_member_of_the_three_rights_is_a_right_of_its_own(
    document_of: Callable[..., Document],
) -> None:
    document = document_of("进城落户农民依法享有土地承包权、宅基地使用权、集体收益分配权。")
    assert [document.quote(right.span) for right in rights.find(document)] == [
        "土地承包权",
        "宅基地使用权",
        "集体收益分配权",
    ]
