"""Measured values: a number with its unit, and the words that make it a floor or a cap.

Forms read::

    居住5年以上、社保满二年、不超过1.5倍、≥95%            digits or words, a word before or behind
    百分之七十以上、不低于万分之五、不低于三成            shares in words
    不超过一吨半、两年半以上、五元三角以下、半个月以内    halves and small coins
    处一万元以上十万元以下、18周岁至60周岁                both bounds
    分别不少于60万、40万、5万元                           values of one limit
    超过90平方米（含90平方米）、1年（含1年）以上          the number itself included
    能耗降低16%、每户补助10万元                           a rise or fall, a grant
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.amounts import AMOUNT, NUMERAL, parse_amount
from graph.grammar.numerals import BadNumeral
from graph.model import Operator
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

_AHEAD = ("gteq", "lteq", "gt", "lt")
# 不宜超过 is no 超过: what denies in words that no list has must not turn a limit around.
_DENIED = dict.fromkeys(("gt", "lt"), r"(?<![不未])(?<!不[\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value with its operator. ``start`` is where its first operator or aim word begins.

    ``aim`` tells that a word of an aim (提高到, 保持在) stands before it, ``follows`` that it is
    the other bound of the value before. ``turn`` counts the values that 分别 shares out, of
    ``turns``.
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


@cache
def forms_of(key: str) -> str:
    """Return a pattern of the written forms of a concept of ``measure-words``, longest first."""
    forms = lexicon.concepts("measure-words")[key].written
    return "|".join(sorted(map(re.escape, forms), key=len, reverse=True))


@cache
def _units() -> str:
    return "|".join(map(re.escape, lexicon.scheme("units")))


@cache
def _value() -> str:
    """Return a pattern of an amount with its unit, or of a share in words."""
    return rf"""
        (?:(?<![\d{NUMERAL}])(?P<of>[百千万])分之(?P<part>{AMOUNT})(?![ ]?[{NUMERAL}点點])
          |(?<![\d.{NUMERAL}點点])(?P<tenths>[一二两三四五六七八九]|\d(?:\.\d)?)成(?=以[上下内]|[，。；、）的]|$)
          |(?<![\d.{NUMERAL}點点第数几之A-Za-z+^/])(?<![之分点點][ ])(?P<number>{AMOUNT}|半)[ ]?
           (?:个(?P<and_half>半)(?=(?:月|小时|学期)))?
           (?P<unit>{_units()})(?![ ]{{0,2}}之[ ]{{0,2}}[{NUMERAL}\d])
           (?P<half>半(?!数|个|径|年))?
           (?:(?<=元)(?P<tenth>[一二三四五六七八九\d])[角毛](?:(?P<cent>[一二三四五六七八九\d])分)?)?
           (?:/(?P<per>[\u4e00-\u9fff]{{1,2}}?)(?=[以及，。；、（）的]|$))?
        )"""


@cache
def _pattern() -> re.Pattern[str]:
    ahead = "|".join(f"{_DENIED.get(key, '')}(?P<{key}>{forms_of(key)})" for key in _AHEAD)
    return re.compile(
        rf"""
        (?:(?P<aim>{forms_of("aim")})[ ]?)?
        (?:(?:{ahead})[ ]?)?
        {_value()}
        (?:（(?P<included>(?:含|包括|包含)[^（）]{{0,12}})）|（(?P<excluded>不含[^（）]{{0,12}})）)?
        (?:(?P<behind_gteq>{forms_of("behind-gteq")})|(?P<behind_lteq>{forms_of("behind-lteq")}))?
        """,
        re.VERBOSE,
    )


@cache
def _shared_out() -> re.Pattern[str]:
    """分别 and the values of one limit: 分别不少于60万、40万、5万元, 分别达到70%和50%以上."""
    ahead = "|".join(f"{_DENIED.get(key, '')}(?P<{key}>{forms_of(key)})" for key in _AHEAD)
    item = rf"(?:{AMOUNT}|半)(?:{_units()})?"
    return re.compile(
        rf"""分别[为要需应须不少于]{{0,3}}?(?:(?P<aim>{forms_of("aim")})[ ]?)?(?:(?:{ahead})[ ]?)?
        (?P<items>(?:{item}[、，和]){{1,12}}{item})
        (?:(?P<behind_gteq>{forms_of("behind-gteq")})|(?P<behind_lteq>{forms_of("behind-lteq")}))?
        """,
        re.VERBOSE,
    )


@cache
def _item() -> re.Pattern[str]:
    return re.compile(rf"(?P<number>{AMOUNT}|半)(?P<unit>{_units()})?")


_SHARE_OF = {"百": "%", "千": "‰", "万": "‱"}
_WITH_NUMBER = {Operator.GT: Operator.GTEQ, Operator.LT: Operator.LTEQ}
_WITHOUT_NUMBER = {with_it: without for without, with_it in _WITH_NUMBER.items()}
_BETWEEN = re.compile(r"[、，]?(?:至|到|—|-|~|并且?|且)?")


def _amount(match: re.Match[str]) -> tuple[float, str]:
    """Return the value and the unit of a match; raises BadNumeral for what is not understood."""
    if match["of"]:
        return parse_amount(match["part"]), _SHARE_OF[match["of"]]
    if match["tenths"]:
        return round(parse_amount(match["tenths"]) * 10, 6), "%"
    value = 0.5 if match["number"] == "半" else parse_amount(match["number"])
    if match["half"] or match["and_half"]:
        value += 0.5
    value += 0.1 * _small(match["tenth"]) + 0.01 * _small(match["cent"])
    unit = ("个" if match["and_half"] else "") + match["unit"]
    return round(value, 6), unit + (f"/{match['per']}" if match["per"] else "")


def _small(written: str | None) -> float:
    return parse_amount(written) if written else 0.0


def find_quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Yield the limited or aimed-at values between the offsets; a bare number is none.

    >>> found = find_quantities("居住5年以上、社保满二年", 0, 12)
    >>> [(q.operator.value, q.value, q.unit) for q in found]
    [('gteq', 5.0, '年'), ('gteq', 2.0, '年')]
    >>> [q.operator.value for q in find_quantities("产值突破100亿元，补贴最高可达500元", 0, 20)]
    ['gt', 'lteq']
    """
    taken = start
    previous: Quantity | None = None
    shared = list(_shared_out().finditer(text, start, end))
    for match in _pattern().finditer(text, start, end):
        while shared and shared[0].start() <= match.start():
            several = list(_each(shared[0]))
            taken = shared.pop(0).end() if several else taken
            yield from several
        if match.start() < taken:
            continue
        quantity = _limited(match, text, previous)
        if quantity:
            previous = quantity
            yield quantity


