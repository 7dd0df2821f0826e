"""Clauses that leave something open: who answers, who leads, which body is meant, by when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import iri
from graph.answers.answerable import answerable
from graph.answers.deadlines import deadlines
from graph.answers.stated import Shared, Stated, shared_of
from graph.model import Form, Role
from graph.outline import joined, stretches, work
from graph.references import Reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.answers.answerable import Answerable
    from graph.answers.deadlines import Due
    from graph.answers.responsibility import Answering
    from graph.store import Store


class Gap(StrEnum):
    """What a clause leaves open."""

    NO_AGENCY = "no-agency"  # nobody is named for it
    NO_LEADER = "no-leader"  # several answer, none of them leads
    OPEN_SET = "open-set"  # 相关部门, 各乡镇: a body is meant and not named
    OPEN_LIST = "open-list"  # a list of names that ends in 等
    NO_DATE = "no-date"  # no time is set
    VAGUE_DATE = "vague-date"  # 尽快, 及时: a time without a date


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Stated):
    """One clause and what it leaves open.

    ``words`` are the ones that do so (相关部门, 尽快), and ``form`` is how the responsibility is
    written; both are empty where it is the want of any words, and then the quote is the clause.
    """

    gap: str
    words: str
    form: str
    text: str


def gaps(store: Store, document: Reference | None = None) -> tuple[Open, ...]:
    """Return what the clauses of a document, or of all, leave open, clause by clause.

    A clause is a provision without others below it. What a provision above it says of agencies or
    times holds for it too.
    """
    held = [document.document] if document else store.graphs()
    found = (
        each for graph in held if graph != iri.ONTOLOGY_GRAPH for each in _in_document(store, graph)
    )
    if document and document.kind != "document":
        return tuple(each for each in found if f"{each.stated_in}/".startswith(f"{document.iri}/"))
    return tuple(found)


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
