"""Words that hold a time word and are a quality, a rate or an idiom; and how far a term reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract import deadlines

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


@pytest.mark.parametrize(
    "text",
    [
        "各地要毫不放松抓紧抓实抓细稳就业工作。",
        "要把信息系统建设作为重要工作抓紧抓好。",
        "确保医疗救治及时有效。",
        "确保信息报送及时、准确。",
        "按配租标准每月每平方米居住面积补贴租金。",
    ],
)
def test_nothing_is_due_by_a_quality_an_idiom_or_a_rate(
    document_of: Callable[..., Document], text: str
) -> None:
    assert [found.kind.value for found in deadlines.find(document_of(text))] == []


@pytest.mark.parametrize(
    ("text", "kind", "quote"),
    [
        ("各地要抓紧落实整改措施。", "vague", "各地要抓紧落实整改措施"),
        ("及时有效处置突发事件。", "vague", "及时有效处置突发事件"),
        ("每月报送进展。", "recurring", "每月报送进展"),
        (
            "“十一五”期间，除有特殊要求外，新建厂房容积率要达到0.8以上。",
            "period",
            "“十一五”期间，除有特殊要求外，新建厂房容积率要达到0.8以上",
        ),
    ],
)
def test_what_is_due_is_quoted_with_its_term(
    document_of: Callable[..., Document], text: str, kind: str, quote: str
) -> None:
    document = document_of(text)
    text = document.source.text
    found = [(d.kind.value, text[d.span.start : d.span.end]) for d in deadlines.find(document)]
    assert found == [(kind, quote)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2007年第一季度前完成方案。", "2007-03-31"),
        ("2007年一季度末完成方案。", "2007-03-31"),
        ("2025年二季度前出台办法。", "2025-03-31"),
    ],
)
def test_a_first_quarter_ends_in_march(
    document_of: Callable[..., Document], text: str, date: str
) -> None:
    assert [str(d.date) for d in deadlines.find(document_of(text))] == [date]
