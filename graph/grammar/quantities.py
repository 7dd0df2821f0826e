"""Measured values: a number with its unit, and the words that make it a floor or a cap."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.numerals import CHINESE, BadNumeral, parse_numeral
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

    ``aim`` tells that a word of an aim (提高到, 保持在) stands before it.
    """

    operator: Operator
    value: float
    unit: str
    aim: bool
    start: int
    end: int


@cache
def forms_of(key: str) -> str:
    """Return a pattern of the written forms of a concept of ``measure-words``, longest first."""
    forms = lexicon.concepts("measure-words")[key].written
    return "|".join(sorted(map(re.escape, forms), key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    units = "|".join(map(re.escape, lexicon.scheme("units")))
    ahead = "|".join(f"{_DENIED.get(key, '')}(?P<{key}>{forms_of(key)})" for key in _AHEAD)
    return re.compile(
        rf"""
        (?:(?P<aim>{forms_of("aim")})[ ]?)?
        (?:(?:{ahead})[ ]?)?
        (?P<number>(?<![\d.])\d+(?:[,，]\d{{3}})*(?:\.\d+)?(?:万|亿)?
                  |[{CHINESE}]{{1,8}}|半(?=年))[ ]?
        (?P<unit>{units})(?!之[{CHINESE}])(?:/(?P<per>[\u4e00-\u9fff]{{1,2}}?)(?=[以及，。；、（）的]|$))?
        (?:(?P<behind_gteq>{forms_of("behind-gteq")})|(?P<behind_lteq>{forms_of("behind-lteq")}))?
        """,
        re.VERBOSE,
    )


_SCALE = {"万": 10_000, "亿": 100_000_000}


def _value(written: str) -> float:
    if written == "半":
        return 0.5
    if written[0].isdigit():
        scale = _SCALE.get(written[-1], 1)
        return float(re.sub(r"[,，万亿]", "", written)) * scale
    return float(parse_numeral(written))


def find_quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Yield the limited or aimed-at values between the offsets; a bare number is none.

    >>> found = find_quantities("居住5年以上、社保满二年", 0, 12)
    >>> [(q.operator.value, q.value, q.unit) for q in found]
    [('gteq', 5.0, '年'), ('gteq', 2.0, '年')]
    >>> [q.operator.value for q in find_quantities("产值突破100亿元，补贴最高可达500元", 0, 20)]
    ['gt', 'lteq']
    """
    for match in _pattern().finditer(text, start, end):
        ahead = next((key for key in _AHEAD if match[key]), None)
        behind = next((k for k in ("gteq", "lteq") if match[f"behind_{k}"]), None)
        if not (ahead or behind or match["aim"]):
            continue
        try:
            value = _value(match["number"])
        except BadNumeral:
            continue
        aim = bool(match["aim"])
        passed = re.fullmatch(forms_of("gt"), match["aim"] or "")  # 突破100亿元
        operator = Operator(behind or ahead or ("gt" if passed else "eq"))
        unit = match["unit"] + (f"/{match['per']}" if match["per"] else "")
        yield Quantity(operator, value, unit, aim, *match.span())
