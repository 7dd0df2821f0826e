"""By when: dates, target years, periods, recurrences, validity, and terms without a date.

Forms read::

    2016年底前出台、2015年6月30日前                       deadline
    2018年组织开展…中期评估                              a year that begins a clause
    到2020年，全国户籍人口城镇化率提高到45%               target
    “十三五”期间                                         period, to the last year of the plan
    2010年7月31日以前参加保险，参保人住院的，…              none: it says of which cases a rule is
    每年12月底前、每季度                                  recurring
    自印发之日起施行、有效期5年                           effective, validity
    30个工作日内                                         period
    自2014年起                                           ongoing, from that date on
    尽快、如期、及时                                     vague
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.dates import DATE, find_dates
from graph.grammar.numbering import LABEL_AT_START
from graph.grammar.numerals import parse_numeral
from graph.grammar.sentences import brackets, clauses
from graph.model import Deadline, Place
from graph.model import DeadlineKind as Kind
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.grammar.sentences import Stretch
    from graph.model import Document, Passage

_FIRST_PLAN, _PLAN_YEARS = 1953, 5  # 第一个五年计划; from the sixth on they follow without a gap
_SIXTH_PLAN_START = 1981
_D = rf"(?:{DATE.pattern})"
_SILENT = (Place.TITLE,)


@dataclass(frozen=True, slots=True)
class _Term:
    kind: Kind
    last: dt.date | None
    start: int
    end: int
    rule: str


@cache
def _vague() -> re.Pattern[str]:
    """Vague terms before what is due; 监测报告及时、准确 and 不按时 only describe."""
    terms = "|".join(map(re.escape, _forms("vague")))
    return re.compile(rf"(?<!不)(?<!关于)(?:{terms})(?=[\u4e00-\u9fff])")


@cache
def _evaluation() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _forms("evaluation"))))


def _forms(key: str) -> list[str]:
    forms = lexicon.concepts("deadline-kinds")[key].written
    return sorted((form for form in forms if "…" not in form), key=len, reverse=True)


_RECURRING = re.compile(
    r"(?:于)?每(?:年度?|半年|季度?|月|周|学期|学年)(?:\d{1,2}月)?(?:\d{1,2}日|底|末|初)?(?:之?前)?"
)
_EFFECTIVE = re.compile(
    rf"自?(?P<date>{_D})起[^，。；]{{0,6}}(?:施行|实施|执行|生效|试行)|自?(?:印发|发布|公布|下发)之日起[^，。；]{{0,12}}(?:施行|实施|执行|生效|试行)",
    re.VERBOSE,
)
_VALIDITY = re.compile(
    rf"(?:有效期|试行期|有效期限)[^，。；]{{0,4}}?"
    rf"(?:至[ ]?(?P<date>{_D})|[为：:]?[ ]?\d{{1,2}}[ ]?年|[一二两三四五]年)",
    re.VERBOSE,
)
_BEFORE = re.compile(rf"(?P<date>{_D})(?:年?[底末]|[上中下]旬)?(?:之|以)?前(?!出生)", re.VERBOSE)
_UNTIL = re.compile(rf"(?:到|至|截至|截止)[ ]?(?P<date>{_D})(?:年?[底末])?", re.VERBOSE)
_SINCE = re.compile(
    rf"(?:自|从)[ ]?(?P<date>{_D})(?:年?[底末初]|春季|秋季|学年)?(?:开始|起)", re.VERBOSE
)
_PLAN = re.compile(
    r"“?(?P<plan>十[一二三四五六七八九])五”?(?:期间|时期)|“(?P<quoted>十[一二三四五六七八九])五”末"
)
_WITHIN = re.compile(
    r"(?<![近过去])(?:\d{1,3}|[一二两三四五六七八九十]{1,3})[ ]?个?"
    r"(?:工作日|日|天|月|年)(?:以|之)?内"
)
_PLAIN = re.compile(
    rf"(?P<date>{_D})(?:年?[底末]|内|全年|上半年|下半年)?(?=[\u4e00-\u9fff])(?![度版级起至以来日号月份第]|[一二三四五六七八九十]{{1,3}}[月日])",
    re.VERBOSE,
)


_PATTERNS = (
    (Kind.VALIDITY, _VALIDITY, "deadline.validity"),
    (Kind.RECURRING, _RECURRING, "deadline.recurring"),
    (Kind.DEADLINE, _BEFORE, "deadline.before"),
    (Kind.TARGET, _UNTIL, "deadline.target"),
    (Kind.ONGOING, _SINCE, "deadline.since"),
    (Kind.PERIOD, _WITHIN, "deadline.within"),
)


_DATED = frozenset({"deadline.before", "deadline.year-first"})
_CASE = re.compile(r"的[，：]$")
_WORD = re.compile(r"[\u4e00-\u9fff。；！？\n]")


def _tells_when(text: str, ahead: Sequence[Stretch]) -> bool:
    """Whether a clause says of which cases a rule is, as 以前参加保险，参保人住院的， does."""
    for clause in ahead:
        words = text[max(clause.start, clause.end - 3) : clause.end]  # no more: clauses are long
        if _CASE.search(words):
            return True
        if not words.endswith("，"):
            return False
    return False


def _plan_end(numeral: str) -> dt.date:
    """Return the last day of a five-year plan: 十三五 is 2016 to 2020."""
    number = parse_numeral(numeral)
    return dt.date(_SIXTH_PLAN_START + (number - 5) * _PLAN_YEARS - 1, 12, 31)


def find(document: Document) -> Iterator[Deadline]:
    """Yield the deadlines of ``document`` in the order of its text."""
    text = document.folded.text
    for passage in document.passages:
        if passage.where in _SILENT:
            continue
        titles = list(brackets(text, passage.start, passage.end, "《"))
        evaluations = [m.span() for m in _evaluation().finditer(text, passage.start, passage.end)]
        label = LABEL_AT_START.match(text, passage.start, passage.end)
        parts = list(clauses(text, label.end() if label else passage.start, passage.end))
        for index, clause in enumerate(parts):
            last_word = _last_word(text, clause)
            for term in _terms(document, clause.start, clause.end):
                before = bisect_right(titles, term.start, key=lambda title: title.start)
                if before and term.start < titles[before - 1].end:
                    continue
                if term.rule in _DATED and _tells_when(text, parts[index : index + 2]):
                    continue
                end = clause.end
                if last_word < term.end and term.kind is not Kind.VAGUE and index + 1 < len(parts):
                    end = parts[index + 1].end
                yield _deadline(document, passage, term, (clause.start, end), evaluations)


def _last_word(text: str, clause: Stretch) -> int:
    """Return the offset of the last character of a clause that is a word or ends a sentence."""
    last = clause.end - 1
    while last >= clause.start and not _WORD.match(text, last):
        last -= 1
    return last


def _deadline(
    document: Document,
    passage: Passage,
    term: _Term,
    clause: tuple[int, int],
    evaluations: Sequence[tuple[int, int]],
) -> Deadline:
    text, (start, end) = document.folded.text, clause
    while end > term.end and text[end - 1] in "，。；：！？\n ）":
        end -= 1
    start = min(start, term.start)
    while start < term.start and text[start] in "（〔 ，、":
        start += 1
    kind = term.kind
    following = bisect_left(evaluations, start, key=lambda span: span[0])
    evaluated = following < len(evaluations) and evaluations[following][1] <= end
    if kind in (Kind.DEADLINE, Kind.TARGET) and evaluated:
        kind = Kind.EVALUATION
    return Deadline(
        where=passage.where,
        work=passage.work,
        span=document.folded.span(start, end),
        rule=term.rule,
        kind=kind,
        date=None if kind is Kind.ONGOING else term.last,
        year=term.last.year if term.last else None,
        term=document.folded.span(term.start, term.end),
    )


def _terms(document: Document, start: int, end: int) -> Iterator[_Term]:
    """Yield the terms of a clause from left to right; a longer reading hides those inside it."""
    text = document.folded.text
    found: list[_Term] = []
    taken = bytearray(end - start)
    for term in _candidates(document, text, start, end):
        if not any(taken[term.start - start : term.end - start]):
            taken[term.start - start : term.end - start] = b"\1" * (term.end - term.start)
            found.append(term)
    yield from sorted(found, key=lambda term: term.start)


def _candidates(document: Document, text: str, start: int, end: int) -> Iterator[_Term]:
    """Yield all readings of the terms of a clause, those that say more first."""
    for match in _EFFECTIVE.finditer(text, start, end):
        last = _last(text, match, "date") or document.date_issued
        yield _Term(Kind.EFFECTIVE, last, *match.span(), "deadline.effective")
    for kind, pattern, rule in _PATTERNS:
        for match in pattern.finditer(text, start, end):
            yield _Term(kind, _last(text, match, "date"), *match.span(), rule)
    for match in _PLAN.finditer(text, start, end):
        last = _plan_end(match["plan"] or match["quoted"])
        yield _Term(Kind.PERIOD, last, *match.span(), "deadline.plan")
    plain = _PLAIN.match(text, _clause_start(text, start, end), end)
    if plain:
        yield _Term(Kind.DEADLINE, _last(text, plain, "date"), *plain.span(), "deadline.year-first")
    for match in _vague().finditer(text, start, end):
        yield _Term(Kind.VAGUE, None, *match.span(), "deadline.vague")


def _clause_start(text: str, start: int, end: int) -> int:
    while start < end and text[start] in "（〔 \n“在于":
        start += 1
    return start


def _last(text: str, match: re.Match[str], group: str) -> dt.date | None:
    if not match.groupdict().get(group):
        return None
    date = next(find_dates(text, match.start(group), match.end(group)), None)
    return date.last() if date else None
