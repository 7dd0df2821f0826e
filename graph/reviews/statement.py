"""A statement that can be reviewed, and the fingerprint by which it is known again.

The fingerprint of a finding is a digest of what it states: its own statements without its number,
its review status, the rule and the run that found it, and with the offsets and the words of its
evidence. That of an alignment are the digests of the words of both clauses.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.store.terms import Iri, name, plain
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    from pyoxigraph import Triple

    from graph.store import Value

    Said: TypeAlias = "Mapping[str, Mapping[str, Sequence[Value]]]"

_DIGITS: Final = 16
_EVIDENCE: Final = (names.zm_evidence, names.zm_wordEvidence)
_NO_PART: Final = frozenset(
    {*_EVIDENCE, names.adms_status, names.zm_review, names.prov_wasGeneratedBy}
)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a finding or an alignment (an IRI) states: its fingerprint, and the words that do so.

    ``place`` is what it is numbered below, with its kind; another of the same place over the same
    words says something about the same. It is empty for an alignment: its clause has others too.
    """

    finding: str
    fingerprint: str
    place: str
    start: int
    end: int
    quote: str

    def meets(self, place: str, start: int, end: int) -> bool:
        """Tell whether it has words of a place in common with a stretch of the text."""
        return self.place == place and self.start < end and start < self.end


def said(triples: Iterable[Triple]) -> Said:
    """Return statements in plain values, by their subjects and predicates."""
    found: dict[str, dict[str, list[Value]]] = {}
    for triple in triples:
        by_predicate = found.setdefault(name(triple.subject), {})
        by_predicate.setdefault(triple.predicate.value, []).append(plain(triple.object))
    return found


def place_of(finding: str) -> str:
    """Return what a finding is numbered below.

    >>> place_of("…/三/（一）/1/responsibility/2")
    '…/三/（一）/1/responsibility'
    """
    return finding.rpartition("/")[0]


def findings(graph: Said) -> Mapping[str, Statement]:
    """Return the findings in the graph of a document, by their IRIs."""
    return {
        subject: _statement(graph, subject)
        for subject, its in sorted(graph.items())
        if names.zm_Finding in its.get(names.rdf_type, ()) and its.get(names.zm_evidence)
    }


def _statement(graph: Said, finding: str) -> Statement:
    start, end, quote = min(stretches(graph, finding, names.zm_evidence))
    return Statement(finding, fingerprint(graph, finding), place_of(finding), start, end, quote)


def fingerprint(graph: Said, finding: str) -> str:
    """Return the fingerprint of what a finding states."""
    own = [
        f"{predicate} {'<' if isinstance(value, Iri) else ''}{value}"
        for predicate, values in graph[finding].items()
        if predicate not in _NO_PART
        for value in values
    ]
    words = [
        f"{predicate} {start} {end} {quote}"
        for predicate in _EVIDENCE
        for start, end, quote in stretches(graph, finding, predicate)
    ]
    return digest("\n".join(sorted((*own, *words))))


def stretches(graph: Said, finding: str, predicate: str) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches of the text that a finding has as evidence."""
    for evidence in graph[finding].get(predicate, ()):
        values: dict[str, Value] = {}
        for selector in graph[str(evidence)][names.oa_hasSelector]:
            values |= {each: its[0] for each, its in graph[str(selector)].items()}
        yield (
            int(str(values[names.oa_start])),
            int(str(values[names.oa_end])),
            str(values[names.oa_exact]),
        )


def digest(words: str) -> str:
    """Return the fingerprint of some words."""
    return hashlib.sha256(words.encode()).hexdigest()[:_DIGITS]


def find(statements: Mapping[str, Statement], about: str, known_by: str) -> Statement | None:
    """Return the statement of a fingerprint: that of the same IRI first; None where it is gone."""
    same = statements.get(about)
    if same and same.fingerprint == known_by:
        return same
    return next((each for each in statements.values() if each.fingerprint == known_by), None)
