import dataclasses

import pyoxigraph as ox
import pytest

from graph import iri
from graph.model import (
    Amendment,
    AmendmentAction,
    DeadlineKind,
    Modality,
    NormKind,
    Reading,
    Relation,
)
from graph.triples.documents import cited_iri
from ontology import lexicon, names
from tests.graph.triples.said import ANNEX, DOCUMENT, PARENT, graph_of, statements, values


def test_the_plan_implements_what_its_preamble_says(graph: ox.Store) -> None:
    assert values(graph, ANNEX, names.eli_ensures_implementation_of) == [PARENT]
    citation = f"{ANNEX}/preamble/citation/1"
    assert values(graph, citation, names.zm_cited) == [PARENT]
    assert values(graph, citation, names.zm_place) == ["preamble"]
    assert values(graph, citation, names.zm_statedIn) == [ANNEX]


def test_a_notice_that_issues_its_own_annex_forwards_it(graph: ox.Store) -> None:
    assert values(graph, DOCUMENT, names.zm_forwards) == [ANNEX]


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


def test_a_cited_article_is_the_provision_of_its_printed_path(reading: Reading) -> None:
    cited = dataclasses.replace(reading.citations[1], target="第二十三条第一款")
    graph = graph_of(dataclasses.replace(reading, citations=(cited,)))
    citation = f"{ANNEX}/preamble/citation/1"
    assert values(graph, citation, names.zm_target) == ["第二十三条第一款"]
    assert values(graph, citation, names.zm_citedProvision) == [f"{PARENT}/第二十三条/第一款"]
    assert values(graph, citation, names.zm_cited) == [PARENT]


def test_a_range_of_articles_is_no_one_provision(reading: Reading) -> None:
    cited = dataclasses.replace(reading.citations[1], target="第三条至第五条")
    graph = graph_of(dataclasses.replace(reading, citations=(cited,)))
    citation = f"{ANNEX}/preamble/citation/1"
    assert values(graph, citation, names.zm_target) == ["第三条至第五条"]
    assert values(graph, citation, names.zm_citedProvision) == []


def test_a_power_is_stated_and_a_duty_needs_no_word(reading: Reading) -> None:
    duty = reading.responsibilities[0]
    power = dataclasses.replace(duty, modality=Modality.POWER)
    graph = graph_of(dataclasses.replace(reading, responsibilities=(duty, power)))
    stated = graph.quads_for_pattern(None, ox.NamedNode(names.zm_modality), None)
    assert [quad.object for quad in stated] == [ox.NamedNode(f"{names.ID}modality/power")]


def test_an_amendment_has_its_document_article_and_words(reading: Reading) -> None:
    cited = reading.citations[1]
    change = Amendment(
        where=cited.where,
        work=cited.work,
        span=cited.span,
        rule="amendment.replace",
        title=cited.title,
        number=cited.number,
        target="第三条",
        action=AmendmentAction.REPLACE,
        old="民政部门",
        new="应急管理部门",
    )
    graph = graph_of(dataclasses.replace(reading, amendments=(change,)))
    node = f"{ANNEX}/preamble/amendment/1"
    assert values(graph, node, names.zm_amended) == [PARENT]
    assert values(graph, node, names.zm_action) == [f"{names.ID}amendment-action/replace"]
    assert values(graph, node, names.zm_citedProvision) == [f"{PARENT}/第三条"]
    assert values(graph, node, names.zm_oldWords) == ["民政部门"]
    assert values(graph, node, names.zm_newWords) == ["应急管理部门"]


@pytest.mark.parametrize(
    "titles",
    [
        ("环境信息公开办法（试行）", "环境信息公开办法(试行)"),
        ("中华人民共和国精神卫生法", "中华人民共 和国精神卫生 法", "精神卫生法"),
        ("全国规划（2014—2020年）", "全国规划（2014\u00ad2020年）", "全国规划（2014-2020 年）"),
        ("民法典", "中华人民共和国民法典"),
    ],
)
def test_a_document_is_one_stub_however_its_title_is_written(
    reading: Reading, titles: tuple[str, ...]
) -> None:
    stubs = {
        cited_iri(
            dataclasses.replace(reading.citations[1], number=None, title=title),
            reading.document,
            iri.parts(reading.document),
        )
        for title in titles
    }
    assert len(stubs) == 1


def test_documents_of_other_titles_are_other_stubs(reading: Reading) -> None:
    titles = ("采砂办法", "采砂办法（试行）", "某省采砂办法", "中华人民共和国采砂条例", "采砂条例")
    stubs = {
        cited_iri(
            dataclasses.replace(reading.citations[1], number=None, title=title),
            reading.document,
            iri.parts(reading.document),
        )
        for title in titles
    }
    assert len(stubs) == len(titles)


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
    run = f"{DOCUMENT}/run/norm"
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
