"""The justifications that reviewers record: a graph of their own, which no document's text touches.

A justification holds for the words that it was given for. Where the clause has other words since,
the gap is open again and shows the old reason.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph import iri
from graph.alignments.held import digest
from graph.outline import stretches
from graph.questions import load
from graph.store import Iri
from graph.triples.terms import code, link, words
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import Triple

    from graph.store import Store


@dataclass(frozen=True, slots=True)
class Justified:
    """Why a gap of a clause is none; ``gap`` is empty where it is about all of them.

    ``digest`` is that of the clause's words at the time, ``reviewed`` those of the parent clauses
    that were looked at. ``document`` is the other document that it is about alone, empty for all.
    """

    about: str
    because: str
    gap: str = ""
    digest: str = ""
    reviewed: frozenset[str] = frozenset()
    document: str = ""


def justified(store: Store) -> tuple[Justified, ...]:
    """Return what was recorded, by clause, kind of gap and document."""
    found: dict[tuple[str, str, str], Justified] = {}
    for row in store.select(load("justifications")):
        about, gap = row.one("about", str), row.optional("gap", str) or ""
        document = row.optional("document", str) or ""
        seen = row.optional("reviewed", str)
        before = found.get((about, gap, document))
        found[about, gap, document] = Justified(
            about=about,
            because=row.one("because", str),
            gap=gap,
            digest=row.optional("digest", str) or "",
            reviewed=frozenset(filter(None, [seen])) | (before.reviewed if before else frozenset()),
            document=document,
        )
    return tuple(found[each] for each in sorted(found))


def words_now(store: Store, document: str) -> Mapping[str, str]:
    """Return the digests of the words of a document's provisions, by their IRIs."""
    return {
        part: digest("".join("".join(stretch.words for stretch in own).split()))
        for part, own in stretches(store, document).items()
    }


def record(store: Store, given: Justified, document: str) -> None:
    """Record a justification in place of an earlier one; an empty reason takes it back.

    It is about a clause, or a document itself, and ``document`` is the one that has it (an IRI).
    What its words are now, and which parent clauses were looked at, is noted with it.
    """
    same = (given.about, given.gap, given.document)
    kept = [each for each in justified(store) if (each.about, each.gap, each.document) != same]
    if given.because.strip():
        bound = {"parentDocument": Iri(given.document)} if given.document else {}
        rows = store.select(load("alignments"), child=Iri(given.about), **bound)
        kept.append(
            replace(
                given,
                because=given.because.strip(),
                digest=words_now(store, document).get(given.about, ""),
                reviewed=frozenset(row.one("fingerprint", str) for row in rows),
            )
        )
    graph = iri.JUSTIFICATIONS_GRAPH
    if kept:
        store.replace(graph, [triple for each in kept for triple in _triples(each)])
    else:
        store.remove(graph)


def _triples(each: Justified) -> Iterator[Triple]:
    path = each.about.removeprefix(names.ID).split("/")
    other = ["for", *each.document.removeprefix(names.ID).split("/")] if each.document else []
    node = iri.thing("justification", *path, each.gap or "*", *other)
    yield link(node, names.rdf_type, names.zm_Justification)
    yield link(node, names.zm_about, each.about)
    yield words(node, names.zm_because, each.because)
    if each.gap:
        yield code(node, names.zm_gap, each.gap)
    if each.document:
        yield link(node, names.zm_forDocument, each.document)
    if each.digest:
        yield code(node, names.zm_digest, each.digest)
    for seen in sorted(each.reviewed):
        yield code(node, names.zm_reviewed, seen)
