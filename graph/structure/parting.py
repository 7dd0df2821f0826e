"""Several documents in one file: where the next one begins.

Told by the form of a letter alone: behind the signature of one document, another number alone on
its line, with a title beside it and an address line close behind it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.grammar.dates import BEGINS, DATE
from graph.grammar.document_numbers import find_numbers
from graph.structure.lines import Line, is_body_name, is_date, salutation
from graph.structure.titles import CHARACTERS, is_title, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMERAL = re.compile(r"\d{1,3}[.、]?|[一二三四五六七八九十]{1,3}、?")
_HEAD_LINES = 8  # between a number and the address line
_TITLE_LINES = 4


def part(lines: Sequence[Line], text: str, known: frozenset[str]) -> list[Sequence[Line]]:
    """Return the lines of each document in a file, in their order."""
    lines = [piece for line in lines for piece in _at_day(line)]
    starts = [0]
    number, signed = "", False
    for index, line in enumerate(lines):
        signed |= is_date(line.text)
        alone = _lone_number(line, text, known)
        if not alone or alone == number:
            continue
        if number and signed and _addressed(lines[index + 1 : index + 1 + _HEAD_LINES]):
            starts.append(_title_start(lines, index))
            signed = False
        number = alone
    return [lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _at_day(line: Line) -> list[Line]:
    """Part a line in which the day of a letter stands before the title of the next document."""
    day = DATE.match(line.text) if line.text.startswith(BEGINS) else None
    if day is None or not is_date(day.group()):
        return [line]
    title = line.text[day.end() :].lstrip()
    begin = line.end - len(title)
    if begin <= line.start + day.end() or not is_title(title):
        return [line]
    return [Line(day.group(), line.start, line.start + day.end()), Line(title, begin, line.end)]


def _lone_number(line: Line, text: str, known: frozenset[str]) -> str:
    """Return the document number that a line consists of, or an empty string."""
    found = next(find_numbers(text, line.start, line.end, known), None)
    if found is None or found.end - found.start < len(line.text.strip("（） ")):
        return ""
    return found.text


def _addressed(lines: Sequence[Line]) -> bool:
    return any(salutation(line.text) for line in lines)


def _can_be_title(text: str) -> bool:
    return CHARACTERS.fullmatch(text) is not None and not is_date(text) and not is_body_name(text)


def _title_start(lines: Sequence[Line], index: int) -> int:
    """Return the first line of the title before a number, or the number's own line."""
    for count in range(_TITLE_LINES, 0, -1):
        run = lines[max(index - count, 0) : index]
        if all(_can_be_title(line.text) for line in run) and is_title(joined(run)):
            return _numeral_start(lines, index - len(run))
    return index


def _numeral_start(lines: Sequence[Line], start: int) -> int:
    """Return the line of the numeral that a collection puts above a title, or the title's own."""
    return start - 1 if start and _NUMERAL.fullmatch(lines[start - 1].text) else start
