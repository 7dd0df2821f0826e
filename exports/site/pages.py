"""What the pages of a document and of its provisions show."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from exports.page.text_view import Line
from graph.answers.stated import findings
from graph.model import Role
from graph.outline import key, outline, work
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from exports.page.content import Content
    from exports.page.scene import Edge, Node
    from exports.page.text_view import Segment
    from graph.outline import Part
    from graph.store import Store

_ROLES: Final = frozenset(Role)
_CITED: Final = ("implements", "basis", "cites", "forwards", "amends", "repeals")


@dataclass(frozen=True, slots=True)
class Related:
    """Something that a provision is related to: by what, and in which words."""

    relation: str
    iri: str
    name: str
    quote: str


@dataclass(frozen=True, slots=True)
class CitedBy:
    """A place of another document that cites this one."""

    relation: str
    document: str
    name: str
    place: str
    label: str
    quote: str


@dataclass(frozen=True, slots=True)
class ProvisionPage:
    """A provision: what it is part of, what is part of it, and what it says."""

    iri: str
    label: str
    heading: str
    above: tuple[tuple[str, str], ...]
    below: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    duties: tuple[Related, ...]
    cited: tuple[Related, ...]
    others: tuple[Related, ...]
    found: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document with everything that its page and those of its provisions need."""

    iri: str
    number: str
    title: str
    facts: tuple[Mapping[str, str], ...]
    content: Content
    contents: tuple[tuple[Part, int], ...]
    cited_by: tuple[CitedBy, ...]
    provisions: Mapping[str, ProvisionPage]

    def provision(self, iri: str) -> ProvisionPage:
        """Return one of its provisions."""
        return self.provisions[iri]


def document_page(store: Store, document: str, content: Content) -> DocumentPage:
    """Return what is shown of a document."""
    known = work(store, document)
    parts = outline(store, document)
    return DocumentPage(
        iri=document,
        number=known.number,
        title=known.title,
        facts=tuple(content.details["nodes"][document]["facts"]),
        content=content,
        contents=tuple((part, _depth(part, parts)) for part in parts.values()),
        cited_by=cited_by(store, (document, *known.annexes)),
        provisions=_provisions(content, parts),
    )


def cited_by(store: Store, works: Sequence[str]) -> tuple[CitedBy, ...]:
    """Return the places of other documents that cite one of some works."""
    found = []
    for each in works:
        for row, shared in findings(store, "citations", cited=Iri(each)):
            document = row.one("document", str)
            if document not in works:
                found.append(
                    CitedBy(
                        key(row.one("relation", str)),
                        document,
                        shared["document"],
                        shared["stated_in"],
                        shared["provision"],
                        shared["quote"],
                    )
                )
    return tuple(found)


def _provisions(content: Content, parts: Mapping[str, Part]) -> dict[str, ProvisionPage]:
    nodes = {node.id: node for node in content.scene.nodes}
    related: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in content.scene.edges:
        related[edge.source].append(edge)
    below: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for part in parts.values():
        below[part.whole].append((part.iri, f"{part.label} {part.heading}".rstrip()))
    return {
        part.iri: _provision(part, parts, below[part.iri], related[part.iri], nodes, content)
        for part in parts.values()
        if part.iri in nodes
    }


def _provision(
    part: Part,
    parts: Mapping[str, Part],
    below: Sequence[tuple[str, str]],
    edges: Sequence[Edge],
    nodes: Mapping[str, Node],
    content: Content,
) -> ProvisionPage:
    told = content.details["nodes"][part.iri]
    lines = content.texts[0].lines if content.texts else ()
    above = []
    whole = part.whole
    while whole in parts:
        above.append((whole, f"{parts[whole].label} {parts[whole].heading}".rstrip()))
        whole = parts[whole].whole
    said = [
        Related(edge.relation, edge.target, _name(nodes[edge.target]), stated.evidence.quote)
        for edge in edges
        for stated in edge.stated[:1]
    ]
    own = [(stretch["start"], stretch["end"]) for stretch in told["text"]]
    return ProvisionPage(
        iri=part.iri,
        label=part.label,
        heading=part.heading,
        above=tuple(reversed(above)),
        below=tuple(below),
        lines=tuple(_cut(lines, own)),
        duties=tuple(each for each in said if each.relation in _ROLES),
        cited=tuple(each for each in said if each.relation in _CITED),
        others=tuple(each for each in said if each.relation not in {*_ROLES, *_CITED}),
        found=tuple(told["found"]),
    )


def _cut(lines: Sequence[Line], own: Sequence[tuple[int, int]]) -> list[Line]:
    """Return the lines of a text within some stretches."""
    cut = []
    for line in lines:
        kept = [s for s in line.segments if _within(s, own)]
        if any(segment.words.strip() for segment in kept):
            cut.append(Line(tuple(kept)))
    return cut


def _within(segment: Segment, own: Sequence[tuple[int, int]]) -> bool:
    return any(start < segment.end and segment.start < end for start, end in own)


def _depth(part: Part, parts: Mapping[str, Part]) -> int:
    depth = 0
    while part.whole in parts:
        part = parts[part.whole]
        depth += 1
    return depth


def _name(node: Node) -> str:
    return f"{node.zh} {node.heading}".rstrip() if node.column == "cited" else node.name


__all__ = ["DocumentPage", "ProvisionPage", "cited_by", "document_page"]
