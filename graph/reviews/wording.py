"""Where words stand in what holds them, told without the offsets of the file.

Words are held by the provision whose own words they are, or else by the stretch between two
provisions (a preamble, a closing). In it they are told by how often they occur and which of these
occurrences is meant: text that is put in elsewhere leaves that as it is, and where the same words
are put in beside them nobody can tell any more which of them were meant.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.store import Value

    Said: TypeAlias = "Mapping[str, Mapping[str, Sequence[Value]]]"


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words with their offsets in a text (its IRI)."""

    start: int
    end: int
    quote: str
    text: str

    def __contains__(self, other: Passage) -> bool:
        """Tell whether other words of the same text stand within these."""
        return self.text == other.text and self.start <= other.start and other.end <= self.end


class Wording:
    """The words of graphs, in plain values, by the provisions that hold them."""

    def __init__(self, graph: Said) -> None:
        """Take what is said in the graph of a document, or in several."""
        self._graph = graph

    def passages(self, thing: str, predicate: str) -> Iterator[Passage]:
        """Yield the words that a thing has as evidence."""
        for node in self._graph[thing].get(predicate, ()):
            evidence = self._graph[str(node)]
            values: dict[str, Value] = {}
            for selector in evidence[names.oa_hasSelector]:
                values |= {each: its[0] for each, its in self._graph[str(selector)].items()}
            yield Passage(
                start=int(str(values[names.oa_start])),
                end=int(str(values[names.oa_end])),
                quote=str(values[names.oa_exact]),
                text=str(evidence[names.oa_hasSource][0]),
            )

    def place(self, words: Passage) -> str:
        """Return what holds words (nothing for none), and which occurrence they are of how many."""
        holder, stretches = self._holder(words)
        found = [at for start, end in stretches for at in self._occurrences(words, start, end)]
        return f"{holder} {sum(at <= words.start for at in found)}/{len(found)}"

    def _occurrences(self, words: Passage, start: int, end: int) -> Iterator[int]:
        """Yield where the words begin within a stretch; they may end behind it."""
        text, until = self._texts.get(words.text, ""), end - 1 + len(words.quote)
        at = text.find(words.quote, start, until)
        while at >= 0:
            yield at
            at = text.find(words.quote, at + 1, until)

    def _holder(self, words: Passage) -> tuple[str, list[tuple[int, int]]]:
        """Return the provision, or nothing, that holds words, and the stretches that it has."""
        own = self._provisions.get(words.text, [])
        behind = bisect_right(own, words.start, key=lambda each: each[0])
        before, after = own[:behind][-1:], own[behind : behind + 1]
        for _, end, provision in before:
            if words.start < end:
                return provision, self._stretches[provision]
        start = before[0][1] if before else 0
        return "", [(start, after[0][0] if after else len(self._texts.get(words.text, "")))]

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        return {
            text: str(its[names.cnt_chars][0])
            for text, its in self._graph.items()
            if names.cnt_chars in its
        }

    @cached_property
    def _provisions(self) -> Mapping[str, list[tuple[int, int, str]]]:
        """The stretches of the provisions of each text, in its order."""
        found: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for thing, its in self._graph.items():
            if names.eli_LegalResourceSubdivision in its.get(names.rdf_type, ()):
                for each in self.passages(thing, names.zm_evidence):
                    found[each.text].append((each.start, each.end, thing))
        return {text: sorted(those) for text, those in found.items()}

    @cached_property
    def _stretches(self) -> Mapping[str, list[tuple[int, int]]]:
        found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for those in self._provisions.values():
            for start, end, provision in those:
                found[provision].append((start, end))
        return found
