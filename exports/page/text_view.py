"""The source text, line by line and to the character, with everything found in it marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of the text (code points, half-open), what stands there, and what that leads to."""

    start: int
    end: int
    kind: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words between two cuts; ``kinds`` are those of all marks over them.

    ``target`` is what the shortest of the marks that lead somewhere leads to.
    """

    start: int
    end: int
    words: str
    kinds: tuple[str, ...]
    target: str = ""

    def cut(self, start: int, end: int) -> Segment:
        """Return what of it lies between two offsets in it."""
        words = self.words[start - self.start : end - self.start]
        return replace(self, start=start, end=end, words=words)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source, with the IRI and the label of the provision that begins in it."""

    segments: tuple[Segment, ...]
    place: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The text of one document. ``index`` is the one by which evidence on the page names it."""

    index: int
    document: str
    name: str
    title: str
    lines: tuple[Line, ...]


def marked_lines(
    text: str, marks: Iterable[Mark], begins: Mapping[int, tuple[str, str]]
) -> tuple[Line, ...]:
    """Return the lines of a text; ``begins`` are the provisions (IRI, label) by their offset."""
    ordered = sorted(marks)
    starts = sorted(begins)
    lines, at, first = [], 0, 0
    for words in text.split("\n"):
        end = at + len(words)
        while first < len(ordered) and ordered[first].end <= at:
            first += 1
        inside = [mark for mark in _from(ordered, first, end) if mark.end > at]
        begun = starts[bisect_left(starts, at) : bisect_right(starts, end)]
        place, label = begins[begun[0]] if begun else ("", "")
        lines.append(Line(tuple(_segments(words, at, inside)), place, label))
        at = end + 1
    return tuple(lines)


def _from(ordered: Sequence[Mark], first: int, end: int) -> Iterator[Mark]:
    for index in range(first, len(ordered)):
        if ordered[index].start >= end:
            return
        yield ordered[index]


def _segments(words: str, at: int, marks: Sequence[Mark]) -> Iterator[Segment]:
    """Cut a line wherever a mark begins or ends."""
    end = at + len(words)
    cuts = {at, end}
    for mark in marks:
        cuts |= {max(mark.start, at), min(mark.end, end)}
    places = sorted(cuts)
    for start, stop in pairwise(places):
        over = [mark for mark in marks if mark.start <= start and mark.end >= stop]
        leading = sorted((m.end - m.start, m.target) for m in over if m.target)
        yield Segment(
            start,
            stop,
            words[start - at : stop - at],
            tuple(dict.fromkeys(mark.kind for mark in over)),
            leading[0][1] if leading else "",
        )
