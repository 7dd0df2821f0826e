"""Administrative divisions of China: GB/T 2260 codes and names, as of 2025-12-31.

The register is ``schemes/divisions.tsv``. A code tells the unit above it: 652801 stands below
652800 and that below 650000; where no prefecture has that code, the county stands below its
province (GB/T 2260-2007, 4). The nation, which GB/T 2260 does not code, is ``CN`` (ISO 3166-1).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

NATION: Final = "CN"
_PREFECTURE = 4  # digits of a code that name the prefecture
_PROVINCE = 2


@dataclass(frozen=True, slots=True)
class Division:
    """A province, prefecture or county, or the nation.

    ``level`` is the notation of a concept of the scheme ``levels``: 国, 省, 市 or 县. ``short`` is
    the usual short name of provinces and autonomous prefectures (新疆, 巴州), else empty.
    """

    code: str
    name: str
    short: str
    level: str
    parent: str | None


@cache
def register() -> Mapping[str, Division]:
    """Return every division by its code."""
    text = files("ontology").joinpath("schemes", "divisions.tsv").read_text(encoding="utf-8")
    rows = list(csv.reader(text.splitlines()[1:], delimiter="\t"))
    codes = {code for code, _, _ in rows}
    found = {NATION: Division(NATION, "中华人民共和国", "全国", "国", None)}
    for code, name, short in rows:
        found[code] = Division(code, name, short, _level(code), _parent(code, codes))
    return MappingProxyType(found)


def ascending(code: str) -> tuple[Division, ...]:
    """Return a division and those above it, itself first; none for a code that is not registered.

    >>> [division.name for division in ascending("652801")]
    ['库尔勒市', '巴音郭楞蒙古自治州', '新疆维吾尔自治区', '中华人民共和国']
    """
    chain = []
    division = register().get(code)
    while division:
        chain.append(division)
        division = register().get(division.parent or "")
    return tuple(chain)


def by_name(name: str, near: str | None = None) -> Division | None:
    """Return the division of a full or usual short name.

    Many counties share a name: the one that is closest to ``near`` (a code) is meant, and none
    where that settles nothing.

    >>> by_name("巴州").code, by_name("朝阳区"), by_name("朝阳区", near="110000").code
    ('652800', None, '110105')
    """
    candidates = [register()[code] for code in _codes().get(name, ())]
    if len(candidates) > 1 and near:
        closeness = [_shared(division.code, near) for division in candidates]
        best = max(closeness)
        candidates = [d for d, c in zip(candidates, closeness, strict=True) if c == best > 0]
    return candidates[0] if len(candidates) == 1 else None


def split_leading(text: str, near: str | None = None) -> tuple[Division | None, str]:
    """Return the lowest division that the names at the head of a text lead to, and the rest.

    >>> division, rest = split_leading("惠州市惠城区人民政府办公室")
    >>> division.code, rest
    ('441302', '人民政府办公室')
    >>> split_leading("市公安局")
    (None, '市公安局')
    """
    found: Division | None = None
    rest = text
    while step := _leading(rest, found.code if found else near):
        division, length = step
        if found and found not in ascending(division.code):
            break
        found, rest = division, rest[length:]
    return found, rest


def _leading(text: str, near: str | None) -> tuple[Division, int] | None:
    """Return the division of the longest name at the head of a text, with that name's length."""
    for length in range(min(len(text), _longest_name()), 1, -1):
        division = by_name(text[:length], near)
        if division:
            return division, length
    return None


@cache
def _codes() -> Mapping[str, tuple[str, ...]]:
    """Return the codes that bear a name."""
    codes: dict[str, tuple[str, ...]] = {}
    for division in register().values():
        for name in filter(None, (division.name, division.short)):
            codes[name] = (*codes.get(name, ()), division.code)
    return MappingProxyType(codes)


@cache
def _longest_name() -> int:
    return max(map(len, _codes()))


def _shared(code: str, near: str) -> int:
    """Return how many levels two codes share."""
    return sum(code[:digits] == near[:digits] for digits in (_PROVINCE, _PREFECTURE))


def _level(code: str) -> str:
    if code.endswith("0000"):
        return "省"
    return "市" if code.endswith("00") else "县"


def _parent(code: str, codes: set[str]) -> str:
    if code.endswith("0000"):
        return NATION
    prefecture = code[:_PREFECTURE] + "00"
    if code != prefecture and prefecture in codes:
        return prefecture
    return code[:_PROVINCE] + "0000"
