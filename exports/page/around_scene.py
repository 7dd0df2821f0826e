"""What stands within some steps of one thing, whatever documents say it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import networkx as nx

from exports.labels import label
from exports.page.document_scene import node, sections_of
from exports.page.scene import Scene, bounded, merged
from graph import iri

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exports.network import Graph

_COLUMNS: Final = ("cited", "work", "section", "clause", "body", "group", "right")
_FIRST: Final = 300  # what can be read at first; more steps are cut at this many shapes


def around_scene(graph: Graph, thing: str, hops: int, held: Sequence[str]) -> Scene:
    """Return the scene of what is at most ``hops`` relations from ``thing``, nearest first.

    ``held`` are the documents of the store, whose provisions stand in their order.
    """
    steps = nx.single_source_shortest_path_length(graph.to_undirected(as_view=True), thing, hops)
    near = sorted(steps, key=lambda node: (steps[node], node))
    shown = near[:_FIRST]
    sections = sections_of(graph)
    nodes = [node(graph, each, None, sections) for each in shown]
    order = {document: at for at, document in enumerate(held)}
    name = str(graph.nodes[thing]["name"])
    notes = (("page.around", {"hops": hops, "shown": len(shown), "all": len(near)}),)
    return bounded(
        Scene(
            title=name,
            subtitle=label("page.around_title").format(hops=hops),
            columns=_COLUMNS,
            nodes=tuple(
                replace(
                    each, position=each.position + 10_000 * order.get(iri.owner(each.id, order), 0)
                )
                for each in nodes
            ),
            edges=merged(graph, {each: each for each in shown}),
            notes=notes,
        )
    )
