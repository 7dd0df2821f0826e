"""Rows out of cells that have found their columns, and the labels of the lines between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.grammar.cells import CellForm, number_of
from graph.grammar.numbering import LABEL_AT_START, find_labels
from graph.model import Cell, ColumnKind
from graph.structure.tables.sections import NUMBERED, SECTION_LABEL
from graph.structure.tables.table import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.grammar.numbering import Label
    from graph.model import Column
    from graph.structure.tables.placing import Placed

_STROKES = re.compile(r"[ \t\n|]*\|")
_SECTIONS_OPEN = 2  # levels of sections that the rows below can belong to
_MERGED = (ColumnKind.CATEGORY, ColumnKind.TASK)  # columns whose cells cover several sub-rows


@dataclass(slots=True)
class _Open:
    """A row that is being read."""

    number: str
    start: int
    end: int
    cells: list[Cell] = field(default_factory=list)
    last: int = -1  # column of its last cell


@dataclass(slots=True)
class _Reading:
    text: str
    columns: Sequence[Column]
    rows: list[_Open] = field(default_factory=list)
    sections: list[Label] = field(default_factory=list)
    ahead: list[Cell] = field(default_factory=list)  # cells before the number of their row
    fresh: bool = True  # a section or the heading stands before the next row
    named: list[str] = field(default_factory=list)  # the sections so far, in their words


def rows_of(
    text: str, placed: Sequence[Placed], columns: Sequence[Column]
) -> tuple[list[Row], list[Label]]:
    """Return the rows of a table and the labels of its sections.

    Sub-rows belong to their row; a number that is printed again on each of them counts once. A row
    without a number has that of its place among the rows.
    """
    reading = _Reading(text, columns)
    number_column = next((i for i, c in enumerate(columns) if c.kind is ColumnKind.NUMBER), -1)
    numbered = number_column < 0 and _numbered(placed)
    for index, cell in enumerate(placed):
        token = cell.token
        if cell.section:
            if token.text:
                reading.fresh |= _label(reading, token.start, token.end)
            continue
        number = ""
        if number_column >= 0:
            number = number_of(token.text) or "" if cell.column == number_column else ""
        elif numbered:
            match = NUMBERED.match(token.text) if _heads(cell, placed, index) else None
            number = match["number"] if match else ""
        elif cell.opens and cell.column == 0 and token.form is not CellForm.EMPTY:
            number = str(len(reading.rows) + 1)
        if number:
            _start(reading, number, token.start)
        elif cell.opens and cell.column < number_column:
            _flush(reading)
        _add(reading, cell, before_number=number_column >= 0 and cell.column < number_column)
    _flush(reading)
    for row in reading.rows:
        row.end = max([row.end, *(cell.end for cell in row.cells)])
        behind = _STROKES.match(text, row.end)
        row.end = behind.end() if behind else row.end
    found = [_row(row) for row in reading.rows if row.cells]
    return found, reading.sections


def _heads(cell: Placed, placed: Sequence[Placed], index: int) -> bool:
    """Whether a numbered cell heads its row: it opens it, or stands behind what it belongs to."""
    return cell.opens or (index > 0 and placed[index - 1].opens and cell.column > 0)


def _numbered(placed: Sequence[Placed]) -> bool:
    heads = (c for i, c in enumerate(placed) if _heads(c, placed, i))
    return sum(bool(NUMBERED.match(cell.token.text)) for cell in heads) > 1


def _label(reading: _Reading, start: int, end: int) -> bool:
    """Keep the label of a section (一、治水) and tell whether it is a new one.

    The cell of a section is printed again beside each of its rows, or on each page.
    """
    words = reading.text[start:end]
    labelled = SECTION_LABEL.match(words)
    if labelled and words in reading.named[-_SECTIONS_OPEN:]:
        return False
    reading.named.append(words)
    if labelled:
        found = LABEL_AT_START.match(reading.text, start, end)
        stop = found.end() if found else start
        reading.sections += list(find_labels(reading.text, start, stop))[:1]
    return True


def _start(reading: _Reading, number: str, start: int) -> None:
    """Begin a row, unless its number is that of the row before, printed again."""
    again = reading.rows and not reading.fresh and reading.rows[-1].number == number
    if not again:
        reading.rows.append(_Open(number, start, start))
    reading.fresh = False
    reading.rows[-1].last = -1


def _add(reading: _Reading, cell: Placed, *, before_number: bool) -> None:
    token = cell.token
    column = reading.columns[cell.column]
    if reading.rows and token.text and not before_number:
        reading.rows[-1].end = token.end
    if not token.text or token.form is CellForm.EMPTY or column.kind is ColumnKind.NUMBER:
        return
    if before_number:
        if SECTION_LABEL.match(token.text):
            reading.fresh |= _label(reading, token.start, token.end)
        return
    if not reading.rows:
        return
    row = reading.rows[-1]
    if column.kind in _MERGED and row.last != cell.column and _printed_again(reading, cell):
        row.last = cell.column
        return
    if row.last == cell.column and not cell.opens and row.cells:
        row.cells[-1] = Cell(row.cells[-1].column, row.cells[-1].start, token.end)
    else:
        row.cells.append(Cell(column, token.start, token.end))
    row.last = cell.column


def _printed_again(reading: _Reading, cell: Placed) -> bool:
    """Whether the words stood in the row and column already, for the sub-row before."""
    column = reading.columns[cell.column]
    before = [each for each in reading.rows[-1].cells if each.column == column]
    return bool(before) and reading.text[before[-1].start : before[-1].end] == cell.token.text


def _flush(reading: _Reading) -> None:
    if reading.rows:
        reading.rows[-1].last = -1


def _row(row: _Open) -> Row:
    return Row(row.number, row.start, row.end, tuple(row.cells))
