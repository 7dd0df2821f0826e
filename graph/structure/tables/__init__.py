"""Tables of tasks: rows that are provisions, with cells that say who answers and by when.

A heading row is found in whatever layout it is set (:mod:`heading_row`), the lines below it are cut
into cells (:mod:`tokens`), the cells find their columns by what they look like (:mod:`placing`),
and rows are made of them (:mod:`rows`). A table without anything between its cells is read by its
numbers and the language of its cells (:mod:`run_together`). What cannot be told is left unread.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.grammar.cells import CellForm, number_of
from graph.grammar.columns import columns_of
from graph.model import Column, ColumnKind
from graph.structure.lines import is_date
from graph.structure.tables.heading_row import heading_at
from graph.structure.tables.placing import REWARD, place
from graph.structure.tables.rows import rows_of
from graph.structure.tables.run_together import read_run_together
from graph.structure.tables.table import Row, Table
from graph.structure.tables.tokens import SetText, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model import FoldedText
    from graph.structure.tables.heading_row import Heading
    from graph.structure.tables.placing import Placed
    from graph.structure.tables.tokens import Layout, Token

__all__ = ["Row", "Table", "find_tables"]

_MOST_MISFIT: Final = 0.35  # a cell; every third one is broken or out of place
_MOST_WRONG: Final = 0.2  # of the cells of those who answer, the share that can be no names
_FEWEST_SHOWN: Final = 2
_MOST_LINES: Final = 4000
_DROPPED: Final = 0.3  # what it costs to take a heading for something else
_LIKE_WORDS: Final = (ColumnKind.TASK, ColumnKind.CATEGORY, ColumnKind.OTHER)
_STOP = re.compile(
    r"(?:注|备注|说明|附注|填表说明)[ ]?\d{0,2}[：:]|注[ ]?\d{1,2}[.、]"
    r"|附\s*(?:件|表|录)\s*\d{0,2}[：:]?$|附件[：:]"
    r"|抄\s*送|抄\s*报|主\s*送|（此件|第[一二三四五六七八九十百]{1,4}[章条]|主办单位[：:]|联系人[：:]"
)


def find_tables(folded: FoldedText, source: str, start: int, end: int) -> Iterator[Table]:
    """Yield the tables between two offsets of a folded text, in their order."""
    text = SetText(folded, source)
    lines = text.lines(start, end)
    index = 0
    while index < len(lines):
        heading = heading_at(text, lines, index)
        tables = _tables(text, lines, index, heading) if heading else []
        if not tables:
            index += 1
            continue
        yield from tables
        stop = tables[-1].end
        while index < len(lines) and lines[index][1] <= stop:
            index += 1
        if index < len(lines) and lines[index][0] < stop:
            lines[index] = (stop, lines[index][1])


def _tables(
    text: SetText, lines: Sequence[tuple[int, int]], index: int, heading: Heading
) -> list[Table]:
    """Return the table below a heading row, and what is left of it unread."""
    if heading.layout is None:
        behind = [line for line in lines[index : index + _MOST_LINES] if line[1] > heading.end]
        table = read_run_together(text.text, heading, _before_stop(text, behind))
        return [table] if table else []
    first = index + heading.lines
    below = _before_stop(text, lines[first : first + _MOST_LINES])
    printed = [_bare(text.text[slice(*line)]) for line in lines[index:first]]
    body = _without_repeated_headings(text, below, printed, heading.layout)
    layout, best = heading.layout, None
    for lines_more, columns in _readings(heading):
        tokens = tokens_of(text, [*lines_more, *body], layout)
        numbered = _with_numbers(columns, tokens, parted=layout.parted)
        placed, cost = place(tokens, numbered, layout)
        cost += _DROPPED * (len(heading.columns) - len(columns))
        if best is None or cost < best.cost:
            best = _Placing(cost, placed, numbered, tokens, layout)
    return list(_told(text, heading, best)) if best else []


@dataclass(frozen=True, slots=True)
class _Placing:
    """One reading of a table's cells, and what it costs."""

    cost: float
    placed: Sequence[Placed]
    columns: tuple[Column, ...]
    tokens: Sequence[Token]
    layout: Layout

    def misfit(self) -> float:
        """Return how ill its cells go with their columns, a cell: 0 where each one fits."""
        return self.cost / len(self.placed) + REWARD if self.placed else 0.0


def _told(text: SetText, heading: Heading, reading: _Placing) -> Iterator[Table]:
    """Yield the table as far as it is told, and the rest of it."""
    rows, sections = rows_of(text.text, reading.placed, reading.columns)
    last = int(rows[-1].number) if rows and rows[-1].number.isdecimal() else 0
    rest = reading.tokens[len(reading.placed) :]
    if not rows or reading.misfit() > _MOST_MISFIT or _wrong(reading) > _MOST_WRONG:
        rest, last = reading.tokens, 0
    else:
        yield Table(heading.start, rows[-1].end, tuple(rows), tuple(sections))
    end = _end_of_rest(rest, reading.columns, last, parted=reading.layout.parted)
    if end:
        yield Table(rest[0].start if last else heading.start, end, read=False)


