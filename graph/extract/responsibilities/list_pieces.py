"""A list of agencies in its pieces, where marks part names and where names share a noun."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.responsibilities.name_forms import is_agency, is_open
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SEPARATOR = re.compile(r"[、，；]")
_AND = re.compile(r"以及|和|及|与")
_RANKS = ("省国兵", "市州盟地设师", "县区旗自", "乡镇街村社")  # by the first character of a level


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a list between the offsets, each a name or what stands for one.

    >>> text = "各省、自治区、直辖市人民政府和国务院有关部门"
    >>> [text[start:end] for start, end in pieces(text, 0, len(text))]
    ['各省、自治区、直辖市人民政府', '国务院有关部门']
    """
    return _joined(text, _split(text, start, end))


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces between list marks outside brackets; 和 and 及 part two whole names only."""
    depth, at = 0, start
    for index in range(start, end):
        character = text[index]
        depth += (character in "（“") - (character in "）”")
        if depth <= 0 and _SEPARATOR.match(character):
            yield from _split_and(text, at, index)
            at = index + 1
    yield from _split_and(text, at, end)


def _split_and(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    start, end = _stripped(text, start, end)
    for match in _AND.finditer(text, start, end):
        stop = _stripped(text, start, match.start())[1]
        before, after = text[start:stop], text[match.end() : end]
        if not before:  # 、以及各区
            yield from _split_and(text, match.end(), end)
            return
        if (
            is_agency(before)
            and (is_agency(after) or not after)
            and before.count("（") == before.count("）")
        ):
            yield start, stop
            yield from _split_and(text, match.end(), end)
            return
    if start < end:
        yield start, end


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t\n由请":
        start += 1
    if text.startswith("经", start) and is_open(text[start + 1 : end]):  # 经有关部门批准
        start += 1
    while start < end and text[end - 1] in " \t\n。等":  # 全国妇联等和各省级人民政府
        end -= 1
    return start, end


def _joined(text: str, split: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pieces, those that share one noun as one: 各省、自治区、直辖市人民政府."""
    held: list[tuple[int, int]] = []  # 各省, 自治区: the noun may follow
    for piece in split:
        written = text[slice(*piece)]
        if held and _goes_on(text[slice(*held[0])], written):
            held.append(piece)
            if re.fullmatch(_levels(), written):
                continue
            yield held[0][0], piece[1]
            held = []
            continue
        yield from _whole(text, held)
        held = [piece] if re.fullmatch(f"各{_levels()}", written) else []
        if not held:
            yield piece
    yield from _whole(text, held)


def _whole(text: str, held: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield levels without a noun as one, 各县、区, where that can be a name."""
    if held and is_agency(text[held[0][0] : held[-1][1]]):
        yield held[0][0], held[-1][1]
    else:
        yield from held


def _goes_on(first: str, written: str) -> bool:
    """Whether a name goes on from 各 and a level: with one at its side or below, never above.

    >>> [_goes_on("各县", name) for name in ("区教育局", "市人民政府", "市教育局", "县教育局")]
    [True, True, False, False]
    """
    level = re.match(_levels(), written)
    if not level or level.group() in first:
        return False
    noun = written[level.end() :]
    if noun and not is_agency(written):
        return False
    of_county = first[1] in "县区旗" and level.group() == "市"  # a city may be a county's equal
    return (of_county and noun in {"", "人民政府", "政府"}) or _rank(level.group()) >= _rank(
        first[1:]
    )


def _rank(level: str) -> int:
    if level in {"直辖市", "自治区"}:
        return 0
    return next(at for at, of_rank in enumerate(_RANKS) if level[0] in of_rank)


@cache
def _levels() -> str:
    """Return a pattern of the words for a level of places: 市, 县（区）, 直辖市."""
    words = lexicon.concepts("agency-words")
    forms = {*words["level"].written, *words["level-set"].written, "直辖市", "街道"}
    return "(?:" + "|".join(sorted(map(re.escape, forms), key=len, reverse=True)) + ")"
