"""Measured values: a number with its unit, and the words that make it a floor or a cap.

Forms read::

    居住5年以上、社保满二年、不超过1.5倍、≥95%            digits or words, a word before or behind
    百分之七十以上、不低于万分之五、不低于三成            shares in words
    不超过一吨半、两年半以上、五元三角以下、半个月以内    halves and small coins
    处一万元以上十万元以下、18周岁至60周岁                both bounds
    分别不少于60万、40万、5万元                           values of one limit
    超过90平方米（含90平方米）、18周岁以下（不含18周岁）  the number itself included, or not
    不得超过净资产的百分之十                              a share of what stands before it
    道路两侧50米范围内、不高于35微克/立方米               a reach, a unit made of two
    利用系数达到0.6以上、人口超过50万                     a number that is its own measure's unit
    能耗降低16%、每户补助10万元                           a rise or fall, a grant
    培育企业20家、建成30个园区                            no limit: only told to who asks for it

No limit is made by 送达十五日后 (达 ends another verb), 届满30日前 and 期满前一个月 (满 is when a
term runs out), nor by a length of time before 前 or 后.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from graph.grammar.amounts import NUMERAL
from graph.grammar.cues import firsts
from graph.grammar.limits import AHEAD, OTHER_VERB, limit_of, words_ahead
from graph.grammar.lookalikes import is_a_step, is_lookalike
from graph.grammar.measure_words import APART, forms_of, granted, stated, written
from graph.grammar.measures import amount_of, can_be_value, number_at, value_pattern
from graph.grammar.numerals import BadNumeral
from graph.grammar.shared_values import shared_values
from graph.model import Operator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.grammar.shared_values import SharedValue

# 不得超过净资产的10%, 控制在总支出的40%以内; but 最低生活保障标准的1.5倍 has no limit
_SHARE = rf"[百千万]分之|(?:\d[\d.]*|[{NUMERAL}]{{1,4}})(?:[%％‰倍]|成(?![\u4e00-\u9fff]))"
_BASE_WORDS = r"(?:[^，。；：、（）\d]|（[^（）]{1,14}）){1,20}?"
# 不超过租金50%, 达到职工总数30%: a short one without 的
_BASE = (
    rf"(?:(?<=[过于在到至达]){_BASE_WORDS}的(?=[ ]?(?:{_SHARE}))"
    rf"|(?<=[过于到])(?![不至最])[\u4e00-\u9fff]{{2,8}}?(?=[ ]?(?:{_SHARE})))"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value with its operator. ``start`` is where its first operator or aim word begins.

    ``aim`` tells that a word of an aim (提高到, 保持在) stands before it, ``follows`` that it is
    the other bound of the value before. ``turn`` counts the values that 分别 shares out, of
    ``turns``. ``number`` is where the amount itself begins, and ``limited`` tells that a word
    makes a limit, an aim, a change or a grant of it.
    """

    operator: Operator
    value: float
    unit: str
    aim: bool
    start: int
    end: int
    follows: bool = False
    turn: int = 0
    turns: int = 0
    number: int = 0
    limited: bool = True


def _included(with_it: str, without: str) -> str:
    # （不含技术入股） excludes a thing, and not the number
    words = rf"(?:本数|以上|以下|[\d{NUMERAL}][^（）]{{0,10}})?"
    with_them = rf"（(?P<{with_it}>(?:含|包括|包含){words})）"
    return rf"(?:{with_them}|（(?P<{without}>(?:不含|不包括){words})）)?"


