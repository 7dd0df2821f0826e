"""The noun phrase behind a value, where it is that which the value measures.

What governs the number tells: a verb that takes an object, a preposition, 每… or a share with 的
leave what is measured to the noun behind; a noun that has a size (建筑面积) is measured itself.

Forms read::

    签订原则上不超过3年的还款协议                 还款协议: a verb before, 的 and the noun behind
    每个乡镇至少配备一辆垃圾清运车                每个乡镇配备垃圾清运车: things with their verb
    各县至少50%的医共体完成信息化改造             各县医共体: a share of what stands behind 的
    财政按不超过租金的50%给予补助                 补助: what is given at that rate
    给予研发投入最高10%且不超过100万元的支持      支持: behind the other limit too
    要有不低于60%的比例让利于患者                 让利于患者的比例
    配备有5年以上驾龄的专职司机                   驾龄: a noun that has a size ends the phrase

No noun behind is measured by::

    建筑面积3000平方米以上的商场                  a noun before it has the size
    连续居住满3年的人员、使用10年以上的电梯       how long something is done
    处置率达到95%的，                             there is none
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.amounts import AMOUNT
from graph.grammar.measure_words import forms_of

if TYPE_CHECKING:
    from graph.grammar.quantities import Quantity

SHARES = ("%", "‰", "‱", "个百分点")
MONEY = ("元", "万元", "亿元")
LASTING = ("年", "个月", "月", "周", "日", "天", "工作日", "个工作日", "小时", "学期", "学年")
COUNTERS = (
    "个", "家", "名", "项", "种", "所", "件", "类", "处", "人", "次", "场", "期", "辆", "台",
    "套", "座", "支", "条", "张", "份", "篇", "部", "例", "批", "轮", "户", "幅", "棵", "株",
    "栋", "间", "人次", "场次", "门", "位",
)  # fmt: skip
_SHORTEST, _LONGEST = 2, 30  # characters of a noun phrase
_LONGEST_AHEAD = 24  # characters before the verb that say of what or by whom things are counted
_SHORT_PLACE = 6  # characters of 全省, 各市州 before a share
_HARD = re.compile(r"[，。；：（）“”《》\n\d]")
_BRACKET = re.compile(r"（[\u4e00-\u9fff、/]{1,8}）(?=[\u4e00-\u9fff]{2})")
_OPENS = re.compile(r"(?:左右|之?间)?[ ]?(?P<of>的)?[ ]?")
_OTHER_LIMIT = re.compile(
    r"[，、][^，。；、\d]{0,14}?(?:不超过|不高于|不低于|不少于|最高|最多)"
    r"|(?:[，、]?[且但并])[^，。；\d]{0,4}?(?:不超过|不高于|不低于|不少于|最高|最多|总额)"
)
_ITS_AMOUNT = re.compile(rf"[^，。；\d]{{0,6}}{AMOUNT}[^，。；、的]{{0,4}}(?=的)")
_GIVEN = re.compile(
    r"(?:的?(?:比例|标准|额度|幅度))?(?:，?对[^，。；]{1,16}?|，)?(?:给予|予以|发放|安排)(?:一次性|适当|最高)?"
    r"(?P<noun>[\u4e00-\u9fff]{2,12}?)(?=[，。；、（]|$)"
)
_ALSO = re.compile(r"(?:或者|[或且并、])[^，。；\d]{0,24}?的")
_RATE = re.compile(
    r"(?:比例|标准|价格|幅度|额度)(?=(?P<deed>[\u4e00-\u9fff]{2,16}?)(?:[，。；、（]|并|$))"
)
_RATE_OF = re.compile(r"(?:比例|标准|额度|幅度)的(?=[\u4e00-\u9fff]{2})")
_NO_NOUN = re.compile(
    r"部分|[或且并及和与由给予至到的]|等(?!级)|可(?!再|循|行)|应(?!急|用|届|聘)|不(?!动产)|按(?!揭|摩)"
    r"|在(?!校|职|岗|建|编)|对(?!外|口)|为|方面|均(?!衡)|以[上下内]"
)
_LIMITS = re.compile(
    r"[且并或]|可以|可(?!再|循|行)|应当|应(?!急|用|届|聘|收)|必须|须|不得|不应|不能|要(?!素|求|道|点)"
    r"|都(?!市)|均(?!衡|等)"
)
_IN_ATTRIBUTE = 14  # characters between a verb and the 的 of the attribute that it stands in
_MODAL = re.compile(
    r"(?:应当?|必须|须|要|需要?|可以?|将|将要|原则上|一般|至少|最少|最多|至多|不|均|都|还|也|共|各|总计|累计|分别|根据需要|每年要|只能|只)+$"
)
_NO_SUBJECT = re.compile(
    r"(?:根据|按照?|依|经|由|对|为|通过|结合|围绕|并|且|或|同时|以及|和|及|的)"
)
_AT_A_RATE = re.compile(r"(?:按照?|以)(?P<each>(?:每[\u4e00-\u9fff]{1,2}){0,2})$")
_EACH = re.compile(
    r"(?:单[笔户个项家]|每[\u4e00-\u9fff]{1,8}|人均|户均|年均|平均每[\u4e00-\u9fff]{1,4})$"
)
_TIME_EACH = re.compile(r"每(?:半?年|季度|月|周|学期|学年|年度|天|日)")
_TO = re.compile(
    r"(?:对|在(?![校职岗编建籍])|将|把|为|向|按照?|以|于|由|到|含|及|和|与|其中)[^，。；的]{0,4}$"
)
_NO_NAME = ("要求", "目标", "水平", "标准", "比例", "任务", "规模", "条件", "情形", "幅度", "速度")
_LENGTHS = ("米", "公里", "千米", "里", "海里")
_OF_WHAT = ("期限",)
_BRACKETED = re.compile(r"（[^（）]{1,16}）$")
_LISTED = re.compile(
    r"(?:[\u4e00-\u9fff]{2,8}、){0,5}[\u4e00-\u9fff]{2,8}?(?:或者|以及|和|及|或)"
    r"[\u4e00-\u9fff]{2,10}?(?=[，。；（]|$)"
)
# 建立1所200张以上床位的机构: behind another number, too, nothing before is measured
_NO_MEASURE = re.compile(rf"{_TO.pattern}|(?:{AMOUNT})[ ]?[^\W年月日天次元度]$")


@dataclass(frozen=True, slots=True)
class Governed:
    """What a value measures by the noun behind it; where the words that say so begin and end."""

    subject: str
    start: int
    end: int


@cache
def _has_size() -> re.Pattern[str]:
    nouns = "|".join(forms_of(key) for key in ("sized", "property", "measured", "set-by-rule"))
    return re.compile(f"(?:{nouns})$")


@cache
def _one() -> re.Pattern[str]:
    """A thing that is counted and has something: 部门 in 三个以上部门的事项."""
    return re.compile(rf"[\u4e00-\u9fff]{{0,4}}(?:部门|地区|环节|{forms_of('head-noun')})(?=的)")


@cache
def _lasts() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('lasts')})$")


@cache
def _governor() -> re.Pattern[str]:
    """A verb whose object stands behind the number, with what may stand between the two."""
    return re.compile(
        rf"(?P<verb>(?:{forms_of('takes-object')})[了过有]?)"
        r"(?:[ ]|原则上|至少|最少|一般|一次性|总计|累计|共|各|每[个名家户人]|其中"
        r"|在[\u4e00-\u9fff]{1,2}|总额|最高)*$"
    )


@cache
def _ends() -> re.Pattern[str]:
    """Verbs and prepositions that a noun phrase ends before, unless they stand in its attribute."""
    verbs = "|".join(form for form in forms_of("takes-object").split("|") if len(form) > 1)
    return re.compile(
        rf"(?:{verbs})(?![者员商权证费书]|人(?!力|才|民))"
        rf"(?!(?:{forms_of('not-a-task')})(?!化))"
        rf"|(?:{forms_of('ends-a-noun')})|监督(?!管理|检查|部门|机构|员|电话)"
        r"|给(?!水|付|排)|让(?!利)|(?<![自理])由|按(?!揭|摩)|从(?!业)|达(?![标成])|用来|[ ]"
        r"|(?<![存现内])在(?![校职岗编建途籍])|(?<![核针面比])对(?![象外口])"
        r"|(?<![面方定导走])向(?!日)|(?<![行作成认视称因])为(?!主|生)|以(?![上下内外及])"
        r"|就(?!业|餐|医|读|诊)|外(?![国商资籍地来贸部出语汇])|(?<![高中初同平])等(?![级离])"
    )


def has_size(words: str) -> bool:
    """Tell whether words before a value end in a noun that has a size: 建筑面积, 合格率."""
    return _has_size().search(_BRACKETED.sub("", words)) is not None


def noun_behind(text: str, start: int, stop: int) -> tuple[str, int, bool] | None:
    """Return the noun phrase behind a value, where it ends, and whether 的 stands before it.

    >>> noun_behind("不超过3年的分年偿还协议；", 5, 13)
    ('分年偿还协议', 12, True)
    """
    other = _OTHER_LIMIT.match(text, start)
    amount = _ITS_AMOUNT.match(text, other.end()) if other else None
    if amount and amount.end() >= stop:
        stop = (
            mark.end() if (mark := re.compile("[^，。；\n]*").match(text, amount.end())) else stop
        )
    opened = _OPENS.match(text, amount.end() if amount else start, stop)
    if opened is None or _NO_NOUN.match(text, opened.end(), stop):
        return None
    of, at = opened["of"] is not None, opened.end()
    if also := _ALSO.match(text, at, stop):
        at = also.end()
    if rate_of := _RATE_OF.match(text, at, stop):  # 50%比例的补贴
        at, of = rate_of.end(), True
    if rate := _RATE.match(text, at, stop):
        return f"{rate['deed']}的{rate.group()}", rate.end("deed"), of
    verb = _ends().match(text, at, stop)
    if verb and text.find("的", verb.end(), verb.end() + _IN_ATTRIBUTE) < 0:  # 5%计征, 3人参加
        return None
    listed = _LISTED.match(text, at, stop)
    end = listed.end() if listed else _end(text, at, _limit(text, at, stop), of=of)
    noun = text[at:end].strip()
    for generic in _OF_WHAT:  # 3年以上期限的劳动合同
        if not of and noun.startswith(generic) and len(noun) > len(generic):
            noun = noun[len(generic) :].removeprefix("的") + generic
    none = _NO_NOUN.match(noun) or noun.endswith("的") or noun in _NO_NAME
    if none or not _SHORTEST <= len(noun) <= _LONGEST:
        return None
    return noun, at + len(text[at:end].rstrip()), of


def _limit(text: str, at: int, stop: int) -> int:
    """Return where a mark ends the words; a short bracket within the phrase does not."""
    while mark := _HARD.search(text, at, stop):
        bracket = _BRACKET.match(text, mark.start(), stop)
        if bracket is None:
            return mark.start()
        at = bracket.end()
    return stop


def _end(text: str, at: int, limit: int, *, of: bool) -> int:
    """Return where a noun phrase that begins at ``at`` ends."""
    if always := _LIMITS.search(text, at + 1, limit):
        limit = always.start()
    for verb in _ends().finditer(text, at + 1, limit):
        behind = text.find("的", verb.end(), min(limit, verb.end() + _IN_ATTRIBUTE))
        if behind < 0 or behind + _SHORTEST > limit:
            limit = verb.start()
            break
    listed = re.search(r"、(?![^（]{0,6}）)", text[at:limit])
    if listed and "的" not in text[at + listed.start() : limit]:
        limit = at + listed.start()
    if not of and (one := _one().match(text, at, limit)):  # 三个以上部门的事项
        return one.end()
    attribute = text.find("的", at, limit)
    sized = text[at : max(attribute, at)]
    if not of and sized not in _OF_WHAT and (has_size(sized) or _lasts().search(sized)):
        return attribute  # 5年以上驾龄的专职司机
    return limit


def governed(
    text: str, quantity: Quantity, words: tuple[str, int], both: int, stop: int
) -> Governed | None:
    """Return what a value behind ``words`` measures, where that is the noun behind it.

    ``words`` come with their offset; ``both`` is where the value ends, or its other bound, and
    ``stop`` where its clause ends.
    """
    if text.startswith("内", quantity.end - 1) and quantity.unit in _LENGTHS:  # 两侧50米范围内
        return None
    compact = words[0].replace(" ", "")
    verb = _governor().search(compact)
    rated = _AT_A_RATE.search(text, words[1], quantity.start)
    given = _GIVEN.match(text, both) if verb or rated else None
    found = noun_behind(text, both, stop)
    if given:
        return Governed(
            (rated["each"] if rated else "") + given["noun"], quantity.start, given.end()
        )
    if found is None or (has_size(compact) and verb is None):
        return None
    noun, end, of = found
    if quantity.unit in LASTING and not (_lasts().search(noun) and (verb or (of and not compact))):
        return None
    if verb:
        ahead, at = _ahead(quantity, compact, verb)
    else:
        each = _EACH.search(compact)
        share = quantity.unit in SHARES and of
        if not (each or share or not compact or _NO_MEASURE.search(compact)):
            return None
        ahead, at = _of_each(compact, each, share=share)
    return Governed(ahead + noun, quantity.start if at < 0 else words[1] + _at(words[0], at), end)


def _at(words: str, index: int) -> int:
    """Return where the character stands that has an index among those that are no blanks."""
    seen = (at for at, character in enumerate(words) if character != " ")
    return next(itertools.islice(seen, index, None), 0)


def _ahead(quantity: Quantity, words: str, verb: re.Match[str]) -> tuple[str, int]:
    """Return the words of a verb that belong to what is measured, and where they begin.

    Things are counted with their verb, and with what stands before it and says how often or of
    what: 每个乡镇配备, 每年开展. Of an amount only 每年 is kept.
    """
    before = words[: verb.start()]
    time = _TIME_EACH.search(before)
    if quantity.unit.split("/")[0] not in COUNTERS:
        return (time.group(), time.start()) if time else ("", verb.start())
    ahead = _MODAL.sub("", before)
    if len(ahead) > _LONGEST_AHEAD or _NO_SUBJECT.match(ahead):
        at = time.start() if time else verb.start()
        return (time.group() if time else "") + verb["verb"], at
    return ahead + verb["verb"], 0


def _of_each(words: str, each: re.Match[str] | None, *, share: bool) -> tuple[str, int]:
    """Return 农村每个 or 各市州 before what each of them has, and where it begins."""
    given = re.match("(?:给予|予以|发放|安排|按照?)(?=每)", words)
    if given and each:
        return words[given.end() :], given.end()
    short = share and len(words) <= _SHORT_PLACE
    none = len(words) < _SHORTEST or _NO_SUBJECT.match(words) or _TO.search(words)
    if (each or short) and not none:
        return words, 0
    return (each.group(), each.start()) if each else ("", -1)
