"""A mention of a public body → the body, a set of bodies, or why neither."""

from __future__ import annotations

import unicodedata
from functools import partial
from typing import TYPE_CHECKING, Final

from graph.resolve.identities import (
    Agency,
    OpenSet,
    Reason,
    Resolution,
    Resolve,
    Unresolved,
    agency_of,
)
from graph.resolve.kinds import (
    is_body_name,
    is_generic,
    is_known_function,
    kind_at_end,
    kind_of,
    names_by_function,
    own_body,
)
from graph.resolve.places import (
    at_level,
    in_context,
    leading_level,
    level_word,
    own_places,
    words,
)
from graph.resolve.readings import readings
from graph.resolve.written_names import called, registered
from ontology import agencies, divisions

if TYPE_CHECKING:
    import datetime as dt

    from graph.model import Jurisdiction
    from graph.resolve.kinds import OwnBody
    from ontology.agencies import AgencyKind
    from ontology.divisions import Division

_STATE: Final = "中华人民共和国"  # before the name of a body above all: 中华人民共和国公安部
_WIDE = str.maketrans("(),", "（），")


def resolver(jurisdiction: Jurisdiction | None, on: dt.date | None = None) -> Resolve:
    """Return :func:`resolve_agency` for the documents of a jurisdiction and a day."""
    return partial(resolve_agency, jurisdiction=jurisdiction, on=on)


def resolve_agency(
    mention: str, jurisdiction: Jurisdiction | None, on: dt.date | None = None
) -> Resolution:
    """Return the body that a mention means in a document of a jurisdiction and a day.

    >>> from graph.model import Jurisdiction
    >>> korla = Jurisdiction("652801", "库尔勒市")
    >>> resolve_agency("市公安局", korla).name, resolve_agency("自治区财政厅", korla).name
    ('库尔勒市公安局', '新疆维吾尔自治区财政厅')
    >>> resolve_agency("各乡镇(场)", korla).written
    '各乡镇(场)'
    """
    text = _folded(mention)
    own = divisions.get(jurisdiction.code) if jurisdiction and not jurisdiction.zone else None
    for word in (*words("party"), _STATE):
        text = text if agencies.by_national_name(text) else text.removeprefix(word)
    if _leaves_open(text, own, on):
        return open_set(mention, on)
    national = _national(text, own, on)
    if national:
        return registered(national, text, text, divisions.register()[divisions.NATION], on)
    found = tuple(readings(text, own, on))
    for place, rest in found:
        if kind := kind_of(rest, on):
            if kind.sort in _OF_TOWNS or (rest == text and _of_many(kind, text, own)):
                return OpenSet(mention, kind.full)  # 镇人民政府 in a city's act
            return _in_place(mention, kind, place, text, rest, on)
    for place, rest in found:
        if body := own_body(rest, on):
            return _own(mention, body, place, named=rest != text)
    return _territory(text, own, on) or _unregistered(mention, text, *found[0], on)


def open_set(mention: str, on: dt.date | None = None) -> OpenSet:
    """Return a set of bodies, with their kind where all are of one.

    >>> open_set("各级公安机关").kind, open_set("相关部门").kind
    ('公安局', None)
    """
    kind = kind_at_end(_folded(mention), on)
    return OpenSet(mention, kind.full if kind else None)


def _folded(mention: str) -> str:
    return unicodedata.normalize("NFKC", mention).translate(_WIDE)


def _leaves_open(text: str, own: Division | None, on: dt.date | None) -> bool:
    """Tell whether a name means a set: 相关部门, 县级公安机关, 居住地人民政府."""
    if text.startswith(words("open")) and not agencies.by_name(text, on):
        return True
    level = leading_level(text)
    here = bool(level and own and own.level == "省" and level_word(own) == level)
    common = _is_common(text) and not here  # 自治区人民政府, but in an autonomous region
    if common or _is_common(text.removeprefix(level)) or _contains(text, "whose"):
        return True
    if level and text == level and (own is None or own.code == divisions.NATION):
        return True
    spread = text.removeprefix(level)  # 省市场监管: 市场 is no level
    for word in words("level-set") if not spread.startswith(words("no-level")) else ():
        if text.startswith(word):
            grade = _without_grade(word)
            single = own and grade != word and at_level(grade, own)
            return not single or _is_common(text.removeprefix(word))
    return False


def _is_common(text: str) -> bool:
    """Tell whether a name is one for all bodies or places of a sort: 乡镇, 园区管委会, 直辖市."""
    return text in words("set") or text in words("territories")


def _contains(text: str, key: str) -> bool:
    return any(word in text for word in words(key))


