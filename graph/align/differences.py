"""Two clauses side by side: which words were put in and which were left out."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from difflib import Match
from enum import StrEnum
from typing import TYPE_CHECKING

from graph.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model import Document, Provision

_TOKEN = re.compile(r"\d+(?:\.\d+)?[%％]?|[A-Za-z]+|[^\s]")
_LONGEST_CHANCE = 5  # characters that two texts may share between two changes by chance: 和, 推进


class Mark(StrEnum):
    """What happened to a stretch on the way from the parent to the child."""

    EQUAL = "equal"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of both texts; an inserted one has no parent's span, a deleted one no child's."""

    mark: Mark
    child: Span | None
    parent: Span | None


def differences(
    child: Document, ours: Provision, parent: Document, theirs: Provision
) -> tuple[Difference, ...]:
    """Return the own words of two provisions as stretches that are equal, inserted or deleted.

    Widths of characters and blanks make no difference. Every span is one of the source text of its
    document, so that both texts can be printed as they stand.
    """
    new, old = tuple(_tokens(child, ours)), tuple(_tokens(parent, theirs))
    matcher = difflib.SequenceMatcher(
        None, [word for word, _, _ in old], [word for word, _, _ in new], autojunk=False
    )
    found: list[Difference] = []
    first, start = 0, 0
    for block in _telling(matcher.get_matching_blocks()):
        at_end = block.size == 0
        found += _changed(old[first : block.a], new[start : block.b])
        if not at_end:
            found.append(
                Difference(
                    Mark.EQUAL,
                    _span(new[block.b : block.b + block.size]),
                    _span(old[block.a : block.a + block.size]),
                )
            )
        first, start = block.a + block.size, block.b + block.size
    return tuple(found)


def _telling(blocks: Sequence[Match]) -> list[Match]:
    """Return the equal stretches that tell something, and the end.

    A short one between longer changes on both sides is left to them, as a reader would: what is
    left of 推进 in two different sentences makes both harder to read. Taking one out makes the
    changes beside it longer, so that the ones before it are looked at again.
    """
    kept = [Match(0, 0, 0)]
    for block in blocks:
        while len(kept) > 1 and _by_chance(kept[-2], kept[-1], block):
            kept.pop()
        kept.append(block)
    return kept[1:]


def _by_chance(before: Match, block: Match, after: Match) -> bool:
    ahead = max(block.a - before.a - before.size, block.b - before.b - before.size)
    behind = max(after.a - block.a - block.size, after.b - block.b - block.size)
    return block.size <= min(_LONGEST_CHANCE, ahead, behind)


def _tokens(document: Document, provision: Provision) -> Iterator[tuple[str, int, int]]:
    """Yield each character, number or Latin word in folded form, with its place in the source."""
    folded = document.folded
    for passage in document.passages:
        if passage.where != provision.label or passage.work != provision.work:
            continue
        for match in _TOKEN.finditer(folded.text, passage.start, passage.end):
            span = folded.span(*match.span())
            yield match.group(), span.start, span.end


def _changed(
    old: tuple[tuple[str, int, int], ...], new: tuple[tuple[str, int, int], ...]
) -> Iterator[Difference]:
    if old:
        yield Difference(Mark.DELETED, None, _span(old))
    if new:
        yield Difference(Mark.INSERTED, _span(new), None)


def _span(tokens: tuple[tuple[str, int, int], ...]) -> Span:
    return Span(tokens[0][1], tokens[-1][2])
