"""The documents that a text cites, by title and number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extract import citations
from ontology import issuers

if TYPE_CHECKING:
    from graph.model import Document

CODES = frozenset(issuers.register())


def named(document: Document) -> list[tuple[str | None, str | None]]:
    """Title and number of each citation."""
    return [(c.title, c.number) for c in citations.find(document, CODES)]
