"""Stretches of the calendar as official texts write them, with or without their year.

Forms read::

    2016年、2021年12月底、二〇一二年八月二十一日       the year is written
    6月底、8月13日16时、十二月底、年底、三季度末       the year stands elsewhere
    2023年前三季度                                     the first three, that end with the third
    2022年上半年、2025年中、2021年3月上旬、6月份       parts of a year and of a month
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from graph.grammar.cues import Cued, any_of
from graph.grammar.numerals import BadNumeral, parse_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
YEAR: Final = r"(?:(?:19|20)\d{2}|[一二][九〇零][〇零一二三四五六七八九]{2})[ ]?年"
_CALENDAR: Final = re.compile(
    rf"""
    (?=[\d一二三四五六七八九十第前上下年])                  # what all of them begin with
    (?:
        (?<![\d—\-])(?P<year>{YEAR})(?:度)?[ ]?
        (?: (?P<month>{_N})[ ]?月份?[ ]?(?:(?P<day>{_N})[ ]?[日号])?
          | (?:第|前)?(?P<quarter>[一二三四1-4])[ ]?季度?
          | (?P<half>[上下]半年)
        )?
      | (?<![\d.—\-个十])(?P<month2>{_N})[ ]?月份?(?![季内以后龄至到—\-])
        (?:[ ]?(?P<day2>{_N})[ ]?[日号])?
      | (?<!\d)(?<!\d年)(?:第|前)?(?P<quarter2>[一二三四])季度
      | (?<![\d一二三四五六七八九十半])(?P<half2>[上下]半年)
      | (?<![\d往历近多半青少中老幼壮童成学])(?=年[底末]|年中前|年内(?![的重无未]))
    )
    (?P<part>年?底|年?末|年中|中(?=之?前|以前|[，。；、）]|完成|启动|实现|基本|全面|达到|力争|$)|[上中下]旬|初|年内)?
    (?P<hour>[ ]?\d{{1,2}}[时点](?:\d{{1,2}}分)?)?
    """,
    re.VERBOSE,
)
CALENDAR: Final = Cued(_CALENDAR, any_of("年月季"), tuple("年月季"), tuple("年月季"))
_COUNT = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
LENGTH: Final = rf"{_COUNT}[ ]?(?:个?工作日|个?小时|日|天|周|个月|年)"
_QUARTER: Final = 3  # months
_TENS: Final = {"上旬": 10, "中旬": 20}


class Stretch:
    """A stretch of the calendar as it stands."""

    __slots__ = ("end", "match", "start", "year")

    def __init__(self, match: re.Match[str]) -> None:
        """Hold a match of a stretch of the calendar."""
        self.match = match
        self.start, self.end = match.span()
        written = match["year"]
        self.year = parse_numeral(written.rstrip("年 ")) if written else None

    @property
    def ends_a_part(self) -> bool:
        """Whether the end of a part of a year is written: 6月底, 年末, 三季度, 6月份."""
        named = self.match["quarter2"] or self.match["half2"]
        end = (self.match["part"] or "")[-1:] in {"底", "末", "内"}
        return bool(named) or end or "月份" in self.match.group()

    @property
    def ends_with_year(self) -> bool:
        """Whether nothing narrower than a year is written."""
        return self.match.group().endswith("年")

    def last(self, year: int, *, before: bool = False) -> dt.date | None:
        """Return the last day of the stretch in a year, or the last one before it begins.

        A stretch that has no last day (年初) has None. Only a quarter without 末 ends before it
        begins: 二季度前 is 31 March, 6月前 may mean the month, and 一季度前 its end.
        """
        try:
            return self._last(year, before=before)
        except (BadNumeral, ValueError, calendar.IllegalMonthError):
            return None

    def _last(self, year: int, *, before: bool) -> dt.date | None:
        match, part = self.match, self.match["part"] or ""
        quarter = match["quarter"] or match["quarter2"]
        half = match["half"] or match["half2"]
        month = match["month"] or match["month2"]
        day = match["day"] or match["day2"]
        if part == "初":
            return None
        if month:
            number = parse_numeral(month)
            if day:
                return dt.date(year, number, parse_numeral(day))
            return dt.date(year, number, _TENS.get(part) or _length(year, number))
        if quarter:
            number = parse_numeral(quarter) * _QUARTER
            if before and not part and number > _QUARTER:  # 第一季度前 is no day of last year
                return dt.date(year, number - _QUARTER + 1, 1) - dt.timedelta(days=1)
            return dt.date(year, number, _length(year, number))
        number = 6 if half == "上半年" or part in {"中", "年中"} else 12
        return dt.date(year, number, _length(year, number))


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def find_stretches(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Yield the stretches of the calendar between the offsets.

    >>> text = "2022年上半年完成，9月24日前反馈，年底前总结"
    >>> [text[s.start : s.end] for s in find_stretches(text, 0, len(text))]
    ['2022年上半年', '9月24日', '年底']
    """
    for match in CALENDAR.finditer(text, start, end):
        if match.end() > match.start():
            yield Stretch(match)
