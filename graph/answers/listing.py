"""What there is of a kind: documents, provisions, agencies, rights, stubs."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.answers.deadlines import deadlines
from graph.answers.stated import note_left_out
from graph.outline import held_documents, joined, key, outline, stretches, work
from graph.questions import load
from graph.resolve import fullest
from graph.store import Iri
from graph.versions import versions as kept_versions
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from graph.store import Store


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document that is held. ``kind`` is the name of its kind (通知)."""

    number: str
    title: str
    kind: str
    issuer: str
    date: dt.date | None
    provisions: int
    file: str
    sha256: str
    iri: str


@dataclass(frozen=True, slots=True)
class ListedAnnex:
    """A plan or text that a document issues or forwards."""

    title: str
    document: str
    iri: str


@dataclass(frozen=True, slots=True)
class ListedProvision:
    """A provision with its own words."""

    document: str
    provision: str
    heading: str
    text: str
    iri: str


@dataclass(frozen=True, slots=True)
class ListedAgency:
    """A body or an open set, with the number of its duties."""

    agency: str
    also: tuple[str, ...]
    duties: int
    iri: str


@dataclass(frozen=True, slots=True)
class ListedConcept:
    """A group or a right, with the number of provisions about it."""

    name: str
    provisions: int
    iri: str


@dataclass(frozen=True, slots=True)
class Stub:
    """A document that is cited and not held.

    ``provisions`` is the number of provisions that hang on it: those of a whole document that rests
    on it, or each clause that cites it; ``citations`` is the number of places that cite it.
    """

    number: str
    title: str
    level: str
    provisions: int
    citations: int
    iri: str


@dataclass(frozen=True, slots=True)
class ListedVersion:
    """A text that is kept beside the one of a held document; ``length`` counts characters."""

    document: str
    file: str
    length: int
    sha256: str
    kept_because: str
    iri: str


def issuers(store: Store, document: str | None = None) -> Mapping[str, str]:
    """Return who issued the held documents, or one of them: all, in their order."""
    return _in_order(store, "issuers", "issuer", document)


def addressees(store: Store, document: str) -> str:
    """Return to whom a document goes: all, in their order."""
    return _in_order(store, "addressees", "addressee", document).get(document, "")


def _in_order(store: Store, question: str, name: str, document: str | None) -> Mapping[str, str]:
    bound = {"document": Iri(document)} if document else {}
    named: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in store.select(load(question), **bound):
        named[row.one("document", str)].append((row.one("order", int), row.one(name, str)))
    return {each: "、".join(text for _, text in sorted(those)) for each, those in named.items()}


def documents(store: Store) -> tuple[ListedDocument, ...]:
    """Return the documents that are held, by number."""
    provisions = _counts(store, "provision-counts", "document")
    issued = issuers(store)
    found = [
        ListedDocument(
            number=row.optional("number", str) or "",
            title=row.one("title", str),
            kind=key(row.optional("kind", str) or ""),
            issuer=issued.get(row.one("document", str), ""),
            date=row.optional("date", dt.date),
            provisions=provisions.get(row.one("document", str), 0),
            file=row.one("fileName", str),
            sha256=row.one("sha256", str),
            iri=row.one("document", str),
        )
        for row in store.select(load("documents"))
    ]
    return tuple(sorted(found, key=lambda each: (each.number, each.iri)))


def annexes(store: Store) -> tuple[ListedAnnex, ...]:
    """Return the annexes of the documents that are held."""
    found = [
        ListedAnnex(
            title=row.one("title", str),
            document=work(store, row.one("document", str)).name,
            iri=row.one("annex", str),
        )
        for row in store.select(load("annexes"))
    ]
    return tuple(sorted(found, key=lambda each: each.iri))


def provisions(store: Store) -> tuple[ListedProvision, ...]:
    """Return the provisions of every document in their printed order."""
    found = []
    for document in held_documents(store):
        name, wording = work(store, document).name, stretches(store, document)
        for part in outline(store, document).values():
            text = joined(wording[part.iri])
            found.append(ListedProvision(name, part.label, part.heading, text, part.iri))
    return tuple(found)


