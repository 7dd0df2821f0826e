"""Lists of conditions of which one is enough, or all are asked for.

Forms read::

    符合下列条件之一的，可以申请：本地户籍；新就业职工     against 本地户籍的可以: relaxed
    同时符合下列条件的，可以申请：本地户籍；无自有住房     against 本地户籍的可以: tightened
    符合下列情形之一的，应当登记：…                       more must: tightened

Only where one of the conditions is the parent's; without it another thing is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.align.comparison import Direction, Parameter
from graph.align.masking import mask
from graph.align.parameters.counterparts import SAME_PIECE
from graph.align.parameters.effects import words
from graph.align.parameters.force import bound
from graph.align.passages import two_grams
from graph.grammar.sentences import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.align.parameters.counterparts import Counterparts

_LONGEST = 60  # characters from 下列条件之一 to the colon
_FEWEST = 2
_KNOWN = 0.5


def compare(both: Counterparts) -> Iterator[Parameter]:
    """Yield the further conditions of a list where the parents have one of them alone."""
    text = both.pair.ours.text
    for ours in both.ours:
        match = words("one-of", "all-of").search(ours.words)
        if match is None or words("one-of", "all-of").search(both.their_words):
            continue
        sentence = ours.sentence.stretch
        at = text.find("：", ours.start, sentence.end)
        head = text[sentence.start : at]
        if at < 0 or at - ours.start > _LONGEST or words("ban", "denies").search(head):
            continue
        listed = list(_items(both, at + 1, both.ours[-1].end))
        new = [stretch for stretch, grams in listed if both.in_document(grams) < _KNOWN]
        known = any(
            both.share(grams, other.grams) >= SAME_PIECE
            for _, grams in listed
            for other in both.theirs
        )
        if new and known:
            binds = bool(bound().search(head))
            narrow = words("one-of").fullmatch(match.group()) is None
            grants = bool(words("grants").search(head))
            if binds or grants:
                way = Direction.RELAXED if grants is not narrow else Direction.TIGHTENED
                yield Parameter("case", "", both.our_span(new[0].start, new[-1].end), None, way)
        return


def _items(both: Counterparts, start: int, end: int) -> Iterator[tuple[Stretch, frozenset[str]]]:
    """Yield the items behind a colon, each to its semicolon, with their 2-grams."""
    side = both.pair.ours
    while start < end:
        ends = [at for mark in "；。" if (at := side.text.find(mark, start, end)) >= 0]
        stop = min(ends, default=end)
        while start < stop and side.text[start].isspace():
            start += 1
        grams = two_grams(mask(side.pattern, side.text, start, stop).text)
        if len(grams) >= _FEWEST:
            yield Stretch(start, stop), grams
        if stop < end and side.text[stop] == "。":
            return
        start = stop + 1
