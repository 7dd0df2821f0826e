"""The values of one limit that 分别 shares out among several measures, in their order.

Forms read::

    分别不少于60万、40万、5万元            one unit, behind the last
    分别达到70%和50%以上                   one word of limit
    分别为16%、9%                          a change, a floor or a cap of each
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.amounts import AMOUNT, parse_amount
from graph.grammar.limits import limit_of, words_ahead
from graph.grammar.measure_words import forms_of
from graph.grammar.measures import units
from graph.grammar.numerals import BadNumeral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Operator


@dataclass(frozen=True, slots=True)
class SharedValue:
    """One of ``turns`` values; ``number`` is where it is written, ``aim`` tells of an aim word."""

    operator: Operator
    value: float
    unit: str
    start: int
    end: int
    number: int
    turn: int
    turns: int
    aim: bool


@cache
def _pattern() -> re.Pattern[str]:
    item = rf"(?:{AMOUNT}|半)(?:{units()})?"
    return re.compile(
        rf"""分别[为要需应须不少于]{{0,3}}?(?:(?P<aim>{forms_of("aim")}|{forms_of("change")})[ ]?)?
        (?:(?:{words_ahead()})[ ]?)?
        (?P<items>(?:{item}[ ]?[、，和][ ]?){{1,12}}{item})
        (?:(?P<behind_gteq>{forms_of("behind-gteq")})|(?P<behind_lteq>{forms_of("behind-lteq")}))?
        """,
        re.VERBOSE,
    )


@cache
def _item() -> re.Pattern[str]:
    return re.compile(rf"(?P<number>{AMOUNT}|半)(?P<unit>{units()})?")


def shared_values(text: str, start: int, end: int) -> Iterator[tuple[SharedValue, ...]]:
    """Yield the values behind each 分别 between the offsets; none where one is not understood."""
    if "分别" not in text[start:end]:
        return
    for match in _pattern().finditer(text, start, end):
        if several := tuple(_each(match)):
            yield several


def _each(match: re.Match[str]) -> Iterator[SharedValue]:
    operator = limit_of(match)
    items = list(_item().finditer(match["items"]))
    unit = items[-1]["unit"] if items else None
    if operator is None or unit is None:
        return
    try:
        values = [0.5 if item["number"] == "半" else parse_amount(item["number"]) for item in items]
    except BadNumeral:
        return
    first = match.start("items")
    for turn, (item, value) in enumerate(zip(items, values, strict=True), start=1):
        yield SharedValue(
            operator, value, item["unit"] or unit,
            match.start() if turn == 1 else first + item.start(),
            match.end() if turn == len(items) else first + item.end(),
            number=first + item.start(), turn=turn, turns=len(items), aim=bool(match["aim"]),
        )  # fmt: skip
