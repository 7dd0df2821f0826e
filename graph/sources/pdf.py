"""PDF with text: the characters by their places on the page.

What is guaranteed: every character that the pages show stands in the text, but for page numbers,
running heads (named in a warning) and watermarks across the page; an anchor names page and box.
"""

from __future__ import annotations

import ctypes
import math
from typing import TYPE_CHECKING, Final

import pypdfium2
import pypdfium2.raw as pdfium

from graph.errors import NotADocument
from graph.model import SourceText, TextWarning
from graph.sources import page_layout
from graph.sources.archive import damaged
from graph.sources.page_layout import Word
from graph.sources.transcript import Transcript

if TYPE_CHECKING:
    from collections.abc import Iterator

_TILT: Final = 0.1  # radians off the axes from which characters are a watermark
_SPARSE: Final = 5  # characters on a page up to which it is a picture of a page
_UNMAPPED: Final = frozenset({0, 0xFFFE, 0xFFFF})


def read(data: bytes, name: str, sha256: str) -> SourceText:
    """Return the text of a PDF.

    Raises:
        NotADocument: it is damaged or encrypted.
        MissingExtra: it holds pictures of pages, and no package is there to recognise them.
        EmptySource: it holds no text.

    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            message = f"{name}: 文件已加密 / the file is encrypted; save it without a password"
            raise NotADocument(message) from error
        raise damaged(name, str(error)) from error
    warnings: list[TextWarning] = []
    sheets: list[page_layout.Sheet] = []
    pictures: list[int] = []
    with document:
        for number in range(1, len(document) + 1):
            try:
                page = document[number - 1]
            except pypdfium2.PdfiumError as error:
                raise damaged(name, f"page {number}: {error}") from error
            words = list(_words(page))
            if len(words) <= _SPARSE and _has_picture(page):
                pictures.append(number)
            sheets.append(page_layout.sheet(words, number, page.get_height()))
            page.close()
    rows, heads = page_layout.without_furniture(sheets)
    transcript = Transcript(name)
    for pieces in page_layout.paragraphs(rows):
        transcript.write(pieces)
    return SourceText(
        text=transcript.text(),
        name=name,
        media_type="application/pdf",
        encoding="",
        sha256=sha256,
        anchors=transcript.anchors(),
        warnings=tuple(warnings),
    )


def _words(page: pypdfium2.PdfPage) -> Iterator[Word]:
    """Yield the characters of a page that are drawn, in points from its top left corner."""
    text = page.get_textpage()
    left, bottom, right, top = page.get_bbox()
    box = pdfium.FS_RECTF()
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if pdfium.FPDFText_IsGenerated(text, index) == 1 or chr(code) in "\r\n":
            continue
        angle = pdfium.FPDFText_GetCharAngle(text, index) % (math.pi / 2)
        if _TILT < angle < math.pi / 2 - _TILT:
            continue
        pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box))
        yield Word(
            text="�" if code in _UNMAPPED else chr(code),
            left=box.left - left,
            top=top - box.top,
            right=box.right - left,
            bottom=top - box.bottom,
        )
    text.close()


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    return next(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]), None) is not None
