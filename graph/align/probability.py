"""How sure it is that a clause carries out a parent clause: a probability from the reasons.

The logarithm of the odds is a weighted sum of :data:`graph.align.reasons.REASONS`, for documents of
which one carries out the other. Where it does not name the other one, how probable that is comes in
as a factor. The weights stand in ``weights.tsv`` beside this file; ``make align-weights`` fits them
to annotated pairs of documents and prints how right they are on pairs that were left out.
"""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from graph.align.reasons import REASONS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.align.reasons import Table

CONSTANT: Final = "constant"
LIKEST: Final = "likest-clauses"  # of documents that do not name each other
UNRELATED: Final = "unrelated"
_MOST = 30.0  # beyond it a probability is 0 or 1 to the eye


@dataclass(frozen=True, slots=True)
class Weight:
    """What one unit of a reason adds to the log odds, and its mean over the annotated pairs."""

    of: float
    mean: float


@cache
def stored_weights() -> Mapping[str, Weight]:
    """Return the weights that are shipped, by reason, with that of the constant."""
    lines = resources.files("graph.align").joinpath("weights.tsv").read_text("utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    return {row["reason"]: Weight(float(row["weight"]), float(row["mean"])) for row in rows}


def probabilities(
    tables: Mapping[str, Table], weights: Mapping[str, Weight] | None = None
) -> list[list[float]]:
    """Return the probability (0 to 1) of every pair; ``weights`` other than the stored ones."""
    weights = weights or stored_weights()
    columns = [(weights[reason].of, tables[reason]) for reason in REASONS]
    constant = weights[CONSTANT].of
    height, width = len(tables[REASONS[0]]), len(tables[REASONS[0]][0])
    return [
        [
            _probability(constant + sum(of * table[row][column] for of, table in columns))
            for column in range(width)
        ]
        for row in range(height)
    ]


def related(likest: float, weights: Mapping[str, Weight] | None = None) -> float:
    """Return the probability that a document follows one that it does not name."""
    weights = weights or stored_weights()
    return _probability(weights[UNRELATED].of + weights[LIKEST].of * likest)


def _probability(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-_MOST, min(_MOST, odds))))


def strongest(tables: Mapping[str, Table], row: int, column: int, most: int) -> Sequence[str]:
    """Return the reasons that speak most for a pair, compared with an average pair, best first."""
    weights = stored_weights()
    adds = {
        reason: weights[reason].of * (tables[reason][row][column] - weights[reason].mean)
        for reason in REASONS
    }
    return [reason for reason in sorted(adds, key=lambda r: -adds[r])[:most] if adds[reason] > 0]
