"""Two held documents with what is known of the pair, and what of it a reviewer can decide on.

The fingerprint of an alignment are the digests of both clauses: when either has other words the
review is outdated. Of an alignment whose parent's words are gone the second begins with a minus.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import iri
from graph.alignments.baseline import GONE
from graph.model import Status
from graph.reviews.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.align.comparison import Comparison, ParentLink
    from graph.alignments.baseline import Baseline
    from graph.alignments.held import Held
    from graph.model import Span
    from graph.reviews.recorded import Review


@dataclass(frozen=True, slots=True)
class PairOf:
    """Two held documents with what is known of the pair.

    ``stubs`` are the IRIs by which the child cites the parent, if not by its own; ``before`` is
    what the pair was first compared on, ``reviewed`` what was looked at since, by the child's
    clauses; ``reviews`` are those of its alignments.
    """

    child: Held
    parent: Held
    stubs: tuple[str, ...]
    before: Baseline
    reviewed: Mapping[str, frozenset[str]]
    reviews: tuple[Review, ...] = ()

    @property
    def iri(self) -> str:
        """The IRI of the pair, which is that of its graph."""
        return iri.pair(self.child.parts.document, self.parent.parts.document)

    def alignment(self, child: str, parent: str) -> str:
        """Return the IRI of an alignment of two clauses, given by their labels."""
        ours, theirs = self.child.parts.provisions[child], self.parent.parts.provisions[parent]
        return self.under("alignment", (self.child, ours), (self.parent, theirs))

    def gone(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield the alignments of the first comparison whose parent's words are gone.

        Each is its IRI, the label of the child, the digest and the IRI that the parent had. What a
        reviewer rejected is not missed.
        """
        if self.before.child_text != self.child.parts.text:
            return
        now = {self.parent.parts.provisions[at]: d for at, d in self.parent.digests.items()}
        labels = {clause: label for label, clause in self.child.parts.provisions.items()}
        rejected = {each.statement for each in self.reviews if each.status == Status.REJECTED}
        for theirs, ours in self.before.gone(now):
            label, digest = labels.get(ours, ""), self.before.digests[theirs]
            if label not in self.child.digests:
                continue
            if fingerprint(self.child, label, digest) not in rejected:
                node = self.under("alignment", (self.child, ours), (self.parent, theirs))
                yield node, label, digest, theirs

    def under(self, kind: str, *things: tuple[Held, str]) -> str:
        """Return the IRI of something about clauses, each given with the document that has it."""
        paths = (iri.below(clause, held.parts.document) for held, clause in things)
        return f"{self.iri}/{kind}/{'/to/'.join(paths)}"


def statements(pair: PairOf, comparison: Comparison) -> Mapping[str, Statement]:
    """Return what a reviewer can decide on: the alignments of a pair, by their IRIs."""
    found = {node: (label, GONE + digest) for node, label, digest, _ in pair.gone()}
    found |= {
        pair.alignment(child, link.label): (child, pair.parent.digests[link.label])
        for child, link in links(comparison)
    }
    return {node: statement(pair.child, node, *told) for node, told in sorted(found.items())}


def links(comparison: Comparison) -> Iterator[tuple[str, ParentLink]]:
    """Yield each correspondence with the label of the child, those to be reviewed behind."""
    for each in comparison.alignments:
        for link in each.parents:
            yield each.child, link
    yield from comparison.candidates


def statement(child: Held, alignment: str, label: str, parent: str) -> Statement:
    """Return what an alignment states: that a clause carries out words, given by their digest.

    Its quote is the first line of the clause.
    """
    span = first(child, label)
    quote = child.side.reading.document.quote(span).partition("\n")[0]
    known_by, end = fingerprint(child, label, parent), span.start + len(quote)
    return Statement(alignment, known_by, "", span.start, end, quote)


def fingerprint(child: Held, label: str, parent: str) -> str:
    """Return the fingerprint of an alignment of a clause (its label) with words (a digest)."""
    return f"{child.digests[label]} {parent}"


def first(held: Held, label: str) -> Span:
    """Return the first stretch of the own words of a clause."""
    provisions = held.side.reading.document.provisions
    return next(each.own[0] for each in provisions if each.label == label)
