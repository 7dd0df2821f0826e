r"""A text and places in it: spans, the decoded source, and the folded text that rules read.

Offsets are 0-based, half-open and count Unicode code points of ``SourceText.text``, the decoded
text with ``\n`` line ends (``oa:TextPositionSelector``).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points.

    >>> Span(2, 5).of("中华人民共和国")
    '人民共'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a stretch of a non-text file's decoded text is found again in that file.

    ``locator`` is what a reader of that format needs: ``page=3&xywh=72,120,400,14`` (Media
    Fragments, points) for PDF and OFD, ``paragraph=12&run=2`` for DOCX, a CSS node path for HTML.
    """

    span: Span
    locator: str


@dataclass(frozen=True, slots=True)
class TextWarning:
    """Something about the source that a reader should know. ``span`` is None for the whole file."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class SourceText:
    r"""The decoded text of one file.

    ``text`` has ``\n`` line ends, no byte order mark, and is never changed afterwards.
    ``metadata`` are the fields that a format states apart from the text, under these keys:
    ``number``, ``title``, ``issuer``, ``date_issued`` (ISO 8601), ``index_number``.
    """

    text: str
    name: str
    media_type: str
    encoding: str
    sha256: str
    metadata: Mapping[str, str] = field(default_factory=dict)
    anchors: tuple[Anchor, ...] = ()
    warnings: tuple[TextWarning, ...] = ()

    def locators(self, span: Span) -> tuple[str, ...]:
        """Return where the first and the last words of ``span`` stand in a non-text file."""
        first = bisect_right(self.anchors, span.start, key=lambda anchor: anchor.span.start) - 1
        last = bisect_left(self.anchors, span.end, key=lambda anchor: anchor.span.start) - 1
        found = (self.anchors[index].locator for index in (first, last) if index >= 0)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class FoldedText:
    r"""The source text as the rules read it, with the way back.

    ``text`` has one width for each character, no blanks inside words, and a ``\n`` only where a
    paragraph really ends. ``origin[i]`` is the source offset of ``text[i]``.
    """

    text: str
    origin: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Return the source span of ``text[start:end]``, which must not be empty."""
        return Span(self.origin[start], self.origin[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of folded text that is stated in one place: what the extractors read."""

    where: str
    work: int
    start: int
    end: int


NO_TEXT = FoldedText("", ())
