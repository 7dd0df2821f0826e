"""What each of several values measures that 分别 shares out among coordinated measures.

Forms read::

    高中、初中入学率分别达到95%、98%              高中入学率: attributes of one length
    县道和乡村道养护比例分别不低于13%和8%          县道养护比例: both attributes end alike
    优质稻、油料基地面积分别达到20万亩、8万亩      优质稻面积: all have the size of the last
    氨氮和粉尘排放量较2015年分别下降20%、14%       without what they are compared with

Not read, since nobody can tell what is shared::

    国家、自治区和校级创新项目分别达到5项、20项和40项
    中小学食堂、餐饮业卫生管理率分别达到90%、80%
"""

from __future__ import annotations

import re
from functools import cache

from graph.grammar.measure_words import forms_of

_COORDINATED = re.compile(r"[、和与及]")
_SHARED = 2  # characters of 小麦、玉米 before what both are measured by
_SHORTEST = 2  # characters of a measure
_LONGEST_OWN = 6  # characters of 油料种植基地 before the size that all have
_NEAR = 6  # characters of 乡村道, up to where it ends like 县道
_COMPARED = re.compile(r"(?:比|较|与)[\u4e00-\u9fff\d ]*年(?:度|底|末)?(?:相比)?$")


@cache
def _size() -> re.Pattern[str]:
    nouns = "|".join(forms_of(key) for key in ("sized", "property", "measured", "set-by-rule"))
    return re.compile(f"(?P<noun>{nouns})$")


@cache
def _rate() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('measured')})$")


def coordinated(words: str, count: int) -> list[str]:
    """Return the measures among which 分别 shares out so many values, if they are as many.

    >>> coordinated("高中、初中入学率", 2)
    ['高中入学率', '初中入学率']
    """
    pieces = [piece for piece in _COORDINATED.split(_COMPARED.sub("", words)) if piece]
    if len(pieces) != count:
        return []
    *others, last = pieces
    size = _size().search(last)
    if all(_size().search(piece) for piece in others):
        return pieces
    if size is None:  # things of one kind: 泵站、水闸
        return pieces if len(last) <= max(map(len, others)) + _SHORTEST else []
    tail = _shared_tail(others, last, size["noun"])
    return [piece + tail for piece in others] + [last] if tail else []


def _shared_tail(others: list[str], last: str, size: str) -> str:
    """Return the words of the last measure that the others share, or nothing."""
    length, ends = len(others[0]), others[0][-1]
    alike = all(len(piece) == length for piece in others)
    shared = last.find(ends, 1, _NEAR)
    if alike and length == _SHARED < len(last) and shared in (-1, length - 1):
        return last[length:]
    if shared >= 0 and all(piece[-1] == ends for piece in others):
        return last[shared + 1 :]
    far = len(last) - len(size) > _LONGEST_OWN  # 高血压、糖尿病患者规范化管理人数
    return "" if far or _rate().search(last) or len(size) < _SHORTEST else size
