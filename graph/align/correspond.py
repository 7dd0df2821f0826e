"""Which parent clauses a clause carries out: several, one, part of one, or none.

Each pair has a probability (:mod:`graph.align.probability`). A clause carries out

- its most probable parent, if that is probable enough (:data:`DECIDED`), and further ones that are
  at least half as probable,
- a parent clause that it names (《办法》第五条),
- the clauses below a parent's heading that it bears itself (总体要求 as one paragraph), as far as
  no other clause carries them out better,
- the items of a list with the list, where half of their words are there.

A clause that only says when its own document comes into force, or who explains it, carries out
nothing and is carried out by nothing, unless a clause names it; one that only says why and on what
ground its document is made (为…，根据…，制定本办法) has only another one like it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from graph.align.cited import cited_clauses
from graph.align.comparison import OPEN, SURE, Evidence, NotFound, ParentLink
from graph.align.masking import BREAK
from graph.align.passages import FUNCTIONS
from graph.align.probability import probabilities, related, strongest
from graph.align.reasons import reasons
from graph.align.relatedness import likest, names
from graph.align.shared import shared_passages
from graph.align.similarity import overlaps, weights
from graph.align.subject import same_subject
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.align.passages import Clause
    from graph.align.probability import Weight
    from graph.align.reasons import Table
    from graph.align.sides import Side
    from graph.align.similarity import Overlap, Weights
    from graph.model import Document, Span

DECIDED: Final = 0.4  # makes precision and recall nearly equal on pairs that were left out
_FURTHER = 0.5  # of the most probable parent
_NAMED = 1.0
_OWN = 0.05  # at most, between 施行 and anything, the 施行 of another document as well
_EFFECT = f"{FUNCTIONS}:effect"
_PURPOSE: Final = "purpose"
_CLOSING = 60  # 2-grams; a longer clause says more than when it comes into force
_BELOW_HEAD = 0.1  # least for a clause below the heading that the child bears itself
_ITEM = 0.5  # share of an item's words
_AHEAD = 0.1  # by how much a sentence is more in one clause than in any other
_MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class Scored:
    """The clauses of two documents with the probability of every pair, children in rows."""

    children: tuple[Clause, ...]
    parents: tuple[Clause, ...]
    weights: Weights
    overlaps: Sequence[Sequence[Overlap]]
    reasons: Mapping[str, Table]
    scores: Sequence[Sequence[float]]
    named: Mapping[tuple[int, int], Span]

    def rank(self, row: int, column: int) -> tuple[bool, float, int]:
        """Return what orders the parents of a clause: those that it names, then by probability."""
        return (row, column) not in self.named, -self.scores[row][column], column

    def best_parent(self, row: int) -> int:
        """Return the column of the most probable parent of a clause."""
        return max(range(len(self.parents)), key=self.scores[row].__getitem__)


def score(ours: Side, theirs: Side, fitted: Mapping[str, Weight] | None = None) -> Scored:
    """Return the probability of every pair of clauses; ``fitted`` are other weights to try."""
    children, parents = ours.clauses, theirs.clauses
    weighed = weights((*children, *parents))
    table = overlaps(children, parents, weighed)
    named = cited_clauses(ours, theirs)
    if not children or not parents:
        return Scored(children, parents, weighed, table, {}, [[] for _ in children], named)
    speaking = reasons(children, parents, weighed, table, same_subject(ours, theirs))
    follows = 1.0 if names(ours, theirs) else related(likest(speaking["sentences"]), fitted)
    apart = _apart(children, parents)
    sure = [
        [
            _with_facts(value * follows, named=(row, column) in named, apart=apart[row][column])
            for column, value in enumerate(line)
        ]
        for row, line in enumerate(probabilities(speaking, fitted))
    ]
    for find in (_merged_sections, _items):
        for row, column in list(find(children, parents, sure, weighed)):
            sure[row][column] = max(sure[row][column], SURE)
    return Scored(children, parents, weighed, table, speaking, sure, named)


def _with_facts(value: float, *, named: bool, apart: bool) -> float:
    if named:
        return _NAMED
    return min(value, _OWN) if apart else value


def _apart(children: Sequence[Clause], parents: Sequence[Clause]) -> list[list[bool]]:
    """Return for every pair whether the clauses do what belongs to their own documents alone."""
    closing = [[_is_closing(each) for each in side] for side in (children, parents)]
    purpose = [[_is_purpose(each) for each in side] for side in (children, parents)]
    return [
        [
            closes or ends or opens != begins
            for ends, begins in zip(closing[1], purpose[1], strict=True)
        ]
        for closes, opens in zip(closing[0], purpose[0], strict=True)
    ]


def _is_closing(clause: Clause) -> bool:
    """Whether a clause only says when the document comes into force, or who explains it."""
    return _EFFECT in clause.concepts and len(clause.grams) <= _CLOSING


def _is_purpose(clause: Clause) -> bool:
    """Whether a clause only says why and on what ground its document is made."""
    said = [each.masked.text for each in clause.sentences if not each.heading]
    forms = tuple(lexicon.written(FUNCTIONS, _PURPOSE))
    return len(said) == 1 and said[0].rstrip(BREAK).endswith(forms)


def _merged_sections(
    children: Sequence[Clause], parents: Sequence[Clause], sure: Table, _: Weights
) -> Iterator[tuple[int, int]]:
    """Yield the clauses below a heading that a child bears itself (总体要求 as one paragraph)."""
    for row, child in enumerate(children):
        for column, parent in enumerate(parents):
            headed = child.provision.heading and child.provision.heading == parent.section
            likely = sure[row][column] >= _BELOW_HEAD
            if headed and likely and sure[row][column] == max(line[column] for line in sure):
                yield row, column


def _items(
    children: Sequence[Clause], parents: Sequence[Clause], sure: Table, weighed: Weights
) -> Iterator[tuple[int, int]]:
    """Yield the items of a list that a clause takes over with it: half of their words are there."""
    columns = {parent.label: column for column, parent in enumerate(parents)}
    for row, child in enumerate(children):
        found = _decided(sure[row])
        for column, parent in enumerate(parents):
            in_list = columns.get(parent.provision.parent or "") in found
            if in_list and weighed.share(parent.grams, child.grams) >= _ITEM:
                yield row, column


def _decided(line: Sequence[float]) -> frozenset[int]:
    """Return the columns of the parents of a clause."""
    most = max(line)
    if most < DECIDED:
        return frozenset()
    return frozenset(column for column, value in enumerate(line) if value >= _FURTHER * most)


def parent_columns(scored: Scored) -> list[tuple[int, ...]]:
    """Return the columns of the parents of each row, best first; none where nothing is like it."""
    if not scored.parents:
        return [() for _ in scored.children]
    return [
        tuple(sorted(_decided(line), key=partial(scored.rank, row)))
        for row, line in enumerate(scored.scores)
    ]


def open_columns(scored: Scored, row: int, decided: Iterable[int]) -> tuple[int, ...]:
    """Return further columns of a row that a reviewer should look at, best first."""
    known = frozenset(decided)
    further = (
        column
        for column, value in enumerate(scored.scores[row])
        if value >= OPEN and column not in known
    )
    return tuple(sorted(further, key=partial(scored.rank, row)))


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
            reasons=tuple(strongest(scored.reasons, row, column, _MOST_REASONS)),
            beside=_beside(scored, row),
            concepts=tuple(sorted(child.concepts & parent.concepts)),
            passages=shared_passages(child, parent, documents),
            whole_sentence=_sentence_span(scored, documents[1], row, column),
            named=scored.named.get((row, column)),
            same_heading=bool(parent.section) and child.provision.heading == parent.section,
        ),
    )


def _beside(scored: Scored, row: int) -> tuple[str, ...]:
    """Return the labels of the parents of the clauses right before and after one."""
    rows = (at for at in (row - 1, row + 1) if 0 <= at < len(scored.children))
    best = ((at, scored.best_parent(at)) for at in rows)
    return tuple(
        dict.fromkeys(
            scored.parents[column].label
            for at, column in best
            if scored.scores[at][column] >= DECIDED
        )
    )


def _sentence_span(scored: Scored, parent: Document, row: int, column: int) -> Span | None:
    """Return the sentence of a parent that this clause has far more of than any other."""
    if scored.reasons["own-sentence"][row][column] < _AHEAD:
        return None
    sentence = max(
        (each for each in scored.parents[column].sentences if each.telling),
        key=lambda each: scored.weights.share(each.grams, scored.children[row].grams),
    )
    return parent.folded.span(sentence.stretch.start, sentence.stretch.end)


def lonely_children(
    scored: Scored, found: Sequence[tuple[int, ...]], rejected: frozenset[tuple[int, int]]
) -> tuple[NotFound, ...]:
    """Return the clauses without a parent, each with the parent that came nearest.

    ``rejected`` are the pairs that a reviewer rejected.
    """
    return tuple(
        _not_found(
            child,
            scored.scores[row],
            scored.parents,
            frozenset(column for at, column in rejected if at == row),
        )
        for row, child in enumerate(scored.children)
        if not found[row]
    )


def lonely_parents(
    scored: Scored,
    found: Sequence[tuple[int, ...]],
    rejected: frozenset[tuple[int, int]],
    accepted: frozenset[tuple[int, int]],
) -> tuple[NotFound, ...]:
    """Return the parents that no clause surely carries out, each with the clause nearest to it.

    A correspondence that is still to be reviewed closes no gap, and the answer tells of it; one
    that was accepted does.
    """
    carried = {
        column
        for row, columns in enumerate(found)
        for column in columns
        if scored.scores[row][column] >= SURE or (row, column) in accepted
    }
    return tuple(
        _not_found(
            parent,
            [line[column] for line in scored.scores],
            scored.children,
            frozenset(row for row, at in rejected if at == column),
            to_review=any(column in columns for columns in found),
        )
        for column, parent in enumerate(scored.parents)
        if column not in carried
    )


def _not_found(
    clause: Clause,
    scores: Sequence[float],
    others: Sequence[Clause],
    rejected: frozenset[int],
    *,
    to_review: bool = False,
) -> NotFound:
    """Return what is still to be reviewed, or else was rejected, or else came nearest."""
    waiting = [at for at, value in enumerate(scores) if value >= OPEN and at not in rejected]
    near = waiting or sorted(rejected) or range(len(scores))
    best = max(near, key=scores.__getitem__, default=None)
    if best is None or (scores[best] <= 0 and not rejected):
        return NotFound(clause.label, None, 0.0)
    score = round(scores[best], 3)
    return NotFound(clause.label, others[best].label, score, best in rejected, to_review)
