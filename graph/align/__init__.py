"""Which clause of a higher document a clause carries out, and what changed on the way down.

Pure functions on readings; nothing is stored. A correspondence is a finding for a lawyer, never a
verdict (:data:`graph.align.comparison.NOTE`). The time grows with the product of the clauses of the
two documents, and with nothing else.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from graph.align.comparison import Comparison, ProvisionAlignment, State, state_of
from graph.align.correspond import (
    link,
    lonely_children,
    lonely_parents,
    open_columns,
    parent_columns,
    score,
)
from graph.align.delta import changes
from graph.align.parameters import parameters_of
from graph.align.sides import Pair, Side, prepare
from graph.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.align.comparison import ParentLink
    from graph.align.correspond import Scored
    from graph.model import Reading


__all__ = ["align", "compare", "prepare"]

Statuses: TypeAlias = "Mapping[tuple[str, str], str]"
_NONE: Final[Statuses] = MappingProxyType({})


def align(child: Reading, parent: Reading) -> Comparison:
    """Return the clauses of ``child`` with the clauses of ``parent`` that they carry out."""
    return compare(prepare(child), prepare(parent))


def compare(child: Side, parent: Side, statuses: Statuses = _NONE) -> Comparison:
    """Return what :func:`align` does, for readings that are prepared already.

    ``statuses`` are the review statuses of what was reviewed, by the labels of child and parent; a
    rejected correspondence counts as none.
    """
    scored = score(child, parent)
    read = parent_columns(scored)
    further = [open_columns(scored, row, columns) for row, columns in enumerate(read)]
    known = {
        (row, column): _status(scored, statuses, row, column)
        for row, columns in enumerate(read)
        for column in (*columns, *further[row])
    }
    accepted = _pairs_of(known, Status.ACCEPTED)
    rejected = _pairs_of(known, Status.REJECTED)
    found = [
        _parents(
            scored, row, (*columns, *(at for at in further[row] if (row, at) in accepted)), known
        )
        for row, columns in enumerate(read)
    ]
    documents = (child.reading.document, parent.reading.document)

    def linked(row: int, column: int) -> ParentLink:
        made = link(scored, documents, row, column)
        return replace(made, status=known[row, column])

    alignments = []
    for row, pair in _pairs(child, parent, scored, found):
        stated = tuple(parameters_of(pair))
        alignments.append(
            ProvisionAlignment(
                child=pair.clause.label,
                parents=tuple(linked(row, column) for column in found[row]),
                changes=changes(pair, stated),
                parameters=stated,
            )
        )
    return Comparison(
        *documents,
        alignments=tuple(alignments),
        child_without_parent=lonely_children(scored, found, rejected),
        parent_without_child=lonely_parents(scored, found, rejected, accepted),
        rejected=tuple(
            (scored.children[row].label, linked(row, column)) for row, column in sorted(rejected)
        ),
        candidates=tuple(
            (scored.children[row].label, linked(row, column))
            for row, columns in enumerate(further)
            for column in columns
            if column not in found[row] and (row, column) not in rejected
        ),
    )


def _pairs_of(known: Mapping[tuple[int, int], str], status: str) -> frozenset[tuple[int, int]]:
    """Return the pairs (row, column) that have a review status."""
    return frozenset(pair for pair, its in known.items() if its == status)


def _parents(
    scored: Scored, row: int, columns: Iterable[int], known: Mapping[tuple[int, int], str]
) -> tuple[int, ...]:
    """Return the columns of a row that were not rejected: those first that hold, best first."""

    def order(column: int) -> tuple[bool, tuple[bool, float, int]]:
        state = state_of(scored.scores[row][column], known[row, column])
        return state != State.MATCHED, scored.rank(row, column)

    return tuple(sorted((at for at in columns if known[row, at] != Status.REJECTED), key=order))


def _status(scored: Scored, statuses: Statuses, row: int, column: int) -> str:
    labels = (scored.children[row].label, scored.parents[column].label)
    return statuses.get(labels, Status.CANDIDATE)


def _pairs(
    child: Side, parent: Side, scored: Scored, found: Sequence[tuple[int, ...]]
) -> Iterator[tuple[int, Pair]]:
    """Yield each clause that has parents, beside them."""
    for row, columns in enumerate(found):
        if columns:
            siblings = (at for at, others in enumerate(found) if columns[0] in others)
            yield (
                row,
                Pair(
                    ours=child,
                    theirs=parent,
                    clause=scored.children[row],
                    parents=tuple(scored.parents[column] for column in columns),
                    siblings=tuple(scored.children[at] for at in siblings),
                    weights=scored.weights,
                ),
            )
