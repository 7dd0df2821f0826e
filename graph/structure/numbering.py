"""Which labels in a text number its provisions, and which only look like it.

A label at the start of a line counts. One inside a line (whole documents come without line ends)
counts when it carries on a sequence, or begins one that goes on. Where a label stands with no mark
before it (健全服务体系（一）发展…) the words before it must be a heading.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.grammar.numbering import Label, find_labels
from graph.model import ProvisionKind as Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

_ORDER = (
    Kind.BOOK, Kind.CHAPTER, Kind.SECTION, Kind.LEVEL1, Kind.ARTICLE, Kind.LEVEL2,
    Kind.LEVEL3, Kind.DECIMAL, Kind.LEVEL4, Kind.LEVEL5,
)  # fmt: skip
_AFTER_SENTENCE = re.compile(r"[。！？；：）”〕 \t]$")
_NO_HEADING = re.compile(r"[。；！？，]")
_LONGEST_HEADING = 45
_SECOND = 2


class _Sequence:
    """The labels accepted so far, as a stack and as the last ordinal of each kind."""

    def __init__(self, order: tuple[Kind, ...]) -> None:
        self.rank = {kind: index for index, kind in enumerate(order)}
        self.stack: list[Label] = []
        self.last: dict[Kind, int] = {}

    def enclosing(self, kind: Kind) -> list[Label]:
        """Return the accepted labels above a label of this kind."""
        return [label for label in self.stack if self.rank[label.kind] < self.rank[kind]]

    def sibling(self, kind: Kind) -> Label | None:
        return next((label for label in self.stack if label.kind is kind), None)

    def follows(self, label: Label) -> bool:
        """Whether the ordinal carries on: after its sibling, or running on across sections."""
        sibling = self.sibling(label.kind)
        if sibling is None and label.ordinal == 1:
            return True
        last = sibling.ordinal if sibling else self.last.get(label.kind, 0)
        return label.ordinal == last + 1

    def accept(self, label: Label) -> None:
        self.stack = [*self.enclosing(label.kind), label]
        self.last[label.kind] = label.ordinal


def _order(labels: Sequence[Label]) -> tuple[Kind, ...]:
    """Articles go above 一、 where a text begins with them, below where it does not."""
    first = next((x.kind for x in labels if x.kind in (Kind.ARTICLE, Kind.LEVEL1)), None)
    if first is not Kind.ARTICLE:
        return _ORDER
    order: list[Kind] = [kind for kind in _ORDER if kind is not Kind.ARTICLE]
    order.insert(order.index(Kind.LEVEL1), Kind.ARTICLE)
    return tuple(order)


def number(text: str, start: int, end: int) -> list[tuple[Label, tuple[Label, ...]]]:
    """Return the labels that number provisions between the offsets, each with those above it."""
    candidates = list(find_labels(text, start, end))
    sequence = _Sequence(_order(candidates))
    accepted: list[tuple[Label, tuple[Label, ...]]] = []
    goes_on = _starts_that_go_on(candidates)
    for index, label in enumerate(candidates):
        previous = accepted[-1][0] if accepted else None
        if _numbers(text, label, sequence, previous, start, goes_on=index in goes_on):
            above = tuple(sequence.enclosing(label.kind))
            sequence.accept(label)
            accepted.append((label, above))
    return accepted


def _starts_that_go_on(labels: Sequence[Label]) -> set[int]:
    """Return the indexes of ordinals 1 that a 2 of their kind follows before the next 1."""
    waiting: dict[Kind, int] = {}
    found: set[int] = set()
    for index, label in enumerate(labels):
        if label.ordinal == 1:
            waiting[label.kind] = index
        elif label.ordinal == _SECOND and label.kind in waiting:
            found.add(waiting[label.kind])
    return found


def _numbers(
    text: str,
    label: Label,
    sequence: _Sequence,
    previous: Label | None,
    start: int,
    *,
    goes_on: bool,
) -> bool:
    before = text[max(0, label.start - 1) : label.start]
    after = previous.end if previous else start
    begins_below = previous is not None and label.start == after and previous.kind is not label.kind
    if label.start == 0 or before == "\n" or label.start == start or begins_below:
        return _at_line_start(label, sequence)
    if label.kind is Kind.DECIMAL:  # inside a line it is a number: 3.5 万
        return False
    carries_on = sequence.follows(label) and (label.ordinal > 1 or goes_on)
    if _AFTER_SENTENCE.search(before):
        return carries_on and not (before == "：" and label.kind is Kind.LEVEL1)
    gap = text[after : label.start]
    heading = len(gap) <= _LONGEST_HEADING and not _NO_HEADING.search(gap)
    return carries_on and heading and "\n" not in gap


def _at_line_start(label: Label, sequence: _Sequence) -> bool:
    """Tell whether a label that starts a line counts: all do but a bare number out of line."""
    if label.kind in (Kind.LEVEL3, Kind.LEVEL4, Kind.LEVEL5, Kind.DECIMAL):
        return label.ordinal == 1 or label.ordinal <= sequence.last.get(label.kind, 0) + 9
    return True
