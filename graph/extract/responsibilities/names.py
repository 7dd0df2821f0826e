"""Lists of agencies: splitting them, telling open sets, and completing elided prefixes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.structure.lines import body_endings, ending_pattern
from ontology import agencies, divisions, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGEST_NAME = 40
_LONGEST_FIELD = 14
_SEPARATOR = re.compile(r"[、，；]")
_AND = re.compile(r"以及|和|及|与")
_NAME = re.compile(r"[\u4e00-\u9fff（）“”A-Za-z、/]+")
_PARTICLE = re.compile("[由的]|不再")
_PLACE_GOVERNMENT = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?P<ending>(?P<kind>[市县区州盟旗])(?:人民)?政府)"
)
_OTHERS = re.compile(r"等(?P<set>(?![和及与])(?!以及)[\u4e00-\u9fff（）]{0,10})$")


@dataclass(frozen=True, slots=True)
class Name:
    """One name in a list, by its offsets in the folded text, and what it stands for."""

    text: str
    start: int
    end: int
    full: str
    open: bool


@dataclass(frozen=True, slots=True)
class Names:
    """A list of names; ``among_others`` when it ends in 等."""

    names: tuple[Name, ...]
    among_others: bool


def _alternatives(key: str) -> str:
    forms = lexicon.concepts("agency-words")[key].written
    return "(?:" + "|".join(sorted(map(re.escape, forms), key=len, reverse=True)) + ")"


@cache
def set_nouns() -> str:
    """Return a pattern of the nouns that mean a set of bodies (部门, 单位, 乡镇)."""
    return ending_pattern("set")


@cache
def _body() -> re.Pattern[str]:
    return re.compile(rf"{body_endings()}(?:（[^（）]*）)?$")


@cache
def _set() -> re.Pattern[str]:
    return re.compile(rf"{set_nouns()}(?:（[^（）]*）)?$")


@cache
def _open_words() -> re.Pattern[str]:
    return re.compile(_alternatives("open"))


@cache
def _level() -> re.Pattern[str]:
    return re.compile(_alternatives("level"))


def is_open(name: str) -> bool:
    """Tell whether ``name`` means a set of bodies that it does not enumerate.

    >>> [is_open(n) for n in ("相关部门", "各乡镇（场）", "街道", "国务院有关部门", "市公安局")]
    [True, True, True, True, False]
    """
    if name.startswith("各") or re.fullmatch(set_nouns(), name):
        return True
    return _open_words().search(name) is not None and (
        _set().search(name) is not None or _body().search(name) is not None
    )


def is_agency(name: str) -> bool:
    """Tell whether ``name`` has the form of an agency's name or of an open set of them."""
    return (
        1 < len(name) <= _LONGEST_NAME
        and _NAME.fullmatch(name) is not None
        and _PARTICLE.search(name) is None
        and (_body().search(name) is not None or _set().search(name) is not None)
    )


@cache
def _weak() -> re.Pattern[str]:
    return re.compile(_alternatives("weak") + "$")


@cache
def _private() -> re.Pattern[str]:
    return re.compile(_alternatives("private") + "(?:（[^（）]*）)?$")


@cache
def _not_in_name() -> re.Pattern[str]:
    return re.compile(_alternatives("not-in-name"))


def can_be_agency_in_text(name: str) -> bool:
    """Tell whether ``name``, met in running text, has the form of an agency's and no verb in it.

    >>> [can_be_agency_in_text(n) for n in ("市统计局", "科技部", "督促商业银行", "开发企业")]
    [True, True, False, False]
    """
    return (
        is_agency(name)
        and _not_in_name().search(name) is None
        and _private().search(name) is None
        and re.fullmatch(set_nouns(), name) is None
    )


