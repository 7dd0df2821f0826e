"""Sentences with the words in quotation marks set apart, so that a full stop in them ends none.

New words of an article run over several paragraphs, each of which may open the mark anew. A mark
without its partner opens nothing, but where new words are announced: these end where the next
instruction begins, as those do that are set without marks (修改为：⏎持证。⏎二、删去第五条。).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.grammar.instructions import bare_new_words, next_instruction

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.model import Passage

QUOTATION = "\ue000"  # a private-use character, which folded text never has
_MARKS = re.compile("[“”「」]")
_OPENS = re.compile('[“「"]')
_CLOSING = {"“": "”", "「": "」"}
_NEAR = 40  # characters before a mark in which new words are announced
_ANNOUNCED = re.compile(
    r"(?:(?:修改|修订|改|调整|表述|更改)为|增加[^。；“\n]{0,24}|作为[^。；“\n]{2,24})[：: \n]*$"
)
_LONGEST = 8000  # characters between a mark and its partner
_STOP = re.compile(r"[。；\n]")
_GOES_ON = re.compile(r"[：:]\s*$")  # 修改为：⏎“…”


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words by their offsets: with their marks, and without, where they have any."""

    start: int
    end: int
    words: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A sentence with one character for each quotation; ``origin`` tells where each one begins."""

    text: str
    origin: tuple[int, ...]
    quotations: tuple[Quotation, ...]

    def start(self, index: int) -> int:
        """Return the offset at which a character of the sentence stands in the text."""
        return self.origin[index]

    def end(self, index: int) -> int:
        """Return the offset behind a character, or behind the quotation that it stands for."""
        at = self.origin[index]
        return next((quote.end for quote in self.quotations if quote.start == at), at + 1)

    def words(self, index: int) -> tuple[int, int]:
        """Return where the words of the quotation at ``index`` begin and end, without its marks."""
        return next(q.words for q in self.quotations if q.start == self.origin[index])


def skeletons(text: str, passages: Sequence[Passage]) -> Iterator[tuple[Passage, Skeleton]]:
    """Yield the sentences of the passages, which stand in the order of the text, with theirs.

    A quotation belongs to the sentence before it, also where it runs on into later passages.
    """
    quotations = {quote.start: quote for quote in _quotations(text)}
    behind = 0  # the end of the last quotation
    for passage in sorted(passages, key=lambda each: each.start):
        at = max(passage.start, behind)
        while at < passage.end:
            sentence = _sentence(text, at, passage.end, quotations)
            if sentence.text.strip():
                yield passage, sentence
            at = behind = (
                max(at + 1, sentence.end(len(sentence.text) - 1)) if sentence.text else passage.end
            )


def _sentence(text: str, start: int, end: int, quotations: Mapping[int, Quotation]) -> Skeleton:
    parts: list[str] = []
    origin: list[int] = []
    held: list[Quotation] = []
    at = start
    while at < end:
        quote = quotations.get(at)
        if quote:
            parts.append(QUOTATION)
            origin.append(at)
            held.append(quote)
            last = quote.words[1] - 1
            ends = text[last] in "。；" and text[quote.end : quote.end + 1] in {"", "\n"}
            at = quote.end
            if ends:
                break
            continue
        parts.append(text[at])
        origin.append(at)
        at += 1
        if _STOP.match(text[at - 1]) and not _GOES_ON.search("".join(parts[-4:])):
            break
    return Skeleton(*_without_gaps(parts, origin), tuple(held))


def _without_gaps(parts: list[str], origin: list[int]) -> tuple[str, tuple[int, ...]]:
    """Return a sentence without blanks within its words (“甲” 均修改 为 “乙”), 笫 as 第."""
    kept = [index for index, part in enumerate(parts) if part != " "]
    words = "".join(parts[index] for index in kept).replace("笫", "第")
    return words, tuple(origin[index] for index in kept)


def _quotations(text: str) -> Iterator[Quotation]:
    """Yield the outermost quotations, and new words without a closing mark or without any."""
    bare = dict(bare_new_words(text, 0, len(text)))
    at = 0
    for mark in _OPENS.finditer(text):
        start = mark.start()
        for first in [first for first in bare if at <= first < start]:
            at = bare.pop(first)
            yield Quotation(first, at, (first, at))
        if start < at:
            continue
        farthest = min(len(text), start + _LONGEST)
        closed = _partner(text, start, farthest) or _partner(text, start, farthest, anew="\n。；")
        follows = next_instruction(text, start, closed or farthest)
        if follows and _ANNOUNCED.search(text, max(0, start - _NEAR), start):
            at = start + len(text[start:follows].rstrip())
            yield Quotation(start, at, (start + 1, at))
        elif closed and not follows:
            at = closed
            yield Quotation(start, at, (start + 1, at - 1))
    for first, stop in bare.items():
        if first >= at:
            yield Quotation(first, stop, (first, stop))


def _partner(text: str, start: int, end: int, anew: str = "\n") -> int:
    """Return the end of the mark that closes the quotation at ``start``, or 0.

    A mark behind one of ``anew`` opens the same quotation anew, as that of a paragraph does.
    """
    opening = text[start]
    if opening == '"':
        stop = text.find('"', start + 1, end)
        return stop + 1 if stop > 0 and "\n" not in text[start:stop] else 0
    closing, depth = _CLOSING[opening], 0
    for found in _MARKS.finditer(text, start, end):
        if found.group() == closing:
            depth -= 1
        elif found.group() == opening and (not depth or text[found.start() - 1] not in anew):
            depth += 1
        if not depth:
            return found.end()
    return 0
