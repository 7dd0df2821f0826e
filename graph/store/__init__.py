"""The store: a folder that holds every document's statements and an index of its words.

Outside of this package nothing knows which database answers. Statements come in as the terms of
pyoxigraph (``graph.triples`` makes them) and go out as plain values in a :class:`Row`, or without
loss as N-Triples.
"""

from __future__ import annotations

from graph.store.embedded import Store, open_store
from graph.store.folder import is_store
from graph.store.passages import Passage
from graph.store.rows import Row, Table
from graph.store.search import Hit
from graph.store.terms import Iri, Value, ntriples

__all__ = [
    "Hit",
    "Iri",
    "Passage",
    "Row",
    "Store",
    "Table",
    "Value",
    "is_store",
    "ntriples",
    "open_store",
]
