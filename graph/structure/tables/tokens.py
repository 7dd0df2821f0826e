"""The cells that a line is set in, by what parts them: tabs, strokes, blanks, or the line itself.

Layouts told apart::

    1<TAB>河道清淤<TAB>市水利局              tabs; an empty cell is two of them
    | 1 | 河道清淤 | 市水利局 |              strokes (Markdown)
    1  河道清淤  市水利局                    two or more blanks
    1 / 河道清淤 / 市水利局                  a cell a line, or a paragraph between empty lines
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.grammar.cells import CellForm, form_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.model import FoldedText

_RULE = re.compile(r"[|：:\-—+ ]+")  # folding widens the colons of Markdown
_LETTER = re.compile("[\u4e00-\u9fff]")
_FEWEST_STROKES = 2
_LINE_BELOW = re.compile(r"\S[^\S\n]*\n[^\S\n]*\S")  # without an empty line between


class Layout(Enum):
    """What parts the cells of a table."""

    TABS = "tabs"
    STROKES = "strokes"
    WIDE_BLANKS = "wide blanks"
    BLANKS = "blanks"
    LINES = "lines"
    PARAGRAPHS = "paragraphs"

    @property
    def parted(self) -> bool:
        """Whether a row is a line."""
        return self not in (Layout.LINES, Layout.PARAGRAPHS)


@dataclass(frozen=True, slots=True)
class Token:
    """The words of a cell, or of a part of one, by their offsets; some ``begin`` a line."""

    text: str
    start: int
    end: int
    begins: bool
    form: CellForm


@dataclass(frozen=True, slots=True)
class SetText:
    """Folded text with what folding took from between its words: blanks, tabs, empty lines."""

    folded: FoldedText
    source: str

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    def lines(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the offsets of the lines between two offsets that hold anything."""
        found, at = [], start
        for line in self.text[start:end].split("\n"):
            if line.strip():
                found.append((at, at + len(line)))
            at += len(line) + 1
        return found

    def tabs_before(self, start: int) -> int:
        """Return how many empty cells stood at the head of a line before its first word."""
        line = self.source[: self.folded.origin[start]].rpartition("\n")[2][-80:]
        return line.count("\t") if not line.strip() else 0

    def apart(self, one: int, other: int) -> bool:
        """Tell whether an empty line stands between two lines, by the end and the start of them."""
        between = self.source[self.folded.origin[one - 1] : self.folded.origin[other]]
        return len(re.findall(r"\n", between)) > 1

    def every_line_apart(self) -> bool:
        """Tell whether an empty line stands between all lines, so that it says nothing of cells."""
        return _LINE_BELOW.search(self.source) is None

    def wide(self, at: int) -> bool:
        """Tell whether the blank at an offset stood for two or more in the source."""
        if at + 1 >= len(self.folded.origin):
            return False
        run = self.source[self.folded.origin[at] : self.folded.origin[at + 1]]
        return len(run) > 1


def parts(text: SetText, start: int, end: int, layout: Layout) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the cells of a line, empty ones too where the layout shows them."""
    words = text.text
    if layout is Layout.TABS:
        yield from ((start, start) for _ in range(text.tabs_before(start)))
        yield from _split(words, start, end, (i for i in range(start, end) if words[i] == "\t"))
    elif layout is Layout.STROKES:
        first = start + 1 if words[start] == "|" else start
        last = end - 1 if words[end - 1] == "|" and end - 1 > first else end
        yield from _split(words, first, last, (i for i in range(first, last) if words[i] == "|"))
    elif layout in (Layout.WIDE_BLANKS, Layout.BLANKS):
        gaps = (
            i
            for i in range(start, end)
            if words[i] == " " and (layout is Layout.BLANKS or text.wide(i))
        )
        yield from _letters_joined(words, _split(words, start, end, gaps))
    else:
        yield start, end


def _split(words: str, start: int, end: int, marks: Iterable[int]) -> Iterator[tuple[int, int]]:
    at = start
    for mark in (*marks, end):
        first, last = at, mark
        while first < last and words[first] in " \t":
            first += 1
        while last > first and words[last - 1] in " \t":
            last -= 1
        yield first, last
        at = mark + 1


def _letters_joined(words: str, cells: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the cells, a word that is set with blanks between its letters as one."""
    held: list[tuple[int, int]] = []
    for start, end in cells:
        letter = end - start == 1 and _LETTER.match(words, start)
        if held and not letter:
            yield held[0][0], held[-1][1]
            held = []
        if letter:
            held.append((start, end))
        else:
            yield start, end
    if held:
        yield held[0][0], held[-1][1]


def is_rule(words: str) -> bool:
    """Tell whether a line only rules a table off: | --- | --- |."""
    return _RULE.fullmatch(words) is not None


def has_strokes(words: str) -> bool:
    """Tell whether strokes part the cells of a line."""
    return words.count("|") >= _FEWEST_STROKES


def tokens_of(text: SetText, lines: Sequence[tuple[int, int]], layout: Layout) -> list[Token]:
    """Return the cells of the lines of a table's body."""
    found: list[Token] = []
    for start, end in _cells_or_lines(text, lines, layout):
        words = text.text[start:end]
        if layout is Layout.STROKES and is_rule(words):
            continue
        for index, (first, last) in enumerate(parts(text, start, end, layout)):
            piece = text.text[first:last]
            found.append(Token(piece, first, last, index == 0, form_of(piece)))
    return found


def _cells_or_lines(
    text: SetText, lines: Sequence[tuple[int, int]], layout: Layout
) -> Iterator[tuple[int, int]]:
    """Yield the lines, those of one paragraph as one where empty lines part the cells."""
    if layout is not Layout.PARAGRAPHS or not lines:
        yield from lines
        return
    first = lines[0][0]
    for one, other in pairwise(lines):
        if text.apart(one[1], other[0]):
            yield first, one[1]
            first = other[0]
    yield first, lines[-1][1]
