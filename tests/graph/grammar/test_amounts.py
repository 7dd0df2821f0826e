from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.grammar.amounts import parse_amount
from graph.grammar.numerals import BadNumeral, write_numeral


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("5", 5),
        ("1,050.5", 1050.5),
        ("1500万", 15_000_000),
        ("5千万", 50_000_000),
        ("1.5万亿", 1_500_000_000_000),
        ("7万5千4百", 75_400),
        ("十六", 16),
        ("二十五", 25),
        ("一百一十", 110),
        ("一百三", 130),
        ("一百零三", 103),
        ("两千四百五", 2450),
        ("一千零五", 1005),
        ("一万三", 13_000),
        ("一万零三", 10_003),
        ("一万二百五十", 10_250),
        ("九十二万四", 924_000),
        ("四万万", 400_000_000),
        ("三亿五", 350_000_000),
        ("五亿零六", 500_000_006),
        ("四亿五千六百四十二万零一十五", 456_420_015),
        ("一点五", 1.5),
        ("二〇一八", 2018),
    ],
)
def test_an_amount_has_one_value(written: str, value: float) -> None:
    assert parse_amount(written) == value


@pytest.mark.parametrize(
    "written",
    ["", "万", "百", "千万", "三五", "二三", "十几", "一点", "点五", "一点两", "万三", "百百"],
)
def test_what_could_mean_two_values_is_refused(written: str) -> None:
    with pytest.raises(BadNumeral):
        parse_amount(written)


@given(st.integers(0, 9999))
def test_a_written_numeral_has_its_value(value: int) -> None:
    assert parse_amount(write_numeral(value)) == value


@given(st.text("零〇一二两三四五六七八九十百千万亿点.,1234567890", max_size=12))
def test_any_mixture_is_a_value_or_refused(written: str) -> None:
    try:
        assert parse_amount(written) >= 0
    except BadNumeral:
        return
