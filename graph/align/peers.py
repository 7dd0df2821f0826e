"""The parameters of several documents beside those of the parent that they share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.align.comparison import Comparison, Direction, Parameter
    from graph.model import Document


@dataclass(frozen=True, slots=True)
class Value:
    """What one of the documents says: which (by its place in the list), in which clause, where."""

    document: int
    clause: str
    span: Span
    direction: Direction


@dataclass(frozen=True, slots=True)
class PeerRow:
    """A parameter of a parent clause with what each document makes of it.

    ``parent`` is None where the parent says nothing; a document may have several values, or none.
    """

    clause: str
    kind: str
    subject: str
    parent: Span | None
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Peers:
    """Several documents with the same parent, by their parameters."""

    parent: Document
    documents: tuple[Document, ...]
    rows: tuple[PeerRow, ...]


def peers(comparisons: Sequence[Comparison], kinds: Iterable[str]) -> Peers:
    """Return the parameters of the kinds in comparisons with one parent, in the parent's order."""
    parent = comparisons[0].parent
    order = {each.label: each.position for each in parent.provisions}
    wanted = frozenset(kinds)
    found: dict[tuple[int, str, str, str, Span | None], list[Value]] = {}
    subjects: dict[tuple[int, str, str, str, Span | None], str] = {}
    for place, comparison in enumerate(comparisons):
        for alignment in comparison.alignments:
            for each in alignment.sure_parameters:
                if each.kind not in wanted:
                    continue
                clause = _clause(parent, each, [link.label for link in alignment.sure_parents])
                subject = "" if each.parent else each.subject
                key = (order[clause], clause, each.kind, subject, each.parent)
                subjects.setdefault(key, each.subject)
                values = found.setdefault(key, [])
                if each.child:
                    values.append(Value(place, alignment.child, each.child, each.direction))
    rows = (
        PeerRow(key[1], key[2], subjects[key], key[4], tuple(dict.fromkeys(values)))
        for key, values in sorted(
            found.items(),
            key=lambda row: (row[0][0], row[0][4] is None, row[0][4] or Span(0, 0), row[0][2:4]),
        )
    )
    return Peers(parent, tuple(each.child for each in comparisons), tuple(rows))


def _clause(parent: Document, each: Parameter, labels: Sequence[str]) -> str:
    """Return the label of the parent clause that states a parameter; the best where none does."""
    for provision in parent.provisions:
        own = (s for s in provision.own if each.parent and s.start <= each.parent.start < s.end)
        if provision.label in labels and any(own):
            return provision.label
    return labels[0]
