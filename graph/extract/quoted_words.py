"""Sentences with the words in quotation marks set apart, so that a full stop in them ends none.

New words of an article run over several paragraphs, each of which may open the mark anew. A mark
without its partner opens nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model import Passage

QUOTATION = "\ue000"  # a private-use character, which folded text never has
_MARKS = re.compile('[“”「」"]')
_OPENING = {"”": "“", "」": "「"}
_LONGEST = 8000  # characters between a mark and its partner
_STOP = re.compile(r"[。；\n]")
_GOES_ON = re.compile(r"[：:]\s*$")  # 修改为：⏎“…”


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A sentence with one character for each quotation; ``origin`` tells where each one begins."""

    text: str
    origin: tuple[int, ...]
    quotations: tuple[tuple[int, int], ...]  # with their marks

    def start(self, index: int) -> int:
        """Return the offset at which a character of the sentence stands in the text."""
        return self.origin[index]

    def end(self, index: int) -> int:
        """Return the offset behind a character, or behind the quotation that it stands for."""
        at = self.origin[index]
        return next((end for start, end in self.quotations if start == at), at + 1)

    def words(self, index: int) -> tuple[int, int]:
        """Return where the words of the quotation at ``index`` begin and end, without its marks."""
        return self.origin[index] + 1, self.end(index) - 1


def skeletons(text: str, passages: Sequence[Passage]) -> Iterator[Skeleton]:
    """Yield the sentences of the passages, which stand in the order of the text.

    A quotation belongs to the sentence before it, also where it runs on into later passages.
    """
    quotations = list(_quotations(text))
    behind = 0  # the end of the last quotation
    for passage in sorted(passages, key=lambda each: each.start):
        at = max(passage.start, behind)
        while at < passage.end:
            sentence = _sentence(text, at, passage.end, quotations)
            if sentence.text.strip():
                yield sentence
            at = behind = sentence.end(len(sentence.text) - 1) if sentence.text else passage.end


def _sentence(text: str, start: int, end: int, quotations: Sequence[tuple[int, int]]) -> Skeleton:
    parts: list[str] = []
    origin: list[int] = []
    held: list[tuple[int, int]] = []
    by_start = {first: stop for first, stop in quotations if start <= first < end}
    at = start
    while at < end:
        stop = by_start.get(at)
        if stop:
            parts.append(QUOTATION)
            origin.append(at)
            held.append((at, stop))
            ends = text[stop - 2] in "。；" and text[stop : stop + 1] in {"", "\n"}
            at = stop
            if ends:
                break
            continue
        parts.append(text[at])
        origin.append(at)
        at += 1
        if _STOP.match(text[at - 1]) and not _GOES_ON.search("".join(parts[-4:])):
            break
    return Skeleton("".join(parts), tuple(origin), tuple(held))


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Yield the outermost quotations with their marks."""
    start, depth, mark = -1, 0, ""
    for match in _MARKS.finditer(text):
        found, at = match.group(), match.start()
        if start >= 0 and at - start > _LONGEST:
            start, depth = -1, 0
        if start < 0:
            if found in '“「"':
                start, depth, mark = at, 1, found
            continue
        if found == '"' and mark == '"':
            if "\n" not in text[start:at]:
                yield start, at + 1
                start = -1
            else:
                start = at
        elif found == mark:
            depth += text[at - 1] != "\n"  # a paragraph of the same quotation opens it anew
        elif _OPENING.get(found) == mark:
            depth -= 1
            if not depth:
                yield start, at + 1
                start = -1
