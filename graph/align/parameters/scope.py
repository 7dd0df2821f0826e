"""How far a rule reaches: what brackets put in, and places or firms that can afford it.

Forms read::

    合法稳定住所的人员可以           against 合法稳定住所（含租赁）的人员可以: tightened
    公办学校（或政府购买的学位）     against 公办学校: relaxed
    有条件的县、区可探索             against 各地可探索: an office's duty is weaker
    有条件的企业应当设立             against 企业应当设立: relaxed
    到其他地方居住的可以申领         against 到设区的市级以上城市居住的: relaxed
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.align.comparison import Direction, Parameter
from graph.align.parameters.counterparts import SAME_PIECE, without
from graph.align.parameters.effects import words
from graph.align.parameters.parties import Party, parties
from graph.grammar.quantities import FIGURE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.align.parameters.counterparts import Counterparts, Piece

_BRACKET = re.compile(r"（(?P<sort>含|包括|或者?)(?P<what>[\u4e00-\u9fff、]{2,30})）")
_HEAD = 4  # characters before the bracket: 稳定住所
_SAME = 0.75
_FEWEST = 4


def compare(both: Counterparts) -> Iterator[Parameter]:
    """Yield what reaches further on one side."""
    yield from _put_in(both)
    yield from _conditional(both)
    yield from _levels(both)


def _levels(both: Counterparts) -> Iterator[Parameter]:
    """Yield that only one side asks for a place or an honour of some level."""
    for ours in both.ours:
        match = _level(ours)
        other = _any_level(both, ours, match, both.theirs) if match else None
        if other:
            yield _told(both, ours, other, "case", Direction.TIGHTENED)
    for theirs in both.theirs:
        match = _level(theirs)
        mine = _any_level(both, theirs, match, both.ours) if match else None
        if mine:
            yield _told(both, mine, theirs, "case", Direction.RELAXED)


def _level(piece: Piece) -> re.Match[str] | None:
    """Return what asks for a level of those who claim something, and is no office."""
    match = words("level-floor").search(piece.words)
    if match is None or any(
        party is Party.OFFICE for party, *_ in parties(piece.words, match.end(), len(piece))
    ):
        return None
    claimed = words("claims", "admits").search(piece.sentence.masked.text)
    return match if claimed and "的" in piece.words[match.end() :] else None


def _any_level(
    both: Counterparts, piece: Piece, match: re.Match[str], others: tuple[Piece, ...]
) -> Piece | None:
    """Return the piece that says the same, with the same measure where it has one."""
    rest = without(piece, (match.group(),))
    alike, best = both.likest(rest, others, _FEWEST)
    if best is None or words("level-floor").search(best.words):
        return None
    measures = [FIGURE.findall(each.words.replace(match.group(), "")) for each in (piece, best)]
    same = bool(measures[0]) and measures[0] == measures[1]
    return best if alike >= (SAME_PIECE if same else _SAME) else None


def _put_in(both: Counterparts) -> Iterator[Parameter]:
    """Yield what a bracket puts in on one side alone."""
    for ours in both.ours:
        for match in _BRACKET.finditer(ours.words):
            other = _plain(both, match, ours, ours=True)
            if other:
                yield _told(both, ours, other, "members", _way(other, ours, match, wider=True))
                break
    for theirs in both.theirs:
        for match in _BRACKET.finditer(theirs.words):
            mine = _plain(both, match, theirs, ours=False)
            if mine:
                yield _told(both, mine, theirs, "members", _way(mine, theirs, match, wider=False))
                break


def _plain(both: Counterparts, match: re.Match[str], piece: Piece, *, ours: bool) -> Piece | None:
    """Return the piece that has the words before a bracket, and nothing of what is in it."""
    others, said = (both.theirs, both.their_words) if ours else (both.ours, both.our_words)
    head = piece.words[max(0, match.start() - _HEAD) : match.start()]
    what = match["what"].replace("、", "")
    if len(head) < _HEAD or what[:_HEAD] in said or what[-_HEAD:] in said:
        return None
    plain = [
        other
        for other in others
        if re.search(re.escape(head) + r"(?!（)", other.words)
        if both.share(piece.grams, other.grams) >= SAME_PIECE
        or (_picks_people(piece, head) and _picks_people(other, head))
    ]  # not 对住所（含租赁）的范围作出规定 against 有住所的人员
    return max(plain, key=lambda other: len(other.grams & piece.grams), default=None)


def _way(plain: Piece, other: Piece, match: re.Match[str], *, wider: bool) -> Direction:
    head = other.words[match.start() - _HEAD : match.start()]
    if not _picks_people(plain, head) or not _picks_people(other, head):
        return Direction.NOT_COMPARABLE
    text = plain.sentence.masked.text + other.sentence.masked.text
    if re.search(r"应当|必须|不得|禁止", text) or not words("grants", "admits").search(text):
        return Direction.NOT_COMPARABLE
    return Direction.RELAXED if wider else Direction.TIGHTENED


def _picks_people(piece: Piece, head: str) -> bool:
    """Whether a piece says who may, or what they may use: 有住所的人员, 凭积分入读学校."""
    behind = piece.words.find(head)
    named = [(party, end) for party, _, end in parties(piece.words, behind, len(piece))]
    ends = any(
        party is Party.PERSON and (end == len(piece) or words("predicate").match(piece.words, end))
        for party, end in named
    )
    return ends or piece.words.endswith("的") or bool(words("uses").search(piece.words))


def _conditional(both: Counterparts) -> Iterator[Parameter]:
    """Yield that only who can afford it must or may, where all must or may on the other side."""
    for ours in both.ours:
        match = words("conditional").search(ours.words)
        other = _unconditional(both, ours, match, both.theirs) if match else None
        if match and other:
            yield _told(both, ours, other, "force", _reach(ours, match, weaker=True))
    for theirs in both.theirs:
        match = words("conditional").search(theirs.words)
        mine = _unconditional(both, theirs, match, both.ours) if match else None
        if match and mine:
            yield _told(both, mine, theirs, "force", _reach(theirs, match, weaker=False))


def _unconditional(
    both: Counterparts, piece: Piece, match: re.Match[str], others: tuple[Piece, ...]
) -> Piece | None:
    rest = without(piece, (match.group(),))
    alike, best = both.likest(rest, others, _FEWEST)
    if best is None or alike < _SAME or len(rest) < _FEWEST:
        return None
    who = piece.words[match.end() : match.end() + 2]
    if who not in best.words and not words("everyone").search(best.words):
        return None  # 鼓励有条件的乡镇、集体资助: more who may, against 鼓励集体资助
    return None if words("conditional").search(best.words) else best


def _reach(piece: Piece, match: re.Match[str], *, weaker: bool) -> Direction:
    named = [party for party, *_ in parties(piece.words, 0, len(piece))]
    who = named[0] if named else None
    if who is Party.OFFICE:
        return Direction.DUTY_WEAKER if weaker else Direction.DUTY_STRONGER
    binds = re.search(r"应当?|必须|须|要(?!求)", piece.words[match.end() :])
    if who is None or not binds:
        return Direction.NOT_COMPARABLE
    return Direction.RELAXED if weaker else Direction.TIGHTENED


def _told(both: Counterparts, ours: Piece, theirs: Piece, kind: str, way: Direction) -> Parameter:
    return both.between(kind, ours, theirs, way, unless="unknown-effect")
