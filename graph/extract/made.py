"""What a verb of making or doing counts: the number of things that are to be there.

Forms read::

    建成50个智能车间                              the number before the thing
    打造特色街区5条、培育品牌20个以上             the number behind it
    建成8个现代农业园区和30个智慧农场             several things of one verb
    新建温室大棚2000座、冷库30个
    带动就业1万人以上、引进资金10亿元             people, and money of a verb that can move it

No things are counted by::

    建设单位、培训机构应配备教师5名以上           the verb is part of a name
    培训100人以上的机构                           the number tells which ones
    建设用地每亩不低于300万元                     what is counted is measured, not made
    打造一支队伍、九年一贯制学校                  一 counts nothing
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.counted_things import (
    ADVERBS,
    is_attribute,
    is_making,
    thing_before,
    thing_behind,
)
from graph.grammar.cues import firsts
from graph.grammar.dates import DATE
from graph.grammar.measure_words import forms_of, written
from graph.grammar.quantities import find_quantities
from graph.grammar.times import YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.grammar.quantities import Quantity
    from graph.grammar.sentences import Stretch

_TIMES = (
    "年", "月", "个月", "日", "天", "工作日", "个工作日", "小时", "个小时", "分钟", "周岁", "岁",
    "周年", "学年", "个年度", "分",
)  # fmt: skip
_MONEY = ("元", "万元", "亿元")
_SHARES = ("%", "％", "‰", "个百分点", "百分点", "倍", "‱", "")
_JOINS = re.compile(r"、|以及|和|及|与")
_BODY = re.compile(r"单位|机构|部门|主体|厅|局|委|集团|公司|银行|兵团")
# 生态保护修复试点, 全科医生转岗培训300人: no verb
_PART_OF_A_NAME = ("保护", "保护和", "保护与", "转岗", "规范化")
# 技能培训人数达到2000人次 has what is measured, and no verb
_NOMINAL = re.compile(
    r"(?:人[数次]|面积|数量|总量|规模|时间|[学课]时|经费|覆盖|[\u4e00-\u9fff]{0,2}率)"
    r"(?=达|不[少低得超]|突破|超过|提|增|保持|控制|[要应])"
)
# 住院医师规范化培训学员1530人: the verb is part of what they are
_TRAINED = re.compile(r"学员|对象|名额|计划")
_IN_A_NAME = re.compile(r"[\u4e00-\u9fff]{3}$")
_NO_NUMBER = re.compile(r"[零〇]|[一二](?![零一二两三四五六七八九十百千万亿])")
_LISTED = re.compile(r"[、和及与] ?$")
_REACH = re.compile(r"半径|范围|以?内")
_LENGTHS = ("米", "公里", "千米", "里", "海里")
_HOLDS = ("举办", "承办", "举行", "召开")
# what one of many does, or each year: no total
_EACH = re.compile(
    r"(?P<each>(?:全[省市县区国])?\d[\d.]*[%％]以上的?[\u4e00-\u9fff]{2,8}(?=$)|每(?:半?年|[\u4e00-\u9fff]{1,3}?(?:（[^（）]{1,8}）)?|季度|学期)|[人户年]均)"
    r"(?:都|均|要|应当?|须|需|可|将|再|新|至少|最少|最多|力争|争取|[ ])*$"
)


@cache
def _does_itself() -> re.Pattern[str]:
    return re.compile(rf"(?:{forms_of('head-noun')})(?:{forms_of('object-aim')})")


@dataclass(frozen=True, slots=True)
class Made:
    """A number of things, the verb with the thing, and the stretch that states both."""

    quantity: Quantity
    subject: str
    start: int
    end: int


@cache
def _verbs() -> re.Pattern[str]:
    makes = f"(?:{forms_of('object-aim')})"
    words = (word for key in ("makes-alone", "object-aim", "does") for word in written(key))
    return re.compile(
        rf"(?=[{firsts(words)}])(?:(?P<alone>{forms_of('makes-alone')})(?=[\d ])"
        rf"|(?P<makes>(?<!公(?=开发)){makes}(?:(?:或者?|和|及|、|并){makes})?)|(?P<does>{forms_of('does')}))"
    )


def making_verb(text: str, quantity: Quantity) -> str:
    """Return the verb of making that stands before the limit of a value: 培训不少于3人."""
    found = re.match(
        rf"(?:{forms_of('object-aim')})(?![到至为])", text[quantity.start : quantity.number]
    )
    limited = found and quantity.start + found.end() < quantity.number
    return found.group() if found and limited else ""


@cache
def _moves_money() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('moves-money')})")


def find_made(text: str, clause: Stretch) -> Iterator[Made]:
    """Yield the numbers of things in a clause, each with its verb and thing."""
    verbs = list(_verbs().finditer(text, clause.start, clause.end))
    counted = list(_counts(text, clause)) if verbs else []
    if not counted:
        return
    at = clause.start
    for verb in verbs:
        noun = verb["does"] or text.startswith("、", verb.end())  # 持续发展、满意度等4个方面
        if noun and _has_subject(text[clause.start : verb.start()]):
            continue
        if _BODY.match(text, verb.end()) or text.endswith("每", 0, verb.start()):
            continue  # 省建设厅、发展改革委; 每吸纳1人给予1000元
        words = text[clause.start : verb.start()]
        trained = _TRAINED.match(text, verb.end()) and _IN_A_NAME.search(words)
        if (
            trained
            or words.endswith(_PART_OF_A_NAME)
            or (_NOMINAL.match(text, verb.end()) and _has_subject(words))
        ):
            continue
        if verb.start() < at or text.startswith(("了", "的", "过"), verb.end()):
            continue
        behind = [each for each in counted if each.number >= verb.end()]
        each = _EACH.search(text, at, verb.start())
        for made in _things(text, clause, verb, behind):
            at = made.end
            if each:  # 每年培训, 每个县建设
                yield replace(made, subject=each["each"] + made.subject, start=each.start())
            else:
                yield made


@cache
def _lead() -> re.Pattern[str]:
    ahead = "|".join(forms_of(key) for key in ("leading", "adverb", "aimed"))
    return re.compile(
        rf"(?:{ahead}|[到至在自]|{YEAR}|[“”]?十[一二三四五六七八九]五[“”]?|\d{{1,2}}月|年?[底末初中]|之?前|以前|期间|起"
        rf"|今后|未来|[\d一二三四五六七八九十]{{1,3}}年内?|[上下]半年|第?[一二三四]季度|全[省市县区州盟旗]|各[县市区]|再|新|年均|每年"
        r"|[ ，、—“”（）])+"
    )


def _has_subject(words: str) -> bool:
    """Whether more than a time and words of striving stands before a verb: 每千名儿童配备医生."""
    return bool(words) and _lead().fullmatch(words) is None


def _counts(text: str, clause: Stretch) -> Iterator[Quantity]:
    for quantity in find_quantities(text, clause.start, clause.end, bare=True):
        dated = DATE.search(text, quantity.start, quantity.end)
        if quantity.unit not in _TIMES and not dated and not quantity.turn:
            yield quantity


def _things(
    text: str, clause: Stretch, verb: re.Match[str], behind: Sequence[Quantity]
) -> Iterator[Made]:
    """Yield the things of a verb, in the order in which the first of them is written."""
    if not behind:
        return
    first = behind[0]
    if verb["alone"]:  # 营造林30万亩: the verb says what is made
        if first.number - verb.end() <= 1:
            yield Made(first, verb.group(), verb.start(), first.end)
        return
    between = text[verb.end() : max(first.start, verb.end())]
    thing = ADVERBS.sub("", between)
    none = not thing.strip(" 个各")
    listed = _LISTED.search(thing)
    # 登记和两个认定工作, 整治和2公里改造工作
    behind = () if listed and thing[-1] != "、" and not _is_a_count(text, first) else behind
    # 完成基础电信企业、50家重点互联网企业…检查
    read = thing_behind if none or listed else thing_before
    at, start = (first.start if listed else verb.end()), verb.start()
    for quantity in behind:
        own = quantity.aim and not is_making(text[quantity.start : quantity.number])
        if own and quantity is not first:  # …50个、认证品牌稳定在300个: it has its own verb
            return
        if not _can_be_counted(text, verb, quantity, before=read is thing_before):
            return
        if read is thing_before and is_attribute(text, quantity, at):  # 进出口额5亿元以上企业5家
            continue
        made = read(text, clause, quantity, at, verb.group())
        # 、5家企业建设零碳工厂 has its own verb
        if made is None or (quantity is not first and _does_itself().match(made[0])):
            return
        noun, end = made
        yield Made(quantity, verb.group() + noun, min(start, quantity.start), end)
        joined = _JOINS.match(text, end, clause.end)
        if joined is None:
            return
        at = start = joined.end()


def _is_a_count(text: str, quantity: Quantity) -> bool:
    return text[quantity.number].isdigit() and quantity.unit not in _LENGTHS


def _can_be_counted(text: str, verb: re.Match[str], quantity: Quantity, *, before: bool) -> bool:
    if quantity.unit in _SHARES:
        return quantity.unit == "%" and not before and verb["makes"] is not None
    if quantity.unit in _MONEY and not _moves_money().fullmatch(verb.group()):
        return False
    within = quantity.unit in _LENGTHS and text[quantity.end - 1] in "内围"  # 两侧200米范围内
    session = quantity.unit == "届" and verb.group() not in _HOLDS  # 十六届三中全会
    if within or session or _REACH.match(text, quantity.end):  # 500米半径内有绿地
        return False
    one = _NO_NUMBER.match(text, quantity.number)
    return one is None  # 打造一支队伍, “零门槛”, 二次登录 count nothing
