"""Calendar dates as official documents write them (GB/T 9704-2012, 7.3.5: Arabic numerals)."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.grammar.cues import cued, led
from graph.grammar.numerals import BadNumeral, parse_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGIT = "[〇零一二三四五六七八九十]"
DATE = re.compile(
    rf"""
      (?P<year>(?:19|20)\d{{2}}|[一二][ ]?[九〇零][〇零一二三四五六七八九]{{2}})[ ]?年[ ]?
      (?:(?P<month>\d{{1,2}}|{_DIGIT}{{1,3}})[ ]?月[ ]?
         (?:(?P<day>\d{{1,2}}|{_DIGIT}{{1,3}})[ ]?[日号])?)?       # 2018年10月15日  二〇一二年八月
    | (?P<iso>(?:19|20)\d{{2}})[-/.](?P<iso_month>\d{{1,2}})[-/.](?P<iso_day>\d{{1,2}})  # ISO 8601
    """,
    re.VERBOSE,
)
SOUGHT = cued(led("12一二", DATE.pattern), ("年", "19", "20"), re.VERBOSE)  # DATE, found sooner
BEGINS = ("1", "2", "一", "二")  # what no date begins without


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it stands, to the day, the month or the year that is written."""

    year: int
    month: int | None
    day: int | None
    start: int
    end: int

    def first(self) -> dt.date:
        """Return the first day that the words cover."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    def last(self) -> dt.date:
        """Return the last day that the words cover: 2016年 is 2016-12-31."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


def _date(match: re.Match[str]) -> WrittenDate | None:
    written = (
        (match["year"], match["month"], match["day"])
        if match["year"]
        else (match["iso"], match["iso_month"], match["iso_day"])
    )
    try:
        year, month, day = (
            parse_numeral(part.replace(" ", "")) if part else None for part in written
        )
        if month == 0 or day == 0:
            return None
        found = WrittenDate(year or 0, month, day, *match.span())
        found.last()
    except (BadNumeral, ValueError, calendar.IllegalMonthError):
        return None
    return found


def find_dates(text: str, start: int, end: int) -> Iterator[WrittenDate]:
    """Yield the dates between the offsets; a month 13 or a 31 February is none.

    >>> [d.last().isoformat() for d in find_dates("2016年底前，二〇一二年八月二十一日", 0, 19)]
    ['2016-12-31', '2012-08-21']
    """
    for match in SOUGHT.finditer(text, start, end):
        found = _date(match)
        if found is not None:
            yield found
