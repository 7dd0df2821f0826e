"""A length of time that tells by when something is done, and measures nothing.

Forms read::

    在收到建议书十日以内将情况通知, 在入户1个月以内办理参保手续
    查明后的三日以内, 受理之日起十日内
    连续参保缴费满90天内为等待期                       the time until then
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.grammar.amounts import AMOUNT

if TYPE_CHECKING:
    from graph.grammar.quantities import Quantity

_AFTER = re.compile(r"(?:后|之日起)的?[ ]?$")
_DUE = re.compile(
    r"(?:在|自)(?:(?:入户|出生|毕业|迁入|入职|竣工|退役|离校)[^，。；]{0,10}[ ]?$"
    r"|(?:收到|接到|作出|受理|公布|发生|提出|签订|取得|得知|知道)[^，。；]{1,16}[ ]?$)"
)
_UNTIL = re.compile(rf"[年已]?满[ ]?{AMOUNT}[^\W\d]{{1,3}}?(?<!以)内(?![部容涵])")
_LASTING = ("年", "个月", "月", "日", "天", "周")
_ACT = re.compile(r"[ ]?(?!的|（)[\u4e00-\u9fff]")


def is_due(text: str, quantity: Quantity, start: int) -> bool:
    """Whether a length of time tells by when: 在收到建议书十日以内将情况通知, 查明后的三日以内."""
    if _AFTER.search(text, start, quantity.start):
        return True
    due = _DUE.search(text, start, quantity.start)
    return due is not None and _ACT.match(text, quantity.end) is not None


def is_until(text: str, quantity: Quantity) -> bool:
    """Whether a length is how long something lasts until it is full: 缴费满90天内为等待期."""
    return quantity.unit in _LASTING and _UNTIL.match(text, quantity.start) is not None
