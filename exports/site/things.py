"""What the pages of agencies, groups, rights, and of documents that are only cited show."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exports.labels import value_label
from exports.site.pages import cited_by
from graph.answers.listing import agencies, groups, open_agencies, rights, stubs
from graph.answers.responsibility import responsibility
from graph.answers.rights import rights as right_answers
from graph.answers.stated import findings
from graph.references import AgencyMatch
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.answers.stated import Stated
    from graph.store import Store

_ROLES: Final = ("lead", "joint", "responsible", "support")


@dataclass(frozen=True, slots=True)
class Listed:
    """A thing that has a page: its folder, what kind of thing it is, and what it is called."""

    iri: str
    folder: str
    kind: str
    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that speaks of a thing. ``extra`` says more: a deadline, a holder."""

    place: str
    document: str
    label: str
    heading: str
    quote: str
    extra: str = ""


@dataclass(frozen=True, slots=True)
class ThingPage:
    """A thing with its entries, by headings: the roles of an agency, the norms of a right."""

    thing: Listed
    about: tuple[str, ...]
    sections: tuple[tuple[str, tuple[Entry, ...]], ...]


def listed_things(store: Store) -> dict[str, Listed]:
    """Return all things that have a page, besides documents that are held, by their IRIs."""
    found = [Listed(a.iri, "agency", "agency", a.agency, a.also) for a in agencies(store)]
    found += [Listed(a.iri, "agency", "open", a.agency, a.also) for a in open_agencies(store)]
    found += [Listed(g.iri, "group", "group", g.name) for g in groups(store)]
    found += [Listed(r.iri, "right", "right", r.name) for r in rights(store)]
    found += [
        Listed(s.iri, "document", "cited", s.number or s.title, (s.title,) if s.number else ())
        for s in stubs(store)
    ]
    return {each.iri: each for each in found}


def thing_page(store: Store, thing: Listed) -> ThingPage:
    """Return what is shown of a thing."""
    if thing.folder == "agency":
        return _agency(store, thing)
    if thing.folder == "right":
        return _right(store, thing)
    if thing.folder == "document":
        return _stub(store, thing)
    entries = tuple(
        Entry(
            shared["stated_in"],
            shared["document"],
            shared["provision"],
            shared["heading"],
            shared["quote"],
        )
        for _, shared in findings(store, "groups", group=Iri(thing.iri))
    )
    return ThingPage(thing, (), (("provisions", entries),) if entries else ())


def _agency(store: Store, thing: Listed) -> ThingPage:
    match = AgencyMatch(thing.iri, thing.name, open=thing.kind == "open")
    by_role: defaultdict[str, list[Entry]] = defaultdict(list)
    for duty in responsibility(store, [match]):
        by_role[duty.role].append(_entry(duty, "、".join(duty.deadlines)))
    sections = tuple((role, tuple(by_role[role])) for role in _ROLES if by_role[role])
    return ThingPage(thing, thing.also, sections)


def _right(store: Store, thing: Listed) -> ThingPage:
    answers = [each for each in right_answers(store, thing.name) if each.iri == thing.iri]
    if not answers:
        return ThingPage(thing, (), ())
    (answer,) = answers
    norms: defaultdict[str, list[Entry]] = defaultdict(list)
    for norm in answer.norms:
        norms[norm.kind].append(_entry(norm))
    agencies_of = [_entry(a, f"{value_label('role', a.role)} {a.agency}") for a in answer.agencies]
    about = (answer.definition, answer.collection, "、".join(answer.holders))
    return ThingPage(
        thing,
        tuple(filter(None, about)),
        tuple(
            (heading, tuple(entries))
            for heading, entries in (
                ("clauses", [_entry(c, "、".join(c.holders)) for c in answer.clauses]),
                *norms.items(),
                ("answers", agencies_of),
            )
            if entries
        ),
    )


def _stub(store: Store, thing: Listed) -> ThingPage:
    by_relation: defaultdict[str, list[Entry]] = defaultdict(list)
    for each in cited_by(store, (thing.iri,)):
        by_relation[each.relation].append(Entry(each.place, each.name, each.label, "", each.quote))
    return ThingPage(thing, thing.also, _tuples(by_relation))


def _tuples(
    sections: Mapping[str, Iterable[Entry]],
) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    return tuple((heading, tuple(entries)) for heading, entries in sections.items())


def _entry(stated: Stated, extra: str = "") -> Entry:
    return Entry(
        stated.stated_in, stated.document, stated.provision, stated.heading, stated.quote, extra
    )
