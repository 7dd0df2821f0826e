import dataclasses

import pyoxigraph as ox
import pytest

from graph import iri
from graph.model import DeadlineKind, NormKind, Reading, Relation, TextWarning
from graph.resolve import resolver
from graph.triples import reading_triples, vocabulary_triples
from graph.triples.terms import measure
from ontology import lexicon, names

ANNEX = f"{names.ID}document/库政办发/2018/171/annex/1"
PARENT = f"{names.ID}document/国办发/2016/72"


def graph_of(reading: Reading) -> ox.Store:
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in statements(reading))
    return store


def statements(reading: Reading) -> list[ox.Triple]:
    return list(reading_triples(reading, resolver(reading.document.jurisdiction), "0.1.0"))


def values(store: ox.Store, subject: str, predicate: str) -> list[str]:
    quads = store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None)
    return sorted(getattr(quad.object, "value", "") for quad in quads)


@pytest.fixture(scope="module")
def graph(reading: Reading) -> ox.Store:
    return graph_of(reading)


def test_the_same_reading_gives_the_same_triples_in_the_same_order(reading: Reading) -> None:
    assert statements(reading) == statements(reading)


def test_no_triple_is_stated_twice_and_nothing_is_blank(reading: Reading) -> None:
    found = statements(reading)
    assert len(set(found)) == len(found)
    assert not [t for t in found if isinstance(t.subject, ox.BlankNode)]
    assert not [t for t in found if isinstance(t.object, ox.BlankNode)]


def test_every_own_predicate_is_defined(reading: Reading) -> None:
    own = {value for key, value in vars(names).items() if key.startswith("zm_")}
    used = {t.predicate.value for t in statements(reading)}
    assert {term for term in used if term.startswith(names.ZM)} <= own


def test_a_document_has_number_title_date_issuer_place_and_level(graph: ox.Store) -> None:
    document = f"{names.ID}document/库政办发/2018/171"
    assert values(graph, document, names.eli_id_local) == ["库政办发〔2018〕171号"]
    assert values(graph, document, names.eli_date_document) == ["2018-10-15"]
    assert values(graph, document, names.eli_publisher_agent) == [
        f"{names.ID}agency/652801/人民政府办公室"
    ]
    assert values(graph, document, names.eli_jurisdiction) == [f"{names.ID}division/652801"]
    assert values(graph, document, names.zm_level) == [f"{names.ID}level/县"]
    assert values(graph, document, names.eli_type_document) == [f"{names.ID}document-kind/通知"]
    assert values(graph, document, names.eli_has_annex) == [ANNEX]


def test_a_text_realizes_one_work(graph: ox.Store) -> None:
    for quad in graph.quads_for_pattern(
        None, ox.NamedNode(names.rdf_type), ox.NamedNode(names.eli_LegalExpression)
    ):
        assert isinstance(quad.subject, ox.NamedNode)
        assert len(values(graph, quad.subject.value, names.eli_realizes)) == 1


def test_the_decoded_text_is_kept_whole(graph: ox.Store, reading: Reading) -> None:
    text = iri.parts(reading.document).text
    assert values(graph, text, names.cnt_chars) == [reading.document.source.text]


def test_a_provision_is_part_of_the_one_above_it(graph: ox.Store) -> None:
    provision = f"{ANNEX}/四/（六）"
    assert values(graph, provision, names.eli_id_local) == ["四（六）"]
    assert values(graph, provision, names.eli_is_part_of) == [f"{ANNEX}/四"]
    assert values(graph, f"{ANNEX}/四", names.eli_has_part) == [provision]
    assert values(graph, f"{ANNEX}/四", names.eli_is_part_of) == [ANNEX]
    assert values(graph, provision, names.zm_position) == ["4"]


def test_a_cited_document_is_a_stub_with_title_number_and_level(graph: ox.Store) -> None:
    assert values(graph, PARENT, names.eli_id_local) == ["国办发〔2016〕72号"]
    assert values(graph, PARENT, names.zm_level) == [f"{names.ID}level/国"]
    assert len(values(graph, PARENT, names.eli_title_alternative)) == 1
    assert values(graph, PARENT, names.eli_is_realized_by) == []


def test_the_plan_implements_what_its_preamble_says(graph: ox.Store) -> None:
    assert values(graph, ANNEX, names.eli_ensures_implementation_of) == [PARENT]
    citation = f"{ANNEX}/preamble/citation/1"
    assert values(graph, citation, names.zm_cited) == [PARENT]
    assert values(graph, citation, names.zm_place) == ["preamble"]
    assert values(graph, citation, names.zm_statedIn) == [ANNEX]


