"""The thing that a number counts, behind it or before it.

Forms read::

    30个智慧农场、特色街区5条                      right behind the number, or right before it
    100家供应链创新与应用示范企业                  up to the head that both share
    10个以上示范基地、示范园区或示范区             as many of all of them together
    组织1万名毕业生参加见习                        with what they are to do
    264期带头人和大学生村官培训班                  held so often
    1亩以上经济林的目标                            without the goal that it is

No thing is counted by::

    由4个方面构成、增加600元结算、3000户以上大型社区规模调整、站40个
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from graph.extract.noun_phrase import has_size, noun_behind
from graph.grammar.measure_words import forms_of, written
from graph.model import Operator

if TYPE_CHECKING:
    from graph.grammar.quantities import Quantity
    from graph.grammar.sentences import Stretch

_MONEY = ("元", "万元", "亿元")
_SHORTEST, _LONGEST = 2, 26  # characters of a thing
ADVERBS: Final = re.compile(
    r"^(?:确定|认定|全[省市县区国州]|我[省市县区]|出|各(?![类级种项])|约|共|再|累计|不|新(?![\u4e00-\u9fff]{2})|超过|至少|成)+|(?:各|约|共|合计|累计|至少|总计|分别|不|各类)+$"
)
_OBJECT = re.compile(
    r"(?:以上|左右|余|多)?的?(?P<noun>(?:[^，。；：\d]{1,40}?的)?(?!\d)(?:[\u4e00-\u9fffA-Za-z0-9“”+\-]"
    r"|（[\u4e00-\u9fff、]{1,6}）(?=[\u4e00-\u9fff]{2})){2,24}?)"
    r"(?=[，。；：、）和及与]|（(?![\u4e00-\u9fff、]{1,6}）[\u4e00-\u9fff]{2})|以及|以上|以内|左右|$)"
)
# 建设单位, 培训机构, 建设用地每亩: the verb is part of a name, or what follows is no thing
_NAME = re.compile(
    r"站|员|[\u4e00-\u9fff]{0,2}(?:单位|机构|部门|主体|用地|区(?!域)|商|期(?!刊)|范围|面积|种类|金额|时间|成本|者|费|率|额|条件|标准|资金(?!\d)|厅|局|委|部(?!分)|集团|公司|银行|兵团)"
)
_COUNT = re.compile(r"\d[\u4e00-\u9fff]$")
_NO_THING = re.compile(
    r"^[和并及与]|[每比占按可应须得未率）]|的$|(?:人|户|年)均|\d ?[-—~～至到]?$|不[超低少得高足满]"
    r"|给予|予以|奖励|补助|^(?:覆盖|涵盖|包括|包含)|并[\u4e00-\u9fff]{2}$|以下|如下|下列|上述|任务是|目标是|必须|需要|要求|属于|用于|经|符合|已|达|年内|[为对由](?!主|外)"
)
_GOAL = re.compile("的(?:目标|任务|要求|规模)$")
# 基地、园区或示范区: as many of all of them together
_ONE_OF = re.compile(
    r"(?:、[^，。；：、\d（）]{2,14})*或者?[^，。；：、\d（）]{2,14}(?=[，。；）]|$)"
)
# 100家以上无人工厂、无人生产线、无人车间，: all of them have the number
_AND_MORE = re.compile(r"(?:、(?!其中)[^，。；：、\d（）]{2,10})+(?=[，。；]|$)")
# 体育公园、健身中心、公共体育场馆等健身场地设施
_AND_SUCH = re.compile(
    r"(?:、[^，。；：、\d（）]{2,14})+等[^，。；：、\d（）]{2,14}(?=[，。；）]|$)"
)
_GIVEN = ("予以", "给予")  # 按计划总量的8%予以单列
_OF_A_PLACE = re.compile("[省市县区乡镇村]的")  # 完成21个市的郊区、79个县的农网建设
_HELD = ("期", "场", "次", "轮", "届", "场次")  # 264期带头人和大学生村官培训班
# 名额用于招聘教师, 毕业生充实到农技推广机构: a verb ends the thing
_GOES_ON = re.compile(r"用于|充实|到(?!期)|从事|担任|参加|参与|进行|开展|面向|给|向")
_BEHIND = re.compile(r"(?:左右|余|多)?(?:（[^（）]*）)?(?!的(?!任务|目标|规模))")
_PARTS = re.compile(r"方面|层面|维度|环节|阶段|步骤|半天")
_TELLS = re.compile(r"[为是达有]$")  # 解决3279座水库隐患的工程量为：
_MADE_UP = re.compile(r"[^，。；]{0,14}(?:构成|组成)")
_PAYMENT = re.compile(
    r"结算|核算|计算|计发|发放|报销|支付|缴纳|缴费|征收|处罚|罚款|奖励|补助|补贴|支持|扣除"
)
_ATTRIBUTE = re.compile(r"以[上下]的?[\u4e00-\u9fff]{2}")
_DONE = re.compile(r"竣工|开工|投产|达产|完工|续建|新建|在建")

# 两个以上单位发生争议的，由…; 调整同一对象的两个或者两个以上的规范
_SEVERAL = re.compile(r"[两二]个以上的?[\u4e00-\u9fff]{2}[^，。；]{2,40}的，")
_TWO_OR = re.compile(r"的[两二]个或者?$")


@cache
def _one_head() -> re.Pattern[str]:
    """供应链创新|与应用示范企业: the words up to the head that both share."""
    return re.compile(
        rf"(?:[、和及与]|以及)(?!(?:{forms_of('object-aim')}))[^，。；：\d（）]{{2,16}}?(?:{forms_of('counted-thing')})(?=[，。；（]|$)"
    )


@cache
def _lets() -> re.Pattern[str]:
    return re.compile(forms_of("lets-do"))


@cache
def _makes() -> re.Pattern[str]:
    keys = ("object-aim", "does", "takes-object", "makes-things")
    return re.compile("|".join(forms_of(key) for key in keys))


@cache
def _thing() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('counted-thing')})$")


def is_attribute(text: str, quantity: Quantity, at: int) -> bool:
    """Tell whether a value only says how large the things are: 进出口额5亿元以上企业."""
    return has_size(text[at : quantity.start].strip()) and (
        _ATTRIBUTE.match(text, quantity.end - 2) is not None
    )


def is_making(words: str) -> bool:
    """Tell whether words are a verb of making and nothing else: 建成, 培育."""
    return bool(words) and re.fullmatch(forms_of("object-aim"), words.strip()) is not None


def is_a_plural(text: str, quantity: Quantity, at: int) -> bool:
    """Tell whether two or more only says that there are several: 两个以上单位发生争议的，.

    ``at`` is where the clause begins. 有两个以上子女的， counts them.
    """
    if quantity.unit != "个" or text[quantity.number] not in "两二":
        return False
    ahead = text[at : quantity.start]
    if _TWO_OR.search(ahead):
        return True
    return not ahead.strip() and _SEVERAL.match(text, quantity.number) is not None


def thing_behind(
    text: str, clause: Stretch, quantity: Quantity, at: int, verb: str
) -> tuple[str, int] | None:
    """Return the thing behind a number that stands at ``at`` but for adverbs: 30个智慧农场."""
    between = text[at : max(at, quantity.start)]
    if ADVERBS.sub("", between).strip(" 个各"):
        return None
    limits = text.startswith("的", quantity.end) and quantity.operator is not Operator.EQ
    found = _OBJECT.match(text, quantity.end, clause.end)
    shorter = noun_behind(text, quantity.end, clause.end) if found else None
    if found is None or limits or _COUNT.search(found["noun"]):  # 3000平方米以上公共绿地12块
        return None
    if _is_no_object(text, quantity, found["noun"]):
        return None
    whole = _thing().search(found["noun"]) is not None
    more = _AND_SUCH.match(text, found.end(), clause.end) or _all_of_them(text, found, clause)
    more = more or (_ONE_OF if whole else _one_head()).match(text, found.end(), clause.end)
    if more:
        return found["noun"] + more.group(), more.end()
    longer = shorter is not None and shorter[1] > found.end()
    held = quantity.unit in _HELD
    shared = text[found.end() : found.end() + 1] in tuple("、和及与（以")
    shared = shared and not whole  # 旱涝保收、高产稳产农田
    # 组织10000名毕业生参加见习: what they do is what is aimed at
    done = _lets().fullmatch(verb) is not None
    on = not done and shorter and _GOES_ON.match(found["noun"], len(shorter[0]))
    if shorter and ((longer and (held or shared)) or on):
        return shorter[0], shorter[1]
    noun = _GOAL.sub("", found["noun"])
    return noun, found.end() - len(found["noun"]) + len(noun)


def _all_of_them(text: str, found: re.Match[str], clause: Stretch) -> re.Match[str] | None:
    """Return what is listed behind a thing and ends like it: 无人工厂、无人生产线、无人车间."""
    more = _AND_MORE.match(text, found.end(), clause.end)
    if more is None or _thing().search(found["noun"]) is None:
        return None
    each = more.group()[1:].split("、")
    things = all(_thing().search(one) and not _makes().match(one) for one in each)
    return more if things else None


def _is_no_object(text: str, quantity: Quantity, noun: str) -> bool:
    """Whether nothing is made that has the number: 由4个方面构成, 增加600元结算."""
    limited = quantity.unit == "户" and quantity.operator is not Operator.EQ
    if limited and not noun.endswith(("户", "家庭", "居民", "农民")):  # 3000户以上大型社区调整
        return True
    if (
        noun.startswith(_GIVEN)
        or _OF_A_PLACE.match(noun)
        or _PARTS.match(noun)
        or _TELLS.search(noun)
        or _MADE_UP.match(text, quantity.end)
    ):
        return True
    return quantity.unit in _MONEY and _PAYMENT.fullmatch(noun) is not None


def _no_thing(thing: str) -> bool:
    named = _NAME.match(thing) or _NO_THING.search(thing) or _DONE.fullmatch(thing)
    return named is not None or thing in written("takes-object")


def thing_before(
    text: str, clause: Stretch, quantity: Quantity, at: int, _verb: str
) -> tuple[str, int] | None:
    """Return the thing between ``at`` and its number: 特色街区5条."""
    ahead = text[quantity.start : quantity.number]
    stop = quantity.number if quantity.start >= at and is_making(ahead) else quantity.start
    thing = ADVERBS.sub("", text[at : max(at, stop)])  # 低效林改造6万亩
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
