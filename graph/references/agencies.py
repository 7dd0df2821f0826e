"""The bodies that a name means, as people type it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from graph import iri
from graph.questions import load
from graph.references.identity import (
    Reference,
    called,
    kind_of,
    named,
    preferred,
    segments,
    unknown,
)
from graph.resolve import identified, typed
from graph.resolve.places import leading_level
from graph.store.search import fold
from graph.succession import forerunners
from graph.succession import kind_of as registered
from ontology import agencies, divisions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from graph.resolve import Agency
    from graph.store import Store


@dataclass(frozen=True, slots=True)
class AgencyMatch:
    """A public body, or a set of bodies that a document does not enumerate (``open``)."""

    iri: str
    name: str
    open: bool

    @property
    def division(self) -> str:
        """The IRI of the division that the body serves; empty for an open set."""
        return "" if self.open else iri.division(segments(self.iri)[1])

    @property
    def body(self) -> Agency:
        """The body itself; ValueError for an open set."""
        if self.open:
            message = f"{self.name} is no body but an open set"
            raise ValueError(message)
        return body_of(self.iri)


def is_body(thing: str) -> bool:
    """Tell whether an IRI names a public body, rather than an open set or something else."""
    return segments(thing)[0] == "agency"


def body_of(thing: str) -> Agency:
    """Return the body that an IRI names."""
    _, division, kind = segments(thing)
    return identified(division, unquote(kind))


def find_agencies(
    store: Store, text: str, within: str | None = None, on: dt.date | None = None
) -> tuple[AgencyMatch, ...]:
    """Return the bodies that ``text`` means as people type it, in all places that have one.

    A name in full (库尔勒市公安局), as places write it (市公安局), by its kind (公安局, 公安机关)
    or in part (公安); or an open set (相关部门). A body that no text names is meant too where texts
    name one whose duties can have come to it: 市卫健委 by 市卫计委. ``within`` is the code of a
    place that has the body in it, ``on`` the day whose names count.

    Raises:
        UnknownReference: no body is called so; the message names the near ones.

    """
    text = text.strip()
    known = _Known(store)
    exact = {thing for thing in named(store, text) if kind_of(thing) == "agency"}
    meant = known.meant(text, within, on)
    found = known.inside(exact | meant.keys(), within)
    if not found:
        sought = fold(text)
        by_name = {thing for thing, name in known.names if fold(name) == sought}
        in_part = {thing for thing, name in known.names if len(sought) > 1 and sought in fold(name)}
        found = known.inside(by_name or in_part, within)
    if not found:
        raise unknown(text, (*known.names_in(within), *known.near(text, within)), "list agencies")
    return tuple(
        AgencyMatch(thing, known.name(thing, meant), open=not is_body(thing))
        for thing in sorted(found)
    )


def unnamed_bodies(store: Store, text: str) -> tuple[Reference, ...]:
    """Return the bodies of a name that no text has, where one has a body before them: 市卫健委."""
    return tuple(
        Reference(thing, "agency", name) for thing, name in _Known(store).meant(text).items()
    )


def partners(body: Agency) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the IRIs of bodies beside one that can do its work too, and by which names they do.

    库尔勒市教育局 does that of 体育局 where a text calls it 教育体育局.
    """
    kind = registered(body)
    names = agencies.joint_names(kind) if kind else ()
    for other in dict.fromkeys(each for name in names for each in agencies.joint(name)):
        if other != kind:
            shared = tuple(name for name in names if other in agencies.joint(name))
            yield iri.agency(body.division, other.full), shared


class _Known:
    """The bodies and open sets that a store names, by what they are called there."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.names = called(store, "agency-names")
        self._things = {thing for thing, _ in self.names}

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The divisions of the bodies."""
        return tuple(sorted({segments(t)[1] for t in self._things if is_body(t)}))

    def has(self, body: Agency) -> bool:
        """Tell whether texts name a body, or one whose duties can be its."""
        bodies = (body, *forerunners(body))
        return any(iri.agency(each.division, each.kind) in self._things for each in bodies) or any(
            thing == other and name.endswith(shared)
            for other, shared in partners(body)
            for thing, name in self.names
        )

    def meant(
        self, text: str, within: str | None = None, on: dt.date | None = None
    ) -> Mapping[str, str]:
        """Return the registered bodies that a name means here, with what they are called."""
        return {
            iri.agency(body.division, body.kind): body.name
            for body in typed(text, self.places, within, on)
            if self.has(body)
        }

    def name(self, thing: str, meant: Mapping[str, str]) -> str:
        """Return what texts call a body or set; of a body that none names, what it is meant by."""
        return preferred(self._store, thing) if thing in self._things else meant[thing]

    def inside(self, found: Iterable[str], within: str | None) -> set[str]:
        """Return the bodies at or below a place, and the open sets of its documents."""
        if within is None:
            return set(found)
        places = {
            row.one("document", str): segments(place)[1]
            for row in self._store.select(load("document-days"))
            if (place := row.optional("jurisdiction", str))
        }
        return {
            thing
            for thing in found
            if divisions.within(
                segments(thing)[1]
                if is_body(thing)
                else places.get(thing.partition("/open-agencies/")[0], ""),
                within,
            )
        }

    def names_in(self, within: str | None) -> list[str]:
        """Return what the bodies and open sets of a place are called."""
        found = self.inside(self._things, within)
        return [name for thing, name in self.names if thing in found]

    def near(self, text: str, within: str | None) -> Iterator[str]:
        """Yield registered names like a misspelt one, for which texts of a place have a body."""
        level = leading_level(text)
        for name in agencies.near(text.removeprefix(level)):
            if self.meant(level + name, within):
                yield level + name
