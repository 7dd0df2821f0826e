"""By when: dates, target years, periods, recurrences, validity, and terms without a date.

What a time is, :mod:`graph.extract.terms` and :mod:`graph.extract.validity` say; here is decided
whether something is due by it. No deadlines are::

    2010年7月31日以前参加保险，参保人住院的，…     it says of which cases a rule is
    2012年全市登记犬只100只（文件印发于2013年）     it is past
    “十三五”时期，工作取得了进展                    it has happened
    2016年办理退休手续的人员                         it tells which ones
    《2018年度方案》                                 it is part of a title
    有下列情形之一的：（一）24小时内报告的；         an item of a list of cases or criteria
    省政府及时召开会议，传达了会议精神               it tells what was done
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.amended_words import amended_words
from graph.extract.case_lists import case_lists
from graph.extract.terms import Context, Term, any_term, terms
from graph.extract.validity import any_validity, find_effective, find_validity
from graph.grammar.numbering import LABEL_AT_START
from graph.grammar.sentences import Stretch, brackets, clauses, sentences
from graph.model import ColumnKind, Deadline, Place
from graph.model import DeadlineKind as Kind
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model import Cell, Document, Passage

_SHORT_FIELD = 12  # characters of 6月底完成, 持续推进
_SILENT = (Place.TITLE,)
_DATED = frozenset({"deadline.before", "deadline.year-first"})
_CASE = re.compile(r"的[，：]$")
_WORD = re.compile(r"[\u4e00-\u9fff。；！？\n]")
_YEAR_OF_NUMBER = re.compile(r"〔(?P<year>\d{4})〕")
_PASSING = (Kind.DEADLINE, Kind.TARGET, Kind.PERIOD, Kind.EVALUATION)
_WHICH = re.compile(
    r"的(?:[\u4e00-\u9fff]{0,4}(?:人员|职工|学生|毕业生|企业|单位|家庭|对象|住户|居民|项目|案件|者|小区))[，、。；]?$"
)
# 凡8月31日以前年满6周岁的儿童: a day that tells who, and no day by which they are to do so
_WHO_BY_THEN = re.compile(
    r"[^，。；]{0,8}?(?:年满|满\d|出生|取得|参加|登记|注册|毕业|入学|缴纳|缴费|签订|购买|成立|设立|退休|参保|入职|在职|在编|在册|入户"
    r"|领取|持有|居住|备案|获得|经批准|核准|开业|投产)[^，。；]{0,20}的[\u4e00-\u9fff]"
)
# 传达了、召开了: a report; 为了, 除了 and 了解 are no verb's past
_TOLD = re.compile(r"[\u4e00-\u9fff](?<![为除罢])了(?!解|结|断|望|然|不|却)")
_ASKED = re.compile(r"要|应|须|必|请|将|得|务|予以|加以|确保|力争")
_HAPPENED = frozenset({"deadline.plan", "deadline.year-first", "deadline.target", "deadline.span"})
# 也是从2001年起实行县统发工资的试点县; 2019年1月1日起施行的《个人所得税法》
_TELLS_SINCE = re.compile(r"(?:是|即)(?:自|从)?$")
_SINCE_WHEN = re.compile(r"[^，。；]{0,12}?(?:施行|实施|执行|开始|实行)的")
_LOOKED_AT = re.compile(r"(?:情况|问题|机制)[。；]?\s*$")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a passage that is read by itself; ``listed`` where it holds a time limit."""

    start: int
    end: int
    listed: bool = False


@cache
def _evaluation() -> re.Pattern[str]:
    return re.compile(lexicon.alternatives("deadline-kinds", "evaluation"))


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternatives('time-words', 'label')}[ ]?[：:]?[ ]?")


@cache
def _any_time() -> re.Pattern[str]:
    """Return the cheap question of a sentence: is there a word of a time in it?"""
    return re.compile(f"{any_term().pattern}|{any_validity().pattern}")


@cache
def _fact() -> re.Pattern[str]:
    return re.compile(lexicon.alternatives("time-words", "fact"))


