"""Where the heading row of a table stands, in whatever layout it is set, and its columns.

Layouts read::

    序号<TAB>重点任务<TAB>责任单位                 cells of a line: tabs, strokes, blanks
    序号 / 重点任务 / 责任单位                     a heading a line, with or without empty lines
    完成 / 时限                                    one heading over two lines
    序号重点任务牵头单位配合单位完成时限           nothing between the headings
    责任单位 over 牵头单位<TAB>配合单位            a second row that splits the columns of the first
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from graph.grammar.cells import CellForm, form_of, number_of
from graph.grammar.columns import (
    bearer_beginnings,
    bearer_headings,
    can_head,
    column_of,
    columns_of,
    heading_beginnings,
    spelled,
)
from graph.grammar.cues import led
from graph.model import Column, ColumnKind
from graph.structure.tables.tokens import Layout, has_strokes, is_rule, parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.structure.tables.tokens import SetText

_MOST: Final = 14  # columns
_FEWEST: Final = 2
_WINDOW: Final = 40  # characters around a heading of those who answer


@dataclass(frozen=True, slots=True)
class Heading:
    """The columns of a table and their layout (None where nothing parts them).

    The heading row stands between ``start`` and ``end``, on ``lines`` lines; ``last`` is the last
    one of headings set a line each.
    """

    columns: tuple[Column, ...]
    layout: Layout | None
    start: int
    end: int
    lines: int
    last: tuple[tuple[int, int], ...] = ()


def heading_at(text: SetText, lines: Sequence[tuple[int, int]], index: int) -> Heading | None:
    """Return the heading row that begins with a line, if one does."""
    start, end = lines[index]
    for layout in _layouts(text, start, end):
        cells = [text.text[a:b] for a, b in parts(text, start, end, layout)]
        columns = columns_of(cells) if len(cells) >= _FEWEST else None
        if columns:
            found = Heading(columns, layout, start, end, 1)
            return _split_below(text, lines, index, found) or found
    return _a_line_each(text, lines, index) or run_together(text.text, start, end)


def _layouts(text: SetText, start: int, end: int) -> list[Layout]:
    words = text.text[start:end]
    if has_strokes(words):
        return [Layout.STROKES]
    if "\t" in words:
        return [Layout.TABS]
    return [Layout.WIDE_BLANKS, Layout.BLANKS] if " " in words else []


def _split_below(
    text: SetText, lines: Sequence[tuple[int, int]], index: int, above: Heading
) -> Heading | None:
    """Return the heading with the columns into which a second row splits those of the first."""
    if index + 1 >= len(lines) or above.layout not in (Layout.TABS, Layout.STROKES):
        return None
    start, end = lines[index + 1]
    if above.layout not in _layouts(text, start, end):
        return None
    below = [text.text[a:b] for a, b in parts(text, start, end, above.layout)]
    if is_rule(text.text[start:end]) or not all(not cell or can_head(cell) for cell in below):
        return None
    if not all(not cell or column_of(cell) for cell in below) or not any(below):
        return None
    if any(form_of(cell) in (CellForm.NUMBER, CellForm.NAMES, CellForm.TERM) for cell in below):
        return None
    columns = list(above.columns)
    columns += [Column("", ColumnKind.OTHER)] * (len(below) - len(columns))
    for place, cell in enumerate(below):
        told = column_of(cell) if cell else None
        if told:
            columns[place] = told
    return replace(above, columns=tuple(columns), end=end, lines=2)


def _a_line_each(text: SetText, lines: Sequence[tuple[int, int]], index: int) -> Heading | None:
    """Return the heading row that has a line, or a paragraph, for each heading."""
    if column_of(text.text[slice(*lines[index])]) is None:
        return None
    columns: list[Column] = []
    at = index
    while at < len(lines) and at - index < _MOST:
        words = text.text[slice(*lines[at])]
        if not can_head(words) or form_of(words) in (CellForm.NUMBER, CellForm.TERM):
            break
        following = text.text[slice(*lines[at + 1])] if at + 1 < len(lines) else ""
        told = column_of(words)
        broken = column_of(words + following) if told is None and following else None
        if told is None and broken is None and not _goes_on(following):
            break
        columns.append(told or broken or Column(words, ColumnKind.OTHER))
        at += 2 if broken else 1
    columns = list(columns_of(column.heading for column in columns) or ())
    if not columns:
        return None
    apart = all(
        text.apart(one[1], other[0])
        for one, other in zip(lines[index : at - 1], lines[index + 1 : at], strict=True)
    )
    layout = Layout.PARAGRAPHS if apart and not text.every_line_apart() else Layout.LINES
    last = (lines[at - 1],)
    return Heading(tuple(columns), layout, lines[index][0], last[0][1], at - index, last)


def _goes_on(following: str) -> bool:
    """Whether a heading that the scheme does not have is followed by one, or by the first row."""
    return bool(following) and (column_of(following) is not None or number_of(following) == "1")


@cache
def _glued() -> re.Pattern[str]:
    """Three headings of columns or more without a mark between them."""
    return re.compile(led(heading_beginnings(), rf"(?:{spelled()}){{3,{_MOST}}}"))


@cache
def _one_glued() -> re.Pattern[str]:
    return re.compile(led(heading_beginnings(), spelled()))


@cache
def _first_letters() -> re.Pattern[str]:
    """Return what no row of headings is without: how those of who answers begin."""
    return re.compile("[" + "".join(sorted(bearer_beginnings())) + "]")


def run_together(text: str, start: int, end: int) -> Heading | None:
    """Return the heading row whose headings stand in a line without anything between them.

    Searched is around the headings of those who answer; letters may be set apart by blanks.
    """
    if not _first_letters().search(text, start, end):
        return None
    words = text[start:end].replace(" ", "").replace("\t", "")
    if not bearer_headings().search(words):
        return None
    places = [i for i in range(start, end) if text[i] not in " \t"]
    at = last = 0
    while answering := bearer_headings().search(words, at):
        at = answering.end()
        if at + _WINDOW <= last:
            continue  # what stands around it has been looked at
        first, last = max(0, answering.start() - _WINDOW), answering.end() + _WINDOW
        for match in _glued().finditer(words, first, last):
            found = list(_one_glued().finditer(words, match.start(), match.end()))
            told = [column_of(each.group()) for each in found]
            begin = next((i for i, c in enumerate(told) if c and c.kind is ColumnKind.NUMBER), 0)
            columns = columns_of(each.group() for each in found[begin:])  # before it: the title
            if columns and any(column.kind is ColumnKind.AGENCY for column in columns):
                stop = places[match.end() - 1] + 1
                return Heading(columns, None, places[found[begin].start()], stop, 1)
    return None
