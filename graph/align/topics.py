"""What a clause is about: its heading, or how it begins.

Two clauses may share a sentence on the side and be about different things; a clause that carries
out another one says what that one is about, and is about what that one says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.align.masking import BREAK
from graph.align.passages import two_grams
from graph.align.sentence_likeness import holders, shared_weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.align.passages import Clause
    from graph.align.similarity import Weights

_BEGINNING = 30  # characters of a clause without a heading, to its first comma at most
_UNSAID = 4.0  # weight of about two terms


def topic(clause: Clause) -> frozenset[str]:
    """Return the 2-grams of the heading of a clause, or else of how it begins."""
    if clause.provision.heading:
        return two_grams(clause.provision.heading)
    for sentence in clause.sentences:
        begins = sentence.masked.text.strip(BREAK).partition(BREAK)[0]
        return two_grams(begins[:_BEGINNING])
    return frozenset()


def same_topic(
    children: Sequence[Clause], parents: Sequence[Clause], weighed: Weights
) -> list[list[float]]:
    """Return how much each clause says of what the other is about, the mean of both, 0 to 1."""
    ours = _said(children, parents, weighed)
    theirs = _said(parents, children, weighed)
    return [
        [(ours[row][column] + theirs[column][row]) / 2 for column in range(len(parents))]
        for row in range(len(children))
    ]


def _said(these: Sequence[Clause], others: Sequence[Clause], weighed: Weights) -> list[list[float]]:
    """Return how much of the topic of each clause each of the others says."""
    known = holders(other.grams for other in others)
    table = []
    for clause in these:
        line = [0.0] * len(others)
        grams = topic(clause)
        whole = weighed.total(grams) + _UNSAID
        for at, weight in shared_weight(grams, known, weighed).items():
            line[at] = weight / whole
        table.append(line)
    return table
