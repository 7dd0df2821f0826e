"""What the store knows of a document and a parent of it: how their alignments stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph import iri
from graph.alignments.reviewable import reviewable
from graph.answers.closed import Reasons
from graph.answers.correspondences import all_correspondences
from graph.reviews.recorded import reviews_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.alignments.held import Held, Shelf
    from graph.answers.closed import Reason
    from graph.answers.correspondences import Correspondence
    from graph.answers.opening import Gap
    from graph.reviews.recorded import Review
    from graph.reviews.statement import Statement
    from graph.store import Store


@dataclass(frozen=True, slots=True)
class KnownPair:
    """The alignments in the graph of a pair; nothing where the store did not compare the two.

    ``alignments`` are by the labels of child and parent, ``gone`` those whose parent's words are
    not there any more, each in Chinese and English. ``statements`` are what a review knows an
    alignment by, ``reviews`` what a reviewer decided, by the alignment; ``reasons`` why gaps are
    none.
    """

    alignments: Mapping[tuple[str, str], Correspondence] = field(default_factory=dict)
    gone: tuple[tuple[Correspondence, Correspondence], ...] = ()
    statements: Mapping[str, Statement] = field(default_factory=dict)
    reviews: Mapping[str, tuple[Review, ...]] = field(default_factory=dict)
    reasons: Reasons | None = None

    def reason(self, clause: str, gap: Gap, other: str) -> Reason | None:
        """Return why a gap of a clause over against the other document is none (IRIs)."""
        return self.reasons.of(clause, gap, (other,)) if self.reasons else None

    @property
    def statuses(self) -> Mapping[tuple[str, str], str]:
        """The review statuses of the alignments, by the labels of child and parent."""
        return {labels: each.status for labels, each in self.alignments.items()}


def known_pair(store: Store, shelf: Shelf, child: Held, parent: Held) -> KnownPair:
    """Return what a store knows of two documents that it holds."""
    pair, reasons = iri.pair(child.parts.document, parent.parts.document), Reasons(store)
    if pair not in store:
        return KnownPair(reasons=reasons)
    labels = {
        clause: label for held in (child, parent) for label, clause in held.parts.provisions.items()
    }
    found = all_correspondences(store, "zh", pair=pair)
    gone = [each for each in found if not each.rank]
    english = all_correspondences(store, "en", pair=pair) if gone else ()
    in_english = {each.iri: each for each in english}
    return KnownPair(
        alignments={
            (labels[each.stated_in], labels[each.parent]): each
            for each in found
            if each.rank and each.stated_in in labels and each.parent in labels
        },
        gone=tuple((each, in_english[each.iri]) for each in gone),
        statements=reviewable(store, shelf, pair),
        reviews=reviews_of(store, graph=pair),
        reasons=reasons,
    )
