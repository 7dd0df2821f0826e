"""The words of the provisions, as one document's statements carry them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import Triple

from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterable

_READ: Final = frozenset(
    {
        names.eli_id_local,
        names.zm_evidence,
        names.oa_hasSelector,
        names.oa_start,
        names.oa_exact,
    }
)


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A stretch of a provision's own words; ``start`` is its first offset in the source."""

    document: str
    start: int
    provision: str
    label: str
    text: str


def passages(document: str, triples: Iterable[Triple]) -> list[Passage]:
    """Return the passages of every provision in ``document``'s statements, in text order.

    A provision (``eli:LegalResourceSubdivision``) states its words as evidence: one node for each
    stretch, with an ``oa:TextPositionSelector`` and an ``oa:TextQuoteSelector``.
    """
    provisions: list[str] = []
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    for triple in triples:
        subject, predicate, value = triple.subject, triple.predicate.value, triple.object
        if isinstance(subject, Triple) or isinstance(value, Triple):
            continue  # a statement about a statement, which no provision makes
        if predicate in _READ:
            said[subject.value, predicate].append(value.value)
        elif predicate == names.rdf_type and value.value == names.eli_LegalResourceSubdivision:
            provisions.append(subject.value)
    return sorted(
        Passage(document, int(start), provision, label, text)
        for provision in provisions
        for evidence in said[provision, names.zm_evidence]
        for start in _selected(said, evidence, names.oa_start)
        for text in _selected(said, evidence, names.oa_exact)
        for label in said[provision, names.eli_id_local]
    )


def _selected(said: dict[tuple[str, str], list[str]], evidence: str, predicate: str) -> list[str]:
    """Return what the selectors of ``evidence`` say by ``predicate``."""
    return [
        value
        for selector in said[evidence, names.oa_hasSelector]
        for value in said[selector, predicate]
    ]
