"""Zones that are no administrative divisions, and the place in which each lies.

A zone that says of its place in its name (广州开发区, 西安高新技术产业开发区) lies in the city of
that name. What has a name of its own stands in the register ``schemes/zones.tsv`` with the division
above it and the act that tells; that is the province where a zone lies in several of its cities.
Nothing is told of a zone that neither names: a county may bear the word by chance (滨海开发区).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from ontology import divisions, lexicon
from ontology.division_changes import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ontology.divisions import Division

_CITIES = ("省", "市")  # levels whose names a zone bears: 天津经济技术开发区, 广州开发区


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone as it is named, and the division in which it lies."""

    name: str
    division: Division


def leading(text: str) -> Zone | None:
    """Return the zone that a text begins with, if its place is known.

    >>> leading("平潭综合实验区农业农村局").division.name, leading("广州开发区管委会").division.name
    ('平潭县', '广州市')
    >>> leading("济源产城融合示范区管委会").division.name
    '济源市'
    >>> leading("滨海开发区管委会"), leading("广州市财政局")
    (None, None)
    """
    for name, code in _register().items():
        if text.startswith(name) and (division := divisions.get(code)):
            return Zone(name, division)
    named = _named().match(text)
    division = _city(named["stem"]) if named else None
    return Zone(named.group(), division) if named and division else None


def _city(stem: str) -> Division | None:
    """Return the city or province of a name without its ending, where one alone bears it.

    A district elsewhere may bear it too (朝阳, 西安), and be the one whose zone is meant.
    """
    found = divisions.of_stem(stem)
    first = next((each for each in found if _is_city(each)), None)
    others = (each for each in found if first and not divisions.within(each.code, first.code))
    return first if next(others, None) is None else None


def _is_city(division: Division) -> bool:
    """Whether a division is a province or a city below it, be it of the county's rank (济源市)."""
    directly = (division.parent or "").endswith("0000") and division.name.endswith("市")
    return division.level in _CITIES or directly


@cache
def _named() -> re.Pattern[str]:
    words = lexicon.alternatives("zone-words", "zone")
    return re.compile(rf"(?P<stem>[\u4e00-\u9fff]{{2,4}}?){words}")


@cache
def _register() -> Mapping[str, str]:
    rows = [line.split("\t") for line in table("zones.tsv")]
    rows.sort(key=lambda row: -len(row[0]))
    return MappingProxyType({name: code for name, code, _ in rows})
