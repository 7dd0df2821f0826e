"""One document as a scene: from the documents above it through its clauses to the rights."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from exports.network import Kind, Link, relations
from exports.page.scene import MOST_NODES, Node, Scene, bounded, merged
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from exports.network import Attributes, Graph

_COLUMNS: Final = ("cited", "work", "section", "clause", "body", "group", "right")
# The kinds of the network as those of the legend, with their columns.
_KINDS: Final[Mapping[Kind, tuple[str, str]]] = {
    Kind.DOCUMENT: ("document", "work"),
    Kind.ANNEX: ("annex", "work"),
    Kind.PROVISION: ("provision", "clause"),
    Kind.AGENCY: ("agency", "body"),
    Kind.OPEN: ("open", "body"),
    Kind.GROUP: ("group", "group"),
    Kind.RIGHT: ("right", "right"),
}


def document_scene(graph: Graph, document: str, most: int = MOST_NODES) -> Scene:
    """Return the scene of all that one document says, cut at ``most`` shapes."""
    own = graph.nodes[document]
    sections = sections_of(graph)
    facts = (str(own["label"]), str(own.get("date", "")))
    return bounded(
        Scene(
            title=str(own["name"]),
            subtitle=" · ".join(filter(None, facts)),
            columns=_COLUMNS,
            nodes=tuple(node(graph, each, document, sections) for each in graph),
            edges=merged(graph, {each: each for each in graph}),
        ),
        most,
    )


def node(graph: Graph, thing: str, document: str | None, sections: frozenset[str]) -> Node:
    """Return a thing as a shape; ``document`` is the one that the page is about, if it is one."""
    data: Attributes = graph.nodes[thing]
    kind, column = _KINDS[Kind(str(data["kind"]))]
    zh = en = str(data["label"])
    heading = str(data["name"]) if data["name"] != data["label"] else ""
    depth = 0
    if kind == Kind.DOCUMENT and thing != document:
        kind, column = "cited" if data["stub"] else "cited_known", "cited"
    elif kind == Kind.PROVISION:
        kind = column = "section" if thing in sections else "clause"
        above = list(_above(graph, thing))
        depth = len(above)
        zh = en = _printed(data, str(graph.nodes[above[0]]["label"]) if above else "")
        heading = str(data["heading"]) or _beginning(data, zh)
    elif kind == Kind.GROUP:
        en = lexicon.label("groups", zh, "en")
    elif kind == Kind.RIGHT:
        en = lexicon.label("rights", zh, "en")
    return Node(
        id=thing,
        kind=kind,
        column=column,
        zh=zh,
        en=en,
        heading="" if kind in {Kind.AGENCY, Kind.OPEN} else heading,
        name=str(data["name"]),
        level=str(data.get("level", "")),
        position=int(data.get("position", 0)),
        depth=depth,
    )


def _beginning(data: Attributes, numeral: str) -> str:
    """Return the first words of a provision without a heading: 第三条 is followed by its text."""
    first, _, _ = str(data["text"]).strip().removeprefix(numeral).strip().partition("\n")
    return first.strip()


def sections_of(graph: Graph) -> frozenset[str]:
    """Return the provisions that others are part of, and those beside them at the top.

    一、总体要求 without parts is a section where 三、 has parts, so that the outline stays whole.
    """
    parts = defaultdict(list)
    for source, target, relation in relations(graph):
        if relation == Link.CONTAINS:
            parts[source].append(target)
    provisions = {n for n in graph if graph.nodes[n]["kind"] == Kind.PROVISION}
    sections = {n for n in parts if n in provisions}
    for works_parts in (children for n, children in parts.items() if n not in provisions):
        if any(child in sections for child in works_parts):
            sections.update(works_parts)
    return frozenset(sections)


def _above(graph: Graph, node: str) -> Iterator[str]:
    """Yield the provisions that a provision is part of, the nearest first."""
    for parent in graph.predecessors(node):
        contains = graph.has_edge(parent, node, Link.CONTAINS.value)
        if contains and graph.nodes[parent]["kind"] == Kind.PROVISION:
            yield parent
            yield from _above(graph, parent)


def _printed(data: Attributes, above: str) -> str:
    """Return a provision's own numeral with the mark that is printed after it: 1. or 一、."""
    own = str(data["label"]).removeprefix(above).rpartition("/")[2]  # 附件/一 stands in its annex
    mark = str(data["unit"])[-1:]
    return own + (mark if mark in {"、", "."} else "")
