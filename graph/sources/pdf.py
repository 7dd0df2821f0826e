"""PDF with text: the characters by their places on the page.

What is guaranteed: every character that the pages show stands in the text, but for page numbers,
running heads (named in a warning) and watermarks across the page; an anchor names page and box.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import pypdfium2
import pypdfium2.raw as pdfium

from graph.errors import MissingExtra, NotADocument, TooLarge
from graph.model import TextWarning
from graph.sources import page_layout, page_text, pdf_strokes, scan
from graph.sources.archive import damaged
from graph.sources.page_layout import Page, Word
from graph.sources.ruled_table import grids, rule_of
from graph.sources.transcript import LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model import SourceText
    from graph.sources.page_layout import Sheet

_PAGES: Final = 5_000
_TILT: Final = 0.06  # of a quarter turn off the axes from which characters are a watermark
_SHOWN: Final = 40  # characters of a watermark that are told
_SPARSE: Final = 5  # characters on a page up to which it is a picture of a page
_SCALE: Final = 200 / 72  # pixels in a point: 200 dpi
_LONGEST: Final = 4_000  # pixels of a side
_UNMAPPED: Final = frozenset({0, 0xFFFE, 0xFFFF})
_LINE_HYPHEN: Final = 2  # what pdfium gives for a hyphen at the end of a line
_FIRST: Final = 0x20  # code points below are controls
_HIGH: Final = re.compile("[\ud800-\udbff]")
_LOW: Final = re.compile("[\udc00-\udfff]")


def read(data: bytes, name: str, sha256: str) -> SourceText:
    """Return the text of a PDF.

    Raises:
        NotADocument: it is damaged or encrypted.
        MissingExtra: it holds pictures of pages, and no package is there to recognise them.
        TooLarge: it has more pages or characters than are read.
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
        reader = _Reader(document, name)
        pages = reader.pages()
        pictures = [number for number, page in enumerate(pages, 1) if page is None]
        unsure = reader.recognise(pages, pictures)
    return page_text.source_text(
        [page for page in pages if page is not None],
        name,
        "application/pdf",
        sha256,
        recognised=[number for number in pictures if pages[number - 1] is not None],
        unsure=unsure,
        warnings=reader.warnings(pages),
    )


@dataclass(slots=True)
class _Reader:
    """Reads the pages of an open file; ``tilted`` collects the characters of watermarks."""

    document: pypdfium2.PdfDocument
    name: str
    tilted: list[str] = field(default_factory=list)

    def pages(self) -> list[Sheet | None]:
        """Return the lines of each page, or None for the picture of one."""
        if len(self.document) > _PAGES:
            message = f"{self.name}: 页数过多 / more than {_PAGES} pages; split it and try again"
            raise TooLarge(message)
        drawn: list[Page | None] = []
        for number in range(1, len(self.document) + 1):
            try:
                page = self.document[number - 1]
            except pypdfium2.PdfiumError as error:
                raise damaged(self.name, f"page {number}: {error}") from error
            glyphs = list(self._glyphs(page))
            is_picture = len(glyphs) <= _SPARSE and _has_picture(page)
            drawn.append(None if is_picture else _upright(glyphs, page, number))
            page.close()
        read = iter(page_layout.sheets([page for page in drawn if page is not None]))
        return [None if page is None else next(read) for page in drawn]

    def recognise(self, pages: list[Sheet | None], pictures: list[int]) -> set[str]:
        """Fill in the pages that are pictures, and return the places that are not sure."""
        if not pictures:
            return set()
        try:
            recogniser = scan.Recogniser(self.name)
        except MissingExtra:
            if len(pictures) == len(pages):
                raise
            return set()
        for number in pictures:
            page = self.document[number - 1]
            scale = min(_SCALE, _LONGEST / max(page.get_size()))
            pages[number - 1] = recogniser.sheet(
                page.render(scale=scale).to_numpy(), number, 1 / scale
            )
        return recogniser.unsure

    def warnings(self, pages: list[Sheet | None]) -> list[TextWarning]:
        """Tell what is not in the text."""
        told = []
        unread = ", ".join(str(number) for number, page in enumerate(pages, 1) if page is None)
        if unread:
            message = (
                f"第 {unread} 页是图片，未读取 / pages that are pictures are not read: {unread}; "
                "pip install 'zhengmai[ocr]'"
            )
            told.append(TextWarning("unread-pages", message))
        if self.tilted:
            message = f"水印已略去 / a watermark is left out: {''.join(self.tilted[:_SHOWN])}"
            told.append(TextWarning("watermark", message))
        return told

    def _glyphs(self, page: pypdfium2.PdfPage) -> Iterator[_Glyph]:
        text = page.get_textpage()
        count = text.count_chars()
        if count > LIMIT:
            message = f"{self.name}: 文字过长 / more than {LIMIT} characters on a page"
            raise TooLarge(message)
        box = pdfium.FS_RECTF()
        high = ""
        for index in range(count):
            if pdfium.FPDFText_IsGenerated(text, index) == 1:
                continue
            char = _character(pdfium.FPDFText_GetUnicode(text, index))
            if _HIGH.match(char):
                high = char
                continue
            char, high = _joined(high, char), ""
            if not char:
                continue
            turns = pdfium.FPDFText_GetCharAngle(text, index) / (math.pi / 2)
            if abs(turns - round(turns)) > _TILT:
                self.tilted.append(char)
                continue
            pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box))
            yield _Glyph(char, round(turns) % 4, box.left, box.bottom, box.right, box.top)
        text.close()


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A character in the coordinates of its page, and by how many quarters it is turned."""

    char: str
    turn: int
    left: float
    bottom: float
    right: float
    top: float


def _character(code: int) -> str:
    if code in _UNMAPPED:
        return "�"
    if code == _LINE_HYPHEN:
        return "-"
    return "" if code < _FIRST else chr(code)


def _joined(high: str, low: str) -> str:
    """Return a character beyond U+FFFF of its two UTF-16 units."""
    if not high and not _LOW.match(low):
        return low
    return (high + low).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _upright(glyphs: list[_Glyph], page: pypdfium2.PdfPage, number: int) -> Page:
    """Return what stands on a page, turned so that most of its characters stand upright."""
    bounds = page.get_bbox()
    turns = Counter(glyph.turn for glyph in glyphs)
    turn = max(turns, key=lambda each: (turns[each], -each), default=0)
    words = [
        Word(glyph.char, *_turned(turn, bounds, (glyph.left, glyph.bottom, glyph.right, glyph.top)))
        for glyph in glyphs
    ]
    rules = [rule_of(*_turned(turn, bounds, stroke)) for stroke in pdf_strokes.strokes(page)]
    tables = grids([across for across, _ in rules if across], [down for _, down in rules if down])
    width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
    if turn % 2:
        width, height = height, width
    return Page(number, width, height, tuple(words), tuple(tables))


def _turned(
    turn: int, bounds: Sequence[float], box: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """Return left, top, right, bottom of a box, from the top left corner of the turned page."""
    left, bottom, right, top = bounds
    x0, y0, x1, y1 = box
    if turn == 0:
        return x0 - left, top - y1, x1 - left, top - y0
    if turn == 1:
        return top - y1, right - x1, top - y0, right - x0
    if turn == 2:  # noqa: PLR2004 - upside down
        return right - x1, y0 - bottom, right - x0, y1 - bottom
    return y0 - bottom, x0 - left, y1 - bottom, x1 - left


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    return next(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]), None) is not None
