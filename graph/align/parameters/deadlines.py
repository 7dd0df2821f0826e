"""By when: 确保在2016年底前出台 against 尽快出台. A date binds the offices that must keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.align.comparison import Direction, Parameter
from graph.align.parameters.effects import words
from graph.model import Deadline, DeadlineKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.align.sides import Pair

_SILENT = frozenset({DeadlineKind.EFFECTIVE, DeadlineKind.VALIDITY, DeadlineKind.ONGOING})


def compare(pair: Pair) -> Iterator[Parameter]:
    """Yield the dates of both sides, and what stands in the place of a parent's date."""
    ours = [found for found in pair.our(Deadline) if found.kind not in _SILENT]
    used: list[Deadline] = []
    for theirs in pair.their(Deadline):
        sentence = pair.their_sentence(theirs)
        if theirs.date is None or sentence is None or not pair.carries(sentence):
            continue
        other = _counterpart(pair, theirs, [found for found in ours if found not in used])
        if other:
            used.append(other)
        yield Parameter(
            "deadline",
            "",
            other.span if other else None,
            theirs.span,
            _way(other, theirs) if other else Direction.DROPPED,
        )
    for found in ours:
        if found not in used and found.date is not None:
            yield Parameter("deadline", "", found.span, None, Direction.ADDED)


def _counterpart(pair: Pair, theirs: Deadline, ours: list[Deadline]) -> Deadline | None:
    """Return our deadline of the same date, else the one in the sentence that says the same."""
    same = next((found for found in ours if found.date == theirs.date), None)
    if same:
        return same
    wanted = pair.their_sentence(theirs)
    for found in ours:
        sentence = pair.our_sentence(found)
        if sentence and wanted is not None and pair.match(sentence) is wanted:
            return found if _same_act(pair, found, theirs) else None
    return None


def _same_act(pair: Pair, ours: Deadline, theirs: Deadline) -> bool:
    """Whether the same is due: 2014年启动试点 is no date for 到2020年建立制度."""
    acts = [
        set(words("office-act", "does").findall(document.quote(found.span)))
        for document, found in (
            (pair.ours.reading.document, ours),
            (pair.theirs.reading.document, theirs),
        )
    ]
    return not all(acts) or bool(acts[0] & acts[1])


def _way(ours: Deadline, theirs: Deadline) -> Direction:
    if ours.date is None or theirs.date is None:
        return Direction.DUTY_WEAKER
    if ours.date == theirs.date:
        return Direction.SAME
    return Direction.DUTY_WEAKER if ours.date > theirs.date else Direction.DUTY_STRONGER
