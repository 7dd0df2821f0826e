"""Where the shapes stand: columns from the documents above to the rights, in pixels.

Everything is computed here, for each language, and nothing moves by itself in the browser.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exports.labels import label
from exports.page.rows import rows
from exports.page.scene import level_label
from exports.page.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exports.page.scene import Node, Scene

FONT: Final = 13
_PADDING: Final = 8  # between the words of a shape and its border, left and right
_LINE: Final = 15.5
_FRAME: Final = 10  # the height of a shape above that of its lines
_CAPTION: Final = 30
_INDENT: Final = 14


@dataclass(frozen=True, slots=True)
class _Column:
    """The width of a column's words in em, their most lines, and the gap to the next column."""

    ems: float
    lines: int
    gap: int


_COLUMNS: Final[Mapping[str, _Column]] = {
    "cited": _Column(12.5, 5, 46),
    "work": _Column(11.5, 5, 40),
    "section": _Column(11, 3, 34),
    "clause": _Column(24, 1, 90),
    "body": _Column(9, 3, 52),
    "group": _Column(10, 4, 52),
    "right": _Column(10, 4, 52),
    # Of pictures of answers, which have no outline of one document.
    "source": _Column(12.5, 5, 46),
    "parent": _Column(16, 3, 90),
    "deadline": _Column(9, 4, 52),
    "gap": _Column(11, 4, 0),
}
_LEVEL_COLUMN: Final = _Column(13, 5, 120)


@dataclass(frozen=True, slots=True)
class Box:
    """A shape: its centre, its size and the lines of words in it."""

    x: float
    y: float
    width: float
    height: float
    label: str


@dataclass(frozen=True, slots=True)
class Caption:
    """Words that stand in the drawing itself: the name of a column, or of a level in it.

    ``key`` is that of the column, or the level.
    """

    x: float
    y: float
    text: str
    column: bool
    key: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Every shape and caption of a scene, and how far they reach: left, top, right, bottom."""

    boxes: Mapping[str, Box]
    captions: tuple[Caption, ...]
    bounds: tuple[float, float, float, float]


def layout(scene: Scene, lang: str) -> Layout:
    """Return the layout with the words of a language, ``zh`` or ``en``."""
    labels = {node.id: _label(node, lang) for node in scene.nodes}
    heights = {node: _FRAME + _LINE * (text.count("\n") + 1) for node, text in labels.items()}
    stand = rows(scene, heights)
    lefts, right = _lefts(scene)
    boxes = {}
    for node in scene.nodes:
        indent = node.depth * _INDENT if node.column == "section" else 0
        width = _width(node.column) - indent
        boxes[node.id] = Box(
            x=lefts[node.column] + indent + width / 2,
            y=round(stand.centres[node.id], 1),
            width=width,
            height=heights[node.id],
            label=labels[node.id],
        )
    top = min((box.y - box.height / 2 for box in boxes.values()), default=0.0) - _CAPTION
    bottom = max((box.y + box.height / 2 for box in boxes.values()), default=0.0)
    middles = {column: left + _width(column) / 2 for column, left in lefts.items()}
    captions = [
        Caption(middle, top + 8, _caption(column, lang), column=True, key=column)
        for column, middle in middles.items()
    ]
    captions += [
        Caption(middles["cited"], round(y, 1), level_label(level, lang), column=False, key=level)
        for level, y in stand.levels.items()
    ]
    return Layout(boxes, tuple(captions), (0.0, top, right, bottom))


def _lefts(scene: Scene) -> tuple[dict[str, float], float]:
    """Return where each column begins, and where the last one ends."""
    lefts: dict[str, float] = {}
    left = right = 0.0
    for column in scene.columns:
        lefts[column] = left
        right = left + _width(column)
        left = right + _spec(column).gap
    return lefts, right


def _spec(column: str) -> _Column:
    return _COLUMNS.get(column, _LEVEL_COLUMN)


def _width(column: str) -> float:
    return _spec(column).ems * FONT + 2 * _PADDING


def _label(node: Node, lang: str) -> str:
    spec, words = _spec(node.column), node.en if lang == "en" else node.zh
    if node.column in {"section", "clause"}:
        blank = "" if words.endswith(("、", "）")) else " "
        ems = spec.ems - node.depth * _INDENT / FONT if node.column == "section" else spec.ems
        return wrap(f"{words}{blank}{node.heading}", ems, spec.lines)
    first = wrap(words, spec.ems, spec.lines)
    below = spec.lines - first.count("\n") - 1
    return f"{first}\n{wrap(node.heading, spec.ems, below)}" if node.heading and below else first


def _caption(column: str, lang: str) -> str:
    kind, _, level = column.partition(".")
    return level_label(level, lang) if kind == "level" else label(f"column.{column}", lang)
