"""What a clause changes in the parents that it carries out, in the order of :class:`Change`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.align.comparison import Change, Direction
from graph.align.coverage import missing, size
from graph.model import Form, GroupMention, Norm, NormKind, Responsibility

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.align.comparison import Parameter
    from graph.align.coverage import Piece
    from graph.align.passages import Clause
    from graph.align.sides import Pair, Side

LEAST: Final = 20  # 2-grams that one side lacks: about the words of one line
_TAIL = frozenset({"leader", "body"})  # who answers is no part of the words of a clause
_GRANTING = frozenset({NormKind.PERMISSION, NormKind.EXEMPTION})
_WITHOUT_EFFECT = 4  # one word more or less (在农村参加基本医疗保险, 参加的基本医疗保险)


def changes(pair: Pair, parameters: Iterable[Parameter]) -> tuple[Change, ...]:
    """Return the kinds of change; ``changed`` where the texts differ and no rule says how."""
    new = size(_new(pair))
    left_out = size(_left_out(pair))
    parameters = tuple(parameters)
    directions = {each.direction for each in parameters}
    other_body = any(each.kind == "body" for each in parameters)
    differs = any(
        each.direction is not Direction.SAME for each in parameters if each.kind not in _TAIL
    )
    found = {
        Change.ADDED_DETAIL: new >= LEAST or Direction.ADDED in directions,
        Change.NARROWED: left_out >= LEAST or Direction.DROPPED in directions,
        Change.WIDENED: _more_groups(pair),
        Change.RELAXED: Direction.RELAXED in directions,
        Change.TIGHTENED: Direction.TIGHTENED in directions,
    }
    kinds = [kind for kind in Change if found.get(kind)]
    if not kinds and not differs and _same_words(pair):
        return (Change.UNCHANGED,)
    if _localised(pair, bodies=not other_body):
        kinds.insert(0, Change.LOCALISED)
    return tuple(kinds) or (Change.CHANGED,)


def _new(pair: Pair) -> Iterator[Piece]:
    return missing(pair.clause, pair.ours, _grams(pair.parents))


def _left_out(pair: Pair) -> Iterator[Piece]:
    """Yield what of the best parent no clause takes over."""
    return missing(pair.parents[0], pair.theirs, _grams(pair.siblings))


def _grams(clauses: Sequence[Clause]) -> frozenset[str]:
    return frozenset().union(*(clause.grams for clause in clauses))


def _same_words(pair: Pair) -> bool:
    """Whether both say the same but for a word or two, and name the same places and levels."""
    different = _body(pair.clause) ^ _body(pair.parents[0])
    return len(different) <= _WITHOUT_EFFECT and not _localised(pair)


def _body(clause: Clause) -> frozenset[str]:
    """Return the 2-grams of what a clause says under its heading."""
    return frozenset().union(*(s.grams for s in clause.sentences if not s.heading))


def _localised(pair: Pair, *, bodies: bool = True) -> bool:
    """Whether the two name different places, levels, agencies, documents or insertions.

    Two documents of one place localise nothing.
    """
    if pair.ours.place and pair.ours.place == pair.theirs.place:
        return False
    ours = _local(pair.ours, (pair.clause,), bodies=bodies)
    return ours != _local(pair.theirs, pair.parents, bodies=bodies)


def _local(owner: Side, clauses: Sequence[Clause], *, bodies: bool) -> frozenset[str]:
    found: set[str] = set()
    for clause in clauses:
        for sentence in clause.sentences:
            stretch = sentence.stretch
            matches = owner.pattern.finditer(owner.text, stretch.start, stretch.end)
            found.update(match.group() for match in matches)
    if bodies:
        named = (r for c in clauses for r in owner.of(c, Responsibility) if r.form is Form.BODY)
        found.update(each.agency for each in named)
    return frozenset(found)


def _more_groups(pair: Pair) -> bool:
    """Whether a sentence that grants something names a group more than the parents do.

    Where one of the parents' groups is missing, some gain what others lose.
    """
    theirs = {mention.group for mention in pair.their(GroupMention)}
    ours = {mention.group for mention in pair.our(GroupMention)}
    grants = [norm.span for norm in pair.our(Norm) if norm.kind in _GRANTING]
    return (
        bool(theirs)
        and theirs <= ours
        and any(
            mention.group not in theirs
            and any(span.start <= mention.span.start < span.end for span in grants)
            for mention in pair.our(GroupMention)
        )
    )
