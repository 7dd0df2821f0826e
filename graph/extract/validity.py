"""From when this act applies, and how long: 自…起施行, 有效期….

A permit, a contract or another act has times of its own, which are none of this document's:
居住证有效期为1年, 2019年1月1日起施行的《个人所得税法》, 规范性文件应当自公布之日起30日后施行.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.calendar_days import after
from graph.extract.terms import Term
from graph.grammar.cues import cued
from graph.grammar.dates import DATE, find_dates
from graph.grammar.numerals import parse_numeral
from graph.model import DeadlineKind as Kind
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

_D = rf"(?:{DATE.pattern})"
_N = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
_APPLIES = (
    r"(?:施行|实施|执行|生效|试行|实行(?=[，。；）\n]|$))"
    r"(?!的|情况|细则|办法|方案|后|前|过程|以来|中)"
)
_EFFECTIVE = cued(
    rf"(?P<since>[自从])?(?P<date>{_D})(?P<from>起)?[^，。；]{{0,6}}{_APPLIES}"
    rf"|自?(?:印发|发布|公布|下发|颁布)之日起[ ]?"
    rf"(?:[满第]?(?P<n>{_N})[ ]?(?P<unit>日|天|个月)(?:之?后)?)?"
    rf"[^，。；]{{0,8}}{_APPLIES}",
    ("施行", "实施", "执行", "生效", "试行", "实行"),
    re.VERBOSE,
)
_VALIDITY = re.compile(
    rf"(?:有效期|试行期|有效期限|执行期限?)(?:限)?[^，。；\d]{{0,4}}?"
    rf"(?:(?:\d{{4}}年\d{{1,2}}月(?:\d{{1,2}}日)?[ ]?)?至[ ]?(?P<date>{_D})"
    rf"|[为：:]?[ ]?(?P<n>{_N})[ ]?(?P<unit>年|个月))",
    re.VERBOSE,
)
_ALSO = re.compile(r"[，；]|[，；][^，。；]{0,20}$|（[^（）]*）|同时|并|其")
# 《X》已经…通过，现予公布，自…起施行; 现将《X》予以公布，自…起施行
_PROCLAIMED = re.compile(
    r"现予(?:以)?(?:公布|发布|印发)，$|现将《[^。；]{2,160}》(?:予以|现予)?(?:公布|发布|印发)，$"
)


@cache
def _this_act() -> re.Pattern[str]:
    this, kinds = (
        lexicon.alternatives("time-words", "this-act"),
        lexicon.alternatives("document-kinds"),
    )
    return re.compile(rf"{this}|本[\u4e00-\u9fff]{{0,8}}?{kinds}")


def _is_own(text: str, sentence: int, start: int) -> bool:
    """Whether the subject of a sentence that goes on at ``start`` is this act, or nothing else."""
    before = text[sentence:start]
    last = max(before.rfind(mark) for mark in "，；")
    subject = before[last + 1 :]
    own = _this_act().search(before)
    if own and not re.search(r"[\u4e00-\u9fff]", _ALSO.sub("", before[own.end() : last + 1])):
        return True
    words = re.sub(r"（[^（）]*）|[自从由 ，、]|同时|于|将", "", subject)
    if _this_act().search(subject):
        return True
    if not words and _PROCLAIMED.search(before[: last + 1]):
        return True
    return not words and (last < 0 or own is not None or not before[:last].strip())


def any_validity() -> re.Pattern[str]:
    """Return a pattern of the words without which a sentence tells no validity of this act."""
    return re.compile(f"{_EFFECTIVE.cue.pattern}|有效期|试行期|执行期")


def find_effective(
    text: str, sentence: int, start: int, end: int, issued: dt.date | None
) -> Iterator[Term]:
    """Yield from when this act applies, in a clause of the sentence that begins at ``sentence``."""
    for match in _EFFECTIVE.finditer(text, start, end):
        dated = match["since"] or match["from"] or not match["date"]
        if not (dated and _is_own(text, sentence, match.start())):
            continue
        if match["date"]:
            date = next(find_dates(text, *match.span("date")), None)
            last = date.last() if date else None
        elif match["n"]:
            last = after(issued, parse_numeral(match["n"]), match["unit"])
        else:
            last = issued
        year = last.year if last else None
        yield Term(Kind.EFFECTIVE, last, *match.span(), "deadline.effective", year)


def find_validity(
    text: str, sentence: int, start: int, end: int, effective: dt.date | None
) -> Iterator[Term]:
    """Yield how long this act applies; a number of years counts from the day it takes effect."""
    for match in _VALIDITY.finditer(text, start, end):
        if not _is_own(text, sentence, match.start()):
            continue
        if match["date"]:
            date = next(find_dates(text, *match.span("date")), None)
            last = date.last() if date else None
        else:
            following = after(effective, parse_numeral(match["n"]), match["unit"])
            last = following - dt.timedelta(days=1) if following else None
        year = last.year if last else None
        yield Term(Kind.VALIDITY, last, *match.span(), "deadline.validity", year)
