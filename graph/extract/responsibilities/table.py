"""Responsibilities in the cells of a table, by the heading of their column.

Forms read::

    责任单位 | 市民政局、市财政局                 every name answers
    牵头单位 | 市公安局    配合单位 | 市农委      a column a role
    责任单位 | 市公安局（牵头）、市民政局         one is marked: it leads, the others support
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extract.responsibilities.names import Name, read_names
from graph.extract.responsibilities.tails import Share
from graph.model import Form, Role
from graph.structure.tables import role_headings
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import TableRow

_MARKED = re.compile(r"（(?:牵头|主责|主办)[^（）]{0,4}）$")


def find_in_row(text: str, row: TableRow, prefix: str) -> Iterator[tuple[Share, ...]]:
    """Yield the responsibilities in the cells of ``row``, one tuple a cell."""
    for cell in row.cells:
        heading = role_headings().search(cell.heading)
        if heading is None:
            continue
        names = read_names(text, cell.start, cell.end, prefix, strict=False)
        if names is None:
            continue
        role = Role(lexicon.scheme("roles")[heading.group()])
        shares = tuple(
            Share(
                n,
                role,
                Form.TABLE,
                names.among_others,
                cell.start,
                cell.end,
                "responsibility.table",
            )
            for n in names.names
        )
        yield _with_marks(shares)


def _with_marks(shares: tuple[Share, ...]) -> tuple[Share, ...]:
    marks = [_MARKED.search(share.name.text) for share in shares]
    if not any(marks):
        return shares
    return tuple(
        replace(share, role=Role.LEAD if mark else Role.SUPPORT, name=_unmarked(share, mark))
        for share, mark in zip(shares, marks, strict=True)
    )


def _unmarked(share: Share, mark: re.Match[str] | None) -> Name:
    if mark is None:
        return share.name
    length = len(mark.group())
    name = share.name
    return replace(name, text=name.text[:-length], full=name.full[:-length], end=name.end - length)
