"""How whole statutes are read: every article, and what is printed under the title.

    python tests/yardsticks/lawrefbook.py FOLDER [--every N] [--layout NAME] [--verbose]

FOLDER (or LAWREFBOOK) is a checkout of github.com/LawRefBook/Laws: statutes in Markdown, where an
article stands at the start of a line, a chapter is a heading, and the lines between title and
``INFO END`` tell what happened on which day. What those lines say is taken here by rules of its
own, which know nothing of the reader's. Each statute is read in four layouts: as it is, as plain
lines, with those lines in one bracket below the title, as statutes print them, and on one line.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.yardsticks.printed_statute import Statute

ROOT: Final = Path(__file__).resolve().parents[2]
HOW: Final = """no statutes at {}: they are fetched once, beside the checkout, and never committed:
    git clone --depth 1 https://github.com/LawRefBook/Laws {}"""


def read(text: str, name: str) -> tuple[dict[str, Any], list[tuple[str, int]]]:
    """Return the metadata and the units, by label and offset, that the reader finds in a text."""
    from exports.reading import reading_object
    from graph.model import Reading
    from graph.sources import read_bytes
    from graph.structure import read_document
    from ontology import issuers

    document = read_document(read_bytes(text.encode(), name), frozenset(issuers.register()))
    units = [(p.path[-1].partition("~")[0], p.span.start) for p in document.provisions]
    return reading_object(Reading(document)), [("".join(name.split()), at) for name, at in units]


@dataclass(slots=True)
class Tally:
    """The figures of a layout, and its misses in words."""

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, one: Statute, layout: str) -> None:
        from tests.yardsticks.printed_statute import laid_out, unit_kind

        text, gold = laid_out(one, layout)
        found, units = read(text, name)
        self.heads(name, one, found)
        for kind, units_of in (("articles", "条"), ("headings", "编章节、")):
            wanted = {unit for unit in gold if unit_kind(unit[0]) in units_of}
            got = {u for u in units if u in wanted or unit_kind(u[0]) in units_of[:3]}
            self.counts[f"{kind} printed"] += len(wanted)
            self.counts[f"{kind} read"] += len(wanted & got)
            self.counts[f"{kind} invented"] += len(got - wanted)
            if wanted:
                self.counts[f"statutes with {kind}"] += 1
                self.counts[f"statutes with all {kind} and no other"] += wanted == got
            for label, at in sorted(wanted - got, key=lambda unit: unit[1]):
                self.misses.append(f"{name}: {kind} lost: {label} {cause(at, units, text)}")
            for label, at in sorted(got - wanted, key=lambda unit: unit[1]):
                self.misses.append(f"{name}: {kind} invented: {label} {_around(text, at)}")
        starts = [at for _, at in units]
        self.counts["out of order"] += sum(after < before for before, after in pairwise(starts))

    def heads(self, name: str, one: Statute, found: dict[str, Any]) -> None:
        from tests.yardsticks.printed_statute import happened, right, stated

        for key, gold in stated(one).items():
            if not gold:
                continue
            good = right(key, found.get(key), gold, found)
            self.counts[f"{key} printed"] += 1
            self.counts[f"{key} read"] += good
            if not good:
                value = found.get(key)
                self.misses.append(f"{name}: {key}: {value!r}, printed {' / '.join(sorted(gold))}")
        for event in one.events:
            self.counts["history printed"] += 1
            good = happened(event, found)
            self.counts["history read"] += good
            if not good:
                self.misses.append(f"{name}: history: {' '.join(event.days)} {event.words[:60]}")


def cause(at: int, units: Iterable[tuple[str, int]], text: str) -> str:
    """Say where a lost unit stands among those that are read."""
    before = [label for label, start in units if start < at]
    place = f"inside {before[-1]}" if before else "before the first provision read"
    return f"({place}) {_around(text, at)}"


def _around(text: str, at: int) -> str:
    return "…" + text[max(0, at - 12) : at + 24].replace("\n", "⏎") + "…"


def report(layout: str, tally: Tally, *, verbose: bool) -> None:
    print(f"\n{layout}")
    for key in sorted(tally.counts):
        what, _, last = key.rpartition(" ")
        if last == "printed":
            whole, good = tally.counts[key], tally.counts[f"{what} read"]
            print(f"  {what:<14} {good:>7} of {whole:>7}  {good / max(whole, 1):.4f}")
        elif last != "read":
            print(f"  {key}: {tally.counts[key]}")
    for miss in tally.misses if verbose else ():
        print("   -", miss)


def main() -> int:
    """Read the statutes and print the figures of each layout."""
    sys.path.insert(0, str(ROOT))
    from tests.yardsticks.printed_statute import LAYOUTS, statute

    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", default=os.environ.get("LAWREFBOOK", ""))
    parser.add_argument("--every", type=int, default=1, help="read each Nth statute only")
    parser.add_argument("--layout", action="append", choices=LAYOUTS)
    parser.add_argument("--verbose", action="store_true", help="print each miss with its cause")
    arguments = parser.parse_args()
    folder = Path(arguments.folder or ROOT / "build" / "LawRefBook")
    files = [p for p in sorted(folder.rglob("*.md")) if "案例" not in p.parts]  # reports of cases
    if not files:
        print(HOW.format(folder, folder), file=sys.stderr)
        return 2
    texts = ((path.stem, path.read_text(encoding="utf-8")) for path in files[:: arguments.every])
    parted = [(name, one) for name, text in texts if (one := statute(text)) and one.body]
    print(f"{len(parted)} statutes of {folder}")
    for layout in arguments.layout or LAYOUTS:
        tally = Tally()
        for name, one in parted:
            tally.add(name, one, layout)
        report(layout, tally, verbose=arguments.verbose)
    return 0


if __name__ == "__main__":
    sys.exit(main())
