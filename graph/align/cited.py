"""Clauses that name the clause they carry out.

Forms read::

    根据《办法》第五条第（二）项
    粤府办〔2012〕66号第七条、第八条
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from graph.grammar.numerals import parse_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.align.passages import Clause
    from graph.align.sides import Side
    from graph.model import Document, Span

_NUMERAL: Final = "[一二三四五六七八九十百零]{1,6}|[0-9]{1,3}"
_LONGEST_SHORT_NAME = 4  # 《条例》, 《办法》, 《实施办法》
_REFERENCES = re.compile(
    rf"""
    (?:《(?P<title>[^《》]{{2,80}})》|(?P<number>[\u4e00-\u9fff]{{1,8}}〔\d{{4}}〕\d{{1,4}}号)文?件?)
    (?:（[^（）]{{1,60}}）)?
    (?P<articles>第(?:{_NUMERAL})条(?:第(?:{_NUMERAL})款)?(?:第（(?:{_NUMERAL})）项)?
       (?:[、和及]第(?:{_NUMERAL})条(?:第（(?:{_NUMERAL})）项)?)*)
    """,
    re.VERBOSE,
)
_ARTICLE = re.compile(
    rf"第(?P<article>{_NUMERAL})条(?:第(?:{_NUMERAL})款)?(?:第（(?P<item>{_NUMERAL})）项)?"
)

_LABEL = re.compile(rf"第(?P<article>{_NUMERAL})条(?:（(?P<item>{_NUMERAL})）)?$")


def cited_clauses(ours: Side, theirs: Side) -> Mapping[tuple[int, int], Span]:
    """Return the words that name a parent clause, by the rows and columns of both clauses."""
    columns = {key: column for column, clause in enumerate(theirs.clauses) for key in _keys(clause)}
    folded = ours.reading.document.folded
    found: dict[tuple[int, int], Span] = {}
    for row, clause in enumerate(ours.clauses):
        for article, item, start, end in _references(ours, clause, theirs.reading.document):
            column = columns.get((article, item), columns.get((article, 0)))
            if column is not None:
                found.setdefault((row, column), folded.span(start, end))
    return found


def _references(
    ours: Side, clause: Clause, parent: Document
) -> Iterator[tuple[int, int, int, int]]:
    """Yield article, item (0 for none) and the words of each reference to the parent."""
    for sentence in clause.sentences:
        stretch = sentence.stretch
        for match in _REFERENCES.finditer(ours.text, stretch.start, stretch.end):
            if _names(match, parent):
                for article in _ARTICLE.finditer(ours.text, *match.span("articles")):
                    value, item = parse_numeral(article["article"]), article["item"]
                    yield value, parse_numeral(item) if item else 0, match.start(), article.end()


def _names(match: re.Match[str], parent: Document) -> bool:
    if match["number"]:
        return bool(parent.number) and match["number"].endswith(str(parent.number))
    title = match["title"]
    titles = [parent.title, *(work.title for work in parent.works)]
    if len(title) <= _LONGEST_SHORT_NAME:
        return any(full.endswith(title) for full in titles)
    return any(title in full for full in titles)


def _keys(clause: Clause) -> Iterator[tuple[int, int]]:
    """Yield article and item (0 for none) of a clause that can be cited by them."""
    match = _LABEL.search(clause.label)
    if match:
        item = match["item"]
        yield parse_numeral(match["article"]), parse_numeral(item) if item else 0
