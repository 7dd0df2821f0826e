"""The triples of a reading, and what they say of a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.resolve import resolver
from graph.triples import reading_triples
from ontology import names

if TYPE_CHECKING:
    from graph.model import Reading

DOCUMENT = f"{names.ID}document/库政办发/2018/171"
ANNEX = f"{DOCUMENT}/annex/1"
PARENT = f"{names.ID}document/国办发/2016/72"
POLICE = f"{names.ID}agency/652801/公安局"


def graph_of(reading: Reading) -> ox.Store:
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in statements(reading))
    return store


def statements(reading: Reading) -> list[ox.Triple]:
    return list(reading_triples(reading, resolver(reading.document.jurisdiction), "0.1.0"))


def values(store: ox.Store, subject: str, predicate: str) -> list[str]:
    quads = store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None)
    return sorted(getattr(quad.object, "value", "") for quad in quads)
