"""The document itself, its annexes, its text and file, and the documents that it only cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import iri
from graph.resolve import document_level, full_title
from graph.triples.agencies import division_triples
from graph.triples.evidence import evidence_triples
from graph.triples.heads import head_triples
from graph.triples.terms import code, day, link, words
from ontology import divisions, lexicon, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Triple

    from graph.iri import DocumentIris
    from graph.model import Amendment, Citation, Document, Jurisdiction
    from graph.resolve import Resolve

_CHINESE = "http://publications.europa.eu/resource/authority/language/ZHO"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"


def document_triples(doc: Document, parts: DocumentIris, resolve: Resolve) -> Iterator[Triple]:
    """Yield the document as a work, its annexes, its text version and the file that holds it."""
    node = parts.document
    yield link(node, names.rdf_type, names.eli_LegalResource)
    if doc.number:
        yield code(node, names.eli_id_local, doc.number)
    if doc.title:
        yield words(node, names.eli_title, doc.title)
    if doc.date_issued:
        yield day(node, names.eli_date_document, doc.date_issued)
    yield from head_triples(doc, parts, resolve)
    if doc.jurisdiction:
        yield from _jurisdiction(node, doc.jurisdiction)
    for span in dict.fromkeys(doc.evidence.values()):
        yield from evidence_triples(node, span, doc, parts)
    yield from _kind(node, doc.works[0].kind)
    yield from _annexes(doc, parts)
    yield from _text(doc, parts)


def _jurisdiction(node: str, jurisdiction: Jurisdiction) -> Iterator[Triple]:
    """Yield the place of a document and its level; a code of the past has no division above."""
    place = iri.division(jurisdiction.code)
    yield link(node, names.eli_jurisdiction, place)
    yield link(place, names.rdf_type, names.m8g_AdminUnit)
    yield code(place, names.skos_notation, jurisdiction.code)
    yield words(place, names.skos_prefLabel, jurisdiction.name)
    yield from division_triples(jurisdiction.code)
    for division in divisions.ascending(jurisdiction.code)[:1]:
        yield link(node, names.zm_level, iri.thing("level", division.level))


def _annexes(doc: Document, parts: DocumentIris) -> Iterator[Triple]:
    """Yield the annexes, each with a text of its own that is part of the file's."""
    for work, node in zip(doc.works[1:], parts.works[1:], strict=True):
        text = parts.text_of(node)
        yield link(node, names.rdf_type, names.eli_LegalResource)
        yield words(node, names.eli_title, work.title)
        yield link(node, names.eli_is_annex_of, parts.document)
        yield link(parts.document, names.eli_has_annex, node)
        yield from _kind(node, work.kind)
        yield link(text, names.rdf_type, names.eli_LegalExpression)
        yield link(text, names.dct_isPartOf, parts.text)
        yield from _realization(node, text)
        yield from evidence_triples(node, work.span, doc, parts)


def _realization(work: str, text: str) -> Iterator[Triple]:
    """Yield that a text realizes a work: one each, so that no two works become one."""
    yield link(text, names.eli_realizes, work)
    yield link(work, names.eli_is_realized_by, text)
    yield link(text, names.eli_language, _CHINESE)


def _kind(node: str, kind: str) -> Iterator[Triple]:
    """Yield the kind of a work if the scheme knows it."""
    if kind in lexicon.concepts("document-kinds"):
        yield link(node, names.eli_type_document, iri.thing("document-kind", kind))


def _text(doc: Document, parts: DocumentIris) -> Iterator[Triple]:
    """Yield the decoded text and the file: all that is needed to read every quote again."""
    source = doc.source
    yield link(parts.text, names.rdf_type, names.eli_LegalExpression)
    yield from _realization(parts.document, parts.text)
    yield code(parts.text, names.cnt_chars, source.text)
    yield link(parts.text, names.prov_hadPrimarySource, parts.file)
    yield link(parts.text, names.eli_is_embodied_by, parts.file)
    yield link(parts.file, names.rdf_type, names.eli_Manifestation)
    yield link(parts.file, names.eli_embodies, parts.text)
    yield link(parts.file, names.eli_media_type, _MEDIA_TYPES + source.media_type)
    yield code(parts.file, names.zm_encoding, source.encoding)
    yield code(parts.file, names.zm_sha256, source.sha256)
    yield code(parts.file, names.zm_fileName, source.name)


def cited_iri(citation: Citation | Amendment, doc: Document, parts: DocumentIris) -> str:
    """Return the IRI of what is cited or amended: the annex of that title, or another document."""
    if citation.title and not citation.number:
        title = iri.bare_title(citation.title)
        for work, node in zip(doc.works[1:], parts.works[1:], strict=True):
            if iri.bare_title(work.title) == title:
                return node
    written = "".join(citation.title.split()) if citation.title else None
    return iri.cited(citation.number, written and full_title(written))


def cited_triples(node: str, citation: Citation, doc: Document) -> Iterator[Triple]:
    """Yield what a citation tells of the document that it cites."""
    yield link(node, names.rdf_type, names.eli_LegalResource)
    if citation.number:
        yield code(node, names.eli_id_local, citation.number)
    if citation.title:
        yield words(node, names.eli_title_alternative, citation.title)
    level = document_level(citation.number, citation.title, doc.jurisdiction)
    if level:
        yield link(node, names.zm_level, iri.thing("level", level))
