"""Lower documents follow the order of the higher one: insertions, merges and splits leave it alone.

Pairs of clauses that are each other's best are anchors, as far as they run in parallel; a clause
between two anchors belongs between their parents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    Table = Sequence[Sequence[float]]


def anchors(scores: Table) -> list[tuple[int, int]]:
    """Return the heaviest run of mutually best pairs that is in parallel in both documents.

    >>> anchors([[0.9, 0.1, 0.0], [0.0, 0.1, 0.8], [0.1, 0.4, 0.0], [0.0, 0.0, 0.1]])
    [(0, 0), (1, 2)]
    """
    pairs = _mutually_best(scores)
    runs: list[tuple[float, int | None]] = []
    for at, (row, column) in enumerate(pairs):
        before = [other for other in range(at) if pairs[other][1] < column]
        last = max(before, key=lambda other: runs[other][0], default=None)
        runs.append((scores[row][column] + (0.0 if last is None else runs[last][0]), last))
    chosen: list[tuple[int, int]] = []
    at_end = max(range(len(runs)), key=lambda run: runs[run][0], default=None)
    while at_end is not None:
        chosen.append(pairs[at_end])
        at_end = runs[at_end][1]
    return chosen[::-1]


def _mutually_best(scores: Table) -> list[tuple[int, int]]:
    if not scores or not scores[0]:
        return []
    columns = range(len(scores[0]))
    best_row = [max(range(len(scores)), key=lambda row: scores[row][c]) for c in columns]
    pairs = []
    for row, line in enumerate(scores):
        column = max(columns, key=line.__getitem__)
        if line[column] > 0 and best_row[column] == row:
            pairs.append((row, column))
    return pairs


def displacements(scores: Table) -> list[list[float]]:
    """Return how far each pair stands outside its anchors, as a share (0 to 1) of the parent."""
    if not scores or not scores[0]:
        return [[] for _ in scores]
    width = len(scores[0])
    fixed = anchors(scores)
    table = []
    for row in range(len(scores)):
        low = max((column for at, column in fixed if at <= row), default=0)
        high = min((column for at, column in fixed if at >= row), default=width - 1)
        table.append([max(low - c, c - high, 0) / width for c in range(width)])
    return table
