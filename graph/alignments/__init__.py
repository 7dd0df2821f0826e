"""Alignments in the store: of a document and each parent that it states, where both are held.

With the further ancestors it is compared as well (:mod:`graph.alignments.ancestors`). Each pair has
a named graph of its own. It is made anew whenever one of its two documents is added in another
text, and taken out with either of them. The work grows with the number of pairs: only what states
the document as a parent, level by level, or is stated by it, is looked at.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph import iri
from graph.align import compare
from graph.alignments.ancestors import realign_ancestors
from graph.alignments.baseline import baseline, reviewed
from graph.alignments.held import Shelf
from graph.alignments.pair import PairOf
from graph.alignments.pair import statements as decidable
from graph.alignments.statements import pair_triples
from graph.alignments.titles import Titles, stated
from graph.questions import load
from graph.reviews import recorded
from graph.reviews.standing import moved
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from graph.alignments.held import Held
    from graph.model import Reading, SourceText
    from graph.store import Store

__all__ = ["Aligner", "Shelf"]


class Aligner:
    """Keeps the pairs of an open store up to date, reading each document once for many pairs."""

    def __init__(self, store: Store, read: Callable[[SourceText], tuple[Reading, ...]]) -> None:
        """Take a store open for writing, and what reads the documents in a text."""
        self._store = store
        self._shelf = Shelf(store, read)
        self._titles = Titles(store)

    def realign(self, document: str) -> int:
        """Bring the pairs of a document up to date after it was added, replaced or removed.

        The aligner must have been made before that, so that it knows the title that went.

        Returns how many pairs were compared. A pair that is as it should be is not compared again
        unless the document is one of the two.
        """
        self._shelf.forget(document)
        concerned = self._titles.citing(document)  # by the title that it had
        self._titles.renew(document)
        concerned |= _concerned(self._store, self._titles, document)
        compared = sum(self._realign_child(child, document) for child in sorted(concerned))
        return compared + realign_ancestors(self._store, self._shelf, concerned, document)

    def _realign_child(self, child: str, document: str) -> int:
        store, compared = self._store, 0
        wanted = _parents(store, self._titles, child) if child in store else {}
        for pair, parent in _pairs(store, child):
            if parent not in wanted:
                store.remove(pair)
        for parent, stubs in wanted.items():
            if document in (child, parent) or iri.pair(child, parent) not in store:
                _compare(store, self._shelf.take(child), self._shelf.take(parent), stubs)
                compared += 1
        return compared


def _concerned(store: Store, titles: Titles, document: str) -> frozenset[str]:
    """Return the document, and those whose parent it is, was or may be."""
    named = {each.document for each in stated(store, cited=document)}
    for row in store.select(load("annexes"), document=Iri(document)):
        named |= {each.document for each in stated(store, cited=row.one("annex", str))}
    rows = store.select(load("pairs"), parentDocument=Iri(document))
    compared = {row.one("childDocument", str) for row in rows}
    return frozenset({document, *named, *compared, *titles.citing(document)})


def _parents(store: Store, titles: Titles, child: str) -> Mapping[str, tuple[str, ...]]:
    """Return the held parents of a document, with the IRIs by which it cites them otherwise."""
    found: dict[str, set[str]] = {}
    for each in stated(store, document=child):
        direct = each.cited.partition("/annex/")[0]
        if direct == child:
            continue
        if direct in store:
            found.setdefault(direct, set())
            continue
        bearers = titles.bearers(each)
        if len(bearers) == 1:
            found.setdefault(next(iter(bearers)), set()).add(each.cited)
    return {parent: tuple(sorted(stubs)) for parent, stubs in sorted(found.items())}


def _pairs(store: Store, child: str) -> list[tuple[str, str]]:
    """Return the pairs of a child with their parents."""
    rows = store.select(load("pairs"), childDocument=Iri(child))
    return sorted((row.one("pair", str), row.one("parentDocument", str)) for row in rows)


def _compare(store: Store, child: Held, parent: Held, stubs: tuple[str, ...]) -> None:
    name = iri.pair(child.parts.document, parent.parts.document)
    made = recorded.reviews(store, within=name)
    pair = PairOf(child, parent, stubs, baseline(store, name), reviewed(store), made)
    comparison = compare(child.side, parent.side)
    if made:
        now = moved(made, decidable(pair, comparison))
        recorded.replace(store, made, now)
        pair = replace(pair, reviews=now)
    store.replace(name, pair_triples(pair, comparison))
