"""Which held document a citation means that does not lead to its IRI: by the title, never nearly.

Two cases are settled, each only where one held document answers:

- a citation without a number gives the title of a held document or annex, and names its subject
  (《居住证暂行条例》; not 《关于做好招生工作的通知》, of which every year has one);
- a held copy without a number bears the cited title but for the words of places (我区, 新疆) and is
  of the year of the cited number.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph import iri
from graph.align.masking import mask, masker_of
from graph.outline import key
from graph.questions import load
from graph.store import Iri
from ontology import divisions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Row, Store

_ABOUT: Final = "关于"
_SHORTEST: Final = 8  # characters of a title without its places
_YEAR = re.compile(r"〔(\d{4})〕")


@dataclass(frozen=True, slots=True)
class Stated:
    """A parent that a document states: its IRI as cited, and what it is cited by."""

    document: str
    cited: str
    number: str
    title: str


def stated(store: Store, **bindings: str) -> Iterator[Stated]:
    """Yield the parents that documents state, by ``document`` or by ``cited``."""
    found = {
        Stated(
            row.one("document", str),
            row.one("cited", str),
            row.optional("number", str) or "",
            row.optional("title", str) or "",
        )
        for row in store.select(
            load("parents-stated"), **{name: Iri(value) for name, value in bindings.items()}
        )
    }
    yield from sorted(found, key=lambda each: (each.document, each.cited, each.number, each.title))


class Titles:
    """The titles of the held documents and of the parents that they state, read once."""

    def __init__(self, store: Store) -> None:
        """Read the titles of a store."""
        self._store = store
        self._places: dict[str, str] = {}
        self._dates: dict[str, dt.date | None] = {}
        self._bearers: dict[str, set[str]] = {}
        self._citing: dict[str, set[str]] = {}
        self._read(store.select(load("held-titles")))
        for each in stated(store):
            self._note(each)

    def renew(self, document: str) -> None:
        """Read the titles in one document again: it was added, replaced or removed."""
        for known in (self._bearers, self._citing):
            for those in known.values():
                those.discard(document)
        self._read(self._store.select(load("held-titles"), document=Iri(document)))
        for each in stated(self._store, document=document):
            self._note(each)

    def _read(self, rows: tuple[Row, ...]) -> None:
        for row in rows:
            document, title = row.one("document", str), row.one("title", str)
            self._places[document] = key(row.optional("place", str) or divisions.NATION)
            date = self._dates[document] = row.optional("date", dt.date)
            self._bearers.setdefault(_exactly(title), set()).add(document)
            if not row["number"] and date:
                named = self._nearly(title, document, str(date.year))
                self._bearers.setdefault(named, set()).add(document)

    def _note(self, each: Stated) -> None:
        for name in self._names(each):
            self._citing.setdefault(name, set()).add(each.document)

    def bearers(self, each: Stated) -> frozenset[str]:
        """Return the held documents that a stated parent can be, none after the citing one."""
        issued = self._dates.get(each.document)
        return frozenset(
            bearer
            for name in self._names(each)
            for bearer in self._bearers.get(name, ())
            if bearer != each.document and not _after(self._dates.get(bearer), issued)
        )

    def citing(self, document: str) -> frozenset[str]:
        """Return the documents that state a parent by a title that this one bears."""
        return frozenset(
            citing
            for name, bearers in self._bearers.items()
            if document in bearers
            for citing in self._citing.get(name, ())
        )

    def _names(self, each: Stated) -> Iterator[str]:
        if not each.title:
            return
        if not each.number and not each.title.startswith(_ABOUT):
            yield _exactly(each.title)
        year = _YEAR.search(each.number)
        if year:
            yield self._nearly(each.title, each.document, year[1])

    def _nearly(self, title: str, document: str, year: str) -> str:
        bare = iri.bare_title(title)
        place = self._places.get(document, divisions.NATION)
        words = mask(masker_of(place), bare, 0, len(bare)).text
        words = words[max(words.find(_ABOUT), 0) :]
        return f"{year} {words}" if len(words) >= _SHORTEST else f"{year} {document}"


def _exactly(title: str) -> str:
    return iri.bare_title(title)


def _after(one: dt.date | None, other: dt.date | None) -> bool:
    return one is not None and other is not None and one > other
