"""The vocabulary itself as triples: terms, schemes and registers, for a graph apart."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, parse

from graph.triples.registers import register_triples
from ontology import lexicon, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Triple


def vocabulary_triples() -> Iterator[Triple]:
    """Yield what :data:`graph.iri.ONTOLOGY_GRAPH` holds, without the shapes."""
    terms = files("ontology").joinpath("zhengmai.ttl").read_bytes()
    for turtle in (terms, *map(lexicon.turtle, lexicon.SCHEMES)):
        for quad in parse(turtle, RdfFormat.TURTLE, base_iri=names.BASE):
            yield quad.triple
    yield from register_triples()
