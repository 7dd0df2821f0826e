"""OFD (GB/T 33190-2016), the fixed layout in which Chinese offices file documents.

What is guaranteed: the text of all pages and their templates stands in the text but for page
numbers and running heads (named in a warning); an anchor names page and box in points.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import ofdkit

from graph.errors import TooLarge
from graph.sources import page_layout, page_text
from graph.sources.archive import damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import SourceText

PART: Final = "ofd.xml"
_POINTS: Final = 72 / 25.4  # in a millimetre
_ASCENT: Final = 0.86  # of the size of a character that stands above its baseline
_PAGES: Final = 5_000


def read(data: bytes, name: str, sha256: str) -> SourceText:
    """Return the text of an OFD file.

    Raises:
        NotADocument: it is damaged.
        TooLarge: it unpacks to more than is read.
        EmptySource: it holds no text (its pages may be pictures).

    """
    try:
        with ofdkit.open(data) as document:
            if len(document.pages) > _PAGES:
                message = f"{name}: 页数过多 / more than {_PAGES} pages; split it and try again"
                raise TooLarge(message)
            if not all(_has_size(*page.box) for page in document.pages):
                raise damaged(name, "a page has no size")
            pages = [
                page_layout.Page(
                    number, page.width * _POINTS, page.height * _POINTS, tuple(_words(page))
                )
                for number, page in enumerate(document.pages, 1)
            ]
    except ofdkit.OFDLimitError as error:
        message = f"{name}: 超出限制 / beyond what is read: {error}"
        raise TooLarge(message) from error
    except (ofdkit.OFDError, ValueError) as error:  # ValueError: a directory that bytes are lost of
        raise damaged(name, str(error)) from error
    return page_text.source_text(page_layout.sheets(pages), name, "application/ofd", sha256)


def _has_size(left: float, top: float, width: float, height: float) -> bool:
    return all(map(math.isfinite, (left, top, width, height))) and width > 0 and height > 0


def _words(page: ofdkit.Page) -> Iterator[page_layout.Word]:
    left, top, width, height = page.box
    for run in page.runs:
        if not (math.isfinite(run.width) and math.isfinite(run.size)):
            continue
        if left <= run.x <= left + width and top <= run.y <= top + height and run.text:
            yield page_layout.Word(
                text=run.text,
                left=(run.x - left) * _POINTS,
                top=(run.y - top - _ASCENT * run.size) * _POINTS,
                right=(run.x - left + run.width) * _POINTS,
                bottom=(run.y - top + (1 - _ASCENT) * run.size) * _POINTS,
            )
