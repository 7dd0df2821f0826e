"""Whether something must, may or should be done: 应当 against 可以 against 鼓励.

Forms read::

    民政部门可以建立制度       against 民政部门应当建立制度: an office's duty is weaker
    鼓励养老机构购买保险       against 养老机构应当购买保险: relaxed for a firm or a person
    申请人应当申领居住证       against 可以申领居住证: a right became a duty, tightened
    可以给予困难补助           against 应当给予困难补助: what is granted is less sure, tightened

可以 and 鼓励 are no different force, and an order without a word of force is one with 应当.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from graph.align.comparison import Direction, Parameter
from graph.align.parameters.counterparts import without
from graph.align.parameters.effects import words
from graph.align.parameters.parties import Party, parties, subject
from graph.extract.deontic_markers import markers_of
from graph.model import NormKind
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.align.parameters.counterparts import Counterparts, Piece
    from graph.align.sides import Side

_LEVELS: Final = {NormKind.OBLIGATION: 2, NormKind.PERMISSION: 1, NormKind.RECOMMENDATION: 1}
_ORDER = 2
_FEWEST = 4  # 2-grams beside the word of force
_SAME = 0.75
_ACT = 6  # characters
_CLAIM = 5
_ADVERB = re.compile(
    r"(?:根据|按照|依照|依据|结合|围绕)[^，。；]*(?:需要|规定|要求|实际|情况|原则)"
)
_TRIES = frozenset({"探索", "积极探索", "鼓励探索"})  # of which no party is the subject


@dataclass(frozen=True, slots=True)
class Mark:
    """A word of force in its piece, by folded offsets."""

    piece: Piece
    kind: NormKind
    start: int
    end: int

    @property
    def written(self) -> str:
        """The word."""
        return self.piece.words[self.start - self.piece.start : self.end - self.piece.start]

    @property
    def rest(self) -> frozenset[str]:
        """The 2-grams of the piece without the word."""
        return without(self.piece, (self.written,))


def compare(both: Counterparts) -> Iterator[Parameter]:
    """Yield the words of force that differ where the rest of a piece says the same."""
    ours = list(marks(both.pair.ours, both.ours))
    theirs = list(marks(both.pair.theirs, both.theirs))
    done: set[int] = set()
    for mark in ours:
        for other in _alike(both, mark, theirs):
            done.add(other.start)
            if _is_advice_on_both(mark, other):
                break
            if _LEVELS[mark.kind] != _LEVELS[other.kind]:
                yield _told(both, mark, other, mark.piece, other.piece)
            break
        else:
            marked = _governed(both.theirs, theirs)
            if mark.kind is NormKind.RECOMMENDATION:
                yield from _unmarked(both, mark, both.theirs, marked)
            if mark.kind is NormKind.OBLIGATION:
                yield from _claimed(both, mark, marked)
    for other in theirs:
        if other.kind is NormKind.RECOMMENDATION and other.start not in done:
            yield from _order(both, other, _governed(both.ours, ours))


def marks(owner: Side, these: tuple[Piece, ...]) -> Iterator[Mark]:
    """Yield the words of force of pieces; a ban is none."""
    seen: dict[tuple[int, int], list[tuple[NormKind, int, int]]] = {}
    for piece in these:
        stretch = piece.sentence.stretch
        if stretch not in seen:
            found = markers_of(owner.text, stretch)
            seen[stretch] = [(m.kind, m.start, m.end) for m in found if m.kind in _LEVELS]
        for kind, start, end in seen[stretch]:
            adverb = _ADVERB.match(owner.text, end, piece.end)
            if piece.start <= start < piece.end and not owner.text.startswith("不", end):
                if adverb and adverb.end() == piece.end:
                    continue  # what is to be done is told behind the comma
                yield Mark(piece, kind, start, end)


def _governed(these: tuple[Piece, ...], marked: list[Mark]) -> set[int]:
    """Return the pieces that a word of force is in, or stands before in their sentence."""
    first: dict[tuple[int, int], int] = {}
    for mark in marked:
        stretch = mark.piece.sentence.stretch
        first[stretch] = min(mark.start, first.get(stretch, mark.start))
    return {
        piece.start for piece in these if first.get(piece.sentence.stretch, piece.end) < piece.end
    }


def _is_advice_on_both(mark: Mark, other: Mark) -> bool:
    """Whether 鼓励 stands on both sides, on one of them behind 要."""
    return any(
        one.kind is NormKind.RECOMMENDATION and one.written in another.piece.words
        for one, another in ((mark, other), (other, mark))
    )


def _alike(both: Counterparts, mark: Mark, others: list[Mark]) -> Iterator[Mark]:
    rest = mark.rest
    if len(rest) < _FEWEST:
        return
    found = [
        (1.0 if _same_act(mark, other) else both.share(rest, other.rest), other)
        for other in others
        if len(other.rest) >= _FEWEST
    ]
    found.sort(key=lambda pair: (-pair[0], pair[1].start))
    yield from (other for alike, other in found if alike >= _SAME)


def _same_act(mark: Mark, other: Mark) -> bool:
    """Whether both words of force govern the same words: 应当加强行业消防安全管理."""
    for one, whole in ((other, mark.piece.words), (mark, other.piece.words)):
        act = one.piece.words[one.end - one.piece.start :][:_ACT]
        if len(act) == _ACT and words("does").match(act) and act in whole:
            return True
    return False


def _unmarked(
    both: Counterparts, mark: Mark, others: tuple[Piece, ...], marked: set[int]
) -> Iterator[Parameter]:
    """Yield that the parents order what the clause only encourages."""
    rest = mark.rest
    for other in others:
        alone = other.start not in marked and len(other.grams) >= _FEWEST
        if len(rest) >= _FEWEST and alone and both.share(rest, other.grams) >= _SAME:
            if _other_verb(other, mark):
                return
            yield _told(both, mark, None, mark.piece, other)
            return


def _claimed(both: Counterparts, mark: Mark, marked: set[int]) -> Iterator[Parameter]:
    """Yield that people must claim what they may: 应当申领居住证 against 在居住地申领居住证."""
    act = mark.piece.words[mark.end - mark.piece.start :][:_CLAIM]
    claims = len(act) == _CLAIM and words("claims").match(act)
    if not claims or _who(both.pair.ours, mark, mark.piece) is not Party.PERSON:
        return
    for other in both.theirs:
        if act in other.words and other.start not in marked:
            yield Parameter(
                "force",
                mark.written,
                both.our_span(mark.piece.start, mark.piece.end),
                both.their_span(other.start, other.end),
                Direction.TIGHTENED,
            )
            return


def _order(both: Counterparts, other: Mark, marked: set[int]) -> Iterator[Parameter]:
    """Yield that the clause orders what the parents only encourage."""
    rest = other.rest
    for piece in both.ours:
        alone = piece.start not in marked and len(piece.grams) >= _FEWEST
        if len(rest) >= _FEWEST and alone and both.share(rest, piece.grams) >= _SAME:
            if _other_verb(piece, other):
                return
            yield _told(both, None, other, piece, other.piece)
            return


def _other_verb(piece: Piece, mark: Mark) -> bool:
    """Whether no verb is governed, or 推动 or the like stands in the place of 鼓励."""
    marked = mark.piece
    governed = marked.words[mark.end - marked.start :]
    someone = next(parties(governed, 0, len(governed)), None)
    if not words("does").match(governed) and (someone is None or mark.written in _TRIES):
        return True
    if mark.written in piece.words or _forced().search(piece.words):
        return True  # 全面实行: told as a word of another height
    return any(verb not in marked.words for verb in words("does").findall(piece.words))


@cache
def _forced() -> re.Pattern[str]:
    keys = ("force-1", "force-2", "force-3", "force-4")
    return re.compile(lexicon.alternatives("adaptation-words", *keys))


def _told(
    both: Counterparts, mark: Mark | None, other: Mark | None, ours: Piece, theirs: Piece
) -> Parameter:
    level = _LEVELS[mark.kind] if mark else _ORDER
    stronger = level > (_LEVELS[other.kind] if other else _ORDER)
    who = _who(both.pair.ours, mark, ours) or _who(both.pair.theirs, other, theirs)
    return Parameter(
        "force",
        mark.written if mark else other.written if other else "",
        both.our_span(ours.start, ours.end),
        both.their_span(theirs.start, theirs.end),
        _way(who, ours, stronger=stronger),
    )


@cache
def bound() -> re.Pattern[str]:
    """Return a pattern of the words that bind someone."""
    return re.compile(r"应当?|必须|须|不得|严禁|禁止")


def _who(owner: Side, mark: Mark | None, piece: Piece) -> Party | None:
    """Return who must or may: before the word, or behind 鼓励."""
    start = piece.sentence.stretch.start
    if mark is None:
        return subject(owner.text, start, piece.start, piece.end)
    if mark.kind is NormKind.RECOMMENDATION:
        behind = next(parties(owner.text, mark.end, piece.end), None)
        if (
            behind
            and mark.written not in _TRIES
            and not words("does").search(owner.text, mark.end, behind[1])
        ):
            return behind[0]
    return subject(owner.text, start, piece.start, mark.start)


def _for_someone(piece: Piece) -> bool:
    """Whether something is done for people: 用人单位应当为职工办理."""
    for party, start, _ in parties(piece.words, 0, len(piece)):
        if party is Party.PERSON and re.search(r"[为给向][^，]{0,4}$", piece.words[:start]):
            return True
    return False


def _way(who: Party | None, ours: Piece, *, stronger: bool) -> Direction:
    gives = bool(words("benefit").search(ours.words) or _for_someone(ours))
    if who is Party.OFFICE or (who is None and not gives):
        return Direction.DUTY_STRONGER if stronger else Direction.DUTY_WEAKER
    if who is None or (who is Party.FIRM and gives):
        return Direction.RELAXED if stronger else Direction.TIGHTENED
    return Direction.TIGHTENED if stronger else Direction.RELAXED
