"""Whether the time before a value is one to reach it by, or one that is past.

Forms read::

    到2025年, 2022年底前, 今后三年, 三年内           to reach it by
    “十四五”期间, “十五”末                           the years of a plan: to come, or past
    力争, 争取, 努力                                  a word of striving
    2012年登记犬只100只, “十二五”期间发放20亿元       past, where the document is younger

No time to reach anything by is::

    与“十一五”期末相比，增长44%                      what a value is compared with
    预计到2025年达到100万人                           a forecast
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from graph.grammar.dates import find_dates
from graph.grammar.times import YEAR

if TYPE_CHECKING:
    import datetime as dt

_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DAY = rf"{YEAR}(?:度|(?:{_N}月份?(?:{_N}日)?)|第?[一二三四]季度|[上下]半年|全年)?"
BARE_YEAR: Final = re.compile(rf"{_DAY}(?:，|计划)?")
_BY = re.compile(
    rf"(?<!预计)(?<!预测)(?<![日月])[到至][ ]?{_DAY}"
    rf"|{_DAY}(?:年?底|末|年?中)?(?:之?前|以前|[底末]，)"
)
_COMES = re.compile(
    r"(?:今后|未来|力争)(?:的)?(?:\d{1,2}|[一二两三四五六七八九十]{1,3}|几)[至到—\-]?(?:\d|[一二三四五六七八九十])?年"
    r"|(?:(?<![\u4e00-\u9fff\d])|(?<=力争)|(?<=[用在]))(?:\d{1,2}|[一二两三四五六七八九十]{1,3})年(?:之|以)?内(?!无|未|不)"
    r"|“?十[一二三四五六七八九]五”?(?:期间|时期|末|期末)"
    r"|(?:明年|(?<!\d)(?:年底|年末|月底))(?:之?前)?"
)
_PLAN = re.compile(r"十([一二三四五六七八九])五")
_FIRST_PLAN, _PLAN_YEARS = 2010, 5  # the year in which 十一五 ends, and how long a plan lasts
COMPARED_WITH: Final = re.compile(r"[期末底年]{0,2}相比")  # 与“十一五”期末相比，增长44%
_COMPARED = re.compile(r"(?:[比较]|相比|同期|与|在)$")


def strives(text: str, start: int, end: int, issued: dt.date | None) -> bool:
    """Tell whether a time to reach something by, or 力争, stands between the offsets."""
    if re.search("力争|争取|努力", text[start:end]):
        return True
    times = (*_COMES.finditer(text, start, end), *_BY.finditer(text, start, end))
    return any(
        not is_past(text, match.start(), match.end(), issued)
        and not COMPARED_WITH.match(text, match.end(), end)
        for match in times
    )


def tells_of_the_past(text: str, start: int, end: int, issued: dt.date | None) -> bool:
    """Tell whether a year between the offsets is past, and nothing there is striven for."""
    return passed(text, start, end, issued) and not strives(text, start, end, issued)


def is_past(text: str, start: int, end: int, issued: dt.date | None) -> bool:
    """Tell whether the time between the offsets, a date or the years of a plan, is past."""
    year = next((date.year for date in find_dates(text, start, end)), None)
    plan = _PLAN.search(text, start, end)
    year = _FIRST_PLAN + _PLAN_YEARS * "一二三四五六七八九".index(plan[1]) if plan else year
    return year is not None and issued is not None and year < issued.year


def passed(text: str, sentence: int, at: int, issued: dt.date | None) -> bool:
    """Whether the last time that is named before a value is past: 2012年登记犬只100只."""
    dates = list(find_dates(text, sentence, at))
    dates = [d for d in dates if not _COMPARED.search(text[max(sentence, d.start - 2) : d.start])]
    if dates and issued is not None:
        return dates[-1].year < issued.year
    plan = _PLAN.search(text, sentence, at) if text.find("五", sentence, at) >= 0 else None
    return plan is not None and is_past(text, *plan.span(), issued)
