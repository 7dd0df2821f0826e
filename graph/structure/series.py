"""The labels of a text in their series: which stand beside, above and behind which."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from graph.grammar.numbering import (
    Label,
    find_enumerations,
    find_glued_chapters,
    find_labels,
    find_questions,
    find_slips,
)
from graph.model import ProvisionKind as Kind
from graph.structure.levels import levels_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_BOUNDARY = re.compile(r"[。！？；：）”〕 \t\n]")

Level = tuple[int, int]


class Candidates:
    """All that has the form of a label, in its order, and how each series goes on behind it."""

    def __init__(
        self, text: str, start: int, end: int, unnumbered: Sequence[tuple[int, int]]
    ) -> None:
        """Find the labels between the offsets that stand in no stretch of ``unnumbered``."""
        whole = list(find_labels(text, start, end))
        taken = {offset for label in whole for offset in range(label.start, label.end)}
        whole += [x for x in find_glued_chapters(text, start, end) if x.start not in taken]
        whole += find_questions(text, start, end)
        whole += find_enumerations(text, start, end)
        slips = [slip for slip in find_slips(text, start, end) if slip.start not in taken]
        found = sorted([*whole, *slips], key=lambda label: label.start)
        self.text = text
        self.start = start
        self.labels = _without_lone_enumerations(
            text, [label for label in found if not _within(label.start, unnumbered)]
        )
        self.opened = frozenset(stop for _, stop in unnumbered)  # where text begins behind them
        self._next: list[int | None] = []
        self._goes_on: list[bool] = []
        self._stands_behind: list[bool] = []
        self._look_ahead()

    def _look_ahead(self) -> None:
        """Note for each label what its series holds before it begins anew with 1."""
        behind: dict[tuple[Kind, str], set[int]] = {}
        following: dict[tuple[Kind, str], int] = {}
        for label in reversed(self.labels):
            key = _series_of(label)
            held = behind.setdefault(key, set())
            goes_on = label.ordinal + 1 in held
            self._goes_on.append(goes_on)
            self._stands_behind.append(label.ordinal - 1 in held)
            self._next.append(following.get(key))
            if label.slip and not goes_on:
                continue
            if label.ordinal == 1:
                held.clear()
            held.add(label.ordinal)
            following[key] = label.ordinal
        for noted in (self._next, self._goes_on, self._stands_behind):
            noted.reverse()

    def begins(self, label: Label) -> bool:
        """Whether a label begins the text, or stands behind what ends something."""
        first = label.start in (0, self.start)
        return first or bool(_BOUNDARY.match(self.text, label.start - 1))

    def next_ordinal(self, index: int) -> int | None:
        """Return the ordinal of the next label of the same series."""
        return self._next[index]

    def goes_on(self, index: int) -> bool:
        """Whether the next ordinal follows in the series before it begins anew."""
        return self._goes_on[index]

    def stands_behind(self, index: int) -> bool:
        """Whether the ordinal before this one only follows behind it."""
        return self._stands_behind[index]


class Series:
    """The labels accepted so far, as a stack and as the last ordinal of each level."""

    def __init__(self, candidates: Candidates) -> None:
        """Begin with no label accepted; the candidates tell the order of the levels."""
        order = levels_of(candidates.labels, candidates.begins)
        self._rank = {kind: index for index, kind in enumerate(order)}
        self._items = _items(candidates.labels)
        self._parts = _parts_are_decimal(candidates)
        self._last: dict[Level, int] = {}
        self.stack: list[Label] = []

    def _level(self, label: Label) -> Level:
        """Return how deep a label stands: 1.1.1 below 1.1, and a 1. that 1.1 holds below both.

        Where the parts of a text are 1 and 1.1, a （一） stands below these.
        """
        if label.kind is Kind.DECIMAL:
            return self._rank[label.kind], label.printed.count(".")
        if label.start in self._items and any(held.kind is Kind.DECIMAL for held in self.stack):
            return self._rank[Kind.DECIMAL], _DEEPEST  # a decimal may have been refused
        if label.kind is Kind.LEVEL2 and self._parts:
            return self._rank[Kind.DECIMAL], _DEEPEST - 1
        return self._rank[label.kind], 0

    def enclosing(self, label: Label) -> list[Label]:
        """Return the accepted labels above ``label``."""
        level = self._level(label)
        return [
            held
            for held in self.stack
            if self._level(held) < level and not _other_number(held, label)
        ]

    def sibling(self, label: Label) -> Label | None:
        """Return the label on the stack that ``label`` would stand beside."""
        level = self._level(label)
        for held in self.stack:
            if self._level(held) == level:
                decimal = label.kind is Kind.DECIMAL
                return held if not decimal or parent_number(held) == parent_number(label) else None
        return None

    def last_of(self, label: Label) -> int:
        """Return the last ordinal of the label's level, wherever that stood, or 0."""
        return self._last.get(self._level(label), 0)

    def follows(self, label: Label) -> bool:
        """Whether the ordinal carries on: after its sibling, or running on across sections."""
        sibling = self.sibling(label)
        if sibling is None and label.ordinal == 1:
            return True
        return label.ordinal == (sibling.ordinal if sibling else self.last_of(label)) + 1

    def accept(self, label: Label) -> None:
        """Put ``label`` below those that enclose it."""
        self.stack = [*self.enclosing(label), label]
        self._last[self._level(label)] = label.ordinal


