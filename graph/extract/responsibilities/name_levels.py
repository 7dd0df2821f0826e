"""The level that a name says for those beside it: 省发展改革、财政等部门, 省级财政、税务部门."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.extract.responsibilities.name_forms import (
    begins_with_city,
    has_place,
    is_agency,
    is_open,
    level_at_head,
    several_pattern,
)
from ontology import agencies

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from graph.extract.responsibilities.names import Name

OF_THE_NATION = ("部", "总署", "总局")


def of_one_level(found: Sequence[Name], fields: Collection[int]) -> list[Name]:
    """Return the names with the level or place that one of them says for all.

    A level is spread over names by field (``fields``, by their offsets) behind it:
    省发展改革、财政等部门. Where it is that of many places (县级以上人民政府教育、公安等部门), all
    are of many.
    """
    said = {name.start for name in found if level_at_head(name.text) or has_place(name.text)}
    if not any(not name.open for name in found if name.start in said):
        return list(found)
    level, several = "", False
    spread = []
    for name in found:
        if name.start in said:
            level, several = _said_for_all(name)
        spreads = name.start not in said and _takes_level(name, level, fields)
        full = level + name.full if spreads else name.full
        spread.append(replace(name, full=full, generic=name.generic and several))
    return spread


def _takes_level(name: Name, level: str, fields: Collection[int]) -> bool:
    """Whether a level said before holds for a name: 税务部门 in 省级财政、税务部门."""
    if not level or name.start in fields:
        return bool(level)
    own = name.open or name.text.startswith("其") or begins_with_city(name.text)
    return name.generic and level.endswith("级") and not own


def _said_for_all(name: Name) -> tuple[str, bool]:
    """Return the level that a name says for those behind it, and whether it is of many places."""
    several = several_pattern().match(name.text)
    if several and several.group().endswith("级"):  # 省级财政、税务部门
        return several.group(), False
    return ("", True) if several or name.open else (level_at_head(name.text), False)


def is_ministry(name: str) -> bool:
    """Whether a name is of a body above all and of no other: 公安部, 国务院国资委."""
    return name.endswith(OF_THE_NATION) and agencies.by_national_name(name) is not None


@lru_cache(maxsize=4096)
def prefix_of(name: str) -> str:
    """Return the level that a name begins with, where it is spread over those behind it."""
    if is_open(name):
        return ""
    several = several_pattern().match(
        name
    )  # 县级 goes on, 县（市、区） is no level of a body's own
    if several:
        return several.group() if several.group().endswith("级") else ""
    national = agencies.by_national_name(name) and not name.startswith("国家")
    if national or agencies.by_name(name):  # 市场监管总局 begins with no 市
        return ""
    level = level_at_head(name)
    return level if level and is_agency(name.removeprefix(level)) else ""


def level_of(names: Sequence[Name]) -> str:
    """Return the level prefix that the last of the names passes on."""
    for name in reversed(names):
        level = prefix_of(name.full)
        if level:
            return level
    return ""