@cache
def _pattern() -> re.Pattern[str]:
    words = (form for key in ("aim", *AHEAD) for form in written(key))
    return re.compile(
        rf"""
        (?=[{firsts(words)}\d{NUMERAL}半])
        (?:{OTHER_VERB}(?P<aim>{forms_of("aim")})[ ]?{_BASE}?)?
        (?:(?:{words_ahead()})[ ]?(?:[人户]均)?{_BASE}?)?
        {value_pattern()}
        {_included("included", "excluded")}
        [ ]?(?:(?P<behind_gteq>(?:{forms_of("behind-gteq")})(?!海))
          |(?P<behind_lteq>{forms_of("behind-lteq")}
          |(?(aim)内(?!容|部))))?
        {_included("included_too", "excluded_too")}
        """,
        re.VERBOSE,
    )


FIGURE: Final = re.compile(rf"[\d{NUMERAL}半]")  # no value is without one
_WITH_NUMBER = {Operator.GT: Operator.GTEQ, Operator.LT: Operator.LTEQ}
_WITHOUT_NUMBER = {with_it: without for without, with_it in _WITH_NUMBER.items()}
_BETWEEN_LIMITS = re.compile(r"[ ]?[、，]?(?:且|并且|但)?[ ]?")
_BETWEEN = re.compile(r"[ ]?[、，]?(?:至|到|—|-|~|并且?|且)?[ ]?")


def find_quantities(text: str, start: int, end: int, *, bare: bool = False) -> Iterator[Quantity]:
    """Yield the limited or aimed-at values between the offsets; with ``bare`` all others too.

    >>> found = find_quantities("居住5年以上、社保满二年", 0, 12)
    >>> [(q.operator.value, q.value, q.unit) for q in found]
    [('gteq', 5.0, '年'), ('gteq', 2.0, '年')]
    >>> [q.operator.value for q in find_quantities("产值突破100亿元，补贴最高可达500元", 0, 20)]
    ['gt', 'lteq']
    """
    if not can_be_value().search(text, start, end):
        return
    taken = start
    previous: Quantity | None = None
    shared = list(shared_values(text, start, end))
    for match in _pattern().finditer(text, start, end):
        while shared and shared[0][0].start <= match.start():
            several = shared.pop(0)
            taken = several[-1].end
            yield from map(_turn, several)
        if match.start() < taken or is_lookalike(match, text, limit_of(match)):
            continue
        if is_a_step(text, match.start()):
            continue
        quantity = _limited(match, text, previous) or (_bare(match) if bare else None)
        if quantity:
            previous = quantity if quantity.limited else previous
            yield quantity


def _turn(one: SharedValue) -> Quantity:
    return Quantity(
        one.operator, one.value, one.unit, one.aim, one.start, one.end,
        turn=one.turn, turns=one.turns, number=one.number,
    )  # fmt: skip


def _bare(match: re.Match[str]) -> Quantity | None:
    """Return a value that no word limits, for those who know what makes it one."""
    if match["plain"] or match["number"] == "半":
        return None
    try:
        value, unit = amount_of(match)
    except BadNumeral:
        return None
    return Quantity(
        Operator.EQ,
        value,
        unit,
        aim=False,
        start=match.start(),
        end=match.end(),
        number=number_at(match),
        limited=False,
    )


_AT_MOST = re.compile(
    r"(?:(?:最高|最多|最大)[\u4e00-\u9fff]{2,8}(?:额|标准|限额|金额|补助|奖励|补贴)(?:可以?|为|可为)?"
    r"|最[高多大长](?:可以?|能))$"
)
_AT_LEAST = re.compile(r"(?:至少|最少)(?:要|应|须|需)?$")
_MONEY = ("元", "万元", "亿元")
_CHANGING = (*_MONEY, "吨", "万吨", "吨标准煤", "万吨标准煤", "千瓦时")
_TIMES = ("年", "月", "个月", "日", "天", "工作日", "个工作日", "个自然日", "小时", "分钟")


@cache
def _plain_measure() -> re.Pattern[str]:
    """A measure whose values have no unit: 利用系数, 容积率, and 人口 in 人口超过50万."""
    return re.compile(
        rf"(?:{forms_of('no-unit')})(?:应当?|须|要|需|保持|稳定|力争|基本|总体|为|在)?$"
    )


