from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from exports.network import Kind, network, relation_label, relations
from ontology import names

if TYPE_CHECKING:
    from exports.network import Graph
    from graph.store import Store

PLAN = f"{names.ID}document/库政办发/2018/171/annex/1"
POLICE = f"{names.ID}agency/652801/公安局"


@pytest.fixture(scope="module")
def graph(store: Store, korla: str) -> Graph:
    return network(store, korla)


def test_the_sample_has_its_works_and_provisions(graph: Graph) -> None:
    kinds = Counter(data["kind"] for _, data in graph.nodes(data=True))
    assert kinds[Kind.DOCUMENT] == 6
    assert kinds[Kind.ANNEX] == 1
    assert kinds[Kind.PROVISION] == 28


def test_documents_that_are_only_cited_are_stubs_with_their_level(graph: Graph, korla: str) -> None:
    stubs = {data["label"]: data["level"] for _, data in graph.nodes(data=True) if data.get("stub")}
    assert stubs == {
        "国办发〔2016〕72号": "国",
        "新政办发〔2018〕20号": "省",
        "新政发〔2014〕68号": "省",
        "新政发〔2017〕124号": "省",
        "巴政办发〔2018〕77号": "市",
    }
    assert graph.nodes[korla]["stub"] is False


def test_a_provision_has_its_number_heading_text_and_place(graph: Graph) -> None:
    data = graph.nodes[f"{PLAN}/四/（六）"]
    assert data["label"] == "四（六）"
    assert data["name"].startswith("四（六） 维护进城落户农民“三权”")
    assert data["unit"] == "（一）"
    assert data["text"].endswith("(市党委改革办牵头负责,农业局、国土资源局、卫计委等部门配合)")


def test_an_agency_is_called_as_people_call_it(graph: Graph) -> None:
    assert graph.nodes[POLICE]["label"] == "市公安局"
    assert graph.nodes[POLICE]["name"] == "库尔勒市公安局"


def test_the_police_lead_nine_support_one_and_share_one(graph: Graph) -> None:
    roles = Counter(data["relation"] for *_, data in graph.in_edges(POLICE, data=True))
    assert roles == {"lead": 9, "support": 1, "joint": 1}


def test_a_stated_edge_quotes_the_source_at_its_offsets(graph: Graph, store: Store) -> None:
    (text,) = {
        str(value) for _, predicate, value in store.triples() if predicate == names.cnt_chars
    }
    stated = [data for *_, data in graph.edges(data=True) if "quote" in data]
    assert len(stated) > 100
    assert all(text[data["start"] : data["end"]] == data["quote"] for data in stated)


def test_only_the_structure_of_a_document_has_no_quote(graph: Graph) -> None:
    bare = {data["relation"] for *_, data in graph.edges(data=True) if "quote" not in data}
    assert bare == {"contains", "has_annex", "issued_by"}


def test_relations_are_named_in_two_languages() -> None:
    assert relation_label("lead") == "牵头"
    assert relation_label("implements", "en") == "implements"
    assert relation_label("addresses") == "适用对象"


def test_the_vocabulary_is_no_part_of_the_network(graph: Graph, store: Store) -> None:
    whole = network(store)
    assert set(whole) == set(graph)
    assert sorted(relations(whole)) == sorted(relations(graph))


def test_holders_are_related_to_their_rights(graph: Graph) -> None:
    holder, right = f"{names.ID}group/进城落户农民", f"{names.ID}right/宅基地使用权"
    assert (holder, right, "holds") in set(relations(graph))
    assert (f"{PLAN}/四/（六）", right, "concerns") in set(relations(graph))
