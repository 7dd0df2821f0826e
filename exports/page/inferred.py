"""The lines from clauses to documents whose clauses they carry out, as a comparison supposes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page.scene import INFERRED, Edge, Stated
from exports.statements import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from exports.page.comparison_view import Both, Clause, ComparisonView
    from graph.alignments.held import Held


def inferred(views: Iterable[ComparisonView], child: Held) -> Iterator[Edge]:
    """Yield a relation from every clause to the document of which it carries out a clause."""
    document = child.side.reading.document
    spans = {provision.label: provision.own[0] for provision in document.provisions}
    for view in views:
        found: dict[str, list[Stated]] = {}
        for clause, parent, finding, status, why, score in _supposed(view):
            if clause.label not in spans:
                continue
            span = spans[clause.label]
            evidence = Evidence(span.start, span.end, document.quote(span))
            both = (why["zh"], why["en"])
            stated = Stated(evidence, clause.label, finding, status, both, parent, score)
            found.setdefault(clause.iri, []).append(stated)
        for ours, those in found.items():
            yield Edge(
                f"{ours} {INFERRED} {view.parent}", ours, view.parent, INFERRED, tuple(those)
            )


def _supposed(view: ComparisonView) -> Iterator[tuple[Clause, str, str, str, Both, float]]:
    """Yield each correspondence of a clause.

    That is the clause, the parent's clause by its name, the alignment, its status, what speaks for
    it, and how probable it is where it is to be reviewed.
    """
    for row in view.rows:
        for each in (*row.parents, *row.to_review):
            parent = f"{each.clause.label} {each.clause.heading}".rstrip()
            name = f"{view.name} {parent} ({each.score:.2f})"
            why = {lang: f"{name}: {words}" for lang, words in each.why.items()}
            score = each.score if each in row.to_review else 0.0
            yield row.clause, parent, each.finding, each.status, why, score
    for gone in view.gone:  # of the stored text, where other rules may have found other clauses
        yield gone.clause, "", gone.finding, gone.status, gone.reason, 0.0