_OF_A_CLASS = re.compile(r"(?:、超[^，。；、的]{1,10})*的")
_LONGEST_LEAD = 12


def _limited(match: re.Match[str], text: str, previous: Quantity | None) -> Quantity | None:
    operator = limit_of(match)
    aim, limited = bool(match["aim"]), True
    if match["unit"] in _TIMES and re.fullmatch(forms_of("object-aim"), match["aim"] or ""):
        return None  # 实施城乡建设三年行动计划
    if match["plain"] and not (
        operator and _plain_measure().search(text, max(0, match.start() - 10), match.start())
    ):
        return None
    if match["gt"] == "超" and _OF_A_CLASS.match(text, match.end()):
        operator = None  # 超50亿元的企业新增2家 names a class
    operator = _apart(match, text, operator)
    number = match["number"]
    if number in ("一", "零", "〇") and not match["behind_gteq"] and (aim or operator is None):
        return None  # 打造一批, 零门槛
    if operator is None:
        said = stated().search(text, max(0, match.start() - _LONGEST_LEAD), match.start())
        share = bool(match["of"]) or match["unit"] in ("%", "‰", "个百分点")
        if said is None or not (
            (said["change"] and (share or match["unit"] in _CHANGING))
            or (said["rate"] and share)
            or (said["grant"] and match["unit"] in _MONEY)
            or (said["given"] and match["unit"] in _MONEY and granted().match(text, match.end()))
        ):
            return None
        # 人均增收1500元, 探访率100%: only if it is striven for
        limited = bool((said["change"] and share) or said["grant"] or said["given"])
        operator = Operator.LTEQ if said["most"] or said["cap"] or said["up_to"] else Operator.EQ
        operator = Operator.GTEQ if said["least"] else operator
        aim = bool(said["change"]) and not said["cap"]
    try:
        value, unit = amount_of(match)
    except BadNumeral:
        return None
    if match["included"] or match["included_too"]:  # 超过90平方米（含90平方米）
        operator = _WITH_NUMBER.get(operator, operator)
    elif match["excluded"] or match["excluded_too"]:  # 8000万元（不含）以下
        operator = _WITHOUT_NUMBER.get(operator, operator)
    bare = match.start() == number_at(match)
    follows = previous is not None and _closes(text, previous, match, operator, bare=bare)
    return Quantity(
        operator, value, unit, aim, *match.span(), follows=follows, number=number_at(match),
        limited=limited,
    )  # fmt: skip


def _apart(match: re.Match[str], text: str, operator: Operator | None) -> Operator | None:
    """Return the operator that a word of limit before the verb makes: 至少建设2所, 限报2个."""
    ahead = max(0, match.start() - _LONGEST_LEAD)
    if operator is Operator.EQ and _AT_MOST.search(text, ahead, match.start()):
        return Operator.LTEQ  # 最高奖励金额可达5000万元
    if operator is Operator.EQ and _AT_LEAST.search(text, max(0, match.start() - 4), match.start()):
        return Operator.GTEQ
    if operator is not None:
        return operator
    apart = APART.search(text, max(0, match.start() - _LONGEST_LEAD), match.start())
    if apart and apart["lteq"]:
        return Operator.LTEQ
    return Operator.GTEQ if apart and apart["gteq"] else None


def _closes(
    text: str, lower: Quantity, match: re.Match[str], operator: Operator, *, bare: bool
) -> bool:
    """Whether a value is the other bound of the one before: 一万元以上十万元以下, 满1年不足3年."""
    floors, caps = (Operator.GTEQ, Operator.GT), (Operator.LTEQ, Operator.LT)
    between = _BETWEEN if bare else _BETWEEN_LIMITS
    return (
        lower.operator in floors
        and operator in caps
        and (bare or lower.unit == (match["unit"] or lower.unit))
        and between.fullmatch(text, lower.end, match.start()) is not None
    )
