"""A document as it is held, read again: what comparing two documents needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import SourceText
from graph.pipeline import read_text
from ontology import names

if TYPE_CHECKING:
    from exports.statements import Statements
    from graph.model import Reading


def source_text(said: Statements, document: str) -> str:
    """Return the decoded text of a document; empty where the statements do not hold it."""
    return next((said.text(text, names.cnt_chars) for text in _texts(said, document)), "")


def read_again(said: Statements, document: str) -> Reading:
    """Return the reading of a held document, from its text and what the graph says of its file."""
    text = next(iter(_texts(said, document)))
    file = next(iter(said.links(text, names.eli_is_embodied_by)))
    stated = {
        "number": said.text(document, names.eli_id_local),
        "title": said.text(document, names.eli_title),
        "date_issued": said.text(document, names.eli_date_document),
    }
    return read_text(
        SourceText(
            text=said.text(text, names.cnt_chars),
            name=said.text(file, names.zm_fileName),
            media_type=said.text(file, names.eli_media_type).partition("media-types/")[2],
            encoding=said.text(file, names.zm_encoding),
            sha256=said.text(file, names.zm_sha256),
            metadata={key: value for key, value in stated.items() if value},
        )
    )


def _texts(said: Statements, document: str) -> tuple[str, ...]:
    texts = said.links(document, names.eli_is_realized_by)
    return tuple(text for text in texts if said.all(text, names.cnt_chars))
