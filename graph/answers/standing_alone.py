"""Clauses without a counterpart, as far as the documents are held, and those that are not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.answers.correspondences import Clauses, correspondences, lonely
from graph.answers.opening import Gap, Open
from graph.answers.stated import Shared, findings, shared_of
from graph.model import Relation
from graph.outline import held_as, key, outline, work
from graph.references import Reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.answers.correspondences import Correspondence, Lonely
    from graph.store import Store
    from ontology.lexicon import Lang


_PARENTS = frozenset({Relation.IMPLEMENTS, Relation.BASIS})


@dataclass(frozen=True, slots=True)
class Near:
    """A clause without a sure counterpart in another document, with the clause nearest to it."""

    shared: Shared
    text: str
    against: str
    other: str
    nearest: str
    score: float
    state: str


def standing_alone(store: Store, document: str, lang: Lang = "zh", *, both: bool) -> Iterator[Open]:
    """Yield what a document (its IRI) does not carry out, and what of it rests on nothing held.

    ``both`` adds its clauses that lower documents do not carry out.
    """
    yield from _without_parent(store, document, lang)
    yield from _without_child(store, lang, childDocument=document)
    if both:
        yield from _without_child(store, lang, parentDocument=document)
    yield from _not_held(store, document)


def _without_parent(store: Store, document: str, lang: Lang) -> Iterator[Open]:
    """Yield the clauses that surely carry out none of the parents, once with the nearest clause.

    What is still to be reviewed closes no gap.
    """
    found = correspondences(store, lang, childDocument=document)
    carried = {each.stated_in for each in found if each.sure}
    near: dict[str, list[Near]] = {}
    for lone in lonely(store, lang, childDocument=document):
        if lone.side == "child" and lone.stated_in not in carried:
            near.setdefault(lone.stated_in, []).append(_near(lone))
    clauses = Clauses(store)
    for each in found:
        if each.rank and each.stated_in not in carried:
            near.setdefault(each.stated_in, []).append(_unsure(clauses, each))
    for those in near.values():
        nearest = max(those, key=lambda each: each.score)
        against = "、".join(dict.fromkeys(each.against for each in those))
        yield _open(nearest, Gap.NO_PARENT, against, dict.fromkeys(each.other for each in those))


def _near(found: Lonely) -> Near:
    return Near(
        shared_of(found),
        found.text,
        found.against,
        found.other_document,
        found.nearest,
        found.score,
        found.state,
    )


def _unsure(clauses: Clauses, found: Correspondence) -> Near:
    own = clauses.of(found.child_document, found.stated_in)
    there = clauses.of(found.parent_document, found.parent)
    first = own.first
    shared = shared_of(found)
    shared |= {"quote": first.words, "start": first.start, "end": first.end, "status": ""}
    return Near(
        shared,
        own.text,
        there.document,
        found.parent_document,
        there.label,
        found.score or 0.0,
        found.state,
    )


def _without_child(store: Store, lang: Lang, /, **bindings: str) -> Iterator[Open]:
    for each in lonely(store, lang, **bindings):
        if each.side == "parent":
            yield _open(_near(each), Gap.NO_CHILD, each.against, [each.other_document])


def _open(each: Near, gap: Gap, against: str, others: Iterable[str]) -> Open:
    return Open(
        **each.shared,
        gap=gap,
        words="",
        form="",
        text=each.text,
        against=against,
        nearest=each.nearest,
        nearest_in=each.against if each.nearest else "",
        score=each.score,
        others=tuple(others),
        state=each.state,
    )


def _not_held(store: Store, document: str) -> Iterator[Open]:
    parts = outline(store, document)
    own = Reference(document, "document", document, document)
    missing = []
    for row, shared in findings(store, "citations", own):
        cited = row.one("cited", str)
        parent = cited.partition("/annex/")[0]
        relation = key(row.one("relation", str))
        if relation not in _PARENTS or parent in store or held_as(store, cited):
            continue
        below = sum(f"{part}/".startswith(f"{shared['stated_in']}/") for part in parts)
        missing.append(
            Open(
                **shared,
                gap=Gap.NOT_HELD,
                words=work(store, cited).name,
                form="",
                text="",
                against=work(store, cited).name,
                dependants=below,
                others=(parent,),
            ),
        )
    yield from sorted(missing, key=lambda each: -(each.dependants or 0))
