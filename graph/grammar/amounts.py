"""Amounts as official texts write them: 1.5万亿, 五千万, 两千四百五, 1,050.5; a value or a refusal.

What is not understood is refused, and never read as some part of it: 十几万, 三五年, 数百.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from graph.grammar.numerals import CHINESE, DIGITS, BadNumeral

_DIGIT = {character: value for value, character in enumerate(DIGITS)} | {"〇": 0, "两": 2}
_DIGITS = "".join(_DIGIT)
# The forms that cannot be altered (会计基础工作规范, 52), and the traditional ones.
_PLAIN = str.maketrans(
    "壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億兩點", "一二二三三四五六六七八九十百千万亿两点"
)
NUMERAL: Final = f"{CHINESE}亿壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億兩"
_ARABIC = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
# Longest first: 万亿 and 万万 are 亿 of 万, as 四万万 is.
_SCALES = (("亿", 100_000_000), ("万", 10_000))
_SMALL = (("千", 1000), ("百", 100), ("十", 10))
AMOUNT: Final = (
    rf"(?:(?:{_ARABIC})(?:[千百]?(?:万亿|万万|万|亿)(?:\d[千百万]?)*|千(?![克米瓦帕卡伏升])|百(?!分))?"
    rf"|[{NUMERAL}]{{1,16}}(?:[点點][{_DIGITS}]{{1,6}})?)"
)
_SHORTEST_YEAR = 4  # 二〇二一: digits alone are a year, or a telephone's; 三五 is three or five


def parse_amount(written: str) -> float:
    """Return the value of an amount.

    Raises:
        BadNumeral: it is none, or could mean two values.

    >>> [parse_amount(t) for t in ("1.5万亿", "五千万", "两千四百五", "一万三", "1,050.5")]
    [1500000000000.0, 50000000.0, 2450.0, 13000.0, 1050.5]

    """
    text = re.sub("[,，]", "", written.translate(_PLAIN)).replace("万万", "亿")
    whole, point, fraction = text.partition("点")
    if point:
        if not fraction or any(c not in _DIGIT or c == "两" for c in fraction):
            raise _bad(written)
        digits = "".join(str(_DIGIT[c]) for c in fraction)
        return float(_scaled(whole, written) + Decimal(f"0.{digits}"))
    return float(_scaled(text, written))


def _scaled(text: str, written: str) -> Decimal:
    for mark, size in _SCALES:
        before, found, behind = text.rpartition(mark)
        if found:
            if not before:
                raise _bad(written)
            return _scaled(before, written) * size + _rest(behind, size, written)
    return _section(text, written)


def _rest(behind: str, size: int, written: str) -> Decimal:
    """Return what stands behind a unit: 三 in 一万三 is thousands, 零三 in 一万零三 is units."""
    if not behind:
        return Decimal(0)
    if behind in _DIGIT:
        return Decimal(_DIGIT[behind] * size // 10)
    value = _scaled(behind.lstrip("零〇"), written)
    if value >= size:
        raise _bad(written)
    return value


def _section(text: str, written: str) -> Decimal:
    """Return the value of what stands below 万: 两千四百五, 十六, 5千4百, 25.5."""
    if re.fullmatch(r"\d+(?:\.\d+)?", text):
        return Decimal(text)
    if not text:
        raise _bad(written)
    if not any(mark in text for mark, _ in _SMALL):
        return Decimal(_digits(text, written))
    total, rest, lowest = Decimal(0), text.lstrip("零〇"), 10_000
    padded = rest != text
    for mark, size in _SMALL:
        before, found, behind = rest.partition(mark)
        if not found:
            continue
        total += _count(before, mark, written, first=rest is text or padded) * size
        rest, lowest, padded = behind.lstrip("零〇"), size, behind.startswith(("零", "〇"))
    if not rest:
        return total
    if rest not in _DIGIT and not (rest.isdecimal() and len(rest) == 1):
        raise _bad(written)
    last = _DIGIT.get(rest, int(rest) if rest.isdecimal() else 0)
    short = lowest > 10 and not padded  # noqa: PLR2004 - behind 十 a digit is units: 二十五
    return total + (last * lowest // 10 if short else last)


def _count(before: str, mark: str, written: str, *, first: bool) -> Decimal:
    """Return how many of a unit: one digit before it, or none before the 十 of 十六."""
    if not before and mark == "十" and first:
        return Decimal(1)
    if _DIGIT.get(before):
        return Decimal(_DIGIT[before])
    if re.fullmatch(r"\d+(?:\.\d+)?", before):
        return Decimal(before)
    raise _bad(written)


def _digits(text: str, written: str) -> int:
    if any(c not in _DIGIT for c in text) or 1 < len(text) < _SHORTEST_YEAR:
        raise _bad(written)
    return int("".join(str(_DIGIT[c]) for c in text))


def _bad(written: str) -> BadNumeral:
    return BadNumeral(f"no amount: {written!r}")
