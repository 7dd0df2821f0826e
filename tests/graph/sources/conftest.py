"""The makers of small files as fixtures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.graph.sources import makers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@pytest.fixture(scope="session")
def zip_of() -> Callable[[Mapping[str, str | bytes]], bytes]:
    return makers.zipped


@pytest.fixture(scope="session")
def docx_of() -> Callable[..., bytes]:
    return makers.docx


@pytest.fixture(scope="session")
def pdf_of() -> Callable[..., bytes]:
    return makers.pdf


@pytest.fixture(scope="session")
def ofd_of() -> Callable[..., bytes]:
    return makers.ofd
