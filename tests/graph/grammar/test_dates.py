from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.grammar.dates import find_dates
from graph.grammar.numerals import write_numeral


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2018年10月15日", "2018-10-15", "2018-10-15"),
        ("2018 年 10 月 15 日", "2018-10-15", "2018-10-15"),
        ("二〇一二年八月二十一日", "2012-08-21", "2012-08-21"),
        ("二〇一〇年十二月三十日", "2010-12-30", "2010-12-30"),
        ("2015-02-25", "2015-02-25", "2015-02-25"),
        ("2012/3/1", "2012-03-01", "2012-03-01"),
        ("2020年", "2020-01-01", "2020-12-31"),
        ("2016年2月", "2016-02-01", "2016-02-29"),
        ("2015年6月", "2015-06-01", "2015-06-30"),
    ],
)
def test_a_date_covers_the_days_that_it_names(written: str, first: str, last: str) -> None:
    (date,) = find_dates(written, 0, len(written))
    assert (date.first().isoformat(), date.last().isoformat()) == (first, last)
    assert written[date.start : date.end] == written


@pytest.mark.parametrize(
    "written",
    ["2018年13月1日", "2019年2月31日", "2018-13-10", "第2018号", "三年生育过渡期政策", "5年以上"],
)
def test_what_is_no_day_of_the_calendar_is_no_date(written: str) -> None:
    assert not list(find_dates(written, 0, len(written)))


@pytest.mark.parametrize("written", ["2018-00-10", "2018年0月10日", "2018年10月0日"])
def test_there_is_no_month_or_day_zero(written: str) -> None:
    assert not list(find_dates(written, 0, len(written)))


def test_all_dates_of_a_sentence_are_found_in_order() -> None:
    text = "自2016年1月1日起实施，有效期至2020年12月。"
    found = [text[date.start : date.end] for date in find_dates(text, 0, len(text))]
    assert found == ["2016年1月1日", "2020年12月"]


def test_only_what_lies_between_the_offsets_is_read() -> None:
    text = "2018年10月15日印发"
    assert [date.month for date in find_dates(text, 0, 5)] == [None]
    assert not list(find_dates(text, 5, len(text)))


@given(st.dates(dt.date(1949, 10, 1), dt.date(2099, 12, 31)))
def test_a_date_reads_back_from_every_way_to_write_it(day: dt.date) -> None:
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    ways = (
        f"{day.year}年{day.month}月{day.day}日",
        f"{year}年{write_numeral(day.month)}月{write_numeral(day.day)}日",
        day.isoformat(),
    )
    for written in ways:
        (date,) = find_dates(written, 0, len(written))
        assert date.first() == date.last() == day


@given(st.text("0129年月日号〇零一二九十-/. ", max_size=30))
def test_any_text_gives_dates_inside_it(text: str) -> None:
    for date in find_dates(text, 0, len(text)):
        assert date.first() <= date.last()
        assert 0 <= date.start < date.end <= len(text)
