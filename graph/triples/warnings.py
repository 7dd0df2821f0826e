"""What a reader should know about the source: an advertisement, a broken line, a missing date."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from graph import iri
from graph.triples.evidence import evidence_triples
from graph.triples.terms import code, link
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Triple

    from graph.iri import DocumentIris
    from graph.model import Reading


def warning_triples(reading: Reading, parts: DocumentIris) -> Iterator[Triple]:
    """Yield the warnings of source, structure and reading, each once, numbered below the text."""
    doc = reading.document
    warnings = chain(doc.source.warnings, doc.warnings, reading.warnings)
    for number, warning in enumerate(dict.fromkeys(warnings), start=1):
        node = iri.under(parts.text, "warning", str(number))
        yield link(node, names.rdf_type, names.zm_Warning)
        yield link(node, names.zm_statedIn, parts.text)
        yield code(node, names.zm_code, warning.code)
        yield code(node, names.zm_message, warning.message)
        if warning.span:
            yield from evidence_triples(node, warning.span, doc, parts)
