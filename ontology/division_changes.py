"""Changes of GB/T 2260 codes and names since 2000, known to the year."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class DivisionChange:
    """A change of code or name in a year; ``old_code`` or ``new_code`` is empty if none was."""

    year: int
    kind: str
    old_code: str
    old_name: str
    new_code: str
    new_name: str


@cache
def changes() -> tuple[DivisionChange, ...]:
    """Return the changes since 2000, in their order."""
    rows = (line.split("\t") for line in table("division-changes.tsv"))
    return tuple(DivisionChange(int(year), *rest) for year, *rest in rows)


def table(name: str) -> list[str]:
    """Return the rows of a table of ``schemes/`` without its heading."""
    text = files("ontology").joinpath("schemes", name).read_text(encoding="utf-8")
    return text.splitlines()[1:]
