from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import iri
from graph.pipeline import read_sample
from graph.resolve import resolver
from graph.store import open_store
from graph.triples import reading_triples, vocabulary_triples
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Store

KORLA = f"{names.ID}document/库政办发/2018/171"


@pytest.fixture(scope="session")
def korla() -> str:
    return KORLA


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the sample and the vocabulary."""
    reading = read_sample()
    triples = reading_triples(reading, resolver(reading.document.jurisdiction), "0.1.0")
    with open_store(tmp_path_factory.mktemp("store") / "store", write=True) as opened:
        opened.replace(KORLA, triples)
        opened.replace(iri.ONTOLOGY_GRAPH, vocabulary_triples())
        yield opened
