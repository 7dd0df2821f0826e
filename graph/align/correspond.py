"""Which parent clauses a clause carries out: several, one, part of one, or none.

A pair's score is the mean overlap of its words, less where the order of the clauses speaks against
it. A clause carries out

- the parent of its best score, if that reaches :data:`LEAST`, and those that come near it; where
  few words are shared (below :data:`graph.align.comparison.PLAIN`) only between clauses of some
  length in the parent's order, and of a document that follows the other throughout,
- a parent of which it alone takes over a whole sentence,
- the clauses below a parent's heading that it bears itself (总体要求 as one paragraph), as far as
  no other clause carries them out better,
- a parent clause that it names (《办法》第五条),
- the items of a list with the list, where half of their words are there.

The figures are few and round. Leaving out any one of four annotated pairs of documents chooses the
same ones on a grid, or their neighbours.
"""

from __future__ import annotations

import math
import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.align.cited import cited_clauses
from graph.align.comparison import PLAIN, Evidence, NotFound, ParentLink
from graph.align.order import displacements
from graph.align.shared import shared_passages
from graph.align.similarity import overlaps, weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.align.passages import Clause, Sentence
    from graph.align.sides import Side
    from graph.align.similarity import Overlap, Weights
    from graph.model import Document, Span

LEAST: Final = 0.06
_CLOSE = 0.08  # median of the best scores, where a document follows the other throughout
_NEIGHBOUR = 0.1  # displacement
_SUBSTANCE = 30  # pairs of characters
_BELOW_HEAD = 0.5  # for an item that is nearest to what the head of its list carries out
_NEAR = 0.8  # of the best score
_OUT_OF_ORDER = 2.0
_SENTENCE = 0.3  # share of a parent's sentence that a clause has
_ITEM = 0.5  # share of an item's words
_AHEAD = 0.1  # by how much that is more than any other clause has


@dataclass(frozen=True, slots=True)
class Scored:
    """The clauses of two documents with the score of every pair, children in rows.

    ``follows`` tells that the child follows the parent throughout: most clauses find one near them.
    """

    children: tuple[Clause, ...]
    parents: tuple[Clause, ...]
    weights: Weights
    overlaps: Sequence[Sequence[Overlap]]
    displacements: Sequence[Sequence[float]]
    scores: Sequence[Sequence[float]]
    whole: Mapping[tuple[int, int], Sentence]
    named: Mapping[tuple[int, int], Span]
    follows: bool

    def best_child(self, column: int) -> int:
        """Return the row of the clause that comes nearest to a parent."""
        return max(range(len(self.children)), key=lambda row: self.scores[row][column])

    def rank(self, row: int, column: int) -> tuple[bool, float, int]:
        """Return what orders the parents of a clause: those that it names, then by their scores."""
        return (row, column) not in self.named, -self.scores[row][column], column

    def best_parent(self, row: int) -> int:
        """Return the column of the parent that comes nearest to a clause."""
        return max(range(len(self.parents)), key=self.scores[row].__getitem__)


def score(ours: Side, theirs: Side) -> Scored:
    """Return the score of every pair of clauses."""
    children, parents = ours.clauses, theirs.clauses
    weighed = weights((*children, *parents))
    table = overlaps(children, parents, weighed)
    away = displacements([[overlap.mean for overlap in row] for row in table])
    scores = [
        [o.mean * math.exp(-_OUT_OF_ORDER * d) for o, d in zip(row, line, strict=True)]
        for row, line in zip(table, away, strict=True)
    ]
    whole = _whole_sentences(children, parents, weighed)
    named = cited_clauses(ours, theirs)
    best = [max(line, default=0.0) for line in scores]
    follows = statistics.median(best or [0.0]) >= _CLOSE
    return Scored(children, parents, weighed, table, away, scores, whole, named, follows)


def parent_columns(scored: Scored) -> list[tuple[int, ...]]:
    """Return the columns of the parents of each row, best first; none where nothing is like it."""
    if not scored.parents:
        return [() for _ in scored.children]
    rows = {child.label: row for row, child in enumerate(scored.children)}
    found: list[set[int]] = []
    for row, line in enumerate(scored.scores):
        head = rows.get(scored.children[row].provision.parent or "")
        below = head is not None and scored.best_parent(row) in found[head]
        least = max(LEAST * (_BELOW_HEAD if below else 1.0), _NEAR * max(line))
        near = (column for column, value in enumerate(line) if value >= least)
        found.append({column for column in near if _tells(scored, row, column)})
    for row, column in (*scored.whole, *_merged_sections(scored)):
        if found[row]:
            found[row].add(column)
    for row, column in scored.named:
        found[row].add(column)
    for row, column in list(_items(scored, found)):
        found[row].add(column)
    return [
        tuple(sorted(columns, key=lambda column: scored.rank(row, column)))
        for row, columns in enumerate(found)
    ]


