"""How much the words of two units of two versions are alike, and in which order they stand.

A likeness is the weighted share (0 to 1) of the 2-grams of both that both have; a 2-gram weighs the
more the fewer units have it. Pairs that share next to nothing are left out.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from heapq import nlargest
from typing import TYPE_CHECKING, Final

from graph.align.similarity import weights

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from graph.align.passages import Clause
    from graph.align.similarity import Weights

_UNSAID: Final = 20.0  # weight of about six terms, so that few words in common tell little
_LEAST: Final = 0.08
_ANCHOR: Final = 0.5  # likeness of two units that are the same beyond doubt
_AHEAD: Final = 0.1  # by how much, of the next best on both sides


@dataclass(frozen=True, slots=True)
class Likeness:
    """The likeness of old units (rows) and new ones (columns), by row and by column."""

    weights: Weights
    rows: tuple[Mapping[int, float], ...]
    columns: tuple[Mapping[int, float], ...]

    def ahead(self, taken: Anchors) -> Rivals:
        """Return the best of every unit among those of the other side that are not taken."""
        return Rivals(
            tuple(_best(row, taken.news) for row in self.rows),
            tuple(_best(column, taken.olds) for column in self.columns),
        )


@dataclass(frozen=True, slots=True)
class Rivals:
    """The best likeness of each unit and the next best, each with whose it is, best first."""

    rows: tuple[tuple[tuple[float, int], ...], ...]
    columns: tuple[tuple[tuple[float, int], ...], ...]

    def margin(self, row: int, column: int, alike: float) -> float:
        """Return how far a pair is ahead of the next best of both of its units."""
        of_row = (value for value, at in self.rows[row] if at != column)
        of_column = (value for value, at in self.columns[column] if at != row)
        return alike - max(next(of_row, 0.0), next(of_column, 0.0))


def _best(those: Mapping[int, float], taken: Container[int]) -> tuple[tuple[float, int], ...]:
    free = ((value, at) for at, value in those.items() if at not in taken)
    return tuple(nlargest(2, free))


@dataclass(frozen=True, slots=True)
class Anchors:
    """Pairs of old and new units that are beyond doubt, all in one order."""

    pairs: tuple[tuple[int, int], ...]
    olds: Mapping[int, int]
    news: Mapping[int, int]

    def fits(self, row: int, column: int) -> bool:
        """Whether a pair is one of them, or neither of its units is in one."""
        return self.olds.get(row, column) == column and self.news.get(column, row) == row

    def encloses(self, row: int, column: int) -> bool:
        """Whether a pair stands between the same anchors on both sides."""
        before = bisect_left(self.pairs, (row, -1))
        behind = bisect_left(self.pairs, (row + 1, -1))
        first = self.pairs[before - 1][1] if before else -1
        return first < column and (behind == len(self.pairs) or column < self.pairs[behind][1])


def likeness(old: Sequence[Clause], new: Sequence[Clause]) -> Likeness:
    """Return the likeness of the units of two versions."""
    weighed = weights((*old, *new))
    of_old, of_new = ([weighed.total(each.grams) for each in side] for side in (old, new))
    holders: dict[str, list[int]] = {}
    for column, unit in enumerate(new):
        for gram in unit.grams:
            holders.setdefault(gram, []).append(column)
    rows: list[dict[int, float]] = []
    columns: list[dict[int, float]] = [{} for _ in new]
    for row, unit in enumerate(old):
        common: dict[int, float] = {}
        for gram in unit.grams:
            for column in holders.get(gram, ()):
                common[column] = common.get(column, 0.0) + weighed.of[gram]
        found = {
            column: 2 * weight / (of_old[row] + of_new[column] + _UNSAID)
            for column, weight in sorted(common.items())
        }
        rows.append({column: alike for column, alike in found.items() if alike >= _LEAST})
        for column, alike in rows[-1].items():
            columns[column][row] = alike
    return Likeness(weighed, tuple(rows), tuple(columns))


def anchors(found: Likeness) -> Anchors:
    """Return the pairs that are alike far beyond any other, as many as stand in one order."""
    rivals = found.ahead(Anchors((), {}, {}))
    pairs = [
        (row, column)
        for row, those in enumerate(found.rows)
        for column, alike in those.items()
        if alike >= _ANCHOR and rivals.margin(row, column, alike) >= _AHEAD
    ]
    kept = in_order(pairs)
    return Anchors(kept, dict(kept), {column: row for row, column in kept})


def in_order(pairs: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return as many pairs as possible that stand in the same order on both sides.

    No two pairs may share a row or a column.

    >>> in_order([(0, 3), (1, 0), (2, 1), (3, 2)])
    ((1, 0), (2, 1), (3, 2))
    """
    ordered = sorted(pairs)
    ends: list[int] = []  # the last column of the best run of each length, and where it ends
    at_end: list[int] = []
    before: list[int] = []
    for at, (_, column) in enumerate(ordered):
        length = bisect_left(ends, column)
        before.append(at_end[length - 1] if length else -1)
        if length == len(ends):
            ends.append(column)
            at_end.append(at)
        else:
            ends[length], at_end[length] = column, at
    kept = []
    at = at_end[-1] if at_end else -1
    while at >= 0:
        kept.append(ordered[at])
        at = before[at]
    return tuple(reversed(kept))
