"""Text that a page holds twice: the print version, the reader for the blind, the mobile view.

The second one may be set otherwise: on one line what stood on many, or the reverse. It is told by
its sentences, which come again in their order with next to nothing between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.structure.lines import Line

# a clause, from its label on
_CLAUSE = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、])?"
    r"(?:[^。；！？，（]+|（(?![一二三四五六七八九十\d]{1,3}）))+"
)
_LONG = 12  # characters; shorter pieces (附件, 特此通知) recur in one text
_FEWEST = 3  # pieces in a row that come again
_SHORTEST = 90  # characters that have to come again
_FURTHEST = 3  # pieces between two that follow each other in the second text
_MOST_NEW = 0.1  # of the characters behind the first repeated piece may be new
_CHUNK = 8  # characters by which a piece is found that was cut otherwise
_MOST_CHUNKS_NEW = 0.4
_MOST_RUNS = 12
_ANCHOR = 14  # characters of the beginning
# the first label of a text, or the address of a letter
_BEGINS = re.compile(
    r"第[一1][编章条]|(?:(?<![^\n])|(?<=[。：]))(?:一、|（一）|1[.、])|(?<![^\n])各[^。]{1,60}："
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A clause without blanks, and the offset at which it begins."""

    words: str
    start: int


def repeated_from(lines: Sequence[Line]) -> int | None:
    """Return the offset from which the text only repeats what stands before, or None.

    It repeats the beginning, with its label or address: a table of tasks repeats the sentences of
    its plan and is none.
    """
    pieces = list(_pieces(lines))
    starts = (_start(lines, pieces, *run) for run in islice(_runs(pieces), _MOST_RUNS))
    return next((start for start in starts if start is not None), None)


def _start(lines: Sequence[Line], pieces: Sequence[_Piece], first: int, place: int) -> int | None:
    """Return where the text begins again whose pieces come again from ``first`` on, if it does."""
    before = _words_before(lines, pieces[first].start)
    tail = pieces[first:]
    seen = {piece.words for piece in pieces[:first]}
    total = sum(len(piece.words) for piece in tail)
    if total < _SHORTEST:
        return None
    new = 0
    for piece in tail:
        if piece.words not in seen and not _is_in(piece, before):
            new += len(piece.words)
        if new > _MOST_NEW * total:
            return None
    head = _words_before(lines, pieces[place].start)
    while first > place + 1 and head and _is_in(pieces[first - 1], head):
        first -= 1
    start = _heading_before(lines, pieces[first].start, head)
    return start if _begins_anew(lines, start) else None


def _pieces(lines: Sequence[Line]) -> Iterator[_Piece]:
    for line in lines:
        clauses = _CLAUSE.finditer(line.text) if len(line.text) >= _LONG else ()
        for match in clauses:
            if match.end() - match.start() < _LONG:
                continue
            words = "".join(match.group().split())
            if len(words) >= _LONG:
                start = match.start() + len(match.group()) - len(match.group().lstrip())
                yield _Piece(words, line.start + start)


def _words_before(lines: Sequence[Line], start: int) -> str:
    before = (line.text[: start - line.start] for line in lines if line.start < start)
    return "".join("".join(words.split()) for words in before)


def _runs(pieces: Sequence[_Piece]) -> Iterator[tuple[int, int]]:
    """Yield the first of some pieces in a row that come again in order, and where it stood."""
    places: dict[str, int] = {}
    run, previous, begun, first, last = 0, -1, -1, 0, 0
    for index, piece in enumerate(pieces):
        place = places.setdefault(piece.words, index)
        if place == index:
            run = run if index - last <= _FURTHEST else 0
            continue
        last = index
        carries_on = run and previous < place <= previous + _FURTHEST
        run, begun, first = (run + 1, begun, first) if carries_on else (1, place, index)
        previous = place
        if run == _FEWEST:
            yield first, begun


def _is_in(piece: _Piece, text: str) -> bool:
    """Whether most of a piece stands in a text, cut otherwise or run together with other words."""
    chunks = [piece.words[at : at + _CHUNK] for at in range(0, len(piece.words), _CHUNK)]
    most, new = _MOST_CHUNKS_NEW * len(chunks), 0
    for chunk in chunks:
        new += chunk not in text
        if new > most:  # a search through the text for each that is left would tell no more
            return False
    return True


def _heading_before(lines: Sequence[Line], start: int, head: str) -> int:
    """Return the offset of the short lines before ``start`` whose words the first text begins with.

    ``head`` is that beginning.
    """
    index = next(i for i, line in enumerate(lines) if line.end > start)
    lead = "".join(lines[index].text[: start - lines[index].start].split())
    if not head.endswith(lead):
        return start
    while index and len(lines[index - 1].text) < 3 * _LONG:
        if "".join(lines[index - 1].text.split()) not in head:
            break
        index -= 1
    return lines[index].start


def _begins_anew(lines: Sequence[Line], start: int) -> bool:
    """Whether the first label of the text, or its address, comes again behind ``start``."""
    first = [line for line in lines if line.start < start]
    labels = (match.start() for line in first if (match := _BEGINS.search(line.text)))
    index = next((i for i, line in enumerate(first) if _BEGINS.search(line.text)), None)
    if index is None:
        return False
    words = first[index].text[next(labels) :] + "".join(x.text for x in first[index + 1 :][:2])
    wanted = "".join(words.split())[:_ANCHOR]
    tail = "".join(
        "".join(line.text[max(0, start - line.start) :].split())
        for line in lines
        if line.end > start
    )
    return wanted in tail
