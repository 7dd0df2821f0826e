import dataclasses

import pyoxigraph as ox

from graph.model import Reading
from ontology import names
from tests.graph.triples.said import DOCUMENT, POLICE, graph_of, values


def test_an_agency_has_its_full_name_and_the_one_in_its_place(graph: ox.Store) -> None:
    assert values(graph, POLICE, names.skos_prefLabel) == ["库尔勒市公安局"]
    assert values(graph, POLICE, names.zm_shortName) == ["市公安局"]
    assert values(graph, POLICE, names.org_classification) == [f"{names.ID}agency-kind/公安局"]
    assert values(graph, POLICE, names.eli_jurisdiction) == [f"{names.ID}division/652801"]


def test_an_open_set_belongs_to_the_document(graph: ox.Store) -> None:
    node = f"{DOCUMENT}/open-agencies/相关部门"
    assert values(graph, node, names.rdf_type) == [names.zm_OpenAgencySet]
    assert values(graph, node, names.zm_reason) == []


def test_an_agency_that_cannot_be_told_stays_open_with_the_reason(reading: Reading) -> None:
    unknown = dataclasses.replace(reading.responsibilities[0], agency="县公安局")
    graph = graph_of(dataclasses.replace(reading, responsibilities=(unknown,)))
    node = f"{DOCUMENT}/open-agencies/县公安局"
    assert values(graph, node, names.zm_reason) == [f"{names.ID}unresolved/no-such-level"]


def test_divisions_lead_up_to_the_nation(graph: ox.Store) -> None:
    above = f"{names.ID}division/652800"
    assert values(graph, f"{names.ID}division/652801", names.dct_isPartOf) == [above]
    assert values(graph, f"{names.ID}division/650000", names.dct_isPartOf) == [
        f"{names.ID}division/CN"
    ]


def test_a_body_names_those_above_it_of_its_kind(graph: ox.Store) -> None:
    line = [POLICE]
    while above := values(graph, line[-1], names.zm_counterpart):
        assert len(above) == 1
        line += above
    assert [body.removeprefix(f"{names.ID}agency/") for body in line] == [
        "652801/公安局",
        "652800/公安局",
        "650000/公安局",
        "CN/公安部",
    ]


def test_a_department_is_of_its_government(graph: ox.Store) -> None:
    assert values(graph, POLICE, names.org_subOrganizationOf) == [
        f"{names.ID}agency/652801/人民政府"
    ]


def test_only_bodies_that_the_document_names_are_described(graph: ox.Store) -> None:
    described = graph.quads_for_pattern(
        None, ox.NamedNode(names.rdf_type), ox.NamedNode(names.m8g_PublicOrganisation)
    )
    places = {str(quad.subject).split("/agency/")[1].split("/")[0] for quad in described}
    assert places == {"652801"}
