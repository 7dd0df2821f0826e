r"""Writes the text of a file that is no text, and keeps where each stretch of it came from.

What is guaranteed, whatever the format: a paragraph is one line; a row of a table is one line
with its cells separated by ``\t``; there are no empty lines; every line has an anchor.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from graph.errors import EmptySource, TooLarge
from graph.model import Anchor, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LIMIT: Final = 16_000_000  # code points that a file may unpack to
_INDENT: Final = " \u3000\xa0"  # a tab is no indent: it is an empty first cell
LAYOUT_CELL: Final = 1_500  # characters in a cell from which a table is the frame of a page
_WIDEST: Final = 64  # columns that a merged cell may cover
_FOLLOWED: Final = 256  # columns in which a merged cell reaches down into later rows


@dataclass(slots=True)
class Transcript:
    """The lines written so far and their anchors."""

    name: str
    _parts: list[str] = field(default_factory=list)
    _anchors: list[Anchor] = field(default_factory=list)
    _length: int = 0

    def write(self, pieces: Iterable[tuple[str, str]]) -> Span | None:
        """Write one line of pieces, each with its locator; a line of blanks is left out.

        Returns where the line stands, or None when there was nothing to write.

        Raises:
            TooLarge: the text grows beyond ``LIMIT``.

        """
        kept = _trimmed(pieces)
        if not kept:
            return None
        start = self._length
        for text, locator in kept:
            end = self._length + len(text)
            if locator:
                self._anchor(Span(self._length, end), locator)
            self._parts.append(text)
            self._length = end
        self._parts.append("\n")
        self._length += 1
        if self._length > LIMIT:
            message = f"{self.name}: 文字过长 / the text in it is longer than {LIMIT} characters"
            raise TooLarge(message)
        return Span(start, self._length - 1)

    def _anchor(self, span: Span, locator: str) -> None:
        last = self._anchors[-1] if self._anchors else None
        if last and last.locator == locator and last.span.end == span.start:
            self._anchors[-1] = Anchor(Span(last.span.start, span.end), locator)
        else:
            self._anchors.append(Anchor(span, locator))

    def text(self) -> str:
        """Return all lines, each with its line end.

        Raises:
            EmptySource: none was written.

        """
        if not self._parts:
            message = f"{self.name}: 文件里没有文字 / the file holds no text"
            raise EmptySource(message)
        return "".join(self._parts)

    def anchors(self) -> tuple[Anchor, ...]:
        """Return the anchors in the order of the text."""
        return tuple(self._anchors)


def _trimmed(pieces: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Drop the blanks at both ends of a line; cells before the first full one keep their tabs."""
    kept = [(text, locator) for text, locator in pieces if text]
    while kept and not kept[-1][0].rstrip():
        kept.pop()
    if kept:
        kept[-1] = (kept[-1][0].rstrip(), kept[-1][1])
    while kept and not kept[0][0].lstrip(_INDENT):
        kept.pop(0)
    if kept:
        kept[0] = (kept[0][0].lstrip(_INDENT), kept[0][1])
    return kept


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its pieces, and how many columns and rows it covers."""

    pieces: tuple[tuple[str, str], ...]
    columns: int = 1
    rows: int = 1


def lines_of(rows: Sequence[Sequence[Cell]]) -> list[list[tuple[str, str]]]:
    r"""Return the lines of a table: cells in their columns, ``\t`` between them.

    A merged cell is written where it begins; the columns and rows that it covers stay empty, so
    that the n-th cell of each line is in the n-th column.

    >>> lines_of([[Cell((("甲", "a"),), rows=2), Cell((("乙", "b"),))], [Cell((("丙", "c"),))]])
    [[('甲', 'a'), ('\t', ''), ('乙', 'b')], [('\t', ''), ('丙', 'c')]]
    """
    covered: dict[int, int] = {}  # column -> rows below that a merged cell still covers
    lines = []
    for row in rows:
        line: list[tuple[str, str]] = []
        column = 0
        below: dict[int, int] = {}
        for cell in row:
            while covered.get(column, 0):
                column = _empty(line, column)
            line.extend(cell.pieces)
            for _ in range(min(max(cell.columns, 1), _WIDEST)):
                if cell.rows > 1 and column < _FOLLOWED:
                    below[column] = cell.rows
                column = _empty(line, column)
        while line and line[-1] == ("\t", ""):
            line.pop()
        lines.append(line)
        covered = {n: left - 1 for n, left in (covered | below).items() if left > 1}
    return lines


def _empty(line: list[tuple[str, str]], column: int) -> int:
    line.append(("\t", ""))
    return column + 1
