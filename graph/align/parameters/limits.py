"""In which case something holds, and what it is limited to, where the rest is the same.

Forms read::

    经评估确有需要的，可以申请补贴   against 可以申请补贴: a case more is asked for, tightened
    可以只退还剩余费用               against 应当退还费用: less is given, tightened
    仅收取工本费                     against 收取费用: less is taken, relaxed

Not read::

    残疾人购买器具的，可以申请       against 残疾人购买器具，可以申请: the same case
    满三年的                         a measure has a reader of its own
    也可以、还可以                   a case beside another one
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.align.comparison import Direction, Parameter
from graph.align.parameters.effects import words
from graph.align.parameters.parties import Party, parties
from graph.grammar.quantities import FIGURE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.align.parameters.counterparts import Counterparts, Piece
    from graph.align.passages import Clause

_SAME = 0.8
_FEWEST = 4
_KNOWN = 0.5
_CASE = re.compile(r"的$")
_BESIDE = re.compile(r"^但|^也|^还|^亦|不受|无论|不论|不限|[也还亦]可|按照?(?:规定|有关)")
_OPEN = re.compile(
    r"符合(?:规定|上述|本|前款|国家|有关|相关)[^，。；]{0,12}的$|具备(?:规定|相应)|本人(?:自愿|申请)"
)
_LATE = re.compile(r"逾期|未|拒|违|不")  # a case in which it is refused


def compare(both: Counterparts) -> Iterator[Parameter]:
    """Yield the cases and limits that one side alone puts on what both grant."""
    yield from _cases(both)
    yield from _only(both)


def _cases(both: Counterparts) -> Iterator[Parameter]:
    for ours, theirs in _same_grants(both, both.ours, both.theirs):
        case = _new_case(both, ours, theirs, both.pair.theirs.clauses)
        if case:
            span = both.our_span(case.start, ours.end)
            other = both.their_span(theirs.start, theirs.end)
            yield Parameter("case", "", span, other, Direction.TIGHTENED)
    for theirs, ours in _same_grants(both, both.theirs, both.ours):
        case = _new_case(both, theirs, ours, both.pair.ours.clauses)
        if case:
            span = both.our_span(ours.start, ours.end)
            other = both.their_span(case.start, theirs.end)
            yield Parameter("case", "", span, other, Direction.RELAXED)


def _same_grants(
    both: Counterparts, these: Sequence[Piece], others: Sequence[Piece]
) -> Iterator[tuple[Piece, Piece]]:
    """Yield what people may by both sides, said once in each."""
    for piece in these:
        if not _grants(piece) or len(piece.grams) < _FEWEST:
            continue
        found = [each for each in others if _grants(each) and _like(both, piece, each)]
        beside = [each for each in these if each is not piece and _like(both, piece, each)]
        if len(found) == 1 and not beside:
            yield piece, found[0]


def _like(both: Counterparts, one: Piece, other: Piece) -> bool:
    enough = len(other.grams) >= _FEWEST
    return enough and both.share(one.grams, other.grams) >= _SAME


def _grants(piece: Piece) -> bool:
    refused = words("ban", "denies").search(piece.words)
    return bool(words("grants").search(piece.words)) and not refused


def _new_case(
    both: Counterparts, piece: Piece, other: Piece, elsewhere: Sequence[Clause]
) -> Piece | None:
    """Return the case that stands before a piece and nowhere in the other document."""
    these = both.ours if any(piece is each for each in both.ours) else both.theirs
    others = both.theirs if these is both.ours else both.ours
    before = [each for each in these if each.sentence is piece.sentence and each.end < piece.start]
    if not before or _BESIDE.search(piece.words) or any(map(_is_case, _before(others, other))):
        return None
    people = (party for each in (*before, piece) for party, *_ in parties(each.words, 0, len(each)))
    case = before[-1]
    if not _is_case(case) or Party.PERSON not in set(people):
        return None
    measured = FIGURE.search(case.words) or _OPEN.search(case.words) or _BESIDE.search(case.words)
    if "符合" in case.words and "符合" in other.sentence.masked.text:
        return None  # whichever conditions it names
    if measured or _LATE.search(case.words) or len(case.grams) < _FEWEST:
        return None
    sentences = (s for clause in elsewhere for s in clause.sentences)
    known = max((len(case.grams & s.grams) / len(case.grams) for s in sentences), default=0.0)
    return case if known < _KNOWN else None


def _before(these: Sequence[Piece], piece: Piece) -> Iterator[Piece]:
    return (each for each in these if each.sentence is piece.sentence and each.end < piece.start)


def _is_case(piece: Piece) -> bool:
    return bool(_CASE.search(piece.words))


def _only(both: Counterparts) -> Iterator[Parameter]:
    """Yield what only is given or taken, where the parents say it without a limit."""
    for ours in both.ours:
        match = words("only").search(ours.words)
        verb = words("admits", "takes", "grants").match(ours.words, match.end()) if match else None
        if not match or not verb or words("only").search(both.their_words):
            continue
        given = [
            piece
            for piece in both.theirs
            if verb.group() in piece.words and _about(both, ours, piece)
            if not words("ban", "denies").search(piece.words)
        ]
        if given:
            takes = words("takes").fullmatch(verb.group())
            yield Parameter(
                "limit",
                verb.group(),
                both.our_span(ours.start, ours.end),
                both.their_span(given[0].start, given[0].end),
                Direction.RELAXED if takes else Direction.TIGHTENED,
            )


def _about(both: Counterparts, ours: Piece, other: Piece) -> bool:
    """Whether two pieces with one verb are about one thing, or their sentences are."""
    same = len(ours.sentence.grams & other.grams) >= _FEWEST
    return same or other.sentence in both.sentences_like(ours.sentence)
