"""Clauses without a counterpart, as far as the documents are held, and those that are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.answers.correspondences import correspondences, lonely
from graph.answers.opening import Gap, Open
from graph.answers.stated import findings, shared_of
from graph.model import Relation
from graph.outline import held_as, key, outline, work
from graph.references import Reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.answers.correspondences import Lonely
    from graph.store import Store
    from ontology.lexicon import Lang

_PARENTS = frozenset({Relation.IMPLEMENTS, Relation.BASIS})


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
    """Yield the clauses that carry out none of the parents, each once with the nearest clause."""
    carried = {each.stated_in for each in correspondences(store, lang, childDocument=document)}
    alone: dict[str, list[Lonely]] = {}
    for each in lonely(store, lang, childDocument=document):
        if each.side == "child" and each.stated_in not in carried:
            alone.setdefault(each.stated_in, []).append(each)
    for those in alone.values():
        nearest = max(those, key=lambda each: each.score)
        against = "、".join(each.against for each in those)
        yield _open(nearest, Gap.NO_PARENT, against, [each.other_document for each in those])


def _without_child(store: Store, lang: Lang, /, **bindings: str) -> Iterator[Open]:
    for each in lonely(store, lang, **bindings):
        if each.side == "parent":
            yield _open(each, Gap.NO_CHILD, each.against, [each.other_document])


def _open(each: Lonely, gap: Gap, against: str, others: Iterable[str]) -> Open:
    return Open(
        **shared_of(each),
        gap=gap,
        words="",
        form="",
        text=each.text,
        against=against,
        nearest=each.nearest,
        score=each.score,
        others=tuple(others),
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
