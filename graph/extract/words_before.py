"""The words before a value that it measures, without what leads in to them or tells when.

Forms read::

    力争到2025年，全市城镇化率稳步保持在80%            全市城镇化率
    3年以上劳动合同或实际工作满3年                     实际工作, behind 或 another case begins
    65岁以上老年人健康管理率达到70%                    the earlier value is an attribute
    大型住宅区、物流园区和建筑高度超过一百米           only the last of them has a height
    维修资金主要用于运行时间超过15年的电梯             what is behind 用于
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.whole_phrase import is_whole
from graph.grammar.amounts import AMOUNT
from graph.grammar.dates import DATE
from graph.grammar.measure_words import forms_of
from graph.grammar.sentences import brackets

if TYPE_CHECKING:
    from graph.grammar.quantities import Quantity
    from graph.grammar.sentences import Stretch

_LEADING = re.compile(
    r"(?:[—\-·●]{1,2}|”|“(?![^“”]{1,16}”))?(?:的[^，]{0,14}?[并且])?"
    r"(?:或者|(?:如果?|若)(?![期实数何下意干])|[ 、，且]|但是?|和(?![谐平解睦美])"
    r"|或(?!有(?:负|事|资))"
    r"|及(?![时格早])|并(?![购网联轨行列发])|对(?![照外口象比策方手开标]|接(?!受)|应(?!每|当))于?|凡(?!士))*"
    r"(?:其中[，：]?)?(?:[一二三四五六七八九十]是(?!否))?"
)
_TITLE = re.compile(r"[《》]")
_LIST = re.compile(r"[、，；：]")
_OTHER_CASE = re.compile(r".*(?:或者|[或且]|是指)")
_USED_FOR = re.compile(
    r".*(?:适用于|面向|是指|、力争|、确保|、争取|造成|导致|致使|责令其?|除对)(?=[\u4e00-\u9fff]{2})"
)
# 维修资金用于运行时间超过15年的电梯; but 资金用于养护不低于50% measures the money
_SPENT_ON = re.compile(r".*用于(?=[\u4e00-\u9fff]{2})")
_PAYER = re.compile(r"由[\u4e00-\u9fff]{2,14}?按照?(?=[\u4e00-\u9fff]{2})")
# 自收到退回商品之日起无正当理由超过15日, 自行政机关收到申请满60日起
_SINCE = re.compile(r"自(?![治行然动主身有来筹助营费我救身由信])(?:[^，。；]{2,24}?之日起)?")
_TERM = re.compile("(?:时间|期限|年限|周期|工期|时长|有效期|期|龄)$")
# 使农户收入年均增长20%, 应在暂住地居住满一年
_LETTING = re.compile("(?:促)?使(?![用馆命者])得?|应当?(?=[在按从])")
# 年龄可视情况放宽到7周岁, 总费用如果不超过10%, 产权人变更为两个以上
_MAY = re.compile(
    r"(?:可以?(?:视|根据|按照?)[\u4e00-\u9fff]{0,8}|(?<![例比假诸])(?:如果|如|若)|变更为)$"
)
_TOWARDS = re.compile(r".*(?<![针面核比相绝])对(?![象应比策照])(?=[\u4e00-\u9fff]{2,10}$)")
_WITHIN_DAYS = re.compile(r".{2,24}之日起[^，。；]{1,5}[日月]内")  # 受理之日起五日内指派两名
_LIMIT_WORD = re.compile("至少|最少|原则上")  # 至少每年进行一次: the limit is said by the operator
# 确定两个或两个以上课题承接人, 符合4项或4项以上指标
_OR_TWO = re.compile(rf"(?:[一两二]|\d{{1,3}}|{AMOUNT})[\u4e00-\u9fff]?或者?$")
# 诉求提速20%、平均办结率达98%: another value of another measure
_VALUE_LISTED = re.compile(
    rf".*(?:{AMOUNT})[ ]?(?:[%％]|[万亿]?[元家个户人名项吨亩])(?:以[上下内]|左右)?[、，]"
    r"(?=[\u4e00-\u9fff“]{2})"
)
# 制定了到2005年小学入学率保持在99.5%的目标
_TO_A_YEAR = re.compile(
    r".*(?:[到至][ ]?|[ ])(?:19|20)\d\d年(?:底|末)?(?![度内前以起])(?=[\u4e00-\u9fff]{2})"
)
# 把公开纳入考核体系且分值权重不低于4%
_AND_ITS = re.compile(r".*(?<![暂尚况])且(?=[\u4e00-\u9fff]{2})")
# 以上 ends the value of another measure: 缴纳社保6个月以上或持有份额
_LIMITED = re.compile(r".*以[上下内](?:或者?|且|并且?|和)(?=[\u4e00-\u9fff]{2})")
_CLAUSE_END = re.compile(r".*[，；：]")
_JOINS = re.compile(r"的?(?:或者|[ 和或且及并但与（）])|的[^，]{0,14}?[并且]|$")
_SHORTEST = 2  # characters of a name
_LONGEST_SUBJECT = 60
_LONGEST_SIZED = 12  # characters of a noun that has a size, behind a verb
_NAME_OF_ARTICLE = re.compile(
    r"[【〔][^【】〔〕]{1,24}[】〕]|\d{1,2}[.．、](?=[\u4e00-\u9fff]|\d{2,3}(?:周?岁|[%％]))"
    r"|第[\d一二三四五六七八九十百]{1,5}[条款项](?:第[\d一二三四五六七八九十]{1,3}[款项])?[ 　]+"
)  # 【适用规则】当事人
# 存在, 节约, 作为: what looks like an adverb is the end of a word
_PART_OF_A_WORD = {
    "在": "存所现潜",
    "约": "节制集预",
    "为": "作成行认人视称",
    "要": "需重主纪摘概必首",
    "应": "供反相对适响",
    "由": "理自事缘",
    "均": "人户平年",
    "也": "",
    "还": "偿归返退",
    "都": "成首",
    "可": "许认",
    "不": "",
}
_COORDINATED = re.compile(r"[、和与及]")
_TIME = re.compile(
    rf"""(?:[在于到至从自]|力争|争取|确保)?[ ]?(?:{DATE.pattern})
    (?:年?底|年?末|年|度(?![\u4e00-\u9fff]{{0,1}}数)|中(?![职小央医国心等学高]))?(?:之?前|以前|起)?，?
    |(?:\d{{1,2}}|[一二两三四五六七八九十]{{1,2}})年(?:之|以)?内
    |(?:19|20)\d\d[-—~～至](?:19|20)\d\d年
    |第?[一二三四]季度(?:末|底)?|[上下]半年|全年|年底""",
    re.VERBOSE,
)


@cache
def ends_in(key: str) -> re.Pattern[str]:
    """Return a pattern of words that end in a form of a concept of ``measure-words``."""
    return re.compile(f"(?:{forms_of(key)})$")


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(
        rf"(?!按照(?:国家|有关|相关|规定))(?:{forms_of('leading')})(?![金人率力员者器])[，]?"
    )


@cache
def _counted() -> re.Pattern[str]:
    """What another number counts: 实施10个 before 投资十亿元以上项目."""
    verbs = "|".join(forms_of(key) for key in ("takes-object", "governs", "object-aim"))
    return re.compile(
        rf".*(?:{verbs}|至少|或者?)[ ]?(?:{AMOUNT})[ ]?(?:[个家名项种所件类处座支条]|万?[户人套亩])"
        r"(?!以[上下内]|月|自然|工作日|记分)(?=[\u4e00-\u9fff]{2})"
    )


@cache
def _pushed() -> re.Pattern[str]:
    """严格执行 before 首付款比例, 根据 before 授权协议运营期限: no part of what has the size."""
    return re.compile(
        rf"(?:{forms_of('pushed')})+(?=[\u4e00-\u9fff]{{2}})(?!{forms_of('not-a-task')})"
    )


@cache
def _property() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('property')})$")


@cache
def _sized() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('property')}|{forms_of('sized')})$")


@cache
def _task() -> re.Pattern[str]:
    """A verb before a noun that has a size: 利用建筑面积…的楼宇; no 建设规模, 销售收入."""
    return re.compile(
        f"(?:{forms_of('task')})(?=[\u4e00-\u9fff]{{2}})(?!{forms_of('not-a-task')})(?![者方员]|人(?![数均口才力]))"
    )


def _last_of_a_list(words: str, start: int) -> tuple[str, int]:
    """Return the last of several where only it can be measured: 园区和建筑高度 超过一百米."""
    pieces = list(_COORDINATED.finditer(words))
    if not pieces or not _property().search(words):
        return words, start
    last = pieces[-1]
    if _property().search(words[: last.start()]) or words[last.end() :].startswith("的"):
        return words, start
    return words[last.end() :], start + last.end()


def _behind_another(words: str, start: int) -> tuple[str, int]:
    """Return the words behind another value, another clause or what another number counts."""
    if (limit := _LIMITED.match(words)) and is_whole(words[limit.end() :]):
        start, words = start + limit.end(), words[limit.end() :]
    if another := _VALUE_LISTED.match(words):
        start, words = start + another.end(), words[another.end() :]
    if (found := _counted().match(words)) and is_whole(words[found.end() :]):
        start, words = start + found.end(), words[found.end() :]
    its = _AND_ITS.match(words)
    sized = _sized().search(words) or ends_in("set-by-rule").search(words)
    if its and sized and is_whole(words[its.end() :]):
        start, words = start + its.end(), words[its.end() :]
    if (by := _TO_A_YEAR.match(words)) and is_whole(words[by.end() :]):
        start, words = start + by.end(), words[by.end() :]
    if (clause := _CLAUSE_END.match(words)) and is_whole(words[clause.end() :]):
        start, words = start + clause.end(), words[clause.end() :]
    return words, start


def _without_tasks(words: str, start: int, *, lasting: bool) -> tuple[str, int]:
    while (task := _task().match(words)) and _sized().search(words):  # 强化高度在250米以上
        if len(words) - task.end() > _LONGEST_SIZED or (lasting and not _TERM.search(words)):
            break
        start, words = start + task.end(), words[task.end() :]
    return words, start


def named(words: str, start: int, *, lasting: bool = False) -> tuple[str, int]:
    """Return of words before a value those that name what it measures, and where they begin.

    What lasts (购买住房满5年) is a deed with its verb.
    """
    words, start = _behind_another(_MAY.sub("", words), start)
    for opening in (_WITHIN_DAYS, _SINCE, _LETTING, _TOWARDS, _pushed()):
        rest = words[opened.end() :] if (opened := opening.match(words)) else ""
        sized = _sized().search(rest) or ends_in("measured").search(rest)
        free = opening not in (_pushed(), _TOWARDS)
        if opened and is_whole(rest) and (free or sized):
            start, words = start + opened.end(), rest
    if payer := _PAYER.match(words):
        start, words = start + payer.end(), words[payer.end() :]
    spent = _SPENT_ON.match(words)
    used = spent if spent and _property().search(words) else _USED_FOR.match(words)
    if used:
        start, words = start + used.end(), words[used.end() :]
    words, start = _without_tasks(words, start, lasting=lasting)
    words, start = _last_of_a_list(words, start)
    words, start = _without_tasks(words, start, lasting=lasting)
    two = _OR_TWO.search(words)
    words = words[: two.start()] if two else words
    return _LIMIT_WORD.sub("", words).strip(), start


def only_a_time(text: str, clause: Stretch, quantity: Quantity) -> bool:
    """Whether only a time and words of striving stand before a value in its clause."""
    rest = text[clause.start : quantity.start]
    while rest:
        found = _TIME.match(rest) or _leads().match(rest) or ends_in("adverb").fullmatch(rest)
        if not found or not found.end():
            return False
        rest = rest[found.end() :]
    return True


def start_of(text: str, at: int, before: int, end: int) -> int:
    """Return where the words begin that lead up to a value at ``end`` behind another at ``at``."""
    if at == end:  # 由3年以上放宽至1年以上
        return before
    if at == before or _LIST.search(text, at, end):
        return at
    if other := _OTHER_CASE.match(text, at, end):  # 3年以上劳动合同或实际工作满3年
        return other.end()
    # 65岁以上老年人健康管理率: the earlier value is an attribute
    return at if _JOINS.match(text, at, end) else before


def words_before(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the words before a value, without what only leads in or tells when.

    Closed brackets stay where words stand before them: 县（市、区）机械化率.
    """
    kept = text.find("《", start, end) >= 0 and end - text.rfind("》", start, end) <= _SHORTEST
    for mark in () if kept else _TITLE.finditer(text, start, end):  # 持有《居住证》满一年
        start = mark.end()
    opened = text.rfind("“", start, end)
    if opened >= 0 and text.find("”", opened, end) < 0:  # 实现“覆盖率提高3个百分点”
        start = opened + 1
    closed = list(brackets(text, start, end, "（"))
    inside = {i for pair in closed for i in (pair.start, pair.end - 1)}
    for mark in re.finditer("[（）]", text[start:end]):
        if start + mark.start() not in inside:
            return words_before(text, start + mark.end(), end)
    if closed and (closed[0].start == start or end - start > _LONGEST_SUBJECT):
        start = closed[-1 if end - start > _LONGEST_SUBJECT else 0].end
    start = _past_what_leads_in(text, start, end)
    end = _without_adverbs(text, start, end)
    return max(start, end - _LONGEST_SUBJECT), end


def _past_what_leads_in(text: str, start: int, end: int) -> int:
    if name := _NAME_OF_ARTICLE.match(text, start, end):
        start = name.end()
    while start < end:
        lead = _LEADING.match(text, start, end)
        stop = lead.end() if lead else start
        found = _TIME.match(text, stop, end) or _leads().match(text, stop, end)
        stop = found.end() if found else stop
        if stop == start:
            break
        start = stop
    return start


def _without_adverbs(text: str, start: int, end: int) -> int:
    while text.endswith(" ", start, end):
        end -= 1
    while adverb := ends_in("adverb").search(text[start:end]):
        if text[start + adverb.start() - 1] in _PART_OF_A_WORD.get(adverb.group(), ""):
            break
        end = start + adverb.start()
    return end
