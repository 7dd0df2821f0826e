"""From the lines of pages to a text: what fixed-layout formats (PDF, OFD, scans) leave to the eye.

What is guaranteed: page numbers and lines that repeat at one height of most pages are taken out,
and a warning names the latter; the lines of a paragraph are joined, each anchored to its place.
A line continues the paragraph when the line above it runs to the right margin and it begins at
the left one itself (GB/T 9704-2012: paragraphs are indented by two characters).
"""

from __future__ import annotations

import re
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING, Final, TypeAlias

from graph.model import SourceText, TextWarning
from graph.sources.decoding import lost_characters
from graph.sources.page_layout import LATIN
from graph.sources.transcript import Transcript

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from graph.sources.page_layout import Row, Sheet

_EDGE: Final = 0.12  # of the height of a page: where heads and page numbers stand
_HEAD_PAGES: Final = 3  # pages on which a line must repeat to be a running head
_HEAD_HEIGHT: Final = 4.0  # points by which its place may vary
_FULL: Final = 2.2  # ems that a full line may fall short of the right margin
_FLUSH: Final = 1.0  # ems that a continuing line may be indented
_PARAGRAPH_GAP: Final = 1.9  # line heights between two lines of one paragraph
_TEXT_WIDTH: Final = 0.5  # of a page that its text takes at least
_SAME_SIZE: Final = 0.15
_WIDE_SHARE: Final = 0.6  # of the widest line: lines that show the margins
_ENOUGH: Final = 4  # such lines that a page needs to show its own margins

_PAGE_NUMBER: Final = re.compile(
    r"""[\s\-—－–−‐·•.]*(?:\d{1,4}|[ivxlc]{1,6})[\s\-—－–−‐·•.]*      # - 3 -, —12—, iv
      | 第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?               # 第 3 页 共 12 页
      | \d{1,4}\s*/\s*\d{1,4}                                       # 3/12
    """,
    re.VERBOSE,
)
_DIGITS: Final = re.compile(r"\d+")

Margins: TypeAlias = "dict[tuple[int, int], tuple[float, float]]"  # of a page's column


def source_text(
    sheets: Sequence[Sheet],
    name: str,
    media_type: str,
    sha256: str,
    *,
    recognised: Collection[int] = (),
    unsure: Collection[str] = (),
    warnings: Sequence[TextWarning] = (),
) -> SourceText:
    """Return the text of the pages, with a warning for all that a reader should look at.

    ``recognised`` are the pages read by OCR, ``unsure`` the places where it may be wrong.

    Raises:
        EmptySource: no page holds text.
        TooLarge: the text is longer than what is read.

    """
    rows, heads = without_furniture(sheets)
    transcript = Transcript(name)
    width = min((page.width for page in sheets), default=0.0)
    for pieces in paragraphs(rows, _TEXT_WIDTH * width):
        transcript.write(pieces)
    text, anchors = transcript.text(), transcript.anchors()
    told = list(warnings)
    if heads:
        message = f"页眉页脚已略去 / running heads are left out: {' | '.join(heads)}"
        told.append(TextWarning("running-heads", message))
    if recognised:
        pages = ", ".join(map(str, recognised))
        message = f"第 {pages} 页由文字识别得到 / pages recognised from pictures: {pages}"
        told.append(TextWarning("recognised", message))
    columns = ", ".join(str(number) for number, page in enumerate(sheets, 1) if page.unsure)
    if columns:
        message = (
            f"第 {columns} 页可能分栏，按整行读取，请核对 / pages that may be set in columns are "
            f"read line by line; compare the order of the text: {columns}"
        )
        told.append(TextWarning("columns", message))
    message = "识别不确定，请核对 / recognised, but not surely; compare with the page"
    told += [
        TextWarning("unsure", message, each.span) for each in anchors if each.locator in unsure
    ]
    return SourceText(
        text=text,
        name=name,
        media_type=media_type,
        encoding="",
        sha256=sha256,
        anchors=anchors,
        warnings=(*told, *lost_characters(text)),
    )


