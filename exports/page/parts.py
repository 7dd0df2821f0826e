"""The parts in which a large scene is shown first: what can be read at once, and is said to be one.

No renderer makes a thousand shapes readable. A document of many clauses is shown section by section
with what the clauses name, a store by the documents that most is tied to and level by level.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from exports.labels import label
from exports.network import Link
from exports.page.scene import LEVELS, level_label
from ontology.lexicon import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from exports.page.scene import Node, Scene

_SHAPES: Final = 300  # that can be read at once
_LINES: Final = 600  # likewise
_ROWS: Final = 70  # of provisions, likewise
_CLAUSES: Final = 30  # of a part; one that is larger by itself stays whole
_TIED: Final = 150  # documents of a store that are shown first
_NAME: Final = 12  # characters of a name on its button
_TEXT: Final = frozenset({"section", "clause"})


@dataclass(frozen=True, slots=True)
class Part:
    """A part by its name in Chinese and English, and the shapes that it shows."""

    names: Mapping[str, str]
    nodes: frozenset[str]


def parts(scene: Scene) -> tuple[Part, ...]:
    """Return the parts of a scene in their order; none where all of it can be read at once."""
    rows = sum(node.column in _TEXT for node in scene.nodes)
    if len(scene.nodes) <= _SHAPES and len(scene.edges) <= _LINES and rows <= _ROWS:
        return ()
    if any(node.column in _TEXT for node in scene.nodes):
        return tuple(_of_document(scene))
    return tuple(_of_store(scene))


def _of_document(scene: Scene) -> Iterator[Part]:
    """Yield the sections at the top, short ones together, each with what its clauses name."""
    near = _near(scene)
    within: defaultdict[str, list[str]] = defaultdict(list)
    text = {node.id: node for node in scene.nodes if node.column in _TEXT}
    whole = {}
    for edge in scene.edges:
        if edge.relation == Link.CONTAINS and edge.target in text:
            within[edge.source].append(edge.target)
            whole[edge.target] = edge.source
    tops = [node for node in text.values() if whole.get(node.id) not in text]
    tops.sort(key=lambda node: (whole.get(node.id, ""), node.position))
    works = {node.id for node in scene.nodes if node.column == "work"}
    cited = {node.id for node in scene.nodes if node.column == "cited"}
    frame = works | (cited & _around(works, near))
    for group in (
        together
        for _, of_work in groupby(tops, key=lambda node: whole.get(node.id, ""))
        for together in _together(of_work, within)
    ):
        own = {each for top in group for each in _below(top.id, within)}
        yield Part(_span(group), frozenset(frame | own | _around(own, near)))


def _together(tops: Iterable[Node], within: Mapping[str, list[str]]) -> Iterator[list[Node]]:
    """Yield provisions at the top that follow each other, as many as can be read at once."""
    group: list[Node] = []
    size = 0
    for top in tops:
        grown = sum(1 for _ in _below(top.id, within))
        if group and size + grown > _CLAUSES:
            yield group
            group, size = [], 0
        group.append(top)
        size += grown
    if group:
        yield group


def _below(thing: str, within: Mapping[str, list[str]]) -> Iterator[str]:
    yield thing
    for part in within.get(thing, ()):
        yield from _below(part, within)


def _span(group: Sequence[Node]) -> dict[str, str]:
    first, last = group[0], group[-1]
    if first is last:
        return dict.fromkeys(LANGUAGES, _cut(f"{first.zh}{first.heading}"))
    ends = (each.zh.strip("、.") for each in (first, last))
    work, slash, _ = first.name.partition(" ")[0].rpartition("/")  # 附件/一 of an annex
    return dict.fromkeys(LANGUAGES, f"{work}{slash}{'–'.join(ends)}")


def _cut(name: str) -> str:
    return name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"


def _of_store(scene: Scene) -> Iterator[Part]:
    """Yield the documents that most is tied to, then each level with what its documents cite."""
    ties = Counter(end for edge in scene.edges for end in (edge.source, edge.target))
    ranked = sorted(scene.nodes, key=lambda node: (-ties[node.id], node.id))
    most = [node.id for node in ranked[:_TIED]]
    yield Part({lang: label("part.tied", lang) for lang in LANGUAGES}, frozenset(most))
    near = _near(scene)
    for level in LEVELS:
        held = [node.id for node in ranked if node.level == level and node.kind == "document"]
        if held:
            around = _around(held, near)
            shown = dict.fromkeys((*held, *(node.id for node in ranked if node.id in around)))
            kept = frozenset(list(shown)[:_SHAPES])
            yield Part({lang: level_label(level, lang) for lang in LANGUAGES}, kept)


def _near(scene: Scene) -> Mapping[str, set[str]]:
    near: defaultdict[str, set[str]] = defaultdict(set)
    for edge in scene.edges:
        near[edge.source].add(edge.target)
        near[edge.target].add(edge.source)
    return near


def _around(things: Iterable[str], near: Mapping[str, set[str]]) -> set[str]:
    return {other for thing in things for other in near.get(thing, ())}
