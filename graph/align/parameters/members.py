"""Whom or what a rule is for, where a list says it: 低保对象、残疾人可以免费入住.

Forms read::

    低保对象、残疾人、孤儿可以免费入住   against 低保对象、残疾人: more may, relaxed
    企业、学校应当缴纳保险费             against 企业: more must, tightened
    低保对象、残疾人可以                 against 低保对象、军人: each has one that the other lacks
    低保对象等可以                       whom 等 holds is not said

The same members in another order are the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.align.comparison import Direction, Parameter
from graph.align.parameters.effects import words
from graph.align.parameters.family import kin
from graph.align.parameters.parties import Party, parties
from graph.align.passages import two_grams

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.align.parameters.counterparts import Counterparts, Piece

_BETWEEN = re.compile(r"、|以及|和(?!谐|睦)|及其?|与|或者?")
_LEAD = re.compile(
    r"^.*(?:对于?|将|为(?!了)|向|是指|包括|凡是?|如|以)(?=[^、]{2,})|^[^、]*?的(?=[^、]{2,}$)"
)
_NAMES = 2  # in both lists, where they are not known as people and bodies
_REST = 0.6  # share of the words beside the list
_BINDS = re.compile(r"应当?|必须|须|不得|严禁|禁止")
_BOUND = re.compile(rf"等?(?:{_BINDS.pattern}|可以?(?!能|行|持续))")


@dataclass(frozen=True, slots=True)
class Members:
    """The members of a list by folded offsets; ``rest`` are the 2-grams behind it."""

    piece: Piece
    names: tuple[str, ...]
    start: int
    end: int
    open: bool
    rest: frozenset[str]


def compare(both: Counterparts) -> Iterator[Parameter]:
    """Yield the lists of those whom a rule is for that differ where it says the same."""
    ours = [found for piece in both.ours if (found := members(piece))]
    theirs = [found for piece in both.theirs if (found := members(piece))]
    for mine in ours:
        for other in theirs:
            if _same_rule(mine, other):
                if set(mine.names) != set(other.names):
                    yield _told(both, mine, other)
                break


@cache
def _predicate() -> re.Pattern[str]:
    return words("predicate")


def members(piece: Piece) -> Members | None:
    """Return the members of whom or what a piece speaks first, if they are people or bodies."""
    parts: list[tuple[str, int, int]] = []
    at = 0
    for match in (*_BETWEEN.finditer(piece.words), None):
        end = match.start() if match else len(piece.words)
        parts.append((piece.words[at:end], at, end))
        at = match.end() if match else end
    first = parts[0][0]
    lead = _LEAD.match(first)
    start = lead.end() if lead else 0
    names: list[str] = []
    end = 0
    for name, head, _ in parts:
        begin = start if head == 0 else head
        part = piece.words[begin : head + len(name)]
        last = _ends(part, last=head + len(name) == len(piece.words))
        if last is None:
            return None
        names.append(part[:last])
        end = begin + last
        if last < len(part):
            break
    behind = piece.words[end:]
    if not behind or len({is_named(name) for name in names}) > 1:
        return None
    return Members(
        piece, tuple(names), piece.start + start, piece.start + end, behind.startswith("等"),
        two_grams(behind),
    )  # fmt: skip


def _ends(part: str, *, last: bool) -> int | None:
    """Return where a name ends: at the end, or before a predicate."""
    for _, _, end in parties(part, 0, len(part)):
        if end == len(part) or _predicate().match(part, end):
            return end
    if not last:
        return len(part)
    found = _predicate().search(part, 2)
    return found.start() if found else None


def _same_rule(mine: Members, other: Members) -> bool:
    common = set(mine.names) & set(other.names)
    if any(kin().search(name) for name in (*mine.names, *other.names)):
        return False  # a family has a reader of its own
    if max(len(mine.names), len(other.names)) <= 1:
        return False
    if not any(map(is_named, common)) and (len(common) < _NAMES or not _both_bound(mine, other)):
        return False  # of fields of work and measures nobody is left out: 完善财政、土地政策
    fewer = min(len(mine.rest), len(other.rest))
    return bool(fewer) and len(mine.rest & other.rest) >= _REST * fewer


def _both_bound(mine: Members, other: Members) -> bool:
    """Whether both lists are those who must or may: 旅馆、网吧应当安装."""
    return all(
        _BOUND.match(each.piece.words, each.end - each.piece.start) for each in (mine, other)
    )


def _told(both: Counterparts, mine: Members, other: Members) -> Parameter:
    direction, reason = _way(mine, other)
    return Parameter(
        "members", "", both.our_span(mine.start, mine.end),
        both.their_span(other.start, other.end), direction, reason,
    )  # fmt: skip


def _way(mine: Members, other: Members) -> tuple[Direction, str]:
    more, fewer = set(mine.names) - set(other.names), set(other.names) - set(mine.names)
    if more and fewer:
        return Direction.NOT_COMPARABLE, "other-members"
    if (more and other.open) or (fewer and mine.open):
        return Direction.NOT_COMPARABLE, "open-list"
    behind = mine.piece.words[mine.end - mine.piece.start :]
    binds, grants = _BINDS.search(behind), words("grants").search(behind)
    if binds and grants and binds.start() < grants.start() and not behind.startswith("应"):
        return Direction.NOT_COMPARABLE, "unknown-effect"
    if binds and (grants is None or binds.start() < grants.start()):
        return (Direction.TIGHTENED if more else Direction.RELAXED), ""
    if grants:
        return (Direction.RELAXED if more else Direction.TIGHTENED), ""
    return Direction.NOT_COMPARABLE, "unknown-effect"


def is_named(name: str) -> bool:
    """Tell whether a name is one of people or firms."""
    return any(party is not Party.OFFICE for party, *_ in parties(name, 0, len(name)))
