from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

LETTER = (
    "关于印发《廉租住房实施意见》的通知\n各区县房地局：\n现将《廉租住房实施意见》印发给你们。\n"
    "特此通知。\n{0}2001年6月7日\n廉租住房实施意见\n一、申请\n申请人应当登记。\n二、审核\n"
    "区县应当审核。\n"
)
BUREAU = "上海市房屋土地资源管理局"


@pytest.mark.parametrize("day", ["2001-06-07", "2001年6月7日", "二○○一年六月七日"])
def test_who_signs_the_end_over_the_day_of_the_letter_issued_it(
    document_of: Callable[..., Document], day: str
) -> None:
    document = document_of(f"{LETTER.format('')}{BUREAU}\n{day}\n")
    assert document.issuer == BUREAU


@pytest.mark.parametrize(
    ("signed", "below", "issuer"),
    [
        ("", f"{BUREAU}\n2001年5月1日\n", None),  # of another day
        ("", f"{BUREAU}\n", None),
        ("", "申请人签名\n2001年6月7日\n", None),
        ("上海市民政局\n", f"{BUREAU}\n2001年6月7日\n", "上海市民政局"),
    ],
)
def test_other_last_lines_say_nothing_of_the_issuer(
    document_of: Callable[..., Document], signed: str, below: str, issuer: str | None
) -> None:
    assert document_of(f"{LETTER.format(signed)}{below}").issuer == issuer
