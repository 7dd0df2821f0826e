"""Held documents as they are compared: read again from the text that the store keeps.

A reading is not stored beside its statements: reading a text again takes about 20 ms, less than
comparing it, gives the same clauses, and cannot disagree with the rules in use. The names of the
clauses are those of the graph.
"""

from __future__ import annotations

import dataclasses
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph import iri
from graph.align import prepare
from graph.alignments.unrejected import unrejected
from graph.model import SourceText
from graph.outline import outline
from graph.questions import load
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from graph.align.sides import Side
    from graph.model import Reading
    from graph.store import Store

_KEPT: Final = 32  # prepared documents; a parent of many children is read once for all of them
_DIGITS: Final = 16


@dataclass(frozen=True, slots=True)
class Held:
    """A held document, prepared to be compared, with the IRIs of its parts.

    ``digests`` are those of the words of its clauses, by their labels, without blanks, widths and
    the clause's own numeral.
    """

    side: Side
    parts: iri.DocumentIris
    digests: Mapping[str, str]


class Shelf:
    """The documents of a store that were compared last, so that none is read for every pair."""

    def __init__(self, store: Store, read: Callable[[SourceText], tuple[Reading, ...]]) -> None:
        """Take a store and what reads the documents in a source text."""
        self._store = store
        self._read = read
        self._held: dict[str, Held] = {}

    def take(self, document: str) -> Held:
        """Return a held document (its IRI)."""
        held = self._held.pop(document, None) or self._prepared(document)
        self._held[document] = held
        while len(self._held) > _KEPT:
            del self._held[next(iter(self._held))]
        return held

    def forget(self, document: str) -> None:
        """Read a document again the next time: its text has changed."""
        self._held.pop(document, None)

    def reading(self, document: str) -> Reading:
        """Return a held document as it is read from its stored text.

        Its number and title are those of the graph, which knows what the file states beside its
        text; what a reviewer rejected is left out.
        """
        return self.take(document).side.reading

    def _prepared(self, document: str) -> Held:
        (row, *_) = self._store.select(load("text-version"), document=Iri(document))
        source = SourceText(
            text=row.one("chars", str),
            name=row.one("fileName", str),
            media_type="text/plain",
            encoding=row.one("encoding", str),
            sha256=row.one("sha256", str),
        )
        number, title = row.optional("number", str), row.optional("title", str) or ""
        reading = max(
            self._read(source),
            key=lambda r: (r.document.number == number, r.document.title == title),
        )
        named = dataclasses.replace(reading.document, number=number, title=title)
        reading = unrejected(self._store, document, dataclasses.replace(reading, document=named))
        side = prepare(reading)
        labels = {part.label: part.iri for part in outline(self._store, document).values()}
        # What other rules read when the document was added is compared when it is added again.
        known = tuple(clause for clause in side.clauses if clause.label in labels)
        side = dataclasses.replace(side, clauses=known)
        text = row.one("text", str)
        parts = iri.DocumentIris(document, (document,), labels, text, text)
        return Held(side, parts, _digests(side))


def _digests(side: Side) -> dict[str, str]:
    document = side.reading.document
    words: dict[str, str] = {}
    for passage in document.passages:
        own = "".join(document.folded.text[passage.start : passage.end].split())
        words[passage.where] = words.get(passage.where, "") + own
    return {
        clause.label: digest(_behind_numeral(words[clause.label], clause.provision.path[-1]))
        for clause in side.clauses
    }


def _behind_numeral(words: str, numeral: str) -> str:
    """Return the words of a clause without its numeral: one that moved says the same."""
    printed = numeral.partition("~")[0]
    return words.partition(printed)[2] if words.startswith(printed) else words


def digest(words: str) -> str:
    """Return the fingerprint of the words of a clause."""
    return hashlib.sha256(words.encode()).hexdigest()[:_DIGITS]
