"""A ban that is only advice on the other side: 不宜强行要求 against 不得强行要求.

Forms read::

    不宜收取押金               against 不得收取押金: what protects people is weaker, tightened
    一般不得申请               against 不得申请: what kept people out is weaker, relaxed
    养老机构不要拒绝入住       against 养老机构不得拒绝入住
    不得要求提供证明           against 原则上不要求提供证明: relaxed

Not read::

    不应当收取押金             against 不得收取押金: forbidden in other words
    不要随意报名               no ban on the other side
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.align.parameters.counterparts import without
from graph.align.parameters.effects import words
from graph.align.parameters.negations import denied, effect_of_denial, reversed_direction

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from graph.align.comparison import Direction, Parameter
    from graph.align.parameters.counterparts import Counterparts, Piece

_SAME = 0.65
_VERB = 2  # characters behind the ban that the other side has too


def compare(both: Counterparts) -> Iterator[Parameter]:
    """Yield the bans of one side that the other only advises."""
    pair = both.pair
    for other, word in denied(both.theirs):
        ours = _softened(both, other, word, both.ours)
        if ours:
            way = effect_of_denial(pair.theirs, other, word)
            yield _told(both, ours, other, reversed_direction(way))
    for ours, word in denied(both.ours):
        their = _softened(both, ours, word, both.theirs)
        if their:
            yield _told(both, ours, their, effect_of_denial(pair.ours, ours, word))


def _softened(
    both: Counterparts, piece: Piece, word: re.Match[str], others: tuple[Piece, ...]
) -> Piece | None:
    """Return the piece that advises against what a piece forbids."""
    soft = words("soft-ban")
    if not words("ban").fullmatch(word.group()) or soft.search(piece.words):
        return None
    verb = piece.words[word.end() : word.end() + _VERB]
    rest = without(piece, (word.group(),))
    found = [
        (both.share(rest, without(each, (match.group(),))), each)
        for each in others
        if (match := soft.search(each.words)) and verb in each.words[match.end() :]
    ]
    alike, best = max(found, key=lambda pair: pair[0], default=(0.0, None))
    return best if alike >= _SAME else None


def _told(both: Counterparts, ours: Piece, theirs: Piece, way: Direction) -> Parameter:
    return both.between("force", ours, theirs, way, unless="unknown-effect")
