"""Rules hidden in one list that say how this list and all behind it share the work.

Forms read::

    （市卫生健康委负责。排在第一位的部门为牵头部门，下同）
    〔责任单位：…（列第一位者为牵头单位，下同）〕
    〔责任单位：市民政局、市卫生健康委，市财政局（逗号前为牵头单位，其余按职责分工负责，下同）〕
    （市公安局、市民政局分别负责；“分别负责”为各部门按职责分别牵头，下同）
    （市公安局、市民政局分别负责，分别负责为各单位按职责分别牵头，下同）
"""

from __future__ import annotations

import re
from dataclasses import replace
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from graph.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.extract.responsibilities.shares import Share


class Sharing(Enum):
    """How a list without roles of its own is to be read."""

    EQUAL = "equal"
    FIRST_LEADS = "first-leads"
    BEFORE_COMMA_LEADS = "before-comma-leads"


FIRST: Final = (  # who stands first in a list
    "(?:(?:排名|排序|排|位列|位居|列)(?:在|于|名)?(?:第一位?|首位)|(?:第一[位个家]|首位)的?)"
)
_FIRST = re.compile(rf"{FIRST}[^，。；）]{{0,10}}[为是](?:牵头|主责|主办)")
_COMMA = re.compile(r"逗号(?:之?前|以前)[^，。；）]{0,6}(?:为|是)(?:牵头|主责|主办)")
_REST_SUPPORT = re.compile(r"(?:其余|其他|其它|逗号后)[^，。；）]{0,10}(?:配合|协助|协办|参与)")
_MEANING = re.compile(
    r"(?:“(?P<words>[^“”]{2,10})”|(?<=[，；。：])(?P<plain>[\u4e00-\u9fff]{2,8}?))(?:为|是指|指)"
    r"[^；）\n]{0,20}?(?:分别牵头|各自牵头|均为牵头)"
)
_REST_SHARE = re.compile(r"(?:其余|其他|逗号后)[^，。；）]{0,8}(?:按|依|分工|共同)")


def stated_sharing(text: str, start: int, end: int) -> tuple[Sharing, Role] | None:
    """Return the rule that the words between the offsets lay down, and the role of the rest.

    The others are what their label says, responsible, unless the words tell that they support or
    share.

    >>> stated_sharing("排在第一位的部门为牵头部门，下同", 0, 16)
    (<Sharing.FIRST_LEADS: 'first-leads'>, <Role.RESPONSIBLE: 'responsible'>)
    """
    rest = Role.JOINT if _REST_SHARE.search(text, start, end) else Role.RESPONSIBLE
    rest = Role.SUPPORT if _REST_SUPPORT.search(text, start, end) else rest
    if _COMMA.search(text, start, end):
        return Sharing.BEFORE_COMMA_LEADS, rest
    if _FIRST.search(text, start, end):
        return Sharing.FIRST_LEADS, rest
    return None


def stated_meaning(text: str, start: int, end: int) -> str:
    """Return the words that the bracket explains to mean that each leads, or nothing.

    >>> words = "（市公安局、市民政局分别负责；“分别负责”为各部门按职责分别牵头，下同）"
    >>> stated_meaning(words, 0, len(words))
    '分别负责'
    """
    meaning = _MEANING.search(text, start, end)
    return meaning["words"] or meaning["plain"] if meaning else ""


def explained(text: str, shares: Sequence[Share], leading: str) -> tuple[Share, ...]:
    """Return a statement in which each leads where its words were explained to mean that.

    The explanation itself names nobody: 分别负责为各单位按职责分别牵头.
    """
    if not leading or leading not in text[shares[0].start : shares[0].end]:
        return tuple(shares)
    return tuple(
        replace(share, role=Role.LEAD) if share.role is Role.JOINT else share
        for share in shares
        if not share.name.text.startswith(leading)
    )


def shared_out(
    text: str, shares: Sequence[Share], sharing: Sharing, rest: Role
) -> tuple[Share, ...]:
    """Return the statement with the roles that ``sharing`` gives; roles of its own stay."""
    if sharing is Sharing.EQUAL or any(share.role is not Role.RESPONSIBLE for share in shares):
        return tuple(shares)
    leaders = 1 if sharing is Sharing.FIRST_LEADS else _before_comma(text, shares)
    if not leaders:
        return tuple(shares)
    return tuple(
        replace(share, role=Role.LEAD if index < leaders else rest)
        for index, share in enumerate(shares)
    )


def _before_comma(text: str, shares: Sequence[Share]) -> int:
    """Return how many names stand before the first comma; 0 where there is none to tell."""
    for index, (share, following) in enumerate(pairwise(shares), start=1):
        if "，" in text[share.name.end : following.name.start]:
            return index
    return 0
