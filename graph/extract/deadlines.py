"""By when: dates, target years, periods, recurrences, validity, and terms without a date.

What a time is, :mod:`graph.extract.terms` and :mod:`graph.extract.validity` say, whether something
is due by it :mod:`graph.extract.timed_sentences` and :mod:`graph.extract.undue`. Silent are titles,
the items of lists of cases or criteria, and the words that an amendment quotes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.amended_words import amended_words
from graph.extract.case_lists import case_lists
from graph.extract.timed_sentences import Piece, TimedSentence, any_time
from graph.extract.undue import Setting
from graph.extract.unit_openings import opening
from graph.extract.written_in import written_in
from graph.grammar.clause_roles import reports
from graph.grammar.sentences import brackets, sentences
from graph.model import ColumnKind, Deadline, Place
from graph.model import DeadlineKind as Kind
from ontology import lexicon

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from graph.extract.terms import Term
    from graph.model import Cell, Document, Passage

_SILENT = (Place.TITLE,)


@cache
def _evaluation() -> re.Pattern[str]:
    return re.compile(lexicon.alternatives("deadline-kinds", "evaluation"))


def find(document: Document) -> Iterator[Deadline]:
    """Yield the deadlines of ``document`` in the order of its text."""
    issued = written_in(document)
    effective: dt.date | None = None
    cases = case_lists(document)
    told = reports(document.title) and len(document.works) == 1
    headings = {provision.label: provision.heading for provision in document.provisions}
    parents = {provision.label: provision.parent for provision in document.provisions}
    last_first = ((row.where, cell) for row in reversed(document.rows) for cell in row.cells[::-1])
    cells = {(where, cell.start): cell for where, cell in last_first}
    for passage in document.passages:
        if passage.where in _SILENT or parents.get(passage.where) in cases:
            continue
        text = document.folded.text
        if not any_time().search(text, passage.start, passage.end):
            continue
        evaluations = [m.span() for m in _evaluation().finditer(text, passage.start, passage.end)]
        titles = list(brackets(text, passage.start, passage.end, "《"))
        setting = Setting(text, issued, titles, reported=told)
        amended = amended_words(text, passage.start, passage.end)
        cell = cells.get((passage.where, passage.start))
        for piece in _pieces(document, passage, cell, headings.get(passage.where, "")):
            for sentence in sentences(text, piece.start, piece.end):
                if not any_time().search(text, sentence.start, sentence.end):
                    continue
                stated = TimedSentence(setting, sentence, piece, effective)
                for term, clause in stated.terms():
                    if any(words.start < term.start < words.end for words in amended):
                        continue
                    effective = term.last if term.kind is Kind.EFFECTIVE else effective
                    yield _deadline(document, passage, term, clause, evaluations)


def _pieces(
    document: Document, passage: Passage, cell: Cell | None, heading: str
) -> Iterator[Piece]:
    """Yield a cell of a row, or a passage without its label."""
    text = document.folded.text
    if cell:
        if cell.column.kind is not ColumnKind.AGENCY:
            yield Piece(cell.start, cell.end, listed=cell.column.kind is ColumnKind.TERM)
        return
    start, behind = opening(text, passage, heading)
    if heading and text.startswith(f"（{heading}）", start):  # 第十七条（定期检查）
        start = behind = start + len(heading) + 2
    if behind > start:  # a heading is a piece of its own
        yield Piece(start, behind, heads=True)
    yield Piece(behind, passage.end)


def _deadline(
    document: Document,
    passage: Passage,
    term: Term,
    clause: tuple[int, int],
    evaluations: Sequence[tuple[int, int]],
) -> Deadline:
    text, (start, end) = document.folded.text, clause
    while end > term.end and text[end - 1] in "，。；：！？\n ）":
        end -= 1
    if text.startswith("）", end) and text.rfind("（", start, end) > text.rfind("）", start, end):
        end += 1  # a bracket that opens within
    start = min(start, term.start)
    while start < term.start and text[start] in "（〔 ，、\n\t":
        start += 1
    kind = term.kind
    following = bisect_left(evaluations, start, key=lambda span: span[0])
    evaluated = following < len(evaluations) and evaluations[following][1] <= end
    if kind in (Kind.DEADLINE, Kind.TARGET) and evaluated:
        kind = Kind.EVALUATION
    return Deadline(
        where=passage.where,
        work=passage.work,
        span=document.folded.span(start, end),
        rule=term.rule,
        kind=kind,
        date=None if kind is Kind.ONGOING else term.last,
        year=term.year or (term.last.year if term.last else None),
        year_inferred=term.inferred,
        term=document.folded.span(term.start, term.end),
    )