def _end_of_rest(
    rest: Sequence[Token], columns: Sequence[Column], last: int, *, parted: bool
) -> int | None:
    """Return where cells end that no reading has a column for, or None where none are left.

    Left are lines of as many cells, and what the next numbers stand before.
    """
    if not rest or all(column.kind is not ColumnKind.AGENCY for column in columns):
        return None
    if parted:
        end, count = None, 0
        for token, following in zip(rest, [*rest[1:], None], strict=True):
            count += 1
            if following is None or following.begins:
                if count < min(_FEWEST_SHOWN + 1, len(columns)):
                    return end
                end, count = token.end, 0
        return end
    numbers = {int(n): token for token in rest if (n := _alone(token)) and n.isdecimal()}
    if not {last + 1, last + 2} <= set(numbers):
        return None
    while last + 1 in numbers:
        last += 1
    return numbers[last].end


def _readings(
    heading: Heading,
) -> Iterator[tuple[Sequence[tuple[int, int]], tuple[Column, ...]]]:
    """Yield the columns, and the heading's lines that may be cells of the first row instead.

    Of headings set a line each the first may be the title, and the last the first cell.
    """
    yield (), heading.columns
    if heading.layout is None or heading.layout.parted:
        return
    for first, last in ((1, 0), (0, 1), (1, 1)):
        columns = heading.columns[first : len(heading.columns) - last]
        dropped = (*heading.columns[:first], *heading.columns[len(heading.columns) - last :])
        if any(column.kind not in _LIKE_WORDS for column in dropped):
            continue
        if columns_of(column.heading for column in columns):
            yield heading.last if last else (), columns


def _before_stop(text: SetText, lines: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Return the lines up to what certainly stands below a table: notes, an annex, copies to."""
    for index, (start, end) in enumerate(lines):
        words = text.text[start:end]
        if _STOP.match(words) or is_date(words):
            return lines[:index]
    return lines


def _without_repeated_headings(
    text: SetText, lines: Sequence[tuple[int, int]], printed: Sequence[str], layout: Layout
) -> list[tuple[int, int]]:
    """Return the lines without the heading row where it is printed again on the next page."""
    if layout.parted:
        return [line for line in lines if _bare(text.text[slice(*line)]) not in printed]
    found, index, count = list(lines), 0, len(printed)
    while index + count <= len(found):
        if [_bare(text.text[slice(*line)]) for line in found[index : index + count]] == printed:
            del found[index : index + count]
        else:
            index += 1
    return found


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _with_numbers(
    columns: tuple[Column, ...], tokens: Sequence[Token], *, parted: bool
) -> tuple[Column, ...]:
    """Return the columns with one for the rows' numbers, which may stand without a heading."""
    if any(column.kind is ColumnKind.NUMBER for column in columns):
        return columns
    numbers = [int(n) for token in tokens if (n := _alone(token)) and n.isdecimal()]
    if not {1, 2} <= set(numbers):
        return columns
    if not parted:
        return (Column("", ColumnKind.NUMBER), *columns)
    place = _place_of_numbers(tokens, len(columns))
    if 0 <= place < len(columns) and columns[place].kind in (ColumnKind.OTHER, ColumnKind.CATEGORY):
        numbered = Column(columns[place].heading, ColumnKind.NUMBER)
        return (*columns[:place], numbered, *columns[place + 1 :])
    longest = max((place for place, _ in _places(tokens)), default=0) + 1
    covered = _place_of_numbers(tokens, longest)  # the first cells, where a heading covers several
    if covered == 0 < longest - len(columns) or 0 < covered == longest - len(columns) - 1:
        first = [Column("", ColumnKind.CATEGORY)] * covered
        return (*first, Column("", ColumnKind.NUMBER), *columns)
    return columns


def _place_of_numbers(tokens: Sequence[Token], width: int) -> int:
    """Return the place at which most numbers stand, or -1: in whole lines, where these have any.

    A line that lacks the first cell, which is merged with the one above, has all a place before.
    """
    places: list[int] = []
    in_whole_lines: list[int] = []
    of_line: list[int] = []
    for index, (at, token) in enumerate(_places(tokens)):
        of_line = [] if token.begins else of_line
        if token.form is CellForm.NUMBER:
            of_line.append(at)
        if index + 1 == len(tokens) or tokens[index + 1].begins:
            places += of_line
            in_whole_lines += of_line if at + 1 == width else []
    found = in_whole_lines or places
    return max(set(found), key=found.count) if found else -1


def _alone(token: Token) -> str | None:
    return number_of(token.text) if token.form is CellForm.NUMBER else None


def _places(tokens: Sequence[Token]) -> Iterator[tuple[int, Token]]:
    """Yield the cells with their places in their lines."""
    place = 0
    for token in tokens:
        place = 0 if token.begins else place + 1
        yield place, token


def _wrong(reading: _Placing) -> float:
    """Return the share of the cells of those who answer that can be no names."""
    answering = [
        cell.token.form
        for cell in reading.placed
        if not cell.section
        and reading.columns[cell.column].kind is ColumnKind.AGENCY
        and cell.token.form is not CellForm.EMPTY
    ]
    if len(answering) < _FEWEST_SHOWN:
        return 0.0
    wrong = (CellForm.SENTENCE, CellForm.NUMBER, CellForm.TERM)
    return sum(form in wrong for form in answering) / len(answering)
