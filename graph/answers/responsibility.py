"""What an agency must lead, support or share, and who answers for a provision."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypedDict

from graph.answers.agencies import all_holders, by_place, claims
from graph.answers.candidates import Candidates
from graph.answers.dated import Dated
from graph.answers.provision_context import contexts
from graph.answers.stated import Stated, findings, on_the_side, rejected_findings, text_order
from graph.model import Form, Role
from graph.outline import key
from graph.store import Iri
from ontology import divisions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from graph.answers.agencies import Claim
    from graph.answers.provision_context import Context
    from graph.answers.stated import Shared
    from graph.references import AgencyMatch, Reference
    from graph.resolve import Agency
    from graph.store import Row, Store, Value

ROLES: Final = (Role.LEAD, Role.JOINT, Role.RESPONSIBLE, Role.SUPPORT)  # who answers most, first


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering(Stated):
    """One agency in one role for one provision.

    ``agency`` is the full name (库尔勒市公安局), ``as_written`` what the text says; ``open`` tells
    a set that the text does not enumerate, ``among_others`` a list that ends in 等.
    """

    agency: str
    role: str
    form: str
    as_written: str
    open: bool
    among_others: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Answering):
    """What an agency answers for.

    ``text`` are the provision's own words as printed, ``groups`` those it is about, and
    ``deadlines`` its time terms. ``division`` is the code of the agency's place, or of the
    document's for an open set.

    ``certainty`` tells how the agency comes to have the duty (:class:`graph.succession.Certainty`;
    empty for an open set): where it is not the body that the text names, ``event``, ``event_date``,
    ``basis`` and ``confirmed`` are the reforms on the way, in their order. ``candidates`` are those
    whom an open set can mean.
    """

    text: str
    groups: tuple[str, ...]
    deadlines: tuple[str, ...]
    division: str
    certainty: str = ""
    event: tuple[str, ...] = ()
    event_date: tuple[dt.date, ...] = ()
    basis: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


def responsibility(
    store: Store,
    agencies: Iterable[AgencyMatch] | None,
    *,
    role: Role | None = None,
    document: Reference | None = None,
    include_open: bool = False,
    include_body: bool = True,
    on: dt.date | None = None,
) -> tuple[Duty, ...]:
    """Return the duties of ``agencies``, or of all, by place in the order of the documents.

    An agency has what texts give to it or to one before it, as reforms have left it since the day
    of the text. With ``on`` documents up to that day count, by what was known then. Without
    ``agencies`` and a day the bodies are those that the texts name.

    ``document`` may also be an annex or a provision. ``include_open`` adds the duties of sets that
    the text does not enumerate (相关部门) in the documents of the agencies' own places, since they
    may be meant; without ``include_body`` what the running text says is left out. An agency that
    has the same role in a provision by a tail and by the running text has it once, by the tail.
    """
    dated = Dated(store)
    found = [
        stated
        for stated in _stated(store, agencies, document, include_open=include_open)
        if on is None or dated.by(stated.row.one("document", str), on)
    ]
    duties: dict[tuple[str, str, str, str], Duty] = {}
    named = agencies is not None
    for row, duty in _duties_of(store, found, dated, named=named, ref=document, on=on):
        wanted = include_body or duty.form != Form.BODY
        if wanted and role in {None, duty.role}:
            same = (row.one("agency", str), duty.stated_in, duty.role, duty.agency)
            if same not in duties or duties[same].form == Form.BODY:
                duties[same] = duty
    if agencies is None:
        return tuple(duties.values())
    return tuple(sorted(duties.values(), key=lambda duty: by_place(duty.division)))


def rejected_duties(store: Store, agencies: Iterable[AgencyMatch]) -> tuple[Duty, ...]:
    """Return what :func:`responsibility` leaves out: the duties that a reviewer rejected.

    They stand in the order of the documents, each as often as it is written.
    """
    found = list(_stated(store, agencies, None, include_open=False, ask=rejected_findings))
    return tuple(duty for _, duty in _duties_of(store, found, Dated(store), named=True))


def _duties_of(
    store: Store,
    found: list[_Stated],
    dated: Dated,
    *,
    named: bool,
    ref: Reference | None = None,
    on: dt.date | None = None,
) -> Iterator[tuple[Row, Duty]]:
    """Yield the duties that are stated, in the order of the texts; ``named`` where bodies are."""
    where: dict[str, Value] = {"document": Iri(ref.document)} if ref else {}
    theirs = dict.fromkeys(stated.row.one("agency", Iri) for stated in found) if named else ()
    bodies = [where | {"agency": agency} for agency in theirs] if named else [where]
    besides, candidates = contexts(store, bodies), Candidates(store)
    for stated in sorted(found, key=lambda stated: text_order(stated.row)):
        context = besides[stated.row.one("statedIn", str)]
        for duty in _duties(stated, context, dated, candidates, on):
            yield stated.row, duty


def handed_on(
    store: Store,
    agencies: Iterable[AgencyMatch],
    duties: Iterable[Duty],
    document: Reference | None = None,
) -> tuple[Duty, ...]:
    """Return what texts give to ``agencies`` by name and reforms have taken from them since.

    ``duties`` are what they have today. That a list is shorter than the texts must be seen.
    """
    names = {match.name for match in agencies}
    kept = {duty.stated_in for duty in duties}
    with on_the_side():
        stated = responsibility(store, None, document=document)
    return tuple(d for d in stated if d.agency in names and d.stated_in not in kept)


def within(duties: Iterable[Duty], place: str) -> tuple[Duty, ...]:
    """Return the duties of bodies at or below a place (its code), and of its documents' sets."""
    return tuple(duty for duty in duties if divisions.within(duty.division, place))


