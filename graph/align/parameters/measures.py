"""Conditions and targets: which number stands against which, and who gains by the difference.

Forms read::

    年限要求不得超过2年    against 不得超过5年: less may be asked, relaxed
    连续居住满二年         against 连续居住满一年: more is asked, tightened
    参加社会保险满一年     against 年限的要求不得超过3年: less than may be asked, relaxed
    补贴标准不低于500元    against 不低于300元: more is granted, relaxed
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.align.comparison import Direction, Parameter
from graph.align.passages import two_grams
from graph.model import Condition, Operator, Target
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.align.sides import Pair

_FLOORS = frozenset({Operator.GTEQ, Operator.GT})
_SAME_SUBJECT = 0.5  # share of the shorter subject's 2-grams


def compare(pair: Pair) -> Iterator[Parameter]:
    """Yield the conditions and targets of both sides, paired by what they measure."""
    yield from _conditions(pair)
    yield from _targets(pair)


def _conditions(pair: Pair) -> Iterator[Parameter]:
    theirs = list(pair.their(Condition))
    paired: list[Condition] = []
    for ours in pair.our(Condition):
        other = _counterpart(ours, theirs)
        if other:
            paired.append(other)
            yield Parameter("condition", ours.subject, ours.span, other.span, _way(ours, other))
        elif _asked_of_a_person(ours):
            yield Parameter("condition", ours.subject, ours.span, None, Direction.TIGHTENED)
        else:
            yield Parameter("condition", ours.subject, ours.span, None, Direction.ADDED)
    for other in theirs:
        sentence = pair.their_sentence(other)
        if other not in paired and sentence and pair.carries(sentence):
            yield Parameter("condition", other.subject, None, other.span, Direction.DROPPED)


def _counterpart(ours: Condition, theirs: list[Condition]) -> Condition | None:
    """Return what asks for the same: alike in its subject, or the same value of a like thing.

    Of several that are alike the one of the same value comes first: 大城市…不得超过5年 has its own
    counterpart beside 中等城市…不得超过3年. 办理暂住登记满半年 is 居住半年以上 in other words.
    """

    def nearness(other: Condition) -> tuple[bool, bool, float]:
        alike = _alike(ours.subject, other.subject)
        return alike >= _SAME_SUBJECT, _same(ours, other), alike

    candidates = [other for other in theirs if other.unit == ours.unit]
    best = max(candidates, key=nearness, default=None)
    if best is None:
        return None
    is_alike, is_same, alike = nearness(best)
    return best if is_alike or (is_same and alike > 0) else None


def _same(one: Condition, other: Condition) -> bool:
    return one.value == other.value and _floor(one) == _floor(other)


def _alike(one: str, other: str) -> float:
    a, b = two_grams(one), two_grams(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _way(ours: Condition, theirs: Condition) -> Direction:
    if _same(ours, theirs):
        return Direction.SAME
    if _mentions(ours, "benefit") and _mentions(theirs, "benefit"):
        return Direction.RELAXED if ours.value > theirs.value else Direction.TIGHTENED
    if not (_demands(ours) and _demands(theirs)) or ours.value == theirs.value:
        return Direction.NOT_COMPARABLE
    return Direction.RELAXED if ours.value < theirs.value else Direction.TIGHTENED


def _floor(condition: Condition) -> bool:
    return condition.operator in _FLOORS


def _demands(condition: Condition) -> bool:
    """Whether the value says how much is, or may be, asked of a person."""
    return _asked_of_a_person(condition) or (
        not _floor(condition) and _mentions(condition, "demand")
    )


def _asked_of_a_person(condition: Condition) -> bool:
    personal = lexicon.concepts("adaptation-words")["personal-unit"].written
    return _floor(condition) and condition.unit in personal and not _mentions(condition, "benefit")


def _mentions(condition: Condition, key: str) -> bool:
    words = lexicon.concepts("adaptation-words")[key].written
    return any(word in condition.subject for word in words)


def _targets(pair: Pair) -> Iterator[Parameter]:
    theirs = list(pair.their(Target))
    paired: list[Target] = []
    for ours in pair.our(Target):
        candidates = [t for t in theirs if _alike(ours.measure, t.measure) >= _SAME_SUBJECT]
        other = max(candidates, key=lambda t: _alike(ours.measure, t.measure), default=None)
        if other:
            paired.append(other)
        yield Parameter(
            "target",
            ours.measure,
            ours.span,
            other.span if other else None,
            _target_way(ours, other) if other else Direction.ADDED,
        )
    for other in theirs:
        if other not in paired:
            yield Parameter("target", other.measure, None, other.span, Direction.DROPPED)


def _target_way(ours: Target, theirs: Target) -> Direction:
    same = (ours.value, ours.unit) == (theirs.value, theirs.unit)
    return Direction.SAME if same else Direction.NOT_COMPARABLE
