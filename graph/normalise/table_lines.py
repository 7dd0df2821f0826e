"""Which line ends are the ends of cells: those of tables that are set a cell, or a row, a line.

Told by the headings of the columns, and below these by what the lines look like::

    序号 / 工作任务 / 责任单位 / 1 / 推进清淤，确保畅通 / 市水利局      a cell a line
    the same with an empty line between the cells                       only there a cell ends
    | 序号 | 工作任务 | 责任单位 |                                      a row a line
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from graph.grammar.cells import CellForm, form_of
from graph.grammar.columns import column_of, columns_of
from graph.normalise.cuts import cuts_a_word

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST: Final = 14  # columns
_FEWEST: Final = 2
_SECTIONS: Final = 2  # lines between two rows that name what the rows below belong to
_WITHOUT: Final = 12  # lines without a number, a name or a time in them end a table
_OPENING, _CLOSING = "（《〈〔“", "）》〉〕”"
_STOP: Final = re.compile(
    r"附\s*(?:件|表|录)\s*\d{0,2}[：:]?$|(?:注|备注|说明)[：:]|抄\s*送|第[一二三四五六七八九十百]{1,4}[章条]"
)
_CELLS: Final = frozenset({CellForm.EMPTY, CellForm.NUMBER, CellForm.NAMES, CellForm.TERM})

_BEHIND_NAMES: Final = frozenset({CellForm.NUMBER, CellForm.TERM})


def cell_ends(lines: Sequence[str], apart: Sequence[bool], full: Sequence[bool] = ()) -> list[bool]:
    """Tell of each line whether it certainly ends with a cell of a table.

    ``apart`` tells of each whether an empty line stands behind it, ``full`` whether it runs to the
    margin of its text, so that the margin may have ended it.
    """
    ends = [line.count("|") >= _FEWEST for line in lines]
    for index, line in enumerate(lines[1:], start=1):
        ends[index - 1] |= line.count("|") >= _FEWEST
    every_apart = all(apart[:-1])  # empty lines between all lines end no cells
    index = 0
    while index < len(lines):
        if _parted_headings(lines[index]):
            while any(" " in line for line in lines[index : index + _SECTIONS + 1]):
                ends[index] = True
                index += 1
            continue
        below = _below_headings(lines, index)
        if below is None:
            index += 1
            continue
        spaced = all(apart[index : below - 1]) and not every_apart
        ends[index:below] = [True] * (below - index)
        index = _mark_body(lines, apart if spaced else (), full, below, ends)
    return ends


def _parted_headings(line: str) -> bool:
    """Whether blanks part the headings of columns in a line."""
    return " " in line and columns_of(line.split(" ")) is not None


def _below_headings(lines: Sequence[str], index: int) -> int | None:
    """Return the line below headings of columns that stand a line each from here on."""
    if column_of(lines[index]) is None:
        return None
    best = None
    for count in range(_FEWEST, min(_MOST, len(lines) - index) + 1):
        if not _is_short(lines[index + count - 1]):
            break
        if columns_of(lines[index : index + count]):
            best = index + count
    return best


def _is_short(line: str) -> bool:
    return len(line) <= 2 * _MOST and form_of(line) in (CellForm.SHORT, CellForm.NAMES)


def _mark_body(
    lines: Sequence[str],
    apart: Sequence[bool],
    full: Sequence[bool],
    index: int,
    ends: list[bool],
) -> int:
    """Mark the cells below headings, by ``apart`` if any; return the line behind the table."""
    without = 0
    while index < len(lines) and without <= _WITHOUT and not _STOP.match(lines[index]):
        here = form_of(lines[index]) in _CELLS
        without = 0 if here else without + 1
        if apart:
            ends[index] = apart[index]
        elif index + 1 < len(lines):
            following = form_of(lines[index + 1])
            whole = not _is_open(lines[index]) and not cuts_a_word(lines[index], lines[index + 1])
            if full and full[index]:  # the margin may have ended it, or else its last words
                whole &= following in _BEHIND_NAMES or lines[index].endswith("。")
            ends[index] |= whole and (here or following in _CELLS)
        index += 1
    return index


def _is_open(line: str) -> bool:
    """Whether a bracket stands open at the end of a line, or a list goes on behind it."""
    depth = sum((c in _OPENING) - (c in _CLOSING) for c in line)
    return depth > 0 or line.endswith(("、", "，", "和", "及", "与"))
