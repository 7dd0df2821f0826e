from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from graph import iri
from graph.issuer import day_of
from graph.resolve import resolver
from graph.reviews.statement import Statements, findings, place_of, said
from graph.triples import reading_triples
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


def test_what_it_states_and_in_which_words_is_part_of_it(store: Store) -> None:
    before = known(store)[LEADS].fingerprint
    other = ox.NamedNode(names.ID + "agency/530000/财政厅")
    assert changed(store, LEADS, names.zm_agency, other) != before
    (evidence,) = said(triples(store))[LEADS][names.zm_evidence]
    text, _, offsets = str(evidence).partition("#char=")
    quote = ox.Literal("（省财政厅牵头）")
    assert changed(store, f"{text}/quote/{offsets}", names.oa_exact, quote) != before


def leads(text: str) -> Statement:
    """What the province's bureau leads, in another text of the plan."""
    reading = read(text, "province.txt")
    resolve = resolver(reading.document.jurisdiction, day_of(reading.document))
    return findings(said(reading_triples(reading, resolve, "test")))[LEADS]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("制定本方案。", "制定本方案。\n\n各地要（省民政厅牵头）抓好落实。"),
        ("坚持政府引导、", "加强领导，坚持政府引导、"),
        ("在我省连续居住满三年的", "在我省连续居住满四年、已向省民政厅申请的"),
        ("（省审计厅牵头）", "（省民政厅牵头）"),
    ],
)
def test_where_the_file_has_it_is_no_part_of_it(before: str, after: str) -> None:
    here, there = leads(PROVINCE), leads(PROVINCE.replace(before, after, 1))
    assert PROVINCE.count(before) == 1
    assert here.fingerprint == there.fingerprint
    assert (here.former, here.start) != (there.former, there.start) or "审计" in before


@pytest.mark.parametrize("at", ["在我省连续居住", "（省民政厅牵头）"])
def test_the_same_words_once_more_in_the_provision_are_told_from_the_first(at: str) -> None:
    again = PROVINCE.replace(at, f"（省民政厅牵头）{at}", 1)
    assert leads(again).fingerprint != leads(PROVINCE).fingerprint


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
    found = Statements(known(store))
    here = found.of[LEADS]
    again = replace(here, finding=f"{place_of(LEADS)}/0")
    both = Statements({again.finding: again, **found.of})
    for fingerprint in (here.fingerprint, here.former):
        assert found.find(LEADS, fingerprint) == here
        assert found.find(f"{place_of(LEADS)}/7", fingerprint) == here
        assert both.find(LEADS, fingerprint) == here
    assert found.find(LEADS, "0" * 16) is None
