"""How high the shapes stand: provisions in their order, the rest beside what it belongs to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exports.page.scene import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from exports.page.scene import Node, Scene

_ROW_GAP: Final = 5
_SECTION_GAP: Final = 9
_LEVEL_GAP: Final = 36  # the name of a level stands in it
_MOST_GAP: Final = 60  # between works, where there is room
_SCREEN: Final = 800  # what is seen first of a long document
_BESIDE: Final = frozenset({"source", "parent", "body", "group", "right", "deadline", "gap"})


@dataclass(frozen=True, slots=True)
class Rows:
    """The middles of the shapes, and where the name of each level of government stands."""

    centres: Mapping[str, float]
    levels: Mapping[str, float]


def rows(scene: Scene, heights: Mapping[str, float]) -> Rows:
    """Return where the shapes of a scene stand, from the top down, in pixels."""
    columns: defaultdict[str, list[Node]] = defaultdict(list)
    for node in scene.nodes:
        columns[node.column].append(node)
    centres = _outline(columns["section"] + columns["clause"], heights)
    whole = _extent(centres, heights) if centres else _tallest(columns.values(), heights)
    first = (whole[0], min(whole[1], whole[0] + _SCREEN))
    levels: dict[str, float] = {}
    for column in scene.columns:
        nodes = columns[column]
        if column == "cited":
            placed, levels = _by_level(nodes, heights, first)
            centres |= placed
        elif column in _BESIDE:
            centres |= _beside(nodes, heights, _wanted(scene, centres), whole)
        elif column not in {"section", "clause"}:
            centres |= _centred(nodes, heights, first)
    return Rows(centres, levels)


def _extent(centres: Mapping[str, float], heights: Mapping[str, float]) -> tuple[float, float]:
    return (
        min(y - heights[node] / 2 for node, y in centres.items()),
        max(y + heights[node] / 2 for node, y in centres.items()),
    )


def _tallest(
    columns: Iterable[Sequence[Node]], heights: Mapping[str, float]
) -> tuple[float, float]:
    return (0.0, max((_stack(nodes, heights) for nodes in columns), default=0.0))


def _outline(nodes: Iterable[Node], heights: Mapping[str, float]) -> dict[str, float]:
    """Return where provisions stand: a row for each without parts, a section beside its first."""
    centres: dict[str, float] = {}
    clauses = sections = 0.0  # down to where the two columns are taken
    for node in sorted(nodes, key=lambda node: (node.position, node.id)):
        height = heights[node.id]
        if node.column == "clause":
            centres[node.id] = clauses + height / 2
            clauses += height + _ROW_GAP
        else:
            clauses = max(clauses, sections) + (0 if node.depth else _SECTION_GAP)
            centres[node.id] = clauses + height / 2
            sections = clauses + height + _ROW_GAP
    return centres


def _stack(nodes: Sequence[Node], heights: Mapping[str, float]) -> float:
    return sum(heights[node.id] + _ROW_GAP for node in nodes)


def _centred(
    nodes: Sequence[Node], heights: Mapping[str, float], whole: tuple[float, float]
) -> dict[str, float]:
    """Return a stack in the middle, with wide gaps where there is room."""
    free = max(0.0, whole[1] - whole[0] - _stack(nodes, heights))
    gap = min(_MOST_GAP, free / (len(nodes) + 1))
    y = whole[0] + max(0.0, (free - gap * (len(nodes) - 1)) / 2)
    centres = {}
    for node in nodes:
        centres[node.id] = y + heights[node.id] / 2
        y += heights[node.id] + _ROW_GAP + gap
    return centres


def _by_level(
    nodes: Sequence[Node], heights: Mapping[str, float], whole: tuple[float, float]
) -> tuple[dict[str, float], dict[str, float]]:
    """Return documents from the highest level down, and where the caption of each level stands."""
    present = [level for level in LEVELS if any(node.level == level for node in nodes)]
    need = _stack(nodes, heights) + _LEVEL_GAP * len(present)
    spread = min(48.0, max(0.0, whole[1] - whole[0] - need) / max(1, len(present)))
    y = whole[0] + max(0.0, (whole[1] - whole[0] - need - spread * (len(present) - 1)) / 2)
    centres, captions = {}, {}
    for level in present:
        captions[level] = y + _LEVEL_GAP - 14
        y += _LEVEL_GAP
        for node in (node for node in nodes if node.level == level):
            centres[node.id] = y + heights[node.id] / 2
            y += heights[node.id] + _ROW_GAP
        y += spread
    return centres, captions


def _wanted(scene: Scene, centres: Mapping[str, float]) -> dict[str, float]:
    """Return the mean height of what each shape is related to, among what is placed already."""
    beside: defaultdict[str, list[float]] = defaultdict(list)
    for edge in scene.edges:
        for one, other in ((edge.source, edge.target), (edge.target, edge.source)):
            if other in centres:
                beside[one].append(centres[other])
    return {node: sum(ys) / len(ys) for node, ys in beside.items()}


def _beside(
    nodes: Iterable[Node],
    heights: Mapping[str, float],
    wanted: Mapping[str, float],
    whole: tuple[float, float],
) -> dict[str, float]:
    """Return a column in the order of what is wanted, as near to it as the shapes allow."""
    ordered = sorted(nodes, key=lambda node: (wanted.get(node.id, whole[0]), node.id))
    centres: dict[str, float] = {}
    end = whole[0]
    for node in ordered:
        half = heights[node.id] / 2
        centres[node.id] = max(wanted.get(node.id, 0.0), end + half)
        end = centres[node.id] + half + _ROW_GAP
    start = max(whole[1], whole[0] + _stack(ordered, heights) - _ROW_GAP)
    for node in reversed(ordered):  # push up what hangs below the end
        half = heights[node.id] / 2
        centres[node.id] = min(centres[node.id], start - half)
        start = centres[node.id] - half - _ROW_GAP
    return centres
