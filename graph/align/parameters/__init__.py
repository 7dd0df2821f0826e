"""Values that a clause and its parents fix: conditions, targets, deadlines, leaders and others.

Each reader compares one kind of thing in a :class:`Pair` and yields a parameter with both values
and a direction. The direction is the citizen's: a floor that a person must reach, or a cap on what
an office may ask for, relaxes when it is lowered. What binds offices only makes a duty weaker or
stronger. What the rules cannot tell is not comparable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.align.parameters import deadlines, family, leaders, measures, wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.align.comparison import Parameter
    from graph.align.sides import Pair


def parameters_of(pair: Pair) -> Iterator[Parameter]:
    """Yield the parameters that a clause or its parents state."""
    for reader in (measures, family, wording, deadlines, leaders):
        yield from reader.compare(pair)
