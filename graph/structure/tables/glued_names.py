"""Lists of bodies that nothing parts from the words before, nor one list from the next.

The list is read from its end to the left, name by name: a list mark goes on with it, a name that is
followed by the beginning of another one without a mark ends a list of its own, and what is no name
ends it. Where a name begins is told by :mod:`graph.structure.tables.last_names`.

Forms read::

    …完成河道清淤市水利局市公安局、各区政府       市水利局 | 市公安局、各区政府
    …设施建设市民政局（牵头）和各区市县政府       one list
    …并报市政府市水利局                           市水利局: 市政府 is what is reported to
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from graph.grammar.body_names import body_endings, ending_pattern, has_level, is_listed_name
from graph.normalise.glued_headings import ends_a_heading
from graph.structure.tables.last_names import (
    AND,
    BRACKET_END,
    LONGEST,
    LONGEST_BRACKET,
    SHORTEST,
    body_end,
    branch_before,
    ends_a_set,
    known_suffix,
    last_name,
)
from ontology import agencies

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_NAMES: Final = 60
_UNKNOWN: Final = 10  # characters of a piece of a list that no ending shows to be a name
_MARKS = "、，；"
_STOPS = "。；！？：”\n"
_OBJECT = re.compile(
    r"(?:报|报送|报请|报经|提请|提交|向|由|经|对|与|和|及|给|送|送交|告|请|为|受|至|到|在|以|协调|督促|指导|会同|配合|支持|组织|各级)$"
)
_AND_OTHERS = re.compile(r"等(?:[^、，。；]{0,6}(?:部门|单位|机构))?$")


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of bodies that end at an offset, from left to right, each with its offsets."""

    lists: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Where the first one begins."""
        return self.lists[0][0]


@cache
def _strong_end() -> re.Pattern[str]:
    """Return a pattern of the endings behind which another name can begin."""
    return re.compile(rf"(?:{body_endings()}|部门|单位)$")


def names_between_marks(text: str, start: int, end: int) -> frozenset[str]:
    """Return the names that stand between two list marks, and so begin and end for certain."""
    found = re.finditer(r"(?<=[、，])(?P<name>[\u4e00-\u9fff]{3,20})(?=[、，（])", text[start:end])
    return frozenset(
        match["name"]
        for match in found
        if is_listed_name(match["name"]) and not _holds_two(match["name"])
    )


def _holds_two(words: str) -> bool:
    """Whether two names stand in the words without a mark: 各区县政府市商务局."""
    at = last_name(words, frozenset())
    return bool(at) and _glued(words, 0, at or 0, frozenset())


def lists_before(text: str, start: int, end: int, known: frozenset[str]) -> Lists | None:
    """Return the lists of bodies that end at ``end``, or None; ``known`` are names of this text."""
    spans: list[tuple[int, int]] = []
    at, stop = end, end
    pending = 0  # pieces since the last name that no ending shows to be names
    first = end
    for _ in range(_MOST_NAMES):
        name = _name_before(text, start, at, known)
        if name is None:
            piece = _piece_start(text, start, at)
            if not _can_be_unknown(text, piece, at) or at == end or pending:
                break
            pending, at = 1, _skip_mark(text, piece)
            continue
        pending, first = 0, name
        mark = text[name - 1] if name > start else ""
        if mark and mark in _MARKS:
            at = name - 1
            continue
        joined = AND.search(text[start:name])
        if joined and _name_before(text, start, start + joined.start(), known) is not None:
            at = start + joined.start()
            continue
        if not _glued(text, start, name, known):
            break
        spans.append((name, stop))
        at = stop = name
    if first == end:
        return None
    spans.append((first, stop))
    return Lists(tuple(reversed(spans)))


def _skip_mark(text: str, at: int) -> int:
    return at - 1 if at and text[at - 1] in _MARKS else at


def _piece_start(text: str, start: int, end: int) -> int:
    """Return where the piece begins that ends here: behind a mark outside of brackets."""
    depth = 0
    for at in range(end - 1, start - 1, -1):
        character = text[at]
        depth += (character == "）") - (character == "（")
        if depth == 0 and (character in _MARKS or character in _STOPS):
            return at + 1
    return start


def _can_be_unknown(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    return (
        1 < len(words) <= _UNKNOWN
        and start > 0
        and text[start - 1] in _MARKS
        and re.fullmatch(r"[\u4e00-\u9fff]+", words) is not None
    )


def _without_additions(text: str, start: int, end: int) -> int:
    """Return where a name ends without 等部门 and without what it has in brackets."""
    words = text[start:end].rstrip(" \n。")
    others = _AND_OTHERS.search(words)
    if others and others.start() > 0:
        words = words[: others.start()]
    bracket = BRACKET_END.search(words)
    if bracket:
        words = words[: bracket.start()]
    return start + len(words)


def _name_before(text: str, start: int, end: int, known: frozenset[str]) -> int | None:
    """Return where the name begins that ends at ``end``."""
    begin = _piece_start(text, start, end)
    stop = _without_additions(text, begin, end)
    words = text[begin:stop]
    if not body_end().search(words):
        return None
    suffix = known_suffix(words, known)
    if suffix is not None:
        return begin + suffix
    bounded = begin > start and text[begin - 1] in _MARKS + _STOPS
    if bounded and len(words) <= LONGEST and is_listed_name(words):
        found = last_name(words, known)
        if not (found and _glued(text, start, begin + found, known)):
            return begin
    found = last_name(words, known)
    return None if found is None else begin + found


def _glued(text: str, start: int, end: int, known: frozenset[str]) -> bool:
    """Whether a name ends right before the name at ``end``, which begins another list."""
    begin = _piece_start(text, start, end)
    stop = _without_additions(text, begin, end)
    words = text[begin:stop]
    every = "各" in words and ends_a_set(words, text[end : end + LONGEST])
    if not words or not (_strong_end().search(words) or every) or branch_before(words):
        return False
    if ends_a_heading(words):  # 确定食堂布局市民政局: a noun that ends like an office
        return False
    at = last_name(words, known)
    if at is None:
        return False
    name = words[at:]
    if len(name) < SHORTEST or _OBJECT.search(words[:at]):
        return False
    return stop == end or text[stop : stop + 1] in "（等"


def ends_surely(text: str, start: int, end: int, known: frozenset[str]) -> bool:
    """Tell whether the last name before ``end`` is one that the text or the register has."""
    begin = _piece_start(text, start, end)
    words = text[begin : _without_additions(text, begin, end)]
    if known_suffix(words, known) is not None:
        return True
    at = last_name(words, known)
    name = words[at:] if at is not None else ""
    open_set = name.startswith(("各", "有关", "相关"))
    return open_set or has_level(name) or agencies.by_national_name(name) is not None


def ends_inside_a_name(text: str, start: int, stop: int, end: int) -> bool:
    """Tell whether a list stops in the midst of a name of the register: 国务院 of 国务院国资委."""
    begin = _piece_start(text, start, stop)
    longest = min(end, begin + LONGEST)
    return any(
        agencies.by_national_name(text[begin:at]) is not None for at in range(stop + 1, longest + 1)
    )


def ends_of_names(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the offsets at which a name of a body can end, from left to right."""
    seen: set[int] = set()
    for at in range(start, end):
        for ending in _endings():
            match = ending.match(text, at, end)
            if match and match.end() not in seen:
                seen.add(match.end())
                yield match.end()


@cache
def _endings() -> tuple[re.Pattern[str], ...]:
    bracket = rf"(?:（[^（）]{{1,{LONGEST_BRACKET}}}）)?"
    others = "(?:等(?:[^、，。；]{0,6}?(?:部门|单位|机构))?)?"
    endings = (body_endings(), ending_pattern("set"))
    return tuple(re.compile(ending + bracket + others) for ending in endings)
