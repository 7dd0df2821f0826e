"""What every page asks again and again, read from the store once."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypedDict, TypeVar

from graph import iri
from graph.answers.closed import Reasons
from graph.answers.dated import Dated
from graph.answers.listing import ListedDocument, documents
from graph.answers.responsibility import answering as answering_all
from graph.answers.stated import findings
from graph.outline import held_documents, key, work
from graph.questions import load
from graph.store import Iri
from ontology import divisions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.store import Store

Name = tuple[str, str]  # an IRI, and what it is called

_AROUND: Final = 40  # characters
_KEPT: Final = 256  # texts; the pages of groups ask for the same ones in turn
_SENTENCE: Final = re.compile(r"[。；！？\n]")


@dataclass(frozen=True, slots=True)
class Due:
    """A time that a text sets, and where; ``date`` is empty where there is no last day."""

    date: str
    term: str
    kind: str
    place: str
    provision: str
    heading: str
    quote: str
    start: int
    name: str


class Around(TypedDict):
    """The words before and after some words."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What is written above everything that one document says."""

    iri: str
    name: str
    title: str
    date: str


class Placed(Protocol):
    """Something that a provision, an annex or a document says."""

    @property
    def place(self) -> str:
        """The IRI of what says it."""


Entry = TypeVar("Entry", bound=Placed)


@dataclass(frozen=True, slots=True)
class InDocument(Generic[Entry]):
    """What one document says."""

    document: Heading
    entries: tuple[Entry, ...]


class Known:
    """The documents of a store with their days and places, pairs and times."""

    def __init__(self, store: Store) -> None:
        """Read what is asked of a store when it is asked."""
        self.store = store
        self.days = Dated(store)
        self._text = lru_cache(_KEPT)(self._read)

    def _read(self, document: str) -> str:
        rows = self.store.select(load("text-version"), document=Iri(document))
        return next((row.one("chars", str) for row in rows), "")

    @cached_property
    def held(self) -> Mapping[str, None]:
        """The IRIs of the documents that are held, in their order."""
        return dict.fromkeys(held_documents(self.store))

    @cached_property
    def documents(self) -> Mapping[str, ListedDocument]:
        """What identifies each document; of one without a file that is its title alone."""
        listed = {each.iri: each for each in documents(self.store)}
        return {document: listed.get(document) or self._bare(document) for document in self.held}

    def _bare(self, document: str) -> ListedDocument:
        its = work(self.store, document)
        return ListedDocument(its.number, its.title, "", "", None, 0, "", "", document)

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """The held documents that others cite by a title that is no number of theirs."""
        rows = self.store.select(load("held-as"))
        return {row.one("stub", str): row.one("held", str) for row in rows}

    @cached_property
    def states(self) -> Mapping[str, str]:
        """What became of works that another document repeals or amends."""
        states: dict[str, str] = {}
        for row in self.store.select(load("in-force")):
            gone = row.one("work", str)
            state = row.one("state", str).rpartition("InForce-")[2]
            states[self.aliases.get(gone, gone)] = state
        return states

    @cached_property
    def pairs(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """The pairs that each document was compared in: IRI of the pair, and the other document.

        One is asked for its clauses by its IRI: without that all pairs are looked through.
        """
        found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for row in self.store.select(load("pairs")):
            pair = row.one("pair", str)
            child, parent = row.one("childDocument", str), row.one("parentDocument", str)
            found[child].append((pair, parent))
            found[parent].append((pair, child))
        return {document: tuple(sorted(pairs)) for document, pairs in found.items()}

    @cached_property
    def reasons(self) -> Reasons:
        """What reviewers said of gaps."""
        return Reasons(self.store)

    def owner(self, place: str) -> str:
        """Return the held document that a provision or an annex is in; empty where none is."""
        return iri.owner(place, self.held)

    def place_name(self, code: str) -> str:
        """Return what a place is called; empty where the register has none of the code."""
        division = divisions.get(code)
        return (division.short or division.name) if division else ""

    @cached_property
    def dues(self) -> Mapping[str, tuple[Due, ...]]:
        """The times by the provisions whose agencies they bind.

        As elsewhere, a provision that names nobody is answered for by those named above it.
        """
        answering = {each.stated_in for each in answering_all(self.store)}
        found: defaultdict[str, list[Due]] = defaultdict(list)
        for row, shared in findings(self.store, "deadlines"):
            place, document = shared["stated_in"], row.one("document", str)
            bound = next((each for each in _above(place, document) if each in answering), place)
            year, day = row.optional("year", int), row.optional("date", dt.date)
            found[bound].append(
                Due(
                    date=day.isoformat() if day else f"{year}-12-31" if year else "",
                    term=row.one("term", str),
                    kind=key(row.one("kind", str)),
                    place=place,
                    provision=shared["provision"],
                    heading=shared["heading"],
                    quote=shared["quote"],
                    start=shared["start"],
                    name=shared["document"],
                )
            )
        return {place: tuple(dues) for place, dues in found.items()}

    def around(self, document: str, start: int, end: int) -> Around:
        """Return the words of the same sentence around some words, cut at a readable length."""
        text = self._text(document)
        before = _SENTENCE.split(text[max(start - _AROUND, 0) : start])[-1]
        after = _SENTENCE.split(text[end : end + _AROUND])[0]
        cut = "…" if len(before) == _AROUND else ""
        more = "…" if len(after) == _AROUND else ""
        return Around(before=cut + before.lstrip(), after=after.rstrip() + more)

    def heading(self, document: str) -> Heading:
        """Return what identifies a document that is held."""
        its = self.documents[document]
        title = its.title if its.number else ""
        return Heading(
            document, its.number or its.title, title, its.date.isoformat() if its.date else ""
        )

    def by_document(self, entries: Iterable[Entry]) -> tuple[InDocument[Entry], ...]:
        """Return entries by the documents that have them, the newest first."""
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            found[self.owner(entry.place)].append(entry)
        return tuple(
            InDocument(self.heading(document), tuple(found[document]))
            for document in sorted(found, key=self.newest_first)
        )

    def newest_first(self, document: str) -> tuple[bool, int, str]:
        """Return the key by which documents are listed by their day, those without one last."""
        day = self.documents[document].date
        return day is None, -day.toordinal() if day else 0, document

    def name(self, document: str) -> str:
        """Return the number of a work, or else its title."""
        known = self.documents.get(document)
        return (known.number or known.title) if known else work(self.store, document).name

    def title(self, document: str) -> str:
        """Return the title of a work, held or not."""
        known = self.documents.get(document)
        return known.title if known else work(self.store, document).title


def _above(place: str, document: str) -> Iterator[str]:
    """Yield a place and what contains it, up to the document or the annex that it is in."""
    while place.startswith(document) and not place.endswith("/annex"):
        yield place
        place = place.rpartition("/")[0]
