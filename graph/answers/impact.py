"""What must be looked at again when a document, or a clause of it, is amended or repealed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from graph.answers.clause_lineage import clause_hops
from graph.answers.hops import ALIGNMENT
from graph.answers.lineage import lineage
from graph.answers.stated import Stated, leaves_to_review, shared_of
from graph.iri import owner
from graph.model import Relation, Status
from graph.outline import held_as, outline, work
from graph.questions import load
from graph.references import Reference
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.answers.hops import Hop
    from graph.store import Store
    from ontology.lexicon import Lang

WHOLE: Final = "document"
CLAUSE: Final = "clause"
_ENDING: Final = frozenset({Relation.REPEALS, Relation.AMENDS})
_STATES: Final = {"InForce-notInForce": "repealed", "InForce-partiallyInForce": "amended"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact(Stated):
    """Something that hangs on a document or a clause, by the words that are quoted.

    ``scope`` is ``document`` where a whole work rests on it, ``clause`` where one clause cites it
    or carries one of its clauses out (``relation`` is then ``alignment``, and ``delta`` what it
    changes); ``affected`` is the IRI of that work or clause, ``origin`` that of what it hangs on
    directly, and ``provisions`` how many provisions it has, itself counted. ``depth`` is 1 for what
    hangs on the document itself. Of a correspondence ``correspondence`` tells whether it holds
    (:class:`graph.align.comparison.State`) and ``score`` how probable it is. ``cause`` names what
    was repealed, amended or changed (``state``) where that is not what was asked for. ``standing``
    is what is said of whether the affected document is in force (:mod:`graph.answers.validity`).

    What was reviewed and has changed since names by ``cause`` the words that were reviewed and by
    ``relation`` the kind of finding; ``decision``, ``correction``, ``note`` and ``by`` are the
    review. ``version`` is the text in the store, by its file and its digest, that has other words
    than were reviewed or first compared.
    """

    scope: str
    affected: str
    relation: str
    title: str
    provisions: int
    depth: int
    via: str
    delta: tuple[str, ...] = ()
    cause: str = ""
    state: str = ""
    origin: str = ""
    decision: str = ""
    correction: str = ""
    note: str = ""
    by: str = ""
    version: str = ""
    correspondence: str = ""
    score: float | None = None
    standing: tuple[Stated, ...] = ()


def impact(store: Store, ref: Reference, lang: Lang = "zh") -> tuple[Impact, ...]:
    """Return what hangs on ``ref``, nearest first: whole works, clauses that cite, that correspond.

    Correspondences that are to be reviewed are left out unless they are asked for. An act that ends
    ``ref``, and what rests on that act, does not hang on ``ref`` by that.

    What hangs on the documents that ``ref`` repeals or amends comes behind.
    """
    return (*_hanging(store, ref, lang), *no_longer_in_force(store, lang, document=ref.document))


def no_longer_in_force(store: Store, lang: Lang, /, **bindings: str) -> Iterator[Impact]:
    """Yield what hangs on the documents that are repealed or amended, by any or by one document."""
    bound = {name: Iri(iri) for name, iri in bindings.items()}
    states: dict[tuple[str, str], set[str]] = {}
    for row in store.select(load("in-force"), **bound):
        state = _STATES[row.one("state", str).partition("#")[2]]
        states.setdefault((row.one("work", str), state), set()).add(row.one("document", str))
    for (gone, state), acts in sorted(states.items()):
        known = work(store, held_as(store, gone) or gone)
        about = Reference(known.iri, "document", known.name, known.document)
        for each in _hanging(store, about, lang):
            if each.relation not in _ENDING and not owner(each.affected, acts):
                yield replace(each, cause=known.name, state=state)


def _hanging(store: Store, ref: Reference, lang: Lang) -> tuple[Impact, ...]:
    parts = cache(partial(outline, store))
    clauses = [
        (ref.document, part) for part in parts(ref.document) if f"{part}/".startswith(f"{ref.iri}/")
    ]
    aligned = tuple(
        hop
        for hop in clause_hops(store, clauses, "down", lang)
        if not hop.to_review or not leaves_to_review(hop.iri)
    )
    suspect = {hop.to for hop in aligned if hop.status == Status.SUSPECT}
    hops = (*lineage(store, replace(ref, kind="document"), "down"), *aligned)
    ending = _ending(ref, hops)
    alive = {ref.iri, *(part for _, part in clauses)}
    found = []
    for hop in hops:
        if hop.to_document in ending or (hop.relation == ALIGNMENT and hop.origin not in alive):
            continue
        alive.add(hop.to)
        within = parts(hop.to_document)
        scope = CLAUSE if hop.to in within else WHOLE
        shared = shared_of(hop)
        if scope == CLAUSE and hop.to in suspect:
            shared["status"] = Status.SUSPECT
        found.append(
            Impact(
                **shared,
                scope=scope,
                affected=hop.to,
                relation=hop.relation,
                title=hop.title,
                provisions=1
                if hop.relation == ALIGNMENT
                else sum(f"{part}/".startswith(f"{hop.to}/") for part in within),
                depth=hop.depth,
                via=hop.via,
                delta=hop.delta,
                origin=hop.origin,
                correspondence=hop.state,
                score=hop.score,
            ),
        )
    nearest = sorted(found, key=lambda i: (i.depth, i.scope != WHOLE, i.relation == ALIGNMENT))
    return tuple(nearest)


def _ending(ref: Reference, hops: Iterable[Hop]) -> frozenset[str]:
    """Return the documents that end the whole one that ``ref`` is part of.

    The act by which another is ended (《甲办法》同时废止, 重新发布 in its place) does not hang on
    it, however else it cites it, and what rests on that act hangs on that act.
    """
    found = (hop for hop in hops if hop.relation == Relation.REPEALS)
    return frozenset(hop.to_document for hop in found if hop.to_document != ref.document)
