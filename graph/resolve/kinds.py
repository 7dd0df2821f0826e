"""The kind that a name without its place means: registered, a part of one, or a class.

Forms read::

    公安局, 发改委, 财政部门                a registered name
    公安                                     a name by function whose ending a list states once
    政府法制办, 委网信办                      after the word for the government or the committee
    城管局（综合执法局）                      one body with a second plate
    公安局交警支队                            a part of a registered body
    高新区国税局                              a registered kind's body in a unit without a code
    枣山园区, 流动人口服务管理工作领导小组        a body of its own, of a class
    茂林镇人民政府                              a body of a town, which has no code
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.grammar.body_names import body_endings, ending_pattern
from graph.resolve.places import leading_level, words
from ontology import agencies, divisions, successions

if TYPE_CHECKING:
    import datetime as dt

    from ontology.agencies import AgencyKind

_SECOND_PLATE = re.compile(r"（[^（）]*）")
_SEVERAL = re.compile("[等或、]")
_JOINED = re.compile(
    "(?P<left>[^和]{2,})和(?P<right>[^和]{2,}(?:局|厅|委|中心))"
)  # 政务服务和大数据中心
_SHORTEST = 2  # characters of a name of its own


@dataclass(frozen=True, slots=True)
class OwnBody:
    """A name that is of no kind that every place has: its class, and what it is a part of."""

    name: str
    classification: AgencyKind
    part_of: AgencyKind | None = None


def kind_of(name: str, on: dt.date | None) -> AgencyKind | None:
    """Return the registered kind of a name without its place, as names were on a day.

    A name by function (税务部门) means no kind that was not there yet, or no more.

    >>> [kind_of(n, None).full for n in ("公安", "政府法制办", "城管局（综合执法局）")]
    ['公安局', '政府法制办公室', '城市管理局']
    """
    kind = agencies.by_name(name, on)
    if kind and on and name in kind.functional and not kind.may_act_on(on):
        return None
    found = (
        kind or _after_its_head(name, on) or _elided(name, on) or _without_second_plate(name, on)
    )
    return None if found and on and _came_later(found, on) else found


def _came_later(kind: AgencyKind, on: dt.date) -> bool:
    """Tell whether no place had a body of a kind yet: 市金融监管局 of 2019 is another body."""
    if kind.may_act_on(on):
        return False
    first = min((row.local_from for row in successions.predecessors(kind.full)), default=None)
    since = kind.valid_from and f"{on.year:04}-{on.month:02}" < kind.valid_from
    return bool(since) and (first is None or on < first)


def names_by_function(name: str, kind: AgencyKind) -> bool:
    """Tell whether a name without its place tells a function and is no body's own: 公安机关, 公安.

    >>> gaj = agencies.by_full_name("公安局")
    >>> [names_by_function(name, gaj) for name in ("公安机关", "公安", "公安局")]
    [True, True, False]
    """
    return name in kind.functional or name not in kind.local_names


def is_body_name(name: str, on: dt.date | None) -> bool:
    """Tell whether a name that no kind has is of one body: it ends like one and says which.

    A common noun (专门委员会), several names in one (市和浦东新区商务委), a set told by where it is
    (沿海地方人民政府) and what has a verb or a clause in it are none.

    >>> names = ("招商一办", "专门委员会", "重视数字政府", "供水", "总体规划经省人民政府")
    >>> [is_body_name(name, None) for name in names]
    [True, False, False, False, False]
    """
    bare = _SECOND_PLATE.sub("", name)
    if _is_several(bare) or any(word in bare for word in words("not-in-name")):
        return False
    if bare in words("set") or bare in words("territories") or bare in words("common-body"):
        return False
    head = kind_at_end(bare, on)
    if head and head.sort in _HEADS and bare != head.full:
        return False
    return re.search(f"(?:{body_endings()}|{ending_pattern('inner')})$", bare) is not None


def _is_several(name: str) -> bool:
    """Tell whether a name is of several bodies: 市和浦东新区商务委, but not 政务和数据局."""
    if _SEVERAL.search(name):
        return True
    joined = _JOINED.fullmatch(name)
    if joined is None:
        return "和" in name
    ends = re.search(f"(?:{body_endings()})$", joined["left"]) is not None
    return ends or bool(leading_level(joined["right"])) or divisions.find(joined["right"][:3]) != ()


def is_known_function(name: str) -> bool:
    """Tell whether the register has a name by function, though not for which body on the day.

    >>> is_known_function("税务"), is_known_function("魔法部门")
    (True, False)
    """
    return any(agencies.bearers(name + ending) for ending in ("", *words("function")))


def own_body(name: str, on: dt.date | None) -> OwnBody | None:
    """Return a body of its own by its name without its place, or None if no class has it.

    >>> body = own_body("公安局交警支队", None)
    >>> body.classification.full, body.part_of.full, own_body("魔法", None)
    ('内设和下属机构', '公安局', None)
    """
    if _is_several(name) or any(word in name for word in words("not-in-name")):
        return None
    bare = _SECOND_PLATE.sub("", name)
    part = _part(bare, on) or _in_unit(bare, on)
    if part:
        return OwnBody(name, *part)
    kind = agencies.by_ending(bare) or _of_town(bare, on)
    return OwnBody(name, kind) if kind else None


def is_generic(body: OwnBody) -> bool:
    """Tell whether a name is a common noun, so that another document means another body by it.

    >>> [is_generic(own_body(name, None)) for name in ("领导小组", "城镇化工作领导小组")]
    [True, False]
    """
    return body.name in body.classification.endings


def kind_at_end(name: str, on: dt.date | None) -> AgencyKind | None:
    """Return the kind of the longest name that a text ends in: 公安局 for 各级公安机关."""
    for start in range(len(name) - 1):
        kind = agencies.by_name(name[start:], on)
        if kind:
            return kind
    return None


def _after_its_head(name: str, on: dt.date | None) -> AgencyKind | None:
    """Return the kind of a name behind the word for the government, or the party's committee."""
    for head in words("government"):
        if name.startswith(head) and (kind := agencies.by_name(name.removeprefix(head), on)):
            return kind
    for head in words("committee"):
        kind = agencies.by_name(name.removeprefix(head), on) if name.startswith(head) else None
        if kind and kind.sort in agencies.PARTY:
            return kind
    return None


