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

from typing import TYPE_CHECKING

from graph.extract.aimed import SHARES, backgrounds, is_fact, tells_which
from graph.extract.measured import measured
from graph.grammar.numbering import LABEL_AT_START
from graph.grammar.sentences import clauses, sentences
from graph.model import Condition, Operator, Place, Target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extract.measured import Measured
    from graph.grammar.sentences import Stretch
    from graph.model import Document, Passage


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
            parts = list(clauses(text, sentence.start, sentence.end))
            for value, clause in measured(text, parts):
                found = _finding(document, passage, value, clause)
                if isinstance(found, Condition) or not is_fact(
                    text, sentence, value.quantity.start, background=background
                ):
                    yield found


def _finding(
    document: Document, passage: Passage, value: Measured, clause: Stretch
) -> Condition | Target:
    text = document.folded.text
    quantity, subject = value.quantity, value.subject
    span = document.folded.span(value.start, value.end)
    which = not value.made and tells_which(text, quantity, subject, clause)
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
