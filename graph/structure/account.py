"""Every character of a source accounted for: a provision's, a named part's, or left out, and why.

What no step claims is found by subtraction and not by trusting the steps: it is left out as unread,
and a warning says so. Blanks belong to what they stand in or behind.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from graph.model import LeftOut, LeftOutReason, Part, PartKind, Place, Span, TextWarning
from graph.normalise.page_numbers import is_page_number
from graph.structure.formal_lines import formal_kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.model import FoldedText, Passage

_OF_PLACE = {
    Place.TITLE: PartKind.TITLE,
    Place.NOTICE: PartKind.NOTICE,
    Place.PREAMBLE: PartKind.PREAMBLE,
    Place.CLOSING: PartKind.CLOSING,
}
PROVISION: Final = ""
_WORD = re.compile(r"\S+")
_INVISIBLE = re.compile(
    r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc\ue000-\uf8ff\x00-\x1f\x7f\s]+"
)
_GATHERED = frozenset({LeftOutReason.INVISIBLE, LeftOutReason.MARKUP, LeftOutReason.PAGE_NUMBER})
_NAMED = {
    LeftOutReason.INVISIBLE: "不可见字符 / invisible characters",
    LeftOutReason.MARKUP: "排版标记 / markup",
    LeftOutReason.PAGE_NUMBER: "页码 / page numbers",
    LeftOutReason.MENU: "网站菜单 / the menu of the site",
    LeftOutReason.PAGE: "页面附带文字，不属于任何条款 / words of the page, part of no provision",
    LeftOutReason.REPEATED: "此后的文字重复前文，未再读取 / repeats what stands before",
    LeftOutReason.OTHER_DOCUMENT: "属于文件中的另一公文 / of another document in the file",
    LeftOutReason.UNREAD: "未能归入任何部分，请核对 / not read as any part; look at it",
}
_CODES = {LeftOutReason.PAGE: "not-content", LeftOutReason.REPEATED: "repeated"}
# Told wherever it stands; the rest only where provisions stand on both sides of it.
_ALWAYS_TOLD = frozenset({LeftOutReason.PAGE, LeftOutReason.REPEATED, LeftOutReason.UNREAD})


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of folded text, and what a step says that it is.

    The strokes, numbers and empty cells of a row are the provision's, though no passage holds them.
    """

    start: int
    end: int
    kind: PartKind | LeftOutReason | Literal[""]


@dataclass(frozen=True, slots=True)
class Account:
    """The parts and what was left out, both in the order of the text and without overlap."""

    parts: tuple[Part, ...]
    left_out: tuple[LeftOut, ...]


def account(
    source: str, folded: FoldedText, passages: Sequence[Passage], claims: Iterable[Claim]
) -> Account:
    """Return what became of each character of ``source`` that no provision has in its own words.

    A passage counts before a claim, and a later claim before an earlier one.
    """
    owners: list[str | None] = [None] * len(folded.text)
    for claim in claims:
        owners[claim.start : claim.end] = [claim.kind] * (claim.end - claim.start)
    for passage in passages:
        if passage.where in _OF_PLACE:
            _name_lines(folded.text, passage, owners)
        else:
            owners[passage.start : passage.end] = [PROVISION] * (passage.end - passage.start)
    parts: list[Part] = []
    left: list[LeftOut] = []
    for owner, start, end in _runs(folded.text, owners):
        span = folded.span(start, end)
        if owner in set(PartKind):
            parts.append(Part(PartKind(owner), span))
        elif owner != PROVISION:
            left.append(LeftOut(LeftOutReason(owner or LeftOutReason.UNREAD), span))
    left += _dropped(source, folded)
    return Account(tuple(parts), tuple(sorted(left, key=lambda each: each.span)))


def _name_lines(text: str, passage: Passage, owners: list[str | None]) -> None:
    """Name the lines of a passage, which may end in a list of attachments and a signature."""
    kind = _OF_PLACE[Place(passage.where)]
    owners[passage.start : passage.end] = [kind] * (passage.end - passage.start)
    if kind is PartKind.TITLE:
        return
    for start, end, formal in formal_kinds(text, passage.start, passage.end):
        owners[start:end] = [formal] * (end - start)


def _runs(text: str, owners: Sequence[str | None]) -> Iterator[tuple[str | None, int, int]]:
    """Yield the stretches of one owner; a blank belongs to what stands before it."""
    owner: str | None = None
    start = stop = -1
    for first, last in _parts_of_words(text, owners):
        if stop >= 0 and owners[first] != owner:
            yield owner, start, stop
        if stop < 0 or owners[first] != owner:
            owner, start = owners[first], first
        stop = last
    if stop >= 0:
        yield owner, start, stop


def _parts_of_words(text: str, owners: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    """Yield the stretches without a blank that have one owner."""
    for word in _WORD.finditer(text):
        at, end = word.span()
        while at < end:
            whole = owners[at:end].count(owners[at]) == end - at
            stop = end if whole else at + 1
            while stop < end and owners[stop] == owners[at]:
                stop += 1
            yield at, stop
            at = stop


def _dropped(source: str, folded: FoldedText) -> Iterator[LeftOut]:
    """Yield what folding left out of the source: all that has no folded character of its own."""
    every = array("L", range(len(source)))
    ends: list[tuple[int, int]] = []
    last = -1
    for word in _WORD.finditer(folded.text):  # <br> is read as a blank
        origin = folded.origin[slice(*word.span())]
        ends.append((last, origin[0]))
        last = origin[-1]
        if origin != every[origin[0] : last + 1]:  # within few words something was left out
            ends += pairwise(origin)
    ends = [(a, b) for a, b in (*ends, (last, len(source))) if b - a > 1]
    for before, behind in ends:
        for line in re.finditer(r"[^\n]+", source[before + 1 : behind]):
            left = line.group().strip()
            if not left:
                continue
            start = before + 1 + line.start() + line.group().index(left)
            yield LeftOut(_reason(left), Span(start, start + len(left)))


def _reason(words: str) -> LeftOutReason:
    if _INVISIBLE.fullmatch(words):
        return LeftOutReason.INVISIBLE
    return LeftOutReason.PAGE_NUMBER if is_page_number(words) else LeftOutReason.MARKUP


def warnings(account: Account, numbered: Span | None) -> Iterator[TextWarning]:
    """Yield a warning for each piece that a reader should look at.

    ``numbered`` reaches from the first provision to the end of the last one: nothing is left out in
    it without a word. Marks and page numbers there are told together, with the first of them.
    """
    gathered: dict[LeftOutReason, list[Span]] = defaultdict(list)
    for left in account.left_out:
        within = numbered and numbered.start <= left.span.start and left.span.end <= numbered.end
        if left.reason in _GATHERED:
            if within:
                gathered[left.reason].append(left.span)
        elif within or left.reason in _ALWAYS_TOLD:
            code = _CODES.get(left.reason, left.reason.value)
            yield TextWarning(code, _NAMED[left.reason], left.span)
    for reason, spans in gathered.items():
        zh, en = _NAMED[reason].split(" / ")
        message = (
            f"条款之间略去{zh} {len(spans)} 处 / {len(spans)} {en} between provisions left out"
        )
        yield TextWarning(reason.value, message, spans[0])
