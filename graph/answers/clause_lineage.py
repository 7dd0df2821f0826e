"""From a clause to the parent clauses that it carries out, level by level, or down the same way."""

from __future__ import annotations

from collections import deque
from functools import cache, partial
from typing import TYPE_CHECKING

from graph.answers.correspondences import Clauses, correspondences, lonely
from graph.answers.hops import ALIGNMENT, NOT_FOUND, Direct, Hop
from graph.answers.stated import shared_of
from graph.outline import work
from graph.questions import load
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from graph.answers.hops import Direction
    from graph.store import Store
    from ontology.lexicon import Lang


def clause_hops(
    store: Store, starts: Iterable[tuple[str, str]], direction: Direction, lang: Lang = "zh"
) -> Iterator[Hop]:
    """Yield the hops from clauses (document, clause) to the clauses above or below, nearest first.

    A clause is entered once, and only over a correspondence that holds: what is to be reviewed is a
    hop, and nothing rests on it. Upwards, a held parent without a counterpart says so and ends
    there.
    """
    starts = tuple(starts)
    clauses, works = Clauses(store), cache(partial(work, store))
    bound = "child" if direction == "up" else "parent"
    directly = _directly(store, starts, bound)
    ahead = deque((*start, 1) for start in starts)
    entered = {clause for _, clause, _ in ahead}
    while ahead:
        document, clause, depth = ahead.popleft()
        for found in correspondences(store, lang, **{bound: clause}):
            up = direction == "up"
            to = found.parent if up else found.stated_in
            beyond = found.parent_document if up else found.child_document
            there, arrived = clauses.of(beyond, to), works(beyond)
            shared = shared_of(found)
            shared["document"], shared["provision"] = there.document, there.label
            shared["heading"] = there.heading
            yield Hop(
                **shared,
                origin=clause,
                to=to,
                to_document=beyond,
                relation=ALIGNMENT,
                title=arrived.title,
                level=arrived.level,
                stub=False,
                depth=depth,
                via="",
                text=there.text,
                delta=found.delta,
                score=found.score,
                justification=found.justification,
                state=found.state,
                direct=directly(beyond, to) if depth > 1 else "",
            )
            if found.sure and to not in entered:
                entered.add(to)
                ahead.append((beyond, to, depth + 1))
        if direction == "up":
            yield from _not_found(store, document, clause, depth, lang)


def _directly(
    store: Store, starts: Sequence[tuple[str, str]], bound: str
) -> Callable[[str, str], Direct]:
    """Return what tells how a clause of another document corresponds to the first clauses."""
    found = [each for _, clause in starts for each in correspondences(store, **{bound: clause})]
    other = "parent" if bound == "child" else "stated_in"
    best: dict[str, Direct] = {}
    for each in found:
        clause = getattr(each, other)
        if each.sure or clause not in best:
            best[clause] = Direct.HOLDS if each.sure else Direct.TO_REVIEW
    compared = cache(partial(_compared, store, tuple(document for document, _ in starts), bound))

    def told(document: str, clause: str) -> Direct:
        none = Direct.NOT_FOUND if compared(document) else Direct.NOT_COMPARED
        return best.get(clause, none)

    return told


def _compared(store: Store, starts: Sequence[str], bound: str, other: str) -> bool:
    """Whether a document was compared with one of those that the walk starts in."""
    far = "parentDocument" if bound == "child" else "childDocument"
    near = "childDocument" if bound == "child" else "parentDocument"
    return any(store.select(load("pairs"), **{near: Iri(s), far: Iri(other)}) for s in starts)


def _not_found(store: Store, document: str, clause: str, depth: int, lang: Lang) -> Iterator[Hop]:
    for each in lonely(store, lang, clause=clause, childDocument=document):
        shared, parent = shared_of(each), work(store, each.other_document)
        shared["document"], shared["provision"], shared["heading"] = parent.name, "", ""
        yield Hop(
            **shared,
            origin=clause,
            to=each.other_document,
            to_document=each.other_document,
            relation=NOT_FOUND,
            title=parent.title,
            level=parent.level,
            stub=False,
            depth=depth,
            via="",
            score=each.score,
            justification=each.justification,
        )
