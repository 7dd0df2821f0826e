"""Whose a thing is: the persons that are named right before the words of a right.

Forms read::

    保障女职工的休息权                   whoever 的 follows
    维护职工带薪年休假权利               or the first phrase
    务工人员随迁子女受教育权利           and whom it is about in turn
    派驻机构的医务人员工资待遇           the persons of a body
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.entitlement_words import pattern
from graph.extract.holders import EQUAL, EQUAL_REACH, may_stand_between
from graph.extract.person_heads import ORGANISATION, PERSON, heads
from graph.extract.person_phrases import (
    JOINED,
    LONGEST,
    Holder,
    boundary,
    holders_ending,
    listed,
)

if TYPE_CHECKING:
    from graph.extract.person_heads import Head

_WHOSE_EQUAL = re.compile(r"其(?:依法)?(?:享有|享受)?(?:与|同|和)")
# 初、高中毕业生; 国有、民营、外资等各种所有制企业
_SHARES_LAST = re.compile(
    r"(?:(?!公共|国家|集体|社会)[\u4e00-\u9fff]{1,4}(?:、|以及|[和与及])){1,5}"
)
_OF = re.compile("中?的")
_COMPARED = frozenset("与同和跟")


def behind(text: str, start: int, end: int) -> tuple[list[Holder], int]:
    """Return whose right follows a verb, and where the words of the right begin.

    The phrase that 的 follows is whose it is (女职工的休息权); without one the first phrase, with
    whom it is about in turn: 务工人员随迁子女受教育权利 is the children's.
    """
    if _WHOSE_EQUAL.match(text, start, end):
        return [], start  # 保障其与本市居民同等的权益: whoever 其 is
    named = list(heads(text, start, end))
    found = [h for h in named if h.kind in {PERSON, ORGANISATION}]
    for last in named:
        of = _OF.match(text, last.end, end)
        if of and _begins(text, start, last):
            whose, at = _staff(text, last, of.end(), end)
            # 妇女在集体经济组织中的合法权益: where they are
            if whose or (last in found and of.group() == "的"):
                return whose or holders_ending(text, start, last), at
    if not found or not _begins(text, start, found[0]):
        return [], start
    chain = found[0]
    for head in found[1:]:
        gap = text[chain.end : head.start]
        if gap[:1] in _COMPARED and EQUAL.search(text, head.end, min(end, head.end + EQUAL_REACH)):
            break  # 随迁子女与当地学生平等接受: whose equal they are
        if not re.fullmatch(r"(?:[、和与及或]|以及|或者)?[\u4e00-\u9fff]{0,6}?", gap) or _verb_in(
            gap
        ):
            break
        chain = head
    return _with_first(text, start, holders_ending(text, start, chain)), chain.end


def _staff(text: str, body: Head, start: int, end: int) -> tuple[list[Holder], int]:
    """Return the persons of a body that are named behind it: 派驻机构的医务人员."""
    if body.kind != PERSON:
        found, at = behind(text, start, end)
        if found and found[0].start == start and all(each.kind == PERSON for each in found):
            return found, at
    return [], start


def _with_first(text: str, start: int, found: list[Holder]) -> list[Holder]:
    """Return holders, the first with what shares its last word: 初、高中毕业生."""
    if not found or not _SHARES_LAST.fullmatch(text, start, found[0].start):
        return found
    first = found[0]
    words = "".join(text[start : first.end].split())
    return [Holder(words, start, first.end, first.kind), *found[1:]]


def _begins(text: str, start: int, head: Head) -> bool:
    """Whether the phrases that a head ends begin where the words do."""
    first = listed(text, start, head)[0][0]
    before = text[start:first].strip()
    if not before or may_stand_between(before):
        return True
    # 宗教活动场所、宗教教职人员: a list may begin with what is no person
    return bool(JOINED.search(before)) and len(before) <= LONGEST and not boundary().search(before)


def _verb_in(gap: str) -> bool:
    return _gap_verb().search(gap) is not None


@cache
def _gap_verb() -> re.Pattern[str]:
    return pattern("gap-verb")
