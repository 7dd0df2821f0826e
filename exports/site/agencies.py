"""What the page of an agency shows: its duties by role, its times, what it came from and became."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph import iri
from graph.answers.correspondences import Clauses
from graph.answers.responsibility import ROLES, answering
from graph.resolve import counterparts
from graph.store import Iri
from graph.succession import Certainty, after, before, holders, kind_of
from ontology.successions import Change

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from exports.site.known import Due, InDocument, Known, Name
    from graph.answers.responsibility import Duty
    from graph.references import AgencyMatch
    from graph.resolve import Agency
    from ontology.successions import Succession

_BEGINNING: Final = 60  # characters of a provision without a heading


@dataclass(frozen=True, slots=True)
class Event:
    """A reform that a body came from, or that took it away: the other body, and what went over.

    ``whole`` tells that everything goes over which no other event takes.
    """

    iri: str
    name: str
    reform: str
    change: str
    whole: bool
    date: str
    local: str
    subjects: tuple[str, ...]
    basis: str
    confirmed: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One duty. ``written`` is the name in the text where it is none of the agency's own.

    ``how`` tells how the agency comes to have it, with the reforms on the way; both are empty for
    the body that the text names.
    """

    place: str
    label: str
    heading: str
    quote: str
    start: int
    written: str
    how: str
    reforms: tuple[str, ...]
    groups: tuple[str, ...]
    terms: tuple[str, ...]
    candidates: tuple[str, ...]
    form: str
    status: str


@dataclass(frozen=True, slots=True)
class HandedOn:
    """A duty that a text gives to a body by name and reforms have given to others since."""

    place: str
    document: str
    name: str
    label: str
    heading: str
    role: str
    quote: str
    start: int
    now: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class AgencyPage:
    """An agency. ``roles`` are in a fixed order, each with how many duties and by document."""

    iri: str
    name: str
    also: tuple[str, ...]
    open: bool
    former: bool
    division: str
    place: str
    counterparts: tuple[Name, ...]
    before: tuple[Event, ...]
    after: tuple[Event, ...]
    roles: tuple[tuple[str, int, tuple[InDocument[Entry], ...]], ...]
    dues: tuple[Due, ...]
    handed_on: tuple[HandedOn, ...]


def agency_page(
    known: Known, match: AgencyMatch, also: Sequence[str], duties: Sequence[Duty]
) -> AgencyPage:
    """Return what is shown of a body or an open set that has some duties."""
    names = {match.name, *also}
    by_role: defaultdict[str, list[Entry]] = defaultdict(list)
    for duty in duties:
        by_role[duty.role].append(_entry(duty, names))
    body = None if match.open else match.body
    kind = kind_of(body) if body else None
    return AgencyPage(
        iri=match.iri,
        name=match.name,
        also=tuple(also),
        open=match.open,
        former=bool(kind and kind.former),
        division=body.division if body else "",
        place=known.place_name(body.division) if body else "",
        counterparts=tuple(_line(body)) if body else (),
        before=tuple(_events(before(body))) if body else (),
        after=tuple(_events(after(body))) if body else (),
        roles=tuple(
            (role.value, len(its), known.by_document(its))
            for role in ROLES
            if (its := by_role[role])
        ),
        dues=_dues(known, duties),
        handed_on=() if body is None else tuple(_handed_on(known, match, body, duties)),
    )


def _entry(duty: Duty, names: Collection[str]) -> Entry:
    came = duty.certainty not in {"", Certainty.SAME}
    own = any(name.endswith(duty.as_written) for name in names)
    return Entry(
        place=duty.stated_in,
        label=duty.provision,
        heading=duty.heading or beginning(duty.text, duty.provision),
        quote=duty.quote,
        start=duty.start,
        written="" if own and not came else duty.as_written,
        how=duty.certainty if came else "",
        reforms=tuple(
            f"{day} {event}" for day, event in zip(duty.event_date, duty.event, strict=True)
        ),
        groups=duty.groups,
        terms=duty.deadlines,
        candidates=duty.candidates,
        form=duty.form,
        status=duty.status,
    )


def beginning(text: str, label: str) -> str:
    """Return the first words of a provision without a heading."""
    first, _, _ = text.strip().removeprefix(label).strip().partition("\n")
    return first if len(first) <= _BEGINNING else f"{first[:_BEGINNING]}…"


def _dues(known: Known, duties: Iterable[Duty]) -> tuple[Due, ...]:
    """Return the times of the provisions that bind an agency, by date, those without one last."""
    places = dict.fromkeys(duty.stated_in for duty in duties)
    found = [due for place in places for due in known.dues.get(place, ())]
    return tuple(sorted(found, key=lambda due: due.date or "~"))


def _line(body: Agency) -> Iterator[Name]:
    """Yield the bodies of the same kind above one, the nearest first."""
    kind = kind_of(body)
    for above in counterparts(kind, body.division)[1:] if kind else ():
        yield iri.agency(above.division, above.kind), above.name


def _events(reforms: Iterable[tuple[Succession, Agency]]) -> Iterator[Event]:
    for row, other in reforms:
        yield Event(
            iri=iri.agency(other.division, other.kind),
            name=other.name,
            reform=row.event,
            change=row.change.value,
            whole=row.whole and row.change is not Change.TRANSFER,
            date=row.date.isoformat(),
            local=f"{row.local_from:%Y-%m} – {row.local_until:%Y-%m}",
            subjects=row.subjects,
            basis=row.basis,
            confirmed=row.confirmed,
        )


def _handed_on(
    known: Known, match: AgencyMatch, body: Agency, duties: Iterable[Duty]
) -> Iterator[HandedOn]:
    """Yield what texts give to a body by name that is no more its own, and whose it is now."""
    if not any(after(body)):
        return
    kept, clauses = {(duty.stated_in, duty.role) for duty in duties}, Clauses(known.store)
    for found in answering(known.store, agency=Iri(match.iri)):
        if (found.stated_in, found.role) in kept:
            continue
        kept.add((found.stated_in, found.role))
        document = known.owner(found.stated_in)
        clause = clauses.of(document, found.stated_in)
        now = holders(body, clause.heading + clause.text, known.days.day(document))
        yield HandedOn(
            place=found.stated_in,
            document=document,
            name=found.document,
            label=found.provision,
            heading=clause.heading or beginning(clause.text, found.provision),
            role=found.role,
            quote=found.quote,
            start=found.start,
            now=tuple(
                (iri.agency(each.agency.division, each.agency.kind), each.agency.name)
                for each in now
            ),
        )
