"""The same words set otherwise: a text of paragraphs and tables, as printers and web pages set it.

A paragraph of the matter that is set is one line without blanks at its ends; a table is a run of
lines with tabs, the words of a merged first cell repeated in each of its rows.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from graph.model import SourceText
from graph.sources import read_bytes
from graph.sources.page_layout import Page, Word, sheets
from graph.sources.page_text import source_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_NAME: Final = "layout.txt"
_PAIR: Final = 2
_MARGIN: Final = 28  # characters on a line
_PAGE: Final = 420  # characters on a page, of the layout with page numbers
_WIDTH, _HEIGHT = 595.0, 842.0  # points of a page A4
_NO_LINE_START: Final = "，。、；：！？）》〉〕”％%"
_HEADING: Final = re.compile(r"[^，。；：、\t\n]{4,30}")
_WITH_LABEL: Final = re.compile(r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)?")
_TO_HALF = str.maketrans("，；：（）！？％〔〕０１２３４５６７８９", ",;:()!?%[]0123456789")
_TO_FULL = str.maketrans(",;:()!?%[]0123456789.", "，；：（）！？％［］０１２３４５６７８９．")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; a cell that goes on from the row above repeats its words."""

    rows: tuple[tuple[str, ...], ...]


Block = str | Table


def blocks(text: str) -> tuple[Block, ...]:
    """Return the paragraphs and tables of a text that has one of them, or one row, a line."""
    found: list[Block] = []
    rows: list[tuple[str, ...]] = []
    for line in text.split("\n"):
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if sum(map(bool, cells)) > 1:
            rows.append(cells)
            continue
        found += _table_or_lines(rows)
        rows = []
        found += [cell for cell in cells if cell]
    return (*found, *_table_or_lines(rows))


def _table_or_lines(rows: list[tuple[str, ...]]) -> Iterator[Block]:
    """Yield rows of one length as a table, a pair of cells alone as a line."""
    for _, group in groupby(rows, key=len):
        found = tuple(group)
        yield Table(found) if len(found) > 1 or len(found[0]) > _PAIR else "\t".join(found[0])


Setting = Callable[[Sequence[Block]], SourceText]


def _plain(text: str) -> SourceText:
    return read_bytes(text.encode(), _NAME)


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from ("\t".join(row) for row in block.rows)
    else:
        yield block


def _each(matter: Sequence[Block]) -> Iterator[str]:
    for block in matter:
        yield from _lines(block)


def _joined_by(mark: str) -> Setting:
    """Join the paragraphs by a mark; the rows of a table stay lines."""

    def set_(matter: Sequence[Block]) -> SourceText:
        text = ""
        for block, following in pairwise((*matter, "")):
            rows = isinstance(block, Table) or isinstance(following, Table)
            text += "\n".join(_lines(block)) + ("\n" if rows else mark)
        return _plain(text)

    return set_


def _broken(line: str, width: int, indent: str = "", forbidden: str = "") -> str:
    """Break a line at every ``width`` characters, no line beginning with a forbidden one."""
    if "\t" in line:
        return line
    line = indent + line
    parts: list[str] = []
    while line:
        end = width
        while end < len(line) and line[end] in forbidden:
            end -= 1
        parts.append(line[:end])
        line = line[end:]
    return "\n".join(parts)


def _with_page_numbers(matter: Sequence[Block]) -> SourceText:
    text, page, on_page = "", 0, 0
    for block in matter:
        for line in _lines(block):
            rest = line
            while on_page + len(rest) > _PAGE and "\t" not in rest:
                cut = _PAGE - on_page
                page += 1
                text += f"{rest[:cut]}\n\n— {page} —\n\n"
                rest, on_page = rest[cut:], 0
            on_page += len(rest)
            text += rest + "\n"
    return _plain(text)


def _spaced(line: str) -> str:
    label = _WITH_LABEL.match(line)
    start = label.end() if label else 0
    if not _HEADING.fullmatch(line, start) or any(character.isascii() for character in line):
        return line
    return line[:start] + " ".join(line[start:])


def _translated(table: Mapping[int, int]) -> Setting:
    def text_of(matter: Sequence[Block]) -> str:
        return "\n".join(_each(matter)).translate(table)

    return lambda matter: _plain(text_of(matter))


def _cells(
    joined: Callable[[tuple[str, ...]], str], rows: Callable[[Table], Iterable[tuple[str, ...]]]
) -> Setting:
    def set_(matter: Sequence[Block]) -> SourceText:
        lines: list[str] = []
        for block in matter:
            if isinstance(block, Table):
                lines += [joined(row) for row in rows(block)]
            else:
                lines.append(block)
        return _plain("\n".join(lines))

    return set_


def _all_rows(table: Table) -> Iterable[tuple[str, ...]]:
    return table.rows


