"""Rebuild the registers of divisions from their two source tables.

Run as ``python -m ontology.divisions_build CODES CHANGES``, where CODES is a table of the GB/T 2260
codes in force (``code, parent, level, name``) and CHANGES one of the changes since 2000
(``year, type, level, old_code, old_name, new_code, new_name, doc_no``). It writes
``schemes/divisions.tsv`` and ``schemes/division-changes.tsv``; NOTICE credits the sources. Usual
short names come from ``schemes/division-short-names.tsv``, which is kept by hand.

A change is kept where it gives or takes a code or a name: boundaries, seats of government and
changes without a code say nothing about who is who.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_SCHEMES = Path(__file__).parent / "schemes"
_DIGITS = 6  # of twelve: the rest codes townships and villages


def divisions(
    codes: Iterable[Mapping[str, str]],
    changes: Iterable[tuple[str, ...]],
    short_names: Mapping[str, str],
) -> Iterator[tuple[str, ...]]:
    """Yield code, name, short name and the year since when the code bears the name (or none)."""
    since: dict[tuple[str, str], str] = {}
    for year, _, _, _, code, name in changes:
        since[code, name] = max(year, since.get((code, name), ""))
    for row in codes:
        code, name = row["code"], row["name"]
        yield code, name, short_names.get(code, ""), since.get((code, name), "")


def changes(rows: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, ...]]:
    """Yield year, kind, old code, old name, new code and new name of each change with a code."""
    for row in rows:
        old, new = row["old_code"][:_DIGITS], row["new_code"][:_DIGITS]
        names = row["old_name"], row["new_name"]
        if (old or new) and (old, names[0]) != (new, names[1]):
            yield row["year"], row["type"], old, names[0], new, names[1]


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def _write(name: str, *rows: tuple[str, ...]) -> None:
    text = "".join("\t".join(row) + "\n" for row in rows)
    (_SCHEMES / name).write_text(text, encoding="utf-8")


def main(codes: Path, table: Path) -> None:
    """Write both registers."""
    found = list(changes(_read(table)))
    short = {row["code"]: row["short"] for row in _read(_SCHEMES / "division-short-names.tsv")}
    _write(
        "division-changes.tsv",
        ("year", "kind", "old_code", "old_name", "new_code", "new_name"),
        *found,
    )
    in_force = sorted(divisions(_read(codes), found, short))
    _write("divisions.tsv", ("code", "name", "short", "since"), *in_force)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