def without_furniture(sheets: Sequence[Sheet]) -> tuple[list[Row], list[str]]:
    """Return the lines of all pages without page numbers and running heads, and those heads."""
    places: Counter[tuple[str, int]] = Counter()
    for page in sheets:
        places.update({_place(row) for row in page.rows if _at_edge(row, page)})
    heads = {place for place, pages in places.items() if pages >= max(_HEAD_PAGES, len(sheets) / 2)}
    kept: list[Row] = []
    told: list[str] = []
    for page in sheets:
        for row in page.rows:
            if not row.text:
                continue
            if row.cells:
                kept.append(row)
                continue
            if _at_edge(row, page) and _PAGE_NUMBER.fullmatch(row.text):
                continue
            if _at_edge(row, page) and _place(row) in heads:
                told += [row.text] if row.text not in told else []
                continue
            kept.append(row)
    return kept, told


def _at_edge(row: Row, page: Sheet) -> bool:
    return row.bottom < _EDGE * page.height or row.top > (1 - _EDGE) * page.height


def _place(row: Row) -> tuple[str, int]:
    return _DIGITS.sub("0", "".join(row.text.split())), round(row.top / _HEAD_HEIGHT)


def paragraphs(rows: Sequence[Row], narrowest: float) -> Iterator[list[tuple[str, str]]]:
    """Yield the paragraphs, each as the pieces of its lines with their places.

    ``narrowest`` is the least width of the text between its margins, in points.
    """
    margins = _margins([row for row in rows if not row.cells], narrowest)
    pieces: list[tuple[str, str]] = []
    before: Row | None = None
    for row in rows:
        if row.cells:
            yield pieces
            yield list(row.cells)
            pieces, before = [], None
            continue
        if before is not None:
            if _continues(before, row, margins):
                pieces.append((" ", "") if _are_words(before.text, row.text) else ("", ""))
            else:
                yield pieces
                pieces = []
        pieces.append((row.text, row.locator))
        before = row
    if pieces:
        yield pieces


def _are_words(before: str, text: str) -> bool:
    """Tell whether a line end parts words of the Latin script; a number may be broken by one."""
    digits = before[-1].isdigit() and text[0].isdigit()
    return bool(LATIN.match(before[-1]) and LATIN.match(text[0])) and not digits


def _margins(rows: Sequence[Row], narrowest: float) -> Margins:
    """Return the left and right margin of each column of each page; odd and even may differ."""
    margins: Margins = {}
    for column in {row.column for row in rows}:
        in_it = [row for row in rows if row.column == column]
        widest = max(row.right - row.left for row in in_it)
        wide = [row for row in in_it if row.right - row.left >= _WIDE_SHARE * widest]
        of_page: dict[int, list[Row]] = {}
        for row in wide:
            of_page.setdefault(row.page, []).append(row)
        for page in {row.page for row in in_it}:
            own = of_page.get(page, [])
            shown = own if len(own) >= _ENOUGH else wide
            left = min(row.left for row in shown)
            least = narrowest if column == 1 else 0.0
            margins[page, column] = (left, max(median(_rightmost(shown)), left + least))
    return margins


def _rightmost(rows: Sequence[Row]) -> list[float]:
    ends = sorted(row.right for row in rows)
    return ends[len(ends) // 2 :]


def _continues(before: Row, row: Row, margins: Margins) -> bool:
    _, right = margins[before.page, before.column]
    left, _ = margins[row.page, row.column]
    if "\t" in before.text or "\t" in row.text:
        return False
    if abs(before.em - row.em) > _SAME_SIZE * max(before.em, row.em):
        return False
    height = max(before.bottom - before.top, before.em)
    if before.page == row.page and row.top - before.top > _PARAGRAPH_GAP * height + before.em:
        return False
    return before.right >= right - _FULL * before.em and row.left <= left + _FLUSH * row.em
