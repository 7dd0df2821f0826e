"""A document without a number that others cite by one: the page has it once, and as held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from exports.network import network
from exports.page.content import around_content, corpus_content, document_content
from exports.statements import statements
from graph import iri, pipeline
from graph.outline import held_stubs
from graph.references import Reference
from graph.reviews.statement import fingerprint
from graph.store import open_store
from tests.graph.chain import NATION, PROVINCE, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store import Store

NUMBER = "国办发〔2030〕5号"
CHILD, STUB = iri.numbered("云政办发〔2030〕18号"), iri.numbered(NUMBER)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store", write=True) as opened:
        pipeline.add(opened, read(NATION.replace(f"{NUMBER}\n", "", 1), "nation.txt"))
        pipeline.add(opened, read(PROVINCE, "province.txt"))
        yield opened


@pytest.fixture
def held(pair: Store) -> str:
    return held_stubs(pair)[STUB]


def test_the_graph_shows_it_as_held_by_the_number_that_it_is_cited_by(
    pair: Store, held: str
) -> None:
    content = document_content(pair, CHILD)
    shapes = {node.id: node for node in content.scene.nodes}
    assert STUB not in shapes
    assert (shapes[held].kind, shapes[held].zh) == ("cited_known", NUMBER)
    assert content.details["nodes"][held]["facts"][0]["zh"] == NUMBER


def test_graph_and_lineage_and_comparison_mean_the_same_document(pair: Store, held: str) -> None:
    content = document_content(pair, CHILD)
    boxes = {box.member.id: box.name for box in content.lineage.boxes}
    assert boxes[held] == NUMBER
    assert [view.parent for view in content.comparisons] == [held]
    assert content.missing == ()
    assert STUB not in boxes
    ties = {drawn.tie.id for drawn in content.lineage.ties}
    assert f"{CHILD} basis {held}" in ties


def test_a_review_is_still_known_by_what_the_text_states(pair: Store) -> None:
    known, said = document_content(pair, CHILD).reviewable.statements, statements(pair, CHILD).said
    citations = [finding for finding in known if "/citation/" in finding]
    assert citations
    assert all(known[each] == fingerprint(said, each) for each in citations)


def test_a_store_and_a_neighbourhood_have_it_once(pair: Store, held: str) -> None:
    assert STUB not in network(pair)
    assert {node.id for node in corpus_content(pair).scene.nodes} == {CHILD, held}
    around = around_content(pair, Reference(STUB, "document", NUMBER, STUB), 1)
    assert held in {node.id for node in around.scene.nodes}
