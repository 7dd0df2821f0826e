from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from exports.network import network
from exports.page import page
from exports.page.corpus_scene import corpus_scene
from exports.page.document_scene import document_scene
from exports.page.scene import MOST_NODES, Edge, Node, Scene, bounded
from graph.store import open_store
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store import Store
    from tests.exports.page.conftest import Island


@pytest.fixture(scope="module")
def scene(store: Store, korla: str) -> Scene:
    return document_scene(network(store, korla), korla)


def test_sections_and_clauses_are_told_apart(scene: Scene) -> None:
    names_of = {
        column: [node.name.split()[0] for node in scene.nodes if node.column == column]
        for column in ("section", "clause")
    }
    assert names_of["section"] == ["一", "二", "三", "三（一）", "三（二）", "四", "五"]
    assert len(names_of["clause"]) == 21


def test_a_provision_is_written_as_it_is_printed(scene: Scene) -> None:
    written = {node.name.split()[0]: node.zh for node in scene.nodes}
    assert (written["一"], written["三（一）"], written["三（一）1"]) == ("一、", "（一）", "1.")


def test_groups_and_rights_have_english_names(scene: Scene) -> None:
    english = {node.zh: node.en for node in scene.nodes}
    assert english["宅基地使用权"] == "right to use a homestead"
    assert english["市公安局"] == "市公安局"


def test_a_relation_is_drawn_once_with_all_that_states_it(scene: Scene) -> None:
    pairs = [(edge.source, edge.target, edge.relation) for edge in scene.edges]
    assert len(pairs) == len(set(pairs))
    (edge,) = (
        edge
        for edge in scene.edges
        if edge.source.endswith("四/（六）") and edge.target.endswith("group/进城落户农民")
    )
    assert len(edge.stated) > 1
    assert {each.where for each in edge.stated} == {"四（六）"}


def test_what_the_text_says_of_an_annex_takes_the_place_of_the_structure(scene: Scene) -> None:
    relations = {edge.relation for edge in scene.edges if edge.target.endswith("/annex/1")}
    assert relations == {"forwards"}


def test_more_shapes_than_a_page_can_show_are_counted() -> None:
    nodes = tuple(
        Node(f"{n:05}", "group", "group", "甲", "甲", "", "甲", "", 0, 0)
        for n in range(MOST_NODES + 5)
    )
    edge = Edge("e", nodes[0].id, nodes[-1].id, "lead", ())
    shown = bounded(Scene("", "", ("group",), nodes, (edge,)))
    assert len(shown.nodes) == MOST_NODES
    assert shown.edges == ()
    assert shown.notes == (("page.truncated", {"shown": MOST_NODES, "all": MOST_NODES + 5}),)


@pytest.fixture
def two(tmp_path: Path, store: Store, korla: str) -> Iterator[Store]:
    """The sample, and a made-up document that the sample's annex could cite."""
    other = f"{names.ID}document/新政发/2014/68"
    node = NamedNode(other)
    with open_store(tmp_path / "two", write=True) as opened:
        sample = [q.triple for q in parse(store.ntriples(korla), RdfFormat.N_TRIPLES)]
        opened.replace(korla, sample)
        opened.replace(
            other,
            [
                Triple(node, NamedNode(names.rdf_type), NamedNode(names.eli_LegalResource)),
                Triple(node, NamedNode(names.eli_id_local), Literal("新政发〔2014〕68号")),
            ],
        )
        yield opened


def test_a_store_is_shown_by_its_documents_alone(two: Store, korla: str) -> None:
    scene = corpus_scene(network(two), 2)
    assert {node.kind for node in scene.nodes} == {"document", "cited"}
    assert len(scene.nodes) == 6
    assert scene.columns == ("level.国", "level.省", "level.市", "level.县")
    relations = {
        edge.relation for edge in scene.edges if edge.target.endswith("document/新政发/2014/68")
    }
    assert {edge.source for edge in scene.edges} == {korla}
    assert relations == {"basis", "cites"}


def test_the_page_of_a_store_says_that_clauses_are_left_out(two: Store, island: Island) -> None:
    html = page(two).decode()
    assert island(html, "graph")["notes"] == [{"word": "corpus", "n": 2}]


def test_a_cited_document_that_is_held_is_no_stub(two: Store, korla: str) -> None:
    scene = document_scene(network(two, korla), korla)
    kinds = {node.zh: node.kind for node in scene.nodes}
    assert kinds["新政发〔2014〕68号"] == "cited_known"
    assert kinds["国办发〔2016〕72号"] == "cited"