def test_a_notice_that_issues_its_own_annex_forwards_it(graph: ox.Store) -> None:
    document = f"{names.ID}document/库政办发/2018/171"
    assert values(graph, document, names.zm_forwards) == [ANNEX]


@pytest.mark.parametrize(
    ("relation", "predicate"),
    [
        (Relation.BASIS, names.eli_based_on),
        (Relation.CITES, names.eli_cites),
        (Relation.AMENDS, names.eli_amends),
        (Relation.REPEALS, names.eli_repeals),
    ],
)
def test_each_relation_is_a_property_from_child_to_parent(
    reading: Reading, relation: Relation, predicate: str
) -> None:
    cited = dataclasses.replace(reading.citations[1], relation=relation)
    graph = graph_of(dataclasses.replace(reading, citations=(cited,)))
    assert values(graph, ANNEX, predicate) == [PARENT]


def test_a_responsibility_has_role_agency_and_both_stretches_of_text(
    graph: ox.Store, reading: Reading
) -> None:
    node = f"{ANNEX}/三/1/responsibility/1"
    parts = iri.parts(reading.document)
    first = reading.responsibilities[0]
    assert values(graph, node, names.m8g_role) == [f"{names.ID}role/lead"]
    assert values(graph, node, names.zm_agency) == [f"{names.ID}agency/652801/公安局"]
    assert values(graph, node, names.zm_evidence) == [parts.evidence(first.span)]
    assert values(graph, node, names.zm_wordEvidence) == [parts.evidence(first.name_span)]


def test_an_agency_has_its_full_name_and_the_one_in_its_place(graph: ox.Store) -> None:
    agency = f"{names.ID}agency/652801/公安局"
    assert values(graph, agency, names.skos_prefLabel) == ["库尔勒市公安局"]
    assert values(graph, agency, names.zm_shortName) == ["市公安局"]
    assert values(graph, agency, names.org_classification) == [f"{names.ID}agency-kind/公安局"]
    assert values(graph, agency, names.eli_jurisdiction) == [f"{names.ID}division/652801"]


def test_an_open_set_belongs_to_the_document(graph: ox.Store) -> None:
    node = f"{names.ID}document/库政办发/2018/171/open-agencies/相关部门"
    assert values(graph, node, names.rdf_type) == [names.zm_OpenAgencySet]
    assert values(graph, node, names.zm_reason) == []


def test_an_agency_that_cannot_be_told_stays_open_with_the_reason(reading: Reading) -> None:
    unknown = dataclasses.replace(reading.responsibilities[0], agency="县公安局")
    graph = graph_of(dataclasses.replace(reading, responsibilities=(unknown,)))
    node = f"{names.ID}document/库政办发/2018/171/open-agencies/县公安局"
    assert values(graph, node, names.zm_reason) == [f"{names.ID}unresolved/no-such-level"]


def test_divisions_lead_up_to_the_nation(graph: ox.Store) -> None:
    above = f"{names.ID}division/652800"
    assert values(graph, f"{names.ID}division/652801", names.dct_isPartOf) == [above]
    assert values(graph, f"{names.ID}division/650000", names.dct_isPartOf) == [
        f"{names.ID}division/CN"
    ]


@pytest.mark.parametrize(
    ("kind", "cls"),
    [
        (NormKind.OBLIGATION, names.dpv_Obligation),
        (NormKind.PROHIBITION, names.dpv_Prohibition),
        (NormKind.PERMISSION, names.dpv_Permission),
        (NormKind.EXEMPTION, names.zm_Exemption),
        (NormKind.RECOMMENDATION, names.dpv_Recommendation),
    ],
)
def test_a_norm_has_the_class_of_its_kind(reading: Reading, kind: NormKind, cls: str) -> None:
    norm = dataclasses.replace(reading.norms[0], kind=kind)
    graph = graph_of(dataclasses.replace(reading, norms=(norm,)))
    types = values(graph, f"{ANNEX}/四/（六）/norm/1", names.rdf_type)
    assert types == sorted([names.zm_Finding, names.zm_Norm, cls])


def test_a_group_is_the_audience_of_the_provision_that_mentions_it(graph: ox.Store) -> None:
    assert values(graph, f"{ANNEX}/三/1", names.dct_audience) == [f"{names.ID}group/农业转移人口"]


def test_a_right_has_its_holder(graph: ox.Store) -> None:
    node = f"{ANNEX}/四/（六）/right/1"
    assert values(graph, node, names.zm_right) == [f"{names.ID}right/土地承包权"]
    assert values(graph, node, names.zm_rightHolder) == [f"{names.ID}group/进城落户农民"]


def test_a_condition_is_a_constraint_with_operator_value_and_unit(graph: ox.Store) -> None:
    node = f"{ANNEX}/三/1/condition/1"
    assert values(graph, node, names.odrl_operator) == [names.ODRL + "gteq"]
    assert values(graph, node, names.zm_value) == ["5"]
    assert values(graph, node, names.odrl_unit) == [f"{names.ID}unit/年"]


