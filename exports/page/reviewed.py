"""What a reviewer can decide on the page, by its fingerprint, and what was decided before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from exports.statements import statements
from graph.outline import held_documents
from graph.reviews.recorded import reviews_of
from graph.reviews.statement import statements_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from exports.page.known_pair import KnownPair
    from exports.page.scene import Edge
    from exports.statements import Statements
    from graph.reviews.recorded import Review
    from graph.reviews.statement import Statement
    from graph.store import Store


@dataclass(frozen=True, slots=True)
class Reviewable:
    """What findings and alignments state, and the reviews that the store has of them.

    Of several reviews of one finding the first counts. ``outdated`` are those that were given for
    something else than what is stated now.
    """

    statements: Mapping[str, Statement] = field(default_factory=dict)
    reviews: Mapping[str, Review] = field(default_factory=dict)

    def outdated(self, finding: str) -> bool:
        """Tell whether the review of a finding was given for another statement."""
        return not self.statements[finding].is_known_by(self.reviews[finding].statement)


def reviewable(
    store: Store,
    said: Statements,
    found: Iterable[str],
    pairs: Iterable[KnownPair] = (),
) -> Reviewable:
    """Return what can be reviewed of what a page shows: ``found`` are the IRIs of findings.

    Those that ``said`` does not state are looked up in the documents that do.
    """
    wanted = tuple(dict.fromkeys(found))
    known = dict(statements_of(said.said, wanted))
    for pair in pairs:
        known |= pair.statements
    elsewhere = [each for each in wanted if each not in known]
    for document in held_documents(store) if elsewhere else ():
        theirs = [each for each in elsewhere if each.startswith(f"{document}/")]
        known |= statements_of(statements(store, document).said, theirs) if theirs else {}
    made = {at: its[0] for at, its in reviews_of(store).items() if at in known}
    return Reviewable(known, made)


def findings_on(edges: Sequence[Edge], details: Mapping[str, Any]) -> Iterator[str]:
    """Yield the findings that relations and the panel show."""
    for edge in edges:
        for stated in edge.stated:
            if stated.finding:
                yield stated.finding
    for node in details["nodes"].values():
        for found in node["found"]:
            yield found["finding"]
