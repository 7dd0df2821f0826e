"""The tree of provisions of one work, with headings, spans and the stretches of their own words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.grammar.dates import DATE
from graph.grammar.numbering import Label
from graph.model import ProvisionKind as Kind
from graph.structure.lines import Line, is_body_name, is_date
from graph.structure.numbering import number
from graph.structure.tables import find_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model import Cell
    from graph.structure.tables import Row

_HEADING_END = re.compile(r"[。！？；：]|(?<=）)$")
_LONGEST_HEADING = 60
_ARTICLE_HEADING = re.compile(r"[ ]*[【〔（](?P<heading>[\u4e00-\u9fff、]{2,20})[】〕）]")
_UNDER_ARTICLE = {Kind.LEVEL2: Kind.ITEM, Kind.LEVEL3: Kind.SUBITEM}
_COLOPHON = re.compile(
    r"附\s*件\s*\d*[：:]|抄\s*送|抄\s*报|主\s*送|（此件|此件|（联系人|联系人|信息公开选项|（全文结束）|（本文有删减）"
    r"|[\u4e00-\u9fff]{2,30}[ ]*\d{4}年\d{1,2}月\d{1,2}日[ ]*印发"
)


@dataclass(slots=True)
class Unit:
    """A provision in the making, in offsets of the folded text."""

    label: str
    path: tuple[str, ...]
    kind: Kind
    heading: str
    parent: Unit | None
    start: int
    end: int
    own: list[tuple[int, int]] = field(default_factory=list)
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """The units of a work in text order, and what stands before and after them."""

    units: tuple[Unit, ...]
    preamble: tuple[int, int]
    closing: tuple[tuple[int, int], ...]


def _heading(text: str, start: int, end: int, kind: Kind) -> str:
    """Return the words that head a unit: its whole first line, or its first sentence if short."""
    line_end = text.find("\n", start, end)
    line = text[start : end if line_end < 0 else line_end]
    if kind is Kind.ARTICLE:
        match = _ARTICLE_HEADING.match(line)
        return match["heading"] if match else ""
    stop = _HEADING_END.search(line)
    heading = line[: stop.start()] if stop else line
    return heading.strip("*　 ") if len(heading) <= _LONGEST_HEADING else ""


def build(text: str, start: int, end: int, prefix: str) -> Tree:
    """Return the provisions between the offsets of the folded ``text``."""
    rows = [row for row in find_rows(text, _lines(text, start, end))]
    labels = _with_rows(number(text, start, end), rows)
    cells = {row.start: row.cells for row in rows}
    units: list[Unit] = []
    by_label: dict[Label, Unit] = {}
    seen: Counter[str] = Counter()
    for index, (label, above) in enumerate(labels):
        stop = labels[index + 1][0].start if index + 1 < len(labels) else end
        parent = by_label[above[-1]] if above else None
        path = (*(parent.path if parent else ()), label.printed)
        name = prefix + _joined(path)
        seen[name] += 1
        if seen[name] > 1:
            name = f"{name}~{seen[name]}"
            path = (*path[:-1], f"{path[-1]}~{seen[name.split('~')[0]]}")
        kind = _kind(label.kind, parent)
        unit = Unit(
            name, path, kind, _heading(text, label.end, stop, kind), parent, label.start, stop
        )
        if label.kind is Kind.ROW:
            stop = next(row.end for row in rows if row.start == label.start)
            unit.end, unit.cells, unit.heading = stop, cells[label.start], ""
        unit.own.append((label.start, stop))
        units.append(unit)
        by_label[label] = unit
    closing = _take_closing(text, units)
    for unit in units:
        _cover(unit)
    first = units[0].start if units else end
    return Tree(tuple(units), (start, first), tuple(closing))


def _lines(text: str, start: int, end: int) -> list[Line]:
    return [Line(text[a:b], a, b) for a, b in _paragraphs(text, start, end)]


def _with_rows(
    labels: list[tuple[Label, tuple[Label, ...]]], rows: Sequence[Row]
) -> list[tuple[Label, tuple[Label, ...]]]:
    """Let the rows of tables take the place of labels that only seem to number their cells."""
    kept = [x for x in labels if not any(row.start <= x[0].start < row.end for row in rows)]
    numbered = [
        (Label(Kind.ROW, int(row.number), row.number, row.start, row.start + len(row.number)), ())
        for row in rows
    ]
    return sorted([*kept, *numbered], key=lambda pair: pair[0].start)


def _joined(path: Sequence[str]) -> str:
    decimal = next((part for part in reversed(path) if "." in part), None)
    return decimal if decimal and path[-1] is decimal else "".join(path)


def _kind(kind: Kind, parent: Unit | None) -> Kind:
    above = parent
    while above:
        if above.kind is Kind.ARTICLE:
            return _UNDER_ARTICLE.get(kind, kind)
        above = above.parent
    return kind


def _cover(unit: Unit) -> None:
    """Let every unit end where its last descendant ends."""
    above = unit.parent
    while above:
        above.end = max(above.end, unit.end)
        above = above.parent


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for line in text[start:end].split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


def _take_closing(text: str, units: Sequence[Unit]) -> list[tuple[int, int]]:
    """Give paragraphs after a last item to what they close: the unit above, or the work."""
    closing: list[tuple[int, int]] = []
    for index, unit in enumerate(units):
        following = units[index + 1] if index + 1 < len(units) else None
        paragraphs = list(_paragraphs(text, *unit.own[0]))
        keep = _kept(text, unit, units, paragraphs, last=following is None)
        if keep >= len(paragraphs):
            continue
        if following is not None and following.parent is not None and following.parent is unit:
            continue
        if following is not None and following.parent is unit.parent:
            continue
        rest = (paragraphs[keep][0], paragraphs[-1][1])
        unit.own[0] = (unit.own[0][0], paragraphs[keep - 1][1])
        unit.end = unit.own[0][1]
        owner = unit.parent
        if owner is None or following is None:
            closing.append(rest)
        else:
            owner.own.append(rest)
            owner.end = rest[1]
    return closing


def _kept(
    text: str,
    unit: Unit,
    units: Sequence[Unit],
    paragraphs: Sequence[tuple[int, int]],
    *,
    last: bool,
) -> int:
    """Return how many paragraphs stay with ``unit``: one, where each of its siblings has one."""
    siblings = [
        u for u in units if u.parent is unit.parent and u.kind is unit.kind and u is not unit
    ]
    single = [len(list(_paragraphs(text, *u.own[0]))) == 1 for u in siblings]
    has_text = bool(siblings) and any("。" in text[slice(*u.own[0])] for u in siblings)
    keep = len(paragraphs)
    if len(single) > 1 and all(single) and has_text and "。" in text[slice(*paragraphs[0])]:
        keep = 1
    if last:
        for position, (start, end) in enumerate(paragraphs[1:], start=1):
            if _is_colophon(text[start:end]):
                return min(keep, position)
    return keep


def _is_colophon(line: str) -> bool:
    """Whether a line belongs to the form of a document: signature, date, copies, printing."""
    return (
        _COLOPHON.match(line) is not None
        or is_date(line)
        or (is_body_name(line) and "。" not in line and "、" not in line)
        or (DATE.search(line) is not None and line.endswith("印发"))
    )
