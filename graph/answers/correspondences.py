"""Clauses and the parent clauses that they carry out, as the store has compared them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from graph.align.comparison import Change
from graph.align.headline import WORDING
from graph.answers.stated import Shared, Stated, leaves_out
from graph.outline import Stretch, joined, key, outline, stretches, work
from graph.questions import load
from graph.store import Iri
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.outline import Part
    from graph.store import Row, Store
    from ontology.lexicon import Lang

RULE: Final = "alignment"  # what finds correspondences
_ORDER: Final = {
    change.value: (change in WORDING, place) for place, change in enumerate(Change)
}  # what changed comes before how the wording differs


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence(Stated):
    """A clause and a parent clause that it carries out; what is stated is the clause.

    ``parent`` is the parent clause, ``parent_document`` its document (IRIs); ``rank`` is 1 for the
    best of several parents and 0 where the parent's words of the first comparison are gone;
    ``score`` is 0 to 1; ``delta`` are notations of the scheme of changes.
    """

    child_document: str
    parent: str
    parent_document: str
    rank: int
    score: float | None
    delta: tuple[str, ...]
    justification: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A provision by its names, with its words and their place."""

    document: str
    label: str
    heading: str
    text: str
    first: Stretch


class Clauses:
    """The provisions of documents by their IRIs; each document is read once."""

    def __init__(self, store: Store) -> None:
        """Take a store."""
        self._store = store
        self._parts = cache(partial(outline, store))
        self._words = cache(partial(stretches, store))
        self._works = cache(partial(work, store))

    def of(self, document: str, clause: str) -> Clause:
        """Return a provision of a document; one that is gone keeps its numerals."""
        part: Part | None = self._parts(document).get(clause)
        own = self._words(document).get(clause, (Stretch(0, 0, ""),))
        label = part.label if part else "".join(clause.removeprefix(document).split("/")[1:])
        return Clause(
            document=self._works(document).name,
            label=label,
            heading=part.heading if part else "",
            text=joined(own),
            first=own[0],
        )


def correspondences(
    store: Store, lang: Lang = "zh", /, **bindings: str
) -> tuple[Correspondence, ...]:
    """Return the alignments of a clause (``child`` or ``parent``), or of a document, best first.

    Bind ``child``, ``parent``, ``childDocument`` or ``parentDocument`` to IRIs. What a reviewer
    rejected is left out.
    """
    found = all_correspondences(store, lang, **bindings)
    return tuple(each for each in found if not leaves_out(each.status, each.iri))


def all_correspondences(
    store: Store, lang: Lang = "zh", /, **bindings: str
) -> tuple[Correspondence, ...]:
    """Return what :func:`correspondences` does, and what a reviewer rejected."""
    clauses = Clauses(store)
    rows = store.select(load("alignments"), **{name: Iri(iri) for name, iri in bindings.items()})
    found = [_correspondence(store, clauses, row) for row in rows if row["lang"] == lang]
    return tuple(
        sorted(found, key=lambda c: (c.child_document, c.stated_in, not c.rank, -(c.score or 0)))
        if "child" in bindings
        else sorted(found, key=lambda c: (c.child_document, c.start, c.rank, c.parent))
    )


def _correspondence(store: Store, clauses: Clauses, row: Row) -> Correspondence:
    alignment = row.one("alignment", str)
    document, child = row.one("childDocument", str), row.one("child", str)
    clause = clauses.of(document, child)
    (longest, *_) = sorted(
        sides(store, alignment)["child"], key=lambda s: (s.start - s.end, s.start)
    )
    deltas = store.select(load("alignment-deltas"), alignment=Iri(alignment))
    shared = Shared(
        document=clause.document,
        provision=clause.label,
        heading=clause.heading,
        quote=longest.words,
        start=longest.start,
        end=longest.end,
        source=clause.document,
        status=key(row.one("status", str)),
        rule=RULE,
        iri=alignment,
        stated_in=child,
    )
    return Correspondence(
        **shared,
        child_document=document,
        parent=row.one("parent", str),
        parent_document=row.one("parentDocument", str),
        rank=row.optional("rank", int) or 0,
        score=row.optional("score", float),
        delta=tuple(
            sorted({key(each.one("delta", str)) for each in deltas}, key=_ORDER.__getitem__)
        ),
        justification=row.one("reason", str),
    )


def statuses(store: Store, child: str, parent: str) -> Mapping[tuple[str, str], str]:
    """Return the review statuses of the alignments of two documents, by the labels of both."""
    clauses = Clauses(store)
    found = all_correspondences(store, childDocument=child, parentDocument=parent)
    return {
        (each.provision, clauses.of(parent, each.parent).label): each.status
        for each in found
        if each.rank
    }


def children_of(store: Store, document: str) -> tuple[str, ...]:
    """Return the held documents (IRIs) that were compared with a parent."""
    rows = store.select(load("pairs"), parentDocument=Iri(document))
    return tuple(sorted(row.one("childDocument", str) for row in rows))


def sides(store: Store, thing: str) -> Mapping[str, tuple[Stretch, ...]]:
    """Return the words that state an alignment or a parameter, in the child and in the parent."""
    found: dict[str, set[Stretch]] = {names.zm_childEvidence: set(), names.zm_parentEvidence: set()}
    for row in store.select(load("alignment-words"), thing=Iri(thing)):
        stretch = Stretch(row.one("start", int), row.one("end", int), row.one("quote", str))
        found[row.one("side", str)].add(stretch)
    child, parent = (tuple(sorted(those)) for those in found.values())
    return {"child": child, "parent": parent}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lonely(Stated):
    """A clause for which no counterpart was found in ``against`` (a document's name).

    ``side`` is ``child`` or ``parent``, as the clause is the lower or the higher one; ``nearest``
    is the label of the clause that came nearest, ``score`` how near (0 to 1).
    """

    side: str
    own_document: str
    other_document: str
    against: str
    nearest: str
    score: float
    text: str
    justification: str


def lonely(store: Store, lang: Lang = "zh", /, **bindings: str) -> tuple[Lonely, ...]:
    """Return the clauses without a counterpart of a pair of documents, in the order of the text."""
    clauses = Clauses(store)
    bound = {name: Iri(iri) for name, iri in bindings.items()}
    found = []
    for row in store.select(load("without-counterpart"), **bound):
        if row["lang"] != lang:
            continue
        looked, child = row.one("clause", str), row.one("childDocument", str)
        parent = row.one("parentDocument", str)
        below = f"{looked}/".startswith(f"{child}/")
        own, other = (child, parent) if below else (parent, child)
        clause = clauses.of(own, looked)
        nearest = row.optional("nearest", str)
        found.append(
            Lonely(
                document=clause.document,
                provision=clause.label,
                heading=clause.heading,
                quote=clause.first.words,
                start=clause.first.start,
                end=clause.first.end,
                source=clause.document,
                status="",
                rule=RULE,
                iri=row.one("thing", str),
                stated_in=looked,
                side="child" if below else "parent",
                own_document=own,
                other_document=other,
                against=work(store, other).name,
                nearest=clauses.of(other, nearest).label if nearest else "",
                score=row.one("score", float),
                text=clause.text,
                justification=row.one("reason", str),
            ),
        )
    return tuple(sorted(found, key=lambda each: (each.own_document, each.start, each.against)))
