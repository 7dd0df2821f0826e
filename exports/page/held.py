"""The text of a document as it is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ontology import names

if TYPE_CHECKING:
    from exports.statements import Statements


def source_text(said: Statements, document: str) -> str:
    """Return the decoded text of a document; empty where the statements do not hold it."""
    texts = said.links(document, names.eli_is_realized_by)
    return next(filter(None, (said.text(text, names.cnt_chars) for text in texts)), "")
