from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.graph.notices import TWO, articles, places

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


def test_two_regulations_of_a_notice_on_one_line_are_two_works(
    document_of: Callable[..., Document],
) -> None:
    title = "某省水利厅关于印发《河道管理办法》和《河道管理实施细则》的通知"
    letter = "现将《河道管理办法》和《河道管理实施细则》印发你们。某省水利厅2020年1月2日"
    body = "".join(articles(name, line_end="") for name in TWO)
    document = document_of(f"{title}\n某水发〔2020〕3号\n各市水利局：{letter}{body}")
    assert places(document) == [
        (title, []),
        (TWO[0], [f"{TWO[0]}/第一条", f"{TWO[0]}/第二条"]),
        (TWO[1], [f"{TWO[1]}/第一条", f"{TWO[1]}/第二条"]),
    ]


@pytest.mark.parametrize(
    ("behind", "works"),
    [
        ("第一条 为了管理。第二条 施行。", 2),
        ("（试行）第一章 总则第一条 为了管理。", 2),
        ("第一条规定的情形除外。", 1),
        ("所列事项由市水利局办理。", 1),
    ],
)
def test_an_announced_title_within_a_line_needs_the_beginning_of_a_text(
    document_of: Callable[..., Document], behind: str, works: int
) -> None:
    letter = (
        "一、认真执行。附件：1.河道考评办法\n2.登记表\n某省水利厅\n2020年1月2日\n二、说明如下。"
    )
    title = "某省水利厅关于开展河道考评的通知"
    document = document_of(
        f"{title}\n某水发〔2020〕3号\n各市水利局：\n{letter}河道考评办法{behind}"
    )
    assert len(document.works) == works
