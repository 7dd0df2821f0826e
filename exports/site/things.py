"""What the pages of groups, rights, and of documents that are only cited show."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exports.site.documents import cited_by
from exports.site.duties import successors
from graph.answers.listing import agencies, groups, open_agencies, rights, stubs
from graph.answers.rights import rights as right_answers
from graph.answers.stated import findings
from graph.references import AgencyMatch
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from exports.site.known import InDocument, Known
    from graph.answers.stated import Stated

CITED: Final = "cited"
# The folder of the pages of each kind of thing; a set that a text leaves open is beside the bodies.
PAGES: Final[Mapping[str, str]] = {
    "agency": "agency",
    "open": "agency",
    "group": "group",
    "right": "right",
    CITED: "document",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A thing that has a page: what kind of thing it is (of :data:`PAGES`), and its name.

    ``count`` is how many duties or provisions there are of it, or places that cite it.
    """

    iri: str
    kind: str
    name: str
    also: tuple[str, ...] = ()
    count: int = 0
    level: str = ""

    @property
    def folder(self) -> str:
        """The folder that its page is in."""
        return PAGES[self.kind]


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that speaks of a thing. ``extra`` says more, as words of the source.

    ``role`` is of the agency that answers, which ``extra`` then is. ``before`` and ``after`` are
    the words around the quote, where it is too short to tell anything.
    """

    place: str
    label: str
    heading: str
    quote: str
    start: int
    extra: str = ""
    role: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under one heading (a norm, a relation, a kind of thing), by document."""

    heading: str
    count: int
    documents: tuple[InDocument[Entry], ...]


@dataclass(frozen=True, slots=True)
class ThingPage:
    """A thing with its entries. ``about`` are facts: a field and the words for it."""

    thing: Listed
    about: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]


def listed_things(known: Known) -> dict[str, Listed]:
    """Return all things that have a page, besides documents that are held, by their IRIs."""
    store = known.store
    bodies, sets = agencies(store), open_agencies(store)
    found = [Listed(a.iri, "agency", a.agency, a.also, a.duties) for a in bodies]
    found += [Listed(a.iri, "open", a.agency, a.also, a.duties) for a in sets]
    named = [AgencyMatch(a.iri, a.agency, open=False) for a in bodies]
    found += [Listed(a.iri, "agency", a.name, (), duties) for a, duties in successors(known, named)]
    found += [Listed(g.iri, "group", g.name, (), g.provisions) for g in groups(store)]
    found += [Listed(r.iri, "right", r.name, (), r.provisions) for r in rights(store)]
    found += [
        Listed(
            s.iri,
            CITED,
            s.number or s.title,
            (s.title,) if s.number and s.title else (),
            s.citations,
            s.level,
        )
        for s in stubs(store)
    ]
    return {each.iri: each for each in sorted(found, key=lambda each: (each.folder, each.iri))}


def thing_page(known: Known, thing: Listed) -> ThingPage:
    """Return what is shown of a group, a right or a document that is only cited."""
    if thing.folder == "right":
        return _right(known, thing)
    if thing.folder == "document":
        return _stub(known, thing)
    return ThingPage(thing, (), _sections(known, {"provisions": _mentions(known, thing)}))


def _mentions(known: Known, thing: Listed) -> Iterable[Entry]:
    """Return the first mention of a group or a right in each provision, within its sentence."""
    entries: dict[str, Entry] = {}
    asked = {thing.folder: Iri(thing.iri)}
    for row, shared in findings(known.store, f"{thing.folder}s", **asked):
        around = known.around(row.one("document", str), shared["start"], shared["end"])
        entries.setdefault(
            shared["stated_in"],
            Entry(
                shared["stated_in"],
                shared["provision"],
                shared["heading"],
                shared["quote"],
                shared["start"],
                **around,
            ),
        )
    return entries.values()


def _right(known: Known, thing: Listed) -> ThingPage:
    answers = [each for each in right_answers(known.store, thing.name) if each.iri == thing.iri]
    if not answers:  # no definition of it is known, but the texts speak of it
        return ThingPage(thing, (), _sections(known, {"clauses": _mentions(known, thing)}))
    (answer,) = answers
    sections: defaultdict[str, list[Entry]] = defaultdict(list)
    for norm in answer.norms:
        sections[norm.kind].append(_entry(norm))
    sections["clauses"] = [_entry(c, "、".join(c.holders)) for c in answer.clauses]
    sections["answers"] = [_entry(a, a.agency, a.role) for a in answer.agencies]
    about = (
        ("definition", answer.definition),
        ("collection", answer.collection),
        ("holders", "、".join(answer.holders)),
    )
    return ThingPage(thing, tuple(each for each in about if each[1]), _sections(known, sections))


def _stub(known: Known, thing: Listed) -> ThingPage:
    by_relation: defaultdict[str, list[Entry]] = defaultdict(list)
    for each in cited_by(known, (thing.iri,)):
        by_relation[each.relation].append(Entry(each.place, each.label, "", each.quote, each.start))
    about = (("number", thing.name if thing.also else ""), ("level", thing.level))
    return ThingPage(thing, tuple(each for each in about if each[1]), _sections(known, by_relation))


def _sections(known: Known, by_heading: Mapping[str, Iterable[Entry]]) -> tuple[Section, ...]:
    found = []
    for heading, entries in by_heading.items():
        documents = known.by_document(entries)
        if documents:
            count = sum(len(each.entries) for each in documents)
            found.append(Section(heading, count, documents))
    return tuple(found)


def _entry(stated: Stated, extra: str = "", role: str = "") -> Entry:
    return Entry(
        stated.stated_in,
        stated.provision,
        stated.heading,
        stated.quote,
        stated.start,
        extra,
        role,
    )
