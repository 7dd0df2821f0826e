"""Which body answers: 由市财政局负责 against 由省民政厅负责 is no other level of one body.

Bodies are compared by their kind, which is the same at every level (市民政局, 省民政厅); a body
that a reform renamed or merged into another one is the same. Whom it serves that another body
answers cannot be told.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graph.align.comparison import Direction, Parameter
from graph.align.passages import agency_kind
from graph.model import Responsibility, Role
from ontology import successions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.align.parameters.counterparts import Counterparts

_ANSWERS = frozenset({Role.LEAD, Role.RESPONSIBLE})


def compare(both: Counterparts) -> Iterator[Parameter]:
    """Yield the leader, or the only body, where it is of another kind than the best parent's."""
    pair = both.pair
    ours = _answering(pair.our(Responsibility))
    best = pair.parents[0].label
    theirs = _answering(each for each in pair.their(Responsibility) if each.where == best)
    for role in (Role.LEAD, Role.RESPONSIBLE):
        mine = [each for each in ours if each.role is role]
        other = [each for each in theirs if each.role is role]
        kinds, others = _kinds(mine), _kinds(other)
        if not kinds or not others or len(mine) != len(kinds) or len(other) != len(others):
            continue
        if not _meet(frozenset(kinds), frozenset(others)):
            yield Parameter(
                "body", "", mine[0].span, other[0].span, Direction.NOT_COMPARABLE, "other-body"
            )


def _answering(found: Iterable[Responsibility]) -> list[Responsibility]:
    return [each for each in found if each.role in _ANSWERS and not each.open]


def _kinds(found: Iterable[Responsibility]) -> list[str]:
    return [kind for each in found if (kind := agency_kind(each.agency))]


def _meet(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether one body is in both, or became one that is."""
    related = _related()
    return any(
        mine == other or other in related.get(mine, ()) or mine in related.get(other, ())
        for mine in ours
        for other in theirs
    )


@cache
def _related() -> dict[str, frozenset[str]]:
    """Return the kinds that took over from each kind, at once or later."""
    direct: dict[str, set[str]] = {}
    for each in successions.register():
        direct.setdefault(each.predecessor, set()).add(each.successor)
    found: dict[str, frozenset[str]] = {}
    for kind, successors in direct.items():
        seen: set[str] = set()
        ahead = list(successors)
        while ahead:
            now = ahead.pop()
            if now not in seen:
                seen.add(now)
                ahead += direct.get(now, ())
        found[kind] = frozenset(seen)
    return found