def _merged(table: Table) -> Iterator[tuple[str, ...]]:
    """Yield the rows as printed: first cells that repeat the row above are left blank."""
    before: tuple[str, ...] = ()
    for row in table.rows:
        same = 0
        while same < len(row) - 1 and same < len(before) and row[same] == before[same]:
            same += 1
        yield ("",) * same + row[same:]
        before = row


def _present(row: tuple[str, ...]) -> Iterator[str]:
    return (cell for cell in row if cell)


def _run_together(matter: Sequence[Block]) -> SourceText:
    lines = (
        "".join("".join(row) for row in block.rows) if isinstance(block, Table) else block
        for block in matter
    )
    return _plain("\n".join(lines))


def _markdown(matter: Sequence[Block]) -> SourceText:
    lines: list[str] = []
    for block in matter:
        if isinstance(block, Table):
            rows = ["| " + " | ".join(row) + " |" for row in block.rows]
            lines += ["", rows[0], "|" + " --- |" * len(block.rows[0]), *rows[1:], ""]
        else:
            lines += [block, ""]
    return _plain("\n".join(lines))


def _html(matter: Sequence[Block]) -> SourceText:
    body: list[str] = []
    for block in matter:
        if isinstance(block, Table):
            rows = (
                "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
                for row in block.rows
            )
            body.append("<table>" + "".join(rows) + "</table>")
        else:
            body.append(f"<p>{escape(block)}</p>")
    page = "<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{}</body></html>"
    return read_bytes(page.format("\n".join(body)).encode(), _NAME)


def _pages(columns: int, shift: float) -> Setting:
    """Set paragraphs in columns of a page, the second one lower by ``shift`` points."""
    size, leading, gutter, top = 10.5, 18.0, 21.0, 80.0
    per_line = 42 // columns - (columns > 1)
    width = per_line * size
    on_page = int((_HEIGHT - 2 * top) / leading)

    def set_(matter: Sequence[Block]) -> SourceText:
        each = (line.replace("\t", "　") for line in _each(matter))
        broken = (_broken(line, per_line, "　　", _NO_LINE_START) for line in each)
        lines = "\n".join(broken).split("\n")
        pages: list[Page] = []
        for first in range(0, len(lines), on_page * columns):
            words: list[Word] = []
            for index, line in enumerate(lines[first : first + on_page * columns]):
                column, row = divmod(index, on_page)
                left = (_WIDTH - columns * width - (columns - 1) * gutter) / 2
                left += column * (width + gutter)
                words += _words(line, left, top + row * leading + column * shift, size)
            pages.append(Page(len(pages) + 1, _WIDTH, _HEIGHT, tuple(words)))
        digest = hashlib.sha256("".join(lines).encode()).hexdigest()
        return source_text(sheets(pages), _NAME, "application/pdf", digest)

    return set_


def _words(line: str, left: float, top: float, size: float) -> Iterator[Word]:
    for character in line:
        width = size / 2 if character.isascii() else size
        if character != "　":
            yield Word(character, left, top, left + width, top + size)
        left += width


SETTINGS: Final[dict[str, Setting]] = {
    "paragraphs": _joined_by("\n"),
    "one-line": _joined_by(""),
    "one-line-blanks": _joined_by(" "),
    "one-line-gaps": _joined_by("\u3000\u3000"),
    "margin": lambda m: _plain("\n".join(_broken(line, _MARGIN) for line in _each(m))),
    "margin-indented": lambda m: _plain(
        "\n".join(_broken(line, _MARGIN, "　　", _NO_LINE_START) for line in _each(m))
    ),
    "margin-blank-lines": lambda m: _plain(
        "\n".join(_broken(line, _MARGIN, "", _NO_LINE_START) for line in _each(m)).replace(
            "\n", "\n\n"
        )
    ),
    "blank-lines": _joined_by("\n\n"),
    "indented": lambda m: _plain("\n".join("　　" + line for line in _each(m))),
    "crlf": _joined_by("\r\n"),
    "page-numbers": _with_page_numbers,
    "half-width": _translated(_TO_HALF),
    "full-width": _translated(_TO_FULL),
    "letter-spaced": lambda m: _plain("\n".join(_spaced(line) for line in _each(m))),
    "html": _html,
}
PAGES: Final[dict[str, Setting]] = {
    "page": _pages(1, 0.0),
    "two-columns": _pages(2, 0.0),
    "two-columns-shifted": _pages(2, 7.0),
}
TABLES: Final[dict[str, Setting]] = {
    "cells-lines": _cells("\n".join, _all_rows),
    "cells-lines-merged": _cells(lambda row: "\n".join(_present(row)), _merged),
    "cells-tabs-merged": _cells("\t".join, _merged),
    "cells-two-blanks": _cells("  ".join, _all_rows),
    "cells-run-together": _run_together,
    "cells-markdown": _markdown,
    "cells-html": _html,
}
