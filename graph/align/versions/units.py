"""What is held against what in two versions: an article with its items, else a clause by itself.

第二十六条 and its （一）…（四） are one unit, as in the official tables of old and new articles
(修改前后对照表). Units without articles (一、（一）1.) are the clauses that can be compared. The
heading of a chapter is none: its articles say where they stand; and what a letter asks for is none
of the articles that it issues.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graph.model import ProvisionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.align.passages import Clause
    from graph.align.sides import Side
    from graph.model import Document, Finding, Provision

_DIVISIONS: Final = frozenset(
    {
        ProvisionKind.BOOK,
        ProvisionKind.SUBBOOK,
        ProvisionKind.CHAPTER,
        ProvisionKind.SECTION,
    }
)


def members(document: Document) -> Mapping[str, tuple[Provision, ...]]:
    """Return what each unit of a document consists of, by its label: itself and what is below."""
    by_label = {each.label: each for each in document.provisions}
    found: dict[str, list[Provision]] = {}
    for provision in document.provisions:
        found.setdefault(_head(provision, by_label), []).append(provision)
    return {label: tuple(those) for label, those in found.items()}


def in_units(side: Side) -> Side:
    """Return a prepared reading with its units for clauses.

    What was found in an item is found in its article.
    """
    by_label = {each.label: each for each in side.reading.document.provisions}
    heads = {label: _head(each, by_label) for label, each in by_label.items()}
    letters = _letters(side.reading.document)
    clauses: dict[str, list[Clause]] = {}
    for clause in side.clauses:
        if clause.provision.kind in _DIVISIONS or clause.provision.work in letters:
            continue
        clauses.setdefault(heads[clause.label], []).append(clause)
    findings: dict[str, list[Finding]] = {}
    for where, found in side.findings.items():
        findings.setdefault(heads.get(where, where), []).extend(found)
    return replace(
        side,
        clauses=tuple(_together(by_label[head], those) for head, those in clauses.items()),
        findings={where: tuple(found) for where, found in findings.items()},
    )


def _letters(document: Document) -> frozenset[int]:
    """Return the work that only issues articles: the first, where another one has them."""
    articles = {p.work for p in document.provisions if p.kind is ProvisionKind.ARTICLE}
    return frozenset({0}) if articles and 0 not in articles else frozenset()


def _head(provision: Provision, by_label: Mapping[str, Provision]) -> str:
    """Return the label of the article that a provision stands in, else its own."""
    at: Provision | None = provision
    while at is not None:
        if at.kind is ProvisionKind.ARTICLE:
            return at.label
        at = by_label[at.parent] if at.parent else None
    return provision.label


def _together(head: Provision, clauses: Iterable[Clause]) -> Clause:
    first, *more = clauses
    terms = dict(first.terms)
    for clause in more:
        terms |= {term: max(times, terms.get(term, 0.0)) for term, times in clause.terms.items()}
    return replace(
        first,
        provision=head,
        sentences=tuple(each for clause in (first, *more) for each in clause.sentences),
        grams=first.grams.union(*(clause.grams for clause in more)),
        terms=terms,
        concepts=first.concepts.union(*(clause.concepts for clause in more)),
        section=first.section if first.provision is head else "",
    )
