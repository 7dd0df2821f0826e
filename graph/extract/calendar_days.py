"""Days that are counted from another one, and the last day of a five-year plan."""

from __future__ import annotations

import datetime as dt
from typing import Final

from graph.grammar.numerals import parse_numeral

_SIXTH_PLAN_START: Final = 1981  # from then on the plans follow without a gap
_PLAN_YEARS: Final = 5


_COUNTING = tuple("0123456789一二两三四五六七八九十百几多半")


def after(day: dt.date | None, count: int, unit: str) -> dt.date | None:
    """Return the day so many days, months or years after another; working days have no calendar.

    >>> after(dt.date(2018, 10, 15), 30, "日"), after(dt.date(2018, 11, 30), 3, "个月")
    (datetime.date(2018, 11, 14), datetime.date(2019, 2, 28))
    """
    if day is None:
        return None
    if unit in {"日", "天", "个自然日", "自然日"}:
        return day + dt.timedelta(days=count)
    months = {"个月": count, "月": count, "年": 12 * count}.get(unit)
    if months is None:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for shorter in range(4):
        try:
            return dt.date(year, month + 1, day.day - shorter)
        except ValueError:
            continue
    return None


def plan_end(numeral: str) -> dt.date:
    """Return the last day of a five-year plan: 十三五 is 2016 to 2020."""
    number = parse_numeral(numeral)
    return dt.date(_SIXTH_PLAN_START + (number - 5) * _PLAN_YEARS - 1, 12, 31)


def is_counted(text: str, start: int) -> bool:
    """Tell whether the 年 at an offset ends a number of years: 近三年内 names no year.

    >>> is_counted("近三年内", 2), is_counted("今年内", 1)
    (True, False)
    """
    return text[start] == "年" and text[max(0, start - 2) : start].strip()[-1:] in _COUNTING
