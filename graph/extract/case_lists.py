"""Lists of cases and criteria: their items tell when or for whom a rule holds, and ask for nothing.

What stands in them is done by nobody because of the list, as in::

    有下列情形之一的，不予处罚：（一）24小时内及时报告的；
    申请单位应当符合下列条件：（一）长期坚持规范经营。
    有以下事迹之一的，给予奖励：（一）及时排除险情的；
    （二）申报条件：1.每学期均获奖励

A list of duties is none of these: 应当履行下列义务：（一）及时报告.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from graph.grammar.numbering import LABEL_AT_START

if TYPE_CHECKING:
    from graph.model import Document, Passage

_LONGEST: Final = 160  # characters of a lead
_SHORT: Final = 40  # characters of a heading of criteria
_LEAD: Final = re.compile(
    r"(?:下列|以下|如下)[^，。；：]{0,14}(?:情形|情况|条件|事迹|资格|资质|表现)[^，。；：]{0,6}"
    r"(?:[，：]|的[，：])|(?:情形|情况|条件|事迹|表现|行为)之一"
)
# 有下列情形之一的，可以免予处罚。 with its items below
_CLOSED: Final = re.compile(
    r"(?:下列|以下|如下)[^，。；：]{0,8}(?:情形|情况|行为)之一的?，[^，。；：]{2,24}。$"
)
_NAMED: Final = re.compile(
    r"(?:下列|以下|如下)[^，。；：]{0,10}(?:材料|文件|资料|证件|证明|内容|要素|指标|标准|名单|对象|范围)[^，。；：]{0,6}："
)


# （二）申报条件, 国家奖学金申请标准：; what the items of such a heading hold is met or not
_CRITERION: Final = ("条件", "标准", "资格")
_CRITERIA: Final = re.compile(
    r"[^，。；：]{0,24}(?:申[请报]|评[选定审]|入[选围]|认定|推荐|报名|准入|任职|参评|资格|学习)"
    r"[^，。；：]{0,12}(?:条件|标准|资格)[：。:]?\s*"
)


def case_lists(document: Document) -> frozenset[str]:
    """Return the labels of the provisions whose items are cases or criteria."""
    text = document.folded.text
    return frozenset(passage.where for passage in document.passages if _opens(text, passage, _LEAD))


def told_lists(document: Document) -> frozenset[str]:
    """Return the labels of the provisions whose items are named, not asked for.

    Beside cases these are papers, contents and criteria: 提交下列材料：（一）…的确认文件；
    """
    text = document.folded.text
    return frozenset(
        passage.where for passage in document.passages if _opens(text, passage, _LEAD, _NAMED)
    )


def _criteria(text: str, passage: Passage) -> bool:
    """Whether a passage has a word without which no heading is one of criteria."""
    return any(text.find(word, passage.start, passage.end) >= 0 for word in _CRITERION)


def _opens(text: str, passage: Passage, *leads: re.Pattern[str]) -> bool:
    words = text[max(passage.start, passage.end - _LONGEST) : passage.end].rstrip()
    if passage.end - passage.start <= _LONGEST and _criteria(text, passage):
        own = LABEL_AT_START.sub("", text[passage.start : passage.end], count=1).strip()
        if len(own) <= _SHORT and _CRITERIA.fullmatch(own):
            return True
    if _LEAD in leads and _CLOSED.search(words):
        return True
    if not words.endswith("："):
        return False
    sentence = words[max(words.rfind(mark) for mark in "。；\n") + 1 :]
    return any(lead.search(sentence) for lead in leads)
