"""A store that a test may change, with the invented chain from the centre to the city."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import pipeline
from graph.store import open_store
from tests.graph.chain import CITY, NATION, PROVINCE, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store import Store


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store", write=True) as store:
        yield store


@pytest.fixture
def store(empty: Store) -> Store:
    for name, text in (("nation", NATION), ("province", PROVINCE), ("city", CITY)):
        pipeline.add(empty, read(text, f"{name}.txt"))
    return empty
