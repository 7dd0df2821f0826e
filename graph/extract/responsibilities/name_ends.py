"""Where the names at the head of a clause may end, the farthest first.

Forms read::

    国务院法制机构|应当                not 国务院|
    公安、水利等部门|要                behind 等 and its noun
    县（市、区）|要                    behind the bracket of a level
    福州、厦门|要                      cities by their names alone, in a list that is told to act
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from graph.extract.responsibilities.name_forms import alternatives
from graph.extract.responsibilities.name_places import is_city_by_name
from graph.extract.responsibilities.verbs import modal_at, verb_at
from graph.grammar.body_names import body_endings, ending_pattern
from graph.grammar.cues import firsts
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_SUBJECT = 160  # characters; lists of twelve agencies stay below
_MOST_ENDS = 24  # places where a list of names may end
_BEHIND = frozenset(" （，和及与或以其所特尤")  # what a remark, or those of the body, begin with
_PARTING = frozenset("。！？；：，、\n ”’」）〕")
_SCHOOL = re.compile("卫生院|中心校|敬老院")  # 乡（镇）卫生院: not the town
_SCHOOL_BEGINS = frozenset("卫中敬")
_AND_OTHERS = re.compile("等")
_CITY_TOLD = re.compile(r"(?<=[、和及与])(?P<name>[\u4e00-\u9fff]{2,3})(?=要(?!求)|应当|必须|须)")
_RUN_ON = re.compile(
    "部门|委员|所[在有属需占得列述称指欠]|(?<=[全局内外大])部|区域|社会|台账|站[点位]|处[理罚分置以]|办[理公法事案结学]|地[方区点址上下]|科[研学技教普]|市场|院[校线]|局[面势]|室[内外]"
)
_REMARK = re.compile(r"（[^（）]{0,6}(?:简称|统称|合称|下同|含|特别是|尤其是|包括)[^（）]{0,30}）")
_THEIRS = re.compile(
    r"(?:[和及与]|或者?|以及)(?:个人|人员|公民|公众|社会公众|社会力量|社会各界)|(?:及|和|或者?)?(?:其|所属)(?:委托|指定|授权)?的?(?:工作人员|执法人员|人员|下属单位|机构)"
    r"|(?:及|和|或者?)(?:其(?:依法)?(?:委托|指定|授权)|受[\u4e00-\u9fff]{1,10}委托)的?"
    r"[\u4e00-\u9fff]{0,12}(?:机构|单位|组织|部门)"
    r"|，?(?:特别是|尤其是)[\u4e00-\u9fff、]{2,16}?(?=要(?!求)|应当|必须|须)"
)


def _sorts_of_end() -> tuple[str, ...]:
    return (
        body_endings(),
        ending_pattern("set"),
        alternatives("inner"),
        alternatives("places"),
        alternatives("level-set"),
        "执法主体|行政主体",
        "财政",
    )


@cache
def _name_ends() -> re.Pattern[str]:
    """Return what names end in, a group for each sort of ending: 部 and 部门 begin alike.

    A match is the first character of an ending only, so that the next may overlap with it. It
    comes first in the pattern, and what stands there behind it: so all others are passed over at
    once.
    """
    sorts = _sorts_of_end()
    words = lexicon.written("agency-words", "body", "set", "inner", "places", "level-set")
    first = firsts((*words, "执法主体", "行政主体", "财政"))
    of_each = "".join(
        rf"(?:(?=(?P<ending{at}>{sort})(?P<rest{at}>（[^（）]{{1,30}}）)?)|)"
        for at, sort in enumerate(sorts)
    )
    return re.compile(rf"[{first}](?<=(?=(?:{'|'.join(sorts)})){of_each}.)")


@cache
def _fields_end() -> re.Pattern[str]:
    """What follows 等 behind a list of names; the names end before it."""
    return re.compile(r"等(?:[\u4e00-\u9fff\d]{0,8}?(?:部门|单位|机关|机构|部委|地区|组织|团体))?")


def name_ends(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where names that begin at ``start`` may end and what is said of them begins.

    The farthest comes first, so that 国务院法制机构 is not read as 国务院.
    """
    limit = min(end, start + _LONGEST_SUBJECT)
    ends = _ends_known(text, start, limit) if _parts_words(text, limit) else None
    if ends is None:
        found = (at for _, stops in _ends_between(text, start, limit) for at in stops)
        ends = {at for at in found if not _goes_on(text, at, end)}
    for at in sorted(ends, reverse=True)[:_MOST_ENDS]:
        yield at, _behind(text, at, end)


