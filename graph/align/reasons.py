"""What speaks for a clause carrying out a parent clause, as numbers that a reader can check.

Every reason is a table with the child clauses in rows and the parent clauses in columns. They look
at the words of the two (2-grams without places and levels, weighed so that the words of the subject
count for little), at what the other clauses of the two documents have of them, and at where the
clauses beside this one go; none looks at a meaning that is not in the text.

================ ==========================================================================
``shared``       the share of their words that both have, the mean of both sides
``of-best-parent`` that share, relative to the best that the clause has with any parent
``of-best-child``  that share, relative to the best that the parent has with any clause
``sentences``    how far the sentences of each side find one like them on the other side
``own-sentence`` a sentence of the parent that this clause has far more of than any other
``only-child``   what of the parent only this clause has, compared with the next best one
``only-parent``  what of the clause only this parent has, compared with the next best one
``rare``         words of both that no other clause of the parent's document has
``function``     both do the same for their document (保障, 监督, 附则 …)
``apart``        how far apart they stand, as a share of their documents
``neighbours``   the clauses before and after this one go to this part of the parent's document
``siblings``     the clauses under the same head go to this parent
``follows``      how closely the document follows the parent's document throughout
``best``         the sentences' likeness to the best parent of the clause
``length``       the length of the shorter of the two, as a logarithm
``subject``      the words that the titles of both documents have
``topic``        each says what the other is about, by its heading or how it begins
``amount``       how much both have in common, as a logarithm: a few words are soon found
================ ==========================================================================
"""

from __future__ import annotations

import math
import statistics
from typing import TYPE_CHECKING, Final

from graph.align.passages import FUNCTIONS
from graph.align.sentence_likeness import likeness, own_sentences
from graph.align.topics import same_topic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from graph.align.passages import Clause
    from graph.align.similarity import Overlap, Weights

    Table = Sequence[Sequence[float]]

REASONS: Final = (
    "shared",
    "of-best-parent",
    "of-best-child",
    "sentences",
    "own-sentence",
    "only-child",
    "only-parent",
    "rare",
    "function",
    "apart",
    "neighbours",
    "siblings",
    "follows",
    "best",
    "length",
    "subject",
    "topic",
    "amount",
)
_UNSAID = 20.0  # weight of about six terms, so that a clause of a few words is not found everywhere
_BESIDE: Final = ((1, 1.0), (2, 0.6), (3, 0.4))  # how far away a neighbour stands, and its weight
_SMOOTH = 1.5  # clauses of the parent over which the place of a neighbour is spread
_SURE = 0.3  # likeness from which on a neighbour's place counts fully
_PLACES = 10  # clauses; among fewer, a place tells less
_SHORT = 5  # 2-grams


def reasons(
    children: Sequence[Clause],
    parents: Sequence[Clause],
    weighed: Weights,
    overlaps: Sequence[Sequence[Overlap]],
    subject: float,
) -> Mapping[str, Table]:
    """Return the tables of all :data:`REASONS`; both documents have at least one clause.

    ``subject`` is how far the two documents are about one subject, 0 to 1.
    """
    shared = [[overlap.mean for overlap in line] for line in overlaps]
    alike = likeness(children, parents, weighed)
    best = [max(line) for line in alike]
    places = _places(alike)
    wide = min(len(parents), _PLACES)
    return {
        "shared": shared,
        "of-best-parent": _of_row(shared),
        "of-best-child": _transposed(_of_row(_transposed(shared))),
        "sentences": alike,
        "own-sentence": own_sentences(children, parents, weighed),
        **_alone(children, parents, weighed, shared),
        "function": _each(children, parents, _same_function),
        "apart": _apart(len(children), len(parents)),
        "neighbours": _scaled(_neighbours(places, best), wide),
        "siblings": _scaled(_siblings(children, places), wide),
        "follows": _filled(len(children), len(parents), statistics.median(best)),
        "best": [[most] * len(parents) for most in best],
        "length": _each(children, parents, _length),
        "subject": _filled(len(children), len(parents), subject),
        "topic": same_topic(children, parents, weighed),
        "amount": [[math.log1p(overlap.common) for overlap in line] for line in overlaps],
    }


def _of_row(table: Table) -> Table:
    return [[value / max(*line, 1e-9) for value in line] for line in table]


def _transposed(table: Table) -> Table:
    return list(zip(*table, strict=True))


def _filled(height: int, width: int, value: float) -> Table:
    return [[value] * width for _ in range(height)]


def _scaled(table: Table, factor: float) -> Table:
    return [[value * factor for value in line] for line in table]


