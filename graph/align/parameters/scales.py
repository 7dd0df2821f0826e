"""Degrees of one thing: 免费 against 优惠, 同等 against 按照规定, 放宽 against 严格控制.

Forms read::

    按照规定享受服务           against 与户籍人口同等享受服务: tightened
    优惠乘坐公共汽车           against 免费乘坐: tightened
    放宽落户条件               against 严格控制落户: relaxed
    控制编制规模               against 严格控制编制规模: nobody is admitted, an office's duty
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.align.comparison import Direction, Parameter
from graph.align.parameters.counterparts import without
from graph.align.parameters.effects import words
from graph.align.parameters.values import cases
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.align.parameters.counterparts import Counterparts, Piece

# The concepts of each scale with their height: the higher, the better for people.
_SCALES: Final[tuple[dict[str, float], ...]] = (
    {"free-3": 3, "free-2": 2, "free-1": 1},
    {"equal-2": 2, "equal-1": 1},
    {"full-2": 2, "full-1": 1},
    {
        "open-1": 0,
        "strict": 1,
        "open-2": 2,
        "mild": 3,
        "open-3": 3,
        "open-4": 4,
        "open-5": 5,
        "open-any": 5.5,
    }
    | {"open-6": 6},
)
_OPEN, _SHARE = _SCALES[3], _SCALES[2]
_SAME = 0.6
_FEWEST = 2
_SENTENCE = 0.5
_SAME_SAID = 0.7
_SIZE = "size"  # of a city: what is said of cities of all sizes is another thing
_OBJECT = 2  # characters


def compare(both: Counterparts) -> Iterator[Parameter]:
    """Yield the degrees that differ where the rest of a piece says the same."""
    for scale in _SCALES:
        pattern = words(*scale)
        theirs = [each for each in both.their_lines if pattern.search(each.words)]
        told: set[str] = set()
        for ours in both.our_lines if theirs else ():
            if pattern.search(ours.words) and ours.words not in told:
                told.add(ours.words)
                yield from _compared(both, ours, theirs, scale)


def _compared(
    both: Counterparts, ours: Piece, theirs: list[Piece], scale: dict[str, float]
) -> Iterator[Parameter]:
    mine = _degrees(ours, scale)
    rest = without(ours, mine)
    found = [
        (
            1.0
            if _same_object(ours, each, scale) or _only_one(both, ours, each, scale)
            else both.share(rest, others),
            each,
        )
        for each in theirs
        if len(others := without(each, _degrees(each, scale))) >= 1
    ]
    level = max(mine.values())
    likely = [
        (max(_degrees(each, scale).values()), -alike, at, each)
        for at, (alike, each) in enumerate(found)
        if alike >= _SAME and not _apart(ours, each)
        if alike >= 1 or _same_sentence(both, ours, each, rest)
    ]
    if not likely or any(abs(height - level) < 1 for height, *_ in likely):
        return
    their_level, _, _, other = min(likely, key=lambda each: each[1:3])
    if len({height > level for height, *_ in likely}) == 1:
        better = level > their_level
        yield Parameter(
            "degree",
            next(iter(mine)),
            both.our_span(ours.start, ours.end),
            both.their_span(other.start, other.end),
            _way(ours, other, scale, better=better),
        )


def _same_sentence(both: Counterparts, ours: Piece, theirs: Piece, rest: frozenset[str]) -> bool:
    alike = both.share(ours.sentence.grams, theirs.sentence.grams)
    heads = ours.sentence.heading is theirs.sentence.heading
    return heads and len(rest) >= _FEWEST and alike >= _SENTENCE


def _apart(ours: Piece, theirs: Piece) -> bool:
    """Whether the two are for different cases: 中等城市, 建制镇."""
    said = ours.sentence.masked.text, theirs.sentence.masked.text
    mine, other = (dict(cases(words, len(words))) for words in said)
    apart = any(other[series] != case for series, case in mine.items() if series in other)
    return apart or (_SIZE in mine) != (_SIZE in other)


def _same_object(ours: Piece, theirs: Piece, scale: dict[str, float]) -> bool:
    """Whether the same words stand behind the degree: 控制落户, 适度控制落户规模."""
    behind = [
        piece.words[match.end() :][:_OBJECT]
        for piece in (ours, theirs)
        for match in [words(*scale).search(piece.words)]
        if match
    ]
    return len(set(behind)) == 1 and bool(words("admits").fullmatch(behind[0]))


def _only_one(both: Counterparts, ours: Piece, theirs: Piece, scale: dict[str, float]) -> bool:
    """Whether two sentences that say the same have one degree each of what is granted."""
    if scale is not _SHARE or both.share(ours.sentence.grams, theirs.sentence.grams) < _SAME_SAID:
        return False
    granted = words("grants", "benefit").search(ours.words)
    said = ours.sentence.masked.text, theirs.sentence.masked.text
    return bool(granted) and all(len(words(*scale).findall(text)) == 1 for text in said)


def _degrees(piece: Piece, scale: dict[str, float]) -> dict[str, float]:
    """Return the words of a scale in a piece with their heights."""
    keys = {word: key for key in scale for word in lexicon.concepts("effect-words")[key].written}
    narrow = {word: key for word, key in keys.items() if key in ("strict", "mild")}
    keys |= narrow
    return {m.group(): scale[keys[m.group()]] for m in words(*scale).finditer(piece.words)}


def _way(ours: Piece, theirs: Piece, scale: dict[str, float], *, better: bool) -> Direction:
    both = ours.words + theirs.words
    if scale is _OPEN and not words("admits").search(both):
        return Direction.DUTY_WEAKER if better else Direction.DUTY_STRONGER
    if scale is _SHARE and not words("benefit").search(both):
        return Direction.DUTY_STRONGER if better else Direction.DUTY_WEAKER
    return Direction.RELAXED if better else Direction.TIGHTENED
