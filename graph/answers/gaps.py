"""Clauses that leave something open: who answers, who leads, which body is meant, by when.

And clauses that stand alone: a parent clause that no clause carries out, a clause that carries none
out, and parents that cannot be looked through because they are not held.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.answers.answerable import answerable
from graph.answers.closed import closed
from graph.answers.deadlines import deadlines
from graph.answers.opening import Gap, Open
from graph.answers.standing_alone import standing_alone
from graph.answers.stated import Shared, shared_of
from graph.model import Form, Role
from graph.outline import held_documents, joined, stretches, work
from graph.references import Reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.answers.answerable import Answerable
    from graph.answers.deadlines import Due
    from graph.answers.responsibility import Answering
    from graph.store import Store
    from ontology.lexicon import Lang

__all__ = ["Gap", "Open", "gaps"]


def gaps(
    store: Store,
    document: Reference | None = None,
    lang: Lang = "zh",
    *,
    justified: bool = False,
) -> tuple[Open, ...]:
    """Return what the clauses of a document, or of all, leave open, clause by clause.

    A clause is a provision without others below it. What a provision above it says of agencies or
    times holds for it too. Of one document the clauses that others leave out of it are told as
    well. What a justification has closed is left out, unless ``justified`` asks for it.
    """
    held = [document.document] if document else held_documents(store)
    found = (
        each
        for graph in held
        if graph in store
        for each in (
            *_in_document(store, graph),
            *standing_alone(store, graph, lang, both=document is not None),
        )
    )
    if document and document.kind != "document":
        found = (each for each in found if f"{each.stated_in}/".startswith(f"{document.iri}/"))
    return tuple(closed(store, found, keep=justified))


def _in_document(store: Store, document: str) -> Iterator[Open]:
    answering = answerable(store, document)
    wording = stretches(store, document)
    name = work(store, document).name
    times: dict[str, list[Due]] = {}
    for due in deadlines(store, document=Reference(document, "document", name, document)):
        times.setdefault(due.stated_in, []).append(due)
    wholes = {part.whole for part in answering.parts.values()}
    for part in answering.parts.values():
        text = joined(wording[part.iri])
        first = wording[part.iri][0]
        clause = Shared(
            document=name,
            provision=part.label,
            heading=part.heading,
            quote=first.words,
            start=first.start,
            end=first.end,
            source=name,
            status="",
            rule="",
            iri=part.iri,
            stated_in=part.iri,
        )
        if part.iri not in wholes:
            for gap in _wanting(answering, times, part.iri):
                yield Open(**clause, gap=gap, words="", form="", text=text)
        yield from _left_open(answering.duties.get(part.iri, ()), text)
        for due in times.get(part.iri, ()):
            if due.vague:
                yield Open(**shared_of(due), gap=Gap.VAGUE_DATE, words=due.term, form="", text=text)


def _wanting(answering: Answerable, times: dict[str, list[Due]], clause: str) -> Iterator[Gap]:
    """Yield what neither the clause nor a provision above it says."""
    duties = answering.for_clause(clause)
    formal = [duty for duty in duties if duty.form != Form.BODY] or duties
    if not formal:
        yield Gap.NO_AGENCY
    elif len({duty.agency for duty in formal}) > 1 and Role.LEAD not in {d.role for d in formal}:
        yield Gap.NO_LEADER
    if not any(place in times for place in answering.above(clause)):
        yield Gap.NO_DATE


def _left_open(duties: Sequence[Answering], text: str) -> Iterator[Open]:
    """Yield the sets that are not enumerated, and each list that ends in 等 once."""
    for duty in duties:
        if duty.open:
            yield Open(
                **shared_of(duty),
                gap=Gap.OPEN_SET,
                words=duty.as_written,
                form=duty.form,
                text=text,
            )
    lists: dict[int, list[Answering]] = {}
    for duty in duties:
        if duty.among_others:
            lists.setdefault(duty.start, []).append(duty)
    for named in lists.values():
        yield Open(
            **shared_of(named[0]),
            gap=Gap.OPEN_LIST,
            words="、".join(duty.as_written for duty in named),
            form=named[0].form,
            text=text,
        )
