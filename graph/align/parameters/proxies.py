"""Whether another may act for one: 本人或者代办人 against 本人.

Forms read::

    由本人或者代办人办理         against 由本人办理: relaxed
    由本人到场办理               against 可以委托他人代为办理: tightened
    由代办人办理                 against 未成年人可以由监护人代为办理: for all, relaxed
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.align.comparison import Direction, Parameter
from graph.align.parameters.effects import words
from graph.align.parameters.parties import Party, parties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.align.parameters.counterparts import Counterparts, Piece


def compare(both: Counterparts) -> Iterator[Parameter]:
    """Yield whether another may act for one where the two sides differ in it."""
    mine = next((each for each in both.ours if _by_proxy(each)), None)
    other = next((each for each in both.theirs if _by_proxy(each)), None)
    if mine and other is None:
        alike = both.sentences_like(mine.sentence)
        same = next((each for each in both.theirs if each.sentence in alike and _acts(each)), None)
        if same:
            yield _told(both, mine, same, Direction.RELAXED)
    elif mine and other and _for_some(both, other) and not _for_some(both, mine):
        yield _told(both, mine, other, Direction.RELAXED)
    elif mine and other and _for_some(both, mine) and not _for_some(both, other):
        yield _told(both, mine, other, Direction.TIGHTENED)
    elif other and mine is None:
        alone = (each for each in both.ours if words("in-person").search(each.words))
        own = next((each for each in alone if _acts(each)), None)
        if own and other.sentence in both.sentences_like(own.sentence):
            yield _told(both, own, other, Direction.TIGHTENED)


def _by_proxy(piece: Piece) -> bool:
    return bool(words("proxy").search(piece.words)) and not words("ban", "denies").search(
        piece.words
    )


def _acts(piece: Piece) -> bool:
    """Whether a piece is about what one does oneself: applying, or being registered."""
    return bool(words("person-act", "applicant", "claims", "in-person").search(piece.words))


def _for_some(both: Counterparts, piece: Piece) -> bool:
    """Whether only some may be acted for: 行动不便的老年人可以由其亲属代为申领."""
    these = both.ours if any(piece is each for each in both.ours) else both.theirs
    ahead = [
        each for each in these if each.sentence is piece.sentence and each.start <= piece.start
    ]
    match = words("proxy").search(piece.words)
    for each in ahead:
        end = match.start() if match and each is piece else len(each)
        for party, start, _ in parties(each.words, 0, end):
            if party is Party.PERSON and each.words[:start].endswith("的"):
                return True
    return False


def _told(both: Counterparts, ours: Piece, theirs: Piece, way: Direction) -> Parameter:
    span, other = both.our_span(ours.start, ours.end), both.their_span(theirs.start, theirs.end)
    return Parameter("proxy", "", span, other, way)
