"""Conditions that someone must meet, and targets that are aimed at.

Forms read::

    在我市城镇就业居住5年以上                    condition: subject, value, operator
    连续居住满二年和参加社会保险满二年            two of them
    年限要求不得超过2年                          a cap on what an office may ask: a condition too
    户籍人口城镇化率稳步保持在80%                target: measure, aim, value
    对营业收入首次突破100亿元、50亿元的企业       a condition, since it tells which ones
    95%以上的小学划片入学、满意度低于90%的，      of a share only the second tells which ones
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.dates import DATE
from graph.grammar.numbering import LABEL_AT_START
from graph.grammar.quantities import Quantity, find_quantities
from graph.grammar.sentences import clauses, sentences
from graph.model import Condition, Operator, Place, Target
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Document, Passage

# 能按不低于20%的比例录用见习人员并与其签订一年以上: behind 的 the next thing begins with 并.
_LEADING = re.compile(r"(?:的[^，]{0,14}?[并且])?(?:或者|[ 、，和或且及并对凡])*(?:其中[，：]?)?")
_FACT = re.compile("目前|近年来|现有")
_BRACKET = re.compile(r"[（）《》]")
_SHARE = ("%", "‰", "个百分点")
_LONGEST_SUBJECT = 60
_FURTHER = re.compile(r"(?:、\d[^，。；、的]{1,8})*")  # values of the same measure


@cache
def _adverbs() -> re.Pattern[str]:
    forms = lexicon.concepts("measure-words")["adverb"].written
    return re.compile("(?:" + "|".join(sorted(map(re.escape, forms), key=len, reverse=True)) + ")$")


@cache
def _telling_which() -> re.Pattern[str]:
    forms = lexicon.concepts("measure-words")["aim-noun"].written
    return re.compile(
        f"{_FURTHER.pattern}的(?![^，。；]{{0,4}}(?:{'|'.join(map(re.escape, forms))}))"
    )


_TELLING_WHICH_SHARE = re.compile(r"的(?:[，；。：]|$)", re.MULTILINE)


def find(document: Document) -> Iterator[Condition | Target]:
    """Yield the conditions and targets of ``document`` in the order of its text."""
    text = document.folded.text
    for passage in document.passages:
        if passage.where == Place.TITLE:
            continue
        label = LABEL_AT_START.match(text, passage.start, passage.end)
        for sentence in sentences(text, label.end() if label else passage.start, passage.end):
            is_fact = _FACT.search(text, sentence.start, sentence.end) is not None
            for clause in clauses(text, sentence.start, sentence.end):
                for found in _in_clause(document, passage, clause.start, clause.end):
                    if not (is_fact and isinstance(found, Target)):  # 目前…已达480万人
                        yield found


def _in_clause(
    document: Document, passage: Passage, start: int, end: int
) -> Iterator[Condition | Target]:
    text = document.folded.text
    at = start
    for quantity in find_quantities(text, start, end):
        subject_start, subject_end = _subject(text, at, quantity.start)
        at = quantity.end
        if subject_start >= subject_end or DATE.match(text, quantity.start):
            continue
        if DATE.fullmatch(text, subject_start, subject_end):  # 1998年达到2000人 measures nothing
            continue
        if text[subject_end - 1] == "每":  # 每满1年积3分 is a rate
            continue
        yield _finding(document, passage, quantity, subject_start, subject_end)


def _subject(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the words that a quantity measures: those before it, without what only leads in."""
    for bracket in _BRACKET.finditer(text, start, end):
        start = bracket.end()
    leading = _LEADING.match(text, start, end)
    start = leading.end() if leading else start
    while adverb := _adverbs().search(text[start:end]):
        end = start + adverb.start()
    return max(start, end - _LONGEST_SUBJECT), end


def _finding(
    document: Document, passage: Passage, quantity: Quantity, start: int, end: int
) -> Condition | Target:
    subject = document.folded.text[start:end]
    span = document.folded.span(start, quantity.end)
    attribute = _TELLING_WHICH_SHARE if quantity.unit in _SHARE else _telling_which()
    tells_which = attribute.match(document.folded.text, quantity.end)
    if not tells_which and (quantity.aim or quantity.unit in _SHARE):
        return Target(
            where=passage.where,
            work=passage.work,
            span=span,
            rule="target.aim" if quantity.aim else "target.share",
            measure=subject,
            operator=quantity.operator,
            value=quantity.value,
            unit=quantity.unit,
        )
    # 积分累计达到30分的: whoever has more meets it too
    reached = tells_which and quantity.operator is Operator.EQ
    operator = Operator.GTEQ if reached else quantity.operator
    return Condition(
        where=passage.where,
        work=passage.work,
        span=span,
        rule="condition.limit",
        subject=subject,
        operator=operator,
        value=quantity.value,
        unit=quantity.unit,
    )
