"""How many of the annotated looser and stricter parameters are told, and how many told are right.

    python tests/evaluation/directions.py [--folder ../shared] [--verbose]

The pairs lie in ``gold-align`` and ``gold-align-2`` of a folder beside this checkout. A parameter
is told rightly where the words that we quote meet those of the gold, on the child's side or, where
the gold has none there, on the parent's, with the same direction. Two figures for each pair: over
the clauses as the comparison finds their parents, and over those whose parents are given.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from graph.align import compare, prepare
from graph.align.comparison import Direction
from graph.pipeline import read_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.align.comparison import Comparison, Parameter, ProvisionAlignment
    from graph.model import Document, Span

ROOT: Final = Path(__file__).parents[2]
TOLD: Final = frozenset(
    {Direction.RELAXED, Direction.TIGHTENED, Direction.DUTY_WEAKER, Direction.DUTY_STRONGER}
)

APART: Final = frozenset({"leader", "body"})  # the gold records bodies by themselves


def label(text: str) -> str:
    """Return a label without blanks and in half width, as the yardstick compares them."""
    return re.sub(r"[\s/]", "", unicodedata.normalize("NFKC", text))


def main() -> int:
    """Print the figures of each pair."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--verbose", action="store_true", help="what is missed and what is wrong")
    args = parser.parse_args()
    total = Counter[str]()
    for path in sorted(args.folder.glob("gold-align*/*.json")):
        gold = json.loads(path.read_text("utf-8"))
        if not any(each.get("parameters") for each in gold["alignments"]):
            continue
        child, parent = (
            read_file(args.folder / gold[side]["file"]) for side in ("child", "parent")
        )
        comparison = compare(prepare(child), prepare(parent))
        tally, lines = counted(gold, comparison)
        total += tally
        print(figures(path.stem, tally))
        if args.verbose:
            print("".join(f"    {line}\n" for line in lines), end="")
    print(figures("all", total))
    return 0


def figures(name: str, tally: Mapping[str, int]) -> str:
    """Return one line of figures."""
    asked, told = tally["found"] + tally["missed"], tally["right"] + tally["wrong"]
    recall = tally["found"] / asked if asked else 1.0
    precision = tally["right"] / told if told else 1.0
    return f"{name:4} recall {recall:.2f} of {asked:3}   precision {precision:.2f} of {told:3}"


def counted(gold: Mapping[str, Any], comparison: Comparison) -> tuple[Counter[str], list[str]]:
    """Return what is found, missed, right and wrong, and a line for each."""
    found = {label(each.child): each for each in comparison.alignments}
    tally, lines = Counter[str](), []
    for wanted in gold["alignments"]:
        alignment = found.get(label(wanted["child"]))
        told = _told(alignment)
        asked = [_Asked(comparison, each) for each in wanted.get("parameters", ())]
        for each in asked:
            if each.direction not in TOLD:
                continue
            kind = "found" if any(each.met(one) for one in told) else "missed"
            tally[kind] += 1
            lines.append(f"{kind:7}{wanted['child']} {each.words}")
        parents = {label(p) for p in wanted["parents"]}
        if alignment is None or label(alignment.parents[0].label) not in parents:
            continue
        for one in told:
            kind = "right" if any(each.met(one) for each in asked) else "wrong"
            tally[kind] += 1
            lines.append(f"{kind:7}{wanted['child']} {_shown(comparison, one)}")
    return tally, lines


def _told(alignment: ProvisionAlignment | None) -> Sequence[Parameter]:
    told = alignment.parameters if alignment else ()
    return [each for each in told if each.direction in TOLD and each.kind not in APART]


def _shown(comparison: Comparison, one: Parameter) -> str:
    child = comparison.child.quote(one.child) if one.child else None
    parent = comparison.parent.quote(one.parent) if one.parent else None
    return f"{one.direction} [{one.kind}] {one.subject} | {child} | {parent}"


class _Asked:
    """A parameter of the gold, with the places where its quotes stand."""

    def __init__(self, comparison: Comparison, gold: Mapping[str, Any]) -> None:
        self.direction = gold["direction"]
        self._child = tuple(_places(comparison.child, gold["child"]))
        self._parent = tuple(_places(comparison.parent, gold["parent"]))
        self.words = f"{gold['direction']} {gold['what']} | {gold['child']} | {gold['parent']}"

    def met(self, told: Parameter) -> bool:
        """Tell whether this is what was told, with its direction."""
        if told.direction != self.direction:
            return False
        if self._child and told.child:
            return _meet(self._child, told.child)
        return bool(told.parent and _meet(self._parent, told.parent))


def _places(document: Document, quote: str | None) -> Iterator[tuple[int, int]]:
    if quote:
        text = document.source.text
        spaced = r"\s*".join(re.escape(c) for c in "".join(quote.split()))
        yield from (match.span() for match in re.finditer(spaced, text))


def _meet(places: Sequence[tuple[int, int]], span: Span) -> bool:
    return any(start < span.end and span.start < end for start, end in places)


if __name__ == "__main__":
    sys.exit(main())
