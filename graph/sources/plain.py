r"""Plain text: decoded, and otherwise left as it is.

Markdown is read as plain text too. What crawlers leave in it (``**``, ``[…](…)``, ``\>``) stays
in the text, so that an offset means the same place in the file and in the reading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import SourceText

if TYPE_CHECKING:
    from graph.sources.decoding import Decoded


def read(decoded: Decoded, name: str, sha256: str) -> SourceText:
    """Return the decoded text as it is."""
    return SourceText(
        text=decoded.text,
        name=name,
        media_type="text/plain",
        encoding=decoded.encoding,
        sha256=sha256,
        warnings=decoded.warnings,
    )
