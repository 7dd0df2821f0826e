"""Whether a value binds a case, a grant or a person, and is nothing to reach by measures.

An aim is what the side that issues a document wants to have reached. What a builder pays in, a
borrower may have or an employee has worked is set for each of them, though the verb be one of aims.

Forms read::

    申领条件放宽至参加失业保险12个月及以上            放宽, and 延长 of a time: whatever the date
    额度可在原规定基础上提高5个百分点、可上浮10%      可 before the verb of a change
    贷款额度上浮20%                                   上浮 and 下浮 move a rate
    按不低于计划总量的8%予以单列                      按 makes a rate of it
    给予中小企业不低于合同金额50%的预付款             what is given, paid in or handed over
    最高贷款额度由40万元提高至50万元                  what rules set for each: 贷款额度, 预留份额
    个人转让自用达五年以上、继续缴费达15年            how long somebody has done something
    贷款利率上浮比例不超过10%                         a cap of a 比例, 额度 or 标准

No case, grant or person is bound by::

    养老床位占比可达到60%、认可度提高10%、公共服务时间达到12小时以上
    到2025年，贷款额度提高到500亿元                   a time to reach it by (``wants``)
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.noun_behind import LASTING
from graph.grammar.measure_words import forms_of
from graph.model import Operator

if TYPE_CHECKING:
    from graph.extract.measured_value import Measured
    from graph.grammar.sentences import Stretch

_EASED = re.compile(r"放[宽开][到至为]")
_LENGTHENED = re.compile(r"延长")
_RATE = re.compile(r"[上下]浮[ ]?$")
_BY = re.compile(r"(?<![未从已不])按照?$")
_MAY = re.compile(
    r"(?<![许认不])可以?(?:[在按][^，。；、]{2,14}(?:基础上|标准))?(?:适当|相应|酌情|再|分别|最高|最多|一次性)*"
    r"(?:提[高至到]|增加|上[浮调]|下[浮调]|放[宽大]|延长|降[低至到]|减少|缩短|下降)[^，。；、]{0,6}$"
)
_PAID = re.compile(
    r"(?:给予|予以|发放|缴纳|交纳|缴存|缴清|缴足|缴付|支付|预付|垫付|返还|退还|抵扣)"
    r"(?:[^，。；、\d的]{0,10})$"
)
_OF_A_RATE = re.compile(r"(?:比例|额度|标准|限额|金额|价格)$")
_REACHED = re.compile(r"达[到至]?[ ]?$")


@cache
def _for_each() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('set-for-each')})(?:的?(?:比例|额度|份额|标准))?$")


@cache
def _has_a_length() -> re.Pattern[str]:
    nouns = "|".join(forms_of(key) for key in ("property", "sized", "set-by-rule"))
    return re.compile(f"(?:{nouns}|寿命|学时|课时|年龄|期|龄|数|[时课]长)$")


def binds(text: str, value: Measured, clause: Stretch, *, wants: bool) -> bool:
    """Tell whether a value binds a case, a grant or a person; ``wants``: it is striven for."""
    quantity = value.quantity
    ahead, said = text[clause.start : quantity.number], text[quantity.start : quantity.number]
    if _EASED.search(ahead) or (_LENGTHENED.match(said) and quantity.unit in LASTING):
        return True
    if _RATE.search(ahead) or _BY.search(text, clause.start, quantity.start):
        return True
    set_for_each = _MAY.search(ahead) or _for_each().search(value.subject)
    return not wants and (set_for_each is not None or _is_paid_or_done(text, value, clause))


def _is_paid_or_done(text: str, value: Measured, clause: Stretch) -> bool:
    """Whether a value is what somebody pays or gets, has done so long, or gets at most."""
    quantity = value.quantity
    paid = quantity.limited and not quantity.aim and not value.made
    if paid and _PAID.search(text, clause.start, quantity.start):
        return True
    floor = quantity.operator in (Operator.GTEQ, Operator.EQ)
    if quantity.unit in LASTING and floor and not value.made:
        reached = _REACHED.search(text, quantity.start, quantity.number) is not None
        return reached and not _has_a_length().search(value.subject)
    capped = quantity.operator in (Operator.LTEQ, Operator.LT) and not quantity.aim
    return capped and _OF_A_RATE.search(value.subject) is not None
