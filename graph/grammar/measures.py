"""An amount with its unit, or a share in words: 1.5万亿元, 百分之七十, 一吨半, 35微克/立方米."""

from __future__ import annotations

import re
from functools import cache

from graph.grammar.amounts import AMOUNT, NUMERAL, parse_amount
from graph.grammar.cues import firsts
from ontology import lexicon

_SHARE_OF = {"百": "%", "千": "‰", "万": "‱"}


@cache
def units() -> str:
    """Return a pattern of the written units."""
    return lexicon.alternatives("units")


@cache
def value_pattern() -> str:
    """Return a pattern of an amount with its unit, or of a share in words."""
    return rf"""
        (?:(?<![\d{NUMERAL}])(?P<of>[百千万])分之(?P<part>{AMOUNT})(?![ ]?[{NUMERAL}点點])
          |(?<![\d.{NUMERAL}點点])(?P<tenths>[一二两三四五六七八九]|\d(?:\.\d)?)成(?=以[上下内]|[，。；、）的]|$)
          |(?<![\d.{NUMERAL}點点第几之A-Za-z+^/])(?<![之分点點][ ])(?<!数(?=[{NUMERAL}]))
           (?P<number>{AMOUNT}|半)[ ]?
           (?:个(?P<and_half>半)(?=(?:月|小时|学期)))?
           (?P<unit>{units()})(?<!\d月(?=[\d底末初上中下份]))(?<!人(?=民))
           (?![ ]{{0,2}}之[ ]{{0,2}}[{NUMERAL}\d])
           (?P<half>半(?!数|个|径|年))?
           (?:(?<=元)(?P<tenth>[一二三四五六七八九\d])[角毛](?:(?P<cent>[一二三四五六七八九\d])分)?)?
           (?:[/／](?P<per>(?:{units()}|[\u4e00-\u9fff]{{1,2}}?)
              (?:[ ]?[·•/／][ ]?[\u4e00-\u9fff]{{1,2}}?)?(?=[以及，。；、（）的和或标左]|$)))?
          |(?<![\d.{NUMERAL}點点第几之A-Za-z+^/])(?P<plain>{AMOUNT})
           (?=以[上下内]|及以[上下]|左右|（|的|[，。；、]|$)
        )"""


@cache
def can_be_value() -> re.Pattern[str]:
    """Return the cheap question of a stretch: does a numeral stand before what can be its unit?

    It says yes of all that :func:`value_pattern` finds, and no of 统一规划, 第三方 and 一是.
    """
    behind = firsts(lexicon.written("units")) + "分成个以及左（的，。；、"
    return re.compile(rf"[\d{NUMERAL}半][ ]?(?:[{behind}\n]|$)")


def amount_of(match: re.Match[str]) -> tuple[float, str]:
    """Return the value and the unit of a match; raises BadNumeral for what is not understood."""
    if match["of"]:
        return parse_amount(match["part"]), _SHARE_OF[match["of"]]
    if match["plain"]:
        return parse_amount(match["plain"]), ""
    if match["tenths"]:
        return round(parse_amount(match["tenths"]) * 10, 6), "%"
    value = 0.5 if match["number"] == "半" else parse_amount(match["number"])
    if match["half"] or match["and_half"]:
        value += 0.5
    value += 0.1 * _small(match["tenth"]) + 0.01 * _small(match["cent"])
    unit = ("个" if match["and_half"] else "") + match["unit"]
    return round(value, 6), unit + (f"/{match['per'].replace(' ', '')}" if match["per"] else "")


def _small(written: str | None) -> float:
    return parse_amount(written) if written else 0.0


def number_at(match: re.Match[str]) -> int:
    """Return where an amount begins."""
    if match["of"]:
        return match.start("of")
    return next(match.start(key) for key in ("tenths", "number", "plain") if match[key])
