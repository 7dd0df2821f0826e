"""Administrative divisions of China: GB/T 2260 codes and names, as of 2025-12-31 and back to 2000.

The registers are ``schemes/divisions.tsv`` and, for what was before,
``schemes/division-changes.tsv`` (:mod:`ontology.divisions_build` writes both). A code tells the
unit above it: 652801 stands below 652800 and that below 650000; where no prefecture has that code,
the county stands below its province (GB/T 2260-2007, 4). The nation, which GB/T 2260 does not
code, is ``CN`` (ISO 3166-1). Changes are known to the year, so that in the year of a change both
names hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ontology.division_changes import changes, table

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

NATION: Final = "CN"
_PREFECTURE = 4  # digits of a code that name the prefecture
_PROVINCE = 2
_SHORTEST_STEM = 2  # characters: 库尔勒 of 库尔勒市, never 吉 of 吉县
_TYPES = ("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", *"省市州盟县区旗")


@dataclass(frozen=True, slots=True)
class Division:
    """A province, prefecture or county, or the nation.

    ``level`` is the notation of a concept of the scheme ``levels``: 国, 省, 市 or 县. ``short`` is
    the usual short name of provinces and autonomous prefectures (新疆, 巴州), else empty.
    ``valid_from`` and ``valid_until`` are the years of the changes that gave and took the name;
    None for before 2000 and for today.
    """

    code: str
    name: str
    short: str
    level: str
    parent: str | None
    valid_from: int | None = None
    valid_until: int | None = None

    def valid_on(self, on: dt.date) -> bool:
        """Tell whether the code bore the name on a day; in the year of a change, before or after.

        >>> import datetime as dt
        >>> by_name("增城市").valid_on(dt.date(2013, 1, 1)), by_name("增城市").valid_until
        (True, 2014)
        """
        return (self.valid_from or 0) <= on.year <= (self.valid_until or on.year)


@cache
def register() -> Mapping[str, Division]:
    """Return every division of today by its code."""
    return MappingProxyType({code: _today(code) for code in (NATION, *_rows())})


def get(code: str) -> Division | None:
    """Return the division that bears a code today or, of a code of the past, bore it last."""
    if code == NATION or code in _rows():
        return _today(code)
    past = [division for division in _past() if division.code == code]
    return max(past, key=lambda division: division.valid_until or 0, default=None)


def ascending(code: str) -> tuple[Division, ...]:
    """Return a division and those above it, itself first; none for a code that is not registered.

    >>> [division.name for division in ascending("652801")]
    ['库尔勒市', '巴音郭楞蒙古自治州', '新疆维吾尔自治区', '中华人民共和国']
    """
    chain = []
    division = get(code)
    while division:
        chain.append(division)
        division = get(division.parent or "")
    return tuple(chain)


def within(code: str, above: str) -> bool:
    """Tell whether a division is another or below it.

    >>> within("652801", "650000"), within("440100", "650000"), within("652801", NATION)
    (True, False, True)
    """
    return any(division.code == above for division in ascending(code))


def by_name(name: str, near: str | None = None, on: dt.date | None = None) -> Division | None:
    """Return the division of a full or usual short name, as of a day or, without one, of today.

    Many counties share a name: the one that is closest to ``near`` (a code) is meant, and none
    where that settles nothing. A name of the past is found where no division bears it today.

    >>> by_name("巴州").code, by_name("朝阳区"), by_name("朝阳区", near="110000").code
    ('652800', None, '110105')
    """
    candidates = _named(name, on)
    if len(candidates) > 1 and near:
        closeness = [_shared(division.code, near) for division in candidates]
        best = max(closeness)
        candidates = [d for d, c in zip(candidates, closeness, strict=True) if c == best > 0]
    return candidates[0] if len(candidates) == 1 else None


def find(text: str) -> tuple[Division, ...]:
    """Return the divisions that people can mean by a code, a name, or a name without its ending.

    >>> [d.code for d in find("652801")], [d.code for d in find("库尔勒")], len(find("朝阳"))
    (['652801'], ['652801'], 4)
    """
    exact = get(text)
    if exact:
        return (exact,)
    named = _named(text, None)
    return tuple(named or (_today(code) for code in _stems().get(text, ())))


def by_stem(stem: str, near: str) -> Division | None:
    """Return the division of a name without its ending, if it is above, at or below ``near``.

    >>> by_stem("广安", near="511600").name, by_stem("广安", near="440000")
    ('广安市', None)
    """
    found = [_today(c) for c in _stems().get(stem, ()) if within(c, near) or within(near, c)]
    found = sorted(found, key=lambda division: len(ascending(division.code)))
    return (
        found[0] if found and len({len(ascending(d.code)) for d in found}) == len(found) else None
    )


def of_stem(stem: str) -> tuple[Division, ...]:
    """Return the divisions of today of a name without its ending.

    >>> [division.name for division in of_stem("吉林")], of_stem("前海")
    (['吉林省', '吉林市'], ())
    """
    return tuple(_today(code) for code in _stems().get(stem, ()))


def split_leading(
    text: str, near: str | None = None, on: dt.date | None = None
) -> tuple[Division | None, str]:
    """Return the lowest division that the names at the head of a text lead to, and the rest.

    >>> division, rest = split_leading("惠州市惠城区人民政府办公室")
    >>> division.code, rest
    ('441302', '人民政府办公室')
    >>> split_leading("市公安局")
    (None, '市公安局')
    """
    found: Division | None = None
    rest = text
    while step := _leading(rest, found.code if found else near, on):
        division, length = step
        if found and not within(division.code, found.code):
            break
        found, rest = division, rest[length:]
    return found, rest


def today(division: Division) -> Division | None:
    """Return what became of a division of the past: itself, its one successor, or None.

    >>> today(by_name("增城市")).name, today(by_name("广州市")).name
    ('增城区', '广州市')
    """
    seen = set()
    while division.valid_until is not None and (division.code, division.name) not in seen:
        seen.add((division.code, division.name))
        after = {
            (change.new_code, change.new_name)
            for change in changes()
            if (change.old_code, change.old_name) == (division.code, division.name)
        }
        if len(after) != 1 or not (code := min(after)[0]):
            return None
        named = [d for d in (get(code), *_past()) if d and (d.code, d.name) == min(after)]
        if not named:
            return None
        division = named[0]
    return division if division.valid_until is None else None


def _leading(text: str, near: str | None, on: dt.date | None) -> tuple[Division, int] | None:
    """Return the division of the longest name at the head of a text, with that name's length."""
    for length in range(min(len(text), _longest_name()), 1, -1):
        name = text[:length]
        if name in _codes() or name in _past_names():
            division = by_name(name, near, on)
            if division:
                return division, length
    return None


