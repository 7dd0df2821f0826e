"""Words into the lines of a shape. Widths are in em: a Chinese character is 1."""

from __future__ import annotations

import unicodedata
from typing import Final

_WIDE: Final = frozenset("WFA")  # UAX #11; the ambiguous are wide in a Chinese font: “ ” ①
_NARROW: Final = 0.58  # the mean of Latin letters and digits in the usual fonts
_ELLIPSIS: Final = "…"
_NOT_FIRST: Final = frozenset("，。、；：！？）〕》〉”’％,.;:!?)]>%…")  # 行首禁则, GB/T 15834
_NOT_LAST: Final = frozenset("（〔《〈“‘([<")  # 行末禁则, ditto


def width(text: str) -> float:
    """Return how wide a text is."""
    return sum(1 if unicodedata.east_asian_width(c) in _WIDE else _NARROW for c in text)


def wrap(text: str, limit: float, most: int) -> str:
    r"""Return a text in at most ``most`` lines no wider than ``limit``; … tells that it is cut.

    Chinese breaks between any two characters but before a closing mark and behind an opening one,
    other words at blanks. What fits is set in lines of about one length: a single character in the
    last one reads badly.

    >>> wrap("维护进城落户农民“三权”，建立自愿有偿退出机制", 10, 2)
    '维护进城落户农民“三\n权”，建立自愿有偿…'
    >>> wrap("right to contracted land", 9, 2)
    'right to\ncontracted land'
    >>> wrap("农村集体经济组织成员", 9, 3), wrap("印发《办法》通知", 3, 4)
    ('农村集体经\n济组织成员', '印发\n《办\n法》\n通知')
    """
    text = " ".join(text.split())
    lines = _lines(text, limit)
    if len(lines) > most:
        last = lines[most - 1]
        while last and width(last + _ELLIPSIS) > limit:
            last = last[:-1]
        lines = [*lines[: most - 1], last.rstrip() + _ELLIPSIS]
    elif len(lines) > 1:
        lines = _even(text, limit, len(lines))
    return "\n".join(lines)


def _even(text: str, limit: float, count: int) -> list[str]:
    """Return a text in so many lines, the longest as short as it can be."""
    least = width(text) / count
    for narrower in range(int(limit - least) + 1):
        lines = _lines(text, least + narrower)
        if len(lines) == count:
            return lines
    return _lines(text, limit)


def _lines(text: str, limit: float) -> list[str]:
    lines, line = [], ""
    for piece in _pieces(text):
        if line and width(line + piece.rstrip()) > limit:
            lines.append(line.rstrip())
            line = ""
        line += piece
        while len(line) > 1 and width(line.rstrip()) > limit:  # one piece longer than a line
            fits = max(n for n in range(1, len(line)) if n == 1 or width(line[:n]) <= limit)
            lines.append(line[:fits])
            line = line[fits:]
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str) -> list[str]:
    """Return what is not broken: a character with the marks about it, a word with its blank."""
    pieces: list[str] = []
    for character in text:
        before = pieces[-1] if pieces else ""
        wide = unicodedata.east_asian_width(character) in _WIDE
        joins = (
            character in _NOT_FIRST
            or before[-1:] in _NOT_LAST
            or character == " "
            or (not wide and not before.endswith(" ") and width(before[-1:]) < 1)
        )
        if before and joins:
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces
