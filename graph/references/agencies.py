"""The bodies that a name means, as people type it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import iri
from graph.references.identity import called, kind_of, named, preferred, segments, unknown
from graph.store.search import fold
from ontology import agencies

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def find_agencies(store: Store, text: str) -> tuple[AgencyMatch, ...]:
    """Return the bodies that ``text`` means as people type it, in all places that have one.

    A name in full (库尔勒市公安局), as places write it (市公安局), by its kind (公安局, 公安机关)
    or in part (公安); or an open set (相关部门).

    Raises:
        UnknownReference: no body is called so; the message names the near ones.

    """
    exact = {thing for thing in named(store, text) if kind_of(thing) == "agency"}
    if exact:
        return _matches(store, exact)
    listed = called(store, "agency-names")
    sought = fold(text)
    kind = agencies.by_name(text.strip())
    choices = (
        {thing for thing, name in listed if fold(name) == sought},
        {thing for thing, _ in listed if kind and segments(thing)[-1] == kind.full},
        {thing for thing, name in listed if len(sought) > 1 and sought in fold(name)},
    )
    found = next(filter(None, choices), None)
    if not found:
        raise unknown(text, (name for _, name in listed), "list agencies")
    return _matches(store, found)


def _matches(store: Store, found: Iterable[str]) -> tuple[AgencyMatch, ...]:
    return tuple(
        AgencyMatch(thing, preferred(store, thing), open=segments(thing)[0] != "agency")
        for thing in sorted(found)
    )
