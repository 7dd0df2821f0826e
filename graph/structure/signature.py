"""Who signed a letter, and when: the name of the body over the date of issue."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.body_names import body_endings
from graph.grammar.dates import DATE
from graph.structure.lines import Line, is_body_name, is_date

if TYPE_CHECKING:
    from collections.abc import Sequence

# What follows a date that is no signature: 自2016年1月1日起施行, 2016年7月21日印发
_NOT_SIGNED = re.compile(r"[ ]?[起前底至以，。、；内印召通发第]")


@cache
def _signed() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<![^\n])|(?<=[。！）：]))[ ]*"
        rf"(?P<name>[\u4e00-\u9fff]{{2,30}}?{body_endings()})[ ]*(?P<date>{DATE.pattern})",
        re.VERBOSE,
    )


def find_signature(lines: Sequence[Line], text: str, start: int) -> tuple[Line | None, Line] | None:
    """Return the first signature behind ``start``: the body's name, if there, and the date."""
    previous: Line | None = None
    for line in lines:
        if line.end > start:
            if line.start >= start and is_date(line.text):
                name = previous if previous and is_body_name(previous.text) else None
                return name, line
            within = _inside(text, max(line.start, start), line.end)
            if within:
                return within
        previous = line
    return None


def _inside(text: str, start: int, end: int) -> tuple[Line, Line] | None:
    """Return a signature on one line, or in a text that lost its line ends."""
    for match in _signed().finditer(text, start, end):
        if not (match["day"] or match["iso_day"]) or _NOT_SIGNED.match(text, match.end()):
            continue
        return (
            Line(match["name"], match.start("name"), match.end("name")),
            Line(match["date"], match.start("date"), match.end("date")),
        )
    return None
