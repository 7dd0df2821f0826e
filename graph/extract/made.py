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

from graph.extract.noun_phrase import noun_behind
from graph.grammar.cues import firsts
from graph.grammar.dates import DATE
from graph.grammar.measure_words import forms_of, written
from graph.grammar.quantities import find_quantities
from graph.grammar.times import YEAR
from graph.model import Operator

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
_SHORTEST, _LONGEST = 2, 26  # characters of a thing
_JOINS = re.compile(r"、|以及|和|及|与")
_ADVERBS = re.compile(
    r"^(?:确定|认定|全[省市县区国州]|我[省市县区]|出|各(?![类级种项])|约|共|再|累计|不|新|超过|至少|成)+|(?:各|约|共|合计|累计|至少|总计|分别|不|各类)+$"
)
_OBJECT = re.compile(
    r"(?:以上|左右|余|多)?的?(?P<noun>(?:[^，。；：\d]{1,40}?的)?(?!\d)[\u4e00-\u9fffA-Za-z0-9“”+\-]{2,24}?)"
    r"(?=[，。；：、（）和及与]|以及|以上|以内|左右|$)"
)
# 建设单位, 培训机构, 建设用地每亩: the verb is part of a name, or what follows is no thing
_NAME = re.compile(
    r"站|员|[\u4e00-\u9fff]{0,2}(?:单位|机构|部门|主体|用地|区(?!域)|商|期(?!刊)|范围|面积|种类|金额|时间|成本|者|费|率|额|条件|标准|资金(?!\d)|厅|局|委|部(?!分)|集团|公司|银行|兵团)"
)
_COUNT = re.compile(r"\d[\u4e00-\u9fff]$")
_BODY = re.compile(r"单位|机构|部门|主体|厅|局|委|集团|公司|银行|兵团")
_NO_NUMBER = re.compile(r"[零〇]|[一二](?![零一二两三四五六七八九十百千万亿])")
_LISTED = re.compile(r"[、和及与] ?$")
_NO_THING = re.compile(
    r"[每比占按可应须得未率）]|的$|(?:人|户|年)均|\d ?[-—~～至到]?$|不[超低少得高足满]"
    r"|以下|如下|下列|上述|任务是|目标是|必须|需要|要求|属于|用于|经|符合|已|达|年内|[为对由](?!主|外)"
)
_GOAL = re.compile("的(?:目标|任务|要求|规模)$")
_REACH = re.compile(r"半径|范围|以?内")
_HELD = ("期", "场", "次", "轮", "届", "场次")  # 264期带头人和大学生村官培训班
# 名额用于招聘教师, 毕业生充实到农技推广机构: a verb ends the thing
_GOES_ON = re.compile(r"用于|充实|到(?!期)|从事|担任|参加|参与|进行|开展|面向|给|向")
# what one of many does, or each year: no total
_EACH = re.compile(
    r"(?P<each>每(?:半?年|[\u4e00-\u9fff]{1,3}?(?:（[^（）]{1,8}）)?|季度|学期)|[人户年]均)"
    r"(?:都|均|要|应当?|须|需|可|将|再|新|至少|最少|最多|力争|争取|[ ])*$"
)
_BEHIND = re.compile(r"(?:左右|余|多)?(?:（[^（）]*）)?(?!的(?!任务|目标|规模))")


_PARTS = re.compile(r"方面|层面|维度|环节|阶段|步骤|半天")
_TELLS = re.compile(r"[为是达有]$")  # 解决3279座水库隐患的工程量为：
_MADE_UP = re.compile(r"[^，。；]{0,14}(?:构成|组成)")
_PAYMENT = re.compile(
    r"结算|核算|计算|计发|发放|报销|支付|缴纳|缴费|征收|处罚|罚款|奖励|补助|补贴|支持|扣除"
)
_DONE = re.compile(r"竣工|开工|投产|达产|完工|续建|新建|在建")


@cache
def _does_itself() -> re.Pattern[str]:
    return re.compile(rf"(?:{forms_of('head-noun')})(?:{forms_of('object-aim')})")


@cache
def _thing() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('counted-thing')})$")


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


