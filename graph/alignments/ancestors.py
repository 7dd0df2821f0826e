"""Documents and the ancestors that they do not state: the stated parents of their parents, and on.

A clause that carries out a clause of the parent need not carry out what that one carries out. So
each document is compared with each held ancestor directly, once, by whichever stated parents lead
there; what a document states itself is no ancestor. Such a pair is of another class than that of a
stated parent, in a graph of its own, and no answer takes the one for the other. It is compared anew
from the words in force whenever one of the two has others: nothing rests on what it said before,
and no reviewer decides on it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from graph import iri
from graph.align import compare
from graph.align.justification import justification
from graph.alignments.pair import links
from graph.alignments.statements import evidence
from graph.questions import load
from graph.store import Iri
from graph.triples.terms import code, link, measure, whole, words
from ontology import names
from ontology.lexicon import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Triple

    from graph.alignments.held import Held, Shelf
    from graph.store import Store


def realign_ancestors(store: Store, shelf: Shelf, changed: Iterable[str], document: str) -> int:
    """Bring the pairs with ancestors up to date, after those with the stated parents were.

    ``changed`` are the documents whose stated parents may have changed, ``document`` is the one
    whose words did. Only they and what states them, level by level, can have other ancestors now.

    Returns how many pairs were compared.
    """
    compared = 0
    for child in sorted(_descendants(store, changed)):
        wanted = ancestors(store, child)
        known = _known(store, child)
        for ancestor in known.keys() - wanted.keys():
            store.remove(iri.ancestor_pair(child, ancestor))
        for ancestor, through in wanted.items():
            if document in (child, ancestor) or known.get(ancestor) != through:
                sides = shelf.take(child), shelf.take(ancestor)
                triples = dict.fromkeys(_triples(*sides, through))
                store.replace(iri.ancestor_pair(child, ancestor), triples)
                compared += 1
    return compared


def ancestors(store: Store, child: str) -> Mapping[str, frozenset[str]]:
    """Return the ancestors of a document that it does not state, with its parents that lead there.

    All are held documents (IRIs). No way leads through the document itself.
    """
    stated = _stated_parents(store, child)
    found: dict[str, set[str]] = {}
    for parent in stated:
        entered, ahead = {child, parent}, [parent]
        while ahead:
            for beyond in _stated_parents(store, ahead.pop()) - entered:
                entered.add(beyond)
                ahead.append(beyond)
        for ancestor in entered - stated - {child}:
            found.setdefault(ancestor, set()).add(parent)
    return {ancestor: frozenset(found[ancestor]) for ancestor in sorted(found)}


def _descendants(store: Store, documents: Iterable[str]) -> set[str]:
    """Return documents, and those that state them as a parent, level by level."""
    entered = set(documents)
    ahead = list(entered)
    while ahead:
        rows = store.select(load("pairs"), parentDocument=Iri(ahead.pop()))
        below = {row.one("childDocument", str) for row in rows} - entered
        entered |= below
        ahead += below
    return entered


def _stated_parents(store: Store, document: str) -> set[str]:
    rows = store.select(load("pairs"), childDocument=Iri(document))
    return {row.one("parentDocument", str) for row in rows}


def _known(store: Store, child: str) -> Mapping[str, frozenset[str]]:
    """Return the ancestors that a document was compared with, by the parents that led there."""
    found: dict[str, set[str]] = {}
    for row in store.select(load("ancestor-pairs"), descendantDocument=Iri(child)):
        found.setdefault(row.one("ancestorDocument", str), set()).add(row.one("through", str))
    return {ancestor: frozenset(through) for ancestor, through in found.items()}


def _triples(child: Held, ancestor: Held, through: frozenset[str]) -> Iterator[Triple]:
    below, above = child.parts, ancestor.parts
    pair = iri.ancestor_pair(below.document, above.document)
    yield link(pair, names.rdf_type, names.zm_AncestorPair)
    yield link(pair, names.zm_descendantDocument, below.document)
    yield link(pair, names.zm_ancestorDocument, above.document)
    for parent in sorted(through):
        yield link(pair, names.zm_through, parent)
    comparison = compare(child.side, ancestor.side)
    ranks: Counter[str] = Counter()
    for label, each in links(comparison):
        ours, theirs = below.provisions[label], above.provisions[each.label]
        paths = (iri.below(ours, below.document), iri.below(theirs, above.document))
        node = f"{pair}/alignment/{'/to/'.join(paths)}"
        ranks[label] += 1
        yield link(node, names.rdf_type, names.zm_AncestorAlignment)
        yield link(node, names.zm_inAncestorPair, pair)
        yield link(node, names.zm_child, ours)
        yield link(node, names.zm_parent, theirs)
        yield code(node, names.zm_fingerprint, ancestor.digests[each.label])
        yield whole(node, names.zm_rank, ranks[label])
        yield link(node, names.sssom_mapping_justification, names.semapv_CompositeMatching)
        yield measure(node, names.sssom_similarity_score, each.score)
        yield link(node, names.adms_status, iri.thing("status", each.status))
        for lang in LANGUAGES:
            yield words(node, names.rdfs_comment, justification(comparison, each, lang), lang)
        yield from evidence(node, (child, label), ancestor, each)