def find(document: Document) -> Iterator[Deadline]:
    """Yield the deadlines of ``document`` in the order of its text."""
    issued = _issued(document)
    effective: dt.date | None = None
    cases = case_lists(document)
    parents = {provision.label: provision.parent for provision in document.provisions}
    last_first = ((row.where, cell) for row in reversed(document.rows) for cell in row.cells[::-1])
    cells = {(where, cell.start): cell for where, cell in last_first}
    for passage in document.passages:
        if passage.where in _SILENT or parents.get(passage.where) in cases:
            continue
        text = document.folded.text
        if not _any_time().search(text, passage.start, passage.end):
            continue
        evaluations = [m.span() for m in _evaluation().finditer(text, passage.start, passage.end)]
        titles = list(brackets(text, passage.start, passage.end, "《"))
        amended = amended_words(text, passage.start, passage.end)
        for piece in _pieces(document, passage, cells.get((passage.where, passage.start))):
            for sentence in sentences(text, piece.start, piece.end):
                if not _any_time().search(text, sentence.start, sentence.end):
                    continue
                stated = _Sentence(text, sentence, piece, issued, effective, titles)
                for term, clause in stated.terms():
                    if any(words.start < term.start < words.end for words in amended):
                        continue
                    effective = term.last if term.kind is Kind.EFFECTIVE else effective
                    yield _deadline(document, passage, term, clause, evaluations)


def _issued(document: Document) -> dt.date | None:
    """Return the day of a document, or the first of the year in its number."""
    if document.date_issued or not document.number:
        return document.date_issued
    year = _YEAR_OF_NUMBER.search(document.number)
    return dt.date(int(year["year"]), 1, 1) if year else None


def _pieces(document: Document, passage: Passage, cell: Cell | None) -> Iterator[_Piece]:
    """Yield a cell of a row, or a passage without its label."""
    text = document.folded.text
    if cell:
        if cell.column.kind is not ColumnKind.AGENCY:
            yield _Piece(cell.start, cell.end, listed=cell.column.kind is ColumnKind.TERM)
        return
    label = LABEL_AT_START.match(text, passage.start, passage.end)
    yield _Piece(label.end() if label else passage.start, passage.end)


