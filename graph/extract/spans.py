"""Spans of years or days in which something is done, and starts without a day.

Forms read::

    2020年3月至12月，对失业人员发放补助金             months of one year
    2011-2012年，各地要…、2008～2010年每年培训…       at the head of a clause
    实施期限为2020年1月1日至12月31日                  behind a label, the second year left out
    准予在以后5个纳税年度内结转                       years to come
    从次月起享受、自批准的下个月起发放                from a month that an event gives
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from graph.grammar.cues import cued
from graph.grammar.dates import DATE, find_dates
from graph.grammar.numerals import BadNumeral, parse_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

_D = DATE.pattern
_N = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,2})"
_YEARS = re.compile(
    r"(?<!\d)(?P<first>(?:19|20)\d\d)年?[ ]?(?:[-—–~～至到]|--)[ ]?"
    r"(?P<last>(?:19|20)\d\d)年(?:期间)?(?=，|[每各全我]|累计|共|要|应|力争|继续|重点|[开实推建]|完成|培训|分)"
)
# 2020年3月至12月，对失业人员发放补助金
_MONTHS = re.compile(
    r"(?P<year>20\d\d)年[ ]?\d{1,2}月份?[ ]?[-—–~～至到][ ]?(?P<last>1[0-2]|[1-9])月份?(?:期间)?"
    r"(?=，(?:对(?![应外])|各|由|组织|开展|集中|按))"
)
_RANGE = rf"""
    (?P<first>{_D.replace("?P<", "?P<a_")})[ ]?(?:[-—–~～至到]|起至)[ ]?
    (?:(?P<last>{_D.replace("?P<", "?P<b_")})|(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日)"""
_DAYS = re.compile(rf"(?:期限|期(?=为)|时间|日期)为?[：:]?[自从]?{_RANGE}", re.VERBOSE)
_ALONE = re.compile(rf"[自从]?{_RANGE}", re.VERBOSE)  # 申报时间：2020年5月1日至6月15日
_LABEL = re.compile("期限|时间|日期|期为")
_LATER = cued(
    rf"(?:以后|之后|其后|随后)的?[ ]?{_N}[ ]?个?(?:纳税年度|会计年度|学年|年度|学期|年)内?",
    ("年度", "学年", "学期", "年"),
)
_FROM_MONTH = cued(
    r"[自从](?![^，。；]{0,14}(?:之日|年))[^，。；\d]{0,14}?(?:次月|下个?月|当月)起"
    r"(?=[^，。；]{0,8}?(?:享受|发放|计发|停止|停发|转为|领取|缴纳|计算|执行|按))",
    ("月起",),
)


def find_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int, dt.date | None]]:
    """Yield where a span of time stands, with its last day where one is written.

    >>> text = "2011-2012年，各地要足额安排"
    >>> [(text[s:e], str(last)) for s, e, last in find_spans(text, 0, len(text))]
    [('2011-2012年', '2012-12-31')]
    """
    begins = start
    while begins < end and text[begins] in "（〔 \n\t“在于自从":
        begins += 1
    years = _YEARS.match(text, begins, end)
    if years and int(years["first"]) < int(years["last"]):
        yield (*years.span(), dt.date(int(years["last"]), 12, 31))
    if months := _MONTHS.match(text, begins):
        after = dt.date(
            int(months["year"]) + int(months["last"]) // 12, int(months["last"]) % 12 + 1, 1
        )
        yield (*months.span(), after - dt.timedelta(days=1))
    days = _DAYS.finditer(text, start, end) if _LABEL.search(text, start, end) else ()
    alone = _ALONE.match(text, start, end) if text[start - 1 : start] == "：" else None
    for match in (*days, *([alone] if alone else [])):
        last = _last_day(text, match)
        if last:
            yield (*match.span(), last)
    for match in _LATER.finditer(text, start, end):
        yield (*match.span(), None)


def find_month_starts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where something goes on from a month that an event gives: 从次月起享受."""
    for match in _FROM_MONTH.finditer(text, start, end):
        yield match.span()


def _last_day(text: str, match: re.Match[str]) -> dt.date | None:
    if match["last"]:
        written = next(find_dates(text, *match.span("last")), None)
        return written.last() if written else None
    first = next(find_dates(text, *match.span("first")), None)
    if first is None or first.day is None:
        return None
    try:
        return dt.date(first.year, parse_numeral(match["month"]), parse_numeral(match["day"]))
    except (BadNumeral, ValueError):
        return None
