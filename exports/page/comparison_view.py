"""A document held against the documents that it carries out, clause by clause, for the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from exports.comparison import comparison_object, side_by_side
from exports.page.scene import INFERRED, Edge, Stated
from exports.statements import Evidence
from graph import iri
from graph.align import align
from graph.align.differences import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.align.comparison import Comparison, ParentLink, ProvisionAlignment
    from graph.model import Document, Reading


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
    """A parent with both texts; ``why`` says in Chinese and English what speaks for it."""

    clause: Clause
    score: float
    status: str
    why: Mapping[str, str]
    child_words: tuple[Words, ...]
    parent_words: tuple[Words, ...]


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
    reason: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """A child against one parent; the gaps of both kinds are listed apart."""

    parent: str
    name: str
    title: str
    note: Mapping[str, str]
    rows: tuple[Row, ...]
    without_parent: tuple[Alone, ...]
    without_child: tuple[Alone, ...]


def comparison_view(child: Reading, parent: Reading) -> ComparisonView:
    """Return the comparison of two readings."""
    comparison = align(child, parent)
    told = {lang: comparison_object(comparison, lang) for lang in ("zh", "en")}
    ours, theirs = _Clauses(comparison.child), _Clauses(comparison.parent)
    rows = [
        _row(comparison, each, (ours, theirs), [told[lang]["alignments"][at] for lang in told])
        for at, each in enumerate(comparison.alignments)
    ]

    def alone(side: str, clauses: _Clauses) -> tuple[Alone, ...]:
        pairs = zip(*(told[lang]["not_found"][side] for lang in ("zh", "en")), strict=True)
        return tuple(
            Alone(clauses.of(zh["label"]), {"zh": zh["reason"], "en": en["reason"]})
            for zh, en in pairs
        )

    document = comparison.parent
    return ComparisonView(
        parent=iri.document(document),
        name=document.number or document.title,
        title=document.title,
        note={lang: told[lang]["note"] for lang in told},
        rows=tuple(rows),
        without_parent=alone("child", ours),
        without_child=alone("parent", theirs),
    )


def inferred(views: Iterable[ComparisonView], child: Document) -> Iterator[Edge]:
    """Yield a relation from every clause to the document of which it carries out a clause."""
    by_iri = {at: label for label, at in iri.parts(child).provisions.items()}
    spans = {provision.label: provision.own[0] for provision in child.provisions}
    for view in views:
        for row in view.rows:
            span = spans[by_iri[row.clause.iri]]
            quote = child.quote(span)
            stated = tuple(
                Stated(
                    Evidence(span.start, span.end, quote),
                    row.clause.label,
                    status=parent.status,
                    why=tuple(  # type: ignore[arg-type]  # two languages, two texts
                        f"{view.name} {parent.clause.label} {parent.clause.heading} "
                        f"({parent.score:.2f}): {parent.why[lang]}"
                        for lang in ("zh", "en")
                    ),
                )
                for parent in row.parents
            )
            yield Edge(
                f"{row.clause.iri} {INFERRED} {view.parent}",
                row.clause.iri,
                view.parent,
                INFERRED,
                stated,
            )


class _Clauses:
    """The provisions of a document by their labels."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._iris = iri.parts(document).provisions
        self._headings = {each.label: each.heading for each in document.provisions}

    def of(self, label: str) -> Clause:
        return Clause(self._iris[label], label, self._headings[label])


def _row(
    comparison: Comparison,
    alignment: ProvisionAlignment,
    sides: tuple[_Clauses, _Clauses],
    told: list[dict[str, Any]],
) -> Row:
    zh, en = told
    return Row(
        clause=sides[0].of(alignment.child),
        parents=tuple(
            _parent(
                comparison,
                alignment.child,
                link,
                sides[1].of(link.label),
                {
                    "zh": zh["parents"][at]["justification"],
                    "en": en["parents"][at]["justification"],
                },
            )
            for at, link in enumerate(alignment.parents)
        ),
        changes=tuple(zh["delta"]),
        parameters=tuple(
            {**ours, "what": {"zh": ours["what"], "en": theirs["what"]}}
            for ours, theirs in zip(zh["parameters"], en["parameters"], strict=True)
        ),
    )


def _parent(
    comparison: Comparison, child: str, link: ParentLink, clause: Clause, why: Mapping[str, str]
) -> ParentClause:
    stretches = side_by_side(comparison, child, link.label)
    return ParentClause(
        clause=clause,
        score=link.score,
        status=link.status,
        why=why,
        child_words=tuple(_words(comparison.child, stretches, "child")),
        parent_words=tuple(_words(comparison.parent, stretches, "parent")),
    )


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