_DEEPEST = 9
_FEWEST_PARTS = 3
_CITED = (Kind.ARTICLE, Kind.SECTION, Kind.CHAPTER, Kind.BOOK)


def parent_number(label: Label) -> str:
    """Return the number that a decimal stands below.

    >>> parent_number(next(find_labels("2.1.3 响应", 0, 8)))
    '2.1'
    """
    return label.printed.rpartition(".")[0]


def _other_number(held: Label, label: Label) -> bool:
    """Whether a decimal says by its own number that it does not stand below ``held``."""
    if label.kind is not Kind.DECIMAL or held.kind not in (Kind.DECIMAL, Kind.LEVEL3):
        return False
    return not label.printed.startswith(f"{held.printed}.")


def _without_lone_enumerations(text: str, labels: Sequence[Label]) -> list[Label]:
    """Return the labels without each 一是 that opens no series of paragraphs.

    It opens one where 二是 follows at the start of a line and nothing numbered between them.
    """
    runs: list[list[Label]] = []
    goes_on = False
    for label in labels:
        if label.kind is not Kind.ENUMERATED:
            before = text[max(0, label.start - 1) : label.start]
            within = before != "\n" and (label.kind in _CITED or not _BOUNDARY.match(before))
            goes_on &= within or label.slip
        elif goes_on and label.ordinal == runs[-1][-1].ordinal + 1:
            runs[-1].append(label)
        else:
            goes_on = label.ordinal == 1
            runs += [[label]] if goes_on else []
    kept = {label.start for run in runs if len(run) > 1 for label in run}
    return [x for x in labels if x.kind is not Kind.ENUMERATED or x.start in kept]


def _series_of(label: Label) -> tuple[Kind, str]:
    return label.kind, parent_number(label) if label.kind is Kind.DECIMAL else ""


def _within(offset: int, stretches: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(stretches, offset, key=lambda stretch: stretch[0]) - 1
    return at >= 0 and offset < stretches[at][1]


def _parts_are_decimal(candidates: Candidates) -> bool:
    """Whether a text is parted by 1 and 1.1, with no 一、 or （一） before the first of them."""
    top = (Kind.LEVEL1, Kind.LEVEL2, Kind.ARTICLE)
    labels = candidates.labels
    decimals = [label.start for label in labels if label.kind is Kind.DECIMAL]
    if len(decimals) < _FEWEST_PARTS:
        return False
    before = (label for label in labels if label.start < decimals[0] and label.kind in top)
    return not any(candidates.begins(label) for label in before)


def _items(labels: Sequence[Label]) -> frozenset[int]:
    """Return the offsets of the 1. 2. that decimals hold, in a text whose chapters are 1 2 3."""
    chapters = _chapters(labels)
    if not chapters:
        return frozenset()
    found: set[int] = set()
    chapter = item = 0
    for label in labels:
        if label.kind is not Kind.LEVEL3:
            item = 0
        elif label.start in chapters or item + 1 != label.ordinal == chapter + 1:
            chapter, item = label.ordinal, 0
        else:
            found.add(label.start)
            item = label.ordinal
    return frozenset(found)


def _chapters(labels: Sequence[Label]) -> frozenset[int]:
    """Return the offsets of the numbers n below which a decimal n.1 stands."""
    latest: dict[str, int] = {}
    found: set[int] = set()
    for label in labels:
        if label.kind is Kind.LEVEL3:
            latest[label.printed] = label.start
        elif label.kind is Kind.DECIMAL and label.ordinal == 1 and parent_number(label) in latest:
            found.add(latest[parent_number(label)])
    return frozenset(found)
