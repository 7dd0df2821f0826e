"""What a pair was first compared on, and what became suspect since.

The first comparison of a pair keeps a fingerprint of every clause of the parent, and which clauses
carried it out. When another version of the parent is added, a clause whose words were not among
those has changed: what is aligned with it is *suspect*, and so is what was aligned with words that
are gone. A justification of the clause, which notes the fingerprints that it looked at, makes it
*accepted*. When the old version comes back nothing is changed any more. A clause that merely got
another numeral has not changed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from graph.questions import load
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.store import Store

GONE: Final = "-"  # before the fingerprint of words that the parent no longer has


@dataclass(frozen=True, slots=True)
class Baseline:
    """The digests of a parent's clauses as first compared, and who carried them out (all IRIs)."""

    child_text: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)
    dependents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def changed(self, digest: str) -> bool:
        """Tell whether a clause of these words was not there at first."""
        return digest not in self.digests.values()

    def gone(self, now: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Yield clauses and dependents whose words at first are not among those of now."""
        for clause, children in self.dependents.items():
            if self.digests[clause] not in now.values():
                for child in children:
                    yield clause, child


def baseline(store: Store, pair: str) -> Baseline:
    """Return what a pair was first compared on; empty where it was not compared yet."""
    texts = [row.one("childText", str) for row in store.select(load("pairs"), pair=Iri(pair))]
    digests: dict[str, str] = {}
    dependents: dict[str, set[str]] = {}
    for row in store.select(load("fingerprints"), pair=Iri(pair)):
        clause = row.one("provision", str)
        digests[clause] = row.one("digest", str)
        if dependent := row.optional("dependent", str):
            dependents.setdefault(clause, set()).add(dependent)
    return Baseline(
        child_text=texts[0] if texts else "",
        digests=dict(sorted(digests.items())),
        dependents={clause: tuple(sorted(those)) for clause, those in sorted(dependents.items())},
    )


def reviewed(store: Store) -> Mapping[str, frozenset[str]]:
    """Return the fingerprints that were looked at when a clause was justified, by the clause."""
    found: dict[str, set[str]] = {}
    for row in store.select(load("justifications")):
        if seen := row.optional("reviewed", str):
            found.setdefault(row.one("about", str), set()).add(seen)
    return {clause: frozenset(seen) for clause, seen in found.items()}
