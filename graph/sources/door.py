"""The one door: each format has a module, imported when a file is in that format."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, Final

from graph.errors import EmptySource, NotADocument, SourceError, TooLarge
from graph.sources import plain
from graph.sources.decoding import decode
from graph.sources.sniffing import (
    Format,
    declared_encoding,
    format_of,
    is_exported_page,
    is_html,
)

if TYPE_CHECKING:
    from pathlib import Path

    from graph.model import SourceText

_SHEETS: Final = frozenset({"xl/workbook.xml", "xl/workbook.bin"})
# The names of the streams of a workbook in a compound file (MS-XLS 2.1.2), in UTF-16.
_OLD_SHEETS: Final = tuple(f"{stream}\0".encode("utf-16-le") for stream in ("Workbook", "Book"))
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
        message = f"{written(path)}: 无法打开 / cannot be opened: {error.strerror}"
        raise SourceError(message) from error
    return read_bytes(data, written(path.name))


def written(path: str | os.PathLike[str]) -> str:
    """Return the name of a file as text, its bytes escaped where they are no UTF-8.

    A name from a zip file of Windows may be in GBK; no encoding is guessed.
    """
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def read_bytes(data: bytes, name: str) -> SourceText:
    """Read ``data`` in the format that its content shows; ``name`` only tells it to people.

    Raises:
        EmptySource: it holds no text.
        NotADocument: it is no text, or of no format that is read.
        TooLarge: it is, or unpacks to, more than what is read.
        MissingExtra: its format needs an optional package, which the message names.

    """
    if len(data) > LIMIT:
        size = f"{LIMIT >> 20} MB"
        message = f"{name}: 超过 {size} / larger than {size}; split it and try again"
        raise TooLarge(message)
    if not data:
        message = f"{name}: 空文件 / the file is empty"
        raise EmptySource(message)
    sha256 = hashlib.sha256(data).hexdigest()
    kind = format_of(data)
    if kind is Format.TEXT:
        return _text(data, name, sha256)
    if kind is Format.ZIP:
        return _zipped(data, name, sha256)
    if kind is Format.PDF:
        from graph.sources import pdf

        return pdf.read(data, name, sha256)
    if kind is Format.OLE:
        if any(stream in data for stream in _OLD_SHEETS):
            raise _spreadsheet(name)
        from graph.sources import doc

        return doc.read(data, name, sha256)
    if kind is Format.IMAGE:
        from graph.sources import scan

        return scan.read(data, name, sha256)
    raise _unread(name, kind)


def _text(data: bytes, name: str, sha256: str) -> SourceText:
    decoded = decode(data, name, declared_encoding(data))
    if is_html(decoded.text):
        from graph.sources import html

        if is_exported_page(decoded.text):
            message = (
                f"{name}: 是政脉导出的网页，不是公文 / is a page that zhengmai exported, and no "
                "document; take the document itself"
            )
            raise NotADocument(message)
        return html.read(decoded, name, sha256)
    return plain.read(decoded, name, sha256)


def _zipped(data: bytes, name: str, sha256: str) -> SourceText:
    from graph.sources import archive, docx, ofd

    with archive.open_archive(data, name) as parts:
        names = {part.lower() for part in parts.namelist()}
        kind = archive.mimetype(parts)
    if docx.PART in names:
        return docx.read(data, name, sha256)
    if ofd.PART in names:
        return ofd.read(data, name, sha256)
    if names & _SHEETS or "spreadsheet" in kind:
        raise _spreadsheet(name)
    if "opendocument" in kind:
        message = (
            f"{name}: 是 OpenDocument 文件，不读取 / is an OpenDocument file, which is not read; "
            "save it as DOCX"
        )
        raise NotADocument(message)
    raise _unread(name, Format.ZIP)


def _spreadsheet(name: str) -> NotADocument:
    return NotADocument(
        f"{name}: 是电子表格，不读取 / is a spreadsheet, which is not read; "
        "copy its cells into a text file or save it as DOCX"
    )


def _unread(name: str, kind: Format) -> NotADocument:
    return NotADocument(
        f"{name}: 不能读取的格式（{kind}）/ the format {kind} is not read; save it as DOCX"
    )