def test_the_percent_sign_is_a_unit_of_the_scheme(graph: ox.Store) -> None:
    unit = values(graph, f"{ANNEX}/四/（六）/target/1", names.odrl_unit)
    assert unit == [lexicon.concepts("units")["%"].iri]


def test_a_deadline_has_its_date_year_and_words(graph: ox.Store) -> None:
    node = f"{ANNEX}/四/（六）/deadline/1"
    assert values(graph, node, names.time_inXSDDate) == ["2018-12-31"]
    assert values(graph, node, names.zm_year) == ["2018"]
    assert values(graph, node, names.zm_term) == ["2018年"]
    assert values(graph, node, names.zm_vague) == []


def test_a_vague_deadline_says_so_and_has_no_date(reading: Reading) -> None:
    soon = dataclasses.replace(reading.deadlines[0], kind=DeadlineKind.VAGUE, date=None, year=None)
    graph = graph_of(dataclasses.replace(reading, deadlines=(soon,)))
    node = f"{ANNEX}/四/（六）/deadline/1"
    assert values(graph, node, names.zm_vague) == ["true"]
    assert values(graph, node, names.time_inXSDDate) == []


def test_a_finding_names_its_rule_and_the_program(graph: ox.Store) -> None:
    run = f"{names.ID}document/库政办发/2018/171/run/norm"
    assert values(graph, f"{ANNEX}/四/（六）/norm/1", names.prov_wasGeneratedBy) == [run]
    association = values(graph, run, names.prov_qualifiedAssociation)[0]
    assert values(graph, association, names.prov_hadPlan) == [f"{names.ID}rule/norm"]
    assert values(graph, association, names.prov_agent) == [f"{names.ID}software/zhengmai/0.1.0"]


def test_findings_are_numbered_within_their_place(reading: Reading) -> None:
    norms = (*reading.norms, dataclasses.replace(reading.norms[0], where="三1"), *reading.norms)
    found = statements(dataclasses.replace(reading, norms=norms))
    nodes = {str(t.subject) for t in found if t.object == ox.NamedNode(names.zm_Norm)}
    assert nodes == {
        f"<{ANNEX}/四/（六）/norm/1>",
        f"<{ANNEX}/四/（六）/norm/2>",
        f"<{ANNEX}/三/1/norm/1>",
    }


def test_a_store_gives_back_the_triples_that_it_was_given(reading: Reading) -> None:
    kept = {quad.triple for quad in graph_of(reading)}
    assert kept == set(statements(reading))


def test_a_warning_is_stated_once_with_its_words(reading: Reading) -> None:
    warning = TextWarning("advertisement", "页面广告 / an advertisement")
    doc = dataclasses.replace(reading.document, warnings=(warning,))
    graph = graph_of(dataclasses.replace(reading, document=doc, warnings=(warning,)))
    text = iri.parts(doc).text
    assert values(graph, f"{text}/warning/2", names.zm_code) == ["advertisement"]
    assert values(graph, f"{text}/warning/3", names.zm_code) == []


@pytest.mark.parametrize(
    ("number", "written"),
    [(80.0, "80"), (0.5, "0.5"), (1e8, "100000000"), (100, "100"), (3.14, "3.14"), (-2.0, "-2")],
)
def test_a_number_is_written_in_its_shortest_decimal_form(number: float, written: str) -> None:
    triple = measure("https://example.org/c", names.zm_value, number)
    assert isinstance(triple.object, ox.Literal)
    assert triple.object.value == written


def test_the_vocabulary_is_one_set_of_terms_schemes_and_agency_kinds() -> None:
    found = list(vocabulary_triples())
    subjects = {t.subject.value for t in found if isinstance(t.subject, ox.NamedNode)}
    assert {names.zm_Citation, f"{names.ID}role/lead", f"{names.ID}agency-kind/公安局"} <= subjects
    assert found == list(vocabulary_triples())


def test_the_concepts_of_a_graph_are_those_of_the_schemes(reading: Reading) -> None:
    folders = ("role", "relation", "norm", "form", "deadline-kind", "provision-kind", "status")
    known = {t.subject.value for t in vocabulary_triples() if isinstance(t.subject, ox.NamedNode)}
    heads = tuple(f"{names.ID}{folder}/" for folder in folders)
    used = {t.object.value for t in statements(reading) if isinstance(t.object, ox.NamedNode)}
    used = {node for node in used if node.startswith(heads)}
    assert len(used) > 8
    assert used <= known


POLICE = f"{names.ID}agency/652801/公安局"


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
