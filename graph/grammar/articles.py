"""Cited articles: what of a document a text names behind its title (立法技术规范: 条款项目).

A list gives its articles one by one. What a later one leaves out it takes from the one before:
第三条第一款、第二款 are two paragraphs of one article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.grammar.numerals import parse_numeral, write_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

_N = r"(?:[〇零一二三四五六七八九十百千两]{1,8}|\d{1,4})"
_UNITS = "编章节条款项目"  # from the outermost to the innermost
_PART = (
    rf"(?:第(?:{_N}|（{_N}）)[{_UNITS}](?:之{_N})?"
    rf"|第[ ]?（{_N}）(?=[ ]?[、和及至]?[ ]?第?（{_N}）)"  # 第（一）、（三）项, 第（二）（四）项
    rf"|（{_N}）(?=[ ]?项|[ ]?[、和及至]?[ ]?（{_N}）))"  # 第七条（一）、（二）项
)
ARTICLE = re.compile(rf"{_PART}(?:(?<!）)[ ]?{_PART})*")
_NEXT = re.compile(
    rf"""
      [ ]?(?:[、，和及与或]|以及|或者|(?<=）)(?=第?（))[ ]?
      (?P<next>{_PART}(?:(?<!）)[ ]?{_PART})*|第?（{_N}）(?=[ ]?[、和及或项]))
    | [ ]?(?:至|到|—|-)[ ]?  # 第三条至第五条
      (?P<last>{_PART}(?:(?<!）)[ ]?{_PART})*|第?（{_N}）(?=项))
    """,
    re.VERBOSE,
)
_FIRST = re.compile(rf"[ ]?(?:的|中的?|之)?[ ]?(?={_PART})")
_SEGMENT = re.compile(
    rf"第?(?:(?P<plain>{_N})|（(?P<round>{_N})）)(?P<unit>[{_UNITS}]?)(?P<sub>之{_N})?"
)
_MOST = 30  # articles behind one title


@dataclass(frozen=True, slots=True)
class Article:
    """One cited provision: ``label`` is whole (第三条第二款) where the text writes 第二款 alone."""

    label: str
    start: int
    end: int


def cited_articles(text: str, at: int, end: int) -> Iterator[Article]:
    """Yield the articles named from ``at`` on, directly behind a title.

    >>> t = "第二十二条、第二十三条第一款、第二款和第三十条至第三十二条的规定"
    >>> [a.label for a in cited_articles(t, 0, len(t))]
    ['第二十二条', '第二十三条第一款', '第二十三条第二款', '第三十条至第三十二条']
    """
    lead = _FIRST.match(text, at, end)
    found = ARTICLE.match(text, lead.end() if lead else at, end)
    if not found:
        return
    label, start, stop = _whole(found.group()), found.start(), found.end()
    for _ in range(_MOST):
        following = _NEXT.match(text, stop, end)
        if following is None:
            break
        stop = following.end() + text.startswith("项", following.end())
        if following["next"]:
            yield Article(label, start, following.start())
            label, start = completed(label, _whole(following["next"])), following.start("next")
        else:
            label = f"{label}至{_whole(following['last'])}"
    yield Article(label, start, stop)


def provision_path(label: str) -> tuple[str, ...]:
    """Return the numerals of a cited provision as documents print them, from the outermost.

    >>> provision_path("第23条第一款"), provision_path("第三十条第（一）项")
    (('第二十三条', '第一款'), ('第三十条', '（一）'))

    Empty for a range, which is no one provision, and for what is numbered otherwise (附件1).
    """
    if not ARTICLE.fullmatch(label):
        return ()
    return tuple(_printed(match) for match in _SEGMENT.finditer(label))


def _printed(match: re.Match[str]) -> str:
    written = match["plain"] or match["round"]
    numeral = write_numeral(parse_numeral(written)) if written.isascii() else written
    unit = match["unit"] or "项"
    if unit == "项":  # printed （一） below its article
        return f"（{numeral}）"
    return f"第{numeral}{unit}{match['sub'] or ''}"


def _whole(written: str) -> str:
    """Return a reference without blanks, with the 第 and 项 that one of a list says for all."""
    plain = re.sub("(?<!第)（", "第（", written.replace(" ", ""))
    return f"{plain}项" if plain.endswith("）") else plain


def completed(before: str, later: str) -> str:
    """Return a provision with the outer parts that the one before it has told.

    >>> completed("第五条第一款", "第三款"), completed("第五条", "第六条")
    ('第五条第三款', '第六条')
    """
    first = _SEGMENT.match(later)
    unit = first["unit"] or "项" if first else ""
    if unit not in _UNITS or unit == "条":  # articles run through a whole document
        return later
    depth = _UNITS.index(unit)
    kept = ""
    for match in _SEGMENT.finditer(before.partition("至")[0]):
        if _UNITS.index(match["unit"] or "项") >= depth:
            break
        kept += match.group()
    return kept + later
