from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.model import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


def words(document: Document) -> list[tuple[str, str]]:
    """The place of each passage, and its words."""
    text = document.folded.text
    return [(p.where, text[p.start : p.end].strip()) for p in document.passages]


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_a_text_without_provisions_is_a_letter(
    document_of: Callable[..., Document], end: str
) -> None:
    text = "关于召开会议的通知\n各乡镇：\n定于10月20日召开会议，请准时参加。\n".replace("\n", end)
    document = document_of(text.replace("\r\n", "\n"))
    assert document.provisions == ()
    assert [passage.where for passage in document.passages] == [Place.TITLE, Place.PREAMBLE]


@pytest.mark.parametrize("issued", [True, False])
def test_the_words_before_the_first_number_are_a_notice_only_if_it_issues_something(
    document_of: Callable[..., Document], *, issued: bool
) -> None:
    letter = (
        "关于印发河道管理办法的通知\n库政办发〔2018〕3号\n各乡镇：\n现将《河道管理办法》印发你们。\n"
        "库尔勒市人民政府办公室\n2018年10月15日\n"
    )
    body = "河道管理办法\n为了管理，制定本办法。\n第一条 巡查河道。\n第二条 清理河道。\n"
    found = words(document_of(letter * issued + body))
    assert ((Place.NOTICE, "现将《河道管理办法》印发你们。") in found) is issued
    assert (Place.PREAMBLE, "为了管理，制定本办法。") in found


def test_a_table_of_contents_and_a_signature_are_passages_of_no_place(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(
        "河道管理办法\n目录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 为了管理，制定本办法。\n"
        "第二章 附则\n第二条 本办法自印发之日起施行。\n库尔勒市人民政府办公室\n2018年10月15日\n"
    )
    assert words(document) == [
        (Place.TITLE, "河道管理办法"),
        ("第一章", "第一章 总则"),
        ("第一章第一条", "第一条 为了管理，制定本办法。"),
        ("第二章", "第二章 附则"),
        ("第二章第二条", "第二条 本办法自印发之日起施行。"),
    ]
