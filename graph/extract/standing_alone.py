"""Whether what a value measures can be read without its sentence.

A name that is stated is all that a reader has, so that a piece of a sentence is worse than none. It
is asked once, of the whole name and of the text on both sides of it.

Not stated are::

    规定列入…名单满一年、要优先解决…居住5年以上      it begins within a sentence
    租赁等方式按照每千人口不少于8个、收益中以        it ends before what it is about
    受到六个月以上停止执业处罚、可享受最长2年        a verb whose object stands behind the number
    未缴纳满三年社保的人员                            what is not done so long
    缴纳社保的区                                      a sign of a longer word: 区外人员
    两个以上法人或者其他组织                          one half of two
    完善500人以上岛屿交通条件                         what is not counted in persons

Stated are::

    居住5年以上、公示5个工作日                        what lasts so long
    招用3人以上                                       who is counted is the unit itself
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.measured_value import Form
from graph.extract.noun_behind import COUNTERS
from graph.grammar.amounts import AMOUNT
from graph.grammar.measure_words import forms_of

if TYPE_CHECKING:
    from graph.extract.measured_value import Measured

_BROKEN = re.compile(
    r"[%％](?!的|以[上下内])|[①-⑳<>]|^[（\-—]|之日起[^，]{1,5}[日月年]内|、$"
    r"|左右$|^\d[\d.]*[ ]?[万亿]?[户家个名]、|(?<![每单各当半本工生])[日月]$"
)
_BASE = re.compile(r"(?:超出|高出)[ ]?$")  # 超出|优惠标准10元以上部分: what is more than the base
_EACH_MORE = re.compile(r"每[\u4e00-\u9fff]{1,4}[ ]?\d+[ ]?[人个户家名]$")  # 每招用1人|奖励2000元
_NOT_DONE = re.compile(r"(?:未|没有|尚无|不曾)$")
_ONE_MORE = re.compile(r"的[\u4e00-\u9fff]$")
_PERSONS = ("人", "名", "户", "家", "位", "人次")
_OBJECT = re.compile(r"(?:（[^（）]*）)?[的、]?[\u4e00-\u9fff]{2}")
_ROW = re.compile(r"\d{1,2} [\u4e00-\u9fff]")  # 7 城市生态廊道达标率: the number of a row
_SEATED = ("座", "层")  # 非营运7座以下|小客车: a sort of what stands behind
_HALF = re.compile(rf"(?:或者?|以及|[和及与、])(?!{AMOUNT}|至少|[每各])[\u4e00-\u9fff]")
_LONGEST_BEFORE = 12  # characters before a name that deny it or say how often
_LONGEST_VERB = 4  # characters of a verb with its modal


@cache
def _begins() -> re.Pattern[str]:
    return re.compile(f"^(?:{forms_of('opens-no-name')})")


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('hangs-open')})$")


@cache
def _within() -> re.Pattern[str]:
    return re.compile(forms_of("in-no-name"))


@cache
def _persons() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('is-persons')})(?:（[^（）]*）)?$")


@cache
def _bare_verb() -> re.Pattern[str]:
    verbs = "|".join(forms_of(key) for key in ("takes-object", "governs", "no-subject"))
    return re.compile(f"(?!成立)(?:可以?|应当?|须|必须|要|已|将|与其|由其)?(?:{verbs})")


def stands_alone(text: str, value: Measured) -> bool:
    """Tell whether a reader knows what a value is of by its name alone, and it is not denied."""
    if value.form in (Form.CASE, Form.PENALTY):
        return True
    named = value.subject.replace(" ", "")
    if any(kind.search(named) for kind in (_BROKEN, _begins(), _ends(), _within())):
        return False
    seated = value.quantity.unit in _SEATED and value.form is Form.BEFORE
    if (seated or _ONE_MORE.search(named)) and _OBJECT.match(text, value.end):
        return value.made
    if _ROW.match(value.subject):
        return False
    if value.form is Form.BEHIND and _is_cut(text, value, named):
        return False
    whole = value.made or not _is_a_bare_verb(text, value, named)
    return whole and not _is_denied_or_one_of_each(text, value, named)


def _is_denied_or_one_of_each(text: str, value: Measured, named: str) -> bool:
    """Whether what stands before a name says that it is not done, or how often it is paid."""
    ahead = text[max(0, value.start - _LONGEST_BEFORE) : value.start]
    each = len(named) <= _LONGEST_VERB and _EACH_MORE.search(ahead) is not None
    return each or any(kind.search(ahead) for kind in (_NOT_DONE, _BASE))


def _is_cut(text: str, value: Measured, named: str) -> bool:
    """Whether things behind a number go on, or are not counted in persons or households."""
    unit = value.quantity.unit
    half = unit in COUNTERS and _HALF.match(text, value.end) is not None
    return half or (unit in ("人", "户") and _persons().search(named) is None)


def _is_a_bare_verb(text: str, value: Measured, named: str) -> bool:
    """Whether a name is a verb whose object stands behind the number: 受到六个月以上处罚."""
    if len(named) > _LONGEST_VERB or not _bare_verb().fullmatch(named):
        return False
    end = value.quantity.end
    return value.quantity.unit not in _PERSONS and _OBJECT.match(text, end) is not None
