"""What the page of a document shows: what it is, its parts, what it rests on and who does what."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from exports.network import Link
from exports.site.alignments import counterparts
from exports.site.provisions import above, provision_pages, said
from graph.answers.stated import findings
from graph.model import Relation
from graph.outline import key, known_as, outline, work
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from exports.page.content import Content
    from exports.page.text_view import Line, Segment
    from exports.site.known import Known, Name
    from exports.site.provisions import ProvisionPage, Said
    from graph.outline import Part
    from ontology.lexicon import Lang

_ENDING: Final = (Relation.REPEALS.value, Relation.AMENDS.value)
_MEASURED: Final = frozenset({"condition", "target", "deadline"})


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known of a document: a coded value, or names with where they lead.

    ``code`` is the field by which a value is named, empty for words of the source.
    """

    field: str
    value: str = ""
    code: str = ""
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CitedBy:
    """A place of another document that cites this one."""

    relation: str
    document: str
    name: str
    place: str
    label: str
    quote: str
    start: int


@dataclass(frozen=True, slots=True)
class Measured:
    """A condition, a target or a deadline, with the provision that sets it."""

    place: str
    label: str
    field: str
    zh: str
    en: str
    quote: str
    start: int


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document with everything that its page and those of its provisions need.

    ``stated`` has the words that state a relation, by its id in the drawing and the matrix.
    ``inside`` are the provisions that begin where no line of their own does, by their offsets.
    """

    iri: str
    number: str
    title: str
    facts: tuple[Fact, ...]
    content: Content
    lines: tuple[Line, ...]
    inside: Mapping[int, tuple[Name, ...]]
    contents: tuple[tuple[Part, int], ...]
    measures: tuple[Measured, ...]
    cited_by: tuple[CitedBy, ...]
    stated: Mapping[str, tuple[Said, ...]]
    provisions: Mapping[str, ProvisionPage]

    def provision(self, iri: str) -> ProvisionPage:
        """Return one of its provisions."""
        return self.provisions[iri]


def document_page(known: Known, document: str, content: Content, lang: Lang) -> DocumentPage:
    """Return what is shown of a document."""
    store = known.store
    its = work(store, document)
    parts = outline(store, document)
    citing = cited_by(known, (document, *its.annexes, *known_as(store, document)))
    edges = (*content.scene.edges, *content.relations)
    inside = _inside(content, parts.values())
    return DocumentPage(
        iri=document,
        number=its.number,
        title=its.title,
        facts=tuple(_facts(known, document, content, citing)),
        content=content,
        lines=tuple(_cut_at(content, sorted(inside))),
        inside=inside,
        contents=tuple((part, len(above(part, parts))) for part in parts.values()),
        measures=tuple(_measures(content, parts.values())),
        cited_by=citing,
        stated={edge.id: said(edge) for edge in edges},
        provisions=provision_pages(content, parts, counterparts(known, document, lang)),
    )


def cited_by(known: Known, works: Sequence[str]) -> tuple[CitedBy, ...]:
    """Return the places of other documents that cite one of some works."""
    found = []
    for each in works:
        for row, shared in findings(known.store, "citations", cited=Iri(each)):
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
                        shared["start"],
                    )
                )
    return tuple(found)


def _facts(
    known: Known, document: str, content: Content, citing: Iterable[CitedBy]
) -> Iterator[Fact]:
    its, whole = known.documents[document], work(known.store, document)
    nodes = {node.id: node.name for node in content.scene.nodes}
    issuers = tuple(
        (edge.target, nodes[edge.target])
        for edge in content.scene.edges
        if edge.relation == Link.ISSUER and edge.source == document
    )
    yield Fact("number", its.number)
    yield Fact("issuer", links=issuers)
    yield Fact("date_issued", its.date.isoformat() if its.date else "")
    place = known.days.division(document)
    yield Fact("jurisdiction", f"{known.place_name(place)} {place}".strip())
    yield Fact("level", whole.level, "level")
    yield Fact("kind", its.kind, "document-kinds")
    yield Fact("annexes", links=tuple((each, known.title(each)) for each in whole.annexes))
    ended = {each.document: each.name for each in citing if each.relation in _ENDING}
    state = known.states.get(document, "inForce")
    yield Fact("in_force", state, "site.state", links=tuple(ended.items()))
    yield Fact("file", its.file)
    yield Fact("sha256", its.sha256)


def _measures(content: Content, parts: Iterable[Part]) -> Iterator[Measured]:
    for part in parts:
        for found in content.details["nodes"].get(part.iri, {}).get("found", ()):
            if found["field"] in _MEASURED:
                yield Measured(
                    part.iri,
                    part.label,
                    found["field"],
                    found["zh"],
                    found["en"],
                    found["quote"],
                    found["start"],
                )


def _inside(content: Content, parts: Iterable[Part]) -> Mapping[int, tuple[Name, ...]]:
    """Return the provisions that are not the first of a line, by where they begin."""
    first = {line.place for text in content.texts for line in text.lines}
    inside: defaultdict[int, list[Name]] = defaultdict(list)
    for part in parts:
        own = content.details["nodes"].get(part.iri, {}).get("text")
        if own and part.iri not in first:
            inside[own[0]["start"]].append((part.iri, part.label))
    return {start: tuple(its) for start, its in inside.items()}


def _cut_at(content: Content, cuts: Sequence[int]) -> Iterator[Line]:
    """Yield the lines of the text with a segment that begins at each cut."""
    for line in content.texts[0].lines if content.texts else ():
        segments: list[Segment] = []
        for each in line.segments:
            within = cuts[bisect_right(cuts, each.start) : bisect_left(cuts, each.end)]
            segments += (each.cut(*ends) for ends in pairwise((each.start, *within, each.end)))
        yield replace(line, segments=tuple(segments))
