"""For whom a rule is, where both sides name one group: 重度残疾人 against 残疾人.

Forms read::

    重度残疾人可以免费乘坐       against 残疾人: fewer may, tightened
    残疾人可以申请               against 持证的残疾人: more may, relaxed
    规模以上企业应当安装         against 企业: fewer must, relaxed
    残疾人及其陪护人员免费乘坐   against 残疾人: more may, relaxed

Not read::

    本市老年人, 广大老年人       another place, and words that narrow nothing
    符合条件的残疾人             the conditions stand elsewhere
    学生家长                     against 家长: whose, and no fewer of them
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from graph.align.comparison import Direction, Parameter
from graph.align.masking import BREAK, mask
from graph.align.parameters.effects import words
from graph.align.parameters.parties import Party, parties
from graph.align.passages import two_grams

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.align.parameters.counterparts import Counterparts, Piece
    from graph.align.sides import Side

_SAME = 0.75  # share of the words behind both
_FEWEST = 3
_LONGEST = 24  # characters before a predicate
_AND = re.compile(r"(?:及其|以及|和|及)(?P<more>[^的可应不]{2,12})$")
_NO_ATTRIBUTE = re.compile(r"[应须在对将为向由给把可从]|会同|通过|(?<!的)经")
_BINDS = re.compile(r"应当?|必须|须|不得|严禁|禁止")


class Holder(NamedTuple):
    """Who may or must: the words, what stands behind them, and their place."""

    piece: Piece
    name: str
    behind: str
    start: int
    end: int


def compare(both: Counterparts) -> Iterator[Parameter]:
    """Yield those who may or must where one side names more or fewer of them."""
    theirs = [found for piece in both.theirs if (found := _holder(both.pair.theirs, piece))]
    ours = [found for piece in both.ours if (found := _holder(both.pair.ours, piece))]
    for mine in ours if theirs else ():
        alike = [other for other in theirs if _same_rule(both, mine, other)]
        if any(other.name == mine.name for other in alike):
            continue
        for other in alike:
            wider = _wider(mine.name, other.name)
            way = _way(mine, wider=wider) if wider is not None else None
            if way:
                span, its = both.our_span(mine.start, mine.end), (other.start, other.end)
                yield Parameter("members", "", span, both.their_span(*its), way)
                break


def _holder(owner: Side, piece: Piece) -> Holder | None:
    """Return the people or firms that a piece begins with, without places."""
    found = [
        end
        for party, _, end in parties(piece.words, 0, min(len(piece), _LONGEST))
        if party is not Party.OFFICE and words("predicate").match(piece.words, end)
    ]
    if not found or piece.words[found[0]] in "的等":
        return None
    end = found[0]
    start = 0
    while match := words("broad").match(piece.words, start):
        start = match.end()
    written = mask(owner.pattern, owner.text, piece.start + start, piece.start + end).text
    if not written or BREAK in written or start >= end:
        return None
    return Holder(piece, written, piece.words[end:], piece.start + start, piece.start + end)


def _same_rule(both: Counterparts, mine: Holder, other: Holder) -> bool:
    ours, theirs = two_grams(mine.behind), two_grams(other.behind)
    fewest = min(len(ours), len(theirs))
    return fewest >= _FEWEST and both.share(ours, theirs) >= _SAME


def _wider(mine: str, other: str) -> bool | None:
    """Tell whether the first are more people; None where the words do not tell."""
    for one, another, wider in ((mine, other, False), (other, mine, True)):
        if one.endswith(another) and one != another:
            more = one.removesuffix(another)
            whose = [end for _, _, end in parties(more, 0, len(more))]
            if _NO_ATTRIBUTE.search(more) or (whose and whose[-1] == len(more)):
                return None  # 学生家长 are 家长
            if words("broad").fullmatch(more) is None:
                joined = re.search(r"(?:及其|以及|和|及)$", more)
                return not wider if joined else wider
        tail = one.removeprefix(another)
        if one.startswith(another) and one != another:
            return not wider if _AND.match(tail) else None
    return None


def _way(mine: Holder, *, wider: bool) -> Direction | None:
    binds, grants = _BINDS.match(mine.behind), words("grants").search(mine.behind)
    if binds:
        return Direction.TIGHTENED if wider else Direction.RELAXED
    if grants:
        return Direction.RELAXED if wider else Direction.TIGHTENED
    return None
