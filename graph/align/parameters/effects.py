"""Whom a value serves that is higher than another one: the person, nobody, or an office's duty.

A value has one part in its sentence::

    补贴标准为每月350元            a benefit: more is better
    收费标准为每吨9元、处…罚款     a burden: more is worse
    缴纳社会保险满三年             a floor that one must reach: more is worse
    年限要求不得超过2年            a cap on what may be asked: more is worse
    人均月收入不高于3000元         a ceiling of admission: more is better
    5个工作日内办结（申请）        an office acts for an applicant: longer is worse
    30日内补正                     a person must act: longer is better
    3日内上报                      an office acts for another: longer is a weaker duty
    三年内不得申请                 a ban: longer is worse
    有效期为三年                   validity: longer is better
    保存五年、公示7日              an office keeps, or shows: longer is a stronger duty

What has no such part is not judged.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from graph.align.parameters.parties import Party, parties, subject
from graph.align.parameters.values import CAPS, FLOORS
from ontology import lexicon

if TYPE_CHECKING:
    from graph.align.parameters.values import Value

_NEAR = 16  # characters
_ACT = 24
_PERSONAL = frozenset({"time", "age", "分"})
_HEADS = frozenset({"人", "名", "户", "家", "个", "万人"})  # how many get something is no right
_NAMED = frozenset({"money", "%", "‰", "倍", "time", "个百分点"})  # what its noun tells of


class Effect(StrEnum):
    """What it means that a value is higher."""

    BETTER = "better"
    WORSE = "worse"
    STRONGER = "stronger"  # an office's duty
    WEAKER = "weaker"
    UNKNOWN = "unknown"


@cache
def words(*keys: str) -> re.Pattern[str]:
    """Return a pattern of the words of effect by their keys."""
    return re.compile(lexicon.alternatives("effect-words", *keys))


def effect(text: str, value: Value) -> Effect:
    """Return what it means that a value is higher than its counterpart."""
    stretch = value.piece.sentence.stretch
    if value.kind == "time" and value.within:
        return _term(text, value, text[stretch.start : stretch.end])
    if value.kind == "time" and (found := _length(text, value)):
        return found
    if value.operator in CAPS and words("demand").search(value.before):
        return Effect.WORSE
    if value.kind in _NAMED and (noun := _noun(text, value)):
        return noun
    return _admitting(text, value) or _counted(text, value)


def _admitting(text: str, value: Value) -> Effect | None:
    """Return the effect of what one must reach or stay below to be admitted."""
    granted = words("grants").search(text[value.end : value.piece.sentence.stretch.end])
    floor = value.operator in FLOORS and (value.kind in _PERSONAL or granted)
    ceiling = value.operator in CAPS and words("ceiling").search(value.before + _unit_of(value))
    if not floor and not ceiling:
        return None
    if _burdens(text[value.end : value.piece.sentence.stretch.end]):
        return Effect.UNKNOWN
    return Effect.WORSE if floor else Effect.BETTER


def _unit_of(value: Value) -> str:
    return "年龄" if value.kind == "age" else ""


def _term(text: str, value: Value, sentence: str) -> Effect:
    """Return the effect of a time within which something is done, or must not be."""
    piece = value.piece
    behind = text[value.end : piece.sentence.stretch.end]
    if words("ban").match(behind.lstrip("内以之，")):
        return Effect.WORSE
    who = subject(text, piece.sentence.stretch.start, piece.start, value.start)
    act = behind[:_ACT]
    private = who in (Party.PERSON, Party.FIRM) and not words("ban", "denies").search(act)
    own = words("person-act").search(act) and not words("office-act").search(act)
    if private and who is Party.FIRM and _answers(act):
        return Effect.WORSE  # a firm answers someone who waits for it
    if private or (who is None and own):
        return Effect.BETTER
    if words("office-act").search(act):
        served = words("applicant").search(sentence) and not _UPWARDS.search(act)
        return Effect.WORSE if served else Effect.WEAKER
    return Effect.WEAKER if who is Party.OFFICE else Effect.UNKNOWN


def _answers(act: str) -> bool:
    """Whether something is done for a person: 答复投诉人, 退还消费者."""
    return any(party is Party.PERSON for party, *_ in parties(act, 0, len(act))) and bool(
        words("office-act").match(act.lstrip("内以之，"))
    )


_UPWARDS = re.compile(r"上一?级|上报|报送|备案|督办|整改|移交|通报|报告|抄送|报[^销名考到]")


def _length(text: str, value: Value) -> Effect | None:
    """Return the effect of how long something is valid, kept or shown; None for another time."""
    before = text[max(value.piece.start, value.start - _NEAR) : value.start]
    behind = text[value.end : min(value.piece.end, value.end + 6)]
    if words("valid").search(before):
        return Effect.BETTER
    if words("keeps").search(before):
        start = value.piece.sentence.stretch.start
        who = subject(text, start, value.piece.start, value.start)
        private = who in (Party.PERSON, Party.FIRM)
        return Effect.WORSE if private else Effect.STRONGER
    if words("published").search(before) or words("published").match(behind):
        return Effect.STRONGER
    return None


def _noun(text: str, value: Value) -> Effect | None:
    """Return the effect of what is granted or taken: the nearest such noun.

    补贴个人缴费的50% is no burden, since it is paid for one.
    """
    piece = value.piece
    before, behind = text[piece.start : value.start], text[value.end : piece.end]
    sides = words("benefit", "burden")
    if sides.search(before):
        granted = words("benefit").search(before)
        return Effect.BETTER if granted else Effect.WORSE
    first = sides.search(behind)
    if first is None and value.kind in ("money", "%") and value.operator not in FLOORS:
        lead = text[piece.sentence.stretch.start : piece.start]
        nouns = list(sides.finditer(lead))
        first = nouns[-1] if nouns else None
    if first is None:
        return None
    return Effect.BETTER if _is(first.group(), "benefit") else Effect.WORSE


def _is(word: str, key: str) -> bool:
    return word in lexicon.written("effect-words", key)


def _burdens(rest: str) -> bool:
    """Whether what follows binds those whom a value picks: 100人以上的企业应当设立."""
    marked = re.search(r"应当?|必须|不得|禁止|严禁|处|收回|追回|撤销|责令|视为", rest)
    return bool(marked) and not words("grants").search(rest)


def _counted(text: str, value: Value) -> Effect:
    """Return the effect of a number of things: 三种材料, 每年演练2次."""
    behind = text[value.end : value.piece.end]
    if words("papers", "any-papers").search(behind[:8]):
        return Effect.WORSE
    piece = value.piece
    who = subject(text, piece.sentence.stretch.start, piece.start, value.start)
    gives = value.kind not in _HEADS and words("benefit").search(piece.words)
    if who in (Party.PERSON, None) and gives:
        return Effect.BETTER  # 可免费体检2次
    if value.kind != "次" or who is None or words("grants").search(piece.words):
        return Effect.UNKNOWN
    return Effect.STRONGER if who is Party.OFFICE else Effect.WORSE
