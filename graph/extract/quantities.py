"""Conditions that someone must meet, and targets that are aimed at.

Forms read::

    在我市城镇就业居住5年以上                    condition: subject, value, operator
    连续居住满二年和参加社会保险满二年            two of them
    年限要求不得超过2年                          a cap on what an office may ask: a condition too
    户籍人口城镇化率稳步保持在80%                target: measure, aim, value
    到2025年，新建公厕20座、改造30座             target: what is to be made, and how many
    对营业收入首次突破100亿元、50亿元的企业       a condition, since it tells which ones
    95%以上的小学划片入学、满意度低于90%的，      of a share only the second tells which ones

What makes a value the one or the other, :mod:`graph.extract.value_kinds` says.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extract.amended_words import amended_words
from graph.extract.measured import measured
from graph.extract.measured_value import AGES, Form
from graph.extract.mismatched import can_have
from graph.extract.named_earlier import earlier_name, whole_name
from graph.extract.standing_alone import stands_alone
from graph.extract.striven_times import strives, tells_of_the_past
from graph.extract.value_kinds import Sentence
from graph.extract.value_settings import Setting, settings
from graph.extract.whole_phrase import is_whole
from graph.extract.written_in import written_in
from graph.grammar.measures import can_be_value
from graph.grammar.numbering import LABEL_AT_START
from graph.grammar.sentences import clauses, sentences
from graph.model import Condition, Operator, Place, Target

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from graph.extract.measured_value import Measured
    from graph.model import Document, Passage


_LEVELS = ("国家级", "省级", "市级", "县级", "区级", "校级", "部级", "百亿级", "千亿级")
# 以上数据，“以上”含本数，“以下”不含本数
_BELOW_EXCLUDES = re.compile(
    r"[“\"]?[ ]?以下[ ]?[”\"]?[^。；，“]{0,6}(?:不含|不包括|不包含)[ ]?(?:本数|该数|所列数)"
)


def find(document: Document) -> Iterator[Condition | Target]:
    """Yield the conditions and targets of ``document`` in the order of its text."""
    text = document.folded.text
    known, issued = settings(document), written_in(document)
    excludes = "本数" in text and _BELOW_EXCLUDES.search(text) is not None
    for passage in document.passages:
        if passage.where == Place.TITLE:
            continue
        setting = known.get(passage.where, Setting())
        for value, kind in _stated(document, passage, setting, issued):
            below = excludes and text.startswith("以下", value.quantity.end - 2)
            quantity = replace(value.quantity, operator=Operator.LT) if below else value.quantity
            yield _finding(document, passage, replace(value, quantity=quantity), kind)


def _stated(
    document: Document, passage: Passage, setting: Setting, issued: dt.date | None
) -> Iterator[tuple[Measured, type[Condition | Target]]]:
    """Yield the values of a passage that are conditions or targets, named as the text does."""
    text = document.folded.text
    label = LABEL_AT_START.match(text, passage.start, passage.end)
    start = label.end() if label else passage.start
    if not can_be_value().search(text, start, passage.end):
        return
    amended = amended_words(text, passage.start, passage.end)
    striven = told = False
    last: Measured | None = None
    for whole in sentences(text, start, passage.end):
        sentence = Sentence(text, whole, setting, issued, striven, told)
        figures = can_be_value().search(text, whole.start, whole.end) is not None
        parts = list(clauses(text, whole.start, whole.end)) if figures else ()
        for value, clause in measured(text, parts, last):
            last = value
            if any(words.start < value.end and value.start < words.end for words in amended):
                continue
            named = _named(text, value, whole_name)
            kind = sentence.kind_of(named, clause)
            if kind is Condition:
                named = _named(text, named, earlier_name)
            level = kind is Target and named.subject.endswith(_LEVELS)  # 国家级、省级企业10家、40家
            if (
                kind
                and not level
                and can_have(text, named)
                and stands_alone(text, named)
                and (named.form is Form.CASE or is_whole(named.subject))
            ):
                yield named, kind
        told = text[whole.end - 1] != "\n" and (
            told or tells_of_the_past(text, whole.start, whole.end, issued)
        )
        last = last if text[whole.end - 1] == "；" else None
        striven = text[whole.end - 1] == "；" and (
            striven or strives(text, whole.start, whole.end, issued)
        )


def _finding(
    document: Document, passage: Passage, value: Measured, kind: type[Condition | Target]
) -> Condition | Target:
    quantity = value.quantity
    about = len("左右") if document.folded.text.startswith("左右", value.end) else 0
    span = document.folded.span(value.start, value.end + about)
    if kind is Target:
        return Target(
            where=passage.where,
            work=passage.work,
            span=span,
            rule=_rule_of_target(value),
            measure=value.subject,
            operator=quantity.operator,
            value=quantity.value,
            unit=quantity.unit,
        )
    # 积分累计达到30分的: whoever has more meets it too
    ahead = document.folded.text[quantity.start : quantity.number]
    reached = quantity.operator is Operator.EQ and "达" in ahead
    return Condition(
        where=passage.where,
        work=passage.work,
        span=span,
        rule=f"condition.{_form(value)}",
        subject=value.subject,
        operator=Operator.GTEQ if reached else quantity.operator,
        value=quantity.value,
        unit=quantity.unit,
    )


def _named(text: str, value: Measured, naming: Callable[[str, Measured], str | None]) -> Measured:
    """Return a value with what the lead or an earlier clause calls it."""
    if value.form is not Form.BEFORE or value.made:
        return value
    name = naming(text, value)
    return replace(value, subject=name, form=Form.EARLIER) if name else value


def _form(value: Measured) -> Form:
    quantity = value.quantity
    if quantity.unit in AGES:
        return Form.AGE
    plain = quantity.operator is Operator.EQ and quantity.start == quantity.number
    return Form.AMOUNT if plain and value.form is Form.BEFORE else value.form


def _rule_of_target(value: Measured) -> str:
    """Return the rule of a target: what is made, what an aim word says, or a limit alone."""
    if value.made:
        return "target.made"
    return "target.aim" if value.quantity.aim else "target.share"
