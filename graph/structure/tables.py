"""Tables of tasks: rows that are provisions, with cells that say who answers and by when.

Layouts read::

    序号<TAB>任务<TAB>责任单位 / 1<TAB>…<TAB>…          a row a line, cells parted by tabs
    序号 / 任务 / 责任单位 / 1 / … / …                  a cell a line, as copied from a page
    序号任务责任单位1探索…。市民政局2动员…             nothing between the cells
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.model import Cell
from graph.structure.lines import body_endings
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.structure.lines import Line

_LONGEST_HEADING = 14  # characters of a column's heading
_FEWEST_COLUMNS = 3
_MOST_COLUMNS = 14
_FEWEST_ROWS = 2
_NUMBER = re.compile(r"\d{1,3}")
_SECTION = re.compile(r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")
_SENTENCE = re.compile(r"[。；，]")
_NOUN_END = ("单位", "部门", "主体")
_GLUED_HEAD = re.compile(r"序号(?P<heads>[\u4e00-\u9fff（）]{4,40})1(?=[\u4e00-\u9fff“《])")
_LONGEST_ROW = 1500
_TERMS = "持续|长期|立即|适时|每年|年内|按期|及时|全国"  # begin the cell behind that of the names


@dataclass(frozen=True, slots=True)
class Row:
    """One numbered row, in offsets of the folded text."""

    number: str
    start: int
    end: int
    cells: tuple[Cell, ...]


@cache
def role_headings() -> re.Pattern[str]:
    """Return a pattern of the headings of columns that name who answers: 责任单位, 牵头部门."""
    nouns = [form for form in lexicon.scheme("roles") if form.endswith(_NOUN_END)]
    return re.compile("|".join(map(re.escape, nouns)))


def find_rows(text: str, lines: Sequence[Line]) -> Iterator[Row]:
    """Yield the rows of the tables that stand in these lines."""
    heads = [_can_head(line.text) for line in lines]
    index = 0
    while index < len(lines):
        tabbed = _tabbed(lines, index)
        stacked = None if tabbed else _stacked(lines, heads, index)
        rows, index = tabbed or stacked or (_glued(text, lines[index]), index + 1)
        yield from rows


def _heading(text: str) -> str:
    return re.sub(r"\s", "", text)


def _tabbed(lines: Sequence[Line], index: int) -> tuple[list[Row], int] | None:
    """Rows of tab-parted cells under a heading line that has a column for who answers."""
    heads = [_heading(cell) for cell in lines[index].text.split("\t")]
    if len(heads) < _FEWEST_COLUMNS or not any(role_headings().search(head) for head in heads):
        return None
    found: list[Line] = []
    at = index + 1
    while at < len(lines):
        if _FEWEST_COLUMNS <= lines[at].text.count("\t") + 1 <= len(heads):
            found.append(lines[at])
        elif not _SECTION.match(lines[at].text):
            break
        at += 1
    column = max((_number_column(line) for line in found), default=-1)
    rows = [_row(line, heads, column, count) for count, line in enumerate(found, start=1)]
    return ([row for row in rows if row], at) if found else None


def _number_column(line: Line) -> int:
    """Return which cell holds the row's number, or -1."""
    parts = line.text.split("\t", _FEWEST_COLUMNS)[:_FEWEST_COLUMNS]
    return next((i for i, part in enumerate(parts) if _NUMBER.fullmatch(part.strip())), -1)


def _row(line: Line, heads: Sequence[str], column: int, count: int) -> Row | None:
    """Return a row from its number on, with each cell under its heading.

    The blank cells at the head of a line are lost, so the number tells where its columns are; a row
    that this leaves open is none.
    """
    number = _number_column(line)
    parts = line.text.split("\t")
    shift = column - number if number >= 0 else 0
    if shift < 0 or len(parts) + shift > len(heads) or (number < 0 and len(parts) < len(heads)):
        return None
    cells, at = [], line.start
    for head, part in zip(heads[shift:], parts, strict=False):
        cells.append(Cell(head, at, at + len(part)))
        at += len(part) + 1
    start = cells[max(number, 0)].start
    kept = tuple(cell for cell in cells if cell.start >= start and cell.end > cell.start)
    printed = parts[number].strip() if number >= 0 else str(count)
    return Row(printed, start, line.end, kept)


