"""Stores in which every word is an attack: titles, numbers, headings, agencies, rules, file names.

The words of the documents themselves are hostile before they are read, so that offsets stand; all
other literals of the graph are made hostile afterwards, but for the labels of provisions, by which
a text that is read again is known (the store of ``conftest`` has hostile ones).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.model import SourceText
from graph.pipeline import add, read_text
from ontology import names
from tests.exports.page.conftest import HOSTILE
from tests.graph.chain import TEXTS

if TYPE_CHECKING:
    from graph.store import Store

# One attack on each way out of a text: an element, an attribute, a script, a template, a formula.
ATTACK = HOSTILE.replace("\u2028\u2029", "")
_WORDS = ("老年人", "护理人员", "养老机构")
_TEXT = {names.cnt_chars, names.oa_exact}  # the source, to the character
_PLAIN = {"http://www.w3.org/2001/XMLSchema#string", f"{names.RDF}langString"}
_CODES = {names.skos_notation}
_PART = ox.NamedNode(names.eli_LegalResourceSubdivision)


def poisoned(store: Store) -> frozenset[str]:
    """Fill a store with a plan and the one that it carries out; return what was made hostile."""
    for name in ("nation.txt", "province.txt"):
        text = TEXTS[name]
        for word in _WORDS:
            text = text.replace(word, f"{word}{ATTACK}")
        add(store, read_text(SourceText(text, name, "text/plain", "utf-8", "0" * 64)))
    touched: set[str] = set()
    for graph in store.graphs():
        found = _triples(store, graph)
        parts = {each.subject for each in found if each.object == _PART}
        store.replace(
            graph,
            [
                each
                if each.subject in parts and each.predicate.value == names.eli_id_local
                else _attacking(each, touched)
                for each in found
            ],
        )
    return frozenset(touched)


def _triples(store: Store, graph: str) -> list[ox.Triple]:
    quads = ox.parse(store.ntriples(graph), format=ox.RdfFormat.N_TRIPLES)
    return [quad.triple for quad in quads]


def _attacking(triple: ox.Triple, touched: set[str]) -> ox.Triple:
    value, predicate = triple.object, triple.predicate
    if (
        not isinstance(value, ox.Literal)
        or value.datatype.value not in _PLAIN
        or predicate.value in _TEXT | _CODES
    ):
        return triple
    touched.add(predicate.value)
    words = f"{value.value}{ATTACK}"
    hostile = ox.Literal(words, language=value.language) if value.language else ox.Literal(words)
    return ox.Triple(triple.subject, predicate, hostile)
