"""Coordinating groups under the short form that their document gives them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph.extract import responsibilities
from graph.model import Jurisdiction

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        (
            "建立福州市河道治理联席会议（以下简称联席会议）。联席会议要定期通报。",
            ["福州市河道治理联席会议"],
        ),
        (
            "建立市河道治理联席会议（以下简称“联席会议”）。联席会议办公室负责督办。",
            ["市河道治理联席会议办公室"],
        ),
        # before it is defined, and where it is defined without a level
        ("联席会议要定期通报。建立福州市河道治理联席会议（以下简称联席会议）。", ["市联席会议"]),
        ("建立河道治理联席会议（以下简称联席会议）。联席会议要定期通报。", ["市联席会议"]),
        # another group, and a body that the register knows by its short form
        (
            "建立福州市河道治理联席会议（以下简称联席会议）。领导小组要定期通报。",
            ["市领导小组"],
        ),
        (
            "福州市国有资产监督管理委员会（以下简称市国资委）。市国资委要定期通报。",
            ["市国资委"],
        ),
    ],
)
def test_a_group_has_the_full_name_that_its_text_defines(
    document_of: Callable[..., Document], text: str, agencies: list[str]
) -> None:
    document = replace(document_of(text), jurisdiction=Jurisdiction("350100", "福州市"))
    assert [r.agency for r in responsibilities.find(document)] == agencies


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("关于建立福州市河道治理联席会议制度的通知", "福州市河道治理联席会议"),
        ("关于成立福州市河道治理领导小组的通知", "市联席会议"),
        ("关于开展河道治理的通知", "市联席会议"),
    ],
)
def test_a_group_has_the_full_name_that_the_title_gives(
    document_of: Callable[..., Document], title: str, agency: str
) -> None:
    document = replace(
        document_of("联席会议要定期通报。"),
        title=title,
        jurisdiction=Jurisdiction("350100", "福州市"),
    )
    assert [r.agency for r in responsibilities.find(document)] == [agency]
