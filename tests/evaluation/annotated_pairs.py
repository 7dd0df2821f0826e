"""Pairs of documents that a reader annotated clause by clause, with what speaks for each pair.

They lie in ``gold-align`` and ``gold-align-2`` of the folder ``shared`` beside this checkout, with
the yardstick ``evaluate_align.py``.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from graph.align import prepare
from graph.align.correspond import score
from graph.align.probability import CONSTANT, LIKEST, UNRELATED, Weight
from graph.align.reasons import REASONS
from graph.align.relatedness import likest
from graph.pipeline import read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from types import ModuleType

    from graph.align.sides import Side

FOLDER: Final = Path(__file__).parents[3] / "shared"
NOTHING: Final = dict.fromkeys((*REASONS, CONSTANT, LIKEST, UNRELATED), Weight(0, 0))


@dataclass(frozen=True)
class GoldPair:
    """Two documents with what a careful reader found, and what speaks for each pair of clauses."""

    name: str
    gold: Mapping[str, Any]
    child: Side
    parent: Side
    rows: Sequence[tuple[Sequence[float], bool]]
    likest: float

    @property
    def files(self) -> frozenset[str]:
        """The two files."""
        return frozenset(self.gold[side]["file"] for side in ("child", "parent"))


def label(text: str) -> str:
    """Return a label without blanks and in half width, as the yardstick compares them."""
    return str(yardstick().label(text))


def yardstick() -> ModuleType:
    """Return the evaluation script, loaded once."""
    if "evaluate_align" not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            "evaluate_align", FOLDER / "evaluate_align.py"
        )
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        sys.modules["evaluate_align"] = module
        spec.loader.exec_module(module)
    return sys.modules["evaluate_align"]


def gold_pairs() -> list[GoldPair]:
    """Return the annotated pairs, each document read once."""
    sides: dict[str, Side] = {}
    found = []
    for path in sorted(FOLDER.glob("gold-align*/*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        for side in ("child", "parent"):
            file = gold[side]["file"]
            sides.setdefault(file, prepare(read_file(FOLDER / file)))
        child, parent = sides[gold["child"]["file"]], sides[gold["parent"]["file"]]
        rows = tuple(_rows(gold, child, parent))
        found.append(GoldPair(gold["pair"], gold, child, parent, rows, likeness_of(child, parent)))
    return found


def _rows(
    gold: Mapping[str, Any], child: Side, parent: Side
) -> Iterable[tuple[Sequence[float], bool]]:
    """Yield the reasons of each pair of clauses that was judged, and whether it is one."""
    wanted = {label(a["child"]): set(map(label, a["parents"])) for a in gold["alignments"]}
    leaves = set(wanted) | set(map(label, gold["child_without_parent"]))
    spare = {label(k): set(map(label, v)) for k, v in gold.get("acceptable_extra", {}).items()}
    theirs = set(map(label, gold["parent_without_child"])).union(*wanted.values(), *spare.values())
    scored = score(child, parent, NOTHING)
    for row, ours in enumerate(map(label, (c.label for c in scored.children))):
        for column, other in enumerate(map(label, (c.label for c in scored.parents))):
            if ours in leaves and other in theirs and other not in spare.get(ours, ()):
                values = [scored.reasons[reason][row][column] for reason in REASONS]
                yield values, other in wanted.get(ours, ())


def likeness_of(child: Side, parent: Side) -> float:
    """Return how like the likest clauses of two documents are, as a logarithm."""
    return likest(score(child, parent, NOTHING).reasons["sentences"])
