"""From placed words to lines: what fixed-layout formats (PDF, OFD) leave to the eye.

What is guaranteed: every word stands in a line, lines from top to bottom and words from left to
right; wide gaps become a tab (cells of a table), narrower ones a blank where a reader sees one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from graph.sources.columns import COLUMN_GAP, Columns
from graph.sources.transcript import Cell, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.sources.ruled_table import Box, Grid

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
class Page:
    """What is drawn on a page: its words, and the grids of its ruled tables."""

    number: int  # 1 for the first
    width: float
    height: float
    words: tuple[Word, ...]
    tables: tuple[Grid, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page, or a row of a table on it: then ``cells`` are its pieces.

    ``column`` numbers the column that it stands in: 1 is the page itself.
    """

    page: int  # 1 for the first
    text: str
    left: float
    top: float
    right: float
    bottom: float
    em: float
    cells: tuple[tuple[str, str], ...] = ()
    column: int = 1

    @property
    def locator(self) -> str:
        """Page and box (Media Fragments URI 1.0, points)."""
        return _locator(self.page, self.left, self.top, self.right, self.bottom)

    def holds(self, word: Word) -> bool:
        """Tell whether a word is part of the line."""
        return self.left <= word.left <= self.right and self.top <= word.top <= self.bottom


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size and its lines in the order of reading.

    ``unsure`` says that the page may be set in columns, and was read as if it were not.
    """

    width: float
    height: float
    rows: tuple[Row, ...]
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of a line that no wide space parts, or a table."""

    left: float
    top: float
    right: float
    bottom: float
    words: tuple[Word, ...] = ()
    rows: tuple[Row, ...] = ()


def _locator(page: int, left: float, top: float, right: float, bottom: float) -> str:
    box = (left, top, right - left, bottom - top)
    return f"page={page}&xywh={','.join(str(round(side)) for side in box)}"


def sheet(
    words: Iterable[Word], page: int, width: float, height: float, tables: Iterable[Grid] = ()
) -> Sheet:
    """Put the words of a page into lines, and those inside its ruled tables into their rows."""
    return sheets([Page(page, width, height, tuple(words), tuple(tables))])[0]


def sheets(pages: Sequence[Page]) -> list[Sheet]:
    """Put the words of the pages of a file into lines, and these into the order of reading.

    A page that alone would leave it open is set in columns where others are.
    """
    columns = Columns()
    placed = [(page, list(_placed(page)), _em(page.words)) for page in pages]
    for _, pieces, em in placed:
        columns.blocks(pieces, em)
    return [_sheet(page, columns.blocks(pieces, em), columns) for page, pieces, em in placed]


def _sheet(page: Page, blocks: Sequence[tuple[int, list[_Piece]]], columns: Columns) -> Sheet:
    found: list[Row] = []
    for column, block in blocks:
        lines = _lines(word for piece in block for word in piece.words)
        rows = [_row(line, page.number, column) for line in lines]
        rows += [replace(row, column=column) for piece in block for row in piece.rows]
        found += sorted(rows, key=lambda row: (row.top, row.left))
    return Sheet(page.width, page.height, tuple(found), columns.unsure)


def _placed(page: Page) -> Iterator[_Piece]:
    """Yield what stands on a page: its ruled tables, and the words outside of them."""
    rest = list(page.words)
    for grid in page.tables:
        cells: dict[Box, list[Word]] = {}
        outside: list[Word] = []
        for word in rest:
            box = grid.box_at((word.left + word.right) / 2, (word.top + word.bottom) / 2)
            (outside if box is None else cells.setdefault(box, [])).append(word)
        rest = outside
        rows = tuple(_table(grid, cells, page.number))
        if rows:
            yield _Piece(grid.xs[0], rows[0].top, grid.xs[-1], rows[-1].bottom, rows=rows)
    em = _em(rest)
    for line in _lines(rest):
        yield from _pieces(line, em)


def _pieces(line: Sequence[Word], em: float) -> Iterator[_Piece]:
    """Part a line where a space stands that can be one between columns."""
    words: list[Word] = []
    for word in line:
        if words and word.left - words[-1].right >= COLUMN_GAP * em:
            yield _piece(words)
            words = []
        words.append(word)
    yield _piece(words)


def _piece(words: Sequence[Word]) -> _Piece:
    return _Piece(
        min(word.left for word in words),
        min(word.top for word in words),
        max(word.right for word in words),
        max(word.bottom for word in words),
        words=tuple(words),
    )


def _table(grid: Grid, cells: Mapping[Box, list[Word]], page: int) -> Iterator[Row]:
    """Yield the rows of a table; the lines of a cell are joined."""
    lines: list[list[Cell]] = []
    for number in range(len(grid.ys) - 1):
        lines.append([])
        for box in grid.row(number):
            text = _cell_text(cells.get(box, []), page)
            left, right = grid.xs[box.column], grid.xs[box.column + box.columns]
            top, bottom = grid.ys[box.row], grid.ys[box.row + box.rows]
            piece = (text, _locator(page, left, top, right, bottom))
            lines[-1].append(Cell((piece,) if text else (), box.columns, box.rows))
    for pieces, (top, bottom) in zip(lines_of(lines), pairwise(grid.ys), strict=True):
        text = "".join(text for text, _ in pieces)
        if text.strip():
            yield Row(page, text, grid.xs[0], top, grid.xs[-1], bottom, 1.0, tuple(pieces))


def _cell_text(words: list[Word], page: int) -> str:
    text = ""
    for line in _lines(words):
        row = _row(line, page).text.replace("\t", " ")
        text += " " + row if text and LATIN.match(text[-1]) and LATIN.match(row) else row
    return text


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


def _row(words: list[Word], page: int, column: int = 1) -> Row:
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
        column=column,
    )


def _em(words: Sequence[Word]) -> float:
    """Return the width of a Chinese character on the line, in points."""
    widths = [
        (word.right - word.left) / len(word.text)
        for word in words
        if word.text.strip() and not LATIN.search(word.text)
    ]
    heights = [word.bottom - word.top for word in words] or [1.0]
    return max(median(widths) if widths else 0.8 * median(heights), 1.0)


def _is_latin(before: str, after: str) -> bool:
    return bool(LATIN.match(before) or LATIN.match(after))
