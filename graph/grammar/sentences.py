"""Sentences and clauses of folded text, and what stands in brackets or title marks."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDS = {
    "sentence": re.compile(r"[。！？；\n]"),
    "clause": re.compile(r"[。！？；，：\n]"),
}
# A piece without brackets in it: its words, the mark that ends it, what closes behind the mark.
_PLAIN = {
    "sentence": re.compile(r"[^。！？；\n]+(?:\n|[。！？；][”’」）〕]*)?|\n|[。！？；][”’」）〕]*"),
    "clause": re.compile(
        r"[^。！？；，：\n]+(?:\n|[。！？；，：][”’」）〕]*)?|\n|[。！？；，：][”’」）〕]*"
    ),
}
_CLOSING = "”’」）〕"
_PAIRS = {"（": "）", "〔": "〕", "《": "》", "〈": "〉"}
_LONGEST_BRACKET = 400  # characters between a bracket and its partner
_DEEPEST = 4
_REMEMBERED = 4096  # stretches whose pieces are kept: those of a long document


class Stretch(NamedTuple):
    """A piece of text by its offsets."""

    start: int
    end: int


@cache
def _marks(opening: str) -> re.Pattern[str]:
    return re.compile("[" + "".join(c + _PAIRS[c] for c in opening) + "]")


def brackets(text: str, start: int, end: int, opening: str = "（〔") -> Iterator[Stretch]:
    """Yield the outermost bracketed pieces, brackets included; one without a partner is none.

    >>> [(b.start, b.end) for b in brackets("就（创）业（含（外）孙）地（", 0, 15)]
    [(1, 4), (5, 12)]
    """
    for mark in opening:
        if text.find(mark, start, end) >= 0:
            break
    else:
        return
    depth, first = 0, -1
    for match in _marks(opening).finditer(text, start, end):
        if depth and match.start() - first > _LONGEST_BRACKET:
            depth = 0
        if match.group() in opening:
            if depth == 0:
                first = match.start()
            depth += 1
            if depth > _DEEPEST:
                depth = 0
        elif depth:
            depth -= 1
            if depth == 0:
                yield Stretch(first, match.end())


@lru_cache(maxsize=_REMEMBERED)
def _pieces(
    text: str, start: int, end: int, kind: Literal["sentence", "clause"]
) -> tuple[Stretch, ...]:
    """Return the pieces between the offsets; every extractor asks for those of each passage."""
    if (
        text.find("（", start, end) < 0
        and text.find("〔", start, end) < 0
        and text.find("《", start, end) < 0
    ):
        return tuple([Stretch(*found.span()) for found in _PLAIN[kind].finditer(text, start, end)])
    inside = list(brackets(text, start, end, "（〔《"))
    found: list[Stretch] = []
    at, held = start, 0
    for match in _ENDS[kind].finditer(text, start, end):
        first, stops = match.span()
        line_end = text[first] == "\n"
        while held < len(inside) and inside[held][1] <= first:
            held += 1
        if held < len(inside) and inside[held][0] < first and not line_end:
            continue
        while not line_end and stops < end and text[stops] in _CLOSING:
            stops += 1
        if stops > at:
            found.append(Stretch(at, stops))
            at = stops
    if at < end:
        found.append(Stretch(at, end))
    return tuple(found)


def sentences(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Yield the sentences, each with its full stop; a ；or a line end closes one too.

    >>> t = "坚决取消“暗门槛”；不得超过2年。（市公安局牵头）"
    >>> [t[s.start:s.end] for s in sentences(t, 0, len(t))]
    ['坚决取消“暗门槛”；', '不得超过2年。', '（市公安局牵头）']
    """
    return iter(_pieces(text, start, end, "sentence"))


def clauses(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Yield the clauses, each with the mark that ends it.

    >>> t = "有关部门要加快（含补办，补发）进度，尽快出台。"
    >>> [t[c.start:c.end] for c in clauses(t, 0, len(t))]
    ['有关部门要加快（含补办，补发）进度，', '尽快出台。']
    """
    return iter(_pieces(text, start, end, "clause"))
