"""Whether a measured value is a target, a condition, or neither: one rule, asked in this order.

1.  It tells *which ones* a rule is for, *when* it applies or *at what rate* something is done
    (:func:`graph.extract.aimed.tells_which`), it is an age, or a 满 makes its limit: a condition.
    年满16周岁, 连续居住满二年, 营业收入达到1亿元的企业, 存活率低于50%的，
2.  It is so already, or is said of what has passed: neither.
    截至2020年底覆盖率达到90%, 近3年来累计减免税费超过20亿元, all of a section 工作成效
3.  It is striven for: a target. To strive is a time to reach it by, in the same sentence or in
    the one that a ； ends before it (到2025年, 2022年底前, 今后三年), a word (力争, 确保), or a
    section of aims (发展目标, 主要指标). In an article of a statute and in a section of rules only
    a time or 力争 is one: 确保…不少于 is a rule there.
    到2023年，每千名老人配备护理员不低于3人; 力争帮扶人员不少于1人; but what somebody is granted
    is no aim: 给予最高不超过50万元奖励
4.  A rule sets it: a condition. That is said by the modal word of a limit (不得, 应当, 必须,
    原则上), by an article (第三条; but 占比提高到60% changes something), by a section of rules
    (准入条件, 资格要求, 补偿标准), by a measure that rules set (首付比例, 费率, 坡度), and by a
    verb that moves a limit (放宽至).
    裁员率不得高于20%, 登记期限放宽至6个月
5.  Else the words say it: a verb of making or of an aim (建成, 提高到, 压缩至) and the rate of an
    outcome (参保率, 满意度) make a target; every other limit is a condition.
    户籍人口城镇化率提高到45%, 办结率不低于95%; but 间距不足50米

A value that no word limits (培育企业20家, 农民人均增收1500元) is a target by 3 and by nothing else,
unless its number stands right behind its verb (建成50个智能车间).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.aimed import SHARES, goes_on, is_aimed, is_fact, is_rewarded, tells_which
from graph.extract.bound_values import binds
from graph.extract.measured_value import Form
from graph.extract.noun_behind import COUNTERS, LASTING
from graph.extract.striven_times import BARE_YEAR, COMPARED_WITH, is_past, passed, strives
from graph.grammar.dates import find_dates
from graph.grammar.measure_words import forms_of
from graph.model import Condition, Operator, Target

if TYPE_CHECKING:
    import datetime as dt

    from graph.extract.measured_value import Measured
    from graph.extract.value_settings import Setting
    from graph.grammar.quantities import Quantity
    from graph.grammar.sentences import Stretch

_AGES = ("周岁", "岁")
_MONEY = ("元", "万元", "亿元")
_FULL = re.compile(r"[年已未不]?满")
_LIMIT = re.compile(r"不|至少|最|[≥≤]")
_MODAL = re.compile(
    r"(?:不得|不能|不应|不可|不准|应当?|必须|须|严禁|原则上|一般|需(?!求))[^，。；]{0,12}$|(?:不得|不能|不应|不可)[\u4e00-\u9fff]{2}"
)
_BINDS = re.compile(r"原则上|应当|必须|不得|(?<!无)须|预留|一律")
_DONE = re.compile(r"[\u4e00-\u9fff]了(?![解结])")  # 提高了补助标准
_SET = ("放", "延", "调整", "下调", "上调", "降为", "减为")  # 由11%调整为8%: a rule says so
_DUTY = re.compile(r"应当?|必须|须|不得|[对凡若如]|(?:符合|满足|具备)")
_HAPPENED = re.compile(r"(?:以来|近[\d一二三四五六七八九十几]{1,2}年|去年|今年|截至)[^。；]*发生")
_STRICT = re.compile(r"不得|不应|不可|不准|必须")
_OF_A_LIST = ("项", "个", "类", "种")  # a count of what a list has named
_KINDS = ("种", "类", "方面", "点", "层")
_PART_OF = re.compile(r"占[\u4e00-\u9fffA-Z]{2,16}的?$")  # 增加值占全市生产总值
_CHANGE = "提增升降压减缩扩拓"  # 占比提高到60%: what changes is aimed at, in an article too
_EASED = re.compile(r"(?:放宽|延长|放开|调整|提高|降低|下调|上调|降|减)[至到为]$")
_GRADE = re.compile(r"[ ]?(?:[\d.]+[万亿]?[人户名元辆头亩]以下)?的(?:[，。；]|$)", re.MULTILINE)
_SCORED = re.compile(r"[的]?，?(?:每[^，。；]{1,4})?(?:得|加|扣|计|记)\d")  # 建成1幢以上得10分
_MAY = re.compile(r"(?<![许认不])可以?(?:适当|相应|酌情|再)?[ ]?$")  # 额度可提高至1000万元


@cache
def _any(key: str, behind: str = "") -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of(key)}){behind}")


@cache
def _rising() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('measured')})(?:平均)?(?:{forms_of('change')})?$")


def _bound(text: str, whole: Stretch, quantity: Quantity) -> bool:
    """Whether a share with 不低于 or 不高于 stands in a sentence that binds or reserves."""
    limit = _LIMIT.search(text, quantity.start, quantity.number)
    return limit is not None and _BINDS.search(text, whole.start, quantity.start) is not None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with values: where it starts, and whether one before it strives for its own."""

    text: str
    whole: Stretch
    setting: Setting
    issued: dt.date | None
    carried: bool = False
    told: bool = False  # a sentence before it, in its paragraph, tells of a year that is past

    def kind_of(self, value: Measured, clause: Stretch) -> type[Condition | Target] | None:
        """Return what a value is: see the module."""
        text, quantity = self.text, value.quantity
        graded = _GRADE.match(text, quantity.end) if value.made else None  # 转移人员5000人以上的；
        aims = self.setting.aims or self._wants(value)
        which = (
            graded
            or goes_on(text, value.end, striven=aims)
            or (not value.made and tells_which(text, quantity, value.subject, clause, striven=aims))
        )
        which = which or _SCORED.match(text, quantity.end) is not None
        whom = text.endswith("对", 0, value.start) or is_rewarded(text, quantity, clause)
        for_whom = value.made and quantity.limited and whom
        which = which or for_whom or quantity.unit == "℃"  # 对带动就业10人以上的
        if which or self._of_somebody(value) or quantity.unit == "层":
            return Condition if quantity.limited and not self._reported(value) else None
        if self._is_so(value):
            return None
        if self._given(value) or binds(text, value, clause, wants=self._wants(value)):
            return Condition if quantity.limited or quantity.aim else None
        if self._striven(value, clause):
            return Target
        ruled = self._ruled(value, clause)
        if not quantity.limited:  # 形成两种意见 tells of something
            ahead = text[value.start : quantity.start].rstrip()  # 备案、交易、登记三项业务
            listed = "、" in ahead and not ahead.endswith("等") and quantity.unit in _OF_A_LIST
            stands_alone = value.made and value.adjacent and not listed
            stands_alone = stands_alone and quantity.unit not in _KINDS
            return Target if stands_alone and not ruled else None
        outcome = quantity.unit in SHARES and self._is_outcome(value)
        aimed = value.made or quantity.aim or outcome or self._changes(value)
        aimed = aimed or self._makes(value)
        return Target if aimed and not ruled else Condition

    def _reported(self, value: Measured) -> bool:
        """Whether what stands before the provisions tells of what has happened: 以来发生的."""
        text, start, at = self.text, self.whole.start, value.quantity.start
        return self.setting.background and _HAPPENED.search(text, start, at) is not None

    def _wants(self, value: Measured) -> bool:
        """Whether a time to reach it by, or 力争, stands before a value."""
        at = value.quantity.number
        return self.carried or strives(self.text, self.whole.start, at, self.issued)

    def _changes(self, value: Measured) -> bool:
        """Whether a rise or fall is said to come to so much: 材料减少60%以上."""
        at = value.quantity.start
        words = value.form is Form.BEFORE and value.quantity.unit in SHARES
        return words and _any("change", "[ ]?$").search(self.text, value.start, at) is not None

    def _makes(self, value: Measured) -> bool:
        """Whether a plan tells of so many things to be made or held: 组织30场以上展会."""
        quantity, named = value.quantity, value.subject
        floor = quantity.operator in (Operator.GTEQ, Operator.GT)
        counts = floor and quantity.unit in (*COUNTERS, *_MONEY) and self._ends(value.end)
        each = "每" in named or "一年" in named or quantity.unit == "次"
        if not counts or each or self.setting.article or self.setting.rules:
            return False
        told = _DUTY.search(self.text, self.whole.start, value.start) is not None
        verbs = "moves-money" if quantity.unit in _MONEY else "makes-things"
        return not told and _any(verbs).match(named) is not None

    def _given(self, value: Measured) -> bool:
        """Whether a value is what is granted: a condition, whatever year stands beside it."""
        granted = _any("grant", behind="(?:金额|额度|资金|总额|限额|支持)?$").search(value.subject)
        quantity = value.quantity
        money = quantity.unit in (*_MONEY, *LASTING, "个年度") or (
            quantity.unit in SHARES and not quantity.aim
        )
        given = (granted is not None or value.subject.endswith("支持")) and money
        return given and quantity.limited and not self.setting.background

    def _of_somebody(self, value: Measured) -> bool:
        """Whether a value is an age or how long somebody has done something."""
        quantity = value.quantity
        full = _FULL.search(self.text, quantity.start, quantity.number)
        age = quantity.unit in _AGES and not value.subject.endswith("寿命")
        return age or full is not None

    def _is_so(self, value: Measured) -> bool:
        text, at = self.text, value.quantity.number
        if _LIMIT.search(text, value.quantity.start, at):  # 最高不超过, 不少于: no fact says so
            return False
        compared = COMPARED_WITH.search(text, self.whole.start, at) is not None
        if compared and not (self.setting.aims or self._wants(value)):
            return True
        modal = _MODAL.search(text, self.whole.start, at) is not None
        ruled = modal or self.setting.rules or self.setting.article
        done = _DONE.search(text, self.whole.start, at) and self._is_past(value)
        if ruled and not self.setting.background and not done:
            return False
        if is_fact(text, self.whole, value.quantity.start, background=self.setting.background):
            return True
        past = self._is_past(value)
        dated = next(find_dates(text, self.whole.start, at), None)
        aimed = dated or is_aimed(text, self.whole.start, at)
        past = past or (self.told and not aimed and (value.made or value.quantity.aim))
        return past and not strives(text, self.whole.start, at, self.issued)

    def _is_past(self, value: Measured) -> bool:
        return passed(self.text, self.whole.start, value.start, self.issued)

    def _striven(self, value: Measured, clause: Stretch) -> bool:
        """Whether a value is to be reached, and says so in the way that aims are written."""
        text, quantity = self.text, value.quantity
        wants = self._wants(value)
        if self._only_limits(value, wants=wants):
            return False
        strict = _STRICT.search(text, clause.start, quantity.number)
        if strict and not strives(text, clause.start, quantity.number, self.issued):
            return False  # 已经纳入的，权重不应低于4%
        if wants:
            return True
        if self.setting.article or self.setting.rules:
            return False
        wished = _any("aimed").search(text, self.whole.start, quantity.number)
        return self.setting.aims or wished is not None or self._this_year(value)

    def _only_limits(self, value: Measured, *, wants: bool) -> bool:
        """Whether a value tells which ones or how many may be, and is nothing to reach."""
        quantity = value.quantity
        if quantity.operator is Operator.LT and not quantity.aim:
            return not wants
        plain = not (
            value.made or quantity.aim or quantity.start < quantity.number
            or not quantity.limited or quantity.unit in SHARES
        )  # fmt: skip
        if plain and not self._ends(quantity.end) and not self._done(value):
            return True  # 居住5年以上和举家迁徙的
        capped = quantity.operator is Operator.LTEQ and not quantity.aim
        of_another = "的" in self.text[quantity.start : quantity.number]
        return capped and of_another and not self._is_outcome(value)  # 不超过招生计划的8%

    def _done(self, value: Measured) -> bool:
        """Whether a value counts the object of a verb, with the verb: 梳理80种以上清单."""
        ahead = self.text[value.start : value.quantity.start].strip()
        limit = _LIMIT.search(self.text, value.quantity.start, value.quantity.number)
        behind = value.form is Form.BEHIND and limit is None and "每" not in value.subject
        return behind and len(ahead) > 1 and value.subject.startswith(ahead[:2])

    def _this_year(self, value: Measured) -> bool:
        """Whether a year that is not past begins the sentence of what is made: 2022年新建5所."""
        text = self.text
        opening = BARE_YEAR.match(text, self.whole.start, value.quantity.number)
        if opening is None or not (value.made or value.quantity.aim):
            return False
        return not is_past(text, *opening.span(), self.issued)

    def _ends(self, end: int) -> bool:
        ends = self.text[end : self.whole.end].lstrip(" ")
        return not ends or ends[0] in "，。；\n（"

    def _ruled(self, value: Measured, clause: Stretch) -> bool:
        text, quantity = self.text, value.quantity
        changed = quantity.aim and text[quantity.start] in _CHANGE
        raised = changed and quantity.operator in (Operator.GTEQ, Operator.GT)
        if self.setting.rules or (self.setting.article and not changed):
            return True
        if _MODAL.search(text, clause.start, quantity.number) or _MODAL.search(
            text, clause.start, quantity.start
        ):
            return True
        if quantity.unit in SHARES and not quantity.aim and _bound(text, self.whole, quantity):
            return True
        eased = _EASED.search(text, quantity.start, quantity.number)
        ruled = _any("set-by-rule", behind="$").search(value.subject)
        if _MAY.search(text, clause.start, quantity.start):
            return True
        return (ruled is not None and not raised and not value.made) or (
            eased is not None and text[quantity.start : quantity.number].startswith(_SET)
        )

    def _is_outcome(self, value: Measured) -> bool:
        """Whether a share is the rate of an outcome, or of a whole: 95%以上的小学."""
        if _rising().search(value.subject) or _PART_OF.search(value.subject):
            return True
        floor = value.quantity.operator in (Operator.GTEQ, Operator.GT, Operator.EQ)
        ahead = self.text[value.start : value.quantity.start].strip()
        if value.form is Form.BEHIND and value.subject.startswith(ahead):  # 全市85%以上农户
            return floor
        return floor and self.text.startswith("的", value.quantity.end)
