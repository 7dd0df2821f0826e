"""How a clause corresponds directly to clauses further up or down, beside the way there.

A way from clause to clause over stated parents is support and no proof: what the store compared
directly, with the parents that a document states and with their parents in turn, is told beside it,
and where the two differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from graph.align.comparison import State, state_of
from graph.answers.correspondences import RULE, Clauses, correspondences, sides
from graph.answers.hops import DIRECT, Direct, Hop
from graph.outline import key, work
from graph.questions import load
from graph.store import Iri
from ontology.lexicon import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from graph.answers.hops import Direction
    from graph.store import Store
    from ontology.lexicon import Lang

_PAIRS = (
    ("pairs", "childDocument", "parentDocument"),
    ("ancestor-pairs", "descendantDocument", "ancestorDocument"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """How two clauses correspond directly, and how probable that is where they do at all."""

    state: Direct
    score: float | None = None

    def diverges(self, *, sure: bool) -> bool:
        """Whether the way from clause to clause, which holds where ``sure``, says otherwise."""
        return self.state != Direct.NOT_COMPARED and sure != (self.state == Direct.HOLDS)

    @property
    def strength(self) -> tuple[bool, float]:
        """What orders correspondences: those that hold first, then by their probability."""
        return self.state == Direct.HOLDS, self.score or 0.0


@dataclass(frozen=True, slots=True)
class _Aligned:
    """A clause and one of an ancestor that it corresponds to directly (all IRIs)."""

    iri: str
    child: str
    child_document: str
    parent: str
    parent_document: str
    score: float
    status: str
    reason: str

    @property
    def sure(self) -> bool:
        return state_of(self.score, self.status) == State.MATCHED


class Directly:
    """What clauses (each with its document) correspond to, looked up when first asked for."""

    def __init__(
        self, store: Store, starts: Collection[tuple[str, str]], direction: Direction
    ) -> None:
        """Take a store and the clauses that a lineage starts from (IRIs)."""
        self._store = store
        self._starts = starts
        self._up = direction == "up"

    def told(self, document: str, clause: str) -> Told:
        """Return how a clause of another document corresponds to those of the start."""
        compared = document in self._compared
        return self._best.get(clause, Told(Direct.NOT_FOUND if compared else Direct.NOT_COMPARED))

    @cached_property
    def _compared(self) -> frozenset[str]:
        """The documents that those of the start were compared with."""
        found = set()
        for question, child, parent in _PAIRS:
            near, far = (child, parent) if self._up else (parent, child)
            for document in {document for document, _ in self._starts}:
                rows = self._store.select(load(question), **{near: Iri(document)})
                found |= {row.one(far, str) for row in rows}
        return frozenset(found)

    @cached_property
    def _best(self) -> Mapping[str, Told]:
        best: dict[str, Told] = {}
        bound = "child" if self._up else "parent"
        for _, clause in self._starts:
            stated = correspondences(self._store, **{bound: clause})
            found = [(e.parent if self._up else e.stated_in, e.sure, e.score) for e in stated]
            further = _aligned(self._store, "zh", **{bound: clause})
            found += [(e.parent if self._up else e.child, e.sure, e.score) for e in further]
            for other, sure, score in found:
                told = Told(Direct.HOLDS if sure else Direct.TO_REVIEW, score)
                if other not in best or told.strength > best[other].strength:
                    best[other] = told
        return best


def direct_hops(
    store: Store, clause: str, direction: Direction, reached: Collection[str], lang: Lang = "zh"
) -> Iterator[Hop]:
    """Yield the hops of a clause to those of ancestors that no way leads to, though they hold.

    ``reached`` are the clauses (IRIs) that a way over correspondences which hold leads to.
    """
    clauses, up = Clauses(store), direction == "up"
    for each in _aligned(store, lang, **{"child" if up else "parent": clause}):
        to = each.parent if up else each.child
        if not each.sure or to in reached:
            continue
        beyond = each.parent_document if up else each.child_document
        there, arrived = clauses.of(beyond, to), work(store, beyond)
        words = sides(store, each.iri)["child"]
        longest = min(words, key=lambda s: (s.start - s.end, s.start))
        yield Hop(
            document=there.document,
            provision=there.label,
            heading=there.heading,
            quote=longest.words,
            start=longest.start,
            end=longest.end,
            source=work(store, each.child_document).name,
            status=each.status,
            rule=RULE,
            iri=each.iri,
            stated_in=each.child,
            origin=clause,
            to=to,
            to_document=beyond,
            relation=DIRECT,
            title=arrived.title,
            level=arrived.level,
            stub=False,
            depth=1,
            via=BETWEEN[lang].join(_between(store, each)),
            text=there.text,
            score=each.score,
            justification=each.reason,
            state=State.MATCHED,
            direct=Direct.HOLDS,
            direct_score=each.score,
            diverges=True,
        )


def _aligned(store: Store, lang: Lang, /, **bindings: str) -> tuple[_Aligned, ...]:
    """Return the direct correspondences of a clause and those of ancestors, the likeliest first."""
    bound = {name: Iri(iri) for name, iri in bindings.items()}
    found = [
        _Aligned(
            iri=row.one("alignment", str),
            child=row.one("child", str),
            child_document=row.one("descendantDocument", str),
            parent=row.one("parent", str),
            parent_document=row.one("ancestorDocument", str),
            score=row.one("score", float),
            status=key(row.one("status", str)),
            reason=row.one("reason", str),
        )
        for row in store.select(load("ancestor-alignments"), **bound)
        if row["lang"] == lang
    ]
    return tuple(sorted(found, key=lambda each: (-each.score, each.iri)))


def _between(store: Store, each: _Aligned) -> Iterator[str]:
    """Yield the names of the stated parents of the lower document that lead to the ancestor."""
    rows = store.select(
        load("ancestor-pairs"),
        descendantDocument=Iri(each.child_document),
        ancestorDocument=Iri(each.parent_document),
    )
    for through in sorted(row.one("through", str) for row in rows):
        yield work(store, through).name
