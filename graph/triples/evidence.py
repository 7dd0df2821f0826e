"""Where something stands in the text: one node for a stretch, with its offsets and its words.

The form is that of the Web Annotation Data Model: an ``oa:SpecificResource`` with a
``oa:TextPositionSelector`` (code points, half-open) and a ``oa:TextQuoteSelector``. Offsets are
``xsd:integer``, since oxigraph keeps its subtypes (``xsd:nonNegativeInteger``) as that. Of a file
that is no text, ``zm:locator`` says where its reader finds the first and the last of these words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import iri
from graph.triples.terms import code, link, whole
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Triple

    from graph.iri import DocumentIris
    from graph.model import Document, Span


def evidence_triples(
    subject: str,
    span: Span,
    doc: Document,
    parts: DocumentIris,
    predicate: str = names.zm_evidence,
) -> Iterator[Triple]:
    """Yield what links a subject to a stretch of the text, and the stretch itself."""
    node = parts.evidence(span)
    offsets = f"{span.start},{span.end}"
    position = iri.under(parts.text, "position", offsets)
    quote = iri.under(parts.text, "quote", offsets)
    yield link(subject, predicate, node)
    yield link(node, names.rdf_type, names.oa_SpecificResource)
    yield link(node, names.oa_hasSource, parts.text)
    yield link(node, names.oa_hasSelector, position)
    yield link(node, names.oa_hasSelector, quote)
    yield link(position, names.rdf_type, names.oa_TextPositionSelector)
    yield whole(position, names.oa_start, span.start)
    yield whole(position, names.oa_end, span.end)
    yield link(quote, names.rdf_type, names.oa_TextQuoteSelector)
    yield code(quote, names.oa_exact, doc.quote(span))
    for locator in doc.source.locators(span):
        yield code(node, names.zm_locator, locator)
