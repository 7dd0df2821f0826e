"""What closes a list or a text: paragraphs behind a last item that are none of its words.

A list whose items have one paragraph each ends with the first paragraph of its last item: what
follows belongs to the unit above or, behind the last unit of a work, to none (施行日期, 有效期).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING

from graph.grammar.dates import DATE
from graph.structure.leavings import leavings
from graph.structure.lines import is_body_name, is_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model import Cell
    from graph.model import ProvisionKind as Kind

_FEWEST_BEFORE = 2  # items that show what is usual in a list
_COLOPHON = re.compile(
    r"附\s*件\s*\d*[：:]|抄\s*送|抄\s*报|主\s*送|（此件|此件|（联系人|联系人|信息公开选项|（全文结束）|（本文有删减）"
    r"|[\u4e00-\u9fff]{2,30}[ ]*\d{4}年\d{1,2}月\d{1,2}日[ ]*印发"
)


@dataclass(slots=True)
class Unit:
    """A provision in the making, in offsets of the folded text."""

    label: str
    path: tuple[str, ...]
    printed: tuple[str, ...]
    kind: Kind
    heading: str
    parent: Unit | None
    start: int
    end: int
    own: list[tuple[int, int]] = field(default_factory=list)
    cells: tuple[Cell, ...] = ()


def paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the lines between two offsets that hold anything."""
    at = start
    for line in text[start:end].split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


def take_closing(text: str, units: Sequence[Unit]) -> list[tuple[int, int]]:
    """Give each closing paragraph to what it closes; return those that close the work."""
    siblings: dict[tuple[int, Kind], list[Unit]] = defaultdict(list)
    for unit in units:
        siblings[id(unit.parent), unit.kind].append(unit)
    closing: list[tuple[int, int]] = []
    for unit, following in zip_longest(units, units[1:]):
        if following and (following.parent is unit or following.parent is unit.parent):
            continue
        if unit.cells:  # a row ends with its last cell
            continue
        own = list(paragraphs(text, *unit.own[0]))
        keep = _kept(text, own, siblings[id(unit.parent), unit.kind][:-1])
        if following is None:
            keep = min(keep, _before_colophon(text, own), _before_leavings(text, own))
        if keep >= len(own):
            continue
        rest = (own[keep][0], own[-1][1])
        unit.own[0] = (unit.own[0][0], own[keep - 1][1])
        unit.end = unit.own[0][1]
        if unit.parent is None or following is None:
            closing.append(rest)
        else:
            unit.parent.own.append(rest)
            unit.parent.end = rest[1]
    return closing


def _kept(text: str, own: Sequence[tuple[int, int]], before: Sequence[Unit]) -> int:
    """Return how many paragraphs stay with a last item: one, where each of those before has one."""
    if len(before) < _FEWEST_BEFORE or len(own) == 1 or "。" not in text[slice(*own[0])]:
        return len(own)
    single = all(len(list(paragraphs(text, *unit.own[0]))) == 1 for unit in before)
    sentences = any("。" in text[slice(*unit.own[0])] for unit in before)
    return 1 if single and sentences else len(own)


def _before_colophon(text: str, own: Sequence[tuple[int, int]]) -> int:
    for position, (start, end) in enumerate(own[1:], start=1):
        if _is_colophon(text[start:end]):
            return position
    return len(own)


def _before_leavings(text: str, own: Sequence[tuple[int, int]]) -> int:
    """Return how many paragraphs of a last unit stand before what the page leaves behind."""
    stop, left = leavings(text, own[0][1], own[-1][1])
    return sum(start < stop or start == own[0][0] for start, _ in own) if left else len(own)


def _is_colophon(line: str) -> bool:
    """Whether a line belongs to the form of a document: signature, date, copies, printing."""
    return (
        _COLOPHON.match(line) is not None
        or is_date(line)
        or (is_body_name(line) and "。" not in line and "、" not in line)
        or (DATE.search(line) is not None and line.endswith("印发"))
    )
