"""What a body is called: what a text writes, with the place that it leaves to its document.

Nobody is renamed: 市教委 in a text of 重庆市 is 重庆市教委, whatever bodies of its kind are called
elsewhere. Of a body above all the register has the very body by its name in full.

Names given::

    重庆市教委                          市教委, 教委, 我市教委
    合肥海关, 人行福州中心支行            with a place in its own form: as it is written
    国家税务总局库尔勒市税务局            behind the body that it is a branch of: as it is written
    团广东省委                          团省委: the level stands inside
    库尔勒市民政部门                     民政 of 公安、民政等部门
    人力资源和社会保障部                 人社部, on a day when the body was so called
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.resolve.identities import Agency, agency_of
from graph.resolve.places import leading_level, level_word, words
from graph.resolve.readings import YOUTH_LEAGUE
from ontology import agencies, divisions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from graph.resolve.identities import Resolution, Resolve
    from ontology.agencies import AgencyKind
    from ontology.divisions import Division


_DEPARTMENT = "部门"
_CHIEF = "总局"


def called(text: str, rest: str, place: Division) -> tuple[str, str]:
    """Return the full name and the name in its place of a body, as a text writes them.

    ``rest`` is the name without its place.

    >>> chongqing = divisions.get("500000")
    >>> called("市教委", "教委", chongqing), called("重庆海关", "海关", chongqing)
    (('重庆市教委', '市教委'), ('重庆海关', '重庆海关'))
    """
    if place.code == divisions.NATION or not text.endswith(rest):
        return text, text
    head = text.removesuffix(rest)
    within = text.find(place.name)
    if within > 0 and text[:within] != leading_level(text):
        return text, text
    stem = place.name.removesuffix(level_word(place))
    grade = words("grade")[0]
    if head and (head == stem or not head.removesuffix(grade).endswith(words("level"))):
        return text, text
    inner = leading_level(rest.removeprefix(YOUTH_LEAGUE))
    if rest.startswith(YOUTH_LEAGUE) and inner:
        behind = rest.removeprefix(YOUTH_LEAGUE + inner)
        return f"{YOUTH_LEAGUE}{place.name}{behind}", rest
    return place.name + rest, level_word(place) + rest


def registered(
    kind: AgencyKind, text: str, rest: str, place: Division, on: dt.date | None
) -> Agency:
    """Return the body of a registered kind in a place, by the name that a text gives it.

    ``on`` is the day of the text.
    """
    body = agency_of(kind, place)
    if place.code == divisions.NATION:
        very = kind.national and _is_called(text, body.name, kind, on)
        return body if very else replace(body, name=text, short=text)
    if kind.full == agencies.TERRITORY:
        return body
    full, short = called(text, rest, place)
    noun = "" if agencies.by_name(rest) or agencies.bearers(rest) else _noun(rest)
    return replace(body, name=full + noun, short=short + noun)


def _is_called(text: str, full: str, kind: AgencyKind, on: dt.date | None) -> bool:
    """Tell whether a body above all bore a full name when a text calls it so, or by its function.

    A short name is part of the full one; a former name (国家环境保护总局) is none of it.
    """
    if full.endswith(_CHIEF) and text.endswith(_CHIEF[-1]) and not text.endswith(_CHIEF):
        return False  # 国家安全生产监督管理局 became 总局
    if full.startswith(text):  # of 中央纪委国家监委, 中央纪委 was there before
        return text == full
    day_known = on is not None and kind.may_act_on(on)
    if text not in kind.national:
        return day_known
    characters = iter(full)
    return all(character in characters for character in text) and (on is None or day_known)


def _noun(rest: str) -> str:
    """Return the noun that a list states once for a name by its field: 部门 of 公安、民政部门."""
    nouns = sorted(words("function"), key=lambda noun: (noun != _DEPARTMENT, noun))
    return next((noun for noun in nouns if agencies.bearers(rest + noun)), "")


def fullest(names: Iterable[str]) -> str:
    """Return the one of several names of a body that says most.

    A name by function (市教育部门) says less than any other.

    >>> fullest(["重庆市教委", "重庆市教育部门", "重庆市教育委员会"])
    '重庆市教育委员会'
    """
    return min(names, key=lambda name: (name.endswith(words("function")), -len(name), name))


def one_name_each(resolve: Resolve, mentions: Iterable[str]) -> Resolve:
    """Return a resolver that calls each body by one name, the fullest that a document writes.

    ``mentions`` are all that the document makes.
    """
    written: dict[tuple[str, str], list[Agency]] = {}
    for mention in dict.fromkeys(mentions):
        found = resolve(mention)
        if isinstance(found, Agency):
            written.setdefault((found.division, found.kind), []).append(found)
    bodies = {
        key: (fullest(body.name for body in found), fullest(body.short for body in found))
        for key, found in written.items()
    }

    def named(mention: str) -> Resolution:
        found = resolve(mention)
        if not isinstance(found, Agency):
            return found
        name, short = bodies.get((found.division, found.kind), (found.name, found.short))
        return replace(found, name=name, short=short)

    return named