def _named(name: str, on: dt.date | None) -> list[Division]:
    current = [_today(code) for code in _codes().get(name, ())]
    if on is None:
        return current or list(_past_names().get(name, ()))
    both = (*current, *_past_names().get(name, ()))
    return [division for division in both if division.valid_on(on)] or current


@cache
def _rows() -> Mapping[str, tuple[str, ...]]:
    """Return name, short name and since when, by code. Only what is asked for becomes an object."""
    rows = (line.split("\t") for line in table("divisions.tsv"))
    return {code: tuple(rest) for code, *rest in rows}


@cache
def _today(code: str) -> Division:
    if code == NATION:
        return Division(NATION, "中华人民共和国", "全国", "国", None)
    name, short, since = _rows()[code]
    return Division(
        code, name, short, _level(code), _parent(code), int(since) if since else None, None
    )


@cache
def _past() -> tuple[Division, ...]:
    """Return the divisions that a change took a name or a code from, in its order."""
    began: dict[tuple[str, str], int] = {}
    found = {}
    for change in changes():
        old, new = (change.old_code, change.old_name), (change.new_code, change.new_name)
        began.setdefault(new, change.year)
        code = change.old_code
        if code and _rows().get(code, ("",))[0] != change.old_name:
            parent = _parent(code)
            found[old] = Division(*old, "", _level(code), parent, began.get(old), change.year)
    return tuple(found.values())


@cache
def _past_names() -> Mapping[str, tuple[Division, ...]]:
    names: dict[str, tuple[Division, ...]] = {}
    for division in _past():
        names[division.name] = (*names.get(division.name, ()), division)
    return names


@cache
def _codes() -> Mapping[str, tuple[str, ...]]:
    """Return the codes of today that bear a name, full or usual."""
    codes: dict[str, tuple[str, ...]] = {"中华人民共和国": (NATION,), "全国": (NATION,)}
    for code, (name, short, _) in _rows().items():
        codes[name] = (*codes.get(name, ()), code)
        if short:
            codes[short] = (*codes.get(short, ()), code)
    return codes


@cache
def _stems() -> Mapping[str, tuple[str, ...]]:
    """Return the codes of today by their names without the word of their type."""
    stems: dict[str, tuple[str, ...]] = {}
    for code, (name, _, _) in _rows().items():
        stem = next((name.removesuffix(word) for word in _TYPES if name.endswith(word)), name)
        if len(stem) >= _SHORTEST_STEM:
            stems[stem] = (*stems.get(stem, ()), code)
    return stems


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


def _parent(code: str) -> str:
    if code.endswith("0000"):
        return NATION
    prefecture = code[:_PREFECTURE] + "00"
    if code != prefecture and (prefecture in _rows() or prefecture in _past_prefectures()):
        return prefecture
    return code[:_PROVINCE] + "0000"


@cache
def _past_prefectures() -> frozenset[str]:
    return frozenset(c.old_code for c in changes() if c.old_code.endswith("00"))
