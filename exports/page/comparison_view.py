"""A document held against the documents that it carries out, clause by clause, for the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from exports.comparison import parameter_object, side_by_side
from exports.page.known_pair import KnownPair
from exports.page.scene import INFERRED, Edge, Stated
from exports.statements import Evidence
from graph.align import compare
from graph.align.comparison import NOTE
from graph.align.differences import Mark
from graph.align.justification import justification, not_found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from graph.align.comparison import NotFound, Parameter, ParentLink, ProvisionAlignment
    from graph.align.justification import Language
    from graph.alignments.held import Held
    from graph.model import Document

_LANGUAGES: Final[tuple[Language, Language]] = ("zh", "en")
Both: TypeAlias = "Mapping[str, str]"  # the same in Chinese and English


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a clause, and whether only this side has it."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its IRI, its label, its heading."""

    iri: str
    label: str
    heading: str


@dataclass(frozen=True, slots=True)
class ParentClause:
    """A parent with both texts; ``why`` says what speaks for it.

    ``finding`` is the alignment in the store (an IRI), empty where the store has none.
    """

    clause: Clause
    score: float
    status: str
    why: Both
    child_words: tuple[Words, ...]
    parent_words: tuple[Words, ...]
    finding: str


@dataclass(frozen=True, slots=True)
class Row:
    """A clause with its parents, what changed, and the parameters that differ (plain values)."""

    clause: Clause
    parents: tuple[ParentClause, ...]
    changes: tuple[str, ...]
    parameters: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """A clause without a counterpart, the nearest candidate, and why that is none."""

    clause: Clause
    reason: Both


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """A child against one parent (an IRI); the gaps of both kinds are listed apart."""

    parent: str
    name: str
    title: str
    note: Both
    rows: tuple[Row, ...]
    without_parent: tuple[Alone, ...]
    without_child: tuple[Alone, ...]
    known: KnownPair


def comparison_view(child: Held, parent: Held, known: KnownPair | None = None) -> ComparisonView:
    """Return the comparison of two held documents, with what the store knows of the pair."""
    return _View(child, parent, known or KnownPair()).made()


class _View:
    """Two documents while their comparison is put together."""

    def __init__(self, child: Held, parent: Held, known: KnownPair) -> None:
        self._known = known
        self._parent = parent.parts.document
        self._comparison = compare(child.side, parent.side, known.statuses)
        self._ours, self._theirs = _Clauses(child), _Clauses(parent)

    def made(self) -> ComparisonView:
        document, found = self._comparison.parent, self._comparison
        return ComparisonView(
            parent=self._parent,
            name=document.number or document.title,
            title=document.title,
            note=NOTE,
            rows=tuple(self._rows()),
            without_parent=_alone(found.child_without_parent, self._ours),
            without_child=_alone(found.parent_without_child, self._theirs),
            known=self._known,
        )

    def _rows(self) -> Iterator[Row]:
        """Yield the clauses in the order of the child, with what a reviewer rejected behind."""
        aligned = {each.child: each for each in self._comparison.alignments}
        rejected: dict[str, list[ParentLink]] = {}
        for child, link in self._comparison.rejected:
            rejected.setdefault(child, []).append(link)
        for label in self._ours.labels:
            if label in aligned or label in rejected:
                yield self._row(label, aligned.get(label), rejected.get(label, ()))

    def _row(
        self, label: str, alignment: ProvisionAlignment | None, rejected: Iterable[ParentLink]
    ) -> Row:
        links = (*(alignment.parents if alignment else ()), *rejected)
        return Row(
            clause=self._ours.of(label),
            parents=tuple(self._parent_clause(label, link) for link in links),
            changes=tuple(change.value for change in alignment.changes) if alignment else (),
            parameters=tuple(map(self._parameter, alignment.parameters)) if alignment else (),
        )

    def _parent_clause(self, child: str, link: ParentLink) -> ParentClause:
        stretches = side_by_side(self._comparison, child, link.label)
        known = self._known.alignments.get((child, link.label))
        return ParentClause(
            clause=self._theirs.of(link.label),
            score=link.score,
            status=link.status,
            why=_both(lambda lang: justification(self._comparison, link, lang)),
            child_words=tuple(_words(self._comparison.child, stretches, "child")),
            parent_words=tuple(_words(self._comparison.parent, stretches, "parent")),
            finding=known.iri if known else "",
        )

    def _parameter(self, parameter: Parameter) -> dict[str, Any]:
        plain = parameter_object(self._comparison, parameter)
        what = _both(lambda lang: parameter_object(self._comparison, parameter, lang)["what"])
        return {**plain, "what": what}


class _Clauses:
    """The provisions of a document by their labels, under the IRIs of the graph."""

    def __init__(self, held: Held) -> None:
        self._iris = held.parts.provisions
        provisions = held.side.reading.document.provisions
        self._headings = {each.label: each.heading for each in provisions}
        self.labels = tuple(self._headings)

    def of(self, label: str) -> Clause:
        return Clause(self._iris[label], label, self._headings[label])


def _both(say: Callable[[Language], str]) -> Both:
    return {lang: say(lang) for lang in _LANGUAGES}


def _alone(those: Iterable[NotFound], clauses: _Clauses) -> tuple[Alone, ...]:
    def alone(found: NotFound) -> Alone:
        return Alone(clauses.of(found.label), _both(lambda lang: not_found(found, lang)))

    return tuple(map(alone, those))


def _words(
    document: Document, stretches: Iterable[Mapping[str, Any]], side: str
) -> Iterator[Words]:
    """Yield the words of one side as they are printed, with the blanks between the stretches."""
    at = None
    for stretch in stretches:
        here = stretch[side]
        if here is None:
            continue
        if at is not None and at < here["start"]:
            yield Words(document.source.text[at : here["start"]], changed=False)
        yield Words(here["quote"], changed=stretch["mark"] != Mark.EQUAL)
        at = here["end"]


def inferred(views: Iterable[ComparisonView], child: Held) -> Iterator[Edge]:
    """Yield a relation from every clause to the document of which it carries out a clause."""
    document = child.side.reading.document
    spans = {provision.label: provision.own[0] for provision in document.provisions}
    for view in views:
        for row in view.rows:
            span = spans[row.clause.label]
            evidence = Evidence(span.start, span.end, document.quote(span))
            yield Edge(
                f"{row.clause.iri} {INFERRED} {view.parent}",
                row.clause.iri,
                view.parent,
                INFERRED,
                tuple(_inferred(view, row, parent, evidence) for parent in row.parents),
            )


def _inferred(view: ComparisonView, row: Row, parent: ParentClause, evidence: Evidence) -> Stated:
    name = f"{view.name} {parent.clause.label} {parent.clause.heading} ({parent.score:.2f})"
    return Stated(
        evidence,
        row.clause.label,
        finding=parent.finding,
        status=parent.status,
        why=(f"{name}: {parent.why['zh']}", f"{name}: {parent.why['en']}"),
    )