def _without_grade(text: str) -> str:
    return text.removesuffix(words("grade")[0])


def _national(text: str, own: Division | None, on: dt.date | None) -> AgencyKind | None:
    """Return the kind of a body above all: 公安部, or 药监局 in a national document."""
    is_nation = own is not None and own.code == divisions.NATION
    heads = [word for word in (leading_level(text), *words("nation")) if text.startswith(word)]
    for name in (text, *(text.removeprefix(head) for head in heads if head)):
        kind = agencies.by_national_name(name)
        if kind and (is_nation or name == kind.full or not agencies.by_name(name, on)):
            return kind
    for head in words("nation"):
        kind = kind_of(text.removeprefix(head), on) if text.startswith(head) else None
        if kind and kind.national:
            return kind
    local = agencies.by_name(text, on)
    named = {word + text for word in words("nation")}
    return local if is_nation and local and named & set(local.national) else None


def _of_many(kind: AgencyKind, text: str, own: Division | None) -> bool:
    """Tell whether a bare name is for all bodies of a kind that a document is about.

    A province or the nation has many 公安机关, each of its places one; 人民法院 or 海关 is of a
    place only where the text says so.
    """
    if kind.full in _OWN_DISTRICTS:
        return True
    if kind.sort in _COURTS:
        return own is None or own.level != "县"
    return names_by_function(text, kind) and own is not None and own.level in {"国", "省"}


_OF_TOWNS = frozenset({"基层政权", "派出机关", "基层自治组织"})
_COURTS = frozenset({"司法机关"})
_OWN_DISTRICTS = frozenset({"海关"})  # whose districts are not those of governments


def _in_place(
    mention: str,
    kind: AgencyKind,
    place: Division | Reason,
    text: str,
    rest: str,
    on: dt.date | None,
) -> Resolution:
    if isinstance(place, Reason):
        return Unresolved(mention, place, kind.full)
    if place.code == divisions.NATION and not kind.national:
        return Unresolved(mention, Reason.NO_PLACE, kind.full)
    return registered(kind, text, rest, place, on)


def _own(mention: str, body: OwnBody, place: Division | Reason, *, named: bool) -> Resolution:
    """Return a body of its own, which its place and its name identify.

    Its name begins with the level that a part has (市公安局交警支队) or that was ``named``, but for
    a name with a place in it (广安经开区).
    """
    if isinstance(place, Reason):
        return Unresolved(mention, place, body.classification.full)
    kind = body.classification.full
    if is_generic(body) and not (named and body.name in words("one-of-a-place")):
        return Unresolved(mention, Reason.GENERIC, kind)
    if not (named or body.part_of) or any(own_places(body.name, place)):
        return Agency(place.code, body.name, body.name, body.name, kind)
    here = level_word(place) + body.name
    part_of = body.part_of.full if body.part_of else None
    return Agency(place.code, here, place.name + body.name, here, kind, part_of)


def _territory(text: str, own: Division | None, on: dt.date | None) -> Agency | None:
    """Return a place that is itself named as the one that answers: 广安区, 我市, 福州."""
    kind = agencies.by_full_name(agencies.TERRITORY)
    place, rest = divisions.split_leading(text, own.code if own else None, on)
    if rest:
        place = in_context(text, own, on) if own else None
    if not kind or not place or place.code == divisions.NATION:
        return None
    return agency_of(kind, place)


# What many documents have one of, unless its name says whose: 认定委员会, but 全国爱卫会办公室
_GROUPS = ("委员会", "小组", "会议", "指挥部", "专班", "办公室", "工作组", "调查组")
_OWN_NAMES = ("中国", "中央", "全国", "国家", "国务院", "中华")


def _unregistered(
    mention: str, text: str, place: Division | Reason, rest: str, on: dt.date | None
) -> Resolution:
    """Return a body whose kind the register lacks, as it is written; or a set; or why neither."""
    if rest.endswith(words("function")) and (
        rest == text or any(word in rest for word in words("open"))
    ):
        return OpenSet(mention)
    if isinstance(place, Reason):
        return Unresolved(mention, place)
    if rest.endswith(words("function")):
        return Unresolved(mention, Reason.UNKNOWN_FUNCTION)
    alone = rest == text and rest.endswith(_GROUPS) and not rest.startswith(_OWN_NAMES)
    if alone or not is_body_name(rest, on):
        known = is_known_function(rest)
        return Unresolved(mention, Reason.UNKNOWN_FUNCTION if known else Reason.GENERIC)
    if place.code == divisions.NATION or rest == text:
        return Agency(place.code, text, text, text)
    name, here = called(text, rest, place)
    return Agency(place.code, level_word(place) + rest, name, here)
