"""Tables that are ruled: which words stand in which cell, told by the lines drawn between them.

What is guaranteed: a table has at least two columns and two rows between its rules; a cell that
no rule divides is one cell, however many columns and rows it covers; every word whose middle lies
inside the table is in exactly one cell.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise, product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_NEAR: Final = 3.0  # points within which two rules touch, or are one
_THIN: Final = 2.0  # points up to which a rectangle is a rule
_SHORTEST: Final = 6.0  # points from which a rule can part two cells
_MOST: Final = 400  # rules of a page; more are a drawing
_COVER: Final = 0.6  # of the side of a cell that a rule must cover to be its wall


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line from ``start`` to ``end``, at ``place`` on the other axis, in points."""

    place: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: its first row and column, and how many of each it covers."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: where its columns and rows begin and end, and the cell at each row and column."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    boxes: Mapping[tuple[int, int], Box]

    def box_at(self, x: float, y: float) -> Box | None:
        """Return the cell in which a point lies."""
        return self.boxes.get((bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1))

    def row(self, number: int) -> list[Box]:
        """Return the cells that begin in a row, from left to right."""
        found = (self.boxes[number, column] for column in range(len(self.xs) - 1))
        return [box for box in dict.fromkeys(found) if box.row == number]


def rule_of(x0: float, y0: float, x1: float, y1: float) -> tuple[Rule | None, Rule | None]:
    """Return a stroke, or the box of a thin rectangle, as a horizontal or as a vertical rule."""
    width, height = abs(x1 - x0), abs(y1 - y0)
    if height <= _THIN and width >= _SHORTEST:
        return Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)), None
    if width <= _THIN and height >= _SHORTEST:
        return None, Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1))
    return None, None


def grids(horizontal: Iterable[Rule], vertical: Iterable[Rule]) -> Iterator[Grid]:
    """Yield the tables that the rules of a page make, from top to bottom."""
    across, down = _merged(horizontal), _merged(vertical)
    if len(across) + len(down) > _MOST:
        return
    for rows, columns in _touching(across, down):
        ys, xs = _places(rows), _places(columns)
        if len(ys) > 2 and len(xs) > 2:  # noqa: PLR2004 - two rows and two columns have three
            yield Grid(xs, ys, _boxes(xs, ys, rows, columns))


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Join the pieces of one rule: cells are often drawn one by one."""
    lines: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.place):
        if not lines or rule.place - lines[-1][0].place > _NEAR:
            lines.append([])
        lines[-1].append(rule)
    merged = []
    for line in lines:
        place = line[0].place
        start = end = None
        for rule in sorted(line, key=lambda rule: rule.start):
            if start is None or end is None or rule.start > end + _NEAR:
                if start is not None and end is not None:
                    merged.append(Rule(place, start, end))
                start, end = rule.start, rule.end
            end = max(end, rule.end)
        if start is not None and end is not None:
            merged.append(Rule(place, start, end))
    return merged


def _touching(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Group the rules that touch each other, one group a table."""
    group = list(range(len(across) + len(down)))

    def root(each: int) -> int:
        while group[each] != each:
            group[each] = group[group[each]]
            each = group[each]
        return each

    for i, row in enumerate(across):
        for j, column in enumerate(down, len(across)):
            if _covers(row, column.place) and _covers(column, row.place):
                group[root(j)] = root(i)
    found: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for each, rule in enumerate([*across, *down]):
        found.setdefault(root(each), ([], []))[each >= len(across)].append(rule)
    return sorted(found.values(), key=lambda table: min((r.place for r in table[0]), default=0))


def _covers(rule: Rule, place: float) -> bool:
    return rule.start - _NEAR <= place <= rule.end + _NEAR


def _places(rules: Sequence[Rule]) -> tuple[float, ...]:
    places: list[float] = []
    for rule in sorted(rules, key=lambda rule: rule.place):
        if not places or rule.place - places[-1] > _NEAR:
            places.append(rule.place)
    return tuple(places)


def _boxes(
    xs: tuple[float, ...], ys: tuple[float, ...], across: list[Rule], down: list[Rule]
) -> dict[tuple[int, int], Box]:
    """Return the cells: from its first corner each grows to the right and down to a wall."""
    boxes: dict[tuple[int, int], Box] = {}
    wide, high = list(pairwise(xs)), list(pairwise(ys))
    for row, column in product(range(len(high)), range(len(wide))):
        if (row, column) in boxes:
            continue
        right, below = column + 1, row + 1
        while (
            right < len(wide)
            and (row, right) not in boxes
            and not _is_wall(down, xs[right], *high[row])
        ):
            right += 1
        while below < len(high) and not _is_wall(across, ys[below], *wide[column]):
            below += 1
        box = Box(row, column, below - row, right - column)
        boxes |= dict.fromkeys(product(range(row, below), range(column, right)), box)
    return boxes


def _is_wall(rules: Iterable[Rule], place: float, start: float, end: float) -> bool:
    covered = sum(
        max(min(rule.end, end) - max(rule.start, start), 0.0)
        for rule in rules
        if abs(rule.place - place) <= _NEAR
    )
    return covered >= _COVER * (end - start)