@dataclass(frozen=True, slots=True)
class _Stated:
    """A duty as a text states it; ``claim`` is of the body that is asked about, if one is."""

    row: Row
    shared: Shared
    claim: Claim | None = None


def _stated(
    store: Store,
    agencies: Iterable[AgencyMatch] | None,
    ref: Reference | None,
    *,
    include_open: bool,
    ask: Callable[..., Iterator[tuple[Row, Shared]]] = findings,
) -> Iterator[_Stated]:
    if agencies is None:
        for row, shared in ask(store, "responsibilities", ref):
            yield _Stated(row, shared)
        return
    places: dict[str, list[Agency]] = defaultdict(list)
    for agency in agencies:
        for claim in (None,) if agency.open else claims(agency.body):
            thing = Iri(claim.iri if claim else agency.iri)
            for row, shared in ask(store, "responsibilities", ref, agency=thing):
                yield _Stated(row, shared, claim)
            if claim:
                places[agency.division].append(claim.named)
    if include_open:
        yield from _open(store, places, ref)


def _open(
    store: Store, places: Mapping[str, list[Agency]], ref: Reference | None
) -> Iterator[_Stated]:
    """Yield the duties of sets that can mean one of the bodies of each place."""
    candidates = Candidates(store)
    for place, bodies in places.items():
        for row, shared in findings(store, "open-responsibilities", ref, jurisdiction=Iri(place)):
            if candidates.may_mean(row.one("agency", str), bodies):
                yield _Stated(row, shared)


def answering(store: Store, **where: Value) -> Iterator[Answering]:
    """Yield who answers where the bindings say, each as often as it is written."""
    for row, shared in findings(store, "responsibilities", **where):
        yield Answering(**shared, **_who(row))


def _duties(
    stated: _Stated, context: Context, dated: Dated, candidates: Candidates, on: dt.date | None
) -> Iterator[Duty]:
    """Yield a duty of the body that is asked about, if it is its own, or of each that has it."""
    row, shared, who = stated.row, stated.shared, _who(stated.row)
    thing, document = row.one("agency", str), row.one("document", str)
    duty = Duty(
        **shared,
        **who,
        text=context.text,
        groups=tuple(context.groups),
        deadlines=tuple(context.terms),
        division=dated.division(document),
    )
    if duty.open:
        yield replace(duty, candidates=candidates.of(thing, duty.agency, document, duty.stated_in))
        return
    words, day = duty.heading + context.text, dated.day(document)
    traces = (
        stated.claim.grounds(duty.as_written, words, day, on)
        if stated.claim
        else all_holders(thing, words, day, on)
    )
    beside = stated.claim is not None and bool(stated.claim.names)
    for trace in traces:
        yield replace(
            duty,
            agency=trace.agency.name if trace.events or beside else duty.agency,
            division=trace.agency.division,
            certainty=trace.certainty,
            event=tuple(row.event for row in trace.events),
            event_date=tuple(row.date for row in trace.events),
            basis=tuple(row.basis for row in trace.events),
            confirmed=tuple(row.confirmed for row in trace.events),
        )


class _Who(TypedDict):
    agency: str
    role: str
    form: str
    as_written: str
    open: bool
    among_others: bool


def _who(row: Row) -> _Who:
    return _Who(
        agency=row.one("agencyName", str),
        role=key(row.one("role", str)),
        form=key(row.one("form", str)),
        as_written=row.one("asWritten", str),
        open=row.one("open", bool),
        among_others=row.one("amongOthers", bool),
    )
