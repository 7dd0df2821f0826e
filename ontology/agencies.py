"""Kinds of public body: their full, short, functional, provincial and national names.

The register is ``schemes/agencies.tsv``. Its columns ``name_confirmed`` and
``succession_confirmed`` say ``y`` where a public source confirms the row, ``p`` where it does in
part and ``n`` where none was found; ``source`` names the source.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class AgencyKind:
    """A kind of public body that every place has, or had before a reform.

    ``full`` names it below the province (公安局), ``short`` are its short names (发改委), ``other``
    the names of merged or renamed bodies that do its work, ``functional`` the names by function
    (财政部门), ``provincial`` the names at the province (公安厅) and ``national`` those of the
    body above all (公安部), each with the full name first.
    """

    key: str
    former: bool
    full: str
    short: tuple[str, ...]
    other: tuple[str, ...]
    functional: tuple[str, ...]
    provincial: tuple[str, ...]
    national: tuple[str, ...]
    successors: tuple[str, ...]
    name_confirmed: str
    succession_confirmed: str
    source: str


@cache
def register() -> Mapping[str, AgencyKind]:
    """Return every kind by its key."""
    text = files("ontology").joinpath("schemes", "agencies.tsv").read_text(encoding="utf-8")
    kinds = (_kind(row) for row in csv.DictReader(text.splitlines(), delimiter="\t"))
    return MappingProxyType({kind.key: kind for kind in kinds})


def by_name(name: str) -> AgencyKind | None:
    """Return the kind that a local body's name without its place means.

    >>> by_name("发改委").full, by_name("公安厅").full, by_name("财政部门").full
    ('发展和改革委员会', '公安局', '财政局')
    """
    return _local().get(name)


def by_national_name(name: str) -> AgencyKind | None:
    """Return the kind whose national body has the name.

    >>> by_national_name("公安部").full, by_national_name("国务院").full
    ('公安局', '人民政府')
    """
    return _national().get(name)


@cache
def _local() -> Mapping[str, AgencyKind]:
    """Return the kinds by their local names: a full name first, a current body before a former."""
    kinds = sorted(register().values(), key=lambda kind: kind.former)
    names: dict[str, AgencyKind] = {kind.full: kind for kind in kinds}
    for kind in kinds:
        for name in (*kind.short, *kind.provincial, *kind.other, *kind.functional):
            names.setdefault(name, kind)
    return MappingProxyType(names)


@cache
def _national() -> Mapping[str, AgencyKind]:
    return MappingProxyType({name: kind for kind in register().values() for name in kind.national})


def _kind(row: Mapping[str, str]) -> AgencyKind:
    def several(column: str) -> tuple[str, ...]:
        return tuple(filter(None, row[column].split("|")))

    return AgencyKind(
        key=row["id"],
        former=row["status"] == "former",
        full=row["local_full"],
        short=several("short_names"),
        other=several("other_names"),
        functional=several("functional_names"),
        provincial=several("provincial_names"),
        national=several("national_names"),
        successors=several("successor_ids"),
        name_confirmed=row["name_confirmed"],
        succession_confirmed=row["succession_confirmed"],
        source=row["source"],
    )
