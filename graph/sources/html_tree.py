r"""An HTML page as the lines that a browser shows, each with the element that holds it.

What is guaranteed: script, style, form and hidden parts are left out; blanks collapse as CSS Text
3, section 4.1, has it (a line break between two wide characters vanishes); each block is a line,
each ``<br>`` begins one; each row of a data table is a line, its cells separated by ``\t``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from selectolax.lexbor import LexborHTMLParser

from graph.errors import TooLarge
from graph.sources.transcript import Cell, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from selectolax.lexbor import LexborNode

_UNSEEN: Final = frozenset(
    "script style noscript template head title meta link iframe object embed svg math canvas audio "
    "video select option datalist textarea input button".split()
)
_INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby "
    "s samp small span strike strong sub sup time tt u var wbr img".split()
)
_CELLS: Final = frozenset({"td", "th"})
_VOID: Final = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li td th tr dd dt "
    "option".split()  # those from p on close themselves
)
_WORK: Final = 400_000_000  # sum of the depths of all tags: some seconds of parsing
_LAYOUT_CELL: Final = 1_500  # characters in a cell from which a table is the frame of a page
_STEPS: Final = 32  # the longest node path

_HIDDEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_BLANKS: Final = re.compile(r"[ \t\n\r\f]+")
_WIDE: Final = frozenset("WF")


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its pieces with their locators, the element that holds it, and how much is link."""

    pieces: tuple[tuple[str, str], ...]
    element: int
    linked: int
    is_row: bool = False

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(text for text, _ in self.pieces)


@dataclass(slots=True)
class Page:
    """The seen elements of a page in document order, as parallel lists, and its lines.

    ``ends[i]`` is the index after the last element inside element ``i``.
    """

    tags: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    attributes: list[Mapping[str, str | None]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)  # of a text node; empty for elements
    lines: list[Line] = field(default_factory=list)

    def path(self, element: int) -> str:
        """Return a CSS selector of ``element``, from the nearest element that has an id."""
        steps: list[str] = []
        while element >= 0 and len(steps) < _STEPS:
            steps.append(self.steps[element])
            if steps[-1].startswith("#"):
                break
            element = self.parents[element]
        return " > ".join(reversed(steps))


def parse(text: str, name: str) -> tuple[LexborHTMLParser, Page]:
    """Return the parsed page and the lines that a reader sees.

    Raises:
        TooLarge: its elements are nested so deeply that parsing would not end in time.

    """
    _refuse_abyss(text, name)
    tree = LexborHTMLParser(text)
    page = Page()
    if tree.body is not None:
        _collect(tree.body, page)
        page.lines.extend(_Lines(page).read())
    return tree, page


def _refuse_abyss(text: str, name: str) -> None:
    """Parsing HTML costs the depth of each tag: 200,000 nested tags would take minutes."""
    depth = work = 0
    for match in _TAG.finditer(text):
        if match[2].lower() not in _VOID:
            depth = max(depth - 1, 0) if match[1] else depth + 1
        work += depth
    if work > _WORK:
        message = f"{name}: 标签嵌套过深 / the tags are nested too deeply; save the page again"
        raise TooLarge(message)


def _collect(body: LexborNode, page: Page) -> None:
    open_elements: list[int] = []
    counts: list[dict[str, int]] = []
    node: LexborNode | None = body
    while node is not None:
        index = _enter(node, page, open_elements, counts)
        if index >= 0 and node.child is not None and page.tags[index]:
            open_elements.append(index)
            counts.append({})
            node = node.child
            continue
        while node.next is None and open_elements:
            page.ends[open_elements.pop()] = len(page.tags)
            counts.pop()
            parent = node.parent
            if parent is None:
                return
            node = parent
        if not open_elements:
            return
        node = node.next


def _enter(
    node: LexborNode, page: Page, open_elements: list[int], counts: list[dict[str, int]]
) -> int:
    """Add a seen node and return its index, or -1."""
    tag = node.tag or ""
    text = ""
    attributes: Mapping[str, str | None] = {}
    if node.is_text_node:
        tag, text = "", node.text_content or ""
    elif not node.is_element_node:
        return -1
    else:
        attributes = node.attributes
    step = _step(tag, attributes, counts)
    if tag in _UNSEEN or (open_elements and _is_hidden(attributes)):
        return -1  # a body that hides itself is shown again by a script
    page.tags.append(tag)
    page.parents.append(open_elements[-1] if open_elements else -1)
    page.ends.append(len(page.tags))
    page.steps.append(step)
    page.attributes.append(attributes)
    page.texts.append(text)
    return len(page.tags) - 1


def _step(tag: str, attributes: Mapping[str, str | None], counts: list[dict[str, int]]) -> str:
    if not tag or not counts:
        return tag
    counts[-1][tag] = counts[-1].get(tag, 0) + 1
    identifier = attributes.get("id")
    if identifier and identifier.isascii() and identifier.isidentifier():
        return f"#{identifier}"
    return f"{tag}:nth-of-type({counts[-1][tag]})"


def _is_hidden(attributes: Mapping[str, str | None]) -> bool:
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_HIDDEN_STYLE.search(attributes.get("style") or ""))
    )


