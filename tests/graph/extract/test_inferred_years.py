"""The year of a day that is printed without one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph.extract import deadlines

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("8月底前完成整改。", "2021-08-31"),
        ("于9月24日前反馈意见。", "2021-09-24"),
        ("8月13日16时前报送。", "2021-08-13"),
        ("十二月底前完成验收。", "2021-12-31"),
        ("年底前全部建成。", "2021-12-31"),
        ("平台10月底完善各项功能。", "2021-10-31"),
        ("（6月底完成,牵头考核单位:市水利局）", "2021-06-30"),
        ("三季度前出台细则。", "2021-06-30"),
    ],
)
def test_a_day_without_a_year_takes_the_documents_and_says_so(
    document_of: Callable[..., Document], sentence: str, date: str
) -> None:
    (found,) = deadlines.find(document_of(sentence, issued=dt.date(2021, 3, 5)))
    assert (str(found.date), found.year_inferred) == (date, True)


@pytest.mark.parametrize(
    "sentence", ["3月底前完成上年度总结。", "次年3月底前完成清算。", "6月30日前办理登记。"]
)
def test_no_year_is_guessed(document_of: Callable[..., Document], sentence: str) -> None:
    """What the document's year would put into the past, and 次年, stay without a day."""
    (found,) = deadlines.find(document_of(sentence, issued=dt.date(2021, 11, 5)))
    assert (found.date, found.year, found.year_inferred) == (None, None, False)


def test_a_day_takes_the_year_that_its_sentence_names(document_of: Callable[..., Document]) -> None:
    sentence = "2022年6月底前制定政策,12月底前实现直接结算。"
    found = list(deadlines.find(document_of(sentence, issued=dt.date(2020, 11, 1))))
    assert [(str(each.date), each.year_inferred) for each in found] == [
        ("2022-06-30", False),
        ("2022-12-31", True),
    ]
