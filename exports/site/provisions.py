"""What the page of a provision shows: its words, its surroundings, and what is found in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from exports.page.text_view import Line
from exports.site.alignments import Counterparts
from graph.model import Relation, Role, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from exports.page.content import Content
    from exports.page.scene import Edge, Node
    from exports.page.text_view import Segment
    from exports.site.known import Name
    from graph.outline import Part

_ROLES: Final = frozenset(Role)
_CITED: Final = frozenset(Relation)
_INHERITED: Final = frozenset({Relation.IMPLEMENTS, Relation.BASIS})
_STATED_APART: Final = frozenset({"has_annex", "contains", "issued_by"})


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the document, and how far the finding that they state is to be relied on."""

    quote: str
    start: int
    end: int
    status: str = Status.CANDIDATE


@dataclass(frozen=True, slots=True)
class Related:
    """Something that a provision is related to, and every place that says so.

    ``via`` names the larger part that speaks for the provision, empty where it speaks itself.
    """

    relation: str
    iri: str
    name: str
    kind: str
    stated: tuple[Said, ...]
    via: str = ""


@dataclass(frozen=True, slots=True)
class ProvisionPage:
    """A provision: its surroundings, its words, what it says, and what corresponds elsewhere."""

    iri: str
    label: str
    heading: str
    before: Name | None
    after: Name | None
    above: tuple[Name, ...]
    below: tuple[Name, ...]
    lines: tuple[Line, ...]
    duties: tuple[Related, ...]
    cited: tuple[Related, ...]
    inherited: tuple[Related, ...]
    others: tuple[Related, ...]
    found: tuple[Mapping[str, Any], ...]
    counterparts: Counterparts


def provision_pages(
    content: Content, parts: Mapping[str, Part], counterparts: Mapping[str, Counterparts]
) -> dict[str, ProvisionPage]:
    """Return the pages of all provisions of a document."""
    nodes = {node.id: node for node in content.scene.nodes}
    edges: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in content.scene.edges:
        edges[edge.source].append(edge)
    related = {place: tuple(_related(its, nodes)) for place, its in edges.items() if place in nodes}
    below: defaultdict[str, list[Name]] = defaultdict(list)
    for part in parts.values():
        below[part.whole].append(_name(part))
    order = list(map(_name, parts.values()))
    text = _Text(content)
    found = {}
    for part, before, after in zip(
        parts.values(), [None, *order], [*order[1:], None], strict=False
    ):
        if part.iri in nodes:
            own = related.get(part.iri, ())
            found[part.iri] = ProvisionPage(
                iri=part.iri,
                label=part.label,
                heading=part.heading,
                before=before,
                after=after,
                above=tuple(map(_name, reversed(above(part, parts)))),
                below=tuple(below[part.iri]),
                lines=tuple(
                    text.within(
                        (each["start"], each["end"])
                        for each in content.details["nodes"][part.iri]["text"]
                    )
                ),
                duties=tuple(each for each in own if each.relation in _ROLES),
                cited=tuple(each for each in own if each.relation in _CITED),
                inherited=tuple(_inherited(part, parts, related, nodes)),
                others=tuple(each for each in own if each.relation not in {*_ROLES, *_CITED}),
                found=tuple(content.details["nodes"][part.iri]["found"]),
                counterparts=counterparts.get(part.iri) or Counterparts(),
            )
    return found


def above(part: Part, parts: Mapping[str, Part]) -> list[Part]:
    """Return the provisions that one is part of, the nearest first."""
    found = []
    while part.whole in parts:
        part = parts[part.whole]
        found.append(part)
    return found


def said(edge: Edge) -> tuple[Said, ...]:
    """Return the words that state a relation."""
    return tuple(
        Said(each.evidence.quote, each.evidence.start, each.evidence.end, each.status)
        for each in edge.stated
    )


def _inherited(
    part: Part,
    parts: Mapping[str, Part],
    related: Mapping[str, tuple[Related, ...]],
    nodes: Mapping[str, Node],
) -> Iterator[Related]:
    """Yield what the larger parts and the works rest on, and so the provision too."""
    wholes = above(part, parts)
    work = (wholes[-1] if wholes else part).whole
    named = [(each.iri, each.label) for each in wholes]
    named += [
        (each, nodes[each].zh)
        for each in dict.fromkeys((work, work.partition("/annex/")[0]))
        if each in nodes
    ]
    seen = set()
    for place, via in named:
        for each in related.get(place, ()):
            if each.relation in _INHERITED and (each.relation, each.iri) not in seen:
                seen.add((each.relation, each.iri))
                yield Related(each.relation, each.iri, each.name, each.kind, each.stated, via)


def _related(edges: Iterable[Edge], nodes: Mapping[str, Node]) -> Iterator[Related]:
    for edge in edges:
        if edge.relation in _STATED_APART:
            continue
        node = nodes[edge.target]
        yield Related(
            edge.relation,
            edge.target,
            f"{node.zh} {node.heading}".rstrip() if node.column == "cited" else node.name,
            node.kind,
            said(edge),
        )


def _name(part: Part) -> Name:
    return part.iri, f"{part.label} {part.heading}".rstrip()


class _Text:
    """The lines of a text, of which each provision takes its own."""

    def __init__(self, content: Content) -> None:
        self._lines = content.texts[0].lines if content.texts else ()
        self._starts = [line.segments[0].start if line.segments else -1 for line in self._lines]
        at = 0
        for place, start in enumerate(self._starts):  # an empty line is counted to the one before
            self._starts[place] = at = max(start, at)

    def within(self, own: Iterable[tuple[int, int]]) -> Iterator[Line]:
        """Yield what lies in some stretches, cut to them, with all that is marked there."""
        for start, end in own:
            at = max(bisect_right(self._starts, start) - 1, 0)
            first = bisect_left(self._starts, self._starts[at]) if self._starts else 0
            for line in self._lines[first : bisect_left(self._starts, end)]:
                kept = tuple(_clipped(line.segments, start, end))
                if any(segment.words.strip() for segment in kept):
                    yield Line(kept)


def _clipped(segments: Iterable[Segment], start: int, end: int) -> Iterator[Segment]:
    for each in segments:
        first, last = max(each.start, start), min(each.end, end)
        if first < last:
            yield each.cut(first, last)
