"""Whether what is named can have a value with that unit.

What cannot, is the name of something else in the clause: nobody said that it has the value. What a
unit asks of the name is decided here for each of its sorts, and by the end of the name.

No value has::

    农村达到60%以上、重庆主城区可提高至10万元     a mere place has no share, no sum and no number
    单方缴存的由35万元增加到40万元                 a case has no sum
    底线指标不低于90%、标准为80%                    the heading of a column, and a bare noun
    每栋楼保底资金9层以下含9层50万元               a fund has no storeys
    参展企业分别给予不高于2万元                     who gets a sum is not what amounts to it
    变电站出线2公里范围内                           a place that reaches so far
    空间高度不低于两个住宅自然层高度                a height is no number of things
    其余人员最长不超过3年                           persons do not last

A value has::

    起付线不低于1万元、筹资标准每人每年240元        what ends in a noun that has an amount
    办结时间缩短40%以上                             how much something changes
    专职律师不少于本单位总数的5%                    things that are so much of others
    50%以上的养老院能够提供医疗服务                 so many of the things with what they do
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.measured_value import Form
from graph.extract.noun_behind import COUNTERS, LASTING, MONEY, SHARES
from graph.extract.noun_phrase import has_size
from graph.grammar.measure_words import forms_of
from graph.model import Operator

if TYPE_CHECKING:
    from graph.extract.measured_value import Measured
    from graph.grammar.quantities import Quantity

_PLACE = re.compile(
    r"(?![每单])(?:[\u4e00-\u9fff]{0,5}(?:农村|城市|城镇|主?城区)|[\u4e00-\u9fff]{0,4}(?:[省市县]|(?<![园社小校景学特专库牧矿])区)"
    r"|[^的]{0,12}(?:区域|地区)|(?:[\u4e00-\u9fff]{1,4}[省市县区州]?、){1,6}[\u4e00-\u9fff]{1,4}[省市县区州])"
)
_SUM = re.compile(r"(?:资金|经费|费用|金额|基金|保证金|投资)$")
_SUM_OF_MONEY = re.compile(r"(?:价款|费|税款|租金|资金|金额)$")  # 价款最多可分2年缴纳
_PAYS = re.compile(r"[缴交领付发享补存]")
_CAUSE = re.compile(r"因(?!素|[特果])")  # 发生1起以上因拖欠工资引发极端事件
_OF_NO_SUM = ("层", "岁", "周岁", "平方米", "公顷", "亩", "公里", "千米", "米")
_LENGTHS = ("米", "厘米", "毫米", "公里", "千米", "里", "海里")
_AROUND = re.compile(r"[ ]?(?:的)?(?:范围|半径|处(?!理|置|罚|分))|内(?:的|存在|有|禁止|不得)")
_BESIDE = re.compile(
    r"^[^，。；、]{2,14}(?:两侧|周围|周边|四周|外围|以外)$"
)  # 学校大门两侧100米范围内
_DISTANT = re.compile(
    r"^(?:与|距|离|相距|远离)|[高长宽深厚远]$|海拔$|落差$|[高低]于[\u4e00-\u9fff]+$"
)
# 筹资标准每人每年, 补助每户: for each of whom, behind what amounts to it
_FOR_EACH = re.compile(
    r"(?:（[^（）]*）|[人户]均|每[\u4e00-\u9fff]{1,2}|单[户笔个]|平均|累计|合计|总计|[日月年]|为|约|达|均|一般|最[高低])+$"
)
_EACH = re.compile(r"(?:[单每][\u4e00-\u9fff]{1,3}|[人户]均)$")
_BRACKET = re.compile(r"（[^（）]*）$")
_PERSONS = re.compile(
    r"(?:人员|[\u4e00-\u9fff]者|家庭|职工|企业|单位|机构|学生|毕业生|居民|党员)[”\"]?$"
)
_PART_OF = re.compile(r"占(?!用|地|道)[^，。；]{2,}")
_GOES_ON = re.compile(r"[ \n]?[\u4e00-\u9fff“（《](?<!的)")
_OF_WHAT = re.compile(r"[\u4e00-\u9fff]{2,}(?:（[^（）]*）)?[ ]?的?[ ]?$")  # 不少于本单位总数的5%


@cache
def _column() -> re.Pattern[str]:
    return re.compile(forms_of("names-a-column"))


@cache
def _amounts() -> re.Pattern[str]:
    keys = ("has-an-amount", "rises-or-falls", "change")
    return re.compile(f"(?:{'|'.join(forms_of(key) for key in keys)})$")


@cache
def _grants() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('grant')})$")


@cache
def _is_counted() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('is-so-many')})$")


@cache
def _changes() -> re.Pattern[str]:
    changes = f"{forms_of('rises-or-falls')}|{forms_of('change')}"
    return re.compile(
        f"(?:{changes}|比[^，。；]{{2,}}[高低多少大小]|水平|素养|能力|系数n?|[率度量值额积比幅例价])$"
    )


@cache
def _pays() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('pays-a-share')})$")


@cache
def _limit_words() -> re.Pattern[str]:
    keys = ("gteq", "lteq", "gt", "lt", "aim")
    return re.compile("|".join(forms_of(key) for key in keys))


def can_have(text: str, value: Measured) -> bool:
    """Tell whether what is named can have a value with that unit."""
    named, unit = value.subject.replace(" ", ""), value.quantity.unit
    none = unit in _OF_NO_SUM and _SUM.search(named)
    caused = unit in ("起", "件") and _CAUSE.match(named)
    if none or caused or _column().fullmatch(named):
        return False
    if value.made or (unit in COUNTERS and _is_a_size(named)):  # 空间高度不低于两个
        return value.made
    if value.form in (Form.BEFORE, Form.EARLIER):
        return _has_it(text, value.quantity, named)
    if value.form is Form.BEHIND and unit in SHARES:
        return _is_said_of(text, value, named)
    if value.form is not Form.BEHIND:
        return True
    above = unit.startswith(MONEY) and value.quantity.operator is Operator.GT
    granted = above and _grants().search(named)  # 超过8000元的定额补助: a case
    return not (granted or (unit in LASTING and _PERSONS.search(named)))


def _has_it(text: str, quantity: Quantity, named: str) -> bool:
    """Whether words before a value name what can have it."""
    unit = quantity.unit
    if unit in (*MONEY, *SHARES, *COUNTERS) and _PLACE.fullmatch(named):
        return False
    if unit.startswith(MONEY):
        return _has_an_amount(named)
    if unit in SHARES:
        return _has_a_share(text, quantity, named)
    if unit in _LENGTHS:
        return _is_so_long(text, quantity, named)
    return unit not in LASTING or not _cannot_last(named)


def _cannot_last(named: str) -> bool:
    """Whether persons, a case or a sum are named, where nobody does anything so long."""
    sum_only = _SUM_OF_MONEY.search(named) and not _PAYS.search(named)
    return bool(named.endswith("的") or _PERSONS.search(named) or sum_only)


def _is_so_long(text: str, quantity: Quantity, named: str) -> bool:
    """Whether what is named has a length, or lies beside something that far."""
    if _BESIDE.search(named):
        return True
    long = has_size(named) or _changes().search(named) or _DISTANT.search(named)
    return bool(long) and not _AROUND.match(text, quantity.end)


def _is_a_size(named: str) -> bool:
    """Whether a name ends in a noun that has a size, and is no number of things."""
    sized = has_size(named) and not named.endswith("率")
    return sized and _is_counted().search(named) is None


def _has_an_amount(named: str) -> bool:
    plain = _BRACKET.sub("", named)
    bare = _FOR_EACH.sub("", plain)
    return any(_amounts().search(words) for words in (named, plain, bare)) or (
        _EACH.search(plain) is not None and bare == ""
    )


def _is_said_of(text: str, value: Measured, named: str) -> bool:
    """Whether it is told what so many of the things do, or what has the share is a rate or sum."""
    if has_size(named) or _amounts().search(named) or _changes().search(named):
        return True
    around = _AROUND.match(text, value.quantity.end)
    return around is None and _GOES_ON.match(text, value.end) is None


def _has_a_share(text: str, quantity: Quantity, named: str) -> bool:
    """Whether a share is that of what is named: a rate, a change, or so much of others."""
    plain = _FOR_EACH.sub("", named)
    if has_size(plain) or _PART_OF.search(plain):
        return True
    if _changes().search(plain) or _pays().search(plain):
        return True
    said = text[quantity.start : quantity.number]
    whole = _OF_WHAT.search(_limit_words().sub("", said))
    return whole is not None and not plain.endswith("的")
