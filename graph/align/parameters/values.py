"""The values of a clause with what is around them: 每人每月350元, 5个工作日内, 当场, 三种材料.

Whether two measure the same is a question of the words around them, of what they are counted by
(每人每月), and of the case that they are for (大城市, 硕士, 二级).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from graph.align.passages import two_grams
from graph.grammar.amounts import NUMERAL, parse_amount
from graph.grammar.numerals import BadNumeral
from graph.grammar.quantities import FIGURE, Quantity, find_quantities
from graph.grammar.times import find_stretches
from graph.model import Operator
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.align.parameters.counterparts import Piece
    from graph.align.passages import Clause

FLOORS: Final = frozenset({Operator.GTEQ, Operator.GT})
CAPS: Final = frozenset({Operator.LTEQ, Operator.LT})
_HOURS, _DAYS, _WORKDAYS, _MONTHS = "hours", "days", "working days", "months"
_TIMES: Final = {
    "小时": (_HOURS, 1), "个小时": (_HOURS, 1), "日": (_DAYS, 1), "天": (_DAYS, 1),
    "个自然日": (_DAYS, 1), "周": (_DAYS, 7), "工作日": (_WORKDAYS, 1), "个工作日": (_WORKDAYS, 1),
    "月": (_MONTHS, 1), "个月": (_MONTHS, 1), "年": (_MONTHS, 12), "周年": (_MONTHS, 12),
    "个年度": (_MONTHS, 12), "学年": (_MONTHS, 12), "学期": (_MONTHS, 6),
}  # fmt: skip
_IN_DAYS: Final = {
    _HOURS: (1 / 24, 1 / 24), _DAYS: (1, 1), _WORKDAYS: (1, 1.4), _MONTHS: (28, 31),
}  # fmt: skip
_HOLIDAYS = 9  # days by which a few working days can be stretched
_MONTH = 30  # days that are a month in the speech of the law
_MONEY: Final = {"元": 1, "万元": 1e4, "亿元": 1e8, "元人民币": 1}
_OWN_WORDS = 4  # characters between two values that are about the second alone
_SIZE = "size"  # of a city
_YEAR = 1000  # 2020年 is a year and no length
_EVERY = re.compile(
    r"每(?:个|一|满)?(人|户|月|年|日|天|季度?|学期|学年|次|亩|吨|平方米|公里|名|生|床|辆|周|小时|件|栋|套)"
)
_WITHIN = re.compile(r"[之以]?内|之?前|[以之]?后")
_ACT = re.compile(r"[以之]?内?[，、]?(?P<act>[^，。；：]{0,16})")  # what is done within a time
_COUNTED_BY = 30  # characters before a value
_UP_FROM = re.compile(
    r"[^，。；\d]{0,3}(?:提高|降低|调整|增加|延长|缩短|上调|下调|提升|放宽|减少|降|升|调)[到至为]"
)
_TERM = re.compile(
    rf"(?<![\d{NUMERAL}])(?P<number>\d{{1,3}}|[{NUMERAL}]{{1,3}})[ ]?(?:个)?"
    r"(?P<unit>工作日|小时|日|天|月|年)(?=[以之]?内)"
)
_OF_KIN = re.compile(r"(?:以上)?的(?:父母|子女|配偶|亲属|父亲|母亲|监护人)")
_FIGURES = re.compile(rf"[\d.%％{NUMERAL}]+")


@dataclass(frozen=True, slots=True)
class Value:
    """A value in its piece: ``before`` and ``behind`` are the words around it.

    ``amount`` is in the smallest unit of its like (万元 in 元, 年 in months); ``kind`` tells what
    may be compared at all, and of times ``unit`` tells which ones can be held against each other.
    ``act`` is what is done ``within`` a time.
    """

    piece: Piece
    start: int
    end: int
    number: int
    operator: Operator
    kind: str
    amount: float
    unit: str
    before: str
    behind: str
    per: tuple[str, ...]
    cases: frozenset[tuple[str, str]]
    follows: bool = False
    within: bool = False
    aim: bool = False
    act: str = ""

    @property
    def grams(self) -> frozenset[str]:
        """The 2-grams of the words around it, without the value."""
        return two_grams(self.before) | two_grams(self.behind)

    @property
    def whose(self) -> bool:
        """Whether it is asked of a relative: 参加社会保险满两年的父母."""
        return bool(_OF_KIN.match(self.behind))

    def equals(self, other: Value) -> bool:
        """Tell whether both are the same amount."""
        if self.unit == other.unit or not (self.amount and other.amount):
            return self.amount == other.amount
        return {self.unit, other.unit} == {_MONTHS, _DAYS} and self._days() == other._days()

    def _days(self) -> float:
        return self.amount * (_MONTH if self.unit == _MONTHS else 1)

    def more_than(self, other: Value) -> bool | None:
        """Tell whether this is more; None where the units do not tell (10个工作日, 14日)."""
        if self.unit == other.unit:
            return self.amount > other.amount
        (low, high), (least, most) = self._bounds(), other._bounds()
        if low > most:
            return True
        return False if high < least else None

    def _bounds(self) -> tuple[float, float]:
        low, high = _IN_DAYS.get(self.unit, (1, 1))
        stretch = _HOLIDAYS if self.unit == _WORKDAYS else 0
        return self.amount * low, self.amount * high + stretch


def values_in(text: str, these: tuple[Piece, ...]) -> Iterator[Value]:
    """Yield the values of pieces, those of one sentence in its order."""
    for piece in these:
        if FIGURE.search(piece.words):
            yield from _counted(text, piece)
        yield from _at_once(text, piece)


def _counted(text: str, piece: Piece) -> Iterator[Value]:
    dates = [each for each in find_stretches(text, piece.start, piece.end) if each.year]
    every = list(find_quantities(text, piece.start, piece.end, bare=True))
    if "内" in piece.words:
        every += _terms(text, piece, every)
        every.sort(key=lambda each: each.start)
    ends = [piece.start, *(each.end for each in every)]
    starts = [*(each.start for each in every), piece.end]
    for at, found in enumerate(every):
        number = found.number or found.start
        measure = _measure(found.value, found.unit)
        once = text.startswith("性", found.end)  # 一次性
        if measure is None or once or any(d.start <= number < d.end for d in dates):
            continue
        if _UP_FROM.match(text, found.end, piece.end):
            continue  # 由600元提高到680元: the second is what holds
        kind, amount, unit = measure
        head = ends[at] if found.start - ends[at] >= _OWN_WORDS else piece.start
        tail = starts[at + 1] if starts[at + 1] - found.end >= _OWN_WORDS else piece.end
        before, behind = text[head : found.start], text[found.end : tail]
        yield Value(
            piece=piece, start=found.start, end=found.end, number=number,
            operator=found.operator, kind=kind, amount=amount, unit=unit,
            before=_plain(before), behind=_plain(behind),
            per=_per(text[max(piece.start, number - _COUNTED_BY) : number], found.unit),
            cases=cases(piece.words, found.start - piece.start),
            follows=found.follows, aim=found.aim,
            act=_act(text, found.end, piece),
            within=kind == "time" and bool(_WITHIN.match(behind) or "内" in text[number:found.end]),
        )  # fmt: skip


def _terms(text: str, piece: Piece, found: list[Quantity]) -> Iterator[Quantity]:
    """Yield the times behind an event, which are no measures: 收到申请后1日内."""
    for match in _TERM.finditer(text, piece.start, piece.end):
        start, end = match.span()
        if any(each.start < end and start < each.end for each in found):
            continue
        written = match["number"]
        try:
            amount = parse_amount(written)
        except BadNumeral:
            continue
        yield Quantity(Operator.EQ, amount, match["unit"], aim=False, start=start, end=end)


def _measure(value: float, unit: str) -> tuple[str, float, str] | None:
    """Return the kind of a measure, with the value in the smallest unit of its like."""
    base, _, _ = unit.partition("/")
    if base in ("年", "周年") and value >= _YEAR:
        return None
    if base in _MONEY:
        return "money", value * _MONEY[base], "元"
    if base in _TIMES:
        family, times = _TIMES[base]
        return "time", value * times, family
    if base in ("岁", "周岁"):
        return "age", value, "岁"
    return base, value, base


def _at_once(text: str, piece: Piece) -> Iterator[Value]:
    for match in _now().finditer(piece.words):
        start, end = piece.start + match.start(), piece.start + match.end()
        yield Value(
            piece=piece, start=start, end=end, number=start, operator=Operator.LTEQ,
            kind="time", amount=0, unit=_DAYS, before=_plain(piece.words[: match.start()]),
            behind=_plain(piece.words[match.end() :]), per=(), cases=frozenset(), within=True,
            act=_act(text, end, piece),
        )  # fmt: skip


@cache
def _now() -> re.Pattern[str]:
    return re.compile(lexicon.alternatives("effect-words", "now"))


def _act(text: str, end: int, piece: Piece) -> str:
    match = _ACT.match(text, end, piece.sentence.stretch.end)
    return _plain(match["act"]) if match else ""


def _plain(words: str) -> str:
    return _FIGURES.sub("", words)


def _per(before: str, unit: str) -> tuple[str, ...]:
    """Return what a value is counted by: 每人每月, 元/吨."""
    found = sorted(match[1] for match in _EVERY.finditer(before))
    _, _, per = unit.partition("/")
    return (*found, *([per] if per else []))


@cache
def _case() -> re.Pattern[str]:
    return re.compile(lexicon.alternatives("cases"))


def cases(words: str, at: int) -> frozenset[tuple[str, str]]:
    """Return the cases that the words before a value name: the nearest of each series.

    >>> sorted(cases("大城市不超过5年、中等城市不超过3年", 13))
    [('size', '中等城市')]
    """
    series = lexicon.scheme("cases")
    found = {series[match.group()]: match.group() for match in _case().finditer(words, 0, at)}
    return frozenset(found.items())


def headed(value: Value, clauses: Iterable[Clause]) -> Value:
    """Return a value with the cases of its clause's heading that its own words do not name."""
    said = next((c for c in clauses if value.piece.sentence in c.sentences), None)
    if said is None:
        return value
    own = dict(value.cases)
    series = lexicon.scheme("cases")
    named = {match.group() for match in _case().finditer(said.provision.heading)}
    alone = {
        series[case]: case
        for case in named
        if sum(series[each] == series[case] for each in named) == 1
    }
    return replace(value, cases=frozenset((alone | own).items()))


def other_case(one: Value, other: Value) -> bool:
    """Tell whether the two are for different cases of one series."""
    ours, theirs = dict(one.cases), dict(other.cases)
    return any(theirs[series] != case for series, case in ours.items() if series in theirs)


def other_size(ours: Clause, theirs: Clause) -> bool:
    """Tell whether a parent is headed by cities of a size that the clause is not about."""
    said = ours.section, ours.provision.heading, *(s.masked.text for s in ours.sentences)
    size = dict(cases(theirs.provision.heading, len(theirs.provision.heading))).get(_SIZE)
    return size is not None and not any(size in words for words in said)
