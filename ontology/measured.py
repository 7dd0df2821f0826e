"""How right the findings of each rule are, measured by readers who did not write the rule.

The register is ``schemes/measured-rules.tsv``: of so many findings ``judged``, drawn at random from
documents, so many are wholly ``right``. It is counted from the bank of verdicts
(``tests/evaluation/precision.py --write``), and a rule that is not in it was never measured.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST_JUDGED: Final = 30  # fewer verdicts say too little to set a rule aside
LEAST_RIGHT: Final = 0.8


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of a rule."""

    rule: str
    judged: int
    right: int

    @property
    def precision(self) -> float:
        """The share of the judged findings that are wholly right."""
        return self.right / self.judged

    @property
    def candidates_only(self) -> bool:
        """Tell whether the rule is right so seldom that what it states is a mere candidate."""
        return self.judged >= LEAST_JUDGED and self.precision < LEAST_RIGHT


@cache
def register() -> Mapping[str, Measured]:
    """Return what was measured, by the names of the rules."""
    text = files("ontology").joinpath("schemes", "measured-rules.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    found = (Measured(row["rule"], int(row["judged"]), int(row["right"])) for row in rows)
    return MappingProxyType({each.rule: each for each in found})


def candidates_only(rule: str) -> bool:
    """Tell whether a rule was measured, and found right less than four times in five.

    >>> candidates_only("a rule that nobody measured")
    False
    """
    measured = register().get(rule)
    return measured is not None and measured.candidates_only
