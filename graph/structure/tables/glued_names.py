"""Lists of bodies that nothing parts from the words before, nor one list from the next.

The list is read from its end to the left, name by name: a list mark goes on with it, a name that is
followed by the beginning of another one without a mark ends a list of its own, and what is no name
ends it. Where the first name begins is told by the names that stand between marks elsewhere, by the
register, or by the word for its level.

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
from ontology import agencies, divisions, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST: Final = 24  # characters of a name
_SHORTEST: Final = 3
_MOST_NAMES: Final = 60
_LONGEST_BRACKET: Final = 14
_UNKNOWN: Final = 10  # characters of a piece of a list that no ending shows to be a name
_MARKS = "、，；"
_RANKS = ("国", "省", "市州盟", "县区旗", "乡镇村街道社")  # levels of places by their characters
_STOPS = "。；！？：”\n"
_AND = re.compile(r"(?:[、，]?(?:以及|会同|和|与|及))$")
_OBJECT = re.compile(
    r"(?:报|报送|报请|报经|提请|提交|向|由|经|对|与|和|及|给|送|送交|告|请|为|受|至|到|在|以|协调|督促|指导|会同|配合|支持|组织|各级)$"
)
_BRACKET_END = re.compile(rf"（[^（）]{{1,{_LONGEST_BRACKET}}}）$")
_AND_OTHERS = re.compile(r"等(?:[^、，。；]{0,6}(?:部门|单位|机构))?$")
_OWN = re.compile(r"[市县区](?:(?:人民)?政府|委)(?![\u4e00-\u9fff])")
_NOT_A_LEVEL = re.compile(
    r"[城全我本各县省都超农]$"
)  # 城市, 全市, 县市: the level is part of a word


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of bodies that end at an offset, from left to right, each with its offsets."""

    lists: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Where the first one begins."""
        return self.lists[0][0]


@cache
def _level() -> re.Pattern[str]:
    words = lexicon.concepts("agency-words")
    levels = sorted(
        {*words["level"].written, *words["level-set"].written, *words["nation"].written},
        key=len,
        reverse=True,
    )
    opened = sorted(words["open"].written, key=len, reverse=True)
    return re.compile(
        rf"(?:{'|'.join(map(re.escape, levels))}|{'|'.join(map(re.escape, opened))}|团)"
    )


@cache
def _body_end() -> re.Pattern[str]:
    return re.compile(rf"(?:{body_endings()}|{ending_pattern('set')})$")


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
    at = _inside(words, frozenset())
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
        joined = _AND.search(text[start:name])
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
    bracket = _BRACKET_END.search(words)
    if bracket:
        words = words[: bracket.start()]
    return start + len(words)


def _name_before(text: str, start: int, end: int, known: frozenset[str]) -> int | None:
    """Return where the name begins that ends at ``end``."""
    begin = _piece_start(text, start, end)
    stop = _without_additions(text, begin, end)
    words = text[begin:stop]
    if not _body_end().search(words):
        return None
    suffix = _known_suffix(words, known)
    if suffix is not None:
        return begin + suffix
    bounded = begin > start and text[begin - 1] in _MARKS + _STOPS
    if bounded and len(words) <= _LONGEST and is_listed_name(words):
        found = _inside(words, known)
        if not (found and _glued(text, start, begin + found, known)):
            return begin
    found = _inside(words, known)
    return None if found is None else begin + found


def _known_suffix(words: str, known: frozenset[str]) -> int | None:
    """Return where the longest name begins that ends the words and that the text has elsewhere."""
    starts = range(max(0, len(words) - _LONGEST), len(words) - _SHORTEST + 1)
    found = next((at for at in starts if words[at:] in known), None)
    return None if found is None else _extended(words, found)


def _inside(words: str, known: frozenset[str]) -> int | None:
    """Return where the last name of ``words`` begins, or None where it cannot be told."""
    suffix = _known_suffix(words, known)
    if suffix is not None:
        return suffix
    starts = range(max(0, len(words) - _LONGEST), len(words) - _SHORTEST + 1)
    levels = [
        at
        for at in starts
        if _level().match(words, at)
        and is_listed_name(words[at:])
        and words.count("（", 0, at) == words.count("）", 0, at)  # 各区县（自治县）人民政府
    ]
    for at in levels:
        if has_level(words[at:]) or agencies.by_national_name(words[at:]):
            return _extended(words, at)
    for at in starts:
        if agencies.by_national_name(words[at:]):
            return at
    sure = [at for at in levels if not _NOT_A_LEVEL.search(words[:at])]
    return _extended(words, sure[-1]) if sure else None


def _extended(words: str, at: int) -> int:
    """Return where a name begins with its levels or its place: 各区市县政府, 人行某市支行."""
    match = re.search(r"(?:各|有关|相关)[市县区州旗盟镇乡街道（）、级自治]*$", words[:at])
    if match and not _ends_a_set(_BRACKET_END.sub("", words[:at]), words[at:]):
        return match.start()
    if _AND.search(words[:at]):  # 会同 is a county, too
        return at
    for length in (3, 2):
        if at >= length and divisions.by_stem(words[at - length : at], divisions.NATION):
            at -= length
            break
    branch = _branch(words[:at])
    return at - len(branch)


def _glued(text: str, start: int, end: int, known: frozenset[str]) -> bool:
    """Whether a name ends right before the name at ``end``, which begins another list."""
    begin = _piece_start(text, start, end)
    stop = _without_additions(text, begin, end)
    words = text[begin:stop]
    every = "各" in words and _ends_a_set(words, text[end : end + _LONGEST])
    if not words or not (_strong_end().search(words) or every) or _branch(words):
        return False
    at = _inside(words, known)
    if at is None:
        return False
    name = words[at:]
    if len(name) < _SHORTEST or _OBJECT.search(words[:at]):
        return False
    return stop == end or text[stop : stop + 1] in "（等"


def _ends_a_set(words: str, behind: str) -> bool:
    """Whether a set of places ends before the level of another name: 各镇街 before 区财政局.

    The level behind must be above: 各市 and 县财政局 are one name, and so is 各设区市政府.
    """
    if not _body_end().search(words) or re.match(
        r"[市县区](?:人民)?政府|[市县区]委(?![\u4e00-\u9fff])", behind
    ):
        return False
    if words.endswith("设区"):
        return False
    here = next((i for i, of in enumerate(_RANKS) if words[-1] in of), -1)
    there = next((i for i, of in enumerate(_RANKS) if behind[:1] in of), len(_RANKS))
    return bool(behind) and there < here


def ends_surely(text: str, start: int, end: int, known: frozenset[str]) -> bool:
    """Tell whether the last name before ``end`` is one that the text or the register has."""
    begin = _piece_start(text, start, end)
    words = text[begin : _without_additions(text, begin, end)]
    if _known_suffix(words, known) is not None:
        return True
    at = _inside(words, known)
    name = words[at:] if at is not None else ""
    open_set = name.startswith(("各", "有关", "相关"))
    return open_set or has_level(name) or agencies.by_national_name(name) is not None


def ends_inside_a_name(text: str, start: int, stop: int, end: int) -> bool:
    """Tell whether a list stops in the midst of a name of the register: 国务院 of 国务院国资委."""
    begin = _piece_start(text, start, stop)
    longest = min(end, begin + _LONGEST)
    return any(
        agencies.by_national_name(text[begin:at]) is not None for at in range(stop + 1, longest + 1)
    )


def _branch(words: str) -> str:
    """Return the body of which the next words name a branch: 人行 in 人行市支行."""
    branches = lexicon.concepts("agency-words")["branch-of"].written
    return max((branch for branch in branches if words.endswith(branch)), key=len, default="")


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
    bracket = rf"(?:（[^（）]{{1,{_LONGEST_BRACKET}}}）)?"
    others = "(?:等(?:[^、，。；]{0,6}?(?:部门|单位|机构))?)?"
    endings = (body_endings(), ending_pattern("set"))
    return tuple(re.compile(ending + bracket + others) for ending in endings)
