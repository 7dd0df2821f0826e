"""Where an answer is stated: the part that every answer has, and answers as plain records."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, fields, is_dataclass
from typing import TYPE_CHECKING, Any, Final, TypedDict, cast

from graph.model import Status
from graph.outline import key, outline, work
from graph.questions import load
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from graph.references import Reference
    from graph.store import Row, Store, Value

_KEYS: Final = {"origin": "from"}  # a keyword of Python, which no field can be named


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What an answer leaves out (IRIs): what a reviewer rejected, and what is unproven.

    Unproven is what a rule states that was measured right less than four times in five
    (:mod:`ontology.measured`), until a reviewer accepts it. To review are correspondences of
    clauses on which nothing rests until then. ``with_unproven`` lets answers have both.
    """

    rejected: set[str] = field(default_factory=set)
    unproven: set[str] = field(default_factory=set)
    to_review: set[str] = field(default_factory=set)
    with_unproven: bool = False


_LEFT_OUT: Final[ContextVar[LeftOut | None]] = ContextVar("left out", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """Where something is stated, in which words, and who says so.

    ``document`` is the number of the document or, without one, its title; ``provision`` the label
    of the provision, or the place (``preamble``, ``notice`` …). ``heading`` is that of the
    provision, or the title of the annex that the place is in. ``source`` names the document whose
    decoded text has ``quote`` from ``start`` to ``end``. ``rule`` read it, and ``status`` is the
    notation of its review status; ``iri`` is the finding itself, and ``stated_in`` the provision,
    annex or document that it is in.
    """

    document: str
    provision: str
    heading: str
    quote: str
    start: int
    end: int
    source: str
    status: str
    rule: str
    iri: str
    stated_in: str


class Shared(TypedDict):
    """The fields of :class:`Stated`, so that answers can be made of ``**shared`` with their types.

    Where the two differ, mypy refuses every answer that is made so.
    """

    document: str
    provision: str
    heading: str
    quote: str
    start: int
    end: int
    source: str
    status: str
    rule: str
    iri: str
    stated_in: str


def shared_of(answer: Stated) -> Shared:
    """Return what an answer shares with every other, for another answer about the same words."""
    return cast("Shared", {field.name: getattr(answer, field.name) for field in fields(Stated)})


@contextmanager
def leaving_out(*, with_unproven: bool = False) -> Iterator[LeftOut]:
    """Collect what answers leave out meanwhile.

    An answer asks many questions, some of them for other answers; none need hand it on.
    """
    those = LeftOut(with_unproven=with_unproven)
    token = _LEFT_OUT.set(those)
    try:
        yield those
    finally:
        _LEFT_OUT.reset(token)


@contextmanager
def on_the_side() -> Iterator[None]:
    """Ask for something that the answer only compares with: what it leaves out is not counted."""
    those = _LEFT_OUT.get()
    with leaving_out(with_unproven=those is not None and those.with_unproven):
        yield


def leaves_out(status: str, iri: str, *, unproven: bool = False) -> bool:
    """Tell whether an answer leaves something of a review status out, and note that it does."""
    those = _LEFT_OUT.get()
    if status == Status.REJECTED:
        if those is not None:
            those.rejected.add(iri)
        return True
    if not unproven or status != Status.CANDIDATE:
        return False
    if those is None:
        return True
    if not those.with_unproven:
        those.unproven.add(iri)
    return not those.with_unproven


def leaves_to_review(iri: str) -> bool:
    """Tell whether an answer leaves out a correspondence that is to be reviewed, and note it."""
    those = _LEFT_OUT.get()
    if those is None:
        return True
    if not those.with_unproven:
        those.to_review.add(iri)
    return not those.with_unproven


def note_left_out(store: Store, kind: str) -> None:
    """Note the findings of an RDF class that a count of the store leaves out."""
    for row in store.select(load("rejected"), type=Iri(kind)):
        leaves_out(Status.REJECTED, row.one("finding", str))
    for row in store.select(load("unproven"), type=Iri(kind)):
        leaves_out(Status.CANDIDATE, row.one("finding", str), unproven=True)


def findings(
    store: Store,
    question: str,
    ref: Reference | None = None,
    is_asked: Callable[[Row, Shared], bool] | None = None,
    /,
    **bindings: Value,
) -> Iterator[tuple[Row, Shared]]:
    """Yield the findings that a question asks for, with what they share, in the order of the text.

    ``ref`` narrows them to a document, an annex or a provision and what is below it, and
    ``is_asked`` to those that the answer would show. What a reviewer rejected is left out, and what
    is unproven; only of those that it would show an answer tells how many.
    """
    unproven = {row.one("run", str) for row in store.select(load("unproven-runs"))}
    for row, shared in all_findings(store, question, ref, **bindings):
        if is_asked and not is_asked(row, shared):
            continue
        is_unproven = row.one("run", str) in unproven
        if not leaves_out(shared["status"], shared["iri"], unproven=is_unproven):
            yield row, shared


def rejected_findings(
    store: Store, question: str, ref: Reference | None = None, /, **bindings: Value
) -> Iterator[tuple[Row, Shared]]:
    """Yield what :func:`findings` leaves out since a reviewer rejected it."""
    for row, shared in all_findings(store, question, ref, **bindings):
        if shared["status"] == Status.REJECTED:
            yield row, shared


def all_findings(
    store: Store, question: str, ref: Reference | None = None, /, **bindings: Value
) -> Iterator[tuple[Row, Shared]]:
    """Yield what :func:`findings` does, and what it leaves out.

    Names and headings are read once for each document, not for each finding.
    """
    parts = outline(store, ref.document) if ref else {}
    if ref:
        bindings["document"] = Iri(ref.document)
        if [part for part in parts if _at_or_below(part, ref.iri)] == [ref.iri]:
            bindings["statedIn"] = Iri(ref.iri)
    known: dict[str, str] = {}  # names of documents, headings of provisions and annexes
    for row in sorted(store.select(load(question), **bindings), key=text_order):
        document, place = row.one("document", str), row.one("statedIn", str)
        if ref and not _at_or_below(place, ref.iri):
            continue
        if document not in known:
            known |= {
                part.iri: part.heading for part in (parts or outline(store, document)).values()
            }
            known[document] = work(store, document).name
        if place not in known:
            known[place] = work(store, place).title
        name = known[document]
        yield (
            row,
            Shared(
                document=name,
                provision=row.optional("label", str) or row.one("place", str),
                heading="" if place == document else known[place],
                quote=row.one("quote", str),
                start=row.one("start", int),
                end=row.one("end", int),
                source=name,
                status=key(row.one("status", str)),
                rule=key(row.one("run", str)),
                iri=row.one("finding", str),
                stated_in=place,
            ),
        )


def _at_or_below(place: str, above: str) -> bool:
    return f"{place}/".startswith(f"{above}/")


def text_order(row: Row) -> tuple[str, int, int, int, str]:
    """Return the key by which findings stand in the order of documents and their texts."""
    finding = row.one("finding", str)
    position = row.optional("position", int)
    return (
        row.one("document", str),
        -1 if position is None else position,
        row.one("start", int),
        len(finding),  # the ninth before the tenth
        finding,
    )


def record(answer: object) -> dict[str, Any]:
    """Return an answer by the keys under which it is printed, what is its own before the rest.

    Dates are ISO 8601, numbers without a fraction whole, and answers within it records as well.
    """
    if not is_dataclass(answer):
        message = f"{answer!r} is no answer"
        raise TypeError(message)
    shared = [field.name for field in fields(Stated)] if isinstance(answer, Stated) else []
    own = [field.name for field in fields(answer) if field.name not in shared]
    return {_KEYS.get(name, name): _plain(getattr(answer, name)) for name in (*own, *shared)}


def _plain(value: object) -> object:
    if is_dataclass(value):
        return record(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
