"""From placed words to lines: what fixed-layout formats (PDF, OFD) leave to the eye.

What is guaranteed: every word stands in a line, lines from top to bottom and words from left to
right; wide gaps become a tab (cells of a table), narrower ones a blank where a reader sees one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_OVERLAP: Final = 0.5  # of the lower of two words that are on one line
_CELL_GAP: Final = 2.5  # ems between two words that make them cells of a table
_BLANK_GAP: Final = 0.8  # ems between wide characters that show as a blank
_LATIN_GAP: Final = 0.2  # ems beside a letter or digit that show as a blank

LATIN: Final = re.compile(r"[!-~À-ɏ]")


@dataclass(frozen=True, slots=True)
class Word:
    """Characters at one place of a page, in points from its top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page."""

    page: int  # 1 for the first
    text: str
    left: float
    top: float
    right: float
    bottom: float
    em: float

    @property
    def locator(self) -> str:
        """Page and box (Media Fragments URI 1.0, points)."""
        box = (self.left, self.top, self.right - self.left, self.bottom - self.top)
        return f"page={self.page}&xywh={','.join(str(round(side)) for side in box)}"

    def holds(self, word: Word) -> bool:
        """Tell whether a word is part of the line."""
        return self.left <= word.left <= self.right and self.top <= word.top <= self.bottom


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size and its lines."""

    width: float
    height: float
    rows: tuple[Row, ...]


def sheet(words: Iterable[Word], page: int, width: float, height: float) -> Sheet:
    """Put the words of a page into lines."""
    return Sheet(width, height, tuple(_row(line, page) for line in _lines(words)))


def _lines(words: Iterable[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    tallest: Word | None = None
    for word in sorted(words, key=lambda word: (word.top + word.bottom, word.left)):
        if tallest is not None and not _beside(tallest, word):
            yield _in_order(line)
            line, tallest = [], None
        line.append(word)
        if tallest is None or word.bottom - word.top > tallest.bottom - tallest.top:
            tallest = word
    if line:
        yield _in_order(line)


def _beside(tallest: Word, word: Word) -> bool:
    """Tell whether a word stands on the line whose tallest word is given: a superscript does."""
    overlap = min(tallest.bottom, word.bottom) - max(tallest.top, word.top)
    lower = min(tallest.bottom - tallest.top, word.bottom - word.top)
    return overlap >= _OVERLAP * lower


def _in_order(line: list[Word]) -> list[Word]:
    """Sort a line, and drop what is drawn twice to look bold."""
    kept: list[Word] = []
    for word in sorted(line, key=lambda word: word.left):
        twice = any(
            word.text == other.text and word.left - other.left < 0.12 * (word.bottom - word.top)
            for other in kept[-2:]
        )
        if not twice or not word.text.strip():
            kept.append(word)
    return kept


def _row(words: list[Word], page: int) -> Row:
    em = _em(words)
    text = words[0].text
    for before, word in pairwise(words):
        gap = (word.left - before.right) / em
        if gap > _CELL_GAP:
            text = text.rstrip() + "\t"
        elif text[-1:].isspace() or word.text[:1].isspace():
            pass
        elif gap > _BLANK_GAP or (gap > _LATIN_GAP and _is_latin(text[-1:], word.text[:1])):
            text += " "
        text += word.text
    seen = [word for word in words if word.text.strip()] or words
    return Row(
        page=page,
        text=text.strip(),
        left=seen[0].left,
        top=min(word.top for word in seen),
        right=max(word.right for word in seen),
        bottom=max(word.bottom for word in seen),
        em=em,
    )


def _em(words: Sequence[Word]) -> float:
    """Return the width of a Chinese character on the line, in points."""
    widths = [
        (word.right - word.left) / len(word.text)
        for word in words
        if word.text.strip() and not LATIN.search(word.text)
    ]
    heights = [word.bottom - word.top for word in words]
    return max(median(widths) if widths else 0.8 * median(heights), 1.0)


def _is_latin(before: str, after: str) -> bool:
    return bool(LATIN.match(before) or LATIN.match(after))
