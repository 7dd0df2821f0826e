"""How right the findings of a rule were, when readers who did not write it judged them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.outline import key
from graph.questions import load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.store import Store


@dataclass(frozen=True, slots=True)
class Figure:
    """The share of a rule's findings that are wholly right, and how many were judged."""

    precision: float
    judged: int


def figures(store: Store) -> Mapping[str, Figure]:
    """Return what was measured of the rules, by their names; others were never measured."""
    return {
        key(row.one("rule", str)): Figure(row.one("precision", float), row.one("judged", int))
        for row in store.select(load("measured-rules"))
    }
