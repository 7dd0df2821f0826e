"""A held document as it is read again, without the findings that a reviewer rejected."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from graph import iri
from graph.questions import load
from graph.store import Iri
from graph.triples.findings import numbered

if TYPE_CHECKING:
    from graph.model import Finding, Reading
    from graph.store import Store

    AnyFinding = TypeVar("AnyFinding", bound=Finding)


def unrejected(store: Store, document: str, reading: Reading) -> Reading:
    """Return the reading of a held document (its IRI) without what a reviewer rejected.

    A finding is known by its number and its words: what other rules found there by now stays.
    """
    rejected = {
        (row.one("finding", str), row.one("start", int), row.one("end", int))
        for row in store.select(load("rejected"), document=Iri(document))
    }
    if not rejected:
        return reading
    own = iri.parts(reading.document)
    those = tuple(
        finding
        for node, finding in numbered(reading, own)
        if (f"{document}{node.removeprefix(own.document)}", *_ends(finding)) in rejected
    )
    gone = set(map(id, those))

    def kept(found: tuple[AnyFinding, ...]) -> tuple[AnyFinding, ...]:
        return tuple(each for each in found if id(each) not in gone)

    return replace(
        reading,
        citations=kept(reading.citations),
        amendments=kept(reading.amendments),
        responsibilities=kept(reading.responsibilities),
        norms=kept(reading.norms),
        groups=kept(reading.groups),
        rights=kept(reading.rights),
        conditions=kept(reading.conditions),
        targets=kept(reading.targets),
        deadlines=kept(reading.deadlines),
        rejected=those,
    )


def _ends(finding: Finding) -> tuple[int, int]:
    return finding.span.start, finding.span.end
