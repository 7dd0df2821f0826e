"""Values against values: which number stands against which, and who gains by the difference.

Forms read::

    年限要求不得超过2年    against 不得超过5年: less may be asked, relaxed
    连续居住满二年         against 连续居住满一年: more is asked, tightened
    参加社会保险满一年     against 年限的要求不得超过3年: less than may be asked, relaxed
    补贴标准为350元        against 300元: more is granted, relaxed
    5个工作日内办结        against 10个工作日内办结, 当场 against 15日内: sooner, relaxed
    处一万元以上三万元以下 against …十万元以下: bound by bound
    费率0.8%               against 1%; 两种材料 against 四种材料

Values are paired by the words around them, over all parents of a clause, and only within the same
case: 中等城市 has its counterpart beside 大城市.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Generic, TypeVar

from graph.align.comparison import Direction, Parameter
from graph.align.parameters.effects import Effect, effect
from graph.align.parameters.unmatched import added, dropped
from graph.align.parameters.values import CAPS, FLOORS, headed, other_case, values_in
from graph.align.passages import folded_stretch, two_grams
from graph.model import Condition, Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph import model
    from graph.align.parameters.counterparts import Counterparts
    from graph.align.parameters.values import Value
    from graph.align.sides import Side
    from graph.model import FoldedText

_HEAD = 10  # characters
_SAME_SUBJECT = 0.5  # share of the shorter one's 2-grams
_WAYS = {
    Effect.BETTER: (Direction.RELAXED, Direction.TIGHTENED),
    Effect.WORSE: (Direction.TIGHTENED, Direction.RELAXED),
    Effect.STRONGER: (Direction.DUTY_STRONGER, Direction.DUTY_WEAKER),
    Effect.WEAKER: (Direction.DUTY_WEAKER, Direction.DUTY_STRONGER),
}
_OPPOSITE = {frozenset(way) for way in _WAYS.values()}
AnyFinding = TypeVar("AnyFinding", bound="model.Finding")
Finding = Condition | Target


def compare(both: Counterparts) -> Iterator[Parameter]:
    """Yield the values of both sides, paired by what they measure."""
    pair = both.pair
    ours = list(_unrejected(pair.ours, values_in(pair.ours.text, both.ours)))
    ours = [headed(value, (pair.clause,)) for value in ours]
    theirs = list(_unrejected(pair.theirs, values_in(pair.theirs.text, both.theirs)))
    theirs = [headed(value, pair.parents) for value in theirs]
    found = _Findings[Condition | Target](
        pair.ours.reading.document.folded, [*pair.our(Condition), *pair.our(Target)]
    )
    wanted = _Findings[Condition | Target](
        pair.theirs.reading.document.folded, [*pair.their(Condition), *pair.their(Target)]
    )
    told: dict[int, list[Parameter]] = defaultdict(list)
    met: set[int] = set()
    for one, others in _paired(both, ours, theirs):
        met.update(others_at for others_at, _ in others)
        at = ours.index(one)
        against = [(other, wanted.of(other)) for _, other in others]
        each = _told(both, one, found.of(one), against)
        if each.direction is not Direction.SAME or each.kind != "amount":
            told[at].append(each)
    for at, one in enumerate(ours):
        if at in told:
            continue
        finding = found.of(one)
        if finding:
            told[at].append(added(both, one, finding))
    for at in _moved_apart(ours, told):
        told[at] = [_undecided(each, "bounds") for each in told[at]]
    for at in sorted(told):
        yield from told[at]
    for at, other in enumerate(theirs):
        finding = wanted.of(other)
        if at not in met and finding:
            yield from dropped(both, finding)


def _unrejected(owner: Side, values: Iterable[Value]) -> Iterator[Value]:
    """Yield the values without those that a reviewer rejected."""
    rejected = _Findings(owner.reading.document.folded, owner.reading.rejected)
    yield from (value for value in values if rejected.of(value) is None)


class _Findings(Generic[AnyFinding]):
    """Conditions and targets by the folded offsets of their words."""

    def __init__(self, folded: FoldedText, found: Sequence[AnyFinding]) -> None:
        self._at = [(folded_stretch(folded, each.span), each) for each in found]

    def of(self, value: Value) -> AnyFinding | None:
        """Return what was found of a value: that in whose words its number stands last."""
        inside = [
            (stretch.end - value.end, each)
            for stretch, each in self._at
            if stretch.start <= value.number < stretch.end and stretch.end >= value.end
        ]
        return min(inside, key=lambda pair: pair[0])[1] if inside else None


def _paired(
    both: Counterparts, ours: Sequence[Value], theirs: Sequence[Value]
) -> Iterator[tuple[Value, list[tuple[int, Value]]]]:
    """Yield our values with the parents' that measure the same: equal ones first, then by words.

    A value that names no case is held against all cases of the parents: also against those that
    are told behind the first in few words (大城市…年限要求不得超过5年、中等城市不得超过3年).
    """
    scores = {
        (i, j): alike
        for i, one in enumerate(ours)
        for j, other in enumerate(theirs)
        if one.kind == other.kind and (alike := _alike(both, one, other, ours, theirs))
    }
    order = sorted(
        scores,
        key=lambda at: (
            other_case(ours[at[0]], theirs[at[1]]),
            not _same(ours[at[0]], theirs[at[1]]),
            -scores[at],
            at,
        ),
    )
    taken: set[int] = set()
    held: set[int] = set()
    for i, j in order:
        if i in taken or j in held:
            continue
        others = [(j, theirs[j])]
        if not ours[i].cases and theirs[j].cases and not _same(ours[i], theirs[j]):
            others += [
                (k, theirs[k])
                for k in range(len(theirs))
                if k != j and k not in held and other_case(theirs[k], theirs[j])
                if (i, k) in scores or _same_limit(theirs[k], theirs[j])
            ]
        taken.add(i)
        held.update(at for at, _ in others)
        yield ours[i], others


def _same_limit(one: Value, other: Value) -> bool:
    """Whether two values of one sentence limit the same thing in two cases."""
    one_sentence = one.piece.sentence is other.piece.sentence
    return one_sentence and one.kind == other.kind and _limit(one) == _limit(other)


def _same(one: Value, other: Value) -> bool:
    return one.equals(other) and _limit(one) == _limit(other) and one.per == other.per


def _limit(value: Value) -> str:
    if value.operator in FLOORS:
        return "floor"
    return "cap" if value.operator in CAPS and not value.within else "fixed"


def _alike(
    both: Counterparts,
    one: Value,
    other: Value,
    ours: Sequence[Value],
    theirs: Sequence[Value],
) -> float:
    """Return how like the words around two values are; 0 where they may measure different things.

    Of two sentences that say the same the only values of a kind belong together; an equal value of
    a like thing is the same in other words (办理暂住登记满半年, 居住半年以上).
    """
    share = _share(one.grams, other.grams)
    heads = _share(two_grams(one.before), two_grams(other.before))
    here = other.piece.sentence in both.sentences_like(one.piece.sentence)
    if one.whose != other.whose:
        return 0.0
    if one.follows != other.follows or (one.within and other.within and not _same_act(one, other)):
        return 0.0
    due = one.within and _share(two_grams(one.act), two_grams(other.act)) >= _SAME_SUBJECT
    if share >= _SAME_SUBJECT and (here or due or heads >= _SAME_SUBJECT):
        return share + heads / 2 + (0.5 if here else 0)
    alone = _alone(one, ours) and _alone(other, theirs)
    if here and alone and (share or not (one.grams and other.grams) or one.follows):
        return 0.3 + share
    return 0.1 + share if share and _same(one, other) and one.amount > 1 else 0.0


def _same_act(one: Value, other: Value) -> bool:
    """Whether the same is done within both times: 当场受理 and 15日内制作发放 are two things."""
    ours, theirs = two_grams(one.act), two_grams(other.act)
    return bool(ours & theirs) or not (ours and theirs)


def _alone(value: Value, those: Sequence[Value]) -> bool:
    return not any(
        each is not value
        and each.kind == value.kind
        and each.follows == value.follows
        and each.piece.sentence is value.piece.sentence
        for each in those
    )


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _told(
    both: Counterparts,
    one: Value,
    finding: Finding | None,
    others: Sequence[tuple[Value, Finding | None]],
) -> Parameter:
    """Return a value beside its counterparts; a direction only where all of them give the same."""
    ways = [_way(both, one, other, finding) for other, _ in others]
    direction, reason = ways[0]
    if len({way for way, _ in ways}) > 1:
        direction, reason = Direction.NOT_COMPARABLE, "other-case"
    aims = isinstance(finding, Target)
    subject = ""
    if finding:
        subject = finding.measure if isinstance(finding, Target) else finding.subject
    other, stated = others[0]
    ours = finding.span if finding else both.our_span(one.piece.start, one.piece.end)
    theirs = stated.span if stated else both.their_span(other.piece.start, other.piece.end)
    kind = "target" if aims else "term" if one.within else "condition" if finding else "amount"
    return Parameter(kind, subject or _head(both, one), ours, theirs, direction, reason)


def _head(both: Counterparts, value: Value) -> str:
    """Return the words before a value as they stand."""
    before = both.pair.ours.text[value.piece.start : value.start]
    return before[-_HEAD:].strip("（(，、 ")


def _way(
    both: Counterparts, one: Value, other: Value, finding: Finding | None
) -> tuple[Direction, str]:
    if _same(one, other):
        return Direction.SAME, ""
    ours, theirs = effect(both.pair.ours.text, one), effect(both.pair.theirs.text, other)
    more = one.more_than(other)
    aims = isinstance(finding, Target)
    reason = _incomparable(one, other, ours, theirs, aims=aims)
    if reason or more is None:
        return Direction.NOT_COMPARABLE, reason or "other-unit"
    higher, lower = _WAYS[ours if ours is not Effect.UNKNOWN else theirs]
    return (higher if more else lower), ""


def _incomparable(one: Value, other: Value, ours: Effect, theirs: Effect, *, aims: bool) -> str:
    """Return why no direction can be told; empty where one can."""
    asked = ours is theirs is Effect.WORSE and one.kind == "time"
    reasons = {
        "other-case": other_case(one, other),
        "other-unit": one.per != other.per,
        "aim": aims,
        "other-operator": (_limit(one) != _limit(other) and not asked) or one.equals(other),
        "unknown-effect": len({ours, theirs} - {Effect.UNKNOWN}) != 1,
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _moved_apart(ours: Sequence[Value], told: dict[int, list[Parameter]]) -> Iterator[int]:
    """Yield the two bounds of a range that move in different directions."""
    for at, one in enumerate(ours):
        if not one.follows or at not in told or at - 1 not in told:
            continue
        ways = frozenset(each.direction for place in (at - 1, at) for each in told[place])
        if ways in _OPPOSITE:
            yield from (at - 1, at)


def _undecided(each: Parameter, reason: str) -> Parameter:
    return Parameter(
        each.kind, each.subject, each.child, each.parent, Direction.NOT_COMPARABLE, reason
    )
