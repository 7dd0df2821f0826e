"""Whether what is named can have a value with that unit.

What cannot, is the name of something else in the clause: nobody said that it has the value.

No value has::

    农村达到60%以上、重庆主城区可提高至10万元     a mere place has no share and no sum
    单方缴存的由35万元增加到40万元                 a case has no sum
    底线指标不低于90%、标准为80%                    the heading of a column, and a bare noun
    每栋楼保底资金9层以下含9层50万元               a fund has no storeys
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.measured_value import Form
from graph.extract.noun_behind import MONEY, SHARES
from graph.grammar.measure_words import forms_of

if TYPE_CHECKING:
    from graph.extract.measured_value import Measured

_PLACE = re.compile(r"(?![每单各])[\u4e00-\u9fff]{0,5}(?:农村|城市|城镇|主?城区|[省市县])")
_SUM = re.compile(r"(?:资金|经费|费用|金额|基金|保证金|投资)$")
_CAUSE = re.compile(r"因(?!素|[特果])")  # 发生1起以上因拖欠工资引发极端事件
_OF_NO_SUM = ("层", "岁", "周岁", "平方米", "公顷", "亩", "公里", "千米", "米")


@cache
def _column() -> re.Pattern[str]:
    return re.compile(forms_of("names-a-column"))


def can_have(value: Measured) -> bool:
    """Tell whether what is named can have a value with that unit."""
    unit, named = value.quantity.unit, value.subject
    if _column().fullmatch(named) or (_CAUSE.match(named) and unit in ("起", "件")):
        return False
    if unit in _OF_NO_SUM:
        return _SUM.search(named) is None
    if value.form not in (Form.BEFORE, Form.EARLIER) or value.made:
        return True
    if unit in MONEY and named.endswith("的"):
        return False
    return unit not in (*MONEY, *SHARES) or _PLACE.fullmatch(named) is None
