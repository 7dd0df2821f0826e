"""Who issued a document, to whom it goes, and how it came about and into force."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph import iri
from graph.model import Named
from graph.resolve import Agency
from graph.triples.agencies import agency_iri, agency_triples
from graph.triples.evidence import evidence_triples
from graph.triples.terms import code, day, link, whole
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Triple

    from graph.iri import DocumentIris
    from graph.model import Document
    from graph.resolve import Resolve

# A body is one whatever its term: 某市第五届人民代表大会常务委员会, 市十届人民政府.
_TERM = re.compile(r"第?[一二三四五六七八九十\d]{1,4}届(?=人民|人大|全国|政府)")


def head_triples(doc: Document, parts: DocumentIris, resolve: Resolve) -> Iterator[Triple]:
    """Yield the bodies that the head names, in their order, the days, and the history."""
    node = parts.document
    alone = (Named(doc.issuer, doc.evidence.get("issuer")),) if doc.issuer else ()
    for order, name in enumerate(doc.issuers or alone, start=1):
        issuer = resolve(_TERM.sub("", name.name))
        body = agency_iri(issuer, parts)
        yield link(node, names.eli_publisher_agent, body)
        yield from agency_triples(issuer, (name.name,), parts)
        yield from _named(doc, parts, names.zm_issuer, order, name)
        yield link(iri.under(node, "issuer", str(order)), names.zm_body, body)
    for order, name in enumerate(doc.addressees, start=1):
        yield from _named(doc, parts, names.zm_addressee, order, name)
        meant = resolve(name.name)
        if isinstance(meant, Agency):  # a set is told by its words alone
            yield from agency_triples(meant, (name.name,), parts)
            at = iri.under(node, "addressee", str(order))
            yield link(at, names.zm_body, agency_iri(meant, parts))
    yield from _in_force(doc, parts, resolve)
    yield from _history(doc, parts)


def _named(
    doc: Document, parts: DocumentIris, predicate: str, order: int, name: Named
) -> Iterator[Triple]:
    """Yield a name in the head with its place among those beside it."""
    node = iri.under(parts.document, predicate.removeprefix(names.ZM), str(order))
    yield link(parts.document, predicate, node)
    yield link(node, names.rdf_type, names.zm_NamedBody)
    yield whole(node, names.zm_order, order)
    yield code(node, names.zm_namedAs, name.name)
    if name.span:
        yield from evidence_triples(node, name.span, doc, parts)


def _in_force(doc: Document, parts: DocumentIris, resolve: Resolve) -> Iterator[Triple]:
    node = parts.document
    if doc.date_adopted:
        yield day(node, names.zm_dateAdopted, doc.date_adopted)
    if doc.in_force_from:
        yield day(node, names.eli_first_date_entry_in_force, doc.in_force_from)
    if doc.passed_by is None:
        return
    yield code(node, names.zm_meeting, doc.passed_by.name)
    if doc.passed_by.body:
        body = resolve(_TERM.sub("", doc.passed_by.body))
        yield link(node, names.eli_passed_by, agency_iri(body, parts))
        yield from agency_triples(body, (doc.passed_by.body,), parts)


def _history(doc: Document, parts: DocumentIris) -> Iterator[Triple]:
    """Yield the acts that made and changed the document."""
    for order, act in enumerate(doc.history, start=1):
        node = iri.under(parts.document, "history", str(order))
        yield link(parts.document, names.zm_history, node)
        yield link(node, names.rdf_type, names.zm_EnactmentAct)
        yield link(node, names.zm_enactmentKind, iri.thing("enactment-act", act.kind))
        yield whole(node, names.zm_order, order)
        if act.date:
            yield day(node, names.dct_date, act.date)
        if act.by:
            yield code(node, names.zm_enactedBy, act.by)
        yield from evidence_triples(node, act.span, doc, parts)
