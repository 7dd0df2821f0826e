"""Which clause of a higher document a clause carries out, and what changed on the way down.

Pure functions on readings; nothing is stored. A correspondence is a finding for a lawyer, never a
verdict (:data:`graph.align.comparison.NOTE`). The time grows with the product of the clauses of the
two documents, and with nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.align.comparison import Comparison, ProvisionAlignment
from graph.align.correspond import (
    link,
    lonely_children,
    lonely_parents,
    parent_columns,
    score,
)
from graph.align.delta import changes
from graph.align.parameters import parameters_of
from graph.align.sides import Pair, Side, prepare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.align.correspond import Scored
    from graph.model import Reading


__all__ = ["align", "compare", "prepare"]


def align(child: Reading, parent: Reading) -> Comparison:
    """Return the clauses of ``child`` with the clauses of ``parent`` that they carry out."""
    return compare(prepare(child), prepare(parent))


def compare(child: Side, parent: Side) -> Comparison:
    """Return what :func:`align` does, for readings that are prepared already."""
    scored = score(child, parent)
    found = parent_columns(scored)
    documents = (child.reading.document, parent.reading.document)
    alignments = []
    for row, pair in _pairs(child, parent, scored, found):
        stated = tuple(parameters_of(pair))
        alignments.append(
            ProvisionAlignment(
                child=pair.clause.label,
                parents=tuple(link(scored, documents, row, column) for column in found[row]),
                changes=changes(pair, stated),
                parameters=stated,
            )
        )
    return Comparison(
        *documents,
        alignments=tuple(alignments),
        child_without_parent=lonely_children(scored, found),
        parent_without_child=lonely_parents(scored, found),
    )


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
