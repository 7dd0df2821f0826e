r"""The lines that a browser shows of an HTML page, each with the element that holds it.

What is guaranteed: blanks collapse as CSS Text 3, section 4.1, has it (a line break between two
wide characters vanishes); each block is a line, each ``<br>`` begins one; each row of a data table
is a line, its cells separated by ``\t``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.sources.transcript import LAYOUT_CELL, Cell, lines_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from graph.sources.html_tree import Page

_CELLS: Final = frozenset({"td", "th"})
_DIGITS: Final = 4  # of a colspan or rowspan
_BLANKS: Final = re.compile(r"[ \t\n\r\f]+")
_WIDE: Final = frozenset("WF")


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its pieces with their node paths, the element that holds it, and how much is link."""

    pieces: tuple[tuple[str, str], ...]
    element: int
    linked: int
    is_row: bool = False

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(text for text, _ in self.pieces)


def read_lines(page: Page) -> list[Line]:
    """Return the lines of a page from top to bottom."""
    return list(_lines(page, 0, len(page.tags), _data_tables(page)))


def _lines(page: Page, begin: int, end: int, tables: Collection[int] = ()) -> Iterator[Line]:
    closing: list[int] = []
    texts: list[int] = []  # of the line being read
    node = begin
    while node < end:
        while closing and page.ends[closing[-1]] <= node:
            closing.pop()
            yield from _flush(page, texts)
        if node in tables:
            yield from _flush(page, texts)
            yield from _rows(page, node)
            node = page.ends[node]
            continue
        if not page.tags[node]:
            texts.append(node)
        elif page.tags[node] == "br":
            yield from _flush(page, texts)
        elif page.is_block(node):
            yield from _flush(page, texts)
            closing.append(node)
        node += 1
    yield from _flush(page, texts)


def _flush(page: Page, texts: list[int]) -> Iterator[Line]:
    text = "".join(page.texts[node] for node in texts)
    if text.strip():
        block = page.blocks[texts[0]]
        path = page.path(block)
        linked = sum(len(page.texts[node].strip()) for node in texts if page.linked[node])
        if page.preformatted[texts[0]]:
            for line in text.split("\n"):
                yield Line(((line, path),), block, linked=0)
        else:
            yield Line(((_collapsed(text), path),), block, linked)
    texts.clear()


def _rows(page: Page, table: int) -> Iterator[Line]:
    """Yield the lines of a data table, its caption first."""
    rows: list[list[Cell]] = []
    holders: list[int] = []
    linked: list[int] = []
    node = table + 1
    while node < page.ends[table]:
        if page.tags[node] == "caption":
            yield from _lines(page, node, page.ends[node])
            node = page.ends[node]
        elif page.tags[node] == "tr":
            rows.append([])
            holders.append(node)
            linked.append(0)
            node += 1
        elif page.tags[node] in _CELLS and rows:
            inside = list(_lines(page, node + 1, page.ends[node]))
            text = " ".join(line.text for line in inside)
            rows[-1].append(
                Cell(
                    ((text, page.path(node)),) if text else (),
                    _number(page, node, "colspan"),
                    _number(page, node, "rowspan"),
                )
            )
            linked[-1] += sum(line.linked for line in inside)
            node = page.ends[node]
        else:
            node += 1
    for pieces, holder, links in zip(lines_of(rows), holders, linked, strict=True):
        if any(text.strip() for text, _ in pieces):
            yield Line(tuple(pieces), holder, links, is_row=True)


def _number(page: Page, cell: int, key: str) -> int:
    value = page.attributes[cell].get(key) or ""
    return int(value) if value.isdecimal() and len(value) <= _DIGITS else 1


def _data_tables(page: Page) -> set[int]:
    """Return the tables that hold data.

    The others place the parts of a page: they hold tables, have one column, or a cell as long as
    a document.
    """
    table_of: list[int] = []
    cell_of: list[int] = []
    frames: set[int] = set()
    columns: dict[int, int] = {}  # of a row
    widest: dict[int, int] = {}  # row of a table
    size: dict[int, int] = {}  # of a cell
    for node, tag in enumerate(page.tags):
        parent = page.parents[node]
        table, cell = (table_of[parent], cell_of[parent]) if parent >= 0 else (-1, -1)
        if tag == "table":
            frames.add(table)
            widest[node] = 0
            table, cell = node, -1
        elif tag in _CELLS and table >= 0:
            columns[parent] = columns.get(parent, 0) + 1
            widest[table] = max(widest[table], columns[parent])
            cell = node
        elif not tag and cell >= 0:
            size[cell] = size.get(cell, 0) + len(page.texts[node].strip())
            if size[cell] > LAYOUT_CELL:
                frames.add(table)
        table_of.append(table)
        cell_of.append(cell)
    return {table for table, width in widest.items() if width > 1 and table not in frames}


def _collapsed(text: str) -> str:
    r"""Collapse blanks; a line break between two wide characters is none (CSS Text 3, 4.1.3).

    >>> _collapsed("全面放\n开 \n the   city")
    '全面放开 the city'
    """
    text = _BLANKS.sub(lambda match: "\n" if "\n" in match[0] else " ", text).strip(" \n")
    first, *rest = text.split("\n")
    joined = [first]
    for part in rest:
        if not (_is_wide(joined[-1][-1:]) and _is_wide(part[:1])):
            joined.append(" ")
        joined.append(part)
    return "".join(joined)


def _is_wide(char: str) -> bool:
    return bool(char) and unicodedata.east_asian_width(char) in _WIDE
