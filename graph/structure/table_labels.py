"""The rows of tables among the provisions of a work: their labels, and the words around them.

A row is numbered below what its table stands in, and never below a line that parts its rows::

    三、任务分工 / 序号 … / 一、治水 / 1 …        三, 三一, 三1
    附件 任务分工表 / 序号 … / 一、治水 / 1 …     附件/一, 附件/1
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from graph.grammar.numbering import Label
from graph.model import ProvisionKind as Kind
from graph.structure.units import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.structure.tables import Row, Table
    from graph.structure.units import Unit

Numbered = tuple[Label, tuple[Label, ...]]
_ORDER = {Kind.LEVEL1: 0, Kind.LEVEL2: 1}  # of the labels that part the rows of a table
_DIGITS = (Kind.LEVEL3, Kind.DECIMAL)


def with_rows(labels: Sequence[Numbered], tables: Sequence[Table]) -> list[Numbered]:
    """Return the labels with those of the rows of tables, each with those above it."""
    found = list(labels)
    for table in tables:
        before = [pair for pair in labels if pair[0].start < table.start]
        above = _enclosing(before[-1]) if before else ()
        found += [(_row_label(row), above) for row in table.rows]
        inside: list[Label] = []
        for section in table.sections:
            inside = [each for each in inside if _ORDER[each.kind] < _ORDER[section.kind]]
            found.append((section, (*above, *inside)))
            inside.append(section)
    return sorted(found, key=lambda pair: pair[0].start)


def _enclosing(pair: Numbered) -> tuple[Label, ...]:
    """Return the labels below which the rows of a table behind this one are numbered.

    A row 1 below 三1 would read like 三11: it stands below 三.
    """
    return tuple(label for label in (*pair[1], pair[0]) if label.kind not in _DIGITS)


def _row_label(row: Row) -> Label:
    ordinal = int(row.number) if row.number.isdecimal() else 0
    return Label(Kind.ROW, ordinal, row.number, row.start, row.start + len(row.number))


def words_around_rows(
    text: str, units: Sequence[Unit], tables: Sequence[Table], end: int
) -> list[tuple[int, int]]:
    """Give the words between and below rows to the units they belong to; return those of none.

    What names the rows behind it without a numeral (治水), or again behind a page break, belongs to
    the first of them, which begins with it; what stands below a table to the unit that it stands
    in.
    """
    closing: list[tuple[int, int]] = []
    for table in tables:
        inside = [unit for unit in units if table.start <= unit.start < table.end]
        for unit, following in pairwise(inside):
            if unit.cells and following.cells:
                between = _words(text, unit.end, following.start)
                if between and text[between[0][0] - 1] not in "\n\t|":  # the end of the row before
                    unit.own += between
                    unit.end = max(unit.end, between[0][1])
                    continue
                following.own += between
                following.start = min(start for start, _ in (*between, *following.own))
        last = inside[-1] if inside else None
        if last is None or not last.cells:
            continue
        stop = min((unit.start for unit in units if unit.start > last.start), default=end)
        below = _words(text, last.end, stop)
        if last.parent is None:
            closing += below
        elif below:
            last.parent.own += below
            last.parent.end = max(last.parent.end, below[-1][1])
    return closing


def _words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretch of the words between two offsets, if there are any."""
    found = [(a, b) for a, b in paragraphs(text, start, end) if any(c.isalnum() for c in text[a:b])]
    return [(found[0][0], found[-1][1])] if found else []
