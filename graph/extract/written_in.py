"""From when on a text speaks: the day that what it tells of is past or to come by.

Forms read::

    2016年3月5日 under the text                       its day
    深府〔2016〕8号                                   the first day of the year of its number
    住房保障发展规划（2016-2020）                     the first year of the plan that it is
    “十三五”规划, 2019年工作要点                      the first of its years
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from graph.grammar.times import YEAR

if TYPE_CHECKING:
    from graph.model import Document

_OF_NUMBER = re.compile(r"〔(?P<year>\d{4})〕")
_SPAN = re.compile(r"(?P<year>(?:19|20)\d\d)年?[ ]?[-—–－~～至到][ ]?(?:19|20)\d\d")
_PLAN = re.compile(r"“?十(?P<plan>[一二三四五六七八九])五")
_OF_A_YEAR = re.compile(rf"(?:^|[省市县区局委办])(?P<year>{YEAR})")
_BEFORE_THE_FIRST, _PLAN_YEARS = 2001, 5  # the year with which the tenth plan began


def written_in(document: Document) -> dt.date | None:
    """Return the day of a document, or the first of the year that its number or title tells."""
    if document.date_issued:
        return document.date_issued
    title = document.title
    for pattern, words in ((_OF_NUMBER, document.number or ""), (_SPAN, title)):
        if found := pattern.search(words):
            return dt.date(int(found["year"]), 1, 1)
    if plan := _PLAN.search(title):
        number = "一二三四五六七八九".index(plan["plan"]) + 1
        return dt.date(_BEFORE_THE_FIRST + _PLAN_YEARS * number, 1, 1)
    year = _OF_A_YEAR.search(title)
    return dt.date(int(year["year"][:4]), 1, 1) if year and year["year"][:4].isdigit() else None
