"""What documents can be sorted by: level, place, year, kinds of agency, rights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.outline import key
from graph.questions import load

if TYPE_CHECKING:
    from graph.store import Store

_CODED = frozenset({"level", "agency"})  # whose values are concepts, known by their notations
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True, order=True)
class Facet:
    """One value of a document (its IRI) in one respect.

    ``facet`` is level, place, year, agency (a kind of agency) or right; ``value`` a notation of the
    levels, and otherwise a name or a year.
    """

    document: str
    facet: str
    value: str


def facets(store: Store) -> tuple[Facet, ...]:
    """Return what the documents that are held can be sorted by, in a fixed order."""
    held = set(store.graphs())
    found = set()
    for row in store.select(load("facets")):
        document, facet, value = row.one("document", str), row.one("facet", str), str(row["value"])
        if facet in _CODED:
            value = key(value)
        elif facet == "year":
            value = value[:_YEAR_DIGITS]
        if document in held:
            found.add(Facet(document, facet, value))
    return tuple(sorted(found))
