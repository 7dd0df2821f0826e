"""What names of one list share: the level that the first says, the noun that the last has.

Forms read::

    省发展改革、财政等部门          省发展改革部门, 省财政部门
    省级财政、税务部门              省级财政部门, 省级税务部门
    人社、教育部门                  人社部门, 教育部门
    市、区县农业、林业部门          市、区县农业部门, 市、区县林业部门: each a set
    各级教育、卫生等部门            各级教育部门, 各级卫生部门
    市公安局、残联等部门            no noun for what is a name by itself
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from graph.extract.responsibilities.name_forms import (
    alternatives,
    is_agency,
    is_open,
    level_at_head,
    several_pattern,
)
from graph.extract.responsibilities.name_in_text import is_purse
from graph.extract.responsibilities.name_places import begins_with_city, has_place
from ontology import agencies

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from graph.extract.responsibilities.names import Name
    from graph.extract.responsibilities.shared_nouns import Listed

OF_THE_NATION = ("部", "总署", "总局")
# what the levels or open words before a field end in: 市、区县; 各级; 县级以上人民政府; 有关
_HEAD_ENDS = (
    *"省市县区州旗盟镇乡）级地",
    "两级",
    "三级",
    "政府",
    "政府有关",
    "政府相关",
    "有关",
    "相关",
)


def of_one_list(found: Sequence[Name], fields: Collection[int], listed: Listed) -> list[Name]:
    """Return the names with the level and the noun that their list states once for them.

    Names by field (``fields``, by their offsets) take the noun of the list, as the purse of a
    place among them does, and what the first says of all its places: 各级教育、公安等部门.
    """
    levelled = of_one_level(found, fields)
    if not listed.noun:
        return levelled
    head, spread = "", []
    for index, (name, as_told) in enumerate(zip(levelled, found, strict=True)):
        full, is_set = name.full, name.open
        before = listed.is_before_noun(name.start)
        last = bool(fields) and listed.shared and index == len(found) - 1
        if not (name.start in fields or last):
            head = ""
        elif own := _head_of_set(name):
            head = own
        elif head and full == as_told.text and not _has_head(name):
            full, is_set = head + full, True
        purse = before and is_purse(name.text) and not found[-1].open
        if (name.start in fields and _takes_noun(name.text)) or purse:
            full += listed.noun
        spread.append(replace(name, full=full, open=is_set))
    return spread


def _head_of_set(name: Name) -> str:
    """Return the levels or the open words that a name by field begins with, or nothing.

    They hold for the fields behind it: 县级以上人民政府 of 县级以上人民政府教育、公安等部门.
    """
    if not (name.open or several_pattern().match(name.text)):
        return ""
    lengths = range(1, len(name.text) - 1)
    head = next((name.text[:n] for n in lengths if _is_of_field(name.text[n:])), "")
    return head if head.endswith(_HEAD_ENDS) else ""


def _is_of_field(words: str) -> bool:
    return bool(agencies.bearers(f"{words}部门"))


def _has_head(name: Name) -> bool:
    """Whether a name says a level, a place or a set of its own."""
    text = name.text
    return bool(name.open or level_at_head(text) or has_place(text) or text.startswith("其"))


@cache
def _whose() -> re.Pattern[str]:
    """Words that say whose bodies are meant, and no field: 各级 of 各级、各部门."""
    places = "|".join((alternatives("level"), alternatives("level-set"), "级"))
    return re.compile(f"(?:{alternatives('open')})?(?:{places})?")


def _takes_noun(written: str) -> bool:
    """Whether a noun behind the list makes the name of a department of a field: 公安, not 残联."""
    if written.endswith("）") or re.search("部门|机关", written) or _whose().fullmatch(written):
        return False
    return not is_agency(written) or _is_of_field(written)


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
