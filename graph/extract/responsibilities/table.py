"""Responsibilities in the cells of a table, by the heading of their column.

Forms read::

    责任单位 | 市民政局、市财政局                 every name answers
    牵头单位 | 市公安局    配合单位 | 市农委      a column a role
    责任单位 | 市公安局（牵头）、市民政局         one is marked: it leads, the others support
    责任单位（列第一位的为牵头单位） | 甲、乙     the heading lays down who leads
    责任单位 | 市民政局会同市卫生局、有关部门     who is brought in supports
    责任单位 | 牵头：市公安局；配合：市民政局     the cell tells the roles itself
    部门 | 市公安局    工作职责 | 负责…           the body that the row is about
    牵头处室 | 基层处                             what stands in the column is a name
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extract.responsibilities.name_forms import is_agency
from graph.extract.responsibilities.names import Name, read_names
from graph.extract.responsibilities.shares import Share
from graph.extract.responsibilities.sharing import shared_out, stated_sharing
from graph.extract.responsibilities.tails import labelled_lists
from graph.model import ColumnKind, Form, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Cell

_RULE = "responsibility.table"
_MARKED = re.compile(r"（(?:(?:总?牵头|主责|主办)|(?P<support>配合|协助|协办|参与))[^（）]{0,4}）$")
_INNER = re.compile("[处科股]室?$")  # what stands in the column is a part of a body
_BROUGHT_IN = re.compile(r"会同|商(?=[市省县区州国有相各])|[，、；](?:由)?配合(?:单位)?[：:]?")


def names_who_answers(cell: Cell) -> bool:
    """Tell whether a cell stands in a column of those who answer."""
    return cell.column.kind is ColumnKind.AGENCY


def find_in_cell(text: str, cell: Cell, prefix: str) -> tuple[Share, ...]:
    """Return the responsibilities that a cell of a column of bodies states."""
    column = cell.column
    if column.role is None:
        return ()
    labelled = tuple(labelled_lists(text, cell.start, cell.end, prefix, Form.TABLE))
    if labelled:
        return labelled
    shares: list[Share] = []
    at, role = cell.start, column.role
    for stop, until in _stretches(text, cell):
        shares += _listed(text, at, stop, role, cell, prefix)
        at, role = until, Role.SUPPORT
    marked = _with_marks(shares)
    stated = stated_sharing(column.heading, 0, len(column.heading))
    return shared_out(text, marked, *stated) if stated else tuple(marked)


def _stretches(text: str, cell: Cell) -> Iterator[tuple[int, int]]:
    """Yield where each list of a cell ends, and where the next one begins."""
    for match in _BROUGHT_IN.finditer(text, cell.start, cell.end):
        if match.start() > cell.start:
            yield match.span()
    yield cell.end, cell.end


def _listed(
    text: str, start: int, end: int, role: Role, cell: Cell, prefix: str
) -> Iterator[Share]:
    names = read_names(text, start, end, prefix, strict=False, column=True)
    for name in names.names if names else ():
        inner = _INNER.search(cell.column.heading) or not is_agency(_MARKED.sub("", name.text))
        known = replace(name, full=name.text) if inner else name
        yield Share(
            known, role, Form.TABLE, bool(names and names.among_others), cell.start, cell.end, _RULE
        )


def _with_marks(shares: list[Share]) -> list[Share]:
    marks = [_MARKED.search(share.name.text) for share in shares]
    leads = any(mark and not mark["support"] for mark in marks)
    return [
        replace(share, role=_role(share, mark, leads=leads), name=_unmarked(share, mark))
        for share, mark in zip(shares, marks, strict=True)
    ]


def _role(share: Share, mark: re.Match[str] | None, *, leads: bool) -> Role:
    if mark:
        return Role.SUPPORT if mark["support"] else Role.LEAD
    return Role.SUPPORT if leads else share.role


def _unmarked(share: Share, mark: re.Match[str] | None) -> Name:
    if mark is None:
        return share.name
    length = len(mark.group())
    name = share.name
    return replace(name, text=name.text[:-length], full=name.full[:-length], end=name.end - length)
