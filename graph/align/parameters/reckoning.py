"""What is counted, and what is not: 病假不计入年休假, 培训时间不计入工作年限.

Forms read::

    产假不计入年休假假期     where the parents do not spare it: an allowance is left, relaxed
    培训时间不计入工作年限   where the parents count it: tightened
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.align.comparison import Direction, Parameter
from graph.align.parameters.effects import words
from graph.align.passages import two_grams

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.align.parameters.counterparts import Counterparts, Piece

_KNOWN = 0.5


def compare(both: Counterparts) -> Iterator[Parameter]:
    """Yield what is not counted in the clause alone."""
    for piece, what, way in _not_counted(both.pair.ours.text, both.ours):
        if not _says(both, what):
            yield Parameter("limit", "", both.our_span(piece.start, piece.end), None, way)


def _says(both: Counterparts, what: frozenset[str]) -> bool:
    """Whether the parents say of the same thing that it is not counted."""
    return any(
        len(what & other) >= _KNOWN * len(what)
        for _, other, _ in _not_counted(both.pair.theirs.text, both.theirs)
    )


def _not_counted(
    text: str, these: tuple[Piece, ...]
) -> Iterator[tuple[Piece, frozenset[str], Direction]]:
    for piece in these:
        match = words("not-counted").search(piece.words)
        if match is None:
            continue
        said = text[piece.sentence.stretch.start : piece.start]
        what = two_grams(piece.words[: match.start()]) or two_grams(said)
        if not what:
            continue
        if words("credit").search(piece.words, match.end()):
            yield piece, what, Direction.TIGHTENED
        elif words("allowance").search(piece.words, match.end()):
            yield piece, what, Direction.RELAXED
