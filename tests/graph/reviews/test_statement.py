from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph import iri
from graph.reviews.statement import find, findings, place_of, said
from ontology import names
from tests.graph.chain import PROVINCE, read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.reviews.statement import Statement
    from graph.store import Store

PROVINCE_IRI = iri.numbered("云政办发〔2030〕18号")
LEADS = f"{PROVINCE_IRI}/annex/1/三/（一）/responsibility/1"


def triples(store: Store) -> list[ox.Triple]:
    graph = ox.parse(store.ntriples(PROVINCE_IRI), ox.RdfFormat.N_TRIPLES)
    return [quad.triple for quad in graph]


def known(store: Store) -> Mapping[str, Statement]:
    return findings(said(triples(store)))


def changed(store: Store, subject: str, predicate: str, value: ox.NamedNode | ox.Literal) -> str:
    """The fingerprint of what the province's bureau leads, after one statement was changed."""
    node, property_ = ox.NamedNode(subject), ox.NamedNode(predicate)
    kept = [t for t in triples(store) if (t.subject, t.predicate) != (node, property_)]
    again = findings(said([*kept, ox.Triple(node, property_, value)]))
    return again[LEADS].fingerprint


def test_every_finding_has_a_fingerprint_of_its_own(store: Store) -> None:
    found = known(store)
    assert len(found) > 20
    assert len({each.fingerprint for each in found.values()}) == len(found)
    assert found[LEADS].quote == "（省民政厅牵头）"
    assert PROVINCE[found[LEADS].start : found[LEADS].end] == found[LEADS].quote


def test_the_rule_the_run_and_the_status_are_no_part_of_it(store: Store) -> None:
    before = known(store)[LEADS].fingerprint
    node = ox.NamedNode(names.ID + "other")
    for predicate in (names.prov_wasGeneratedBy, names.adms_status, names.zm_review):
        assert changed(store, LEADS, predicate, node) == before


def test_what_it_states_and_where_is_part_of_it(store: Store) -> None:
    before = known(store)[LEADS].fingerprint
    other = ox.NamedNode(names.ID + "agency/530000/财政厅")
    assert changed(store, LEADS, names.zm_agency, other) != before
    (evidence,) = said(triples(store))[LEADS][names.zm_evidence]
    text, _, offsets = str(evidence).partition("#char=")
    end = ox.Literal("9999", datatype=ox.NamedNode(names.xsd_integer))
    assert changed(store, f"{text}/position/{offsets}", names.oa_end, end) != before
    quote = ox.Literal("（省财政厅牵头）")
    assert changed(store, f"{text}/quote/{offsets}", names.oa_exact, quote) != before


def test_the_same_text_from_another_file_states_the_same(store: Store) -> None:
    from graph import pipeline

    before = known(store)
    other = read(PROVINCE, "other.txt")
    source = other.document.source
    assert source.sha256 is not None
    again = pipeline.read_text(
        type(source)(source.text, "copy.html", "text/html", "gb18030", "f" * 64)
    )
    pipeline.add(store, again)
    assert known(store) == before


def test_a_statement_is_found_under_its_iri_first_and_else_by_its_fingerprint(
    store: Store,
) -> None:
    found = known(store)
    here = found[LEADS]
    assert find(found, LEADS, here.fingerprint) == here
    assert find(found, f"{place_of(LEADS)}/7", here.fingerprint) == here
    assert find(found, LEADS, "0" * 16) is None
