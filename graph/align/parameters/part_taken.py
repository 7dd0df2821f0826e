"""Whose duty something is: to do it, or only to assist; of one's own motion, or when asked.

Forms read::

    配合有关部门制定规划     against 组织制定规划, 提请…制定: an office's duty is weaker
    牵头开展检查             against 参与开展检查: stronger
    应当依法检查             against 应当主动检查: weaker

Not read::

    教育部门负责…，公安部门配合   where another office stands before it
    积极主动、主动作为            an attitude, and no act
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.align.comparison import Direction, Parameter
from graph.align.parameters.counterparts import without
from graph.align.parameters.effects import words
from graph.align.parameters.parties import Party, parties, subject
from graph.align.passages import two_grams
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.align.parameters.counterparts import Counterparts, Piece
    from graph.align.sides import Side

_SAME = 0.7
_FEWEST = 4
_VERB = 2
_BOUND = re.compile(r"应当?|必须|须|要(?!求)")
_SCOPE = re.compile(r"人(?:大|民(?:政府|法院|检察院))")  # within whose name no verb begins


def compare(both: Counterparts) -> Iterator[Parameter]:
    """Yield duties that are one's own on one side, and a part in another's on the other."""
    for ours in both.ours:
        if match := _assisting(ours):
            other = _own(both, ours, match, both.theirs, both.ours)
            if other:
                yield _told(both, ours, other, Direction.DUTY_WEAKER)
    for theirs in both.theirs:
        if match := _assisting(theirs):
            mine = _own(both, theirs, match, both.ours, both.theirs)
            if mine:
                yield _told(both, mine, theirs, Direction.DUTY_STRONGER)
    yield from _of_own_motion(both)


def _assisting(piece: Piece) -> re.Match[str] | None:
    """Return the first word of assistance, unless one's own part stands before it."""
    match = words("assists").search(piece.words)
    if match is None or words("leads").search(piece.words, 0, match.start()):
        return None
    return match


def _own(
    both: Counterparts,
    piece: Piece,
    match: re.Match[str],
    others: Sequence[Piece],
    beside: Sequence[Piece],
) -> Piece | None:
    """Return the piece of the other side that does by itself what this one assists in."""
    act = two_grams(piece.words[match.end() :])
    found = [
        (both.share(act, rest), other)
        for other in others
        if (led := words("leads").search(other.words)) and not words("assists").search(other.words)
        if len(rest := two_grams(other.words[led.end() :])) >= _FEWEST
    ]
    alike, best = max(found, key=lambda pair: pair[0], default=(0.0, None))
    if best is None or alike < _SAME or len(act) < _FEWEST:
        return None
    led = words("leads").search(best.words)
    if led and _other_office(piece, match.start(), best, led.start()):
        return None
    said = any(
        each is not piece and both.share(without(best, ()), each.grams) >= alike for each in beside
    )
    return None if said else best


def _other_office(piece: Piece, at: int, other: Piece, there: int) -> bool:
    """Whether both name an office before the word, and not the same kind of one."""
    ours, theirs = piece.words[:at], other.words[:there]
    named = [next(parties(words, 0, len(words)), None) for words in (ours, theirs)]
    if not all(named):
        return False
    mine, its = two_grams(ours), two_grams(theirs)
    return len(mine & its) < min(len(mine), len(its)) / 2


def _of_own_motion(both: Counterparts) -> Iterator[Parameter]:
    for theirs in both.theirs:
        mine = _unprompted(both, theirs, both.pair.theirs, both.ours)
        if mine:
            yield _told(both, mine, theirs, Direction.DUTY_WEAKER)
    for ours in both.ours:
        other = _unprompted(both, ours, both.pair.ours, both.theirs)
        if other:
            yield _told(both, ours, other, Direction.DUTY_STRONGER)


def _unprompted(
    both: Counterparts, piece: Piece, owner: Side, others: Sequence[Piece]
) -> Piece | None:
    """Return the piece that binds an office to the same act without 主动."""
    match = words("own-motion").search(piece.words)
    if match is None or not _BOUND.search(piece.words[: match.start()]):
        return None
    who = subject(
        owner.text, piece.sentence.stretch.start, piece.start, piece.start + match.start()
    )
    if who in (Party.PERSON, Party.FIRM) or not _acts().match(piece.words, match.end()):
        return None
    rest = without(piece, (match.group(),))
    found = [
        (both.share(rest, other.grams), other)
        for other in others
        if len(other.grams) >= _FEWEST and _BOUND.search(other.words)
    ]
    alike, best = max(found, key=lambda pair: pair[0], default=(0.0, None))
    if best is None or alike < _SAME or words("own-motion").search(best.sentence.masked.text):
        return None
    return best


@cache
def _acts() -> re.Pattern[str]:
    """Return what an office may do unasked: 主动公开, 主动进行监督检查."""
    acts = lexicon.alternatives("effect-words", "office-act", "does")
    return re.compile(
        rf"(?:进行|开展|上门|依法|向[^，。]{{2,8}})?(?:监督)?(?:{acts}|公开|监督|介入|救助)"
    )


def _told(both: Counterparts, ours: Piece, theirs: Piece, way: Direction) -> Parameter:
    span, other = both.our_span(ours.start, ours.end), both.their_span(theirs.start, theirs.end)
    return Parameter("part", "", span, other, way)
