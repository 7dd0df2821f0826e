"""What an agency must lead, support or share, and who answers for a provision."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypedDict

from graph.answers.stated import Stated, findings, text_order
from graph.model import Form
from graph.outline import key
from graph.questions import load
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.answers.stated import Shared
    from graph.model import Role
    from graph.references import AgencyMatch, Reference
    from graph.store import Row, Store, Value


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
    ``deadlines`` its time terms.
    """

    text: str
    groups: tuple[str, ...]
    deadlines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One provision, with the roles of each of the matrix's agencies in it."""

    document: str
    provision: str
    heading: str
    roles: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Agencies by provisions: ``rows[i].roles[j]`` are the roles of ``agencies[j]``."""

    agencies: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


def responsibility(
    store: Store,
    agencies: Iterable[AgencyMatch] | None,
    *,
    role: Role | None = None,
    document: Reference | None = None,
    include_open: bool = False,
    include_body: bool = True,
) -> tuple[Duty, ...]:
    """Return the duties of ``agencies``, or of all, in the order of the documents.

    ``document`` may also be an annex or a provision. ``include_open`` adds the duties of sets that
    the text does not enumerate (相关部门) in the documents of the agencies' own places, since they
    may be meant; without ``include_body`` what the running text says is left out. An agency that
    has the same role in a provision by a tail and by the running text has it once, by the tail.
    """
    found = _rows(store, agencies, document, include_open=include_open)
    rows = sorted(found, key=lambda pair: text_order(pair[0]))
    where: dict[str, Value] = {"document": Iri(document.document)} if document else {}
    bodies = [where]
    if agencies is not None:
        named = dict.fromkeys(row.one("agency", Iri) for row, _ in rows)
        bodies = [where | {"agency": agency} for agency in named]
    contexts = _contexts(store, bodies)
    duties: dict[tuple[str, str, str], Duty] = {}
    for row, shared in rows:
        duty = _duty(row, shared, contexts[row.one("statedIn", str)])
        wanted = include_body or duty.form != Form.BODY
        if wanted and role in {None, duty.role}:
            same = (row.one("agency", str), row.one("statedIn", str), duty.role)
            if same not in duties or duties[same].form == Form.BODY:
                duties[same] = duty
    return tuple(duties.values())


def matrix(duties: Iterable[Duty]) -> Matrix:
    """Return duties as a table of agencies by provisions, both in the order of the duties."""
    cells: dict[tuple[str, str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    agencies: dict[str, None] = {}
    for duty in duties:
        agencies[duty.agency] = None
        cells[duty.document, duty.provision, duty.heading][duty.agency].append(duty.role)
    rows = (
        MatrixRow(*place, tuple(tuple(roles.get(agency, ())) for agency in agencies))
        for place, roles in cells.items()
    )
    return Matrix(tuple(agencies), tuple(rows))


@dataclass(slots=True)
class _Context:
    """What a provision says besides who answers for it."""

    groups: list[str] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)
    words: list[tuple[int, str]] = field(default_factory=list)


def _rows(
    store: Store,
    agencies: Iterable[AgencyMatch] | None,
    ref: Reference | None,
    *,
    include_open: bool,
) -> Iterator[tuple[Row, Shared]]:
    if agencies is None:
        yield from findings(store, "responsibilities", ref)
        return
    places: dict[str, None] = {}
    for agency in agencies:
        yield from findings(store, "responsibilities", ref, agency=Iri(agency.iri))
        if agency.division:
            places[agency.division] = None
    if include_open:
        for place in places:
            yield from findings(store, "open-responsibilities", ref, jurisdiction=Iri(place))


def _contexts(store: Store, bodies: Iterable[Mapping[str, Value]]) -> Mapping[str, _Context]:
    """Return the context of each provision in which the bodies have a part."""
    contexts: dict[str, _Context] = defaultdict(_Context)
    seen = {row for body in bodies for row in _context_rows(store, body)}
    for stated_in, group, term, start, text in sorted(seen):
        context = contexts[stated_in]
        if group:
            context.groups.append(group)
        elif term:
            context.terms.append(term)
        else:
            context.words.append((start, text))
    return contexts


def _context_rows(
    store: Store, body: Mapping[str, Value]
) -> Iterator[tuple[str, str, str, int, str]]:
    for row in store.select(load("responsibility-context"), **body):
        yield (
            row.one("statedIn", str),
            row.optional("group", str) or "",
            row.optional("term", str) or "",
            row.optional("start", int) or 0,
            row.optional("text", str) or "",
        )


def answering(store: Store, **where: Value) -> Iterator[Answering]:
    """Yield who answers where the bindings say, each as often as it is written."""
    for row, shared in findings(store, "responsibilities", **where):
        yield Answering(**shared, **_who(row))


def _duty(row: Row, shared: Shared, context: _Context) -> Duty:
    return Duty(
        **shared,
        **_who(row),
        text="\n".join(words.strip() for _, words in context.words),
        groups=tuple(context.groups),
        deadlines=tuple(context.terms),
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
