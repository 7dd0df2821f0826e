"""From when a document is in force, as its own words or the letter with it say.

Forms read::

    本办法自公布之日起30日后施行。
    本文件自2023年11月13日起施行，…
    现转发给你们，从2000年7月1日起施行。
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.dates import DATE, find_dates
from graph.grammar.enactment import read_commencement
from graph.structure.announced import issued_titles
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.grammar.enactment import Act

_SHORTEST_NAME = 4
_NEAR = 200  # characters of a quotation before what stands in it
# 自2015年3月1日, 自文件印发之日
_FROM = re.compile(
    r"(?:自|从|于)[ ]?"
    r"(?:本?(?:文件|通知|办法|意见|规定|细则|方案|公告|通告|措施|政策)(?=[印公发下颁]))?"
)
_PASSED_ON = re.compile(
    r"现(?:予以?)?(?:印发|转发|批转|下发|颁发)(?:给)?(?:你们|你单位|各地)?，(?:请[^，。；：\n]{2,20}，)?"
)
_PRINTED = re.compile(rf"(?P<when>{DATE.pattern})[ ]?印发[ 。]*$", re.VERBOSE | re.MULTILINE)
_IMPRINT = 400  # characters at the end of a text that hold it
_SENTENCE = re.compile(r"[^。；\n]+")
# What a text that is of no kind, or of several, calls itself: 本文件自2023年11月13日起施行
_LOOSE_KINDS = "政策措施|政策|措施|文件|目录|清单"
_OTHER_TEXT = re.compile(r"[“《][^“”《》]*$")


def commencements(text: str, start: int, end: int) -> Iterator[Act]:
    """Yield the commencements told between the offsets: 自2015年3月1日起施行."""
    for lead in _FROM.finditer(text, start, end):
        act = read_commencement(text, lead.end(), end)
        if act and not text.startswith("的", act.end):  # 自2010年1月1日起施行的《A》
            yield replace(act, start=lead.start())


@cache
def _own_kinds() -> re.Pattern[str]:
    kinds = lexicon.alternatives("document-kinds")
    own = f"(?:《?{kinds}》?|{_LOOSE_KINDS})(?!所称)"
    return re.compile(f"本{own}|(?:以上|上述)[^，。；\n]{{0,6}}?{own}")


def commencement(text: str, start: int, end: int) -> Act | None:
    """Return from when the document says that it is itself in force: 本办法自…起施行.

    So does the letter with it, where it says no more itself: 现转发给你们，从2000年7月1日起施行.
    Words in quotation marks are those of another document, as in a decision that amends one.
    """
    for own in _own_kinds().finditer(text, start, end):
        sentence = _SENTENCE.match(text, own.end(), end)
        before = max(start, own.start() - _NEAR)
        line = text.rfind("\n", before, own.start()) + 1
        if sentence is None or _OTHER_TEXT.search(text, max(line, before), own.start()):
            continue
        first = re.compile(r"[^。；\n《“]{0,40}").match(text, own.end(), sentence.end())
        act = next(commencements(text, own.end(), sentence.end()), None)
        if act and first and act.start <= first.end():
            return act
    return _of_letter(text, start, end)


def _of_letter(text: str, start: int, end: int) -> Act | None:
    """Return from when what a letter passes on is in force, as the letter itself says."""
    for passed in _PASSED_ON.finditer(text, start, end):
        sentence = _SENTENCE.match(text, passed.end(), end)
        act = next(commencements(text, passed.end(), sentence.end()), None) if sentence else None
        if act and act.start == passed.end():
            return act
    return None


def commencement_of_issued(text: str, title: str) -> Act | None:
    """Return from when what a notice of this title issues is in force: 甲标准自…起执行.

    >>> text = "一、水价标准是最低标准。二、全省水价标准自2020年1月1日实施。"
    >>> act = commencement_of_issued(text, "关于公布全省水价标准的通知")
    >>> str(act.date) if act else None
    '2020-01-01'
    """
    for name in issued_titles(title):
        bare = name.strip("《》")
        at = text.find(bare) if len(bare) >= _SHORTEST_NAME else -1
        while at >= 0:
            stop = at + len(bare)
            stop += text.startswith("》", stop)
            lead = _FROM.match(text, stop)
            act = next(commencements(text, stop, stop + _NEAR), None) if lead else None
            if act and act.start == stop:
                return act
            at = text.find(bare, stop)
    return None


def printed_on(text: str) -> dt.date | None:
    """Return the day on which a document was printed: 某县人民政府办公室⏎2022年8月5日印发.

    It is no date of issue, but the day from which what is in force 自印发之日起 is so, where no
    other day is stated.
    """
    printed = _PRINTED.search(text, max(0, len(text) - _IMPRINT)) if "印发" in text else None
    date = next(find_dates(text, *printed.span("when")), None) if printed else None
    return date.last() if date and date.day else None


def day_in_force(act: Act, issued: dt.date | None, adopted: dt.date | None) -> dt.date | None:
    """Return the day of a commencement, which may be told by another day."""
    if act.date or act.since is None:
        return act.date
    event = act.since.event
    from_day = adopted if event in ("通过", "批准") else issued
    if from_day is None:
        return None
    if act.since.unit in ("日", "天"):
        return from_day + dt.timedelta(days=act.since.count)
    months = act.since.count * (12 if act.since.unit == "年" else 1)
    year, month = divmod(from_day.year * 12 + from_day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(from_day.day, last))
