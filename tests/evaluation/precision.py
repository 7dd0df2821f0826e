"""How right the findings are, by kind and by rule, and how many were missed: Wilson intervals.

    python tests/evaluation/precision.py            # the banks in tests/evaluation/judged/
    python tests/evaluation/precision.py --write    # and the register of measured rules anew

A bank of verdicts (``drawn-*.tsv``, made by ``draw.py record``) gives precision: right alone, and
right or partly. Where a rule had few findings in a draw, more of them are drawn out of the same
documents (``of-rules.tsv``), which count for the rule and not for the kind. A bank of sentences
(``missed-*.tsv``: file, offsets, hash, kind, how many findings a careful reader has in the
sentence, how many the rules had) gives recall. What was judged before rules were changed is kept in
``judged/before/``, numbered in its order, and printed beside it.

The register has the newest verdicts of a rule as they were drawn. Where they are fewer than a
hundred, those of the banks before are counted with them, the newest first, on what the rules still
state (``draw.py restate`` notes that): what was found wrong and mended since says nothing of the
rule of today. So a rule that was set aside is not stated again only because a new draw had few of
its findings, and none comes or goes with a few verdicts.
"""

from __future__ import annotations

import argparse
import csv
import math
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.evaluation.draw import FORMER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BANKS = Path(__file__).parent / "judged"
BEFORE = BANKS / "before"
NOT_OF_THE_RULE = frozenset({"places", "identity"})  # another step put it there, or named it
REGISTER = Path(__file__).parents[2] / "ontology" / "schemes" / "measured-rules.tsv"
ENOUGH = 100  # verdicts, for an interval of about .08 to either side
Z = 1.96  # of a normal distribution: 95 %


@dataclass(frozen=True, slots=True)
class Share:
    """A share of ``count`` with its 95 % interval (Wilson 1927)."""

    hits: float
    count: float

    @property
    def value(self) -> float:
        """The share itself; 0 of nothing is 0."""
        return self.hits / self.count if self.count else 0.0

    def interval(self) -> tuple[float, float]:
        """Return the lower and the upper end.

        >>> [round(end, 2) for end in Share(45, 50).interval()]
        [0.79, 0.96]
        """
        if not self.count:
            return 0.0, 1.0
        n, p = self.count, self.value
        middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
        half = Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        low, high = self.interval()
        return f"{self.value:.2f} [{low:.2f}–{high:.2f}]"


def rows(pattern: str, folder: Path = BANKS) -> Iterator[dict[str, str]]:
    """Yield the lines of the banks whose file names match."""
    for path in sorted(folder.glob(pattern)):
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file, delimiter="\t")


def tallied(judged: Iterable[dict[str, str]], key: str) -> dict[str, Counter[str]]:
    """Return how often each verdict was given, by kind or by rule."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in judged:
        found[row[key]][row["verdict"]] += 1
    return dict(sorted(found.items()))


def precision(verdicts: Counter[str]) -> Share:
    """Return the share of findings that are right, strictly."""
    return Share(verdicts["right"], verdicts.total())


def recalled(counted: Iterable[dict[str, str]]) -> dict[str, Share]:
    """Return by kind the share of what a careful reader has that was found."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in counted:
        found[row["kind"]][0] += int(row["found"])
        found[row["kind"]][1] += int(row["expected"])
    return {kind: Share(*both) for kind, both in sorted(found.items())}


def measured_rules() -> str:
    """Return the register of measured rules (``ontology/measured.py``) as the banks have it."""
    newest = [by_rule([*rows("drawn-*.tsv"), *rows("of-rules.tsv")])]
    older = range(_last_before(), 0, -1)
    newest += [by_rule(rows(f"drawn-{number}*.tsv", BEFORE)) for number in older]
    lines = ["rule\tjudged\tright"]
    for rule in sorted({rule for bank in newest for rule in bank if rule}):
        verdicts: Counter[str] = Counter()
        for bank in newest:
            if verdicts.total() < ENOUGH:
                verdicts += bank.get(rule, Counter())
        lines.append(f"{rule}\t{verdicts.total()}\t{verdicts['right']}")
    return "\n".join(lines) + "\n"


def by_rule(judged: Iterable[dict[str, str]]) -> dict[str, Counter[str]]:
    """Return how often each verdict was given to the findings of each rule."""
    return tallied(
        (
            row
            for row in judged
            if row["kind"] not in NOT_OF_THE_RULE and not row["rule"].startswith(FORMER)
        ),
        "rule",
    )


def _last_before() -> int:
    return max(int(re.findall(r"\d+", path.name)[0]) for path in BEFORE.glob("drawn-*.tsv"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--write", action="store_true")
    if parser.parse_args().write:
        REGISTER.write_text(measured_rules(), encoding="utf-8")
    for key, banks in (("kind", ("drawn-*.tsv",)), ("rule", ("drawn-*.tsv", "of-rules.tsv"))):
        left = NOT_OF_THE_RULE if key == "rule" else ()
        before = tallied((r for r in rows("drawn-*.tsv", BEFORE) if r["kind"] not in left), key)
        print(f"{key:28}{'n':>5}  precision, strict   or partly  before")
        for name, verdicts in tallied(
            (r for bank in banks for r in rows(bank) if r["kind"] not in left), key
        ).items():
            whole, then = verdicts.total(), before.get(name)
            partly = Share(verdicts["right"] + verdicts["partly"], whole).value
            line = f"{name or '-':28}{whole:>5}  {precision(verdicts)!s:19} {partly:.2f}"
            print(line, f"     {precision(then)}" if then else "")
        print()
    before_recall = recalled(rows("missed-*.tsv", BEFORE))
    print(f"{'kind':28}{'n':>5}  recall                         before")
    for name, share in recalled(rows("missed-*.tsv")).items():
        print(f"{name:28}{share.count:>5}  {share!s:30} {before_recall.get(name, '-')}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
