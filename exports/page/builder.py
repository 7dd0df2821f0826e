"""The network as pyvis builds it, without the page that pyvis would write.

Of pyvis 0.3.2 only the building is used. Its own page asks a CDN for files, puts titles and
headings into HTML unescaped, and lets a simulation place the shapes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from pyvis.network import Network

from exports.page.layout import FONT

if TYPE_CHECKING:
    from exports.page.layout import Layout
    from exports.page.scene import Edge, Node, Scene

FACE: Final = '"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif'
_ROUNDNESS: Final = (0.5, 0.36, 0.64, 0.22, 0.78)  # relations between the same two part ways


class _Known(list[str]):
    """A list of ids that answers ``in`` from a set: pyvis asks it for every shape and line."""

    def __init__(self) -> None:
        super().__init__()
        self._set: set[str] = set()

    def append(self, item: str) -> None:
        self._set.add(item)
        super().append(item)

    def __contains__(self, item: object) -> bool:
        return item in self._set


class PolicyNetwork(Network):  # type: ignore[misc]  # pyvis has no types
    """A pyvis network of a scene in which every shape has its place and nothing moves.

    A shape has its ``kind`` and ``tier`` (level), a line its ``relation`` and ``standing``: the
    script of the page gives both the look of its theme.
    """

    def __init__(self, scene: Scene, layout: Layout) -> None:
        """Add the shapes and lines of a scene."""
        super().__init__(directed=True)
        self.node_ids = _Known()
        self.options = {
            "physics": {"enabled": False},
            "layout": {"improvedLayout": False},
            "interaction": {
                "hover": True,
                "tooltipDelay": 250,
                "selectConnectedEdges": False,
                "keyboard": False,
            },
            "nodes": {"shape": "box", "font": {"size": FONT, "face": FACE}},
            "edges": {"arrowStrikethrough": False, "hoverWidth": 0, "selectionWidth": 1.4},
        }
        for node in scene.nodes:
            self._add_shape(node, layout)
        drawn: dict[tuple[str, str], int] = {}
        for edge in scene.edges:
            pair = (edge.source, edge.target)
            drawn[pair] = drawn.get(pair, -1) + 1
            self._add_line(edge, drawn[pair], layout)

    def data(self) -> dict[str, Any]:
        """Return what the script of the page draws, as pyvis hands it to a template."""
        nodes, edges, _heading, _height, _width, options = self.get_network_data()
        return {"nodes": nodes, "edges": edges, "options": json.loads(options)}

    def _add_shape(self, node: Node, layout: Layout) -> None:
        box = layout.boxes[node.id]
        self.add_node(
            node.id,
            label=box.label,
            shape="box",
            title=node.name,
            kind=node.kind,
            tier=node.level,
            column=node.column,
            x=box.x,
            y=box.y,
        )

    def _add_line(self, edge: Edge, parallel: int, layout: Layout) -> None:
        """Add a line, the ``parallel``-th between its two shapes."""
        one, other = layout.boxes[edge.source], layout.boxes[edge.target]
        across = abs(one.x - other.x) > one.width / 2
        bend = _ROUNDNESS[parallel % len(_ROUNDNESS)] if across else 0.3 * parallel
        self.add_edge(
            edge.source,
            edge.target,
            id=edge.id,
            relation=edge.relation,
            standing=edge.standing,
            across=across,
            bend=round(bend, 2),
        )