def _each(
    children: Sequence[Clause],
    parents: Sequence[Clause],
    value: Callable[[Clause, Clause], float],
) -> Table:
    return [[value(child, parent) for parent in parents] for child in children]


def _same_function(child: Clause, parent: Clause) -> float:
    ours, theirs = (
        {each for each in clause.concepts if each.startswith(FUNCTIONS)}
        for clause in (child, parent)
    )
    both = len(ours & theirs)
    return both / math.sqrt(len(ours) * len(theirs)) if both else 0.0


def _length(child: Clause, parent: Clause) -> float:
    return math.log(min(len(child.grams), len(parent.grams)) + _SHORT)


def _apart(height: int, width: int) -> Table:
    return [
        [abs((row + 0.5) / height - (column + 0.5) / width) for column in range(width)]
        for row in range(height)
    ]


def _alone(
    children: Sequence[Clause], parents: Sequence[Clause], weighed: Weights, shared: Table
) -> Mapping[str, Table]:
    """Return what a pair has of each other that the next best clause of either side lacks."""
    holders: dict[str, int] = {}
    for parent in parents:
        for term in parent.terms:
            holders[term] = holders.get(term, 0) + 1
    ours = [weighed.of_terms(child.terms) for child in children]
    theirs = [weighed.of_terms(parent.terms) for parent in parents]
    next_child = [_two_best(column) for column in _transposed(shared)]
    next_parent = [_two_best(line) for line in shared]
    tables: tuple[list[list[float]], ...] = ([], [], [])
    for row, child in enumerate(children):
        lines: tuple[list[float], ...] = ([], [], [])
        for column, parent in enumerate(parents):
            rival = _other(next_child[column], row)
            others = children[rival].terms if rival is not None else {}
            second = _other(next_parent[row], column)
            beside = parents[second].terms if second is not None else {}
            of_parent = of_child = rare = 0.0
            for term in child.terms.keys() & parent.terms.keys():
                weight = min(child.terms[term], parent.terms[term]) * weighed.of[term]
                of_parent += weight if term not in others else 0.0
                of_child += weight if term not in beside else 0.0
                rare += weight if holders[term] == 1 else 0.0
            lines[0].append(of_parent / (theirs[column] + _UNSAID))
            lines[1].append(of_child / (ours[row] + _UNSAID))
            lines[2].append(rare / (min(ours[row], theirs[column]) + _UNSAID))
        for table, line in zip(tables, lines, strict=True):
            table.append(line)
    return dict(zip(("only-child", "only-parent", "rare"), tables, strict=True))


def _two_best(values: Sequence[float]) -> tuple[int, ...]:
    return tuple(sorted(range(len(values)), key=lambda at: (-values[at], at))[:2])


def _other(best: tuple[int, ...], own: int) -> int | None:
    return next((at for at in best if at != own), None)


def _places(alike: Table) -> Table:
    """Return where each clause seems to go: shares over the parents that sum up to 1."""
    squared = [[value * value for value in line] for line in alike]
    return [[value / max(sum(line), 1e-9) for value in line] for line in squared]


def _neighbours(places: Table, best: Sequence[float]) -> Table:
    width = len(places[0])
    kernel = [[math.exp(-abs(a - b) / _SMOOTH) for b in range(width)] for a in range(width)]
    spread = [
        _spread(line, kernel, min(most, _SURE) / _SURE)
        for line, most in zip(places, best, strict=True)
    ]
    table = []
    for row in range(len(places)):
        near = [
            (spread[at], weight)
            for away, weight in _BESIDE
            for at in (row - away, row + away)
            if 0 <= at < len(places)
        ]
        total = sum(weight for _, weight in near)
        table.append(
            [sum(line[at] * weight for line, weight in near) / total for at in range(width)]
            if near
            else [0.0] * width
        )
    return table


def _spread(line: Sequence[float], kernel: Table, sure: float) -> list[float]:
    """Return the places of one clause spread over the clauses beside them."""
    spread = [0.0] * len(line)
    for at, share in enumerate(line):
        if share > 0:
            around = kernel[at]
            part = share * sure / sum(around)
            for other, weight in enumerate(around):
                spread[other] += part * weight
    return spread


def _siblings(children: Sequence[Clause], places: Table) -> Table:
    """Return where the other clauses under the same head go, on average."""
    below: dict[str, list[int]] = {}
    for row, child in enumerate(children):
        if child.provision.parent:
            below.setdefault(child.provision.parent, []).append(row)
    width = len(places[0])
    table = []
    for row, child in enumerate(children):
        rows = [at for at in below.get(child.provision.parent or "", ()) if at != row]
        table.append(
            [sum(places[at][column] for at in rows) / len(rows) for column in range(width)]
            if rows
            else [0.0] * width
        )
    return table