def agencies(store: Store) -> tuple[ListedAgency, ...]:
    """Return the public bodies, those with most duties first."""
    return _agencies(store, open_sets=False)


def open_agencies(store: Store) -> tuple[ListedAgency, ...]:
    """Return the sets of bodies that the texts do not enumerate, those with most duties first."""
    return _agencies(store, open_sets=True)


def _agencies(store: Store, *, open_sets: bool) -> tuple[ListedAgency, ...]:
    duties = _counts(store, "duty-counts", "agency")
    note_left_out(store, names.zm_Responsibility)
    called: dict[str, set[str]] = defaultdict(set)
    for row in store.select(load("agency-names")):
        called[row.one("thing", str)].add(row.one("name", str))
    named: dict[str, set[str]] = defaultdict(set)  # documents write one body differently
    for row in store.select(load("agencies")):
        if row.one("open", bool) == open_sets:
            named[row.one("agency", str)].add(row.one("name", str))
    found = [
        ListedAgency(
            agency=fullest(names_of),
            also=tuple(sorted(called[body] - {fullest(names_of)})),
            duties=duties.get(body, 0),
            iri=body,
        )
        for body, names_of in named.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.duties, each.iri)))


def groups(store: Store) -> tuple[ListedConcept, ...]:
    """Return the groups that provisions are about, the most frequent first."""
    note_left_out(store, names.zm_GroupMention)
    return _concepts(_counts(store, "group-counts", "group"))


def rights(store: Store) -> tuple[ListedConcept, ...]:
    """Return the rights that provisions speak of, the most frequent first."""
    note_left_out(store, names.zm_RightMention)
    return _concepts(_counts(store, "right-counts", "right"))


def _concepts(counts: Mapping[str, int]) -> tuple[ListedConcept, ...]:
    found = [ListedConcept(key(concept), count, concept) for concept, count in counts.items()]
    return tuple(sorted(found, key=lambda each: (-each.provisions, each.iri)))


def stubs(store: Store) -> tuple[Stub, ...]:
    """Return the documents that are cited and not held, by how much hangs on them."""
    note_left_out(store, names.zm_Citation)
    sizes = _counts(store, "provision-counts", "document")
    clauses: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    wholly: dict[str, set[str]] = defaultdict(set)
    places: dict[str, set[str]] = defaultdict(set)
    for row in store.select(load("stubs")):
        stub, document = row.one("stub", str), row.one("document", str)
        place = row.one("statedIn", str)
        places[stub].add(place)
        if row["position"] is None:
            wholly[stub].add(document)
        else:
            clauses[stub][document].add(place)
    found = []
    for stub, citing in places.items():
        known = work(store, stub)
        whole = sum(sizes.get(document, 0) for document in wholly[stub])
        single = sum(len(c) for d, c in clauses[stub].items() if d not in wholly[stub])
        found.append(
            Stub(known.number, known.title, known.level, whole + single, len(citing), stub)
        )
    return tuple(sorted(found, key=lambda each: (-each.provisions, -each.citations, each.iri)))


def versions(store: Store) -> tuple[ListedVersion, ...]:
    """Return the texts that are kept beside those of the held documents, by document."""
    found = (
        ListedVersion(
            document=work(store, each.document).name,
            file=each.file,
            length=each.length,
            sha256=each.sha256,
            kept_because=each.because,
            iri=each.iri,
        )
        for each in kept_versions(store)
    )
    return tuple(sorted(found, key=lambda each: (each.document, each.iri)))


def _counts(store: Store, question: str, counted: str) -> dict[str, int]:
    rows = store.select(load(question))
    return {row.one(counted, str): row.one("count", int) for row in rows}


KINDS: Final[Mapping[str, Callable[[Store], tuple[object, ...]]]] = {
    "documents": documents,
    "annexes": annexes,
    "provisions": provisions,
    "agencies": agencies,
    "open-agencies": open_agencies,
    "groups": groups,
    "rights": rights,
    "stubs": stubs,
    "deadlines": deadlines,
}
