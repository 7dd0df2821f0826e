"""The numbered units of a document, in their printed order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import iri
from graph.triples.evidence import evidence_triples
from graph.triples.terms import code, link, whole, words
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Triple

    from graph.iri import DocumentIris
    from graph.model import Document


def provision_triples(doc: Document, parts: DocumentIris) -> Iterator[Triple]:
    """Yield each provision with its label, heading, kind, place, order and own words."""
    for provision in doc.provisions:
        node = parts.provisions[provision.label]
        above = parts.provisions[provision.parent] if provision.parent else None
        whole_of = above or parts.works[provision.work]
        yield link(node, names.rdf_type, names.eli_LegalResourceSubdivision)
        yield code(node, names.eli_id_local, provision.label)
        if provision.heading:
            yield words(node, names.eli_title, provision.heading)
        kind = iri.thing("provision-kind", provision.kind)
        yield link(node, names.eli_type_subdivision, kind)
        yield link(node, names.eli_is_part_of, whole_of)
        yield link(whole_of, names.eli_has_part, node)
        yield whole(node, names.zm_position, provision.position)
        for span in provision.own:
            yield from evidence_triples(node, span, doc, parts)
