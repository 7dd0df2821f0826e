"""DOCX (ECMA-376): the final view of ``word/document.xml``.

What is guaranteed: insertions and moved text stand, deletions do not, and a warning says that the
file has revisions; automatic numbers are written out; hidden runs and field codes are left out;
a row of a table is one line; text boxes stand after the paragraph that holds them, notes at the
end, both under a warning. An anchor names the n-th ``w:p`` of the part and the n-th ``w:r`` in it
(run 0 is the automatic number).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from graph.model import SourceText, TextWarning
from graph.sources.archive import damaged, open_archive, read_part
from graph.sources.docx_numbering import Numbering, read_numbering
from graph.sources.ooxml import children, elements, first, local_name, value
from graph.sources.transcript import LAYOUT_CELL, Cell, Transcript, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

PART: Final = "word/document.xml"
MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_THROUGH: Final = frozenset(
    {
        *("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "sdt"),
        *("sdtContent", "dir", "bdo", "oMath", "oMathPara"),
    }
)
_GONE: Final = frozenset({"del", "moveFrom"})
_SIGNS: Final = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "‑",
}
_SYMBOL: Final = re.compile(r"(?!D[89A-F]|00[01])[0-9A-F]{4}", re.IGNORECASE)
_OFF: Final = frozenset({"0", "false", "off"})
_MESSAGES: Final = {
    "text-box": "文本框中的文字 / text of a text box",
    "note": "脚注或尾注 / a footnote or endnote",
    "comments": "批注未读取 / comments are not read",
    "embedded": "嵌入的文件未读取 / an embedded file is not read",
}


@dataclass(frozen=True, slots=True)
class _Line:
    pieces: tuple[tuple[str, str], ...]
    kind: str = ""


@dataclass(slots=True)
class _Reader:
    """Reads the blocks of a document; counts what is not shown as it was typed."""

    numbering: Numbering
    numbers: dict[etree._Element, int]
    inserted: int = 0
    deleted: int = 0
    embedded: bool = False
    notes: list[str] = field(default_factory=list)
    pending: list[tuple[str, str]] = field(default_factory=list)

    def blocks(self, parent: etree._Element) -> Iterator[_Line]:
        """Yield the lines of paragraphs and tables."""
        for child in elements(parent):
            kind = local_name(child)
            if kind == "p":
                yield from self._paragraph(child)
            elif kind == "tbl":
                yield from self._table(child)
            elif kind in _GONE:
                self.deleted += 1
            elif kind in _THROUGH:
                self.inserted += kind in {"ins", "moveTo"}
                yield from self.blocks(child)
            elif kind == "altChunk":
                self.embedded = True
        if self.pending:  # nothing follows that a deleted mark could join it with
            yield _Line(tuple(self.pending))
            self.pending = []

    def _paragraph(self, paragraph: etree._Element) -> Iterator[_Line]:
        boxes: list[etree._Element] = []
        place = f"paragraph={self.numbers.get(paragraph, 0)}"
        runs = {run: n for n, run in enumerate(paragraph.iter("{*}r"), 1)}
        pieces = [
            (text, f"{place}&run={runs.get(run, 0)}")
            for run, text in self._inline(paragraph, boxes)
        ]
        properties = first(paragraph, "pPr")
        mark = first(properties, "rPr")
        self.inserted += first(mark, "ins") is not None
        if first(mark, "del") is not None:  # joined with the next paragraph in the final view
            self.deleted += 1
            self.pending += pieces
        else:
            label = self.numbering.label(properties)
            numbered = [(label, f"{place}&run=0")] if label else []
            for parts in _split([*numbered, *self.pending, *pieces]):
                yield _Line(tuple(parts))
            self.pending = []
        for box in boxes:
            for line in self.blocks(box):
                yield _Line(line.pieces, "text-box")

    def _inline(
        self, parent: etree._Element, boxes: list[etree._Element]
    ) -> Iterator[tuple[etree._Element, str]]:
        for child in elements(parent):
            kind = local_name(child)
            if kind == "r":
                yield from self._run(child, boxes)
            elif kind in _GONE:
                self.deleted += 1
            elif kind in _THROUGH:
                self.inserted += kind in {"ins", "moveTo"}
                yield from self._inline(child, boxes)

    def _run(
        self, run: etree._Element, boxes: list[etree._Element]
    ) -> Iterator[tuple[etree._Element, str]]:
        if _is_on(first(first(run, "rPr"), "vanish")):
            return
        for child in elements(run):
            kind = local_name(child)
            if kind == "t":
                yield run, child.text or ""
            elif kind in _SIGNS:
                yield run, _SIGNS[kind]
            elif kind == "sym":
                yield run, _symbol(child)
            elif kind == "ruby":
                for base in child.iterchildren("{*}rubyBase"):
                    yield from self._inline(base, boxes)
            elif kind in {"footnoteReference", "endnoteReference"}:
                self.notes.append(f"{kind.removesuffix('Reference')}{value(child, 'id')}")
            elif kind == "object":
                self.embedded = True
            boxes.extend(_text_boxes(child))

    def _table(self, table: etree._Element) -> Iterator[_Line]:
        rows = [[self._cell(cell) for cell in _within(row, "tc")] for row in self._rows(table)]
        width = max((len(row) for row in rows), default=0)
        size = max((len(_joined(lines)) for row in rows for _, lines in row), default=0)
        if (
            width <= 1
            or size > LAYOUT_CELL
            or next(table.iterdescendants("{*}tbl"), None) is not None
        ):
            for row in rows:
                for _, lines in row:
                    yield from lines
            return
        grid = [[Cell(_in_one_line(lines), columns) for columns, lines in row] for row in rows]
        for line in lines_of(grid):
            yield _Line(tuple(line))

    def _rows(self, table: etree._Element) -> Iterator[etree._Element]:
        for row in _within(table, "tr"):
            properties = first(row, "trPr")
            if first(properties, "del") is not None:
                self.deleted += 1
            else:
                self.inserted += first(properties, "ins") is not None
                yield row

    def _cell(self, cell: etree._Element) -> tuple[int, list[_Line]]:
        span = value(first(first(cell, "tcPr"), "gridSpan")) or "1"
        return int(span) if span.isdecimal() else 1, list(self.blocks(cell))


def read(data: bytes, name: str, sha256: str) -> SourceText:
    """Return the text of a DOCX file.

    Raises:
        EmptySource: it holds no text.
        NotADocument: it is damaged, encrypted, or has a DTD.
        TooLarge: it unpacks to more than is read.

    """
    with open_archive(data, name) as archive:
        root = read_part(archive, PART, name)
        body = first(root, "body")
        if root is None or body is None:
            raise damaged(name, PART)
        numbering = read_numbering(
            read_part(archive, "word/numbering.xml", name),
            read_part(archive, "word/styles.xml", name),
        )
        notes = {
            f"{kind}{value(note, 'id')}": note
            for kind in ("footnote", "endnote")
            for note in children(read_part(archive, f"word/{kind}s.xml", name), kind)
        }
        has_comments = "word/comments.xml" in archive.namelist()
    paragraphs = root.iter(f"{root.tag.rpartition('}')[0]}}}p")
    reader = _Reader(numbering, {paragraph: n for n, paragraph in enumerate(paragraphs, 1)})
    transcript = Transcript(name)
    warnings = list(_written(transcript, reader.blocks(body)))
    for reference in reader.notes:
        if reference in notes:
            lines = (_Line(line.pieces, "note") for line in reader.blocks(notes[reference]))
            warnings += _written(transcript, lines)
    if reader.inserted or reader.deleted:
        message = (
            f"修订 {reader.inserted + reader.deleted} 处，按最终状态读取 / revisions: "
            f"{reader.inserted} insertions, {reader.deleted} deletions; read in the final view"
        )
        warnings.insert(0, TextWarning("revisions", message))
    for code, told in (("comments", has_comments), ("embedded", reader.embedded)):
        if told:
            warnings.append(TextWarning(code, _MESSAGES[code]))
    return SourceText(
        text=transcript.text(),
        name=name,
        media_type=MEDIA_TYPE,
        encoding="utf-8",
        sha256=sha256,
        anchors=transcript.anchors(),
        warnings=tuple(warnings),
    )


def _written(transcript: Transcript, lines: Iterable[_Line]) -> Iterator[TextWarning]:
    for line in lines:
        span = transcript.write(line.pieces)
        if span and line.kind:
            yield TextWarning(line.kind, _MESSAGES[line.kind], span)


def _split(pieces: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    lines: list[list[tuple[str, str]]] = [[]]
    for text, locator in pieces:
        begin, *rest = text.split("\n")
        lines[-1].append((begin, locator))
        lines.extend([(part, locator)] for part in rest)
    return lines


def _in_one_line(lines: list[_Line]) -> tuple[tuple[str, str], ...]:
    pieces: list[tuple[str, str]] = []
    for line in lines:
        own = [(text.replace("\t", " "), locator) for text, locator in line.pieces if text.strip()]
        if own and pieces:
            pieces.append((" ", ""))
        pieces += own
    return tuple(pieces)


def _joined(lines: list[_Line]) -> str:
    return "".join(text for line in lines for text, _ in line.pieces)


def _text_boxes(element: etree._Element) -> Iterator[etree._Element]:
    if local_name(element) == "txbxContent":
        yield element
    else:
        for child in elements(element):
            yield from _text_boxes(child)


def _symbol(element: etree._Element) -> str:
    code = value(element, "char") or ""
    return chr(int(code, 16)) if _SYMBOL.fullmatch(code) else "�"


def _within(parent: etree._Element, kind: str) -> Iterator[etree._Element]:
    for child in elements(parent):
        if local_name(child) == kind:
            yield child
        elif local_name(child) in _THROUGH:
            yield from _within(child, kind)


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and value(element) not in _OFF
