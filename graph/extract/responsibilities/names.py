"""Lists of agencies: each name as it is written, and what it stands for in its list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.extract.responsibilities.field_of_work import is_field
from graph.extract.responsibilities.inner_offices import within_the_issuer
from graph.extract.responsibilities.name_forms import (
    LONGEST_NAME,
    alternatives,
    body_pattern,
    can_be_in_column,
    could_be_listed,
    elliptic_pattern,
    is_agency,
    is_local,
    is_of_a_system,
    is_of_many,
    is_open,
    is_relative,
    is_surely_agency,
    level_at_head,
    level_pattern,
    set_nouns,
    several_pattern,
    without_own_place,
)
from graph.extract.responsibilities.name_in_text import (
    can_be_agency_in_text,
    is_of_function,
    is_one_of_many,
)
from graph.extract.responsibilities.name_levels import (
    OF_THE_NATION,
    is_ministry,
    of_one_list,
    prefix_of,
)
from graph.extract.responsibilities.name_places import begins_with_city, has_place, is_city_by_name
from graph.extract.responsibilities.shared_nouns import listed_in
from graph.extract.responsibilities.spelling import joined
from ontology import agencies, divisions, lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

_NATION = "国家"  # 公安部、食品药品监管局
_PLACE_GOVERNMENT = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?P<ending>(?P<kind>[市县区州盟旗])(?:人民)?政府)"
)
# Nothing in it parts names, opens a list or stands before a name without belonging to it.
_ONE_WORD = re.compile(
    r"(?![由请该经各以上涉均任工措])[^、，；和及与或以 \t\n\u2003\u3000/（）“”。等]+"
)
_ZONE = re.compile(r"[\u4e00-\u9fff]{2}(?:管委会|管理委员会|党工委)$")
_ITS = re.compile("其(?=[\u4e00-\u9fff]{0,6}部门$)")  # 政府及其有关部门
_EACH = re.compile(r"各[省市县区州].*(?:部门|[局厅])$")  # 各省、自治区、直辖市电力局或电网管理局
_FUNCTION = re.compile(r"(?:部门|机关|机构)$")
# a customs house is called by its own seat: 罗定海关
_OWN_SEAT = re.compile(r"(?!属地|驻地|当地|直属|隶属|所在|有关|相关)[\u4e00-\u9fff]{2,6}海关")
_BRANCH = re.compile(r"(?:中国)?(?:人民银行|人行)[\u4e00-\u9fff]*(?:分行|支行|营管部|营业管理部)$")


@dataclass(frozen=True, slots=True)
class Name:
    """One name in a list, by its offsets in the folded text, and what it stands for."""

    text: str
    start: int
    end: int
    full: str
    open: bool
    generic: bool = False  # of a function or field alone, in a list that says no level: 公安机关


@dataclass(frozen=True, slots=True)
class Names:
    """A list of names; ``among_others`` when it ends in 等."""

    names: tuple[Name, ...]
    among_others: bool


@lru_cache(maxsize=4096)
def read_names(
    text: str,
    start: int,
    end: int,
    prefix: str,
    *,
    strict: bool = True,
    running: bool = False,
    column: bool = False,
) -> Names | None:
    """Return the names listed between the offsets of the folded ``text``, or None if it is no list.

    ``prefix`` is the level (市, 省) that the list before or the document gives to a bare name.
    With ``strict`` every name must have the form of an agency's name; without, most of them.
    ``running`` says that the list is met in running text, where :func:`can_be_agency_in_text` and
    :func:`is_surely_agency` decide. ``column`` says that the list stands in a column of bodies,
    where a short piece without a verb is a name whatever it ends in: 基层处.
    """
    none = running and strict and _is_no_name(text, start, end)
    listed = None if none else listed_in(text, start, end, running=running)
    if listed is None:
        return None
    last = listed.parts[-1][1]
    ending = _place_ending(text, listed.parts)
    accept = can_be_agency_in_text if running else can_be_in_column if column else is_agency
    found: list[Name] = []
    fields: set[int] = set()
    valid = 0
    for at, until in listed.parts:
        written = joined(text[at:until], running=running)
        if listed.leaves_out(written, running=running):
            continue
        place = bool(ending) and until != last
        # 民政、卫生健康部门 share the noun as 民政、卫生健康等部门 do
        by_field = listed.is_before_noun(at)
        field = by_field and is_field(written) and not (accept(written) and not _is_work(written))
        city = running and len(listed.parts) > 1 and is_city_by_name(written)
        good = place or field or city or accept(written) or (not running and is_local(written))
        if len(written) > LONGEST_NAME or (strict and not good):
            return None
        valid += good
        if place:
            found.append(Name(written, at, until, written + ending, open=False))
        elif good or could_be_listed(written):
            alone = running and is_one_of_many(written)
            alone = alone or (not column and is_of_function(written))
            fields |= {at} if field else set()
            found.append(_name(written, at, until, prefix, found, generic=field or alone))
            prefix = _NATION if is_ministry(written) else prefix_of(written) or prefix
    if not found or (not strict and valid * 2 < len(listed.parts)):
        return None
    if running and not (listed.functional or _surely(found)):
        return None
    found = within_the_issuer(of_one_list(found, fields, listed))
    among_others = listed.others or any(text.startswith("等", name.end) for name in found)
    return Names(tuple(found), among_others)


def _is_no_name(text: str, start: int, end: int) -> bool:
    """Whether words are no list, and no name: the cheap question."""
    one = _ONE_WORD.fullmatch(text, start, end)
    return one is not None and not can_be_agency_in_text(one.group())


def _is_work(written: str) -> bool:
    """Whether a word that ends like a name is one of work: 人社 in 公安、人社等部门."""
    return bool(agencies.bearers(f"{written}部门")) and not agencies.bearers(written)


def _surely(names: Sequence[Name]) -> bool:
    """Whether one of the names can be nothing but a body's."""
    return any(
        _FUNCTION.search(name.text)
        or elliptic_pattern().fullmatch(name.text)
        or is_city_by_name(name.text)
        or (not name.generic and is_surely_agency(name.text))
        for name in names
    )


