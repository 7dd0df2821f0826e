"""A list of bodies in its pieces, and how far a noun behind them holds for names by field.

Forms read::

    公安、水利等部门                   for all
    民政、卫生健康部门                 the last piece has it for those before
    水利、公安等部门和各区政府         up to where 等部门 stands
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.extract.responsibilities.list_pieces import OTHERS, pieces
from graph.extract.responsibilities.name_forms import set_pattern
from graph.extract.responsibilities.name_in_text import is_private, stands_aside
from graph.extract.responsibilities.spelling import is_note

_BARE_NOUN = 4  # characters: 有关单位
_UNITS = re.compile(r"(?:单位|机构|组织)")
_GROUP = re.compile(r"等[\u4e00-\u9fff]{0,6}(?:部门|机关)")  # 水利、公安等部门和各区政府
_SHARED = re.compile(r"(?:部门|机关)$")
_NOUN = re.compile(r"部门|机关")


@dataclass(frozen=True, slots=True)
class Listed:
    """A list in its pieces, and how far a noun behind them holds for names by field of work.

    ``functional`` says that it holds for all (公安等部门), ``shared`` that the last piece has it
    for those before (民政、卫生健康部门), ``grouped`` up to where another 等部门 stands. ``noun``
    is the noun itself, where a department of a field can be called by it.
    """

    parts: tuple[tuple[int, int], ...]
    others: bool
    functional: bool
    shared: bool
    grouped: int
    noun: str = ""

    def is_before_noun(self, at: int) -> bool:
        """Tell whether the piece that begins at an offset leaves its noun to what is behind it."""
        return at < self.grouped or (self.shared and at < self.parts[-1][0])

    def leaves_out(self, written: str, *, running: bool) -> bool:
        """Tell whether a piece has no part: one character, 学校 in running text."""
        if is_note(written) or (self.functional and len(written) == 1):  # 水、电、气等部门
            return True
        return running and len(self.parts) > 1 and stands_aside(written)


def listed_in(text: str, start: int, end: int, *, running: bool) -> Listed | None:
    """Return the list between the offsets in its pieces, or None if there is no piece."""
    more = text.find("等", start, end) >= 0
    others = OTHERS.search(text[start:end]) if more else None
    stop = start + others.start() if others else end
    # 设计、施工等单位 are those whom a document binds; 教育、公安等部门 are bodies
    functional = bool(others and others["set"] and set_pattern().search(others["set"]))
    functional = functional and not (running and others and _binds(others["set"]))
    shared = not functional and _SHARED.search(text[start:stop]) is not None
    parts = tuple(pieces(text, start, stop, fields=functional or shared))
    if not parts:
        return None
    groups = (match.start() for match in _GROUP.finditer(text, start, stop if more else start))
    grouped = stop if functional else max(groups, default=start)
    noun = _NOUN.search(text, grouped if grouped > start else max(start, stop - 2), end)
    said = noun.group() if noun and (functional or shared or grouped > start) else ""
    return Listed(parts, others is not None, functional, shared, grouped, said)


def _binds(noun: str) -> bool:
    """Whether the noun behind 等 is of those whom a document binds, or may be: 单位, 教育机构."""
    return _UNITS.search(noun) is not None and (len(noun) <= _BARE_NOUN or is_private(noun))