def _data_tables(page: Page) -> set[int]:
    """Return the tables that hold data; the others only place the parts of a page."""
    table_of: list[int] = []
    cell_of: list[int] = []
    frames: set[int] = set()
    columns: dict[int, int] = {}  # row -> cells
    widest: dict[int, int] = {}
    size: dict[int, int] = {}
    for index, tag in enumerate(page.tags):
        parent = page.parents[index]
        table, cell = (table_of[parent], cell_of[parent]) if parent >= 0 else (-1, -1)
        if tag == "table":
            frames.add(table)
            widest[index] = 0
            table, cell = index, -1
        elif tag in _CELLS and table >= 0:
            columns[parent] = columns.get(parent, 0) + 1
            widest[table] = max(widest[table], columns[parent])
            cell = index
        elif not tag and cell >= 0:
            size[cell] = size.get(cell, 0) + len(page.texts[index].strip())
            if size[cell] > _LAYOUT_CELL:
                frames.add(table)
        table_of.append(table)
        cell_of.append(cell)
    return {table for table, width in widest.items() if width > 1 and table not in frames}


class _Lines:
    """Reads the lines of a page: one pass over its nodes."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.tables = _data_tables(page)
        self.pieces: list[tuple[str, int]] = []  # text and its element
        self.linked = 0

    def read(self) -> Iterator[Line]:
        page = self.page
        closing: list[int] = []
        index = 0
        while index < len(page.tags):
            while closing and page.ends[closing[-1]] <= index:
                yield from self._flush(closing.pop())
            tag = page.tags[index]
            if index in self.tables:
                yield from self._flush(index)
                yield from self._table(index)
                index = page.ends[index]
                continue
            if not tag:
                self._text(index, preformatted=self._inside(index, "pre"))
            elif tag == "br":
                yield from self._flush(page.parents[index])
            elif tag not in _INLINE:
                yield from self._flush(index)
                closing.append(index)
            index += 1
        yield from self._flush(0)

    def _inside(self, index: int, tag: str) -> bool:
        for _ in range(4):
            index = self.page.parents[index]
            if index < 0:
                return False
            if self.page.tags[index] == tag:
                return True
        return False

    def _text(self, index: int, *, preformatted: bool = False) -> None:
        text = self.page.texts[index]
        if not preformatted:
            text = _BLANKS.sub(lambda match: "\n" if "\n" in match[0] else " ", text)
        self.pieces.append((text, self.page.parents[index]))
        if self._inside(index, "a"):
            self.linked += len(text.strip())

    def _flush(self, holder: int) -> Iterator[Line]:
        pieces, linked = self.pieces, self.linked
        self.pieces, self.linked = [], 0
        if not any(text.strip() for text, _ in pieces):
            return
        holder = pieces[0][1] if len({element for _, element in pieces}) == 1 else holder
        if any(self.page.tags[element] == "pre" for _, element in pieces):
            text = "".join(text for text, _ in pieces)
            for line in text.split("\n"):
                yield Line(((line, self.page.path(holder)),), holder, 0)
            return
        block = self._block(pieces[0][1])
        text = _collapse("".join(text for text, _ in pieces))
        yield Line(((text, self.page.path(block)),), block, linked)

    def _block(self, element: int) -> int:
        while self.page.tags[element] in _INLINE and self.page.parents[element] >= 0:
            element = self.page.parents[element]
        return element

    def _table(self, table: int) -> Iterator[Line]:
        rows: list[list[Cell]] = []
        holders: list[int] = []
        links: list[int] = []
        index = table + 1
        while index < self.page.ends[table]:
            tag = self.page.tags[index]
            if tag == "tr":
                rows.append([])
                holders.append(index)
                links.append(0)
            elif tag in _CELLS and rows:
                cell, linked = self._cell(index)
                rows[-1].append(cell)
                links[-1] += linked
                index = self.page.ends[index]
                continue
            elif not tag and self.page.texts[index].strip():
                path = self.page.path(self.page.parents[index])
                text = _collapse(self.page.texts[index])
                yield Line(((text, path),), self.page.parents[index], 0)
            index += 1
        for pieces, holder, linked in zip(lines_of(rows), holders, links, strict=True):
            if any(text.strip() for text, _ in pieces):
                yield Line(tuple(pieces), holder, linked, is_row=True)

    def _cell(self, cell: int) -> tuple[Cell, int]:
        paragraphs: list[str] = []
        last_block = cell
        self.pieces, self.linked = [], 0
        for index in range(cell + 1, self.page.ends[cell]):
            tag = self.page.tags[index]
            block = self._block(self.page.parents[index]) if not tag else index
            if (not tag and block != last_block) or tag == "br":
                paragraphs.append("".join(text for text, _ in self.pieces))
                self.pieces = []
                last_block = block
            if not tag:
                self._text(index)
        paragraphs.append("".join(text for text, _ in self.pieces))
        linked = self.linked
        self.pieces, self.linked = [], 0
        attributes = self.page.attributes[cell]
        text = " ".join(part for part in map(_collapse, paragraphs) if part)
        piece = ((text, self.page.path(cell)),) if text else ()
        return Cell(piece, _number(attributes, "colspan"), _number(attributes, "rowspan")), linked


def _number(attributes: Mapping[str, str | None], key: str) -> int:
    value = attributes.get(key) or ""
    return int(value) if value.isdecimal() and len(value) < _NUMBER_DIGITS else 1


_NUMBER_DIGITS: Final = 5


def _collapse(text: str) -> str:
    """Collapse blanks; a line break between two wide characters is no blank (CSS Text 3, 4.1.3).

    >>> _collapse("全面放\\n开 \\n the   city")
    '全面放开 the city'
    """
    text = _BLANKS.sub(lambda match: "\n" if "\n" in match[0] else " ", text).strip(" \n")
    if "\n" not in text:
        return text
    first, *rest = text.split("\n")
    joined = [first]
    for part in rest:
        before = joined[-1][-1:] or " "
        if not (_is_wide(before) and _is_wide(part[:1])):
            joined.append(" ")
        joined.append(part)
    return "".join(joined)


def _is_wide(char: str) -> bool:
    return bool(char) and unicodedata.east_asian_width(char) in _WIDE
