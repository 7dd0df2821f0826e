from __future__ import annotations

from pathlib import Path
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

    from playwright.sync_api import Browser

    from graph.store import Store

CHROMIUM = Path("/usr/bin/chromium")
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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium, one for all tests: playwright runs once in a thread."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip("no chromium (apt-get install chromium fonts-noto-cjk)")
    with playwright.sync_playwright() as tools:
        opened = tools.chromium.launch(
            executable_path=str(CHROMIUM),
            args=["--no-sandbox", "--disable-3d-apis"],  # offices often have no WebGL
        )
        yield opened
        opened.close()
