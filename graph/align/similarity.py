"""How much of one clause's words another has: containment of weighted terms, in both directions.

A term weighs the more the fewer clauses of the two documents have it (inverse document frequency),
so that the words of the subject itself (落户, 随迁子女) count for little; so do those of every 公文
(滥用职权, 加强组织领导; scheme ``stock-phrases``), however rare they are in the two.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.align.passages import Clause

_STOCK = 0.3  # what a term of a stock phrase weighs of another that is as rare
_UNSAID = 20.0  # weight of about six terms, so that a clause of a few words is not found everywhere


@dataclass(frozen=True, slots=True)
class Overlap:
    """The weighted shares (0 to 1) of a child clause and a parent clause that both have.

    ``common`` is the weight of all terms that both have.
    """

    of_child: float
    of_parent: float
    common: float = 0.0

    @property
    def mean(self) -> float:
        """Their mean: a merged or split clause is long on one side only."""
        return (self.of_child + self.of_parent) / 2


@dataclass(frozen=True, slots=True)
class Weights:
    """What a term weighs in a comparison."""

    of: Mapping[str, float]

    def total(self, terms: Iterable[str]) -> float:
        """Return the weight of plain terms together."""
        return sum(self.of.get(term, 0.0) for term in terms)

    def of_terms(self, terms: Mapping[str, float]) -> float:
        """Return the weight of terms that count several times."""
        return sum(times * self.of[term] for term, times in terms.items())

    def share(self, part: frozenset[str], whole: frozenset[str]) -> float:
        """Return the weighted share (0 to 1) of ``part`` that ``whole`` has too."""
        weight = self.total(part)
        return self.total(part & whole) / weight if weight else 0.0


def weights(clauses: Sequence[Clause]) -> Weights:
    """Return the weights over the clauses of both documents."""
    count = Counter(term for clause in clauses for term in clause.terms)
    stock = _stock()
    return Weights(
        {
            term: math.log((len(clauses) + 1) / n) * (_STOCK if term in stock else 1.0)
            for term, n in count.items()
        }
    )


@cache
def _stock() -> frozenset[str]:
    """Return the pairs of characters of the phrases of every document, but for its title."""
    phrases = lexicon.concepts("stock-phrases").items()
    return frozenset(
        first + second
        for key, concept in phrases
        if key != "title"
        for phrase in concept.written
        for first, second in pairwise(phrase)
    )


def overlaps(
    children: Sequence[Clause], parents: Sequence[Clause], weights: Weights
) -> list[list[Overlap]]:
    """Return the overlap of every child (row) with every parent (column)."""
    holders: dict[str, list[tuple[int, float]]] = {}
    for column, parent in enumerate(parents):
        for term, times in parent.terms.items():
            holders.setdefault(term, []).append((column, times))
    of_parents = [weights.of_terms(parent.terms) for parent in parents]
    table = []
    for child in children:
        shared = [0.0] * len(parents)
        for term, times in child.terms.items():
            for column, of_parent in holders.get(term, ()):
                shared[column] += min(times, of_parent) * weights.of[term]
        of_child = weights.of_terms(child.terms)
        table.append(
            [
                Overlap(_part(common, of_child), _part(common, of_parent), common)
                for common, of_parent in zip(shared, of_parents, strict=True)
            ]
        )
    return table


def _part(common: float, whole: float) -> float:
    return common / (whole + _UNSAID)
