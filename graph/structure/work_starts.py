"""The start of a work in its file: its title, how it is printed as an annex, and what it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What a work is in its file."""

    DOCUMENT = auto()
    ISSUED = auto()
    ANNEX = auto()


@dataclass(frozen=True, slots=True)
class Start:
    """Where a work begins. ``name`` is how it is printed as an annex: 附件1, or 附件 or nothing."""

    kind: Kind
    title: str
    title_start: int
    start: int
    name: str = ""
