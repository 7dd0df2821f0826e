"""The one door: which format some bytes are in, told by their content, and its reader."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from graph.errors import EmptySource, SourceError, TooLarge
from graph.sources import plain
from graph.sources.html import declared_encoding, is_html
from graph.sources.decoding import decode

if TYPE_CHECKING:
    from pathlib import Path

    from graph.model import SourceText

LIMIT: Final = 64 << 20  # bytes of a file that is read


def read_source(path: Path) -> SourceText:
    """Read the file at ``path``. The name kept is its last part, never the folders.

    Raises:
        SourceError: it cannot be opened, or for the reasons of ``read_bytes``.

    """
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        message = f"{path}: 无法打开 / cannot be opened: {error.strerror}"
        raise SourceError(message) from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> SourceText:
    """Read ``data`` in the format that its content shows; ``name`` only tells it to people.

    Raises:
        EmptySource: it holds no text.
        NotADocument: it is no text, or of no format that is read.
        TooLarge: it is, or unpacks to, more than what is read.
        MissingExtra: its format needs an optional package, which the message names.

    """
    if len(data) > LIMIT:
        message = (
            f"{name}: 超过 {LIMIT >> 20} MB / larger than {LIMIT >> 20} MB; split it and try again"
        )
        raise TooLarge(message)
    if not data:
        message = f"{name}: 空文件 / the file is empty"
        raise EmptySource(message)
    sha256 = hashlib.sha256(data).hexdigest()
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data, name, sha256)
    if b"%PDF-" in data[:1024]:
        from graph.sources import pdf

        return pdf.read(data, name, sha256)
    decoded = decode(data, name, declared_encoding(data))
    if is_html(decoded.text):
        from graph.sources import html

        return html.read(decoded, name, sha256)
    return plain.read(decoded, name, sha256)


def _zipped(data: bytes, name: str, sha256: str) -> SourceText:
    from graph.sources import archive, docx

    with archive.open_archive(data, name) as parts:
        names = set(parts.namelist())
    if "word/document.xml" in names:
        return docx.read(data, name, sha256)
    raise NotImplementedError
