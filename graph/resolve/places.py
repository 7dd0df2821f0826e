"""Words for places as documents write them: 我市, 自治州, 巴州, 市; and whose body a name means."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ontology import divisions, lexicon

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from ontology.divisions import Division


@cache
def words(key: str) -> tuple[str, ...]:
    """Return the words of a concept of the scheme ``agency-words``, longest first."""
    written = lexicon.concepts("agency-words")[key].written
    return tuple(sorted(written, key=lambda word: (-len(word), word)))


def level_word(division: Division) -> str:
    """Return what a division's name ends in: 市, 县, 自治州, 自治区 …; empty for the nation."""
    return next((word for word in words("level") if division.name.endswith(word)), "")


def leading_level(text: str) -> str:
    """Return the word of a level at the head of a name, or nothing: 市 of 市公安局."""
    return next((word for word in words("level") if text.startswith(word)), "")


def at_level(word: str, own: Division) -> Division | None:
    """Return the division, at or above the document's own, whose name ends in a level's word.

    州 is short for 自治州 and 县 for 自治县; 区 is never short for 自治区, nor for 地区.
    """
    for division in divisions.ascending(own.code):
        its = level_word(division)
        if word in {its, its.removeprefix("自治")} and (word == its or division.level != "省"):
            return division
    return None


def in_context(phrase: str, own: Division, on: dt.date | None = None) -> Division | None:
    """Return the division that a phrase means in a document of a place, or None if it is not sure.

    >>> korla = divisions.get("652801")
    >>> [in_context(p, korla).name for p in ("我市", "自治州", "巴州", "自治区", "全市")]
    ['库尔勒市', '巴音郭楞蒙古自治州', '巴音郭楞蒙古自治州', '新疆维吾尔自治区', '库尔勒市']
    >>> in_context("我县", korla), in_context("朝阳区", korla)
    (None, None)
    """
    own_word = next((word for word in words("own-place") if phrase.startswith(word)), "")
    rest = phrase.removeprefix(own_word)
    if rest in words("level"):
        return at_level(rest, own)
    return divisions.by_name(phrase, own.code, on) or divisions.by_stem(phrase, own.code)


def own_places(text: str, own: Division) -> Iterator[tuple[Division, str]]:
    """Yield the divisions above the document's own whose bare names head a text, and the rest.

    >>> [(d.name, rest) for d, rest in own_places("广安银保监分局", divisions.get("511600"))]
    [('广安市', '银保监分局')]
    """
    for division in divisions.ascending(own.code):
        stem = division.short or division.name.removesuffix(level_word(division))
        if len(stem) > 1 and text.startswith(stem) and division.code != divisions.NATION:
            yield division, text.removeprefix(stem)
