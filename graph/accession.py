"""Documents put into a store one after the other, so that none takes another's place unseen.

A text is put in the place of another one only where it is of the same document (its number, or
title, issuer and date) and has most of the words that are held; the text that was there is then
kept as a version. Anything else is kept beside what is held, and told:

- within one run, whatever comes second of one document: nothing says which of them is meant;
- a page that shows number and title of a document and has other words: an explanation (解读), a
  notice about it, an extract;
- the same words in another file, where the document states nothing that tells it from others.

Where such a page came first, the document itself takes its place all the same: it is addressed or
signed and has more provisions, and the page is neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph import iri
from graph.errors import SourceError
from graph.model import PartKind, Place
from graph.pipeline import (
    Added,
    Unchanged,
    add,
    identified,
    open_aligner,
    read_held,
    refresh_vocabulary,
    title_from,
)
from graph.questions import load
from graph.versions import Because, Text, held_text, keep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Document, Reading
    from graph.store import Store
    from graph.versions import Version

_MOST = 0.5  # of the held words
_SENTENCE_END = re.compile(r"[。！？；]")


@dataclass(frozen=True, slots=True)
class Kept:
    """A text that is kept beside the one that is held of its document.

    ``held`` is the file of that one; ``in_run`` tells that it came in the same run.
    """

    name: str
    document: str
    title: str
    version: Version
    held: str
    in_run: bool


class Accession:
    """One run of putting documents into a store that is open for writing."""

    def __init__(self, store: Store, *, replacing: bool = False) -> None:
        """Bring the vocabulary of this version.

        ``replacing``: a text with other words takes the place of the one that is held, too.
        """
        refresh_vocabulary(store)
        self._store = store
        self._replacing = replacing
        self._aligner = open_aligner(store)
        self._taken: dict[str, int] = {}  # documents of this run, and their places in their files

    def take(self, reading: Reading) -> Added | Unchanged | Kept:
        """Put a reading into the store, or keep its text as a version.

        Raises:
            EvidenceError: a statement does not stand at its offsets; nothing is stored.
            SourceError: the file holds two documents that nothing tells apart.

        """
        store = self._store
        reading, _ = identified(store, reading)
        document = reading.document
        graph = iri.document(document)
        held = held_text(store, graph)
        if held is None:
            twin = self._twin(reading)
            if twin:
                return self._keep(document, twin, Because.SAME_WORDS)
            return self._put(graph, reading)
        if held.sha256 == document.source.sha256:
            if self._taken.get(graph, document.place) != document.place:
                raise _double(document)
            return self._put(graph, _under_its_name(reading, held))
        if graph not in self._taken and self._replacing:
            return self._put(graph, reading)
        if iri.version(graph, document.source.sha256) in store:
            return Unchanged(document.source.name, document.number or document.title, held.file)
        because = self._objection(graph, held, reading)
        return self._keep(document, graph, because) if because else self._put(graph, reading)

    def others_of_its_title(self, reading: Reading) -> int:
        """Return how many held documents have the title of one that nothing else tells apart."""
        if iri.is_identified(reading.document):
            return 0
        return len(
            {*same_titled(self._store, reading.document.title)} - {iri.document(reading.document)}
        )

    def _put(self, graph: str, reading: Reading) -> Added | Unchanged:
        self._taken[graph] = reading.document.place
        return add(self._store, reading, self._aligner)

    def _keep(self, document: Document, graph: str, because: Because) -> Kept:
        held = held_text(self._store, graph)
        if held is None:
            message = f"{graph} is not held"
            raise ValueError(message)
        source = document.source
        text = Text(source.text, source.name, source.encoding, source.sha256)
        return Kept(
            name=source.name,
            document=document.number or document.title,
            title=document.title,
            version=keep(self._store, graph, text, because, held.iri),
            held=held.file,
            in_run=graph in self._taken,
        )

    def _objection(self, graph: str, held: Text, reading: Reading) -> Because | None:
        """Return why a text may not take the place of the one that is held; None where it may."""
        was = self._reading_of(graph)
        before = _sentences(was) if was else frozenset(_parted(held.chars))
        now = _sentences(reading)
        if before == now and graph in self._taken:
            return Because.SAME_WORDS
        if _share(before, now) < _MOST:
            return None if was and _is_page_about(was, reading) else Because.OTHER_WORDS
        return Because.SAME_RUN if graph in self._taken else None

    def _twin(self, reading: Reading) -> str:
        """Return the held document of the same title and words; empty where there is none.

        Only for a document that states nothing which tells it from others.
        """
        if iri.is_identified(reading.document):
            return ""
        words = _sentences(reading)
        for graph in same_titled(self._store, reading.document.title):
            was = self._reading_of(graph)
            if was and _sentences(was) == words:
                return graph
        return ""

    def _reading_of(self, graph: str) -> Reading | None:
        try:
            return read_held(self._store, graph)
        except SourceError:  # what rules of before read and those of today do not
            return None


def same_titled(store: Store, title: str) -> tuple[str, ...]:
    """Return the held documents (IRIs) that bear just this title."""
    things = {row.one("thing", str) for row in store.select(load("named"), text=title)}
    return tuple(sorted(thing for thing in things if iri.is_document(thing) and thing in store))


def _under_its_name(reading: Reading, held: Text) -> Reading:
    """Return a reading of the bytes that are held under the name that they are held under."""
    document = reading.document
    named = replace(document, source=replace(document.source, name=held.file))
    if not document.titled:
        named = replace(named, title=title_from(held.file))
    return replace(reading, document=named)


def _double(document: Document) -> SourceError:
    name = document.number or document.title
    return SourceError(
        f"{document.source.name}: 文件中有两个公文标识相同（{name}），只存第一个 / holds two "
        "documents that nothing tells apart; the first one is kept, split the file to add the other"
    )


def _is_page_about(held: Reading, reading: Reading) -> bool:
    """Tell whether what is held is a page about a document, and the other one the document."""
    more = len(reading.document.provisions) > len(held.document.provisions)
    return more and _is_letter(reading) and not _is_letter(held)


def _is_letter(reading: Reading) -> bool:
    marks = {PartKind.ADDRESSEE, PartKind.SIGNATURE}
    return any(part.kind in marks for part in reading.document.parts)


def _sentences(reading: Reading) -> frozenset[str]:
    """Return the sentences of a document, without blanks, its title and what stands around it."""
    document = reading.document
    own = (each for each in document.passages if each.where != Place.TITLE)
    words = (document.folded.text[each.start : each.end] for each in own)
    return frozenset(_parted("。".join(words)))


def _parted(words: str) -> Iterator[str]:
    return filter(None, _SENTENCE_END.split("".join(words.split())))


def _share(of: frozenset[str], among: frozenset[str]) -> float:
    """Return how much of some sentences, by length, stands among others."""
    whole = sum(map(len, of))
    return sum(map(len, of & among)) / whole if whole else 1.0
