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

from graph.errors import MissingExtra, NotADocument
from graph.model import TextWarning
from graph.sources import page_layout, scan
from graph.sources.archive import damaged
from graph.sources.page_layout import Word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import SourceText

_TILT: Final = 0.1  # radians off the axes from which characters are a watermark
_SPARSE: Final = 5  # characters on a page up to which it is a picture of a page
_SCALE: Final = 200 / 72  # pixels in a point: 200 dpi
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
    with document:
        pages = list(_pages(document, name))
        pictures = [number for number, page in enumerate(pages, 1) if page is None]
        warnings: tuple[TextWarning, ...] = ()
        unsure: set[str] = set()
        if pictures:
            try:
                recogniser = scan.Recogniser(name)
            except MissingExtra:
                if len(pictures) == len(pages):
                    raise
                warnings = (_unread(pictures),)
            else:
                for number in pictures:
                    picture = document[number - 1].render(scale=_SCALE).to_numpy()
                    pages[number - 1] = recogniser.sheet(picture, number, 1 / _SCALE)
                unsure = recogniser.unsure
    return page_layout.source_text(
        [page for page in pages if page is not None],
        name,
        "application/pdf",
        sha256,
        recognised=() if warnings else pictures,
        unsure=unsure,
        warnings=warnings,
    )


def _pages(document: pypdfium2.PdfDocument, name: str) -> Iterator[page_layout.Sheet | None]:
    """Yield the lines of each page, or None for the picture of one."""
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError as error:
            raise damaged(name, f"page {number}: {error}") from error
        words = list(_words(page))
        is_picture = len(words) <= _SPARSE and _has_picture(page)
        yield None if is_picture else page_layout.sheet(words, number, page.get_height())
        page.close()


def _unread(pages: list[int]) -> TextWarning:
    numbers = ", ".join(map(str, pages))
    return TextWarning(
        "unread-pages",
        f"第 {numbers} 页是图片，未读取 / pages that are pictures are not read: {numbers}; "
        "pip install 'zhengmai[ocr]'",
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
