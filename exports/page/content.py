"""Everything that a page shows, put together for a document, a neighbourhood, or a whole store."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from exports.network import network_of
from exports.page.around_scene import around_scene
from exports.page.comparison_view import comparison_view
from exports.page.corpus_scene import corpus_scene, roots
from exports.page.descent import descent, scene_lineage
from exports.page.details import details
from exports.page.document_scene import document_scene
from exports.page.held import source_text
from exports.page.inferred import inferred
from exports.page.known_pair import known_pair
from exports.page.lineage_view import Lineage, lineage_view, most_tied
from exports.page.matrix_view import MatrixView, corpus_matrix, matrix_view
from exports.page.reviewed import Reviewable, findings_on, reviewable
from exports.page.scene import INFERRED, MOST_NODES, Edge
from exports.page.text_view import Mark, MarkedText, marked_lines
from exports.page.versions_view import versions_view
from exports.statements import statements
from graph import iri
from graph.align.comparison import Kind
from graph.align.versions.instrument import kind_of
from graph.alignments import Shelf
from graph.model import Relation
from graph.outline import held_documents, held_stubs
from graph.pipeline import read_all
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from exports.page.comparison_view import ComparisonView
    from exports.page.descent import Thing
    from exports.page.scene import Scene
    from exports.page.versions_view import VersionsView
    from exports.statements import Statements
    from graph.references import Reference
    from graph.store import Store

_PARENTS: Final = frozenset({Relation.IMPLEMENTS, Relation.BASIS, Relation.FORWARDS})
_CHANGED: Final = frozenset({Relation.REPEALS, Relation.AMENDS})
_MOST_DOCUMENTS: Final = 48  # in the drawing of a store's lineage
_MARKS: Final = {"agency": "body", "open": "body", "group": "group", "right": "right"}


@dataclass(frozen=True, slots=True)
class Content:
    """What a page shows. ``things`` and ``relations`` are in views beside the graph alone.

    ``missing`` are the names of the parents that the store does not hold, so that nothing can be
    compared with them; ``versions`` are held against what the document replaces or amends;
    ``hidden`` is how many documents the drawing of the lineage leaves out.
    ``reviewable`` is what can be decided on, and what was.
    """

    scene: Scene
    details: Mapping[str, Any]
    texts: tuple[MarkedText, ...] = ()
    lineage: Lineage = field(default_factory=Lineage)
    matrix: MatrixView = field(default_factory=MatrixView)
    comparisons: tuple[ComparisonView, ...] = ()
    missing: tuple[str, ...] = ()
    versions: tuple[VersionsView, ...] = ()
    things: tuple[Thing, ...] = ()
    relations: tuple[Edge, ...] = ()
    hidden: int = 0
    reviewable: Reviewable = field(default_factory=Reviewable)


def document_content(store: Store, document: str, *, on_paper: bool = False) -> Content:
    """Return what the page of one document shows.

    ``on_paper`` is for pages that stand still: all shapes, no comparison with the parents, and
    nothing that a reviewer rejected.
    """
    held = list(held_documents(store))
    said = statements(store, document)
    said = said.unrejected() if on_paper else said
    seen = said.under(held_stubs(store))
    graph = network_of(seen, held)
    scene = document_scene(graph, document, len(graph) if on_paper else MOST_NODES)
    shelf = Shelf(store, read_all)
    comparisons, missing = ((), ()) if on_paper else _comparisons(store, shelf, scene, document)
    versions = () if on_paper else tuple(_versions(shelf, scene, document))
    drawn, unsure = {node.id for node in scene.nodes}, tuple[Edge, ...]()
    if comparisons:
        ours = shelf.take(document)
        supposed = [e for e in inferred(comparisons, ours) if {e.source, e.target} <= drawn]
        unsure = tuple(each for each in supposed if each.to_review)  # no line in the drawing
        scene = replace(
            scene, edges=(*scene.edges, *(each for each in supposed if not each.to_review))
        )
    family = descent(store, document, scene)
    shown, hidden = most_tied(family.members, family.ties, _MOST_DOCUMENTS)
    about = details(drawn, seen)
    relations = (*family.relations, *unsure)
    found = findings_on((*scene.edges, *relations), about)
    return Content(
        scene=scene,
        details=about,
        texts=tuple(_texts(scene, seen, [document])),
        lineage=lineage_view(shown, family.ties),
        matrix=matrix_view(scene),
        comparisons=comparisons,
        missing=missing,
        versions=versions,
        things=family.things,
        relations=relations,
        hidden=hidden,
        reviewable=reviewable(store, said, found, [each.known for each in comparisons]),
    )


def around_content(store: Store, ref: Reference, hops: int) -> Content:
    """Return what the page of a neighbourhood shows: the texts of all documents that it touches."""
    held = list(held_documents(store))
    said = statements(store)
    meant = held_stubs(store)
    seen = said.under(meant)
    scene = around_scene(network_of(seen, held), meant.get(ref.iri, ref.iri), hops, held)
    drawn = [node.id for node in scene.nodes]
    documents = frozenset(held)
    owners = {iri.owner(thing, documents) for thing in drawn}
    touched = [document for document in held if document in owners]
    family = scene_lineage(scene)
    about = details(drawn, seen)
    kept = [w for w in about["warnings"] if iri.owner(w["at"], owners)]
    return Content(
        scene=scene,
        details={**about, "warnings": kept},
        texts=tuple(_texts(scene, seen, touched)),
        lineage=lineage_view(family.members, family.ties),
        matrix=matrix_view(scene),
        relations=family.relations,
        reviewable=reviewable(store, said, findings_on((*scene.edges, *family.relations), about)),
    )


def corpus_content(store: Store) -> Content:
    """Return what the page of a whole store shows: documents, and no clauses."""
    held = list(held_documents(store))
    said = statements(store)
    seen = said.under(held_stubs(store))
    graph = network_of(seen, held)
    scene = corpus_scene(graph, len(held))
    family = scene_lineage(scene)
    shown, hidden = most_tied(family.members, family.ties, _MOST_DOCUMENTS)
    about = details([node.id for node in scene.nodes], seen)
    return Content(
        scene=scene,
        details={**about, "warnings": []},
        lineage=lineage_view(shown, family.ties),
        matrix=corpus_matrix(graph, roots(graph)),
        hidden=hidden,
        reviewable=reviewable(store, said, findings_on(scene.edges, about)),
    )


def _comparisons(
    store: Store, shelf: Shelf, scene: Scene, document: str
) -> tuple[tuple[ComparisonView, ...], tuple[str, ...]]:
    """Return the comparisons with the parents that are held, and the names of the others."""
    nodes = {node.id: node for node in scene.nodes}
    parents = dict.fromkeys(
        edge.target
        for edge in scene.edges
        if edge.relation in _PARENTS and nodes[edge.target].column == "cited"
    )
    views, missing = [], []
    for parent in parents:
        node = nodes[parent]
        if node.kind == "cited_known":
            ours, theirs = shelf.take(document), shelf.take(parent)
            views.append(comparison_view(ours, theirs, known_pair(store, shelf, ours, theirs)))
        else:
            missing.append(f"{node.zh}《{node.heading}》" if node.heading else node.zh)
    return tuple(views), tuple(missing)


def _versions(shelf: Shelf, scene: Scene, document: str) -> Iterator[VersionsView]:
    """Yield the document against each older version of it that it says to replace or amend."""
    held = {node.id for node in scene.nodes if node.kind == "cited_known"}
    changed = (edge.target for edge in scene.edges if edge.relation in _CHANGED)
    for older in dict.fromkeys(target for target in changed if target in held):
        ours, theirs = shelf.take(document), shelf.take(older)
        if kind_of(ours.side.reading, theirs.side.reading) is Kind.VERSIONS:
            yield versions_view(ours, theirs)


def _texts(scene: Scene, said: Statements, documents: Sequence[str]) -> Iterator[MarkedText]:
    """Yield the text of each document with the marks of all that is found in it."""
    marks: dict[str, set[Mark]] = {document: set() for document in documents}
    for mark, thing in _marks(scene, said):
        owner = iri.owner(thing, marks)
        if owner:
            marks[owner].add(mark)
    begins: dict[str, dict[int, tuple[str, str]]] = {document: {} for document in documents}
    for place in said.of_type(names.eli_LegalResourceSubdivision):
        owner = iri.owner(place, begins)
        for evidence in said.evidence(place)[:1] if owner else ():
            begins[owner][evidence.start] = place, said.text(place, names.eli_id_local)
    for index, document in enumerate(documents):
        text = source_text(said, document)
        yield MarkedText(
            index=index,
            document=document,
            name=said.text(document, names.eli_id_local) or said.text(document, names.eli_title),
            title=said.text(document, names.eli_title),
            lines=marked_lines(text, marks[document], begins[document]),
        )


def _marks(scene: Scene, said: Statements) -> Iterator[tuple[Mark, str]]:
    kinds = {node.id: node.kind for node in scene.nodes}
    for edge in scene.edges:
        for stated in edge.stated:
            if stated.finding and edge.relation != INFERRED:
                kind = _MARKS.get(kinds[edge.target], "cited")
                span = stated.evidence
                yield Mark(span.start, span.end, kind, edge.target), stated.finding
    for kind, rdf_class in (
        ("norm", names.zm_Norm),
        ("condition", names.zm_Condition),
        ("target", names.zm_Target),
        ("deadline", names.zm_Deadline),
        ("warning", names.zm_Warning),
    ):
        for thing in said.of_type(rdf_class):
            for evidence in said.evidence(thing):
                yield Mark(evidence.start, evidence.end, kind), thing
