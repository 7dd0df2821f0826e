"""Text that a page holds twice: the print version, the reader for the blind, the mobile view."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.structure.lines import Line

_LONG = 30  # characters; shorter lines (附件, 特此通知) recur in one text
_FEWEST = 3
_MOST_NEW = 0.1  # of the long lines behind the first repeated one may be new


def repeated_from(lines: Sequence[Line]) -> int | None:
    """Return the offset from which the lines only repeat what stands before, or None."""
    seen: set[str] = set()
    first: int | None = None
    repeated = new = 0
    for index, line in enumerate(lines):
        if len(line.text) < _LONG:
            continue
        if line.text in seen:
            first = index if first is None else first
            repeated += 1
        else:
            seen.add(line.text)
            new += first is not None
    if first is None or repeated < _FEWEST or new > _MOST_NEW * (repeated + new):
        return None
    while first and len(lines[first - 1].text) < _LONG and _stands_before(lines, first - 1):
        first -= 1  # the headings before the first long line are repeated too
    return lines[first].start


def _stands_before(lines: Sequence[Line], index: int) -> bool:
    return any(line.text == lines[index].text for line in lines[:index])
