"""What only mentions a right, aims at it or is called after it entitles nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract import rights

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("定向医学生免费培养工作政策性强。", []),
        ("残疾人免费乘坐公共汽车。", [("免费乘坐公共汽车", "残疾人")]),
        ("2015年底，力争实现户籍无房家庭全部得到住房保障。", []),
        ("强化法律在维护群众权益中的权威地位。", []),
        ("在征收工作中维护群众合法权益。", [("合法权益", "群众")]),
        ("活动旨在弘扬美德，维护老年人权益。", []),
        ("依法维护老年人权益。", [("权益", "老年人")]),
        ("应当引导流动人口依法维护合法权益。", [("合法权益", "流动人口")]),
        ("支持工会依法维护合法权益。", [("合法权益", None)]),
        ("保障各民族群众享有基本公共服务。", [("基本公共服务", "各民族群众")]),
        (
            "灵活就业人员可以自愿选择参加职工医保（以下简称参保人）。",
            [("自愿选择参加职工医保", "灵活就业人员")],
        ),
        ("征占用农户承包的林地，要足额支付林地补偿费。", [("林地补偿费", "农户")]),
        (
            "参保人员可申请将外地的养老保险转入本市。",
            [("申请将外地的养老保险转入本市", "参保人员")],
        ),
    ],
)
def test_a_right_is_stated_and_whose_it_is(
    document_of: Callable[..., Document], text: str, held: list[tuple[str, str | None]]
) -> None:
    found = rights.find(document_of(text))
    assert [(one.right, one.holder) for one in found] == held
