"""How offices and officials are rated and called to account, where one side alone says it.

Forms read::

    将考核结果作为干部任免的重要依据   which only the parent has: an office's duty is weaker
    对工作不力的单位予以通报批评       which only the clause has: stronger

Only within a sentence that both sides have, and only where the other document says it nowhere.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.align.comparison import Direction, Parameter
from graph.align.parameters.counterparts import SAME_PIECE
from graph.align.parameters.effects import words
from graph.align.parameters.parties import Party, parties
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.align.parameters.counterparts import Counterparts, Piece
    from graph.align.sides import Side

_KNOWN = 0.5


def compare(both: Counterparts) -> Iterator[Parameter]:
    """Yield what offices answer by on one side alone."""
    pair = both.pair
    for theirs in _alone(both, both.theirs, both.ours, pair.ours):
        span = both.their_span(theirs.start, theirs.end)
        yield Parameter("account", "", None, span, Direction.DUTY_WEAKER)
    for ours in _alone(both, both.ours, both.theirs, pair.theirs):
        span = both.our_span(ours.start, ours.end)
        yield Parameter("account", "", span, None, Direction.DUTY_STRONGER)


def _alone(
    both: Counterparts, these: Sequence[Piece], others: Sequence[Piece], other: Side
) -> Iterator[Piece]:
    if any(_rating().search(each.words) for each in others):
        return
    for piece in these:
        if _rating().search(piece.words) and _of_offices(piece) and _beside(both, piece, others):
            sentences = (s for clause in other.clauses for s in clause.sentences)
            reproof = words("reproof").search(piece.words)
            if reproof and reproof.group() in other.text:
                continue
            if all(len(piece.grams & s.grams) < _KNOWN * len(piece.grams) for s in sentences):
                yield piece


def _of_offices(piece: Piece) -> bool:
    named = {party for party, *_ in parties(piece.words, 0, len(piece))}
    return Party.FIRM not in named and not words("applicant").search(piece.words)


def _beside(both: Counterparts, piece: Piece, others: Sequence[Piece]) -> bool:
    """Whether a piece of the same sentence has a counterpart on the other side."""
    these = both.ours if any(piece is each for each in both.ours) else both.theirs
    beside = [each for each in these if each.sentence is piece.sentence and each is not piece]
    return any(both.share(a.grams, b.grams) >= SAME_PIECE for a in beside for b in others)


@cache
def _rating() -> re.Pattern[str]:
    rated, ground, reproof = (
        lexicon.alternatives("effect-words", key) for key in ("rates", "ground", "reproof")
    )
    return re.compile(
        rf"作为[^，。；]{{0,30}}(?:{rated})[^，。；]{{0,16}}(?:{ground})|(?:{reproof})"
    )
