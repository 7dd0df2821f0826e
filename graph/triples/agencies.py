"""Public bodies, open sets of them, and the divisions that they serve."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from graph import iri
from graph.resolve import Agency, OpenSet, agency_of, counterparts
from graph.triples.terms import code, link, words
from ontology import agencies, divisions, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Triple

    from graph.iri import DocumentIris
    from graph.resolve import Resolution


def agency_iri(resolution: Resolution, parts: DocumentIris) -> str:
    """Return the IRI of a body, or of a set of the document's own where no body is named."""
    if isinstance(resolution, Agency):
        return iri.agency(resolution.division, resolution.kind)
    return iri.under(parts.document, "open-agencies", resolution.written)


def agency_triples(
    resolution: Resolution, written: tuple[str, ...], parts: DocumentIris
) -> Iterator[Triple]:
    """Yield what is known of a body or an open set; ``written`` are the forms in the text."""
    node = agency_iri(resolution, parts)
    if not isinstance(resolution, Agency):
        yield link(node, names.rdf_type, names.zm_OpenAgencySet)
        yield words(node, names.skos_prefLabel, resolution.written)
        if resolution.kind:
            yield link(node, names.org_classification, iri.thing("agency-kind", resolution.kind))
        if not isinstance(resolution, OpenSet):
            yield link(node, names.zm_reason, iri.thing("unresolved", resolution.reason))
        return
    yield link(node, names.rdf_type, names.m8g_PublicOrganisation)
    yield words(node, names.skos_prefLabel, resolution.name)
    yield words(node, names.zm_shortName, resolution.short)
    for form in dict.fromkeys((resolution.short, *written)):
        if form != resolution.name:
            yield words(node, names.skos_altLabel, form)
    if resolution.classification:
        kind = iri.thing("agency-kind", resolution.classification)
        yield link(node, names.org_classification, kind)
    yield link(node, names.eli_jurisdiction, iri.division(resolution.division))
    yield from division_triples(resolution.division)
    yield from _line(resolution)


def _line(agency: Agency) -> Iterator[Triple]:
    """Yield the bodies above one: those of its kind (条), and the one that it is of (块)."""
    node = iri.agency(agency.division, agency.kind)
    kind = agencies.by_full_name(agency.part_of or agency.classification or "")
    place = divisions.get(agency.division)
    if kind is None or place is None:
        return
    if agency.part_of:
        whole = agency_of(kind, place)
        yield link(node, names.org_subOrganizationOf, iri.agency(whole.division, whole.kind))
        return
    if kind.endings:
        return
    line = [iri.agency(body.division, body.kind) for body in counterparts(kind, place.code)]
    for body, above in pairwise(line):
        yield link(body, names.zm_counterpart, above)
    head = agencies.by_full_name(_HEADS.get(kind.sort, ""))
    if head:
        whole = agency_of(head, place)
        yield link(node, names.org_subOrganizationOf, iri.agency(whole.division, whole.kind))
    elif kind.sort == agencies.VERTICAL and len(line) > 1:
        yield link(node, names.org_subOrganizationOf, line[1])


_HEADS = {"政府部门": "人民政府", "党委部门": "党委"}  # the sort of a department: its head


def division_triples(division_code: str) -> Iterator[Triple]:
    """Yield a division with those above it."""
    for division in divisions.ascending(division_code):
        node = iri.division(division.code)
        yield link(node, names.rdf_type, names.m8g_AdminUnit)
        yield code(node, names.skos_notation, division.code)
        yield words(node, names.skos_prefLabel, division.name)
        if division.parent:
            yield link(node, names.dct_isPartOf, iri.division(division.parent))
