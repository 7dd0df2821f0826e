"""Clauses and the parent clauses that they carry out, as the store has compared them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from graph.align.comparison import Change, State, state_of
from graph.align.headline import WORDING
from graph.answers.stated import Shared, Stated, leaves_out
from graph.model import Status
from graph.outline import Stretch, concept, joined, key, outline, printed_path, stretches, work
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
    ``score`` is the probability (0 to 1), ``state`` one of :class:`graph.align.comparison.State`;
    ``delta`` are notations of the scheme of changes, none unless the correspondence holds.
    """

    child_document: str
    parent: str
    parent_document: str
    rank: int
    score: float | None
    delta: tuple[str, ...]
    justification: str
    state: str

    @property
    def sure(self) -> bool:
        """Whether it holds (对应), so that further answers may rest on it."""
        return self.state == State.MATCHED

    @property
    def to_review(self) -> bool:
        """Whether it waits for a reviewer (待核), suspect or not: nothing rests on it."""
        return self.state == State.TO_REVIEW


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
        return Clause(
            document=self._works(document).name,
            label=part.label if part else printed_path(document, clause),
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


def correspondences_to_review(
    store: Store, within: str = "", lang: Lang = "zh"
) -> tuple[Correspondence, ...]:
    """Return what waits for a reviewer, the most probable first, then in the order of the texts.

    ``within`` is a document or provision (an IRI) that has one of the two clauses; nothing for all.
    """
    clauses = Clauses(store)
    found = [_correspondence(store, clauses, row) for row in _to_review(store, within, lang)]
    return tuple(
        sorted(found, key=lambda c: (-(c.score or 0.0), c.document, c.start, c.stated_in, c.parent))
    )


def count_to_review(store: Store, within: str = "") -> int:
    """Return how many :func:`correspondences_to_review` are."""
    return len(_to_review(store, within, "zh"))


def _to_review(store: Store, within: str, lang: Lang) -> list[Row]:
    below = f"{within}/" if within else ""
    waiting = (Iri(concept("status", each)) for each in (Status.CANDIDATE, Status.SUSPECT))
    return [
        row
        for status in waiting
        for row in store.select(load("alignments"), status=status)
        if row["lang"] == lang
        and state_of(row.optional("score", float) or 0.0) == State.TO_REVIEW
        and any(f"{row[side]}/".startswith(below) for side in ("child", "parent"))
    ]


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
    score, status = row.optional("score", float), key(row.one("status", str))
    state = state_of(score or 0.0, status)
    deltas = (
        store.select(load("alignment-deltas"), alignment=Iri(alignment))
        if state == State.MATCHED
        else ()
    )
    shared = Shared(
        document=clause.document,
        provision=clause.label,
        heading=clause.heading,
        quote=longest.words,
        start=longest.start,
        end=longest.end,
        source=clause.document,
        status=status,
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
        score=score,
        delta=tuple(
            sorted({key(each.one("delta", str)) for each in deltas}, key=_ORDER.__getitem__)
        ),
        justification=row.one("reason", str),
        state=state,
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


def parents_of(store: Store, document: str) -> tuple[str, ...]:
    """Return the held documents (IRIs) that a document was compared with as its parents."""
    rows = store.select(load("pairs"), childDocument=Iri(document))
    return tuple(sorted(row.one("parentDocument", str) for row in rows))


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
    is the label of the clause that came nearest, ``score`` how probable that is (0 to 1); by its
    ``state`` a reviewer should look at it (*to-review*), or it is none (*not-found*).
    """

    side: str
    own_document: str
    other_document: str
    against: str
    nearest: str
    score: float
    text: str
    justification: str
    state: str


def lonely(store: Store, lang: Lang = "zh", /, **bindings: str) -> tuple[Lonely, ...]:
    """Return the clauses without a counterpart of a pair of documents, in the order of the text."""
    clauses = Clauses(store)
    bound = {name: Iri(iri) for name, iri in bindings.items()}
    status = Iri(concept("status", Status.REJECTED))
    rejected = {
        frozenset({row.one("child", str), row.one("parent", str)})
        for row in store.select(load("alignments"), status=status)
    }
    found = []
    for row in store.select(load("without-counterpart"), **bound):
        if row["lang"] != lang:
            continue
        looked, child = row.one("clause", str), row.one("childDocument", str)
        parent = row.one("parentDocument", str)
        below = f"{looked}/".startswith(f"{child}/")
        own, other = (child, parent) if below else (parent, child)
        clause = clauses.of(own, looked)
        nearest, score = row.optional("nearest", str), row.one("score", float)
        none = nearest is None or {looked, nearest} in rejected
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
                score=score,
                text=clause.text,
                justification=row.one("reason", str),
                state=State.NOT_FOUND if none else state_of(score),
            ),
        )
    return tuple(sorted(found, key=lambda each: (each.own_document, each.start, each.against)))
