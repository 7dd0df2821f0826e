"""How many mentions of bodies are told apart, by level and form, and which are not.

A mention falls on a kind where the register has the kind or class of the body, and on a place where
the body is one of one place besides. Sets that a text leaves open (相关部门) are counted apart.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph.issuer import day_of
from graph.resolve import Agency, OpenSet, open_set, resolver
from ontology import divisions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.model import Reading, Responsibility
    from graph.resolve import Resolution

_MOST = 100


class Outcome(StrEnum):
    """How far a mention is told."""

    PLACE_AND_KIND = "place-and-kind"
    KIND = "kind"
    NEITHER = "neither"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of a body in a document, and what it was resolved to.

    ``document`` is the number or, without one, the name of the file; ``level`` that of the
    document's place (国 省 市 县), empty where it is not known.
    """

    document: str
    level: str
    found: Responsibility
    resolution: Resolution

    @property
    def outcome(self) -> Outcome:
        """Tell how far the mention is told."""
        if isinstance(self.resolution, OpenSet):
            return Outcome.OPEN
        if isinstance(self.resolution, Agency):
            return Outcome.PLACE_AND_KIND if self.resolution.classified else Outcome.NEITHER
        return Outcome.KIND if self.resolution.kind else Outcome.NEITHER


@dataclass(frozen=True, slots=True)
class Share:
    """How many mentions of a level or form fall on a kind, on a place and kind, or are open."""

    key: str
    named: int
    kind: int
    place: int
    open: int


@dataclass(frozen=True, slots=True)
class Missed:
    """A name that no kind has, how often it is met, and a document that has it."""

    name: str
    count: int
    document: str


def mentions(readings: Iterable[Reading]) -> Iterator[Mention]:
    """Yield the mentions of bodies in readings, in the order of the texts."""
    for reading in readings:
        document = reading.document
        day = day_of(document)
        resolve = resolver(document.jurisdiction, day)
        place = divisions.get(document.jurisdiction.code) if document.jurisdiction else None
        label = document.number or document.source.name
        for found in reading.responsibilities:
            body = open_set(found.agency, day) if found.open else resolve(found.agency)
            yield Mention(label, place.level if place else "", found, body)


def draw(found: Iterable[Mention], seed: str, size: int) -> tuple[Mention, ...]:
    """Return a sample of the mentions that name a body, to be checked by hand.

    A mention's document, place and name decide with the seed whether it is drawn, so that what is
    added to the texts or to the rules leaves the rest of the sample as it was.
    """
    named = [mention for mention in found if not mention.found.open]
    return tuple(sorted(named, key=lambda mention: _lot(mention, seed))[:size])


def _lot(mention: Mention, seed: str) -> bytes:
    parts = (seed, mention.document, str(mention.found.name_span.start), mention.found.agency)
    return hashlib.sha256("\0".join(parts).encode()).digest()


def by_level(found: Iterable[Mention]) -> tuple[Share, ...]:
    """Return the shares by the level of the documents, the whole (``""``) last."""
    return _shares((mention.level or "?", mention) for mention in found)


def by_form(found: Iterable[Mention]) -> tuple[Share, ...]:
    """Return the shares by how the mentions are written, the whole (``""``) last."""
    return _shares((str(mention.found.form), mention) for mention in found)


def missed(found: Iterable[Mention], most: int = _MOST) -> tuple[Missed, ...]:
    """Return the names that no kind has, the most frequent first."""
    counts: Counter[str] = Counter()
    documents: dict[str, str] = {}
    for mention in found:
        if mention.outcome is Outcome.NEITHER:
            counts[mention.found.agency] += 1
            documents.setdefault(mention.found.agency, mention.document)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Missed(name, count, documents[name]) for name, count in ranked[:most])


def _shares(found: Iterable[tuple[str, Mention]]) -> tuple[Share, ...]:
    counts: Counter[tuple[str, Outcome]] = Counter()
    for key, mention in found:
        counts[key, mention.outcome] += 1
        counts["", mention.outcome] += 1
    keys = sorted({key for key, _ in counts if key})
    return tuple(_share(key, counts) for key in (*keys, ""))


def _share(key: str, counts: Counter[tuple[str, Outcome]]) -> Share:
    place, neither = counts[key, Outcome.PLACE_AND_KIND], counts[key, Outcome.NEITHER]
    kind = place + counts[key, Outcome.KIND]
    return Share(key, kind + neither, kind, place, counts[key, Outcome.OPEN])
