"""The parts of a zipped file format, unpacked within bounds and parsed without DTDs."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final

from lxml import etree

from graph.errors import NotADocument, TooLarge

_PART: Final = 32 << 20  # bytes that one part may unpack to
_PARTS: Final = 20_000
_LONGEST_TYPE: Final = 100  # characters of a media type


def open_archive(data: bytes, name: str) -> zipfile.ZipFile:
    """Open a zip archive.

    Raises:
        NotADocument: it is damaged.
        TooLarge: it has more parts than a document has.

    """
    try:  # zipfile raises NotImplementedError for a version or compression that it cannot read
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise damaged(name, str(error)) from error
    if len(archive.infolist()) > _PARTS:
        message = f"{name}: 压缩包内文件过多 / more than {_PARTS} parts in the archive"
        raise TooLarge(message)
    return archive


def mimetype(archive: zipfile.ZipFile) -> str:
    """Return what an OpenDocument file says it is, or nothing where an archive is none."""
    try:
        with archive.open("mimetype") as part:
            return part.read(_LONGEST_TYPE).decode("ascii", "replace")
    except (KeyError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error, OSError):
        return ""


def read_part(archive: zipfile.ZipFile, part: str, name: str) -> etree._Element | None:
    """Return the root of an XML part, or None when the archive has no such part.

    Raises:
        NotADocument: it is damaged, encrypted, or has a DTD, which no document needs.
        TooLarge: it unpacks to more than is read.

    """
    if part not in archive.namelist():
        return None
    try:
        with archive.open(part) as stream:
            data = stream.read(_PART + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise damaged(name, f"{part}: {error}") from error
    if len(data) > _PART:
        message = f"{name}: {part} 解压后超过 {_PART >> 20} MB / unpacks to more than is read"
        raise TooLarge(message)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise damaged(name, f"{part}: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise damaged(name, f"{part}: DTD")
    return root


def damaged(name: str, reason: str) -> NotADocument:
    """Return the error for a file that begins as a document but cannot be read as one."""
    return NotADocument(
        f"{name}: 文件已损坏 / the file is damaged ({' '.join(reason.split())}); save it again"
    )
