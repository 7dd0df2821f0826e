"""What a parent forbids for people's sake, or grants them, and the whole child says no word of.

Forms read::

    不得强行要求进城落户农民转让…权      in no clause of the child: not carried on
    居住证持有人可以申请登记常住户口     likewise

Not told::

    what another clause of the child says
    有传染病的不得入住                   a ban on people that fell away

The parent's rule still holds where it binds, so nothing became looser or stricter by silence. It
is told beside the first clause that carries out the parent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.align.comparison import Direction, Parameter
from graph.align.parameters.counterparts import Counterparts
from graph.align.parameters.effects import words
from graph.align.parameters.negations import NEGATIVE, denied, effect_of_denial
from graph.align.parameters.novelties import entitlements
from graph.align.passages import two_grams
from graph.align.sides import Pair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.align.parameters.counterparts import Piece

_KNOWN: Final = 0.5  # share of the words that one sentence of the child has, with a ban


def compare(pair: Pair) -> Iterator[Parameter]:
    """Yield the parent's bans and entitlements for people that no clause of the child has."""
    if pair.clause is not pair.siblings[0]:
        return
    parent = pair.parents[0]
    turned = Counterparts(
        Pair(pair.theirs, pair.ours, parent, pair.siblings, (parent,), pair.weights)
    )
    for piece, word in denied(turned.ours):
        protects = effect_of_denial(pair.theirs, piece, word) is Direction.RELAXED
        if protects and not _forbidden(pair, piece.words[word.end() :]):
            yield _told(turned, "ban", piece)
    for piece in entitlements(turned):
        yield _told(turned, "entitlement", piece)


def _forbidden(pair: Pair, tail: str) -> bool:
    """Whether a sentence of the child with a ban has most of what a parent forbids."""
    grams = two_grams(tail)
    return any(
        len(grams & sentence.grams) >= _KNOWN * len(grams)
        and words(*NEGATIVE, "soft-ban").search(sentence.masked.text)
        for clause in pair.ours.clauses
        for sentence in clause.sentences
    )


def _told(turned: Counterparts, kind: str, piece: Piece) -> Parameter:
    span = turned.our_span(piece.start, piece.end)
    return Parameter(kind, "", None, span, Direction.DROPPED)
