"""What stands in a text and numbers none of its provisions, whatever numbers it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.structure.attachments import attachment_lists, notes
from graph.structure.contents import find_contents
from graph.structure.new_text import new_text
from graph.structure.statutes import quoted_statutes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.structure.lines import Line

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unnumbered:
    """The stretches of a text whose labels number nothing, by what they are, in their order.

    ``contents`` are lists of contents, ``attachments`` lists of attachments, ``notes`` those of
    tables, ``quoted`` the new text that a decision gives to another document, and ``statutes`` what
    a list quotes of statutes.
    """

    contents: tuple[Stretch, ...] = ()
    attachments: tuple[Stretch, ...] = ()
    notes: tuple[Stretch, ...] = ()
    quoted: tuple[Stretch, ...] = ()
    statutes: tuple[Stretch, ...] = ()

    def stretches(self, tables: Iterable[Stretch] = ()) -> list[Stretch]:
        """Return all of them as stretches that do not overlap, with those of ``tables``."""
        held = (self.contents, self.attachments, self.notes, self.quoted, self.statutes, tables)
        return _merged(stretch for stretches in held for stretch in stretches)


NOTHING = Unnumbered()


def find_unnumbered(lines: Sequence[Line], text: str) -> Unnumbered:
    """Return what numbers nothing in the lines of ``text``."""
    if not lines:
        return NOTHING
    start, end = lines[0].start, lines[-1].end
    return Unnumbered(
        contents=tuple(find_contents(lines)),
        attachments=tuple(attachment_lists(text, start, end)),
        notes=tuple(notes(text, start, end)),
        quoted=tuple(new_text(text, start, end)),
        statutes=tuple(quoted_statutes(text, start, end)),
    )


def without(stretch: Stretch, others: Iterable[Stretch]) -> list[Stretch]:
    """Return what is left of a stretch outside of others, which stand in their order.

    >>> without((0, 9), [(2, 4), (8, 12)])
    [(0, 2), (4, 8)]
    """
    start, end = stretch
    left: list[Stretch] = []
    for first, last in others:
        if last <= start or first >= end:
            continue
        if start < first:
            left.append((start, first))
        start = max(start, last)
    return [*left, (start, end)] if start < end else left


def _merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    merged: list[Stretch] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
