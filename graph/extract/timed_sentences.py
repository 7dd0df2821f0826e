"""The times of a sentence by which something is due, each with the clause that says what.

A clause has its own times; a year or a recurrence that one names holds for those behind it
(每年3月底前报送目录，4月底前公布). A bracket that is a sentence is read field by field, and what
stands behind a label, or in a column of time limits, is one throughout.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.terms import Context, Term, any_term, terms
from graph.extract.undue import Setting, asks_nothing
from graph.extract.validity import any_validity, find_effective, find_validity
from graph.grammar.sentences import Stretch, clauses
from graph.model import DeadlineKind as Kind
from ontology import lexicon

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

_SHORT_FIELD = 12  # characters of 6月底完成, 持续推进
# 每年度终了后，编制报告; 定期和根据需要，召开会议: what is due stands behind the comma
_NO_DEED = re.compile(
    r"(?:(?:终了|结束|届满|年终)?[初末底]?(?:以后|之后|以前|之前|[后前时内])?"
    r"|[^，。；]{0,14}(?:会议?上|期间|时间内|期限内|时限内|当[天日])"
    r"|(?:和|或|或者|、|并)(?:根据需要|不定期|视情况?|按需))，"
)
# “十二五”期间，除有特殊要求外，厂房…, 到2025年，以创新为牵引，建成…: what is due stands behind what
# is left out, and behind the means
_LEFT_OUT = re.compile(r"(?:除[^，。；]{2,40}外|以(?![上下内])[^，。；]{2,30}为[^，。；]{1,8})，$")
_IN_FIGURES = re.compile("19|20")  # a date without a word: 2020-05-01
_WORD = re.compile(r"[\u4e00-\u9fff。；！？\n]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage that is read by itself.

    It is ``listed`` where it holds a time limit, ``heads`` what is below it where it is a heading.
    """

    start: int
    end: int
    listed: bool = False
    heads: bool = False


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternatives('time-words', 'label')}[ ]?[：:]?[ ]?")


@cache
def any_time() -> re.Pattern[str]:
    """Return the cheap question of a sentence or a clause: is there a word of a time in it?"""
    return re.compile(f"{any_term().pattern}|{any_validity().pattern}")


class TimedSentence:
    """A sentence with what its clauses say of each other's times."""

    def __init__(
        self, setting: Setting, sentence: Stretch, piece: Piece, effective: dt.date | None
    ) -> None:
        """Hold a sentence in its setting; ``effective`` is since when the act applies."""
        self.setting, self.sentence, self.piece = setting, sentence, piece
        self.text = setting.text
        self.context = Context(setting.issued, listed=piece.listed)
        self.effective = effective
        self.bracketed = self.text[sentence.start] in "（〔"

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
                if self.piece.heads and term.kind is Kind.VAGUE:
                    continue  # 一、加大融资支持，及时纾困助企: a catchword
                if asks_nothing(self.setting, self.sentence, term, clause, behind):
                    continue
                end = clause.end
                vague = term.kind is Kind.VAGUE and not text.endswith("内", 0, term.end)
                if following and not vague:
                    alone = _last_word(text, clause) < term.end or _NO_DEED.fullmatch(
                        text, term.end, clause.end
                    )
                    end = following.end if alone else end
                    left_out = alone and _LEFT_OUT.match(text, following.start, end)
                    if left_out and index + 2 < len(parts):
                        end = parts[index + 2][0].end
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
        if not any_time().search(text, start, end) and not _IN_FIGURES.search(text, start, end):
            return
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


def _is_label(text: str, clause: Stretch) -> bool:
    """Whether a clause is the label of a time limit: 完成时限：."""
    label = _label().search(text, max(clause.start, clause.end - 10), clause.end)
    return label is not None and label.end() == clause.end and text[clause.end - 1] == "："


def _last_word(text: str, clause: Stretch) -> int:
    """Return the offset of the last character of a clause that is a word or ends a sentence."""
    last = clause.end - 1
    while last >= clause.start and not _WORD.match(text, last):
        last -= 1
    return last
