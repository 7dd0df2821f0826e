from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.grammar.numerals import BadNumeral, parse_numeral, write_numeral


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十六", 16),
        ("二十", 20),
        ("二十一", 21),
        ("一百零三", 103),
        ("一百一十", 110),
        ("一百一十九", 119),
        ("一千二百六十", 1260),
        ("两千", 2000),
        ("三万五千", 35_000),
        ("十万", 100_000),
        ("二〇一八", 2018),
        ("〇", 0),
        ("25", 25),
        ("007", 7),
    ],
)
def test_numerals_are_read(written: str, value: int) -> None:
    assert parse_numeral(written) == value


@pytest.mark.parametrize("written", ["", "甲", "十甲", "-1", "1.5", "１２", "²", "十 六"])
def test_what_is_no_numeral_raises(written: str) -> None:
    with pytest.raises(BadNumeral):
        parse_numeral(written)


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "零"), (10, "十"), (16, "十六"), (20, "二十"), (103, "一百零三"), (1010, "一千零一十")],
)
def test_numerals_are_written_as_labels_write_them(value: int, written: str) -> None:
    assert write_numeral(value) == written


@given(st.integers(0, 9999))
def test_a_written_numeral_reads_back(value: int) -> None:
    assert parse_numeral(write_numeral(value)) == value


@given(st.integers(0, 10**8 - 1))
def test_an_arabic_numeral_reads_back(value: int) -> None:
    assert parse_numeral(str(value)) == value


@given(st.text() | st.text("零〇一二两三四五六七八九十百千万○"))
def test_any_text_is_a_whole_number_or_no_numeral(written: str) -> None:
    try:
        value = parse_numeral(written)
    except BadNumeral:
        return
    assert value >= 0
