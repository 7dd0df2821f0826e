"""The tree of provisions of one work, with headings, spans and the stretches of their own words."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.grammar.numbering import Label
from graph.model import ProvisionKind as Kind
from graph.structure.closing import Unit, paragraphs, take_closing
from graph.structure.lines import Line
from graph.structure.numbering import number
from graph.structure.tables import find_rows
from graph.structure.unnumbered import NOTHING

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from graph.structure.tables import Row
    from graph.structure.unnumbered import Unnumbered

_HEADING_END = re.compile(r"[。！？；：]|(?<=）)$")
_LONGEST_HEADING = 60
_ARTICLE_HEADING = re.compile(r"[ ]*[【〔（](?P<heading>[\u4e00-\u9fff、]{2,20})[】〕）]")
_SKIPPED = 2
_COUNTED = (Kind.LEVEL1, Kind.LEVEL2, Kind.LEVEL3, Kind.LEVEL4)
_UNDER_ARTICLE = {Kind.LEVEL2: Kind.ITEM, Kind.LEVEL3: Kind.SUBITEM}


@dataclass(frozen=True, slots=True)
class Tree:
    """The units of a work in text order, and what stands before and after them.

    ``doubtful`` are labels whose numeral is damaged, printed twice, or follows on a missing one.
    """

    units: tuple[Unit, ...]
    preamble: tuple[int, int]
    closing: tuple[tuple[int, int], ...]
    doubtful: tuple[tuple[int, int], ...] = ()


def _heading(text: str, start: int, end: int, kind: Kind) -> str:
    """Return the words that head a unit: its whole first line, or its first sentence if short."""
    line_end = text.find("\n", start, end)
    line = text[start : end if line_end < 0 else line_end]
    if kind is Kind.ARTICLE:
        match = _ARTICLE_HEADING.match(line)
        return match["heading"] if match else ""
    stop = _HEADING_END.search(line)
    if (stop and stop.group() == "；") or (not stop and line.rstrip().endswith(("，", "、"))):
        return ""  # running text, and no sentence of its own
    heading = line[: stop.start()] if stop else line
    return heading.strip("*　 ") if len(heading) <= _LONGEST_HEADING else ""


def build(
    text: str,
    start: int,
    end: int,
    prefix: str,
    seen: Counter[str],
    unnumbered: Unnumbered = NOTHING,
) -> Tree:
    """Return the provisions between the offsets of the folded ``text``.

    ``seen`` counts the labels of the whole document: a label that recurs is told apart.
    """
    rows = list(find_rows(text, [Line(text[a:b], a, b) for a, b in paragraphs(text, start, end)]))
    labels = _with_rows(number(text, start, end, unnumbered.stretches()), rows)
    by_start = {row.start: row for row in rows}
    units: list[Unit] = []
    by_label: dict[Label, Unit] = {}
    for index, (label, above) in enumerate(labels):
        stop = labels[index + 1][0].start if index + 1 < len(labels) else end
        held = (by_label[higher] for higher in reversed(above) if higher in by_label)
        parent = next(held, None)  # a label inside a row of a table heads nothing
        path = (*(parent.path if parent else ()), label.printed)
        printed = _shown(parent, label, above)
        name = prefix + "".join(printed)
        seen[name] += 1
        if seen[name] > 1:  # numbering is never corrected
            repeat = f"~{seen[name]}"
            name, path = name + repeat, (*path[:-1], path[-1] + repeat)
        kind = _kind(label.kind, parent)
        heading = _heading(text, label.end, stop, kind)
        unit = Unit(name, path, printed, kind, heading, parent, label.start, stop)
        if label.kind is Kind.ROW:
            row = by_start[label.start]
            stop = row.end
            unit.end, unit.cells, unit.heading = stop, row.cells, ""
        unit.own.append((label.start, stop))
        units.append(unit)
        by_label[label] = unit
    closing = take_closing(text, units, [at for at, _ in unnumbered.attachments])
    for unit in units:
        _cover(unit)
    first = units[0].start if units else end
    return Tree(tuple(units), (start, first), tuple(closing), tuple(_doubtful(labels)))


def _doubtful(labels: Sequence[tuple[Label, tuple[Label, ...]]]) -> Iterator[tuple[int, int]]:
    """Yield where a label is damaged or does not carry on from the one before it."""
    last: dict[tuple[Kind, tuple[Label, ...]], int] = {}
    for label, above in labels:
        before = last.get((label.kind, above))
        out_of_line = before is not None and label.ordinal in (before, before + _SKIPPED)
        if label.slip or (out_of_line and label.kind in _COUNTED):
            yield label.start, label.end
        last[label.kind, above] = label.ordinal


def _with_rows(
    labels: list[tuple[Label, tuple[Label, ...]]], rows: Sequence[Row]
) -> list[tuple[Label, tuple[Label, ...]]]:
    """Let the rows of tables take the place of labels that only seem to number their cells."""
    starts = [row.start for row in rows]

    def in_row(label: Label) -> bool:
        index = bisect_right(starts, label.start) - 1
        return index >= 0 and label.start < rows[index].end

    kept = [pair for pair in labels if not in_row(pair[0])]
    numbered = [
        (Label(Kind.ROW, int(row.number), row.number, row.start, row.start + len(row.number)), ())
        for row in rows
    ]
    return sorted([*kept, *numbered], key=lambda pair: pair[0].start)


def _shown(parent: Unit | None, label: Label, above: Sequence[Label]) -> tuple[str, ...]:
    """Return the parts of a label: a decimal stands for the numbers above that it repeats.

    So 2.1.1（1） is no 22.12.1.1（1）, while 一 and 1.1 below it is 一1.1.
    """
    parts = parent.printed if parent else ()
    if label.kind is Kind.DECIMAL:
        first = label.printed.partition(".")[0]
        repeats = any(str(higher.ordinal) == first for higher in above)
        return (label.printed,) if repeats else (*parts, label.printed)
    behind_decimal = bool(parts) and "." in parts[-1] and label.kind is Kind.LEVEL3
    return (*parts, f" {label.printed}" if behind_decimal else label.printed)


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
