"""Words without places and levels, so that a lower document's clause looks like its parent's.

What is guaranteed: the masked text holds only Chinese characters, digits and :data:`BREAK`; every
character keeps its offset in the folded text. Left out are

- names of the document's own division and of those above it (库尔勒市, 巴州), of provinces and
  of prefectures,
- words for one's own place or level (我市, 全省, 自治区, 各地区),
- short insertions in brackets (农（牧）业, 土地（草场、林地）),
- titles of documents (《…》), which say what a clause rests on and not what it says,
- 、 and quotation marks, which copies put in and leave out (大、中专, 大中专).

Other punctuation becomes a break, which no shared passage crosses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from ontology import divisions, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.model import Document

BREAK: Final = "·"
_INSERTION = r"（[^（）]{1,6}）"
_TITLE = r"《[^《》]{2,80}》"
_SILENT = frozenset("、“”‘’\"' \n")


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked text; ``origin[i]`` is the folded offset of its character ``i``."""

    text: str
    origin: tuple[int, ...]


def masker(document: Document) -> re.Pattern[str]:
    """Return the pattern of what is left out of a document when it is compared."""
    return masker_of(document.jurisdiction.code if document.jurisdiction else divisions.NATION)


@lru_cache(maxsize=64)
def masker_of(code: str) -> re.Pattern[str]:
    """Return the pattern of what is left out of the words of a division, by its code."""
    names = frozenset(_names(code)) | _provinces_and_prefectures()
    own = lexicon.concepts("adaptation-words")["own-place"].written
    return re.compile("|".join([_TITLE, _INSERTION, *_longest_first(names | own)]))


def _names(code: str) -> Iterable[str]:
    for division in divisions.ascending(code):
        if division.code != divisions.NATION:
            yield division.name
            yield from filter(None, (division.short,))


@cache
def _provinces_and_prefectures() -> frozenset[str]:
    """Return the names that are no common words: counties' (城区, 新城区) may be."""
    above = [d for d in divisions.register().values() if d.level in {"省", "市"}]
    return frozenset(d.name for d in above) | frozenset(d.short for d in above if d.level == "省")


def _longest_first(forms: Iterable[str]) -> list[str]:
    return [re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)) if form]


def mask(pattern: re.Pattern[str], text: str, start: int, end: int) -> Masked:
    """Return the masked form of folded text between the offsets."""
    characters: list[str] = []
    origin: list[int] = []
    at = start
    for match in pattern.finditer(text, start, end):
        _append(text, at, match.start(), characters, origin)
        at = match.end()
    _append(text, at, end, characters, origin)
    return Masked("".join(characters), tuple(origin))


def _append(text: str, start: int, end: int, characters: list[str], origin: list[int]) -> None:
    for index in range(start, end):
        character = text[index]
        if character in _SILENT:
            continue
        kept = "\u4e00" <= character <= "\u9fff" or character.isdigit()
        characters.append(character if kept else BREAK)
        origin.append(index)
