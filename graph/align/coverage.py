"""Which pieces of a clause the other side does not have: what is new, and what was left out.

A piece is what stands between two commas. It is missing on the other side when less than a third of
its 2-grams are there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.align.masking import mask
from graph.align.passages import two_grams
from graph.grammar.sentences import clauses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.align.passages import Clause
    from graph.align.sides import Side
    from graph.grammar.sentences import Stretch

_SAME = 1 / 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a clause that the other side lacks; ``size`` counts its 2-grams."""

    stretch: Stretch
    size: int


def missing(clause: Clause, owner: Side, others: frozenset[str]) -> Iterator[Piece]:
    """Yield the pieces of a clause of ``owner`` that are not among the 2-grams of the others."""
    text = owner.text
    for sentence in clause.sentences:
        if sentence.grams <= others:
            continue
        for piece in clauses(text, sentence.stretch.start, sentence.stretch.end):
            grams = two_grams(mask(owner.pattern, text, piece.start, piece.end).text)
            if grams and len(grams & others) < _SAME * len(grams):
                yield Piece(piece, len(grams))


def size(pieces: Iterable[Piece]) -> int:
    """Return the 2-grams of all pieces together."""
    return sum(piece.size for piece in pieces)
