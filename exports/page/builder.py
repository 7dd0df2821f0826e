"""The network as pyvis builds it, without the page that pyvis would write.

Of pyvis 0.3.2 only the building is used. Its own page asks a CDN for files, puts titles and
headings into HTML unescaped, and lets a simulation place the shapes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from pyvis.network import Network

from exports.page.appearance import LINES, SHAPES
from exports.page.layout import FONT

if TYPE_CHECKING:
    from exports.page.layout import Layout
    from exports.page.scene import Edge, Scene

FACE: Final = '"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif'
_LISTED: Final = frozenset({"section", "clause"})
_ROUNDNESS: Final = (0.5, 0.36, 0.64, 0.22, 0.78)  # relations between the same two part ways


class PolicyNetwork(Network):  # type: ignore[misc]  # pyvis has no types
    """A pyvis network of a scene in which every shape has its place and nothing moves."""

    def __init__(self, scene: Scene, layout: Layout) -> None:
        """Add the shapes and lines of a scene."""
        super().__init__(directed=True)
        self.options = {
            "physics": {"enabled": False},
            "layout": {"improvedLayout": False},
            "interaction": {"hover": True, "tooltipDelay": 250, "selectConnectedEdges": False},
            "nodes": {"shape": "box", "font": {"size": FONT, "face": FACE}},
            "edges": {"arrowStrikethrough": False, "hoverWidth": 0, "selectionWidth": 0},
        }
        for node in scene.nodes:
            self._add_shape(node.id, node.kind, node.name, layout)
        drawn: dict[tuple[str, str], int] = {}
        for edge in scene.edges:
            pair = (edge.source, edge.target)
            drawn[pair] = drawn.get(pair, -1) + 1
            self._add_line(edge, drawn[pair], layout)

    def data(self) -> dict[str, Any]:
        """Return what the script of the page draws, as pyvis hands it to a template."""
        nodes, edges, _heading, _height, _width, options = self.get_network_data()
        return {"nodes": nodes, "edges": edges, "options": json.loads(options)}

    def _add_shape(self, node: str, kind: str, name: str, layout: Layout) -> None:
        box, shape = layout.boxes[node], SHAPES[kind]
        self.add_node(
            node,
            label=box.label,
            shape="box",
            title=name,
            kind=kind,
            x=box.x,
            y=box.y,
            color={
                "background": shape.fill,
                "border": shape.border,
                "highlight": {"background": shape.fill, "border": "#000000"},
                "hover": {"background": shape.fill, "border": "#000000"},
            },
            font={"color": shape.ink, "align": "left" if kind in _LISTED else "center"},
            borderWidth=shape.thick,
            borderWidthSelected=3,
            shapeProperties={
                "borderRadius": shape.radius,
                "borderDashes": [4, 3] if shape.dashed else False,
            },
            widthConstraint={"minimum": box.width - 10, "maximum": box.width - 10},
            heightConstraint={"minimum": box.height - 10},
            margin=5,
        )

    def _add_line(self, edge: Edge, parallel: int, layout: Layout) -> None:
        """Add a line, the ``parallel``-th between its two shapes."""
        line = LINES[edge.relation]
        one, other = layout.boxes[edge.source], layout.boxes[edge.target]
        across = abs(one.x - other.x) > one.width / 2
        self.add_edge(
            edge.source,
            edge.target,
            id=edge.id,
            relation=edge.relation,
            color={"color": line.color, "highlight": line.color, "hover": line.color},
            dashes=list(line.dashes) if line.dashes else False,
            arrows={"to": {"enabled": line.arrow, "scaleFactor": 0.5}},
            smooth={
                "enabled": True,
                "type": "cubicBezier" if across else "curvedCW",
                "forceDirection": "horizontal" if across else "none",
                "roundness": _ROUNDNESS[parallel % len(_ROUNDNESS)] if across else 0.3 * parallel,
            },
        )
