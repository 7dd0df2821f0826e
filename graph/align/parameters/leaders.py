"""Who leads: 公安部、国家发展改革委牵头 against 市发改委、公安局按职责分工 loses the leader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.align.comparison import Direction, Parameter
from graph.model import Responsibility, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.align.sides import Pair


def compare(pair: Pair) -> Iterator[Parameter]:
    """Yield the leader that the best parent names where the clause leaves its task to several."""
    theirs = _first(pair.their(Responsibility), Role.LEAD)
    if theirs is None or theirs.where != pair.parents[0].label:
        return
    ours = list(pair.our(Responsibility))
    if _first(iter(ours), Role.LEAD):
        return
    joint = _first(iter(ours), Role.JOINT)
    if joint:
        yield Parameter("leader", "", joint.span, theirs.span, Direction.DUTY_WEAKER)
    elif not ours and pair.ours.reading.responsibilities:
        yield Parameter("leader", "", None, theirs.span, Direction.DROPPED)


def _first(found: Iterator[Responsibility], role: Role) -> Responsibility | None:
    return next((each for each in found if each.role is role), None)
