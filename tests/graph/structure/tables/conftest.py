"""Tables read from the words of a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.normalise import normalise
from graph.structure.tables import find_tables

if TYPE_CHECKING:
    from collections.abc import Callable

Cells = list[tuple[str, str]]


@pytest.fixture
def rows_of() -> Callable[[str], list[tuple[str, Cells]]]:
    """Return the rows of the tables in a text, each with its cells by their headings."""

    def read(text: str) -> list[tuple[str, Cells]]:
        folded = normalise(text)
        return [
            (
                row.number,
                [(cell.column.heading, folded.text[cell.start : cell.end]) for cell in row.cells],
            )
            for table in find_tables(folded, text, 0, len(folded.text))
            for row in table.rows
        ]

    return read


@pytest.fixture
def unread() -> Callable[[str], list[str]]:
    """Return the words of the tables that are left unread."""

    def read(text: str) -> list[str]:
        folded = normalise(text)
        tables = find_tables(folded, text, 0, len(folded.text))
        return [folded.text[t.start : t.end] for t in tables if not t.read]

    return read
