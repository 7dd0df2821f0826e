"""The source text, line by line and to the character, with everything found in it marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of the text (code points, half-open), and what stands there."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Segment:
    """Words between two cuts; ``kinds`` are those of all marks over them."""

    start: int
    end: int
    words: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source; ``place`` and ``label`` are those of the provision that begins in it."""

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
        place, label = next((begins[s] for s in starts if at <= s <= end), ("", ""))
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
    for start, stop in zip(places, places[1:], strict=False):
        kinds = dict.fromkeys(m.kind for m in marks if m.start <= start and m.end >= stop)
        yield Segment(start, stop, words[start - at : stop - at], tuple(kinds))
