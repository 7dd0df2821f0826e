"""What a verb of giving gives: the words of the benefit, from their determiners to the noun.

Forms read::

    给予一次性创业补贴2000元                without the amount behind it
    分别给予1万元、2万元奖励                without amounts that are those of several
    给予表彰和奖励                          without the honour
    免费提供教科书, 提供免费服务            what is free of charge
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.extract.entitlement_words import pattern
from graph.extract.rights import objects

_FREE = re.compile(r"免费[\u4e00-\u9fff]{2,}")
_GIVEN_THAT = re.compile(r"(?:基础上|前提下|情况下|的|时|后)[，。；：\s]*$")
_HAS = re.compile(r"享有|享受|给予|予以")
_FURTHER = re.compile(r"(?:或者?|并|、|以及)(?:提供|给予|支付|发放|发给)")
_UNTIL = re.compile(r"直?至[^，。；]{1,12}$")
_OF_A_GIVER = re.compile(
    r"服务的[^，。；]{2,30}(?:增加|给予|予以|根据|按照)"
)  # 提供服务的设施增加奖励
_HONOUR = re.compile(r"(?:通报)?(?:表彰|表扬)(?:和|、|与|或者?)(?=奖励|奖金|物质奖励)")
_MERIT = re.compile(r"表彰|表扬|通报")  # honours for merit
_MOST = 40
ENTITLES = "赋予"
_SUM = r"(?:最高|不超过)?[0-9０-９.．]+(?:万|亿)?元"
# 分别给予1万元、2万元奖励: whose each is, nobody is told word by word
SUMS = re.compile(rf"(?:各|每[户家人])?(?:一次性)?(?:{_SUM}(?:、|和|及|或)){{1,6}}{_SUM}的?")
# 二孩家庭2万元、三孩家庭3万元货币补贴
SHARES = re.compile(
    rf"{_SUM}(?:、|和|，)(?P<who>[\u4e00-\u9fff]{{2,14}}?){_SUM}的?(?=[\u4e00-\u9fff])"
)


@dataclass(frozen=True, slots=True)
class Gift:
    """The words of what is given, from their determiners to the noun."""

    start: int
    end: int
    due: bool  # whether it is owed to somebody even where nobody is named


def gift(
    text: str,
    start: int,
    end: int,
    *,
    service: bool = False,
    measured: bool = False,
) -> Gift | None:
    """Return what is given by the words behind a verb, or None where it is no benefit."""
    if further := _FURTHER.search(text, start, end):  # 支付临时安置费或者提供周转用房
        end = further.start()
    if until := _UNTIL.search(text, start, end):  # 按月发放生活津贴直至终老
        end = until.start()
    last = objects.without_amount(text, start, end)
    words = "".join(text[start:last].split())
    if honour := _HONOUR.match(text, start, last):  # 给予表彰和奖励
        start = honour.end()
        words = "".join(text[start:last].split())
    if not words or len(words) > _MOST + _MOST or _MERIT.search(words) or _HAS.search(words):
        return None
    if _GIVEN_THAT.search(text, start, end) or _OF_A_GIVER.search(text, start, end):
        return None
    free = _FREE.search(words)
    if free and (service or free.start() == 0):
        first = text.find("免", start, last)
        return Gift(first, last, due=False)
    entitled = text.endswith(ENTITLES, 0, start) and objects.names_right(words)
    if not (_grant().search(words) or entitled or (measured and _aid().search(words))):
        return None
    return Gift(start, last, due=_due().search(words) is not None)


@cache
def _grant() -> re.Pattern[str]:
    return pattern("grant-noun", behind="$")


@cache
def _aid() -> re.Pattern[str]:
    return pattern("aid-noun", behind="$")


@cache
def _due() -> re.Pattern[str]:
    return pattern("due", behind="$")
