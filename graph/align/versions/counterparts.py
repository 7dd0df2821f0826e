"""Which unit of an old version became which of the new one: one to one, the whole at its best.

What speaks for a pair is how much of their words both have, how far that is ahead of any rival,
and that they stand between the same neighbours; these make its probability. The last units of both
are each other's where both say when the document comes into force. What has no counterpart may have
been split off another unit, or merged into one: its words are those that the other lost or gained.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from heapq import nlargest
from typing import TYPE_CHECKING, Final

from graph.align.passages import FUNCTIONS
from graph.align.similarity import weights
from graph.align.versions.assignment import assign
from graph.align.versions.likeness import anchors, in_order, likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.align.passages import Clause
    from graph.align.versions.likeness import Anchors, Likeness

# Log odds, set on what a reader found of 48 doubtful pairs of 36 statutes; what is plainly the same
# unit is far above them, what is not far below.
_CONSTANT: Final = -3.45
_ALIKE: Final = 14.0  # for each whole of likeness
_IN_PLACE: Final = 1.1  # between the same neighbours
_AHEAD: Final = 5.0  # for each whole that it is ahead of the next best
_MOST_AHEAD: Final = 0.3
_BOTH_CLOSE: Final = 3.0  # 本办法自…起施行 ends both
_NEARER: Final = 0.001  # of two that are alike to the letter the one that stands nearer
_MOST: Final = 30.0
_TAKEN: Final = 0.35  # share of a unit's words that another one had, or has now
_CLEAR: Final = 0.15  # by how much that is more than of any other
_LOST: Final = 0.3  # share of its words that the other lost to it, or gained by it
_LONG_ENOUGH: Final = 12  # 2-grams
_EFFECT: Final = f"{FUNCTIONS}:effect"


@dataclass(frozen=True, slots=True)
class Counterparts:
    """The pairs of old and new units (by place) with their probabilities, and what else is known.

    ``moved`` are the pairs that stand in another order than the others; ``split`` tells of a new
    unit from which old one it was taken, ``merged`` of an old one which new one took it in.
    """

    pairs: Mapping[tuple[int, int], float]
    moved: frozenset[tuple[int, int]]
    split: Mapping[int, int]
    merged: Mapping[int, int]
    likeness: Likeness


def counterparts(old: Sequence[Clause], new: Sequence[Clause]) -> Counterparts:
    """Return what became of the units of an old version in a new one."""
    alike = likeness(old, new)
    fixed = anchors(alike)
    odds = dict(_odds(alike, fixed))
    last = (len(old) - 1, len(new) - 1)
    if last in odds and _EFFECT in old[-1].concepts & new[-1].concepts:
        odds[last] += _BOTH_CLOSE
    found = assign({pair: value - _distance(pair, last) for pair, value in odds.items()})
    pairs = {pair: _probability(odds[pair]) for pair in sorted(found)}
    return Counterparts(
        pairs,
        frozenset(pairs) - frozenset(in_order(tuple(pairs))),
        dict(_taken(new, old, {b: a for a, b in pairs})),
        dict(_taken(old, new, dict(pairs.keys()))),
        alike,
    )


def _odds(alike: Likeness, fixed: Anchors) -> Iterator[tuple[tuple[int, int], float]]:
    """Yield the log odds of every pair that is no anchor's rival."""
    rivals = alike.ahead(fixed)
    for row, those in enumerate(alike.rows):
        for column, value in those.items():
            if fixed.fits(row, column):
                ahead = rivals.margin(row, column, value)
                place = _IN_PLACE if fixed.encloses(row, column) else 0.0
                told = max(-_MOST_AHEAD, min(_MOST_AHEAD, ahead))
                yield (row, column), _CONSTANT + _ALIKE * value + place + _AHEAD * told


def _distance(pair: tuple[int, int], last: tuple[int, int]) -> float:
    """Return a little for how far apart the two stand: twins go to the nearer."""
    row, column = (at / max(end, 1) for at, end in zip(pair, last, strict=True))
    return _NEARER * abs(row - column)


def _probability(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-_MOST, min(_MOST, odds))))


def _taken(
    lone: Sequence[Clause], others: Sequence[Clause], goes: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield each unit without a counterpart whose words were part of a unit of the other side.

    ``goes`` are the counterparts of the units of ``lone``. Enough of its words stand in one unit
    and in no other (依法追究刑事责任 is in many), and enough of those the counterpart of that one
    does not have.
    """
    weighed = weights((*lone, *others))
    back = {there: here for here, there in goes.items()}
    for at, unit in enumerate(lone):
        if at in goes or len(unit.grams) < _LONG_ENOUGH:
            continue
        shares = ((weighed.share(unit.grams, others[there].grams), there) for there in back)
        best = nlargest(2, shares)
        if not best or best[0][0] < _TAKEN or best[0][0] - best[-1][0] * (len(best) > 1) < _CLEAR:
            continue
        there = best[0][1]
        left = others[there].grams - lone[back[there]].grams
        if weighed.share(unit.grams, left) >= _LOST:
            yield at, there
