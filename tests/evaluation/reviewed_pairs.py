"""Correspondences that a reviewer decided on, as further pairs of clauses to fit the weights to.

Only what waits for a review is looked at by most reviewers, so that these pairs are harder than
those of whole documents, and one reviewer's habits weigh as much as the annotations. They are read
where a store is named, and never otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.align.correspond import score
from graph.alignments import Shelf
from graph.answers.correspondences import children_of, statuses
from graph.model import Status
from graph.outline import held_documents
from graph.pipeline import read_all
from graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from graph.align.probability import Weight
    from graph.store import Store

_TRUTH: Final[Mapping[str, bool]] = {Status.ACCEPTED: True, Status.REJECTED: False}


def reviewed_rows(
    folder: Path, reasons: Sequence[str], unfitted: Mapping[str, Weight]
) -> list[tuple[list[float], bool]]:
    """Return the reasons of each pair of clauses that was reviewed, and whether it was accepted."""
    with open_store(folder, write=False) as store:
        return list(_rows(store, reasons, unfitted))


def _rows(
    store: Store, reasons: Sequence[str], unfitted: Mapping[str, Weight]
) -> Iterator[tuple[list[float], bool]]:
    shelf = Shelf(store, read_all)
    for parent in held_documents(store):
        for child in children_of(store, parent):
            known = statuses(store, child, parent)
            if _TRUTH.keys().isdisjoint(known.values()):
                continue
            scored = score(shelf.take(child).side, shelf.take(parent).side, unfitted)
            for row, ours in enumerate(scored.children):
                for column, theirs in enumerate(scored.parents):
                    truth = _TRUTH.get(known.get((ours.label, theirs.label), ""))
                    if truth is not None:
                        yield [scored.reasons[reason][row][column] for reason in reasons], truth
