"""What a lead or an earlier clause names for a value whose own clause does not.

Forms read::

    住院起付标准：乡镇卫生院不低于200元；县级医院不低于500元    乡镇卫生院住院起付标准
    由基金按比例支付：一级医院不低于80%                          一级医院按比例支付
    研发费用占营业收入的比例应符合：收入小于1亿元的，比例不低于6%
                                                                 研发费用占营业收入的比例
    按新增部分的1%给予奖励，单个企业不超过100万元                单个企业奖励

    发放失业补助金，标准不高于失业保险金的80%                      失业补助金标准

    评审时限可适当延长，但最长不得超过40日                       评审时限

A clause that names what it measures (贷款额度不超过300万元) keeps its own words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.measured_phrase import named
from graph.extract.noun_behind import MONEY, SHARES
from graph.extract.noun_phrase import has_size
from graph.extract.words_before import words_before
from graph.grammar.measure_words import forms_of

if TYPE_CHECKING:
    from graph.extract.measured_value import Measured

_FAR = 320  # characters back to a lead, over the rows between
_NEAR = 90  # characters back to what is granted
_LONGEST_LEAD = 36  # characters of the words that a lead ends in
_SHORTEST_LEAD = 4  # characters of 起付标准; 规模： is a heading
_LONGEST_CASE = 24  # characters of 乡镇卫生院、社区卫生服务机构
_LONGEST_RECEIVER = 14  # characters of 单个企业
# 省级事项网上可办率不低于90%，市县级不低于70%
_RATE_OF_LEVEL = re.compile(
    r"[\u4e00-\u9fff]级(?P<rate>[\u4e00-\u9fff]{2,16}(?:率|比例|占比))(?=不|达|应|要|为|须)"
)
_STOP = re.compile(r"[。？！]|\n\n")
_LEAD = re.compile(r"(?P<words>[^，。；：\n]{2,40})：")
_PAID = re.compile(r"按[\u4e00-\u9fff]{0,4}比例(?:支付|报销|补助|承担|分担|给付)$")
_TOPIC = re.compile(
    r"(?:^|[，。；：\n])(?P<topic>[\u4e00-\u9fff]{2,14}?)(?=以|可|按|由|实行|根据|参照)"
    r"[^，。；：\n]{2,40}，(?:但|且)?$"
)
GENERIC = ("比例", "占比", "总量", "金额", "额度", "期限", "面积", "标准", "数量", "年限", "价格")
_PAYMENT = re.compile(
    r".*(?:的|给予|予以|发放|支付|享受|领取|实行|一次性)(?P<what>[\u4e00-\u9fff]{2,8}?(?:金|费|补贴|补助|奖励|津贴))，$"
)
_FOLLOWING = re.compile(r"下列|以下|如下|对")
_CASE = re.compile(r"[\u4e00-\u9fff、（）]+")
_ONE = re.compile(
    r"(?:对|给予)?(?:单个?|每|同一|一个|全年|年度|[一二三四五六]类|各)[\u4e00-\u9fff（）]*|累计|合计|总额"
)


@cache
def _grant() -> re.Pattern[str]:
    return re.compile(rf"(?:{forms_of('grant')}|贷款|贴息|支持|资金)(?=[，。；、（]|$)")


@cache
def _no_case() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('grant')}|{forms_of('change')}|支持|增大|给予|大)$")


def whole_name(text: str, value: Measured) -> str | None:
    """Return the whole name of a bare 比例, or the rate of another level; or nothing."""
    words, at = value.subject, value.start
    if words == "标准" and (paid := _PAYMENT.search(text, max(0, at - _LONGEST_CASE), at)):
        return paid["what"] + words  # 发放失业补助金，标准不高于…
    if words in GENERIC:
        return _whole_name(text, words, at)
    if words.endswith("级") and value.quantity.unit in SHARES:
        rates = list(_RATE_OF_LEVEL.finditer(text, max(0, at - _NEAR), at))
        return words + rates[-1]["rate"] if rates else None
    return None


def earlier_name(text: str, value: Measured) -> str | None:
    """Return how a value is named whose clause only says of whom it is: 单个企业; or nothing."""
    words, at, unit = value.subject, value.start, value.quantity.unit
    no_case = has_size(words) or not _CASE.fullmatch(words) or _no_case().search(words)
    if no_case or (unit not in MONEY and unit not in SHARES):
        return None
    if len(words) <= _LONGEST_CASE and (lead := _lead(text, at)):
        return words + (lead[2:] if words.endswith(lead[:2]) else lead)
    if unit in MONEY and len(words) <= _LONGEST_RECEIVER and _ONE.fullmatch(words):
        granted = list(_grant().finditer(text, max(0, at - _NEAR), at))
        if granted and "\n" not in text[granted[-1].end() : at]:
            return words + granted[-1].group()
    return None


def topic_of(text: str, at: int) -> str | None:
    """Return what the clause before ``at`` is about, where it has a size: 时限可延长，但最长不超过.

    >>> topic_of("贴息利率以基准利率为准，", 12)
    '贴息利率'
    """
    found = _TOPIC.search(text, max(0, at - _NEAR), at)
    return found["topic"] if found and has_size(found["topic"]) else None


def _before(text: str, at: int) -> int:
    """Return where the sentence of a value begins, over the rows of its list."""
    first = max(0, at - _FAR)
    stops = list(_STOP.finditer(text, first, at))
    return stops[-1].end() if stops else first


def _lead(text: str, at: int) -> str | None:
    """Return the noun that the lead of a list ends in, where it has a size."""
    leads = list(_LEAD.finditer(text, _before(text, at), at))
    if not leads:
        return None
    begin = max(leads[-1].start(), text.rfind(" ", 0, leads[-1].end()) + 1)
    paid = _PAID.search(text, begin, leads[-1].end() - 1)
    start, end = words_before(text, begin, leads[-1].end() - 1)
    words, _ = named(text[start:end].strip(), start)
    if _FOLLOWING.search(words):  # 按照下列标准对…给予奖励：
        return None
    if has_size(words) and _SHORTEST_LEAD <= len(words) <= _LONGEST_LEAD:
        return words
    return paid.group() if paid else None


def _whole_name(text: str, noun: str, at: int) -> str | None:
    """Return the last phrase before a bare 比例 that ends in it and says of what."""
    found = re.finditer(rf"[\u4e00-\u9fff（）]{{2,30}}{noun}", text[_before(text, at) : at])
    names = [match.group() for match in found]
    if not names:
        return None
    start, end = words_before(names[-1], 0, len(names[-1]))
    words = names[-1][start:end]
    return words if words.endswith(noun) and len(words) > len(noun) + 1 else None
