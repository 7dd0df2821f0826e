"""What is read of a table: its rows with their cells, and the lines that part its rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.grammar.numbering import Label
    from graph.model import Cell


@dataclass(frozen=True, slots=True)
class Row:
    """One numbered row, in offsets of the folded text.

    The cells of all its sub-rows are its own, in the order of the text: content, who answers, by
    when, content, who answers, by when.
    """

    number: str
    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table from its heading row to its last cell; ``sections`` are the labels between rows.

    A table that cannot be told has no rows and is not ``read``.
    """

    start: int
    end: int
    rows: tuple[Row, ...] = ()
    sections: tuple[Label, ...] = ()
    read: bool = True

    def extent(self, text: str) -> tuple[int, int]:
        """Return where the table begins and ends with the strokes and blanks around its cells."""
        end = self.end
        while end < len(text) and text[end] in " \t|":
            end += 1
        return self.start, end
