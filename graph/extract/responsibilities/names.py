"""Lists of agencies: each name as it is written, and what it stands for in its list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extract.responsibilities.list_pieces import pieces
from graph.extract.responsibilities.name_forms import (
    LONGEST_NAME,
    NAME,
    begins_with_city,
    body_pattern,
    can_be_agency_in_text,
    has_place,
    is_agency,
    is_open,
    is_private,
    is_relative,
    is_surely_agency,
    level_pattern,
    set_nouns,
    set_pattern,
    several_pattern,
    verb_pattern,
    without_own_place,
)
from ontology import agencies, divisions, lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_FIELD = 14
_OF_THE_NATION = ("部", "总署", "总局")
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
    functional = bool(others and others["set"] and set_pattern().search(others["set"]))
    parts = list(pieces(text, start, stop))
    if not parts:
        return None
    ending = _place_ending(text, parts)
    accept = can_be_agency_in_text if running else is_agency
    found: list[Name] = []
    valid = 0
    for at, until in parts:
        written = text[at:until]
        if functional and len(written) == 1:  # 水、电、气等部门: one character names no department
            continue
        place = bool(ending) and until != parts[-1][1]
        last = running and found and until == parts[-1][1] and text[at - 1] in "和及与"
        if last and "等" not in written and is_private(written):  # 教育部门和学校要
            continue
        good = place or accept(written) or (functional and _is_field(written))
        if len(written) > LONGEST_NAME or (strict and not good):
            return None
        valid += good
        if place:
            found.append(Name(written, at, until, written + ending, open=False))
        elif good or not verb_pattern().search(written):
            of_all = bool(found) and (found[-1].open or several_pattern().match(found[-1].text))
            found.append(_name(written, at, until, prefix, after_open=bool(of_all)))
            prefix = _prefix_of(written) or prefix
    if (not strict and valid * 2 < len(parts)) or not found:
        return None
    if running and not functional and not any(is_surely_agency(name.text) for name in found):
        return None
    return Names(tuple(found), others is not None)


def _is_field(written: str) -> bool:
    """Whether a word can stand for a department by its field of work: 公安 in 公安等部门."""
    return (
        NAME.fullmatch(written) is not None
        and len(written) <= _LONGEST_FIELD
        and not verb_pattern().search(written)
    )


def _place_ending(text: str, pieces: Sequence[tuple[int, int]]) -> str:
    """Return what the last name gives to places before it: 市人民政府 of 漳州、宁德市人民政府."""
    last = _PLACE_GOVERNMENT.fullmatch(text[slice(*pieces[-1])])
    if last is None or len(pieces) == 1:
        return ""
    kind = last["kind"]
    places = (text[start:end] + kind for start, end in pieces[:-1])
    return last["ending"] if all(divisions.by_name(place) for place in places) else ""


def _prefix_of(name: str) -> str:
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
    level = level_pattern().match(name)
    return level.group() if level and is_agency(name[level.end() :]) else ""


def _name(written: str, start: int, end: int, prefix: str, *, after_open: bool) -> Name:
    # 工作组及其办公室: an office, and the words do not say by which name
    opened = is_open(written) or written.startswith("其") or (after_open and _is_common(written))
    own = without_own_place(written)
    bare = prefix and not opened and not level_pattern().match(own)
    bare = bare and not is_relative(written) and not begins_with_city(written)
    # 财政部 needs no 国家, and is no city's; a city has a 扶贫办 of its own.
    alone = agencies.by_national_name(written) and (
        prefix == "国家" or written.endswith(_OF_THE_NATION)
    )
    spread = bare and not alone and body_pattern().search(written) and not has_place(written)
    full = prefix + written if spread else own
    return Name(written, start, end, full, opened)


def _is_common(name: str) -> bool:
    """Whether a name is for all bodies of a sort: 街道, 园区管委会."""
    common = lexicon.concepts("agency-words")["territories"].written
    return name in common or re.fullmatch(set_nouns(), name) is not None


def level_of(names: Sequence[Name]) -> str:
    """Return the level prefix that the last of the names passes on."""
    for name in reversed(names):
        level = _prefix_of(name.full)
        if level:
            return level
    return ""
