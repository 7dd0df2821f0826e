"""What of a stored pair a reviewer can decide on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.alignments.pair import statement
from graph.questions import load
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.alignments.held import Shelf
    from graph.reviews.statement import Statement
    from graph.store import Store


def reviewable(store: Store, shelf: Shelf, pair: str) -> Mapping[str, Statement]:
    """Return what the alignments in the graph of a pair (IRIs) state."""
    found = {}
    for row in store.select(load("alignments"), pair=Iri(pair)):
        child = shelf.take(row.one("childDocument", str))
        labels = {clause: label for label, clause in child.parts.provisions.items()}
        label, alignment = labels.get(row.one("child", str), ""), row.one("alignment", str)
        if label in child.digests:
            found[alignment] = statement(child, alignment, label, row.one("fingerprint", str))
    return found