class _Sentence:
    """A sentence with what its clauses say of each other's times."""

    def __init__(
        self,
        text: str,
        sentence: Stretch,
        piece: _Piece,
        issued: dt.date | None,
        effective: dt.date | None,
        titles: Sequence[Stretch],
    ) -> None:
        self.text, self.sentence, self.piece = text, sentence, piece
        self.context = Context(issued, listed=piece.listed)
        self.effective = effective
        self.titles = titles
        self.bracketed = text[sentence.start] in "（〔"

    def terms(self) -> Iterator[tuple[Term, tuple[int, int]]]:
        """Yield the times by which something is due, each with the clause that says what."""
        text, parts = self.text, list(self._clauses())
        context = self.context
        for index, (clause, listed) in enumerate(parts):
            follows = index + 1 < len(parts) and not self.bracketed
            following = parts[index + 1][0] if follows else None
            behind = [each for each, _ in parts[index : index + 2]]
            if listed != context.listed:
                context = replace(context, listed=listed)
            for term in self._read(clause, context):
                if term.year and not term.inferred:
                    context = replace(context, year=term.year)
                if term.kind is Kind.RECURRING and not context.recurs:
                    context = replace(context, recurs=True)
                if self._is_none(term, clause, behind):
                    continue
                end = clause.end
                if following and term.kind is not Kind.VAGUE:
                    end = following.end if _last_word(text, clause) < term.end else end
                yield term, (clause.start, end)

    def _clauses(self) -> Iterator[tuple[Stretch, bool]]:
        """Yield the clauses, and whether each is the content of a label or of such a column.

        A bracket that is a sentence of its own is read field by field: （6月底完成，牵头单位：…）.
        """
        text, (start, end) = self.text, (self.sentence.start, self.sentence.end)
        listed = self.piece.listed
        if not self.bracketed:
            for clause in clauses(text, start, end):
                yield clause, listed
                listed = self.piece.listed or _is_label(text, clause)
            return
        for field in re.finditer(r"[^，；（）〔〕]+", text[start:end]):
            begin, stop = start + field.start(), start + field.end()
            label = _label().match(text, begin, stop)
            begin = label.end() if label else begin
            if begin < stop:
                yield Stretch(begin, stop), label is not None or len(field.group()) <= _SHORT_FIELD

    def _read(self, clause: Stretch, context: Context) -> Iterator[Term]:
        """Yield the terms of a clause from left to right; a longer one hides those inside it."""
        text, start, end = self.text, clause.start, clause.end
        found: list[Term] = []
        taken = bytearray(end - start)
        first = self.sentence.start
        own = find_effective(text, first, start, end, context.issued)
        applies = list(own)
        since = next((term.last for term in applies if term.last), self.effective)
        valid = find_validity(text, first, start, end, since or context.issued)
        for term in (*applies, *valid, *terms(text, start, end, context)):
            within = slice(max(term.start - start, 0), term.end - start)
            if not any(taken[within]):
                taken[within] = b"\1" * (within.stop - within.start)
                found.append(term)
                if term.kind is Kind.EFFECTIVE:
                    self.effective = term.last
        yield from sorted(found, key=lambda term: term.start)

    def _is_none(self, term: Term, clause: Stretch, behind: Sequence[Stretch]) -> bool:
        """Whether nothing is due by a time."""
        before = bisect_right(self.titles, term.start, key=lambda title: title.start)
        if before and term.start < self.titles[before - 1].end:
            return True
        issued = self.context.issued
        if issued and term.last and term.last < issued and term.kind in _PASSING:
            return True
        if term.rule == "deadline.since" and self._is_fact(term, clause):
            return True
        shown = behind if term.rule in _DATED else behind[:1]  # 未及时报送的，扣1分
        is_vague = term.rule == "deadline.vague"
        told = is_vague and (self._is_told() or self._is_looked_at(clause))
        if told or ((is_vague or term.rule in _DATED) and _tells_when(self.text, shown)):
            return True
        who = _WHICH.search if term.rule == "deadline.year-first" else _WHO_BY_THEN.match
        if term.rule in _DATED and who(self.text, term.end, clause.end):
            return True
        return term.rule in _HAPPENED and any(
            _fact().search(self.text, max(term.end, each.start), each.end) for each in behind
        )

    def _is_fact(self, term: Term, clause: Stretch) -> bool:
        """Whether what goes on since then is told: 也是从2001年起实行的试点县."""
        issued = self.context.issued
        dated = re.search(r"\d", self.text[term.start : term.end])
        if issued and dated and (term.year or 0) < issued.year:
            return True
        ahead = self.text[clause.start : term.start]
        return (
            _TELLS_SINCE.search(ahead) is not None
            or _SINCE_WHEN.match(self.text, term.end, clause.end) is not None
        )

    def _is_looked_at(self, clause: Stretch) -> bool:
        """Whether a heading says what is spoken of: 关于建立按时发放的机制."""
        about = self.text.startswith("关于", clause.start)
        ends = _LOOKED_AT.search(self.text, self.sentence.start, self.sentence.end)
        return about and ends is not None

    def _is_told(self) -> bool:
        """Whether the sentence tells what was done, and asks for nothing."""
        words = self.text[self.sentence.start : self.sentence.end]
        return _TOLD.search(words) is not None and _ASKED.search(words) is None


def _is_label(text: str, clause: Stretch) -> bool:
    """Whether a clause is the label of a time limit: 完成时限：."""
    label = _label().search(text, max(clause.start, clause.end - 10), clause.end)
    return label is not None and label.end() == clause.end and text[clause.end - 1] == "："


def _tells_when(text: str, ahead: Sequence[Stretch]) -> bool:
    """Whether a clause says of which cases a rule is, as 以前参加保险，参保人住院的， does."""
    for clause in ahead:
        words = text[max(clause.start, clause.end - 3) : clause.end]  # no more: clauses are long
        if _CASE.search(words):
            return True
        if not words.endswith("，"):
            return False
    return False


def _last_word(text: str, clause: Stretch) -> int:
    """Return the offset of the last character of a clause that is a word or ends a sentence."""
    last = clause.end - 1
    while last >= clause.start and not _WORD.match(text, last):
        last -= 1
    return last


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