def _is_making(words: str) -> bool:
    return bool(words) and re.fullmatch(forms_of("object-aim"), words.strip()) is not None


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
    thing = _ADVERBS.sub("", between)
    none = not thing.strip(" 个各")
    listed = _LISTED.search(thing)  # 完成基础电信企业、50家重点互联网企业…检查
    read = _thing_behind if none or listed else _thing_before
    at, start = (first.start if listed else verb.end()), verb.start()
    for quantity in behind:
        own = quantity.aim and not _is_making(text[quantity.start : quantity.number])
        if own and quantity is not first:  # …50个、认证品牌稳定在300个: it has its own verb
            return
        if not _can_be_counted(text, verb, quantity, before=read is _thing_before):
            return
        made = read(text, clause, quantity, at)
        # 、5家企业建设零碳工厂 has its own verb
        if made is None or (quantity is not first and _does_itself().match(made[0])):
            return
        noun, end = made
        yield Made(quantity, verb.group() + noun, min(start, quantity.start), end)
        joined = _JOINS.match(text, end, clause.end)
        if joined is None:
            return
        at = start = joined.end()


def _can_be_counted(text: str, verb: re.Match[str], quantity: Quantity, *, before: bool) -> bool:
    if quantity.unit in _SHARES:
        return quantity.unit == "%" and not before and verb["makes"] is not None
    if quantity.unit in _MONEY and not _moves_money().fullmatch(verb.group()):
        return False
    if _REACH.match(text, quantity.end):  # 500米半径内有绿地
        return False
    one = _NO_NUMBER.match(text, quantity.number)
    return one is None  # 打造一支队伍, “零门槛”, 二次登录 count nothing


def _thing_behind(
    text: str, clause: Stretch, quantity: Quantity, at: int
) -> tuple[str, int] | None:
    """Return the thing behind a number that stands at ``at`` but for adverbs: 30个智慧农场."""
    between = text[at : max(at, quantity.start)]
    if _ADVERBS.sub("", between).strip(" 个各"):
        return None
    limits = text.startswith("的", quantity.end) and quantity.operator is not Operator.EQ
    found = _OBJECT.match(text, quantity.end, clause.end)
    shorter = noun_behind(text, quantity.end, clause.end) if found else None
    if found is None or limits or _COUNT.search(found["noun"]):  # 3000平方米以上公共绿地12块
        return None
    if _is_no_object(text, quantity, found["noun"]):
        return None
    longer = shorter is not None and shorter[1] > found.end()
    held = quantity.unit in _HELD
    shared = text[found.end() : found.end() + 1] in tuple("、和及与（以")
    shared = shared and not _thing().search(found["noun"])  # 旱涝保收、高产稳产农田
    on = shorter and _GOES_ON.match(found["noun"], len(shorter[0]))
    if shorter and ((longer and (held or shared)) or on):
        return shorter[0], shorter[1]
    noun = _GOAL.sub("", found["noun"])
    return noun, found.end() - len(found["noun"]) + len(noun)


def _is_no_object(text: str, quantity: Quantity, noun: str) -> bool:
    """Whether nothing is made that has the number: 由4个方面构成, 增加600元结算."""
    if _PARTS.match(noun) or _TELLS.search(noun) or _MADE_UP.match(text, quantity.end):
        return True
    return quantity.unit in _MONEY and _PAYMENT.fullmatch(noun) is not None


def _no_thing(thing: str) -> bool:
    named = _NAME.match(thing) or _NO_THING.search(thing) or _DONE.fullmatch(thing)
    return named is not None or thing in written("takes-object")


def _thing_before(
    text: str, clause: Stretch, quantity: Quantity, at: int
) -> tuple[str, int] | None:
    """Return the thing between ``at`` and its number: 特色街区5条."""
    ahead = text[quantity.start : quantity.number]
    stop = quantity.number if quantity.start >= at and _is_making(ahead) else quantity.start
    thing = _ADVERBS.sub("", text[at : max(at, stop)])  # 低效林改造6万亩
    if not _SHORTEST <= len(thing) <= _LONGEST or _no_thing(thing):
        return None
    behind = _BEHIND.match(text, quantity.end, clause.end)
    if behind is None:
        return None
    whole = _OBJECT.match(text, quantity.end, clause.end) if "、" in thing else None
    if whole and _is_no_object(text, quantity, whole["noun"]):
        return None
    if whole:  # 稻米、油料、果蔬3个产业链: the list tells which three
        return thing.strip() + whole["noun"], whole.end()
    return thing.strip(), quantity.end
