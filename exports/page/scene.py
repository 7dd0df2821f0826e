"""What a page shows: shapes in columns, and relations between them with their evidence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from exports.labels import label
from exports.network import Link
from exports.statements import Evidence
from graph.model import Status
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from exports.network import Graph

MOST_NODES: Final = 2000
INFERRED: Final = "corresponds"  # a clause and the document whose clause it carries out
LACKS: Final = "lacks"  # a clause and what it leaves open, in pictures of answers
DUE: Final = "due"  # a clause and its time, likewise
STANDINGS: Final = (*Status, "inferred", "structure")
LEVELS: Final = ("国", "省", "市", "县", "乡", "")  # the levels of government, and none known


@dataclass(frozen=True, slots=True)
class Node:
    """A shape. ``zh`` and ``en`` are the words in it, uncut; ``heading`` goes below or after them.

    ``kind`` is a key of the legend: one of ``exports.network.Kind``, ``cited``, ``cited_known``,
    ``section`` or ``clause``. ``depth`` counts the sections above one.
    """

    id: str
    kind: str
    column: str
    zh: str
    en: str
    heading: str
    name: str
    level: str
    position: int
    depth: int


@dataclass(frozen=True, slots=True)
class Stated:
    """The words that state a relation, and the label of the provision or work they stand in.

    ``finding`` is the IRI of what was found there, ``status`` that of its review. Where a relation
    is inferred, ``finding`` is the alignment, empty where the store has none, ``parent`` names the
    parent's clause, and ``why`` says from what, in Chinese and English; ``to_review`` is how
    probable it is where it is to be reviewed, and 0 where it holds.
    """

    evidence: Evidence
    where: str
    finding: str = ""
    status: str = ""
    why: tuple[str, str] = ("", "")
    parent: str = ""
    to_review: float = 0.0


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation between two shapes, once, with every place that states it."""

    id: str
    source: str
    target: str
    relation: str
    stated: tuple[Stated, ...]

    @property
    def to_review(self) -> bool:
        """Whether all that it rests on is still to be reviewed."""
        return bool(self.stated) and all(each.to_review for each in self.stated)

    @property
    def standing(self) -> str:
        """How far the relation can be relied on: one of :data:`STANDINGS`."""
        if not self.stated:
            return "structure"
        statuses = {each.status for each in self.stated}
        if Status.SUSPECT in statuses:
            return Status.SUSPECT
        standing = statuses.pop() if len(statuses) == 1 else Status.CANDIDATE
        is_inferred = self.relation == INFERRED and standing == Status.CANDIDATE
        return "inferred" if is_inferred else standing


@dataclass(frozen=True, slots=True)
class Scene:
    """What is drawn, in a fixed order. ``notes`` are keys of labels with what fills them."""

    title: str
    subtitle: str
    columns: tuple[str, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    notes: tuple[tuple[str, Mapping[str, int]], ...] = ()


def bounded(scene: Scene, most: int = MOST_NODES) -> Scene:
    """Return the scene with its shapes in order, and no more of them than a page can show."""
    place = {column: number for number, column in enumerate(scene.columns)}
    nodes = sorted(
        scene.nodes, key=lambda n: (place[n.column], LEVELS.index(n.level), n.position, n.id)
    )
    notes = scene.notes
    if len(nodes) > most:
        notes += (("page.truncated", {"shown": most, "all": len(nodes)}),)
        nodes = nodes[:most]
    drawn = {node.id for node in nodes}
    used = {node.column for node in nodes}
    return replace(
        scene,
        columns=tuple(column for column in scene.columns if column in used),
        nodes=tuple(nodes),
        edges=tuple(edge for edge in scene.edges if {edge.source, edge.target} <= drawn),
        notes=notes,
    )


def level_label(level: str, lang: str) -> str:
    """Return what a level of government is called."""
    return lexicon.label("levels", level, lang) if level else label("page.no_level", lang)


def merged(graph: Graph, shown: Mapping[str, str]) -> tuple[Edge, ...]:
    """Return each relation between two shapes once; ``shown`` maps what is not drawn to what is.

    Where the text itself says that a document forwards its annex, the bare structure is left out.
    A finding is numbered below what it stands in.
    """
    found: defaultdict[tuple[str, str, str], set[tuple[Evidence, str, str, str]]] = defaultdict(set)
    for source, target, key, data in graph.edges(keys=True, data=True):
        if source not in shown or target not in shown:
            continue
        stated = found[shown[source], shown[target], data["relation"]]
        if "quote" in data:
            finding = key.rpartition("#")[0]
            place = next((each for each in _wholes(finding) if each in graph), source)
            evidence = Evidence(data["start"], data["end"], data["quote"])
            stated.add((evidence, str(graph.nodes[place]["label"]), finding, data["status"]))
    forwarded = {(s, t) for s, t, relation in found if relation == "forwards"}
    return tuple(
        Edge(
            id=f"{source} {relation} {target}",
            source=source,
            target=target,
            relation=relation,
            stated=tuple(Stated(*pair) for pair in sorted(stated)),
        )
        for (source, target, relation), stated in sorted(found.items())
        if not (relation == Link.ANNEX and (source, target) in forwarded)
    )


def _wholes(thing: str) -> Iterator[str]:
    """Yield what an IRI stands below, the nearest first."""
    while "/" in thing:
        thing = thing.rpartition("/")[0]
        yield thing