def _stacked(
    lines: Sequence[Line], can_head: Sequence[bool], index: int
) -> tuple[list[Row], int] | None:
    """Rows of one cell a line under a stack of headings."""
    at = index
    while at < len(lines) and at - index <= _MOST_COLUMNS and can_head[at]:
        at += 1
    if at - index < _FEWEST_COLUMNS:
        return None
    heads = [_heading(line.text) for line in lines[index:at]]
    numbered = heads[:1] == ["序号"]
    if not any(role_headings().search(head) for head in heads):
        return None
    if not numbered and not _starts_row(lines, at):
        return None
    rows: list[Row] = []
    while at < len(lines):
        if _NUMBER.fullmatch(lines[at].text) and (
            not rows or int(lines[at].text) > int(rows[-1].number)
        ):
            stop = _row_end(lines, at + 1, int(lines[at].text))
            columns = [head for head in heads if head != "序号"]
            cells = _assigned(lines[at + 1 : stop], columns)
            rows.append(Row(lines[at].text, lines[at].start, lines[stop - 1].end, cells))
            at = stop
        elif _SECTION.match(lines[at].text):
            at += 1
        else:
            break
    return (rows, at) if len(rows) >= _FEWEST_ROWS else None


def _can_head(text: str) -> bool:
    return (
        len(_heading(text)) <= _LONGEST_HEADING
        and not _NUMBER.fullmatch(text)
        and not _SECTION.match(text)
        and not _SENTENCE.search(text)
        and "、" not in text
    )


def _starts_row(lines: Sequence[Line], index: int) -> bool:
    following = [line.text for line in lines[index : index + 4]]
    return any(_NUMBER.fullmatch(text) for text in following)


def _row_end(lines: Sequence[Line], start: int, number: int) -> int:
    at = start
    while at < len(lines):
        text = lines[at].text
        if _SECTION.match(text) or (_NUMBER.fullmatch(text) and number < int(text) <= number + 9):
            break
        if at - start > _MOST_COLUMNS:
            break
        at += 1
    return at


@cache
def _agency_list() -> re.Pattern[str]:
    """Names between list marks; the last one ends where a date, a term or nothing follows."""
    return re.compile(
        rf"(?:[\u4e00-\u9fff（）]{{2,30}}?[、，；])*[\u4e00-\u9fff（）]{{1,30}}?{body_endings()}"
        rf"(?:（[^（）]{{1,12}}）)?(?:等[\u4e00-\u9fff]{{0,6}}?)?(?=$|[^\u4e00-\u9fff]|{_TERMS})"
    )


def _assigned(lines: Sequence[Line], heads: Sequence[str]) -> tuple[Cell, ...]:
    """Give each line of a row its column; with cells missing, names are told by their form."""
    if len(lines) == len(heads):
        return tuple(Cell(h, x.start, x.end) for h, x in zip(heads, lines, strict=True))
    answering = [head for head in heads if role_headings().search(head)]
    other = next((head for head in heads if head not in answering), "")
    found: list[Cell] = []
    for line in lines:
        if answering and found and _agency_list().fullmatch(line.text):
            found.append(Cell(answering.pop(0), line.start, line.end))
        else:
            found.append(Cell(other, line.start, line.end))
    return tuple(found)


def _glued(text: str, line: Line) -> list[Row]:
    """Rows of a table that lost all its separators: numbers count up, names follow a full stop."""
    head = _GLUED_HEAD.search(text, line.start, line.end)
    if head is None or not (role := role_headings().search(head["heads"])):
        return []
    rows: list[Row] = []
    number, at = 1, head.end() - 1
    while True:
        following = re.compile(
            rf"(?<=[\u4e00-\u9fff）。]){number + 1}(?=[\u4e00-\u9fff“《])"
        ).search(text, at + 1, min(line.end, at + _LONGEST_ROW))
        end = following.start() if following else _glued_end(text, at, line.end)
        rows.append(Row(str(number), at, end, _glued_cells(text, at, end, role.group())))
        if following is None:
            return rows if len(rows) >= _FEWEST_ROWS else []
        number, at = number + 1, following.start()


def _glued_end(text: str, start: int, end: int) -> int:
    stop = re.compile(r"附件|抄送").search(text, start, end)
    return stop.start() if stop else min(end, start + _LONGEST_ROW)


def _glued_cells(text: str, start: int, end: int, head: str) -> tuple[Cell, ...]:
    full_stop = text.rfind("。", start, end)
    names = _agency_list().match(text, full_stop + 1, end) if full_stop > 0 else None
    if names is None:
        return (Cell("", start, end),)
    return (Cell("", start, full_stop + 1), Cell(head, names.start(), names.end()))
