"""Which members of a family are included: 配偶、子女、父母 against 配偶、未成年子女、父母."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.align.comparison import Direction, Parameter
from graph.grammar.sentences import Stretch
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.align.passages import Clause
    from graph.align.sides import Pair

_SCHEME = "family-members"


@cache
def kin() -> re.Pattern[str]:
    """Return a pattern of the members of a family."""
    return re.compile(lexicon.alternatives(_SCHEME))


@cache
def _list() -> re.Pattern[str]:
    """Return what finds a list of members, or the one member that follows 本人及其."""
    one = f"(?:{kin().pattern})"
    more = f"(?:(?:[、，和及或]|以及|和其|及其)+{one})+"
    return re.compile(f"{one}{more}|(?<=及其){one}")


def compare(pair: Pair) -> Iterator[Parameter]:
    """Yield the list of family members where both sides have one."""
    ours = _longest(pair.ours.text, (pair.clause,))
    theirs = _longest(pair.theirs.text, pair.parents)
    if ours is None or theirs is None:
        return
    yield Parameter(
        "family",
        "",
        pair.ours.reading.document.folded.span(ours.start, ours.end),
        pair.theirs.reading.document.folded.span(theirs.start, theirs.end),
        _way(_members(pair.ours.text, ours), _members(pair.theirs.text, theirs)),
    )


def _longest(text: str, clauses: tuple[Clause, ...]) -> Stretch | None:
    """Return the longest list of the first clause that has one."""
    for clause in clauses:
        found = [
            Stretch(*match.span())
            for sentence in clause.sentences
            for match in _list().finditer(text, sentence.stretch.start, sentence.stretch.end)
        ]
        if found:
            return max(found, key=lambda stretch: stretch.end - stretch.start)
    return None


def _members(text: str, stretch: Stretch) -> frozenset[str]:
    keys = lexicon.scheme(_SCHEME)
    return frozenset(
        keys[match.group()] for match in kin().finditer(text, stretch.start, stretch.end)
    )


def _way(ours: frozenset[str], theirs: frozenset[str]) -> Direction:
    more, fewer = _covers(ours, theirs), _covers(theirs, ours)
    if more and fewer:
        return Direction.SAME
    if more:
        return Direction.RELAXED
    return Direction.TIGHTENED if fewer else Direction.NOT_COMPARABLE


def _covers(these: frozenset[str], those: frozenset[str]) -> bool:
    return all(_above(member) & these for member in those)


@cache
def _above(member: str) -> frozenset[str]:
    """Return a member with the wider ones: a minor child is a child, and kin."""
    concepts = lexicon.concepts(_SCHEME)
    keys = {concept.iri: key for key, concept in concepts.items()}
    wider = [_above(keys[iri]) for iri in concepts[member].broader]
    return frozenset({member}).union(*wider)
