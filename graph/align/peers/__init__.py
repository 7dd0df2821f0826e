"""The measures of several documents beside each other and beside those of the parent they share.

One row is one concept for one case. What cannot be held against another value stands apart, with
the reason: the same words of one document have several values, the clause surely carries out no
clause of the parent, or nobody else has a value for the case.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph.align.comparison import Direction
from graph.align.peers.measures import GROUPS, KIN, PARENT, measures_of, telling, topics_of
from graph.align.similarity import weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.align.comparison import Comparison, Parameter
    from graph.align.peers.measures import Cases, Measure
    from graph.align.sides import Side
    from graph.align.similarity import Weights
    from graph.model import Document, Span

__all__ = ["Apart", "Because", "PeerRow", "Peers", "Value", "peers"]

_BESIDE = frozenset({"family", "exemption"})  # what is no measure: as the comparisons tell it


class Because(StrEnum):
    """Why a value stands beside no other."""

    SEVERAL = "several"  # the document has several for one concept and case
    OTHER_CASE = "other-case"  # others have it for other cases only
    NO_OTHER = "no-other"  # no other document has it
    NO_CLAUSE = "no-clause"  # its clause surely carries out no clause of the parent


@dataclass(frozen=True, slots=True)
class Value:
    """What one of the documents says: which (by its place in the list), in which clause, where.

    ``value`` is a number in the ``unit``, or a day; None for what is no measure.
    """

    document: int
    clause: str
    span: Span
    direction: Direction
    operator: str = ""
    value: float | str | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class PeerRow:
    """A concept of a parent clause, for one case, with what each document makes of it.

    ``parent`` is None where the parent says nothing. A document has one value at most.
    """

    clause: str
    kind: str
    subject: str
    parent: Span | None
    values: tuple[Value, ...]
    case: Cases = frozenset()
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Apart:
    """A value that is held against no other, and why; ``clause`` is the parent's, where known."""

    clause: str
    kind: str
    subject: str
    case: Cases
    value: Value
    because: Because


@dataclass(frozen=True, slots=True)
class Peers:
    """Several documents with the same parent, by their measures."""

    parent: Document
    documents: tuple[Document, ...]
    rows: tuple[PeerRow, ...]
    apart: tuple[Apart, ...]


def peers(parent: Side, children: Sequence[tuple[Side, Comparison]], kinds: Iterable[str]) -> Peers:
    """Return the measures of the kinds of documents with one parent, in the parent's order."""
    wanted = frozenset(kinds)
    comparisons = [comparison for _, comparison in children]
    order = {each.label: each.position for each in parent.reading.document.provisions}
    every = [*measures_of(parent, PARENT, {})]
    for place, (side, comparison) in enumerate(children):
        every += measures_of(side, place, topics_of(comparison))
    weighed = weights([*parent.clauses, *(c for side, _ in children for c in side.clauses)])
    lined = _Lines([each for each in every if each.kind in wanted], comparisons, weighed)
    rows = [*lined.rows, *_told_beside(comparisons, wanted & _BESIDE)]
    rows.sort(key=lambda row: (order[row.clause], row.parent is None, _start(row), row.kind))
    return Peers(
        parent.reading.document,
        tuple(each.child for each in comparisons),
        tuple(rows),
        tuple(sorted(lined.apart, key=lambda each: (each.value.document, each.value.span))),
    )


def _start(row: PeerRow) -> int:
    return row.parent.start if row.parent else row.values[0].span.start


