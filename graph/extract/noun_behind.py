"""The noun phrase behind a value, where it is that which the value measures.

What governs the number tells: a verb that takes an object, a preposition, 每… or a share with 的
leave what is measured to the noun behind; a noun that has a size (建筑面积) is measured itself.

Forms read::

    签订原则上不超过3年的还款协议                 还款协议: a verb before, 的 and the noun behind
    每个乡镇至少配备一辆垃圾清运车                每个乡镇配备垃圾清运车: things with their verb
    各县至少50%的医共体完成改造                   各县医共体完成改造: a share, and what they do
    财政按不超过租金的50%给予补助                 补助: what is given at that rate
    给予研发投入最高10%且不超过100万元的支持      支持: behind the other limit too
    要有不低于60%的比例让利于患者                 让利于患者的比例
    配备有5年以上驾龄的专职司机                   驾龄: a noun that has a size ends the phrase

No noun behind is measured by::

    建筑面积3000平方米以上的商场                  a noun before it has the size
    连续居住满3年的人员、使用10年以上的电梯       how long something is done, 处置率95%的，none
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.noun_phrase import has_size, lasts, noun_behind, size_of
from graph.extract.things_and_deeds import with_what_they_do
from graph.extract.whole_phrase import is_whole
from graph.grammar.amounts import AMOUNT
from graph.grammar.measure_words import forms_of
from graph.model import Operator

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
_SHORTEST = 2  # characters of what each of several has
_LONGEST_AHEAD = 24  # characters before the verb that say of what or by whom things are counted
_SHORT_PLACE = 6  # characters of 全省, 各市州 before a share
_GIVEN = re.compile(
    r"(?:[，、]?且[^，。；]{2,16}?(?=标准|比例))?(?:的?(?:比例|标准|额度|幅度))?(?:，?对[^，。；]{1,16}?|，)?(?:给予|予以|发放|安排)(?:一次性|适当|最高)?"
    r"(?P<noun>[\u4e00-\u9fff]{2,12}?)(?=[，。；、（]|$)"
)
_MODAL = re.compile(
    r"(?:应当?|必须|须|要|需要?|可以?|将|将要|原则上|一般|至少|最少|最多|至多|不|均|都|还|也|共|各|总计|累计|分别|根据需要|每年要|只能|只)+$"
)
_NO_SUBJECT = re.compile(
    r"(?:根据|按照?|依|经|由|从(?!业)|对|为|通过|结合|围绕|并|且|或|同时|以及|和|及|的)"
)
_TOTALS = ("总额", "总计", "累计", "合计", "总金额", "最高额度", "总额度")
_HELD_FOR = re.compile("从事|参加|担任|接受|享受|缴纳|交纳|暂停|停止|禁止|限制|取消")
_TAKES_SOME = re.compile("抽查|检查|抽检|抽取|走访|巡查|持有")  # 抽查1‰以上在用车辆
_FUNDS = re.compile("(?:贷款|融资|补贴|补助|资金|基金|保证金|押金|资助|经费)$")
_TAKEN = re.compile("从.{2,24}(?:提取|计提|安排|拿出|列支|划出|预留)$")
_GIVES = re.compile(r"(?:给予|予以)(?:一次性|适当)?[ ]?$")
_AT_A_RATE = re.compile(r"(?:按照?|以)(?P<each>(?:每[\u4e00-\u9fff]{1,2}){0,2})$")
_EACH = re.compile(
    r"(?:单[笔户个项家]|每[\u4e00-\u9fff]{1,8}|人均|户均|年均|平均每[\u4e00-\u9fff]{1,4})$"
)
_TIME_EACH = re.compile(r"每(?:半?年|季度|月|周|学期|学年|年度|天|日)")
_TO = re.compile(
    r"(?:对|在(?![校职岗编建籍])|将|把|为|向|按照?|以|于|由|到|含|及|和|与|其中)[^，。；的]{0,4}$"
)
_PLACE = re.compile(r"[全本我各][省市县区州国地]|各(?:地市|市州|县区|市县)|各设区市")
_DOSES = ("用量", "药量", "剂量")
_UNDERTAKING = re.compile("(?:项目|工程)$")
# 5000亿元以上园区: what has an output, and not what has the size
_OUTPUTS = (*MONEY, "千瓦", "千伏", "千伏安", "吨标准煤")
_HAS_AN_OUTPUT = re.compile("(?:企业|园区|[县区市镇村户]|单位|机构|公司|集群|主体)$")
_CLAUSE_PREPOSITION = ("在", "由", "对", "从", "向", "为")  # 在有三名以上公证员的机构
_LENGTHS = ("米", "公里", "千米", "里", "海里")
# 建立1所200张以上床位的机构: behind another number, too, nothing before is measured
_NO_MEASURE = re.compile(rf"{_TO.pattern}|(?:{AMOUNT})[ ]?[^\W年月日天次元度]$")


@dataclass(frozen=True, slots=True)
class Governed:
    """What a value measures by the noun behind it; where the words that say so begin and end."""

    subject: str
    start: int
    end: int


@cache
def _deed() -> re.Pattern[str]:
    return re.compile(forms_of("deed"))


@cache
def _changed() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('change')})[ ]?$")


@cache
def _has() -> re.Pattern[str]:
    """Verbs by which there is something: 有三名以上委员 counts 委员."""
    return re.compile(forms_of("only-has"))


@cache
def _term() -> re.Pattern[str]:
    return re.compile(forms_of("gives-a-term"))


@cache
def _governor() -> re.Pattern[str]:
    """A verb whose object stands behind the number, with what may stand between the two."""
    return re.compile(
        rf"(?P<verb>(?:{forms_of('takes-object')}|{forms_of('governs')})[了过有]?)"
        r"(?:[ ]|原则上|至少|最少|一般|连续|一次性|总计|累计|共|各|每[个名家户人]|其中"
        r"|在[\u4e00-\u9fff]{1,2}|总额|最高)*$"
    )


@dataclass(frozen=True, slots=True)
class _Ahead:
    """The words before a value, without blanks, and what they say that it governs."""

    words: str
    verb: re.Match[str] | None
    each: re.Match[str] | None
    rated: re.Match[str] | None


def _before(text: str, quantity: Quantity, words: tuple[str, int]) -> _Ahead:
    compact = words[0].replace(" ", "")
    verb, each = _governor().search(compact), _EACH.search(compact)
    rated = _AT_A_RATE.search(text, words[1], quantity.start)
    if verb and (size := size_of(compact)) and size.start() < verb.start():  # 科普经费投入
        verb = None
    if verb is None and _GIVES.search(text, words[1], quantity.start):  # 省财政给予最高1万元的奖励
        return _Ahead("", _governor().search("给予"), each, rated)
    if not (verb or each or rated or _TO.search(compact) or is_whole(compact)):
        compact = ""
    return _Ahead(compact, verb, each, rated)


def governed(
    text: str, quantity: Quantity, words: tuple[str, int], both: int, stop: int
) -> Governed | None:
    """Return what a value behind ``words`` measures, where that is the noun behind it.

    ``words`` come with their offset; ``both`` is where the value ends, ``stop`` its clause.
    """
    if text.startswith("内", quantity.end - 1) and quantity.unit in _LENGTHS:  # 两侧50米范围内
        return None
    ahead = _before(text, quantity, words)
    verb, rated = ahead.verb, ahead.rated
    given = _GIVEN.match(text, both) if verb or rated else None
    if given:
        each = rated["each"] if rated else ""
        return Governed(each + given["noun"], quantity.start, given.end())
    deed = verb is not None and _deed().fullmatch(verb["verb"]) is not None
    found = noun_behind(text, both, stop, deed=deed)
    apart = quantity.unit in SHARES and text.startswith(" ", both)  # 不低于85% 市水利局: a cell
    if found is None or apart or _names_no_measure(text, quantity, words, found):
        return None
    if text.endswith("由", 0, quantity.start):  # 应当由2名以上检查人员进行
        return Governed(found[0], quantity.start, found[1])
    joined = _joined(quantity, words, ahead, found)
    if joined or (has_size(ahead.words) and verb is None):
        return joined
    things = _of_the_noun(quantity, words, ahead, found)
    shared = verb is None and not rated and quantity.unit in SHARES
    return _with_their_deed(text, things, stop) if things and shared else things


def _with_their_deed(text: str, things: Governed, stop: int) -> Governed:
    done = with_what_they_do(text, things.start, things.end, stop)
    return Governed(things.subject + done[0], things.start, done[1]) if done else things


def has_the_output(quantity: Quantity, noun: str) -> bool:
    """Tell whether a noun is no sum or power, but has what the value measures: 园区, 企业."""
    return quantity.unit in _OUTPUTS and _HAS_AN_OUTPUT.search(noun) is not None


def _names_no_measure(
    text: str, quantity: Quantity, words: tuple[str, int], found: tuple[str, int, bool]
) -> bool:
    """Whether the noun behind a value only has what is measured: 2000亿元以上园区."""
    noun, _, of = found
    if quantity.unit not in SHARES:
        return has_the_output(quantity, noun)
    # 收入下降30%以上的企业, 就业达到总数30%以上的企业: the words before are measured
    reached = text.startswith(("达到", "超过"), quantity.start) and quantity.aim
    # 40%以上建有消防队或者专职队的乡镇: an attribute that goes on
    goes_on = not of and "的" not in noun and _has().match(noun) is not None
    return reached or goes_on or _changed().search(words[0]) is not None


def _joined(
    quantity: Quantity, words: tuple[str, int], ahead: _Ahead, found: tuple[str, int, bool]
) -> Governed | None:
    """Return the noun behind a value together with all the words before it."""
    noun, end, of = found
    if of and ahead.words in _TOTALS:  # 总额不超过3万元的创业补贴
        return Governed(noun + ahead.words, words[1], end)
    dose = noun in _DOSES and quantity.operator is Operator.LTEQ and quantity.unit in LASTING
    if dose and is_whole(ahead.words):  # 处方不超过7日用量
        return Governed(ahead.words + noun, words[1], end)
    taken = ahead.verb and quantity.unit in SHARES and _TAKEN.search(ahead.words)
    free = not (ahead.verb or ahead.each or ahead.rated or has_size(ahead.words))
    lent = free and of and quantity.unit in MONEY and _FUNDS.search(noun)
    # 每年从净收益提取不低于10%的资金 is taken, 上述群体10万元以下的贷款 lent
    if taken or (lent and is_whole(ahead.words)):
        return Governed(ahead.words + noun, words[1], end)
    return None


def _of_the_noun(
    quantity: Quantity, words: tuple[str, int], ahead: _Ahead, found: tuple[str, int, bool]
) -> Governed | None:
    """Return the noun behind a value with what belongs to it of the words before."""
    noun, end, of = found
    if quantity.unit in LASTING and not _lasts(noun, ahead.words, ahead.verb, of=of):
        if of or ahead.verb is None or not _HELD_FOR.fullmatch(ahead.verb["verb"]):
            return None
        kept = ahead.verb["verb"]  # 从事三年以上相关工作
        return Governed(kept + noun, words[1] + _at(words[0], ahead.verb.start()), end)
    if ahead.words.endswith("的") and not of:  # 登记部门开具的满5年证明材料
        return Governed(ahead.words + noun, words[1], end)
    if ahead.verb and quantity.unit in MONEY and _UNDERTAKING.search(noun):
        kept, at = "", -1  # 招引10亿元以上项目
    elif ahead.verb and ahead.each and not ahead.words:  # 每个示范点给予200万元奖励
        kept, at = ahead.each.group(), ahead.each.start()
    elif ahead.verb:
        of_all = quantity.unit in SHARES and _TAKES_SOME.fullmatch(ahead.verb["verb"])
        whole = quantity.unit.split("/")[0] in COUNTERS or bool(of_all)
        kept, at = _ahead(ahead.words, ahead.verb, whole=whole)
    else:
        share = quantity.unit in SHARES and (of or _PLACE.fullmatch(ahead.words) is not None)
        if not (ahead.each or share or not ahead.words or _NO_MEASURE.search(ahead.words)):
            return None
        kept, at = _of_each(ahead.words, ahead.each, share=share)
    return Governed(kept + noun, quantity.start if at < 0 else words[1] + _at(words[0], at), end)


def _lasts(noun: str, words: str, verb: re.Match[str] | None, *, of: bool) -> bool:
    """Whether a length of time is that of the noun behind it, and not of what is done before it."""
    if verb and _term().fullmatch(verb["verb"]):  # 给予两年以上的许可
        return True
    if words.endswith("的") and not of:
        return True
    return lasts().search(noun) is not None and (verb is not None or (of and not words))


def _at(words: str, index: int) -> int:
    """Return where the character stands that has an index among those that are no blanks."""
    seen = (at for at, character in enumerate(words) if character != " ")
    return next(itertools.islice(seen, index, None), 0)


def _ahead(words: str, verb: re.Match[str], *, whole: bool) -> tuple[str, int]:
    """Return the words of a verb that belong to what is measured, and where they begin.

    Things are counted with their verb, and with what stands before it and says how often or of
    what: 每个乡镇配备, 每年开展. Of an amount only 每年 is kept.
    """
    before = words[: verb.start()]
    time = _TIME_EACH.search(before)
    if not whole:
        return (time.group(), time.start()) if time else ("", verb.start())
    ahead = _MODAL.sub("", before)
    if ahead in ("", *_CLAUSE_PREPOSITION) and _has().fullmatch(verb["verb"]):
        return "", verb.start()
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
