"""From a clause to the parent clauses that it carries out, level by level, or down the same way."""

from __future__ import annotations

from collections import deque
from functools import cache, partial
from typing import TYPE_CHECKING

from graph.answers.correspondences import Clauses, correspondences, lonely
from graph.answers.direct_alignments import Directly
from graph.answers.hops import ALIGNMENT, NOT_FOUND, Hop
from graph.answers.stated import shared_of
from graph.outline import work

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    directly = Directly(store, starts, direction)
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
            direct = directly.told(beyond, to) if depth > 1 else None
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
                direct=direct.state if direct else "",
                direct_score=direct.score if direct else None,
                diverges=bool(direct and direct.diverges(sure=found.sure)),
            )
            if found.sure and to not in entered:
                entered.add(to)
                ahead.append((beyond, to, depth + 1))
        if direction == "up":
            yield from _not_found(store, document, clause, depth, lang)


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
