"""The readings of the invented chain, and the province's and the city's plan compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.align import align
from tests.graph.chain import CITY, NATION, PROVINCE, read

if TYPE_CHECKING:
    from graph.align.comparison import Comparison
    from graph.model import Reading


@pytest.fixture(scope="session")
def nation() -> Reading:
    return read(NATION, "nation.txt")


@pytest.fixture(scope="session")
def province() -> Reading:
    return read(PROVINCE, "province.txt")


@pytest.fixture(scope="session")
def city() -> Reading:
    return read(CITY, "city.txt")


@pytest.fixture(scope="session")
def down(province: Reading, nation: Reading) -> Comparison:
    """The province's plan against the centre's."""
    return align(province, nation)


@pytest.fixture(scope="session")
def further_down(city: Reading, province: Reading) -> Comparison:
    """The city's plan against the province's."""
    return align(city, province)