def has_name_end(text: str, start: int, end: int) -> bool:
    """Tell whether a name may end in a clause, or from an offset in it: the cheap question."""
    firsts = _ends_of(text).firsts
    at = bisect_left(firsts, start)
    return at < len(firsts) and firsts[at] < end


class _Ends(NamedTuple):
    """Where endings begin in a text, in their order, and where each of them may stop."""

    firsts: tuple[int, ...]
    stops: tuple[tuple[int, ...], ...]


@lru_cache(maxsize=4)
def _ends_of(text: str) -> _Ends:
    """Return the ends of names of a whole text, which each of its clauses asks for many times."""
    found: list[tuple[int, tuple[int, ...]]] = []
    for first, stops in _ends_between(text, 0, len(text)):
        whole = tuple([stop for stop in stops if not _goes_on(text, stop, len(text))])
        if whole:
            found.append((first, whole))
    found.sort()
    return _Ends(tuple([first for first, _ in found]), tuple([stops for _, stops in found]))


def _ends_known(text: str, start: int, limit: int) -> set[int] | None:
    """Return the ends between the offsets as the whole text has them, if none lies behind."""
    firsts, stops = _ends_of(text)
    near = stops[bisect_left(firsts, start) : bisect_left(firsts, limit)]
    ends = {at for each in near for at in each}
    return ends if max(ends, default=limit) <= limit else None


def _parts_words(text: str, limit: int) -> bool:
    """Whether a mark stands at an offset, so that no word of an ending goes on over it."""
    return limit == len(text) or text[limit] in _PARTING or text[limit - 1 : limit] in _PARTING


def _ends_between(text: str, start: int, limit: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield where an ending begins between the offsets, with where it may stop."""
    for match in _name_ends().finditer(text, start, limit):
        yield match.start(), tuple([stop for _, stop in match.regs[1:] if stop > 0])
    for others in _AND_OTHERS.finditer(text, start, limit):  # 公安、水利等部门
        fields = _fields_end().match(text, others.start(), limit)
        if fields:
            yield fields.start(), (fields.end(),)
    if text.find("、", start, limit) >= 0:
        yield from _places_end(text, start, limit)


def _places_end(text: str, start: int, limit: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield where a list of cities by name ends before a word of duty: 福州、厦门要…."""
    for place in _CITY_TOLD.finditer(text, start, limit):
        if is_city_by_name(place["name"]):
            yield place.start(), (place.end(),)


def _goes_on(text: str, at: int, end: int) -> bool:
    """Whether a word goes on where a name may end: 办 of 办理, 部 of 部门, 处 of 处以罚款."""
    if text[at : at + 1] in _SCHOOL_BEGINS and _SCHOOL.match(text, at, end):
        return True
    government = text[max(0, at - 2) : at] == "政府"  # 政府督促检查机构
    if government and _institution().match(text, at, end):
        return True
    return _RUN_ON.match(text, at - 1, end) is not None or (
        verb_at(text, at - 1, end) is not None and verb_at(text, at, end) is None
    )


@cache
def _institution() -> re.Pattern[str]:
    """What a government's institution does, behind the name of the government: 督促检查机构."""
    return re.compile(rf"(?<=政府)(?:{alternatives('act')})+(?:机构|室(?!内|外))")


def _behind(text: str, at: int, end: int) -> int:
    """Return where what is said begins, behind a remark and those of the body: 及其工作人员."""
    if text[at : at + 1] not in _BEHIND:
        return at
    for pattern in (_REMARK, _THEIRS):
        match = pattern.match(text, at, end)
        at = match.end() if match else at
    blank = text.startswith(" ", at) and modal_at(text, at + 1, end)  # 各地 要
    return at + 1 if blank else at
