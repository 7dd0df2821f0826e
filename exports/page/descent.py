"""Which documents stand above and below the one that is shown, with the words that say so."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exports.page.lineage_view import CLAUSES, Member, Tie
from exports.page.scene import INFERRED, Edge, Stated
from exports.statements import Evidence
from graph import iri
from graph.answers.lineage import lineage
from graph.outline import outline, work
from graph.references import Reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from exports.page.scene import Node, Scene
    from graph.answers.hops import Hop
    from graph.store import Store

_DOCUMENTS: Final = frozenset({"document", "cited", "cited_known"})
_ORDER: Final = ("implements", "basis", "cites", "forwards", "amends", "repeals")


@dataclass(frozen=True, slots=True)
class Thing:
    """A document or clause that stands in the lineage and not in the graph."""

    id: str
    kind: str
    name: str
    title: str
    level: str


@dataclass(frozen=True, slots=True)
class Descent:
    """The members and ties of the drawing; ``things`` and ``relations`` are not in the graph."""

    members: tuple[Member, ...]
    ties: tuple[Tie, ...]
    things: tuple[Thing, ...]
    relations: tuple[Edge, ...]


def descent(store: Store, document: str, scene: Scene) -> Descent:
    """Return the ancestors and descendants of a document, and the clauses that cite themselves."""
    known = work(store, document)
    ref = Reference(document, "document", known.name, document)
    clauses = outline(store, document)
    drawn = {node.id: node for node in scene.nodes}
    things = {document: Thing(document, "document", known.number, known.title, known.level)}
    found: defaultdict[tuple[str, str, str], list[Stated]] = defaultdict(list)
    for direction in ("up", "down"):
        owner = {document: document}
        for hop in lineage(store, ref, direction):
            if hop.relation not in _ORDER:  # a correspondence of clauses: the comparison shows it
                continue
            origin = owner.get(hop.origin, hop.origin)
            owner[hop.to] = hop.to_document
            things.setdefault(hop.to_document, _thing(hop))
            pair = (origin, hop.to_document) if direction == "up" else (hop.to_document, origin)
            if direction == "up" and hop.stated_in in clauses:
                part = clauses[hop.stated_in]
                things.setdefault(
                    part.iri, Thing(part.iri, "clause", part.label, part.heading, CLAUSES)
                )
                pair = (part.iri, hop.to_document)
            found[pair[0], hop.relation, pair[1]].append(_stated(hop))
    edges = _edges(found)
    return Descent(
        members=tuple(
            _drawn(drawn[each.id], each) if each.id in drawn else _member(each)
            for each in things.values()
        ),
        ties=_ties(edges),
        things=tuple(each for each in things.values() if each.id not in drawn),
        relations=_beside(scene, edges),
    )


def scene_lineage(scene: Scene) -> Descent:
    """Return the documents of a scene with the relations between them; clauses speak for theirs."""
    documents = {node.id: node for node in scene.nodes if node.kind in _DOCUMENTS}
    found: defaultdict[tuple[str, str, str], list[Stated]] = defaultdict(list)
    for edge in scene.edges:
        source = iri.owner(edge.source, documents)
        if source and edge.target in documents and edge.relation != INFERRED and edge.stated:
            found[source, edge.relation, edge.target] += edge.stated
    edges = _edges(found)
    return Descent(
        members=tuple(
            Member(node.id, node.kind, node.zh, node.heading, node.level)
            for node in documents.values()
        ),
        ties=_ties(edges),
        things=(),
        relations=_beside(scene, edges),
    )


def _ties(edges: Iterable[Edge]) -> tuple[Tie, ...]:
    return tuple(Tie(e.id, e.source, e.target, e.relation, e.standing) for e in edges)


def _beside(scene: Scene, edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """Return the edges that the graph does not draw."""
    drawn = {edge.id for edge in scene.edges}
    return tuple(edge for edge in edges if edge.id not in drawn)


def _edges(found: Mapping[tuple[str, str, str], Iterable[Stated]]) -> list[Edge]:
    return [
        Edge(
            f"{source} {relation} {target}", source, target, relation, tuple(dict.fromkeys(stated))
        )
        for (source, relation, target), stated in sorted(
            found.items(), key=lambda item: (_ORDER.index(item[0][1]), item[0])
        )
        if source != target
    ]


def _thing(hop: Hop) -> Thing:
    number = hop.document if hop.document != hop.title else ""
    return Thing(
        hop.to_document,
        "cited" if hop.stub else "cited_known",
        number or hop.title,
        hop.title,
        hop.level,
    )


def _drawn(node: Node, thing: Thing) -> Member:
    """Return a shape of the graph: by the number that others cite it by, a clause by its words."""
    is_clause = thing.level == CLAUSES
    return Member(
        thing.id,
        node.kind if is_clause else thing.kind,
        thing.name if is_clause else node.zh,
        node.heading,
        thing.level,
    )


def _member(thing: Thing) -> Member:
    title = thing.title if thing.title != thing.name else ""
    return Member(thing.id, thing.kind, thing.name or thing.title, title, thing.level)


def _stated(hop: Hop) -> Stated:
    return Stated(
        Evidence(hop.start, hop.end, hop.quote),
        hop.via if hop.depth == 1 else hop.source,
        finding=hop.iri,
        status=hop.status,
    )
