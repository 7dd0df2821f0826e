"""Whether a measured value is aimed at, is the case already, or tells of whom a rule is.

Forms read::

    目前，城区总人口已达480万人                      the case: 目前, 已 right before the verb
    比重连续11年保持在50%以上                        the case: a run of years behind us
    一、实施背景 … 人口老龄化率达到24.9%              the case: a section that describes it
    对营业收入首次突破100亿元的企业                  tells which: 的, words in brackets before it
    行驶里程未达到60万千米但使用年限达到8年时         tells when: 时, and what is joined to it
    （所有权份额所占比例不得低于50%）的房产           tells which: a bracket as attribute
    当涨幅达到3%，启动机制；就业率达30%，可申请       tells when: 当, or what then is done or may be
    合格率达到80%以上，且就业率达到30%的，            tells which: 且 and the 的 of the next clause
    占总投资20%以上的项目、收入下降30%的企业          tells which: a part, a change
    95%以上的小学划片入学                            aimed at: a share of the schools
    持有房产份额50%以上的随迁子女                    tells which: 份额 is what is measured
    对民宿达20家以上、床位百张以上的，给予奖励       tells which: what then is given to them
    参照基准地价70%以上、能按不低于20%的比例录用      a rate by which something is done
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.dates import DATE
from graph.grammar.measure_words import forms_of
from graph.model import Operator

if TYPE_CHECKING:
    from graph.grammar.quantities import Quantity
    from graph.grammar.sentences import Stretch

SHARES = ("%", "‰", "个百分点")
_LONGEST_RATE = 14  # characters of 参照征地成本、基准地价 before its share
_RUN_OF_YEARS = re.compile(
    r"连续(?:\d{1,2}|[一二两三四五六七八九十多几]{1,3})(?:年|个月)"
    r"(?:来|都|均)?(?:保持|稳定|超过|达到?|居|实现)?在?[ ]?$"
)
_OF_LATE = re.compile(r"近[\d一二三四五六七八九十几两]{1,3}年(?:来|间|累计|，)")
_TO_YEAR = re.compile(rf"(?<!预计)(?<!预测)到[ ]?(?:{DATE.pattern})", re.VERBOSE)
_BRACKET = r"(?:（[^（）]{1,16}）)?"
# values of the same measure, and the other bound: 达到1000万元以上2000万元以下的
_FURTHER = r"(?:、\d[^，。；、的]{1,8})*(?:\d[\d.]*[万亿]?[\u4e00-\u9fff%]{1,3}以[下内])?"
_WHEN = r"时(?![间期段])"
# 达到20%以上且增速排名在全市前3的企业, 低20%以上或低于最低价的，: what is joined tells which too
_JOINED = re.compile(
    rf"{_BRACKET}(?:且|或|并|但)[^，。；]{{1,40}}?(?:的(?:[，；。：]|部分)|{_WHEN})"
)
_JOINED_OF = re.compile(rf"{_BRACKET}且[^，。；]{{1,40}}的")
_CLOSED = re.compile(r"[^，。；、（）]{0,8}）的")
_SHARE_OF_CASES = re.compile(
    rf"{_BRACKET}(?:的(?:[，；。：]|部分|要|应|须|$)|{_WHEN})", re.MULTILINE
)
_CASE_WORD = re.compile(r"[对凡]")
_ONCE = re.compile(r"当(?![年地前期日月事场代晚天季局选])")  # 当价格涨幅达到3%时
_CASE_ENDS = re.compile(r"(?:（[^（）]{1,12}）)?的[，；：]")
# 合格率达到80%以上，且培训期满后就业率达到30%的，
_GOES_ON = re.compile(r"[^，。；、（）]{0,6}，(?:且|并且|或者?)[^。；]{1,50}?的[，：；]")
# 涨幅达到6%，启动机制: what then is done, or may be
_THEN = re.compile(
    r"的?，(?:可以?(?!持续)|方可|即可|均可|则|按(?!照|时|期)|给予|予以|启动|视为|享受|认定为|评定为|奖励|补助|扣减?|加)"
)
# 对民宿达20家以上、床位百张以上且被认定的，给予投资方奖励
_GIFT_FOR = re.compile(r"(?:^|[，；])(?:对|凡)(?![接外口标应照比])[^；]*$")
_GIFT = re.compile(
    r"(?:(?![对凡])[^。；]){0,60}?的，(?:按照?[^，。；]{1,30}，)?(?:一次性)?(?:给予|予以|奖励|补助|补贴|奖补)"
)
_SHARE_IN = re.compile(r"占[^，。；、]{2,16}$")
_POINTS = re.compile(r"（\d{1,3}分）")
_CAP_WITHIN = re.compile(r"(?<!控制)(?<!保持)(?<!稳定)在[^在]*$")


@cache
def _any(key: str, before: str = "", behind: str = "") -> re.Pattern[str]:
    return re.compile(f"{before}(?:{forms_of(key)}){behind}")


@cache
def _attribute() -> re.Pattern[str]:
    nouns = forms_of("aim-noun")
    return re.compile(rf"{_BRACKET}{_FURTHER}(?:的(?![^，。；]{{0,4}}(?:{nouns}))|{_WHEN})")


def is_fact(text: str, sentence: Stretch, at: int, *, background: bool) -> bool:
    """Tell whether the value whose aim word stands at ``at`` is the case and no aim."""
    if _any("already", behind="$").search(text[sentence.start : at]):
        return True
    if _RUN_OF_YEARS.search(text[sentence.start : at]):
        return True
    if _OF_LATE.search(text, sentence.start, at) and not is_aimed(text, sentence.start, at):
        return True
    facts = [m.end() for m in _any("fact").finditer(text, sentence.start, at)]
    if not facts and not background:
        return False
    return not is_aimed(text, facts[-1] if facts else sentence.start, at)


def is_aimed(text: str, start: int, end: int) -> bool:
    """Tell whether a word of striving or a year to reach it by stands between the offsets."""
    striving = _any("aimed").search(text, start, end)
    return striving is not None or _TO_YEAR.search(text, start, end) is not None


def goes_on(text: str, end: int, *, striven: bool) -> bool:
    """Tell whether what is behind the words of a value makes a case of it.

    收购股份50%以上的，; also over a comma, where nothing is striven for: 且连续经营满6个月的，
    """
    if _CASE_ENDS.match(text, end):
        return True
    return not striven and _GOES_ON.match(text, end) is not None


def tells_which(
    text: str, quantity: Quantity, subject: str, clause: Stretch, *, striven: bool
) -> bool:
    """Tell whether a value says which ones a rule is for, when it applies, or at what rate.

    ``striven`` tells that its sentence or its section is one of aims.
    """
    share = quantity.unit in SHARES
    end = quantity.end
    if share and not quantity.aim and text[quantity.start - 1] == "经":  # 经90%以上被征收人同意
        return True
    takes_object = quantity.aim and _any("object-aim").match(text, quantity.start)
    plain_share = share and (not quantity.aim or takes_object)
    measured = (
        _any("measured", behind="$").search(subject) is not None
        or _SHARE_IN.search(text, clause.start, quantity.start) is not None
        or _any("change", behind="[ ]?$").search(text, clause.start, quantity.start) is not None
    )
    attribute = _SHARE_OF_CASES if plain_share and not measured else _attribute()
    if attribute.match(text, end) or _POINTS.match(text, end):
        return True
    once = _ONCE.match(text, clause.start) or (not striven and _THEN.match(text, end))
    if once or _is_joined(text, quantity, clause) or is_rewarded(text, quantity, clause):
        return True
    if not share or quantity.aim:
        return False
    if quantity.operator in (Operator.GT, Operator.LT):  # 资产负债率超过65%，要报告
        return not (striven or is_aimed(text, clause.start, quantity.start))
    return _is_rate(text, quantity, subject, clause)


def is_rewarded(text: str, quantity: Quantity, clause: Stretch) -> bool:
    """Whether a value says who is given something: 对民宿达20家以上、床位百张以上的，给予奖励."""
    if not _GIFT_FOR.search(text[clause.start : quantity.start]):
        return False
    return _GIFT.match(text, quantity.end) is not None


def _is_joined(text: str, quantity: Quantity, clause: Stretch) -> bool:
    """Whether what is joined to a value tells which ones: 20%以上且排名前3的企业."""
    end = quantity.end
    if _JOINED.match(text, end, clause.end):
        return True
    if _CASE_WORD.search(text, clause.start, quantity.start) and _JOINED_OF.match(text, end):
        return True
    opened = text.rfind("（", clause.start, end) > text.rfind("）", clause.start, end)
    return opened and _CLOSED.match(text, end) is not None


def _is_rate(text: str, quantity: Quantity, subject: str, clause: Stretch) -> bool:
    """Whether a share is one by which something is done: 按研发投入的3%以上, 120%以内确定."""
    times = r"照?(?:每[\u4e00-\u9fff]{1,2})?[ ]?$"  # 按照每天至少20%的抽样比例
    if _any("by", behind=times).search(text, clause.start, quantity.start):
        return True
    measured = _any("measured", behind="$").search(subject)  # 按时办结率 is measured
    if _any("by").match(subject) and len(subject) <= _LONGEST_RATE and not measured:
        return True
    within = text[quantity.start : quantity.end].endswith("内")
    return within and _CAP_WITHIN.search(subject) is not None
