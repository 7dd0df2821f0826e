"""Correspondences that readers judged one by one, and what speaks for each.

``judged/alignments.tsv`` has them by file, document in it and clause, with the digests of the words
that were judged and no text. *missed* is a parent that the reader found where none was told; *none*
says that there is none, which is no pair of clauses.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph.align import prepare
from graph.align.correspond import score
from graph.align.reasons import REASONS
from graph.pipeline import read_all
from graph.sources import Confined

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.align.correspond import Scored
    from graph.align.probability import Weight
    from graph.align.sides import Side

JUDGED = Path(__file__).with_name("judged") / "alignments.tsv"
TRUE: Final = {"right": True, "wrong": False, "missed": True}


@dataclass(frozen=True)
class Judged:
    """A pair of clauses that a reader judged: what speaks for it, and whether it is one."""

    files: frozenset[str]
    values: Sequence[float]
    truth: bool


def judged(folder: Path, weights: Mapping[str, Weight]) -> list[Judged]:
    """Return what readers judged of documents in ``folder``; ``weights`` matter to no reason."""
    sides: dict[str, tuple[Side, ...]] = {}
    scores: dict[tuple[str, ...], Scored] = {}
    found = []
    with JUDGED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        if not row["parent_clause"] or row["verdict"] not in TRUE:
            continue
        pair = (row["child"], row["child_work"], row["parent"], row["parent_work"])
        for name in (row["child"], row["parent"]):
            if name not in sides:
                with Confined() as confined:
                    readings = read_all(confined.read(folder / name))
                sides[name] = tuple(prepare(reading) for reading in readings)
        if pair not in scores:
            child = sides[row["child"]][int(row["child_work"])]
            parent = sides[row["parent"]][int(row["parent_work"])]
            scores[pair] = score(child, parent, weights)
        values = _values(scores[pair], row["child_clause"], row["parent_clause"])
        if values:
            files = frozenset({row["child"], row["parent"]})
            found.append(Judged(files, values, TRUE[row["verdict"]]))
    return found


def _values(scored: Scored, child: str, parent: str) -> Sequence[float]:
    """Return the reasons of two clauses by their labels; none where a rule reads others now."""
    ours = [clause.label for clause in scored.children]
    theirs = [clause.label for clause in scored.parents]
    if child not in ours or parent not in theirs:
        return ()
    row, column = ours.index(child), theirs.index(parent)
    return [scored.reasons[reason][row][column] for reason in REASONS]
