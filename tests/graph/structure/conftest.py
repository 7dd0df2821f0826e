"""Documents read from the words of a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.model import SourceText
from graph.structure import read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from graph.model import Document


@pytest.fixture
def document_of() -> Callable[..., Document]:
    """Read a text, with the metadata of its file if it has any."""

    def read(text: str, metadata: Mapping[str, str] | None = None) -> Document:
        source = SourceText(
            text=text,
            name="notice.txt",
            media_type="text/plain",
            encoding="utf-8",
            sha256="0" * 64,
            metadata=metadata or {},
        )
        return read_document(source, frozenset({"库政办发", "国办发", "新政发"}))

    return read
