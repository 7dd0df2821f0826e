"""The day of a document (成文日期): where its own words, or what stands beside them, tell it.

Forms read, the first that stands::

    某市人民政府 / 2018年10月15日                 over the signature
    （2010年4月29日国务院令第5号公布）              in the note of what an order promulgates
    …的通知（2023年2月⏎27日）                     in brackets behind the title, over a line end too
    …若干规定一九九三年一月十二日                     without, at the end of the line
    2007年12月6日 财税〔2007〕158号                before the number
    财税〔2007〕158号 / 2007年12月6日              below it, of the same year
    （2022年1月4日）                              on a line below the title
    成文日期：2019年3月1日                         in the table above

The day of printing, and the day on which a page was put up, are none of these.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.grammar.dates import DATE, find_dates
from graph.structure.lines import Line, is_date

if TYPE_CHECKING:
    import datetime as dt

    from graph.structure.issued_by import Told

_BEHIND_DAY = re.compile(r"[ ]*[^ ]{2,12}〔\d{4}〕\d{1,5}号")
_NUMBER_ALONE = re.compile(r"[^ ]{2,12}〔(?P<year>\d{4})〕\d{1,5}号")
_BEHIND_TITLE = re.compile(
    r"》?[ \n]*（(?P<day>[^（）]{6,16})）|[ ]*(?P<bare>[^（）《》 \n]{6,16})\n"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its place in the folded text."""

    value: dt.date
    start: int
    end: int


def issue_day(told: Told) -> Day | None:
    """Return the day of a document, None where its words tell none."""
    signature, act, order = told.signature, told.act, told.order
    signed = day_of_line(signature.date) if signature else None
    promulgated = act.promulgated if order is None or act.number_is(order.number) else None
    below = promulgated and signature and signature.start > act.first_unit
    if signed and not below:
        return signed
    if promulgated:
        return Day(*promulgated)
    return _beside_title(told) or _of_fields(told)


def _beside_title(told: Told) -> Day | None:
    """Return the day behind the title, or that which a line below it states."""
    title = told.title
    if title is None:
        return None
    behind = _BEHIND_TITLE.match(told.text, title.end) if title.end > 0 else None
    group = "day" if behind and behind["day"] else "bare"
    words = "".join(behind[group].split()) if behind else ""
    if behind and is_date(words) and (date := next(find_dates(words, 0, len(words)), None)):
        return Day(date.last(), *behind.span(group))
    above: Line | None = None
    for line in told.head:
        if line.start < title.end:
            continue
        if day := _before_number(line) or (_below_number(above, line) if above else None):
            return day
        above = line
        if line.text.startswith("（") and is_date(line.text.strip("（） ")):
            return day_of_line(line)
    return None


def _before_number(line: Line) -> Day | None:
    """Return the day that a line states before the number: 2007年12月6日 财税〔2007〕158号."""
    day = DATE.match(line.text)
    if day is None or not is_date(day.group()) or not _BEHIND_DAY.fullmatch(line.text, day.end()):
        return None
    return day_of_line(Line(day.group(), line.start, line.start + day.end()))


def _below_number(above: Line, line: Line) -> Day | None:
    """Return the day that a line is, below one that is a number of the same year and no more.

    2010-06-02 and a day of another year tell when a page was put up.
    """
    number = _NUMBER_ALONE.fullmatch(above.text)
    written_out = line.text.endswith("日") and is_date(line.text)
    day = day_of_line(line) if number and written_out else None
    return day if day and number and str(day.value.year) == number["year"] else None


def _of_fields(told: Told) -> Day | None:
    for field in told.fields:
        if field.key == "date-issued":
            date = next(find_dates(field.value, 0, len(field.value)), None)
            if date and date.day:
                return Day(date.last(), field.start + date.start, field.start + date.end)
    return None


def day_of_line(line: Line) -> Day | None:
    """Return the day that a line is; 2018年11月31日 has the form of a date, and is none."""
    date = next(find_dates(line.text, 0, len(line.text)), None)
    return Day(date.last(), line.start + date.start, line.start + date.end) if date else None
