"""Which values of two versions of a clause are one value, by where its words stand in both.

A value of the newer version is compared with that of the older one whose printed words it kept
(十万元以上三百万元以下, 十万元以上一百万元以下), and with no other fine of the article. Of a
value that only one version has, what was put in and left out says all that can be said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.align.comparison import Parameter
    from graph.align.differences import Difference
    from graph.model import Span


def in_place(parameters: Iterable[Parameter], words: Sequence[Difference]) -> tuple[Parameter, ...]:
    """Return the parameters whose two values stand in the same place of both versions.

    Of several for one value the one with most words in common counts.
    """
    shares = {each: _shared(each, words) for each in dict.fromkeys(parameters)}
    taken: set[tuple[str, str, Span | None]] = set()
    kept: set[Parameter] = set()
    for each in sorted(shares, key=lambda each: -shares[each]):
        ends = {(each.kind, "child", each.child), (each.kind, "parent", each.parent)}
        if shares[each] and not ends & taken:
            kept.add(each)
            taken |= ends
    return tuple(each for each in shares if each in kept)


def _shared(parameter: Parameter, words: Sequence[Difference]) -> int:
    """Return how many characters of both values are the same words of both versions."""
    ours, theirs = parameter.child, parameter.parent
    if ours is None or theirs is None:
        return 0
    return sum(
        _kept(ours, theirs, word.child, word.parent) for word in words if word.child and word.parent
    )


def _kept(ours: Span, theirs: Span, new: Span, old: Span) -> int:
    """Return how many characters of an equal stretch lie in both values.

    Blanks make no difference, so that the two sides can be of different lengths.
    """
    scale = (old.end - old.start) / (new.end - new.start)
    start = old.start + (max(ours.start, new.start) - new.start) * scale
    end = old.start + (min(ours.end, new.end) - new.start) * scale
    return max(0, int(min(end, theirs.end)) - int(max(start, theirs.start)))