def is_surely_agency(name: str) -> bool:
    """Tell whether a name with an agency's form can be nothing else.

    An ending that is as often part of another word (办理, 所在, 自由贸易区) needs a level, a place,
    an open word or the register's word before it.

    >>> [is_surely_agency(n) for n in ("市统计局", "各镇街", "自由贸易区")]
    [True, True, False]
    """
    if is_open(name) or not _weak().search(name):
        return True
    known = agencies.by_name(name) or agencies.by_national_name(name)
    return known is not None or _level().match(name) is not None or _has_place(name)


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces between list marks outside brackets; 和 and 及 part two whole names only."""
    depth, at = 0, start
    for index in range(start, end):
        character = text[index]
        depth += (character in "（“") - (character in "）”")
        if depth <= 0 and _SEPARATOR.match(character):
            yield from _split_and(text, at, index)
            at = index + 1
    yield from _split_and(text, at, end)


def _split_and(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    start, end = _stripped(text, start, end)
    for match in _AND.finditer(text, start, end):
        stop = _stripped(text, start, match.start())[1]
        before, after = text[start:stop], text[match.end() : end]
        if not before:  # 、以及各区
            yield from _split_and(text, match.end(), end)
            return
        if (
            is_agency(before)
            and (is_agency(after) or not after)
            and before.count("（") == before.count("）")
        ):
            yield start, stop
            yield from _split_and(text, match.end(), end)
            return
    if start < end:
        yield start, end


def read_names(
    text: str, start: int, end: int, prefix: str, *, strict: bool = True, running: bool = False
) -> Names | None:
    """Return the names listed between the offsets of the folded ``text``, or None if it is no list.

    ``prefix`` is the level (市, 省) that the list before or the document gives to a bare name.
    With ``strict`` every name must have the form of an agency's name; without, most of them.
    ``running`` says that the list is met in running text, where :func:`can_be_agency_in_text` and
    :func:`is_surely_agency` decide.
    """
    others = _OTHERS.search(text[start:end])
    stop = start + others.start() if others else end
    functional = bool(others and others["set"] and _set().search(others["set"]))
    pieces = list(_split(text, start, stop))
    if not pieces:
        return None
    ending = _place_ending(text, pieces)
    accept = can_be_agency_in_text if running else is_agency
    found: list[Name] = []
    valid = 0
    for at, until in pieces:
        written = text[at:until]
        if functional and len(written) == 1:  # 水、电、气等部门: one character names no department
            continue
        place = bool(ending) and until != pieces[-1][1]
        good = place or accept(written) or (functional and _is_field(written))
        if len(written) > _LONGEST_NAME or (strict and not good):
            return None
        valid += good
        if place:
            found.append(Name(written, at, until, written + ending, open=False))
        elif good or not _not_in_name().search(written):
            after_open = bool(found and found[-1].open)
            found.append(_name(written, at, until, prefix, after_open=after_open))
            prefix = _prefix_of(written) or prefix
    if (not strict and valid * 2 < len(pieces)) or not found:
        return None
    if running and not functional and not any(is_surely_agency(name.text) for name in found):
        return None
    return Names(tuple(found), others is not None)


def _is_field(written: str) -> bool:
    """Whether a word can stand for a department by its field of work: 公安 in 公安等部门."""
    return (
        _NAME.fullmatch(written) is not None
        and len(written) <= _LONGEST_FIELD
        and not _not_in_name().search(written)
    )


def _place_ending(text: str, pieces: Sequence[tuple[int, int]]) -> str:
    """Return what the last name gives to places before it: 市人民政府 of 漳州、宁德市人民政府."""
    last = _PLACE_GOVERNMENT.fullmatch(text[slice(*pieces[-1])])
    if last is None or len(pieces) == 1:
        return ""
    kind = last["kind"]
    places = (text[start:end] + kind for start, end in pieces[:-1])
    return last["ending"] if all(divisions.by_name(place) for place in places) else ""


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t\n由请":
        start += 1
    if text.startswith("经", start) and is_open(text[start + 1 : end]):  # 经有关部门批准
        start += 1
    while start < end and text[end - 1] in " \t\n。等":  # 全国妇联等和各省级人民政府
        end -= 1
    return start, end


def _prefix_of(name: str) -> str:
    """Return the level that a name begins with, where it is spread over those behind it."""
    if is_open(name):
        return ""
    level = _level().match(name)
    return level.group() if level and is_agency(name[level.end() :]) else ""


def _name(written: str, start: int, end: int, prefix: str, *, after_open: bool) -> Name:
    opened = is_open(written) or (after_open and _is_common(written))
    bare = not opened and prefix and not _level().match(written) and _body().search(written)
    full = prefix + written if bare and not _has_place(written) else written
    return Name(written, start, end, full, opened)


def _is_common(name: str) -> bool:
    """Whether a name is for all bodies of a sort: 街道, 园区管委会."""
    common = lexicon.concepts("agency-words")["territories"].written
    return name in common or re.fullmatch(set_nouns(), name) is not None


def _has_place(name: str) -> bool:
    """Whether a name says its own place: 上库综合产业园区, 库尔勒市公安局, 国务院国资委."""
    return (
        re.match(
            r"[\u4e00-\u9fff]{2,12}?(?:市|县|州|省|自治区|园区|新区|开发区|经开区|高新区|景区|商务区|实验区)|国家|国务院|中央|中国|中共",
            name,
        )
        is not None
    )


def level_of(names: Sequence[Name]) -> str:
    """Return the level prefix that the last of the names passes on."""
    for name in reversed(names):
        level = _prefix_of(name.full)
        if level:
            return level
    return ""
