"""How far the sentences of two clauses find one like them on the other side.

A clause is set together from sentences, and a lower document takes sentences over, merges them or
parts them; two clauses that share the words of their subject only have no sentences in common.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.align.passages import Clause
    from graph.align.similarity import Weights

_UNSAID_SENTENCE = 4.0  # weight of about two terms
_UNSAID_CLAUSE = 10.0
_LONG_ENOUGH = 8  # 2-grams; a shorter sentence is found in any text
_TAKEN_OVER = 0.25  # share of a parent's sentence that a clause has
_MOST_AHEAD = 0.5  # how far ahead of the next clause counts


class _Side:
    """The sentences of one document: their words, what these weigh, and whose they are."""

    def __init__(self, clauses: Sequence[Clause], weighed: Weights) -> None:
        self.grams = [s.grams for clause in clauses for s in clause.sentences if s.grams]
        self.owner = [at for at, clause in enumerate(clauses) for s in clause.sentences if s.grams]
        self.weight = [weighed.total(grams) for grams in self.grams]
        self.total = [0.0] * len(clauses)
        for at, weight in zip(self.owner, self.weight, strict=True):
            self.total[at] += weight


def likeness(
    children: Sequence[Clause], parents: Sequence[Clause], weighed: Weights
) -> list[list[float]]:
    """Return the mean likeness of the sentences of every pair of clauses, 0 to 1."""
    ours, theirs = _Side(children, weighed), _Side(parents, weighed)
    of_ours: list[dict[int, float]] = []  # for each of our sentences: the best in each parent
    of_theirs: list[dict[int, float]] = [{} for _ in theirs.grams]
    known = holders(theirs.grams)
    for at, grams in enumerate(ours.grams):
        best: dict[int, float] = {}
        for there, common in shared_weight(grams, known, weighed).items():
            here, over = ours.weight[at], theirs.weight[there]
            _keep(best, theirs.owner[there], _alike(common, here, over))
            _keep(of_theirs[there], ours.owner[at], _alike(common, over, here))
        of_ours.append(best)
    table = [[0.0] * len(parents) for _ in children]
    for at, best in enumerate(of_ours):
        row = ours.owner[at]
        part = ours.weight[at] / (ours.total[row] + _UNSAID_CLAUSE)
        for column, alike in best.items():
            table[row][column] += part * alike / 2
    for there, best in enumerate(of_theirs):
        column = theirs.owner[there]
        part = theirs.weight[there] / (theirs.total[column] + _UNSAID_CLAUSE)
        for row, alike in best.items():
            table[row][column] += part * alike / 2
    return table


def _alike(common: float, own: float, other: float) -> float:
    """Return how far a sentence is in another one: as a share of it, or holding all of a part."""
    share = common / (own + _UNSAID_SENTENCE)
    part = common / (other + _UNSAID_SENTENCE) * min(1.0, other / own) if own else 0.0
    return max(share, part)


def _keep(best: dict[int, float], at: int, alike: float) -> None:
    if alike > best.get(at, 0.0):
        best[at] = alike


def holders(these: Iterable[frozenset[str]]) -> Mapping[str, list[int]]:
    """Return which of some sets have each 2-gram."""
    found: dict[str, list[int]] = {}
    for at, grams in enumerate(these):
        for gram in grams:
            found.setdefault(gram, []).append(at)
    return found


def shared_weight(
    grams: frozenset[str], known: Mapping[str, list[int]], weighed: Weights
) -> Mapping[int, float]:
    """Return the weight of what some 2-grams share with each of the sets that have them."""
    common: dict[int, float] = {}
    for gram in grams:
        weight = weighed.of.get(gram, 0.0)
        for there in known.get(gram, ()):
            common[there] = common.get(there, 0.0) + weight
    return common


def own_sentences(
    children: Sequence[Clause], parents: Sequence[Clause], weighed: Weights
) -> list[list[float]]:
    """Return how far a clause is ahead of any other in what it has of a sentence of a parent."""
    table = [[0.0] * len(parents) for _ in children]
    known = holders(child.grams for child in children)
    for column, parent in enumerate(parents):
        for sentence in parent.sentences:
            if len(sentence.grams) < _LONG_ENOUGH:
                continue
            whole = weighed.total(sentence.grams) + _UNSAID_SENTENCE
            shares = sorted(
                (
                    (w / whole, -at)
                    for at, w in shared_weight(sentence.grams, known, weighed).items()
                ),
                reverse=True,
            )
            if shares and shares[0][0] >= _TAKEN_OVER:
                rival = shares[1][0] if len(shares) > 1 else 0.0
                row = -shares[0][1]
                ahead = min(shares[0][0] - rival, _MOST_AHEAD)
                table[row][column] = max(table[row][column], ahead)
    return table
