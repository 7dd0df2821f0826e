"""The vocabulary itself as triples: terms, schemes and the kinds of agency, for a graph apart."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, parse

from graph import iri
from graph.triples.terms import code, link, words
from ontology import agencies, lexicon, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Triple


def vocabulary_triples() -> Iterator[Triple]:
    """Yield what :data:`graph.iri.ONTOLOGY_GRAPH` holds, without the shapes."""
    terms = files("ontology").joinpath("zhengmai.ttl").read_bytes()
    for turtle in (terms, *map(lexicon.turtle, lexicon.SCHEMES)):
        for quad in parse(turtle, RdfFormat.TURTLE, base_iri=names.BASE):
            yield quad.triple
    yield from _agency_kinds()


def _agency_kinds() -> Iterator[Triple]:
    scheme = iri.thing("scheme", "agency-kinds")
    yield link(scheme, names.rdf_type, names.skos_ConceptScheme)
    yield words(scheme, names.skos_prefLabel, "机构类型")
    yield words(scheme, names.skos_prefLabel, "Kinds of agency", "en")
    for kind in agencies.register().values():
        node = iri.thing("agency-kind", kind.full)
        yield link(node, names.rdf_type, names.skos_Concept)
        yield link(node, names.skos_inScheme, scheme)
        yield code(node, names.skos_notation, kind.key)
        yield words(node, names.skos_prefLabel, kind.full)
        for name in dict.fromkeys((*kind.short, *kind.other, *kind.functional, *kind.provincial)):
            yield words(node, names.skos_altLabel, name)
