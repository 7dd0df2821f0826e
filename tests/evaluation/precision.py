"""How right the findings are, by kind and by rule, and how many were missed: Wilson intervals.

    python tests/evaluation/precision.py            # the banks in tests/evaluation/judged/

A bank of verdicts (``drawn-*.tsv``, made by ``draw.py record``) gives precision: right alone, and
right or partly. A bank of sentences (``missed-*.tsv``: file, offsets, hash, kind, how many findings
a careful reader has in the sentence, how many the rules had) gives recall.
"""

from __future__ import annotations

import csv
import math
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BANKS = Path(__file__).parent / "judged"
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


def rows(pattern: str) -> Iterator[dict[str, str]]:
    """Yield the lines of the banks whose file names match."""
    for path in sorted(BANKS.glob(pattern)):
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


def main() -> int:
    judged = list(rows("drawn-*.tsv"))
    for key in ("kind", "rule"):
        print(f"{key:36}{'n':>5}  precision, strict     right or partly")
        for name, verdicts in tallied(judged, key).items():
            whole = verdicts.total()
            partly = Share(verdicts["right"] + verdicts["partly"], whole)
            print(f"{name or '-':36}{whole:>5}  {precision(verdicts)!s:20}  {partly.value:.2f}")
        print()
    recall: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in rows("missed-*.tsv"):
        recall[row["kind"]][0] += int(row["found"])
        recall[row["kind"]][1] += int(row["expected"])
    if recall:
        print(f"{'kind':36}{'n':>5}  recall")
        for name, (hits, expected) in sorted(recall.items()):
            print(f"{name:36}{expected:>5}  {Share(hits, expected)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
