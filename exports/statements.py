"""What documents say, by subject and predicate, for the exports that draw a picture of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.iri import ONTOLOGY_GRAPH
from graph.model import Status
from graph.outline import concept, key
from graph.store import Iri
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from graph.store import Store, Value

    _Said: TypeAlias = defaultdict[str, defaultdict[str, set[Value]]]


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Where something is stated: code points of the decoded source, half-open, and the words."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements of documents. Subjects and values are in a fixed order."""

    said: Mapping[str, Mapping[str, tuple[Value, ...]]]

    def unrejected(self) -> Statements:
        """Return the statements without the findings that a reviewer rejected."""
        rejected = concept("status", Status.REJECTED)
        return Statements(
            {
                subject: its
                for subject, its in self.said.items()
                if rejected not in its.get(names.adms_status, ())
            }
        )

    def under(self, names_of: Mapping[str, str]) -> Statements:
        """Return the statements with things under other IRIs: a stub under what it means."""
        if not names_of:
            return self
        said: _Said = defaultdict(lambda: defaultdict(set))
        for subject, its in self.said.items():
            for predicate, values in its.items():
                said[names_of.get(subject, subject)][predicate] |= {
                    Iri(names_of.get(v, v)) if isinstance(v, Iri) else v for v in values
                }
        return _ordered(said)

    def of_type(self, kind: str) -> tuple[str, ...]:
        """Return the things of an RDF class, sorted."""
        return tuple(thing for thing in self.said if kind in self.all(thing, names.rdf_type))

    def all(self, subject: str, predicate: str) -> tuple[Value, ...]:
        """Return the values of a property, sorted."""
        return self.said.get(subject, {}).get(predicate, ())

    def links(self, subject: str, predicate: str) -> tuple[str, ...]:
        """Return the things that a property leads to."""
        return tuple(v for v in self.all(subject, predicate) if isinstance(v, Iri))

    def text(self, subject: str, *predicates: str) -> str:
        """Return the first value of the first property that has one, or an empty text."""
        for predicate in predicates:
            for value in self.all(subject, predicate):
                return str(value)
        return ""

    def key(self, subject: str, predicate: str) -> str:
        """Return what the concept that a property leads to is named by, or an empty text."""
        return key(self.text(subject, predicate))

    def evidence(self, subject: str, predicate: str = names.zm_evidence) -> tuple[Evidence, ...]:
        """Return the stretches of the source that state something, in text order."""
        return tuple(sorted(self._stretch(node) for node in self.links(subject, predicate)))

    def _stretch(self, node: str) -> Evidence:
        values: dict[str, Value] = {}
        for selector in self.links(node, names.oa_hasSelector):
            values |= {
                predicate: value
                for predicate in (names.oa_start, names.oa_end, names.oa_exact)
                for value in self.all(selector, predicate)
            }
        start, end = values[names.oa_start], values[names.oa_end]
        return Evidence(int(str(start)), int(str(end)), str(values[names.oa_exact]))


def statements(store: Store, document: str | None = None) -> Statements:
    """Return what a document says, or what all documents say; the vocabulary is left out."""
    said: _Said = defaultdict(lambda: defaultdict(set))
    graphs = store.graphs() if document is None else (document,)
    for graph in graphs:
        if graph != ONTOLOGY_GRAPH:
            for subject, predicate, value in store.triples(graph):
                said[subject][predicate].add(value)
    return _ordered(said)


def _ordered(said: _Said) -> Statements:
    return Statements(
        {
            subject: {p: tuple(sorted(v, key=str)) for p, v in sorted(said[subject].items())}
            for subject in sorted(said)
        }
    )
