"""Whether two versions of a statute are compared as somebody did who went through them by hand.

    python tests/yardsticks/lawcomparator.py FOLDER [--verbose]

FOLDER (or LAWCOMPARATOR) is a checkout of github.com/leommxj/LawComparator, which holds three pairs
of versions of statutes. The report of each pair says which old article became which new one, which
were deleted and which are new: its own matching by likeness, corrected by hand
(``manual_matches.json``). Articles are told by their numbers, so that nothing of the truth comes
from the rules that are measured.

Figures are given as the reports have it, and with one article put right: a report leaves article 6
of 2012 without a successor and calls article 2 of 2025 new, whose second paragraph has the whole of
that article but for two words (:data:`OVERLOOKED`). Nothing else is corrected.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.align.comparison import Comparison

ROOT: Final = Path(__file__).resolve().parents[2]
HOW: Final = """no pairs of versions at {}: they are fetched once, and never committed:
    git clone --depth 1 https://github.com/leommxj/LawComparator {}"""
OVERLOOKED: Final = ("2012VS2025", 6, 2)  # of which pair, the older article, the newer one
_DATA = "COMPARISON_DATA = "
_ARTICLE = re.compile(r"第([〇零一二三四五六七八九十百千]+)条$")


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Which article became which (older, newer), which are new and which are deleted."""

    pairs: frozenset[tuple[int, int]]
    new: frozenset[int]
    deleted: frozenset[int]

    def corrected(self, older: int, newer: int) -> Correspondence:
        """Return it with one pair more."""
        pair = (older, newer)
        return Correspondence(self.pairs | {pair}, self.new - {newer}, self.deleted - {older})


@dataclass(slots=True)
class Score:
    """Counts of what is found and true, found, and true."""

    right: int = 0
    found: int = 0
    true: int = 0

    def add(self, found: Iterable[object], true: Iterable[object]) -> None:
        """Count two sets."""
        ours, theirs = frozenset(found), frozenset(true)
        self.right += len(ours & theirs)
        self.found += len(ours)
        self.true += len(theirs)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there is nothing to find."""
        both = self.found + self.true
        return 2 * self.right / both if both else 1.0

    def __str__(self) -> str:
        """Return the figures on one line."""
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.true if self.true else 1.0
        return f"F1 {self.f1:.3f}  precision {precision:.3f} recall {recall:.3f} of {self.true}"


def reported(html: str) -> tuple[str, str, Correspondence]:
    """Return the names of the files of a report, older and newer, and what it says of them."""
    start = html.index(_DATA) + len(_DATA)
    data, _ = json.JSONDecoder().raw_decode(html, start)
    told = data["comparison_result"]
    pairs = (
        (each["old_number"], each["new_number"]) for each in told["identical"] + told["modified"]
    )
    return (
        data["metadata"]["law1_file"],
        data["metadata"]["law2_file"],
        Correspondence(
            frozenset(pairs),
            frozenset(each["article_number"] for each in told["new"]),
            frozenset(each["article_number"] for each in told["deleted"]),
        ),
    )


def compared(comparison: Comparison) -> Correspondence:
    """Return what a comparison says: new and deleted are articles without a counterpart."""
    pairs, new, deleted = set(), set(), set()
    for each in comparison.revisions:
        newer, older = number(each.child), number(each.parent)
        if newer and older:
            pairs.add((older, newer))
        elif newer:
            new.add(newer)
        elif older:
            deleted.add(older)
    return Correspondence(frozenset(pairs), frozenset(new), frozenset(deleted))


def number(label: str | None) -> int:
    """Return the number of an article, 0 where there is none.

    >>> number("第四章第一百二十三条"), number("第四章"), number(None)
    (123, 0, 0)
    """
    from graph.grammar.numerals import parse_numeral

    match = _ARTICLE.search(label or "")
    return parse_numeral(match[1]) if match else 0


def measure(folder: Path) -> Iterator[tuple[str, Correspondence, Correspondence]]:
    """Yield the name of each pair with what is found and what is reported."""
    from graph.align import prepare
    from graph.align.versions import compare_versions
    from graph.pipeline import read_file

    for report in sorted(folder.glob("examples/*/*.html")):
        older, newer, true = reported(report.read_text(encoding="utf-8"))
        sides = (prepare(read_file(report.parent / name)) for name in (newer, older))
        yield report.parent.name, compared(compare_versions(*sides)), true


def main() -> int:
    """Compare the pairs and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", default=os.environ.get("LAWCOMPARATOR", ""))
    parser.add_argument("--verbose", action="store_true", help="print each difference")
    arguments = parser.parse_args()
    folder = Path(arguments.folder or ROOT / "build" / "LawComparator")
    if not any(folder.glob("examples/*/*.html")):
        print(HOW.format(folder, folder), file=sys.stderr)
        return 2
    sys.path.insert(0, str(ROOT))
    measured = list(measure(folder))
    where, older, newer = OVERLOOKED
    right = [
        (name, found, true.corrected(older, newer) if name.endswith(where) else true)
        for name, found, true in measured
    ]
    for title, those in (("as reported", measured), ("one article put right", right)):
        print(f"{title}: ")
        print_figures(those, verbose=arguments.verbose)
    return 0


def print_figures(
    those: Iterable[tuple[str, Correspondence, Correspondence]], *, verbose: bool
) -> None:
    """Print the figures of all pairs together, and what differs."""
    pairs, alone = Score(), Score()
    for name, found, true in those:
        pairs.add(((name, *each) for each in found.pairs), ((name, *each) for each in true.pairs))
        ours, theirs = (
            {(name, "new", each) for each in side.new}
            | {(name, "deleted", each) for each in side.deleted}
            for side in (found, true)
        )
        alone.add(ours, theirs)
        if verbose:
            for each in sorted(
                {(name, *pair) for pair in found.pairs ^ true.pairs} | (ours ^ theirs), key=str
            ):
                print("   -", *each)
    print(f"  {'which became which':<20} {pairs}")
    print(f"  {'new and deleted':<20} {alone}")


if __name__ == "__main__":
    sys.exit(main())
