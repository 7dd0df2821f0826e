"""Clauses that name the clause they carry out.

What counts is every citation of the parent, however the text writes it, that names an article::

    根据《办法》第五条第（二）项
    粤府办〔2012〕66号第七条、第八条
    又出现条例第四条第（二）、（三）项规定情形之一的      条例 as the text has defined it
    个人所得税法第四条至第六条                            each article of the range
    《办法》第五条                                       also where the text does not say which 办法
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.grammar.articles import cited_articles, provision_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.align.passages import Clause
    from graph.align.sides import Side
    from graph.model import Citation, Document, Span

    Path = tuple[str, ...]

_LONGEST_SHORT_NAME = 4  # 《条例》, 《办法》, 《实施办法》
_SHORT_NAME = re.compile(rf"《([^《》]{{2,{_LONGEST_SHORT_NAME}}})》(?=第)")


def cited_clauses(ours: Side, theirs: Side) -> Mapping[tuple[int, int], Span]:
    """Return the words that name a parent clause, by the rows and columns of both clauses.

    A citation of a paragraph or an item that is no clause of its own names the clause it is in.
    """
    paths = [_path(clause) for clause in theirs.clauses]
    rows = {clause.label: row for row, clause in enumerate(ours.clauses)}
    found: dict[tuple[int, int], Span] = {}
    for where, target, span in (*_cited(ours, theirs), *_by_short_name(ours, theirs)):
        if where in rows:
            for column in _columns(target, paths):
                found.setdefault((rows[where], column), span)
    return found


def _cited(ours: Side, theirs: Side) -> Iterator[tuple[str, str, Span]]:
    """Yield place, article and words of each citation of the parent."""
    for citation in ours.reading.citations:
        if citation.target and _is(citation, theirs.reading.document):
            yield citation.where, citation.target, citation.span


def _by_short_name(ours: Side, theirs: Side) -> Iterator[tuple[str, str, Span]]:
    """Yield the same of each short name that the text does not define, and so is no citation."""
    folded = ours.reading.document.folded
    cited = {citation.span.start for citation in ours.reading.citations}
    for clause in ours.clauses:
        for sentence in clause.sentences:
            end = sentence.stretch.end
            for name in _SHORT_NAME.finditer(ours.text, sentence.stretch.start, end):
                known = folded.span(*name.span()).start in cited
                if not known and _bears(theirs.reading.document, name[1]):
                    for article in cited_articles(ours.text, name.end(), end):
                        yield clause.label, article.label, folded.span(name.start(), article.end)


def _columns(target: str, paths: Sequence[Path]) -> Iterator[int]:
    """Yield the columns of the clauses that a citation names."""
    first, to, last = target.partition("至")
    if to:
        yield from _range(provision_path(first), provision_path(last), paths)
        return
    path = tuple(part for part in provision_path(first) if not part.endswith("款"))
    column = _column(path, paths)
    if column is not None:
        yield column


def _range(first: Path, last: Path, paths: Sequence[Path]) -> Iterator[int]:
    """Yield the clauses from one to another, of one article where it is one of items."""
    whole = (*first[: len(first) - len(last)], *last)
    start, end = _column(first, paths), _column(whole, paths)
    if start is not None and end is not None:
        depth = len(first)
        for column in range(start, end + 1):
            if len(paths[column]) == depth or paths[column][:depth] == whole:
                yield column


def _column(path: Path, paths: Sequence[Path]) -> int | None:
    """Return the clause of a path, or else the clause that it would stand in."""
    while path:
        if path in paths:
            return paths.index(path)
        path = path[:-1]
    return None


def _is(citation: Citation, parent: Document) -> bool:
    if citation.number and parent.number:
        return citation.number == str(parent.number)
    return citation.title is not None and _bears(parent, citation.title)


def _bears(parent: Document, title: str) -> bool:
    titles = [parent.title, *(work.title for work in parent.works)]
    if len(title) <= _LONGEST_SHORT_NAME:
        return any(full.endswith(title) for full in titles)
    return any(title in full for full in titles)


def _path(clause: Clause) -> Path:
    """Return the numerals of a clause from its article on, as citations write them."""
    numerals = clause.provision.path
    at = next((at for at, each in enumerate(numerals) if each.endswith("条")), len(numerals))
    return tuple(_numeral(each) for each in numerals[at:])


def _numeral(printed: str) -> str:
    written = printed.replace("(", "（").replace(")", "）")
    return "".join(provision_path(written)) or written
