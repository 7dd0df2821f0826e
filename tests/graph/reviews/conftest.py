"""Stores with the invented chain that a test may change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import pipeline
from graph.store import open_store
from tests.graph.chain import NATION, PROVINCE, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The plan of the nation and that of the province."""
    with open_store(tmp_path / "store", write=True) as opened:
        pipeline.add(opened, read(NATION, "nation.txt"))
        pipeline.add(opened, read(PROVINCE, "province.txt"))
        yield opened
