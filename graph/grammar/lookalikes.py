"""Numbers with a unit that measure nothing: terms, ranges, names, and steps of a rate.

Forms read::

    届满30日前、期满前一个月                   when, and not how long
    40%-45%                                    one end of a range
    《安置房三期工作方案》、“三支一扶”、"五篇大文章"   part of a name
    青岛港三期、二期工程                       which one, and not how many
    二类新药、按最高一项计分                   which ones
    每增加1个百分点、每满5年                   the step of a rate
    三支一扶服务岗位                           a name made of numerals
    1 4周岁以下                                a number torn by a blank or a line
    0.8车位/100平方米                          a rate whose base has a number
    60个半天                                   a unit that the scheme does not have
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.grammar.measures import number_at

if TYPE_CHECKING:
    from graph.model import Operator

_TIMES = ("年", "月", "个月", "日", "天", "工作日", "个工作日", "个自然日", "小时", "分钟")
_BEFORE_OR_AFTER = re.compile(r"(?:之|以)?[前后](?![\d一二三四五六七八九十]|期)")
_CLASSES = ("类", "级")
_CHOSEN = ("个", "项", "级", "档", "类", "种", "次")  # 按最高一项计分
_DASH = re.compile(r"[-—~～][ ]?\d")
_NUMBERED = re.compile(r"[一二两三四五六七八九十]{1,2}[\u4e00-\u9fff]")
_LONGEST_NAME = 16  # characters in quotation marks
_QUOTED = {"“": "”", '"': '"', "‘": "’"}
_SAYS_A_VALUE = re.compile(r"[\d%％率]|[以之][上下内]|不低于|不少于|不超过|达到")
_TITLE_REACHES = 60  # characters from 《 to a number in a title
_PHASE = re.compile(r"[一二三四五六七八九十]期(?!限|间|刊|以[上内]|及以[上下])")
# 三支一扶, 五险一金: a name made of numerals
_NUMERALS_NAME = re.compile(
    r"[二两三四五六七八九][\u4e00-\u9fff]一(?![个名家项次届年月日人户点])[\u4e00-\u9fff]"
)
# 十一、1 4周岁: the number is torn by a blank or a line; a label of a row stands by itself
_TORN = re.compile(r"[^\s\d.．|表图件第]\d{1,2}[ \n]$")
_PER = re.compile(r"[/／]\d")  # 0.8车位/100平方米
_HELD = re.compile(
    r"[举承开主]办|[组举]织|开展|[举进施]行|开设|共|每年|培训|出版|办|[至最]少|了|[少低]于|超过$"
)
_STEP = re.compile(
    r"每(?:再|又|多|少)?(?:增加|提高|超过|超出|减少|降低|上升|下降|新增|提升|增长|低于|高于|增|减|升|降|高|低|多|少|超|满|加)"
    r"[ ]?$"
)
_STEP_BEGINS = 6  # characters from 每 to the number of a step


def is_lookalike(match: re.Match[str], text: str, limit: Operator | None) -> bool:
    """Tell whether a match of a value with its unit measures nothing; ``limit`` is its limit."""
    at = number_at(match)
    return (
        _is_a_term(match, text, limit)
        or _is_a_range(match, text, at)
        or _is_an_item(match, text, at)
        or _is_named(match, text, at)
        or _is_an_ordinal(match, text, at, limit)
        or (limit is None and (_is_a_phase(text, at) or _NUMERALS_NAME.match(text, at) is not None))
        or (text[at].isdigit() and _TORN.search(text, max(0, at - 4), at) is not None)
        or _PER.match(text, match.end()) is not None
    )


def is_a_step(text: str, start: int) -> bool:
    """Tell whether a value that begins there is the step of a rate: 每增加1个百分点."""
    return _STEP.search(text, max(0, start - _STEP_BEGINS), start) is not None


def _is_a_term(match: re.Match[str], text: str, limit: Operator | None) -> bool:
    """Whether a length of time tells when: 期满前一个月, 届满30日前; 工作满1年后 is a limit."""
    if match["unit"] not in _TIMES:
        return False
    behind = _BEFORE_OR_AFTER.match(text, match.end())
    if behind and ("前" in behind.group() or limit is None):
        return True
    return text.startswith(("前", "后"), match.start() - 1) and limit is None


def _is_an_item(match: re.Match[str], text: str, at: int) -> bool:
    """Whether the number of an item ran together with an age: 3.65岁以上老年人."""
    aged = match["unit"] in ("岁", "周岁")
    return aged and "." in text[at : match.end("unit")] and text[at - 1 : at] in ("", *"。；\n ")


def _is_a_range(match: re.Match[str], text: str, at: int) -> bool:
    """Whether a value is one end of 40%-45%: neither end is what is meant."""
    if _DASH.match(text, match.end()) is not None:
        return True
    return text[at - 1 : at] in tuple("—~～")


def _is_named(match: re.Match[str], text: str, at: int) -> bool:
    """Whether a number is part of a title or of a name in quotation marks."""
    if text.startswith("升级", match.end() - 1) or text.startswith("半天", match.end() - 1):
        return True
    title = text.rfind("《", max(0, at - _TITLE_REACHES), at)
    if (
        title >= 0
        and text.find("》", title, at) < 0
        and text.find("》", at, at + _TITLE_REACHES) > 0
    ):
        return True
    return any(_in_name(text, at, opens, closes) for opens, closes in _QUOTED.items())


def _in_name(text: str, at: int, opens: str, closes: str) -> bool:
    """Whether a short name in quotation marks holds a number and says nothing of a size."""
    first = text.rfind(opens, max(0, at - _LONGEST_NAME), at)
    if first < 0 or text.find(closes, first + 1, at) >= 0:
        return False
    last = text.find(closes, at, first + _LONGEST_NAME + 2)
    if last < 0 or _SAYS_A_VALUE.search(text, first + 1, last):
        return False
    return _NUMBERED.match(text, at) is not None


def _is_an_ordinal(match: re.Match[str], text: str, at: int, limit: Operator | None) -> bool:
    """Whether a number tells which one: 二类新药 (two are 两类), 选取最高一个层次加分."""
    if limit is None or (match["aim"] and not match["behind_gteq"]):
        return text[at] in "一二" and at + 1 == match.start("unit") and match["unit"] in _CLASSES
    highest = text.endswith("最高", 0, at) or text.endswith("最高的", 0, at)
    return highest and text[at] in "一1" and match["unit"] in _CHOSEN


def _is_a_phase(text: str, at: int) -> bool:
    """Whether a number tells which part of a work it is: 青岛港三期; 举办三期 counts."""
    if _PHASE.match(text, at) is None:
        return False
    ahead = text[max(0, at - 4) : at]
    return bool(ahead) and "\u4e00" <= ahead[-1] <= "\u9fff" and not _HELD.search(ahead)
