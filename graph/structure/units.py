"""The units of a text, provisions in the making, and the paragraphs that one holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Cell
    from graph.model import ProvisionKind as Kind


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
