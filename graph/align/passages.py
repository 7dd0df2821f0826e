"""The clauses of a document that can be compared, each as its sentences and its weighted terms.

A clause is a provision with words of its own. A pure heading is none, but what stands below it is
about what it says; neither the label nor the responsibility tail is part of the words.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from graph.align.masking import BREAK, Masked, mask
from graph.grammar.forms import Forms, compile_forms
from graph.grammar.sentences import Stretch, sentences
from graph.model import Form
from ontology import agencies, lexicon

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from graph.model import Document, FoldedText, Passage, Provision, Reading, Span

FUNCTIONS: Final = "clause-functions"
_LONGEST_LEVEL = 3  # 自治区公安厅
_TAILS = frozenset({Form.TAIL, Form.LINE})
_TELLING = 3.0  # the words of a heading, and the concepts named, say what a clause is about
_SHORTEST_SENTENCE = 8  # 2-grams; a shorter one is found in any text


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in folded offsets, its masked form, and the 2-grams of that."""

    stretch: Stretch
    masked: Masked
    grams: frozenset[str]
    heading: bool

    @property
    def telling(self) -> bool:
        """Whether it is long enough, and no heading, to show a correspondence by itself."""
        return not self.heading and len(self.grams) >= _SHORTEST_SENTENCE


@dataclass(frozen=True, slots=True)
class Clause:
    """A comparable clause. ``section`` is the heading that stands directly above it."""

    provision: Provision
    sentences: tuple[Sentence, ...]
    grams: frozenset[str]
    terms: Mapping[str, float]
    concepts: frozenset[str]
    section: str

    @property
    def label(self) -> str:
        """The printed label."""
        return self.provision.label


def clauses_of(reading: Reading, pattern: re.Pattern[str]) -> tuple[Clause, ...]:
    """Return the comparable clauses in the order of the text; ``pattern`` is what is left out."""
    document = reading.document
    by_label = {provision.label: provision for provision in document.provisions}
    above = {provision.parent for provision in document.provisions}
    stretches = _own_words(reading)
    concepts = _concepts(reading)
    found = []
    for provision in document.provisions:
        read = tuple(_sentences(document, provision, stretches.get(provision.label, ()), pattern))
        if all(sentence.heading for sentence in read) and (provision.label in above or not read):
            continue
        found.append(_clause(provision, read, concepts.get(provision.label, frozenset()), by_label))
    return tuple(found)


def _clause(
    provision: Provision,
    read: tuple[Sentence, ...],
    concepts: frozenset[str],
    by_label: Mapping[str, Provision],
) -> Clause:
    in_heading = _functions_in(provision.heading)
    grams = frozenset().union(*(sentence.grams for sentence in read))
    terms = dict.fromkeys(grams, 1.0)
    for gram in two_grams(provision.heading):
        terms[gram] = _TELLING
    for concept in concepts:
        terms[concept] = _TELLING * (_TELLING if concept in in_heading else 1.0)
    section = by_label[provision.parent].heading if provision.parent else ""
    return Clause(provision, read, grams, terms, concepts, section)


def two_grams(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring Chinese characters; numbers are compared as measures.

    >>> sorted(two_grams("落户·条件2年"))
    ['条件', '落户']
    """
    pairs = (text[index : index + 2] for index in range(len(text) - 1))
    return frozenset(pair for pair in pairs if pair.isalpha())


def folded_offset(folded: FoldedText, offset: int) -> int:
    """Return the first folded offset whose character stands at or behind a source offset."""
    return bisect_left(folded.origin, offset)


def folded_stretch(folded: FoldedText, span: Span) -> Stretch:
    """Return a source span in folded offsets."""
    return Stretch(folded_offset(folded, span.start), folded_offset(folded, span.end))


def _own_words(reading: Reading) -> Mapping[str, tuple[Stretch, ...]]:
    """Return the stretches of each place without the tails that name who answers."""
    folded = reading.document.folded
    tails: dict[str, list[Stretch]] = {}
    for found in reading.responsibilities:
        if found.form in _TAILS:
            tails.setdefault(found.where, []).append(folded_stretch(folded, found.span))
    stretches: dict[str, tuple[Stretch, ...]] = {}
    for passage in reading.document.passages:
        left = tuple(_without(passage, tails.get(passage.where, ())))
        stretches[passage.where] = (*stretches.get(passage.where, ()), *left)
    return stretches


def _without(passage: Passage, tails: list[Stretch] | tuple[()]) -> Iterator[Stretch]:
    at = passage.start
    for tail in sorted(tails, key=lambda tail: tail.start):
        if passage.start <= tail.start < passage.end:
            if at < tail.start:
                yield Stretch(at, tail.start)
            at = max(at, tail.end)
    if at < passage.end:
        yield Stretch(at, passage.end)


def _sentences(
    document: Document,
    provision: Provision,
    stretches: tuple[Stretch, ...],
    pattern: re.Pattern[str],
) -> Iterator[Sentence]:
    text = document.folded.text
    for index, stretch in enumerate(stretches):
        start = stretch.start
        heading_end = -1
        if index == 0:
            start = behind_label(text, stretch, provision)
            if provision.heading and text.startswith(provision.heading, start):
                heading_end = start + len(provision.heading)
        for sentence in sentences(text, start, stretch.end):
            masked = mask(pattern, text, sentence.start, sentence.end)
            grams = two_grams(masked.text)
            is_heading = bool(heading_end >= 0 and sentence.start < heading_end <= sentence.end)
            has_more = is_heading and sentence.end - heading_end > _SHORTEST_SENTENCE
            if masked.text.strip(BREAK):
                yield Sentence(sentence, masked, grams, is_heading and not has_more)


def behind_label(text: str, stretch: Stretch, provision: Provision) -> int:
    """Return where the words of a provision begin behind its printed number."""
    printed = provision.path[-1].partition("~")[0]
    start = text.find(printed, stretch.start, stretch.end)
    at = stretch.start if start < 0 else start + len(printed)
    while at < stretch.end and text[at] in "、.．。） \u3000\n":
        at += 1
    return at


def _concepts(reading: Reading) -> Mapping[str, frozenset[str]]:
    """Return what each place names, as ``scheme:key``: groups, rights, agencies, functions."""
    found: dict[str, set[str]] = {}
    for group in reading.groups:
        found.setdefault(group.where, set()).add(f"groups:{group.group}")
    for right in reading.rights:
        found.setdefault(right.where, set()).add(f"rights:{right.right}")
    for responsibility in reading.responsibilities:
        kind = agency_kind(responsibility.agency)
        if kind:
            found.setdefault(responsibility.where, set()).add(f"agencies:{kind}")
    text = reading.document.folded.text
    for passage in reading.document.passages:
        functions = _functions_in(text[passage.start : passage.end])
        found.setdefault(passage.where, set()).update(functions)
    return {where: frozenset(names) for where, names in found.items()}


def _functions_in(text: str) -> frozenset[str]:
    keys = {key for key, _, _ in _functions().find(text, 0, len(text))}
    return frozenset(f"{FUNCTIONS}:{key}" for key in keys)


@lru_cache(maxsize=4096)
def agency_kind(name: str) -> str | None:
    """Return the full name of the kind of body that a name at any level means (条).

    >>> agency_kind("市审计局") == agency_kind("审计署") == "审计局"
    True
    """
    for length in range(min(_LONGEST_LEVEL, len(name)) + 1):
        kind = agencies.by_name(name[length:]) or agencies.by_national_name(name[length:])
        if kind:
            return kind.full
    return None


@cache
def _functions() -> Forms:
    return compile_forms(lexicon.scheme(FUNCTIONS))
