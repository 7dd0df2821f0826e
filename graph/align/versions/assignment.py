"""Which of one side goes with which of the other so that the whole gains most, each one once.

The assignment problem, solved by shortest augmenting paths (Kuhn 1955, Munkres 1957; in the form
with potentials) for each connected part of the table by itself: what has no rival needs no search.
Nothing that the project has installed does this without numpy.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NOBODY = -1


def assign(gains: Mapping[tuple[int, int], float]) -> frozenset[tuple[int, int]]:
    """Return the pairs of row and column of greatest total gain; only gains above zero count.

    >>> sorted(assign({(0, 0): 3.0, (0, 1): 2.0, (1, 0): 2.5}))
    [(0, 1), (1, 0)]
    """
    found: set[tuple[int, int]] = set()
    for rows, columns in _parts({pair for pair, gain in gains.items() if gain > 0}):
        found |= {pair for pair in _solve(rows, columns, gains) if gains.get(pair, 0.0) > 0}
    return frozenset(found)


def _parts(pairs: set[tuple[int, int]]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the rows and columns that rival each other, part by part."""
    of_row: dict[int, list[int]] = {}
    of_column: dict[int, list[int]] = {}
    for row, column in sorted(pairs):
        of_row.setdefault(row, []).append(column)
        of_column.setdefault(column, []).append(row)
    seen: set[int] = set()
    for first in of_row:
        if first in seen:
            continue
        rows, columns, open_rows = {first}, set[int](), [first]
        while open_rows:
            for column in of_row[open_rows.pop()]:
                if column not in columns:
                    columns.add(column)
                    new = set(of_column[column]) - rows
                    rows |= new
                    open_rows += new
        seen |= rows
        yield sorted(rows), sorted(columns)


def _solve(
    rows: list[int], columns: list[int], gains: Mapping[tuple[int, int], float]
) -> Iterator[tuple[int, int]]:
    """Yield a best assignment; a row may also go to a column of its own, for nothing."""
    width = len(columns) + len(rows)
    costs = [
        [-max(gains.get((row, column), 0.0), 0.0) for column in columns] + [0.0] * len(rows)
        for row in rows
    ]
    row_of, row_potential, potential = [_NOBODY] * width, [0.0] * len(rows), [0.0] * width
    for row in range(len(rows)):
        _place(row, costs, row_of, (row_potential, potential))
    for column, row in enumerate(row_of[: len(columns)]):
        if row != _NOBODY:
            yield rows[row], columns[column]


def _place(
    row: int, costs: list[list[float]], row_of: list[int], potentials: tuple[list[float], ...]
) -> None:
    """Give a row a column by the cheapest chain of rows that make way for each other."""
    of_row, of_column = potentials
    least, came = [math.inf] * len(row_of), [_NOBODY] * len(row_of)
    chain: dict[int, int] = {}  # columns that were reached, with the row that has each
    here, column = row, _NOBODY
    while True:
        for other, cost in enumerate(costs[here]):
            reduced = cost - of_row[here] - of_column[other]
            if other not in chain and reduced < least[other]:
                least[other], came[other] = reduced, column
        column = min((c for c in range(len(row_of)) if c not in chain), key=least.__getitem__)
        step = least[column]
        of_row[row] += step
        for other, holder in chain.items():
            of_row[holder] += step
            of_column[other] -= step
        least = [far - step for far in least]
        here = row_of[column]
        if here == _NOBODY:
            break
        chain[column] = here
    while came[column] != _NOBODY:
        row_of[column], column = row_of[came[column]], came[column]
    row_of[column] = row
