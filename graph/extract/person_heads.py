"""The words that can end a noun phrase of persons or bodies, and what they are words for.

A word is none where it goes on to another word (司法人员 is no 法人, 见习生活 no 见习生) or is part
of one that means no person (第三人称, 机器人).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from graph.extract.entitlement_words import pattern, written
from graph.grammar.cues import firsts
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

PERSON, ORGANISATION, AUTHORITY, OFFICER = "person", "organisation", "authority", "officer"
_LONGEST_WORD = 6  # characters of a word that means no person
# what stands behind a word of persons where its last character begins another word
_OTHER_WORDS = {
    "人": re.compile(
        "员|事(?:关系|档案|部门|工作|制度|管理|考试|任免|代理|争议|仲裁|[处局厅科])|力(?![争求图])|权(?![利益能])|才(?![能可会有])"
        "|工(?:智能|成本|影响天气|增雨|降雨|湖|造林|鱼礁|养殖|繁[殖育])"
    ),  # 司法人员 is no 法人, 领军人才 no 军人, 国家人工智能 no 国家人
    "业": re.compile("家"),  # 企业家 is no 企业
    "体": re.compile(
        "责任|功能|地位|工程|结构|作用|资格|建筑|部分|施工|培训|信用|税种|业务|框架|性|育|系|制"
    ),
    "民": re.compile(
        "[政营警兵法族航]|间(?!的)|办|(?<=国民)(?:经济|待遇|收入|教育|体质|素质|生产)"
        "|(?<=人民)(?:银行|建设银行|政府|法院|检察|解放军|武装|保险|币|共和国|调解|团体|大学|医院|防空|政协)"
    ),
    "生": re.compile("活[费补津保困水救照用来环]|[产态命源物育涯猪]"),  # 见习生活补助
    "才": re.compile("服务|市场|计划|工程|战略|市场|公寓"),  # 市级人才计划
    "区": re.compile("内"),  # 园区内机构
    "农": re.compile("[民户牧业村机药产资技场]"),  # 种粮农民 are no 粮农
    "织": re.compile("[方者]"),  # 组织方
    "工": re.compile("[作业程具种艺]"),
}


@dataclass(frozen=True, slots=True)
class Head:
    """The last word of a noun phrase, and what kind of thing it is a word for."""

    kind: str
    start: int
    end: int


@cache
def _heads() -> re.Pattern[str]:
    kinds = (OFFICER, AUTHORITY, ORGANISATION, PERSON)
    return re.compile(lexicon.alternation(written(*kinds)))


@cache
def _heads_anywhere() -> re.Pattern[str]:
    """Return a pattern of the longest word at each place, also where others stand over it.

    A match is the first character only; it comes first in the pattern, so that the engine passes
    over all others at once.
    """
    words = written(OFFICER, AUTHORITY, ORGANISATION, PERSON)
    return re.compile(rf"[{firsts(words)}](?<=(?=({_heads().pattern})).)")


@cache
def _kind_of() -> dict[str, str]:
    kinds = (PERSON, ORGANISATION, AUTHORITY, OFFICER)
    return {form: kind for kind in kinds for form in written(kind)}


@cache
def _no_person() -> re.Pattern[str]:
    return pattern("not-person", behind="$")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text that can end a phrase, in their order: where they begin, and which.

    ``known`` tells of each that was asked for whether it goes on to another word, and whether it
    is of no person.
    """

    firsts: tuple[int, ...]
    heads: tuple[Head, ...]
    known: dict[int, tuple[bool, bool]]


@lru_cache(maxsize=4)
def _words_of(text: str) -> _Words:
    """Return the words of a whole text, each of whose clauses asks for its own many times."""
    heads = tuple(
        Head(_kind_of()[match[1]], *match.span(1)) for match in _heads_anywhere().finditer(text)
    )
    return _Words(tuple(head.start for head in heads), heads, {})


def has_head(text: str, start: int, end: int) -> bool:
    """Tell whether a word that can end a phrase stands between the offsets: the cheap question."""
    firsts = _words_of(text).firsts
    at = bisect_left(firsts, start)
    return at < len(firsts) and firsts[at] < end


def heads(text: str, start: int, end: int) -> Iterator[Head]:
    """Yield the words that can end a noun phrase of persons or bodies, in their order."""
    words = _words_of(text)
    until = start
    for at in range(bisect_left(words.firsts, start), bisect_left(words.firsts, end)):
        head = words.heads[at]
        if head.start < until:
            continue
        if at not in words.known:
            words.known[at] = _goes_on(text, head), _is_no_person(text, 0, head)
        goes_on, no_person = words.known[at]
        if head.end > end:
            shorter = _heads().match(text, head.start, end)
            if shorter is None:
                continue
            head = Head(_kind_of()[shorter.group()], *shorter.span())
            goes_on = _goes_on(text, head)
        if goes_on:  # 司法人员 is no 法人, 见习生活 no 见习生
            continue
        until = head.end
        if head.end - _LONGEST_WORD < start or head is not words.heads[at]:
            no_person = _is_no_person(text, start, head)
        if not no_person:
            yield head


def _is_no_person(text: str, start: int, head: Head) -> bool:
    """Whether a word is part of one that means no person: 第三人称 of 称, 机器人."""
    if head.kind not in {PERSON, ORGANISATION}:
        return False
    first = max(start, head.end - _LONGEST_WORD)
    if text.endswith("使用人", first, head.end):  # 用人 of 用人单位 is none, 房屋使用人 are
        return False
    return _no_person().search(text, first, head.end) is not None


def _goes_on(text: str, head: Head) -> bool:
    """Whether a word of persons goes on to another word: 法人员, 企业家, 见习生活."""
    if text.startswith(("所得税", "身份证", "居住证"), head.end):
        return True
    if text[head.end : head.end + 2] in written("leaves-out"):  # 职工以外的其他人员
        return True
    last = text[head.end - 1]
    if (
        head.end - head.start == 1
        and last == "人"
        and text.startswith(("均", "次", "数"), head.end)
    ):
        return True
    other = _OTHER_WORDS.get(last)
    return other is not None and other.match(text, head.end) is not None
