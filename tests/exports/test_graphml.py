from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from pyoxigraph import Literal, NamedNode, Triple

from exports.graphml import gexf, graphml, node_link
from exports.network import network, relations
from graph.store import open_store
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from graph.store import Store


def test_networkx_reads_graphml_back(store: Store, korla: str) -> None:
    wanted = network(store, korla)
    found = nx.read_graphml(io.BytesIO(graphml(store, korla)), force_multigraph=True)
    found.graph.clear()  # what GraphML says of the whole: the default of its edges
    assert nx.utils.graphs_equal(found, wanted)


def test_networkx_reads_gexf_back(store: Store, korla: str) -> None:
    wanted = network(store, korla)
    found = nx.read_gexf(io.BytesIO(gexf(store, korla)))
    edges = [(source, target, data["relation"]) for source, target, data in found.edges(data=True)]
    assert sorted(edges) == sorted(relations(wanted))
    assert {n: d["label"] for n, d in found.nodes(data=True)} == {
        n: d["label"] for n, d in wanted.nodes(data=True)
    }


def test_gexf_keeps_offsets_and_takes_none_for_times(store: Store, korla: str) -> None:
    written = gexf(store, korla)
    assert b'mode="dynamic"' not in written
    starts = [d.get("char_start") for *_, d in nx.read_gexf(io.BytesIO(written)).edges(data=True)]
    assert any(starts)


def test_gexf_tells_neither_time_nor_program(store: Store, korla: str) -> None:
    written = gexf(store, korla)
    assert b"lastmodifieddate" not in written
    assert b"NetworkX" not in written


def test_node_link_json_is_the_network(store: Store, korla: str) -> None:
    found = nx.node_link_graph(json.loads(node_link(store, korla)), edges="edges")
    assert nx.utils.graphs_equal(found, network(store, korla))


@pytest.mark.parametrize("write", [graphml, gexf, node_link])
def test_the_same_store_gives_the_same_bytes(
    store: Store, korla: str, write: Callable[..., bytes]
) -> None:
    assert write(store, korla) == write(store, korla)


@pytest.mark.parametrize("write", [graphml, gexf])
def test_what_xml_cannot_hold_is_told_otherwise(
    tmp_path: Path, write: Callable[..., bytes]
) -> None:
    document = f"{names.ID}document/测/2020/1"
    node, title = NamedNode(document), Literal("第一页\x0c第二页")
    with open_store(tmp_path / "store", write=True) as opened:
        opened.replace(
            document,
            [
                Triple(node, NamedNode(names.rdf_type), NamedNode(names.eli_LegalResource)),
                Triple(node, NamedNode(names.eli_title), title),
            ],
        )
        assert "第一页\ufffd第二页" in write(opened).decode()
