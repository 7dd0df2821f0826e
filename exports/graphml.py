"""The network in the files that tools for graphs read: GraphML, GEXF and node-link JSON."""

from __future__ import annotations

import io
import json
import re
from itertools import chain
from typing import TYPE_CHECKING, Final

import networkx as nx

from exports.network import network
from exports.xml_text import xml_text

if TYPE_CHECKING:
    from exports.network import Graph
    from graph.store import Store

# The time of writing and the version of networkx, neither of which the graph depends on.
_WRITER: Final = re.compile(r"\s*<meta\b.*?</meta>", re.DOTALL)


def graphml(store: Store, document: str | None = None) -> bytes:
    """Return GraphML, for yEd, Gephi, Cytoscape and networkx."""
    graph = _for_xml(network(store, document))
    file = io.BytesIO()
    # The other writer of networkx needs lxml, and writes other bytes.
    nx.write_graphml_xml(graph, file, named_key_ids=True)
    return file.getvalue()


def gexf(store: Store, document: str | None = None) -> bytes:
    """Return GEXF 1.2, for Gephi.

    GEXF takes ``start`` and ``end`` for times, so that the offsets are ``char_start`` and
    ``char_end``.
    """
    graph = _for_xml(network(store, document))
    for _, _, attributes in graph.edges(data=True):
        for name in ("start", "end"):
            if name in attributes:
                attributes[f"char_{name}"] = attributes.pop(name)
    file = io.BytesIO()
    nx.write_gexf(graph, file)
    return _WRITER.sub("", file.getvalue().decode()).encode()


def node_link(store: Store, document: str | None = None) -> bytes:
    """Return the node-link JSON of networkx and D3: ``nodes`` and ``edges``."""
    data = nx.node_link_data(network(store, document), edges="edges")
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"


def _for_xml(graph: Graph) -> Graph:
    """Return the graph with texts that XML can hold."""
    nodes = (data for _, data in graph.nodes(data=True))
    edges = (data for _, _, data in graph.edges(data=True))
    for data in chain(nodes, edges):
        data.update({k: xml_text(v) for k, v in data.items() if isinstance(v, str)})
    return graph