def _elided(name: str, on: dt.date | None) -> AgencyKind | None:
    """Return the kind of a name whose ending a list states once: 公安、民政部门."""
    if len(name) < _SHORTEST:
        return None
    kinds = (agencies.by_name(name + ending, on) for ending in words("function"))
    return next((kind for kind in kinds if kind and (not on or kind.may_act_on(on))), None)


def _without_second_plate(name: str, on: dt.date | None) -> AgencyKind | None:
    bare = _SECOND_PLATE.sub("", name)
    return agencies.by_name(bare, on) or _after_its_head(bare, on) if bare != name else None


def _part(name: str, on: dt.date | None) -> tuple[AgencyKind, AgencyKind] | None:
    """Return the class of an inner office or branch and the kind of the body that has it."""
    inner = agencies.by_full_name(agencies.INNER)
    if not inner or not name.endswith(inner.endings):
        return None
    for end in range(len(name) - 1, _SHORTEST, -1):
        kind = agencies.by_name(name[:end], on)
        if kind and name[:end] not in kind.functional and not kind.endings:
            return (inner, kind) if kind.sort not in _HEADS else None
    return None


_HEADS = frozenset({"政府", "党委"})  # what begins with their names is as a rule no part of them


def _of_town(name: str, on: dt.date | None) -> AgencyKind | None:
    """Return the kind of a named town's body, for which there is no code: 茂林镇人民政府."""
    kind = kind_at_end(name, on)
    return kind if kind and kind.sort in _OF_TOWNS else None


_OF_TOWNS = frozenset({"基层政权", "派出机关"})


def _in_unit(name: str, on: dt.date | None) -> tuple[AgencyKind] | None:
    """Return the kind of a body in a zone that has no code: 国家税务局 for 高新区国税局."""
    for start in range(_SHORTEST, len(name) - 1):
        unit = agencies.by_ending(name[:start])
        is_zone = unit is not None and unit.full == agencies.ZONE
        if is_zone and (kind := agencies.by_name(name[start:], on)):
            return (kind,) if kind != unit else None
    return None
