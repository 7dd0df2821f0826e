"""The tree of provisions of one work, with headings, spans and the stretches of their own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import ProvisionKind as Kind
from graph.structure.closing import take_closing
from graph.structure.contents import entries
from graph.structure.numbering import number
from graph.structure.sibling_headings import give_headings
from graph.structure.table_labels import with_rows, words_around_rows
from graph.structure.units import Unit
from graph.structure.unnumbered import NOTHING

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from graph.grammar.numbering import Label
    from graph.structure.tables import Table
    from graph.structure.unnumbered import Unnumbered

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


def build(
    text: str,
    start: int,
    end: int,
    prefix: str,
    seen: Counter[str],
    unnumbered: Unnumbered = NOTHING,
    *,
    tables: Sequence[Table] = (),
) -> Tree:
    """Return the provisions between the offsets of the folded ``text``, which has these tables.

    ``seen`` counts the labels of the whole document: a label that recurs is told apart.
    """
    without = unnumbered.stretches((table.start, table.end) for table in tables)
    labels = with_rows(number(text, start, end, without), tables)
    by_start = {row.start: row for table in tables for row in table.rows}
    units: list[Unit] = []
    by_label: dict[Label, Unit] = {}
    for index, (label, above) in enumerate(labels):
        stop = labels[index + 1][0].start if index + 1 < len(labels) else end
        parent = next((by_label[higher] for higher in reversed(above)), None)
        path = (*(parent.path if parent else ()), label.printed)
        printed = _shown(parent, label, above)
        name = prefix + "".join(printed)
        seen[name] += 1
        if seen[name] > 1:  # numbering is never corrected
            repeat = f"~{seen[name]}"
            name, path = name + repeat, (*path[:-1], path[-1] + repeat)
        kind = _kind(label.kind, parent)
        unit = Unit(name, path, printed, kind, "", parent, label.start, stop)
        if label.kind is Kind.ROW:
            row = by_start[label.start]
            unit.end, unit.cells = row.end, row.cells
        unit.own.append((label.start, unit.end))
        units.append(unit)
        by_label[label] = unit
    behind = words_around_rows(text, units, tables, end)
    ends = [at for at, _ in unnumbered.attachments]
    if units and "\t" in text[units[-1].start : units[-1].end].split("\n", maxsplit=1)[0]:
        ends += [at for at, _ in unnumbered.notes]  # below a table: no words of its last row
    closing = take_closing(text, units, ends)
    label_ends = {id(unit): label.end for label, unit in by_label.items()}
    give_headings(text, units, label_ends, entries(text, unnumbered.contents))
    for unit in units:
        _cover(unit)
    first = units[0].start if units else end
    return Tree(tuple(units), (start, first), (*closing, *behind), tuple(_doubtful(labels)))


def _doubtful(labels: Sequence[tuple[Label, tuple[Label, ...]]]) -> Iterator[tuple[int, int]]:
    """Yield where a label is damaged or does not carry on from the one before it."""
    last: dict[tuple[Kind, tuple[Label, ...]], int] = {}
    for label, above in labels:
        before = last.get((label.kind, above))
        out_of_line = before is not None and label.ordinal in (before, before + _SKIPPED)
        if label.slip or (out_of_line and label.kind in _COUNTED):
            yield label.start, label.end
        last[label.kind, above] = label.ordinal


def _shown(parent: Unit | None, label: Label, above: Sequence[Label]) -> tuple[str, ...]:
    """Return the parts of a label: a decimal stands for the numbers above that it repeats.

    So 2.1.1（1） is no 22.12.1.1（1）, while 一 and 1.1 below it is 一1.1.
    """
    parts = parent.printed if parent else ()
    if label.kind is Kind.DECIMAL:
        if parts and label.printed.startswith(f"{parts[-1]}."):
            return (*parts[:-1], label.printed)  # 3.1.1 below a 3.1 whose chapter is missing
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
