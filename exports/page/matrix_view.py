"""Who does what, as a table of provisions by agencies, or of documents by agencies."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exports.network import Kind
from graph.model import Role, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exports.network import Graph
    from exports.page.scene import Node, Scene

_ROLES: Final = frozenset(Role)
_MOST: Final = 40  # agencies beside each other in the table of a whole store


@dataclass(frozen=True, slots=True)
class Cell:
    """A role in a provision with the relation that says so, or how many there are."""

    role: str
    relation: str
    standing: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Head:
    """What heads a row or a column."""

    id: str
    name: str
    full: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class MatrixView:
    """``rows[i]`` has a tuple of cells for each of ``agencies``; ``totals`` count its roles.

    ``of_store`` tells that the rows are documents and the cells count, and ``left_out`` how many
    agencies of the store are not among the columns.
    """

    agencies: tuple[Head, ...] = ()
    rows: tuple[tuple[Head, tuple[tuple[Cell, ...], ...]], ...] = ()
    totals: tuple[int, ...] = ()
    left_out: int = 0
    of_store: bool = False


def matrix_view(scene: Scene) -> MatrixView:
    """Return all clauses of a scene, and what else has a role, by the agencies of the scene."""
    nodes = {node.id: node for node in scene.nodes}
    cells: defaultdict[tuple[str, str], list[Cell]] = defaultdict(list)
    for edge in scene.edges:
        if edge.relation in _ROLES:
            cells[edge.source, edge.target].append(Cell(edge.relation, edge.id, edge.standing))
    counted = Counter(
        agency
        for (_, agency), its in cells.items()
        for each in its
        if each.standing != Status.REJECTED
    )
    totals = {agency: counted[agency] for _, agency in cells}
    agencies = sorted(totals, key=lambda agency: (-totals[agency], agency))
    stating = {place for place, _ in cells}
    rows = [node for node in scene.nodes if node.id in stating or node.kind == "clause"]
    if not agencies:
        return MatrixView()
    return MatrixView(
        tuple(_agency(nodes[agency]) for agency in agencies),
        tuple(
            (_place(node), tuple(tuple(cells.get((node.id, a), ())) for a in agencies))
            for node in sorted(rows, key=lambda n: (n.position, n.id))
        ),
        tuple(totals[agency] for agency in agencies),
    )


def corpus_matrix(graph: Graph, roots: Mapping[str, str]) -> MatrixView:
    """Return the documents of a store by the agencies with most duties; ``roots`` name them."""
    cells: Counter[tuple[str, str, str]] = Counter()
    for source, target, data in graph.edges(data=True):
        role, rejected = str(data["relation"]), data.get("status") == Status.REJECTED
        if role in _ROLES and graph.nodes[target]["kind"] == Kind.AGENCY and not rejected:
            cells[roots.get(source, source), target, role] += 1
    totals: Counter[str] = Counter()
    for (_, agency, _), count in cells.items():
        totals[agency] += count
    ranked = sorted(totals, key=lambda agency: (-totals[agency], agency))
    agencies = ranked[:_MOST]
    kept = set(agencies)
    documents = sorted({document for document, agency, _ in cells if agency in kept})
    return MatrixView(
        tuple(Head(a, str(graph.nodes[a]["name"]), str(graph.nodes[a]["name"])) for a in agencies),
        tuple(
            (
                Head(d, str(graph.nodes[d]["label"]), str(graph.nodes[d]["name"])),
                tuple(
                    tuple(
                        Cell(role.value, "", Status.CANDIDATE, n)
                        for role in Role
                        if (n := cells[d, agency, role.value])
                    )
                    for agency in agencies
                ),
            )
            for d in documents
        ),
        tuple(totals[agency] for agency in agencies),
        left_out=len(ranked) - len(agencies),
        of_store=True,
    )


def _agency(node: Node) -> Head:
    return Head(node.id, node.zh, node.name, open=node.kind == "open")


def _place(node: Node) -> Head:
    return Head(node.id, node.name if node.column in {"section", "clause"} else node.zh, node.name)
