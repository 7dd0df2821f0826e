"""Stores with the invented chain that a test may change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.graph.chain import opened_pair

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The plan of the nation and that of the province."""
    with opened_pair(tmp_path) as opened:
        yield opened