def _tells(scored: Scored, row: int, column: int) -> bool:
    """Whether the shared words tell something, be they few.

    A few words out of their order are those of the subject, which any two clauses of it share; a
    clause of a few words shares them with many; and a document whose clauses mostly find nothing in
    the other one is about another side of the subject.
    """
    if scored.scores[row][column] >= PLAIN or (row, column) in scored.whole:
        return True
    shorter = min(len(scored.children[row].grams), len(scored.parents[column].grams))
    in_order = scored.displacements[row][column] <= _NEIGHBOUR
    return scored.follows and in_order and shorter >= _SUBSTANCE


def _whole_sentences(
    children: Sequence[Clause], parents: Sequence[Clause], weighed: Weights
) -> Mapping[tuple[int, int], Sentence]:
    """Return the sentences of parents that one clause alone takes over, by row and column."""
    found: dict[tuple[int, int], Sentence] = {}
    for column, parent in enumerate(parents):
        for sentence in parent.sentences:
            if not sentence.telling or not children:
                continue
            shares = [weighed.share(sentence.grams, child.grams) for child in children]
            row = max(range(len(shares)), key=shares.__getitem__)
            rival = max((share for at, share in enumerate(shares) if at != row), default=0.0)
            if shares[row] >= _SENTENCE and shares[row] - rival >= _AHEAD:
                found.setdefault((row, column), sentence)
    return found


def _merged_sections(scored: Scored) -> Iterator[tuple[int, int]]:
    for row, child in enumerate(scored.children):
        for column, parent in enumerate(scored.parents):
            headed = child.provision.heading and child.provision.heading == parent.section
            if headed and scored.best_child(column) == row:
                yield row, column


def _items(scored: Scored, found: Sequence[set[int]]) -> Iterator[tuple[int, int]]:
    """Yield the items of a list that a clause takes over with it: half of their words are there."""
    columns = {parent.label: column for column, parent in enumerate(scored.parents)}
    for row, child in enumerate(scored.children):
        for column, parent in enumerate(scored.parents):
            in_list = columns.get(parent.provision.parent or "") in found[row]
            if in_list and scored.weights.share(parent.grams, child.grams) >= _ITEM:
                yield row, column


def link(scored: Scored, documents: tuple[Document, Document], row: int, column: int) -> ParentLink:
    """Return a pair with what speaks for it."""
    child, parent = scored.children[row], scored.parents[column]
    overlap = scored.overlaps[row][column]
    return ParentLink(
        parent.label,
        round(scored.scores[row][column], 3),
        Evidence(
            of_child=round(overlap.of_child, 3),
            of_parent=round(overlap.of_parent, 3),
            displacement=round(scored.displacements[row][column], 3),
            concepts=tuple(sorted(child.concepts & parent.concepts)),
            passages=shared_passages(child, parent, documents),
            whole_sentence=_sentence_span(scored, documents[1], row, column),
            named=scored.named.get((row, column)),
            same_heading=bool(parent.section) and child.provision.heading == parent.section,
        ),
    )


def _sentence_span(scored: Scored, parent: Document, row: int, column: int) -> Span | None:
    sentence = scored.whole.get((row, column))
    return parent.folded.span(sentence.stretch.start, sentence.stretch.end) if sentence else None


def lonely_children(
    scored: Scored, found: Sequence[tuple[int, ...]], read: Sequence[tuple[int, ...]]
) -> tuple[NotFound, ...]:
    """Return the clauses without a parent, each with the parent that came nearest.

    ``read`` are the parents before a reviewer rejected some.
    """
    return tuple(
        _not_found(child, scored.scores[row], scored.parents, read[row])
        for row, child in enumerate(scored.children)
        if not found[row]
    )


def lonely_parents(
    scored: Scored, found: Sequence[tuple[int, ...]], read: Sequence[tuple[int, ...]]
) -> tuple[NotFound, ...]:
    """Return the parents that no clause carries out, each with the clause that came nearest."""
    carried = {column for columns in found for column in columns}
    return tuple(
        _not_found(
            parent,
            [line[column] for line in scored.scores],
            scored.children,
            tuple(row for row, columns in enumerate(read) if column in columns),
        )
        for column, parent in enumerate(scored.parents)
        if column not in carried
    )


def _not_found(
    clause: Clause,
    scores: Sequence[float],
    others: Sequence[Clause],
    rejected: tuple[int, ...],
) -> NotFound:
    near = rejected or range(len(scores))
    best = max(near, key=scores.__getitem__, default=None)
    if best is None or (scores[best] <= 0 and not rejected):
        return NotFound(clause.label, None, 0.0)
    nearest = others[best].label
    return NotFound(clause.label, nearest, round(scores[best], 3), rejected=bool(rejected))
