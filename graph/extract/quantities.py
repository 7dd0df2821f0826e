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

from graph.extract.aimed import SHARES, backgrounds, is_fact, tells_which
from graph.grammar.dates import DATE
from graph.grammar.numbering import LABEL_AT_START
from graph.grammar.numerals import CHINESE
from graph.grammar.quantities import find_quantities, forms_of
from graph.grammar.sentences import brackets, clauses, sentences
from graph.model import Condition, Operator, Place, Target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.grammar.quantities import Quantity
    from graph.grammar.sentences import Stretch
    from graph.model import Document, Passage

_LEADING = re.compile(r"(?:的[^，]{0,14}?[并且])?(?:或者|[ 、，和或且及并但对凡])*(?:其中[，：]?)?")
_TITLE = re.compile(r"[《》]")
_LIST = re.compile(r"[、，；：]")
_OTHER_CASE = re.compile(r".*(?:或者|[或且])")
_JOINS = re.compile(r"的?(?:或者|[ 和或且及并但与（）])|的[^，]{0,14}?[并且]|$")
_LONGEST_SUBJECT = 60


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('adverb')})$")


def find(document: Document) -> Iterator[Condition | Target]:
    """Yield the conditions and targets of ``document`` in the order of its text."""
    text = document.folded.text
    described = backgrounds(document)
    for passage in document.passages:
        if passage.where == Place.TITLE:
            continue
        background = passage.where in described
        label = LABEL_AT_START.match(text, passage.start, passage.end)
        for sentence in sentences(text, label.end() if label else passage.start, passage.end):
            for clause in clauses(text, sentence.start, sentence.end):
                for quantity, start, end in _measured(text, clause):
                    found = _finding(document, passage, quantity, start, end, clause)
                    if isinstance(found, Condition) or not is_fact(
                        text, sentence, quantity.start, background=background
                    ):
                        yield found


def _measured(text: str, clause: Stretch) -> Iterator[tuple[Quantity, int, int]]:
    """Yield the quantities of a clause, each with the words that it measures."""
    at, before = clause.start, clause.start
    for quantity in find_quantities(text, clause.start, clause.end):
        start, end = _subject(text, _start(text, at, before, quantity.start), quantity.start)
        if text[at : quantity.start] or at == clause.start:  # 500万元以上1000万元以下 is one
            before = min(start, quantity.start)
        at = quantity.end
        if start >= end or DATE.match(text, quantity.start):
            continue
        bare = text[quantity.start].isdigit() or text[quantity.start] in CHINESE
        if bare and text[end - 1] == "、":  # （暂住证）、十六周岁以下流动人员 lists
            continue
        if DATE.fullmatch(text, start, end):  # 1998年达到2000人 measures nothing
            continue
        if text[end - 1] == "每":  # 每满1年积3分 is a rate
            continue
        yield quantity, start, end


def _start(text: str, at: int, before: int, end: int) -> int:
    """Return where the words begin that lead up to a value at ``end`` behind another at ``at``."""
    if at == before or _LIST.search(text, at, end):
        return at
    if other := _OTHER_CASE.match(text, at, end):  # 3年以上劳动合同或实际工作满3年
        return other.end()
    # 65岁以上老年人健康管理率: the earlier value is an attribute
    return at if _JOINS.match(text, at, end) else before


def _subject(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the words that a quantity measures: those before it, without what only leads in.

    Closed brackets stay where words stand before them: 县（市、区）机械化率.
    """
    for mark in _TITLE.finditer(text, start, end):
        start = mark.end()
    closed = list(brackets(text, start, end, "（"))
    inside = {i for pair in closed for i in (pair.start, pair.end - 1)}
    for mark in re.finditer("[（）]", text[start:end]):
        if start + mark.start() not in inside:
            return _subject(text, start + mark.end(), end)
    if closed and (closed[0].start == start or end - start > _LONGEST_SUBJECT):
        start = closed[-1 if end - start > _LONGEST_SUBJECT else 0].end
    leading = _LEADING.match(text, start, end)
    start = leading.end() if leading else start
    while adverb := _adverbs().search(text[start:end]):
        end = start + adverb.start()
    return max(start, end - _LONGEST_SUBJECT), end


def _finding(
    document: Document,
    passage: Passage,
    quantity: Quantity,
    start: int,
    end: int,
    clause: Stretch,
) -> Condition | Target:
    text = document.folded.text
    subject = text[start:end]
    span = document.folded.span(start, quantity.end)
    which = tells_which(text, quantity, subject, clause)
    if not which and (quantity.aim or quantity.unit in SHARES):
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
    reached = which and quantity.operator is Operator.EQ
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
