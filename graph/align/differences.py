"""Two clauses side by side: which words were put in and which were left out."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from difflib import Match
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from graph.align.passages import behind_label
from graph.grammar.sentences import Stretch
from graph.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model import Document, Provision

    Token: TypeAlias = tuple[str, int, int]  # a word, and where it stands in the source

_TOKEN = re.compile(r"\d+(?:\.\d+)?[%％]?|[A-Za-z]+|[〇零一二两三四五六七八九十百千万亿]{2,}|[^\s]")
_LONGEST_NUMBER = 20  # 第一千二百六十条 and what may stand before it
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
    return _compared(tuple(_tokens(child, (ours,))), tuple(_tokens(parent, (theirs,))))


def revised(
    new: Document, ours: Sequence[Provision], old: Document, theirs: Sequence[Provision]
) -> tuple[Difference, ...]:
    """Return the words of a unit of two versions as :func:`differences` does.

    A unit is a provision with those below it; its own number is no word of it, that of an item is.
    One side may have none.
    """
    return _compared(
        tuple(_tokens(new, ours, numbered=False)), tuple(_tokens(old, theirs, numbered=False))
    )


def _compared(new: tuple[Token, ...], old: tuple[Token, ...]) -> tuple[Difference, ...]:
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


def _tokens(
    document: Document, unit: Sequence[Provision], *, numbered: bool = True
) -> Iterator[Token]:
    """Yield each character, number or Latin word in folded form, with its place in the source.

    They stand in the order of the text: what an article says behind its items comes behind them.
    ``numbered`` tells whether the number of the first provision is a word of it.
    """
    folded = document.folded
    places = {(each.label, each.work) for each in unit}
    for passage in document.passages:
        if (passage.where, passage.work) not in places:
            continue
        start = passage.start
        if not numbered:
            stretch = Stretch(start, min(passage.end, start + _LONGEST_NUMBER))
            start, numbered = behind_label(folded.text, stretch, unit[0]), True
        for match in _TOKEN.finditer(folded.text, start, passage.end):
            span = folded.span(*match.span())
            yield match.group(), span.start, span.end


def _changed(old: tuple[Token, ...], new: tuple[Token, ...]) -> Iterator[Difference]:
    if old:
        yield Difference(Mark.DELETED, None, _span(old))
    if new:
        yield Difference(Mark.INSERTED, _span(new), None)


def _span(tokens: tuple[Token, ...]) -> Span:
    return Span(tokens[0][1], tokens[-1][2])