def _place_ending(text: str, pieces: Sequence[tuple[int, int]]) -> str:
    """Return what the last name gives to places before it: 市人民政府 of 漳州、宁德市人民政府."""
    last = _PLACE_GOVERNMENT.fullmatch(text[slice(*pieces[-1])])
    if last is None or len(pieces) == 1:
        return ""
    kind = last["kind"]
    places = (text[start:end] + kind for start, end in pieces[:-1])
    return last["ending"] if all(divisions.by_name(place) for place in places) else ""


def _name(
    written: str, start: int, end: int, prefix: str, before: Sequence[Name], *, generic: bool
) -> Name:
    # 工作组及其办公室: an office, and the words do not say by which name
    places = _places_before(written, before)
    if places:
        return Name(written, start, end, places + written, open=True)
    its = _ITS.match(written)
    if its and before and before[-1].full.endswith("政府"):
        return Name(written, start, end, before[-1].full + written[its.end() :], open=True)
    of_all = before and (before[-1].open or several_pattern().match(before[-1].text))
    opened = is_open(written) or written.startswith("其") or is_of_many(written)
    opened = opened or bool(of_all and _is_common(written)) or _is_territory(written)
    opened = opened or bool(before and _EACH.match(before[-1].text) and _is_sort(written))
    own = without_own_place(written)
    # 市场监管局 begins with no level, and is a city's as it stands
    none = not level_at_head(own) and re.match(alternatives("no-level"), own) is not None
    level = level_pattern().match(own) is not None and (not none or own.startswith(prefix))
    bare = prefix and not (opened or generic or level)
    bare = bare and not _is_common(written)
    bare = bare and not is_relative(written) and not begins_with_city(written)
    bare = bare and not _FUNCTION.search(written) and not is_of_a_system(written)
    bare = bare and not _BRANCH.fullmatch(written) and not _OWN_SEAT.fullmatch(written)
    # 财政部 needs no 国家, and is no city's; a city has a 扶贫办 of its own.
    alone = agencies.by_national_name(written) and (
        prefix == "国家" or written.endswith(OF_THE_NATION)
    )
    alone = alone or _is_of_ministry_form(written)
    spread = bare and not alone and body_pattern().search(written) and not has_place(written)
    spread = spread and not _ZONE.search(written)  # 临港片区管委会 is of its own zone
    if prefix == _NATION and not written.endswith("局"):  # 外交部和总参谋部
        spread = spread and agencies.by_national_name(prefix + written) is not None
    full = prefix + written if spread else own
    return Name(written, start, end, full, opened, generic=generic)


def _places_before(written: str, before: Sequence[Name]) -> str:
    """Return the places that a name leaves to the one before: 各市 for 政府 in 各市党委、政府."""
    if not before or not elliptic_pattern().fullmatch(written):
        return ""
    last = before[-1].full
    ending = elliptic_pattern().search(last)
    shared = last.startswith("各") or is_relative(last)  # 同级党委和政府
    return last[: ending.start()] if ending and shared else ""


def _is_of_ministry_form(name: str) -> bool:
    """Whether a name is a ministry's by its form: 劳动保障部, but not 组织部 or 防汛指挥部."""
    local = tuple(lexicon.concepts("agency-words")["local-department"].written)
    return name.endswith("部") and not name.endswith(local)


def _is_territory(name: str) -> bool:
    """Whether a name means the places or governments of a sort: 地方政府, 社区, 省会城市.

    A zone may be the one of a county (开发区管委会).
    """
    common = lexicon.concepts("agency-words")["territories"].written
    return name in common and not name.endswith(("开发区", "委会", "委员会", "城区", "市区"))


def _is_sort(name: str) -> bool:
    """Whether a name beside those of each place says no place and no level of its own."""
    own = level_at_head(name) or has_place(name) or agencies.by_national_name(name)
    return not own and re.search("[局厅]$", name) is not None


@lru_cache(maxsize=4096)
def _is_common(name: str) -> bool:
    """Whether a name is for all bodies of a sort: 街道, 园区管委会."""
    common = lexicon.concepts("agency-words")["territories"].written
    return name in common or re.fullmatch(set_nouns(), name) is not None
