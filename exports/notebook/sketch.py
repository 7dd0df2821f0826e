"""A picture in the making: things and relations as answers tell of them, each once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from exports.labels import label, value_label
from exports.network import Link
from exports.notebook.naming import clause_label, document_name, document_of
from exports.page.content import Content
from exports.page.descent import scene_lineage
from exports.page.details import stretch
from exports.page.lineage_view import lineage_view, most_tied
from exports.page.matrix_view import matrix_view
from exports.page.scene import Edge, Node, Scene, Stated, bounded
from exports.statements import Evidence
from ontology import lexicon

if TYPE_CHECKING:
    from graph.answers.stated import Stated as StatedAnswer

COLUMNS: Final = (
    "cited",
    "source",
    "parent",
    "clause",
    "body",
    "group",
    "right",
    "deadline",
    "gap",
)
_PLAINEST: Final = ("cited_known", "cited", "document")  # a document cited by another that is held
_NAMED: Final = 3  # documents below the heading
_MOST_DOCUMENTS: Final = 48  # in the drawing of the lineage, as for a store


class Sketch:
    """Takes in what answers say; :meth:`content` is the page of it.

    A thing that is told of twice keeps the fuller name.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._nodes: dict[str, Node] = {}
        self._stated: defaultdict[tuple[str, str, str], dict[Stated, None]] = defaultdict(dict)
        self._text: defaultdict[str, dict[Evidence, None]] = defaultdict(dict)
        self._facts: defaultdict[str, dict[tuple[str, str, str], None]] = defaultdict(dict)
        self._found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)

    # Things.

    def document(
        self,
        iri: str,
        name: str = "",
        title: str = "",
        level: str = "",
        *,
        stub: bool | None = None,
    ) -> str:
        """Add a document; ``stub`` tells whether it is held, and None that it states something."""
        kind = "document" if stub is None else "cited" if stub else "cited_known"
        if stub is None and document_of(iri) not in {iri, ""}:
            kind = "annex"
        column = "source" if stub is None else "cited"
        name = name or document_name(iri)
        heading = title if title != name else ""
        return self._add(_node(iri, kind, column, (name, heading, title or name), level=level))

    def clause(self, iri: str, name: str = "", heading: str = "", *, above: bool = False) -> str:
        """Add a provision; ``above`` puts it where parent clauses stand."""
        name = name or clause_label(iri)
        full = f"{document_name(iri)} {name} {heading}".rstrip()
        column = "parent" if above else "clause"
        return self._add(_node(iri, "clause", column, (name, heading, full)))

    def place(self, answer: StatedAnswer) -> str:
        """Add where an answer is stated, with its document: a provision, an annex or a document."""
        owner = document_of(answer.stated_in) or answer.stated_in
        document = self.document(owner, answer.source)
        if not clause_label(answer.stated_in):
            if answer.stated_in == owner:
                return document
            annex = self.document(answer.stated_in, answer.heading)
            self.relate_structure(document, annex, Link.ANNEX)
            return annex
        clause = self.clause(answer.stated_in, answer.provision, answer.heading)
        self.relate_structure(document, clause)
        return clause

    def named(self, kind: str, name: str, heading: str = "", en: str = "") -> str:
        """Add a thing that answers know by its name alone, in the column of its kind."""
        column = "body" if kind in {"agency", "open"} else kind
        thing = f"{kind}:{quote(f'{name} {heading}'.rstrip(), safe='')}"
        full = f"{name} {heading}".rstrip()
        return self._add(_node(thing, kind, column, (name, heading, full), en=en))

    def right(self, iri: str, name: str) -> str:
        """Add a right under its own IRI."""
        en = lexicon.label("rights", name, "en")
        return self._add(_node(iri, "right", "right", (name, "", name), en=en))

    # What is said of them.

    def relate(self, source: str, relation: str, target: str, stated: Stated) -> None:
        """Add a relation with the words that state it; the same twice is one."""
        self._stated[source, relation, target][stated] = None

    def relate_structure(self, source: str, target: str, relation: str = Link.CONTAINS) -> None:
        """Add a relation that no words state."""
        self._stated.setdefault((source, relation, target), {})

    def fact(self, thing: str, field: str, zh: str, en: str = "") -> None:
        """Tell something of a thing that has no words of its own."""
        if zh:
            self._facts[thing][field, zh, en or zh] = None

    def words(self, thing: str, start: int, end: int, text: str) -> None:
        """Tell what a provision itself says."""
        if text:
            self._text[thing][Evidence(start, end, text)] = None

    def find(self, answer: StatedAnswer, field: str, zh: str, en: str) -> None:
        """Tell what was found where an answer is stated, and is no relation."""
        told = {
            "field": field,
            "zh": zh,
            "en": en,
            **stretch(Evidence(answer.start, answer.end, answer.quote)),
            "finding": answer.iri,
            "status": answer.status,
        }
        if told not in self._found[answer.stated_in]:
            self._found[answer.stated_in].append(told)

    def content(self, title: str) -> Content:
        """Return the page of all that was told: graph, lineage, matrix and table."""
        sources = [node.zh for node in self._nodes.values() if node.kind == "document"]
        scene = bounded(
            Scene(
                title=title,
                subtitle="、".join(sources[:_NAMED]) + (" …" if len(sources) > _NAMED else ""),
                columns=COLUMNS,
                nodes=tuple(self._nodes.values()),
                edges=tuple(
                    Edge(f"{source} {relation} {target}", source, target, relation, tuple(stated))
                    for (source, relation, target), stated in self._stated.items()
                ),
            )
        )
        family = scene_lineage(scene)
        shown, hidden = most_tied(family.members, family.ties, _MOST_DOCUMENTS)
        return Content(
            scene=scene,
            details={
                "nodes": {each.id: self._told(each.id) for each in scene.nodes},
                "warnings": [],
            },
            lineage=lineage_view(shown, family.ties),
            matrix=matrix_view(scene),
            relations=family.relations,
            hidden=hidden,
        )

    def _told(self, thing: str) -> dict[str, Any]:
        return {
            "facts": [{"field": f, "zh": zh, "en": en} for f, zh, en in self._facts[thing]],
            "text": list(map(stretch, self._text[thing])),
            "found": self._found[thing],
        }

    def _add(self, node: Node) -> str:
        """Add a thing; what is known of it from elsewhere stays."""
        known = self._nodes.get(node.id)
        if known is None:
            self._nodes[node.id] = replace(node, position=len(self._nodes))
            return node.id
        documents = {node.kind, known.kind} <= set(_PLAINEST)
        self._nodes[node.id] = replace(
            node,
            kind=min(node.kind, known.kind, key=_PLAINEST.index) if documents else node.kind,
            column=min(node.column, known.column, key=COLUMNS.index),
            heading=node.heading or known.heading,
            name=max(node.name, known.name, key=len),
            level=node.level or known.level,
            position=known.position,
        )
        return node.id


def _node(
    iri: str, kind: str, column: str, names: tuple[str, str, str], *, en: str = "", level: str = ""
) -> Node:
    """Return a shape; ``names`` are its words, its heading and its full name."""
    zh, heading, full = names
    return Node(iri, kind, column, zh, en or zh, heading, full, level, 0, 0)


def stated(answer: StatedAnswer, where: str = "", why: str = "") -> Stated:
    """Return the words that an answer quotes, and where they stand: document and provision."""
    provision = value_label("provision", answer.provision)
    return Stated(
        Evidence(answer.start, answer.end, answer.quote),
        where or f"{answer.source} {provision}".rstrip(),
        finding=answer.iri,
        status=answer.status,
        why=(why, why),
    )


def both(key: str) -> tuple[str, str]:
    """Return what a key is called in Chinese and English."""
    return label(key), label(key, "en")
