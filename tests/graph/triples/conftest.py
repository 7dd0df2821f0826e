"""The graph of the reading made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.graph.triples.said import graph_of

if TYPE_CHECKING:
    import pyoxigraph as ox

    from graph.model import Reading


@pytest.fixture(scope="package")
def graph(reading: Reading) -> ox.Store:
    return graph_of(reading)
