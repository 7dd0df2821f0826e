"""From placed words to paragraphs: what fixed-layout formats (PDF, OFD) leave to the eye.

What is guaranteed: words stand in lines from top to bottom and left to right; page numbers and
lines that repeat at one height of most pages are taken out; the lines of a paragraph are joined.
A line continues the paragraph when the line above it runs to the right margin and it begins at
the left one itself (GB/T 9704-2012: paragraphs are indented by two characters).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from graph.model import SourceText, TextWarning
from graph.sources.decoding import lost_characters
from graph.sources.transcript import Transcript

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

_EDGE: Final = 0.12  # of the height of a page: where heads and page numbers stand
_HEAD_PAGES: Final = 3  # pages on which a line must repeat to be a running head
_HEAD_HEIGHT: Final = 4.0  # points by which its place may vary
_CELL_GAP: Final = 2.5  # ems between two words that make them cells of a table
_BLANK_GAP: Final = 0.8  # ems between wide characters that show as a blank
_LATIN_GAP: Final = 0.2  # ems beside a letter or digit that show as a blank
_FULL: Final = 2.2  # ems that a full line may fall short of the right margin
_FLUSH: Final = 1.0  # ems that a continuing line may be indented
_PARAGRAPH_GAP: Final = 1.9  # line heights between two lines of one paragraph
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
_LATIN: Final = re.compile(r"[!-~À-ɏ]")


@dataclass(frozen=True, slots=True)
class Word:
    """Characters at one place of a page, in points from its top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page."""

    page: int  # 1 for the first
    text: str
    left: float
    top: float
    right: float
    bottom: float
    em: float

    @property
    def locator(self) -> str:
        """Page and box (Media Fragments URI 1.0, points)."""
        box = (self.left, self.top, self.right - self.left, self.bottom - self.top)
        return f"page={self.page}&xywh={','.join(str(round(side)) for side in box)}"

    def holds(self, word: Word) -> bool:
        """Tell whether a word is part of the line."""
        return self.left <= word.left <= self.right and self.top <= word.top <= self.bottom


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its height and its lines."""

    height: float
    rows: tuple[Row, ...]


def source_text(  # noqa: PLR0913 - what the formats know and the layout does not
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
    for pieces in paragraphs(rows):
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


def sheet(words: Iterable[Word], page: int, height: float) -> Sheet:
    """Put the words of a page into lines."""
    return Sheet(height, tuple(_row(line, page) for line in _lines(words)))


def _lines(words: Iterable[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    for word in sorted(words, key=lambda word: (word.top + word.bottom, word.left)):
        middle = (word.top + word.bottom) / 2
        if line and middle > _low(line):
            yield _in_order(line)
            line = []
        line.append(word)
    if line:
        yield _in_order(line)


def _low(line: Sequence[Word]) -> float:
    """Return the height below which a word is no longer on the line."""
    first = line[0]
    return (first.top + first.bottom) / 2 + 0.5 * max(first.bottom - first.top, 2.0)


def _in_order(line: list[Word]) -> list[Word]:
    """Sort a line, and drop what is drawn twice to look bold."""
    kept: list[Word] = []
    for word in sorted(line, key=lambda word: word.left):
        twice = any(
            word.text == other.text and word.left - other.left < 0.12 * (word.bottom - word.top)
            for other in kept[-2:]
        )
        if not twice or not word.text.strip():
            kept.append(word)
    return kept


def _row(words: list[Word], page: int) -> Row:
    em = _em(words)
    text = words[0].text
    for before, word in pairwise(words):
        gap = (word.left - before.right) / em
        if gap > _CELL_GAP:
            text = text.rstrip() + "\t"
        elif text[-1:].isspace() or word.text[:1].isspace():
            pass
        elif gap > _BLANK_GAP or (gap > _LATIN_GAP and _is_latin(text[-1:], word.text[:1])):
            text += " "
        text += word.text
    seen = [word for word in words if word.text.strip()] or words
    return Row(
        page=page,
        text=text.strip(),
        left=seen[0].left,
        top=min(word.top for word in seen),
        right=max(word.right for word in seen),
        bottom=max(word.bottom for word in seen),
        em=em,
    )


def _em(words: Sequence[Word]) -> float:
    """Return the width of a Chinese character on the line, in points."""
    widths = [
        (word.right - word.left) / len(word.text)
        for word in words
        if word.text.strip() and not _LATIN.search(word.text)
    ]
    heights = [word.bottom - word.top for word in words]
    return max(median(widths) if widths else 0.8 * median(heights), 1.0)


def _is_latin(before: str, after: str) -> bool:
    return bool(_LATIN.match(before) or _LATIN.match(after))


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


def paragraphs(rows: Sequence[Row]) -> Iterator[list[tuple[str, str]]]:
    """Yield the paragraphs, each as the pieces of its lines with their places."""
    margins = _margins(rows)
    pieces: list[tuple[str, str]] = []
    before: Row | None = None
    for row in rows:
        if before is not None:
            if _continues(before, row, margins):
                both_latin = _LATIN.match(before.text[-1]) and _LATIN.match(row.text[0])
                pieces.append((" ", "") if both_latin else ("", ""))
            else:
                yield pieces
                pieces = []
        pieces.append((row.text, row.locator))
        before = row
    if pieces:
        yield pieces


def _margins(rows: Sequence[Row]) -> dict[int, tuple[float, float]]:
    """Return the left and right margin of each page; odd and even pages may differ."""
    if not rows:
        return {}
    widest = max(row.right - row.left for row in rows)
    wide = [row for row in rows if row.right - row.left >= _WIDE_SHARE * widest]
    of_page: dict[int, list[Row]] = {}
    for row in wide:
        of_page.setdefault(row.page, []).append(row)
    margins = {}
    for page in {row.page for row in rows}:
        own = of_page.get(page, [])
        shown = own if len(own) >= _ENOUGH else wide
        margins[page] = (min(row.left for row in shown), median(_rightmost(shown)))
    return margins


def _rightmost(rows: Sequence[Row]) -> list[float]:
    ends = sorted(row.right for row in rows)
    return ends[len(ends) // 2 :]


def _continues(before: Row, row: Row, margins: dict[int, tuple[float, float]]) -> bool:
    _, right = margins[before.page]
    left, _ = margins[row.page]
    if "\t" in before.text or "\t" in row.text:
        return False
    if abs(before.em - row.em) > _SAME_SIZE * max(before.em, row.em):
        return False
    height = max(before.bottom - before.top, before.em)
    if before.page == row.page and row.top - before.top > _PARAGRAPH_GAP * height + before.em:
        return False
    return before.right >= right - _FULL * before.em and row.left <= left + _FLUSH * row.em