class _Lines:
    """The measures of all documents while they are lined up."""

    def __init__(
        self, every: Sequence[Measure], comparisons: Sequence[Comparison], weighed: Weights
    ) -> None:
        self._comparisons, self._weights = comparisons, weighed
        self.rows: list[PeerRow] = []
        self.apart: list[Apart] = []
        self._telling = telling(every)
        lines: list[list[Measure]] = []
        for each in every:
            if not each.topics:
                self._set_apart(each, Because.NO_CLAUSE)
            else:
                self._put(each, lines)
        for line in lines:
            self._row(line, lines)

    def _put(self, measure: Measure, lines: list[list[Measure]]) -> None:
        """Put a measure into the line whose every member is of its concept and case."""
        for line in lines:
            if _shared([*line, measure]) and all(self._same(measure, other) for other in line):
                line.append(measure)
                return
        lines.append([measure])

    def _same(self, one: Measure, other: Measure) -> bool:
        return (
            one.frame == other.frame
            and self._case(one) == self._case(other)
            and one.like(other, self._weights)
        )

    def _case(self, measure: Measure) -> Cases:
        """Return the cases of a measure that tell it from others of its parent clauses."""
        series = {GROUPS, KIN}.union(*(self._telling.get(topic, ()) for topic in measure.topics))
        return frozenset(each for each in measure.case if each[0] in series)

    def _row(self, line: Sequence[Measure], lines: Sequence[Sequence[Measure]]) -> None:
        of: dict[int, list[Measure]] = defaultdict(list)
        for each in line:
            of[each.document].append(each)
        several = {at for at, those in of.items() if len({each.value for each in those}) > 1}
        held = {at: those[0] for at, those in of.items() if at not in several}
        if len(held) > 1 and held.keys() - {PARENT}:
            first = next(iter(held.values()))
            above = held.pop(PARENT, None)
            values = tuple(self._value(each, above) for each in held.values())
            span = above.span if above else None
            self.rows.append(
                PeerRow(
                    _shared(line)[0],
                    first.kind,
                    first.subject,
                    span,
                    values,
                    self._case(first),
                    first.unit,
                )
            )
        else:
            for each in held.values():
                self._set_apart(each, self._why_alone(each, lines))
        for at in several:
            for each in of[at]:
                self._set_apart(each, Because.SEVERAL)

    def _why_alone(self, measure: Measure, lines: Sequence[Sequence[Measure]]) -> Because:
        others = (
            other
            for line in lines
            for other in line
            if other.document != measure.document
            and other.frame == measure.frame
            and _shared([measure, other])
            and self._case(other) != self._case(measure)
        )
        other_case = any(measure.like(other, self._weights) for other in others)
        return Because.OTHER_CASE if other_case else Because.NO_OTHER

    def _set_apart(self, measure: Measure, because: Because) -> None:
        if measure.document != PARENT:
            value = self._value(measure, None)
            self.apart.append(
                Apart(
                    next(iter(measure.topics), ""),
                    measure.kind,
                    measure.subject,
                    self._case(measure),
                    value,
                    because,
                )
            )

    def _value(self, measure: Measure, above: Measure | None) -> Value:
        return Value(
            measure.document,
            measure.clause,
            measure.span,
            self._direction(measure, above),
            measure.operator,
            measure.value,
            measure.unit,
        )

    def _direction(self, measure: Measure, above: Measure | None) -> Direction:
        """Return how a value differs from the parent's in its row, as the comparison tells."""
        if above is None:
            return Direction.NOT_COMPARABLE
        if measure.value == above.value:
            return Direction.SAME
        comparison = self._comparisons[measure.document]
        told = {
            each.direction
            for alignment in comparison.alignments
            if alignment.child == measure.clause
            for each in alignment.parameters
            if _meets(each.child, measure.span) and _meets(each.parent, above.span)
        }
        return told.pop() if len(told) == 1 else Direction.NOT_COMPARABLE


def _shared(those: Sequence[Measure]) -> tuple[str, ...]:
    """Return the parent clauses that all of some measures go to, in the order of the first."""
    common = frozenset(those[0].topics).intersection(*(each.topics for each in those))
    return tuple(topic for topic in those[0].topics if topic in common)


def _meets(one: Span | None, other: Span) -> bool:
    return one is not None and one.start < other.end and other.start < one.end


def _told_beside(comparisons: Sequence[Comparison], wanted: frozenset[str]) -> Iterator[PeerRow]:
    """Yield what is no measure: who is included, what is exempted, by the parent's words."""
    found: dict[tuple[str, str, Span], list[Value]] = defaultdict(list)
    for place, comparison in enumerate(comparisons):
        for alignment in comparison.alignments:
            for each in alignment.sure_parameters:
                if each.kind in wanted and each.child and each.parent:
                    clause = _clause(comparison, each, alignment.sure_parents[0].label)
                    key = clause, each.kind, each.parent
                    found[key].append(Value(place, alignment.child, each.child, each.direction))
    for (clause, kind, parent), values in found.items():
        yield PeerRow(clause, kind, "", parent, tuple(dict.fromkeys(values)))


def _clause(comparison: Comparison, each: Parameter, best: str) -> str:
    """Return the label of the parent clause that states a parameter."""
    for provision in comparison.parent.provisions:
        if any(each.parent and _meets(each.parent, own) for own in provision.own):
            return provision.label
    return best
