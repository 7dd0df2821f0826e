"""The last name of a body in words from which nothing parts it: where it begins.

It is told by the names that the text has between marks elsewhere, by the register of bodies, or by
the word for its level; what stands before that can belong to it.

Forms read::

    完成河道清淤市水利局          市水利局, by its level
    健全机制教育部                教育部, by the register
    建成管网各区市县政府          各区市县政府, a set of levels
    增加信贷人行南宁市中心支行    人行南宁市中心支行, a branch at its place
    健全设施某湖管委会            none for certain, unless the text has 某湖管委会 elsewhere
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from graph.grammar.body_names import body_endings, ending_pattern, has_level, is_listed_name
from ontology import agencies, divisions, lexicon

LONGEST: Final = 24  # characters of a name
SHORTEST: Final = 3
LONGEST_BRACKET: Final = 14
AND: Final = re.compile(r"(?:[、，]?(?:以及|会同|和|与|及))$")
BRACKET_END: Final = re.compile(rf"（[^（）]{{1,{LONGEST_BRACKET}}}）$")
_RANKS = ("国", "省", "市州盟", "县区旗", "乡镇村街道社")  # levels of places by their characters
_NOT_A_LEVEL = re.compile(
    r"[城全我本各县省都超农]$"
)  # 城市, 全市, 县市: the level is part of a word


@cache
def _level() -> re.Pattern[str]:
    levels = lexicon.alternatives("agency-words", "level", "level-set", "nation")
    return re.compile(f"(?:{levels}|{lexicon.alternatives('agency-words', 'open')}|团)")


@cache
def body_end() -> re.Pattern[str]:
    """Return a pattern of the endings of names, of one body or of a set of them."""
    return re.compile(rf"(?:{body_endings()}|{ending_pattern('set')})$")


def known_suffix(words: str, known: frozenset[str]) -> int | None:
    """Return where the longest name begins that ends the words and that the text has elsewhere."""
    starts = range(max(0, len(words) - LONGEST), len(words) - SHORTEST + 1)
    found = next((at for at in starts if words[at:] in known), None)
    return None if found is None else _extended(words, found)


def last_name(words: str, known: frozenset[str]) -> int | None:
    """Return where the last name of ``words`` begins, or None where it cannot be told.

    >>> last_name("完成河道清淤市水利局", frozenset()), last_name("完成河道清淤", frozenset())
    (6, None)
    """
    suffix = known_suffix(words, known)
    if suffix is not None:
        return suffix
    starts = range(max(0, len(words) - LONGEST), len(words) - SHORTEST + 1)
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
    if match and not ends_a_set(BRACKET_END.sub("", words[:at]), words[at:]):
        return match.start()
    if AND.search(words[:at]):  # 会同 is a county, too
        return at
    for length in (3, 2):
        if at >= length and divisions.by_stem(words[at - length : at], divisions.NATION):
            at -= length
            break
    branch = branch_before(words[:at])
    return at - len(branch)


def ends_a_set(words: str, behind: str) -> bool:
    """Tell whether a set of places ends before the level of another name: 各镇街 before 区财政局.

    The level behind must be above: 各市 and 县财政局 are one name, and so is 各设区市政府.
    """
    if not body_end().search(words) or re.match(
        r"[市县区](?:人民)?政府|[市县区]委(?![\u4e00-\u9fff])", behind
    ):
        return False
    if words.endswith("设区"):
        return False
    here = next((i for i, of in enumerate(_RANKS) if words[-1] in of), -1)
    there = next((i for i, of in enumerate(_RANKS) if behind[:1] in of), len(_RANKS))
    return bool(behind) and there < here


def branch_before(words: str) -> str:
    """Return the body of which the next words name a branch: 人行 in 人行市支行."""
    branches = lexicon.concepts("agency-words")["branch-of"].written
    return max((branch for branch in branches if words.endswith(branch)), key=len, default="")