def _limit(match: re.Match[str]) -> Operator | None:
    """Return the operator that the words around a value make, or None where there are none."""
    ahead = next((key for key in _AHEAD if match[key]), None)
    behind = next((key for key in ("gteq", "lteq") if match[f"behind_{key}"]), None)
    if not (ahead or behind or match["aim"]):
        return None
    passed = re.fullmatch(forms_of("gt"), match["aim"] or "")  # 突破100亿元
    return Operator(behind or ahead or ("gt" if passed else "eq"))


@cache
def _stated() -> re.Pattern[str]:
    """What makes a value one without a word of limit: a rise or fall, a grant."""
    return re.compile(
        rf"(?P<change>(?<!同比)(?:{forms_of('change')}))$"
        rf"|(?P<most>最高|最多|不超过)?[^，。；\d]{{0,6}}?(?P<grant>(?:{forms_of('grant')})(?:为|金额为|每人|每户|每人每月|每年)?)$"
    )


_MONEY = ("元", "万元", "亿元")
_LONGEST_LEAD = 12


def _limited(match: re.Match[str], text: str, previous: Quantity | None) -> Quantity | None:
    operator = _limit(match)
    aim = bool(match["aim"])
    if operator is None:
        stated = _stated().search(text, max(0, match.start() - _LONGEST_LEAD), match.start())
        share = bool(match["of"]) or match["unit"] in ("%", "‰", "个百分点")
        if stated is None or not (
            (stated["change"] and share) or (stated["grant"] and match["unit"] in _MONEY)
        ):
            return None
        operator = Operator.LTEQ if stated["most"] else Operator.EQ
        aim = bool(stated["change"])
    try:
        value, unit = _amount(match)
    except BadNumeral:
        return None
    if match["included"]:  # 超过90平方米（含90平方米）
        operator = _WITH_NUMBER.get(operator, operator)
    elif match["excluded"]:  # 8000万元（不含）以下
        operator = _WITHOUT_NUMBER.get(operator, operator)
    bare = match.start() in (match.start("number"), match.start("part") - 3)
    follows = previous is not None and bare and _closes(text, previous, match, operator)
    return Quantity(operator, value, unit, aim, *match.span(), follows=follows)


def _closes(text: str, lower: Quantity, match: re.Match[str], operator: Operator) -> bool:
    """Whether a value is the other bound of the one before: 一万元以上十万元以下."""
    floors, caps = (Operator.GTEQ, Operator.GT), (Operator.LTEQ, Operator.LT)
    return (
        lower.operator in floors
        and operator in caps
        and _BETWEEN.fullmatch(text, lower.end, match.start()) is not None
    )


def _each(match: re.Match[str]) -> Iterator[Quantity]:
    """Yield the values of a limit that 分别 shares out; none where one is not understood."""
    operator = _limit(match)
    items = list(_item().finditer(match["items"]))
    unit = items[-1]["unit"] if items else None
    if operator is None or unit is None:
        return
    try:
        values = [0.5 if item["number"] == "半" else parse_amount(item["number"]) for item in items]
    except BadNumeral:
        return
    for turn, (item, value) in enumerate(zip(items, values, strict=True), start=1):
        first = match.start("items")
        yield Quantity(
            operator, value, item["unit"] or unit, bool(match["aim"]),
            match.start() if turn == 1 else first + item.start(),
            match.end() if turn == len(items) else first + item.end(),
            turn=turn, turns=len(items),
        )  # fmt: skip
