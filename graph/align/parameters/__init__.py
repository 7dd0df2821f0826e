"""Values that a clause and its parents fix: conditions, targets, deadlines, leaders and others.

Each reader compares one kind of thing in a :class:`Pair` and yields a parameter with both values
and a direction. The direction is the citizen's: a floor that a person must reach, or a cap on what
an office may ask for, relaxes when it is lowered. What binds offices only makes a duty weaker or
stronger. What the rules cannot tell is not comparable.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graph.align.parameters import (
    account,
    alternatives,
    bodies,
    deadlines,
    family,
    force,
    holders,
    leaders,
    left_out,
    limits,
    measures,
    members,
    negations,
    novelties,
    part_taken,
    proxies,
    reckoning,
    scales,
    scope,
    softened_bans,
    wording,
)
from graph.align.parameters.counterparts import Counterparts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.align.comparison import Parameter
    from graph.align.sides import Pair


_OF_PIECES: Final = (
    measures,
    force,
    part_taken,
    scales,
    negations,
    softened_bans,
    members,
    holders,
    scope,
    limits,
    alternatives,
    reckoning,
    proxies,
    novelties,
    account,
    bodies,
)


def parameters_of(pair: Pair) -> Iterator[Parameter]:
    """Yield the parameters that a clause or its parents state."""
    told: list[Parameter] = []
    for each in _found(pair):
        if not any(_tells(other, each) for other in told):
            told.append(each)
            yield replace(each, clause=_stated_in(pair, each))


def _tells(told: Parameter, other: Parameter) -> bool:
    """Whether a parameter without a counterpart was told already, by another reader."""
    if told.parent or other.parent or told.direction is not other.direction:
        return False
    ours, theirs = told.child, other.child
    return (
        ours is not None
        and theirs is not None
        and ours.start < theirs.end
        and theirs.start < ours.end
    )


def _found(pair: Pair) -> Iterator[Parameter]:
    both = Counterparts(pair)
    for read in _OF_PIECES:
        yield from read.compare(both)
    for reader in (family, wording, deadlines, leaders, left_out):
        yield from reader.compare(pair)


def _stated_in(pair: Pair, each: Parameter) -> str:
    """Return the label of the parent that states a parameter; none where no parent does."""
    if each.parent is None:
        return ""
    at = each.parent.start
    for parent in pair.parents:
        if any(span.start <= at < span.end for span in parent.provision.own):
            return parent.label
    return ""
