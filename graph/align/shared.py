"""The words that two clauses share: their longest common stretches, as spans of both sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.align.comparison import SharedPassage
from graph.align.masking import BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.align.masking import Masked
    from graph.align.passages import Clause
    from graph.model import Document

_SHORTEST = 4  # characters; 落户 or 居住证 stand everywhere
_MOST = 8  # passages of one pair; the longest are shown


def shared_passages(
    child: Clause, parent: Clause, documents: tuple[Document, Document]
) -> tuple[SharedPassage, ...]:
    """Return the longest shared stretches, in the order of the child."""
    found = []
    for ours in child.sentences:
        for theirs in parent.sentences:
            if len(ours.grams & theirs.grams) < _SHORTEST - 1:
                continue
            found += [
                (length, *_ends(ours.masked, at, length), *_ends(theirs.masked, there, length))
                for at, there, length in common(ours.masked.text, theirs.masked.text)
            ]
    kept: list[tuple[int, int, int, int, int]] = []
    for passage in sorted(found, key=lambda p: (-p[0], p[1:])):
        if len(kept) < _MOST and not any(
            passage[1] < other[2] and other[1] < passage[2] for other in kept
        ):
            kept.append(passage)
    return tuple(
        SharedPassage(documents[0].folded.span(start, end), documents[1].folded.span(first, last))
        for _, start, end, first, last in sorted(kept, key=lambda p: p[1])
    )


def _ends(masked: Masked, at: int, length: int) -> tuple[int, int]:
    return masked.origin[at], masked.origin[at + length - 1] + 1


def common(ours: str, theirs: str) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches (offset, offset there, length) that cannot be made longer.

    >>> list(common("存量优先·带动增量", "坚持存量优先·逐步带动增量"))
    [(0, 2, 4), (5, 9, 4)]
    """
    places: dict[str, list[int]] = {}
    for there in range(len(theirs) - _SHORTEST + 1):
        places.setdefault(theirs[there : there + _SHORTEST], []).append(there)
    at = 0
    while at <= len(ours) - _SHORTEST:
        window = ours[at : at + _SHORTEST]
        if BREAK in window or window not in places:
            at += 1
            continue
        length, there = max((_run(ours, theirs, at, place), -place) for place in places[window])
        yield at, -there, length
        at += length
    return


def _run(ours: str, theirs: str, at: int, there: int) -> int:
    length = 0
    while (
        at + length < len(ours)
        and there + length < len(theirs)
        and ours[at + length] == theirs[there + length]
        and ours[at + length] != BREAK
    ):
        length += 1
    return length
