"""A store as a scene: documents only, in columns by level, and what relates them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exports.labels import label
from exports.network import Kind, Link, relations
from exports.page.scene import LEVELS, Node, Scene, bounded, merged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exports.network import Attributes, Graph

_TEXTS: Final = frozenset({Kind.DOCUMENT, Kind.ANNEX, Kind.PROVISION})


def corpus_scene(graph: Graph, documents: int) -> Scene:
    """Return the scene of a store that holds so many documents, and cites others."""
    shown = roots(graph)
    between = merged(graph, shown)
    works = [node for node in shown if graph.nodes[node]["kind"] == Kind.DOCUMENT]
    cited = sum(bool(graph.nodes[work]["stub"]) for work in works)
    return bounded(
        Scene(
            title=label("store_documents"),
            subtitle=f"{label('held')} {documents} · {label('kind.stubs')} {cited}",
            columns=tuple(f"level.{level}" for level in LEVELS),
            nodes=tuple(_node(work, graph.nodes[work]) for work in works),
            edges=tuple(edge for edge in between if edge.source != edge.target),
            notes=(("page.corpus", {"n": documents}),),
        )
    )


def roots(graph: Graph) -> Mapping[str, str]:
    """Return the document of every document, annex and provision."""
    above = {
        target: source
        for source, target, relation in relations(graph)
        if relation in {Link.CONTAINS, Link.ANNEX}
    }
    return {node: _root(node, above) for node in graph if graph.nodes[node]["kind"] in _TEXTS}


def _node(node: str, data: Attributes) -> Node:
    number, title, level = str(data["label"]), str(data["name"]), str(data.get("level", ""))
    return Node(
        id=node,
        kind="cited" if data["stub"] else "document",
        column=f"level.{level}",
        zh=number,
        en=number,
        heading=title if title != number else "",
        name=title,
        level=level,
        position=0,
        depth=0,
    )


def _root(node: str, above: Mapping[str, str]) -> str:
    while node in above:
        node = above[node]
    return node
