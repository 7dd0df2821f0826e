"""Measures that one side states alone: a new floor is stricter, unless the parent leaves it open.

Forms read::

    连续居住满三年的可以申请        no word of it in any parent: tightened
    参加社会保险满三年              the parent: 参加社会保险年限等; it says how many: added
    年满六周岁                      an age tells whom a rule is for: added
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.align.comparison import Direction, Parameter
from graph.align.parameters.effects import Effect, effect, words
from graph.align.parameters.family import kin
from graph.align.parameters.novelties import entitlements
from graph.align.parameters.values import FLOORS, other_size
from graph.align.passages import two_grams
from graph.model import Condition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.align.parameters.counterparts import Counterparts
    from graph.align.parameters.values import Value
    from graph.model import Target

_CHINESE = re.compile(r"[\u4e00-\u9fff]{2,}")
_THING = 4  # characters of what is measured: 社会保险, 连续居住
_AHEAD = 12  # characters
_VERB = 2  # characters behind a relative: 父母参加
_LEFT_OPEN = 0.5  # share of the words of what is measured


def added(both: Counterparts, value: Value, finding: Condition | Target) -> Parameter:
    """Return a measure that no parent states."""
    if not isinstance(finding, Condition):
        return Parameter("target", finding.measure, finding.span, None, Direction.ADDED)
    text = both.pair.ours.text
    asked = value.kind == "time" and value.operator in FLOORS and not value.within
    stricter = (
        asked
        and effect(text, value) is Effect.WORSE
        and not _left_open(both, value)
        and not _asked_there(both, value)
        and not _elsewhere(both, value, finding)
        and not _of_a_new_right(both, value)
    )
    direction = Direction.TIGHTENED if stricter else Direction.ADDED
    return Parameter("condition", finding.subject, finding.span, None, direction)


def _of_a_new_right(both: Counterparts, value: Value) -> bool:
    """Whether what one gets by reaching a floor is new itself: nobody lost it."""
    return any(
        piece.sentence is value.piece.sentence and piece.start >= value.piece.start
        for piece in entitlements(both)
    )


def _asked_there(both: Counterparts, value: Value) -> bool:
    """Whether the parents' document has the words before a value, for the same relatives."""
    who = _relative(value)
    if who and who not in both.pair.theirs.text:
        return False
    grams = two_grams(value.before)
    grams = grams if len(grams) >= _THING - 1 else value.piece.grams
    return any(
        len(grams & s.grams) >= _LEFT_OPEN * len(grams)
        for clause in both.pair.theirs.clauses
        if not other_size(both.pair.clause, clause)
        for s in clause.sentences
    )


def _relative(value: Value) -> str:
    """Return the relative of whom something is asked, with how its verb begins: 父母参加."""
    ahead = value.before[-_AHEAD:]
    found = list(kin().finditer(ahead))
    return ahead[found[-1].start() : found[-1].end() + _VERB] if found else ""


def _left_open(both: Counterparts, value: Value) -> bool:
    """Whether a parent speaks of what is measured without a number: 参加社会保险年限."""
    wanted = two_grams(value.before[-_THING:])
    relatives = kin().findall(value.before[-_AHEAD:])
    alike = both.sentences_like(value.piece.sentence)
    said = "\n".join(
        s.masked.text
        for parent in both.pair.parents
        if not other_size(both.pair.clause, parent)
        for s in parent.sentences
        if not alike or s in alike
    )
    for match in words("gen-year").finditer(said):
        ahead = said[max(0, match.start() - _AHEAD) : match.start()]
        if any(each not in ahead for each in relatives):
            continue  # 父母参加社会保险: whose years are left open is told
        before = two_grams(ahead)
        if wanted and len(wanted & before) >= _LEFT_OPEN * len(wanted):
            return True
    return False


def _elsewhere(both: Counterparts, value: Value, finding: Condition) -> bool:
    """Whether the parents' document asks for as much of a like thing in another clause."""
    subject, who = two_grams(finding.subject), _relative(value)[:-_VERB]
    return any(
        (other.value, other.unit) == (finding.value, finding.unit)
        and subject & two_grams(other.subject)
        and who in other.subject
        for other in both.pair.theirs.reading.conditions
    )


def dropped(both: Counterparts, finding: Condition | Target) -> Iterator[Parameter]:
    """Yield a measure of the parents that the clause does not state."""
    if not isinstance(finding, Condition):
        yield Parameter("target", finding.measure, None, finding.span, Direction.DROPPED)
        return
    sentence = both.pair.their_sentence(finding)
    if sentence and both.pair.carries(sentence):
        yield Parameter("condition", finding.subject, None, finding.span, Direction.DROPPED)
