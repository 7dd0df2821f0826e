"""A statement that can be reviewed, and the fingerprint by which it is known again.

The fingerprint of a finding is a digest of what it states: its own statements without its number,
its review status, the rule and the run that found it; and the words of its evidence with their
place in the provision that holds them (:mod:`graph.reviews.wording`), wherever in the file that is.
That of an alignment are the digests of the words of both clauses.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from graph.reviews.wording import Wording
from graph.store.terms import Iri, name, plain
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Triple

    from graph.reviews.wording import Passage, Said
    from graph.store import Value

_DIGITS: Final = 16
_EVIDENCE: Final = (names.zm_evidence, names.zm_wordEvidence)
_NO_PART: Final = frozenset(
    {*_EVIDENCE, names.adms_status, names.zm_review, names.prov_wasGeneratedBy}
)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a finding or an alignment (an IRI) states: its fingerprint, and the words that do so.

    ``place`` is what it is numbered below, with its kind. It is empty for an alignment: its clause
    has others too. ``former`` is the fingerprint under which reviews were recorded while it held
    the offsets, empty where there was no other.
    """

    finding: str
    fingerprint: str
    place: str
    start: int
    end: int
    quote: str
    former: str = ""

    def is_known_by(self, fingerprint: str) -> bool:
        """Tell whether a review of a fingerprint is about it."""
        return fingerprint in {self.fingerprint, self.former}

    def likeness(self, place: str, quote: str) -> float:
        """Return how much its words are like others that were of a place: 0 to 1.

        It is 1 where either has all words of the other: they say something about the same.
        """
        if self.place != place:
            return 0
        if self.quote in quote or quote in self.quote:
            return 1
        return SequenceMatcher(None, self.quote, quote, autojunk=False).ratio()


def said(triples: Iterable[Triple]) -> Said:
    """Return statements in plain values, by their subjects and predicates."""
    found: dict[str, dict[str, list[Value]]] = {}
    for triple in triples:
        by_predicate = found.setdefault(name(triple.subject), {})
        by_predicate.setdefault(triple.predicate.value, []).append(plain(triple.object))
    return found


def place_of(finding: str) -> str:
    """Return what a finding is numbered below.

    >>> place_of("…/三/（一）/1/responsibility/2")
    '…/三/（一）/1/responsibility'
    """
    return finding.rpartition("/")[0]


def findings(graph: Said) -> Mapping[str, Statement]:
    """Return the findings in the graph of a document, by their IRIs."""
    return statements_of(graph, sorted(graph))


def statements_of(graph: Said, those: Iterable[str]) -> Mapping[str, Statement]:
    """Return what of some things (IRIs) are findings in graphs, by their IRIs."""
    wording = Wording(graph)
    return {
        thing: _statement(graph, wording, thing)
        for thing in those
        if names.zm_Finding in graph.get(thing, {}).get(names.rdf_type, ())
        and graph[thing].get(names.zm_evidence)
    }


def _statement(graph: Said, wording: Wording, finding: str) -> Statement:
    own = [
        f"{predicate} {'<' if isinstance(value, Iri) else ''}{value}"
        for predicate, values in graph[finding].items()
        if predicate not in _NO_PART
        for value in values
    ]
    evidence = sorted(wording.passages(finding, names.zm_evidence))
    words = sorted(wording.passages(finding, names.zm_wordEvidence))
    first = evidence[0]
    return Statement(
        finding=finding,
        fingerprint=_of([*own, *_placed(wording, evidence, words)]),
        place=place_of(finding),
        start=first.start,
        end=first.end,
        quote=first.quote,
        former=_of(
            [
                *own,
                *(
                    f"{predicate} {each.start} {each.end} {each.quote}"
                    for predicate, those in zip(_EVIDENCE, (evidence, words), strict=True)
                    for each in those
                ),
            ]
        ),
    )


def _placed(
    wording: Wording, evidence: Iterable[Passage], words: Iterable[Passage]
) -> Iterator[str]:
    """Yield the words that state something, each with its place.

    A word within the evidence has it there: the provision may name the same office elsewhere.
    """
    for each in evidence:
        yield f"{names.zm_evidence} {wording.place(each)} {each.quote}"
    for each in words:
        whole = next((one for one in evidence if each in one), None)
        place = f"+{each.start - whole.start}" if whole else wording.place(each)
        yield f"{names.zm_wordEvidence} {place} {each.quote}"


def _of(lines: Iterable[str]) -> str:
    return digest("\n".join(sorted(lines)))


def digest(words: str) -> str:
    """Return the fingerprint of some words."""
    return hashlib.sha256(words.encode()).hexdigest()[:_DIGITS]


class Statements:
    """What can be reviewed in a graph, found by IRI and by fingerprint."""

    def __init__(self, of: Mapping[str, Statement]) -> None:
        """Take statements by their IRIs."""
        self.of = of
        self._known: dict[str, list[Statement]] = {}
        for each in of.values():
            for fingerprint in filter(None, {each.fingerprint, each.former}):
                self._known.setdefault(fingerprint, []).append(each)

    def known_by(self, fingerprint: str) -> list[Statement]:
        """Return those of a fingerprint."""
        return self._known.get(fingerprint, [])

    def find(self, about: str, fingerprint: str) -> Statement | None:
        """Return the statement of a fingerprint: of that IRI first; None where it is gone."""
        same = self.of.get(about)
        if same and same.is_known_by(fingerprint):
            return same
        return next(iter(self.known_by(fingerprint)), None)
