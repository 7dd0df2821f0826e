"""The registers as triples: kinds of agency, what became of them, divisions, measured rules."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from graph import iri
from graph.triples.agencies import division_triples
from graph.triples.terms import code, day, link, measure, whole, words
from ontology import agencies, divisions, measured, names, successions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Triple

    from ontology.agencies import AgencyKind
    from ontology.measured import Measured
    from ontology.successions import Succession


def register_triples() -> Iterator[Triple]:
    """Yield kinds of agency, successions and measured rules, for the graph of the ontology."""
    scheme = iri.thing("scheme", "agency-kinds")
    yield link(scheme, names.rdf_type, names.skos_ConceptScheme)
    yield words(scheme, names.skos_prefLabel, "机构类型")
    yield words(scheme, names.skos_prefLabel, "Kinds of agency", "en")
    for kind in agencies.register().values():
        yield from _kind(kind, scheme)
    numbers: Counter[str] = Counter()
    for row in successions.register():
        numbers[row.event] += 1
        yield from _succession(row, numbers[row.event])
    for figure in measured.register().values():
        yield from _measured(figure)


def divisions_in_force() -> Iterator[Triple]:
    """Yield every division of today with its parent."""
    for division in divisions.register().values():
        yield from division_triples(division.code)


def succession_iri(row: Succession, number: int) -> str:
    """Return the IRI of a predecessor's part in an event, numbered in the order of the register."""
    return iri.thing("succession", row.event, str(number))


def _kind(kind: AgencyKind, scheme: str) -> Iterator[Triple]:
    node = iri.thing("agency-kind", kind.full)
    yield link(node, names.rdf_type, names.skos_Concept)
    yield link(node, names.rdf_type, names.zm_AgencyKind)
    yield link(node, names.skos_inScheme, scheme)
    yield code(node, names.skos_notation, kind.key)
    yield words(node, names.skos_prefLabel, kind.full)
    for name in dict.fromkeys(kind.local_names[1:]):
        yield words(node, names.skos_altLabel, name)
    for name in kind.national:
        yield words(node, names.zm_nationalName, name)
    yield words(node, names.zm_bodySort, kind.sort)
    if kind.valid_from:
        yield code(node, names.zm_validFrom, kind.valid_from)
    if kind.valid_until:
        yield code(node, names.zm_validUntil, kind.valid_until)
    yield words(node, names.dct_source, kind.source)
    yield code(node, names.zm_confirmed, kind.confirmed)


def _succession(row: Succession, number: int) -> Iterator[Triple]:
    node = succession_iri(row, number)
    yield link(node, names.rdf_type, names.org_ChangeEvent)
    yield words(node, names.rdfs_label, row.event)
    yield link(node, names.zm_changeKind, iri.thing("succession-kind", row.change))
    before, after = (iri.thing("agency-kind", k) for k in (row.predecessor, row.successor))
    yield link(node, names.org_originalOrganization, before)
    yield link(node, names.org_resultingOrganization, after)
    for word in row.subjects:
        yield words(node, names.zm_subjectWord, word)
    for word in row.kept:
        yield words(node, names.zm_keptWord, word)
    yield day(node, names.dct_date, row.date)
    yield day(node, names.zm_localFrom, row.local_from)
    yield day(node, names.zm_localUntil, row.local_until)
    yield words(node, names.zm_legalBasis, row.basis)
    yield words(node, names.dct_source, row.source)
    yield code(node, names.zm_confirmed, row.confirmed)


def _measured(figure: Measured) -> Iterator[Triple]:
    plan = iri.thing("rule", figure.rule)
    yield link(plan, names.rdf_type, names.prov_Plan)
    yield code(plan, names.rdfs_label, figure.rule)
    yield whole(plan, names.zm_judged, figure.judged)
    yield measure(plan, names.zm_measuredPrecision, round(figure.precision, 3))
