"""What is measured, of the words before a value: a noun phrase, or what somebody does so long.

Words are cut at what is no part of the phrase, and only where what is left is a phrase of its own
(:mod:`graph.extract.whole_phrase`). Forms read::

    诉求提速20%、平均办结率达98%                   behind another value: 平均办结率
    维修资金主要用于运行时间超过15年的电梯         behind 用于, 是指, 造成: 运行时间
    市局将审批时限缩短至10日                       behind 将 and 把: 审批时限
    当调整周期超过5年、除距退休年龄不足5年的       without 当, 除, 由, 属: 调整周期
    答复时间通常、期限可以延长到30日               without what limits it: 答复时间
    强化高度在250米以上、严格执行首付款比例        without verbs before what has a size: 高度
    大型住宅区、物流园区和建筑高度超过一百米       only the last of several has a size: 建筑高度

Where the value is an attribute of a noun behind it, the phrase goes back to the last verb or
preposition only, since those belong to the clause::

    从单次正确率达到100%的参赛者中随机抽取         单次正确率
    组织部门对闲置满1年的土地                      闲置
    应当设置高度二百五十厘米以上的围挡             围挡高度
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.whole_phrase import is_whole
from graph.grammar.amounts import AMOUNT
from graph.grammar.measure_words import forms_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LONGEST_SIZED = 12  # characters of a noun that has a size, behind a verb
_TERM = re.compile("(?:时间|期限|年限|周期|工期|时长|有效期|期|龄)$")
_COORDINATED = re.compile(r"[、和与及]")
_PAYER = re.compile(r"由[\u4e00-\u9fff]{2,14}?按照?(?=[\u4e00-\u9fff]{2})")
_LIMIT_WORD = re.compile(
    "至少|最少|最多|原则上"
)  # 至少每年进行一次: the limit is said by the operator
# 确定两个或两个以上课题承接人, 符合4项或4项以上指标
_OR_TWO = re.compile(rf"(?:[一两二]|\d{{1,3}}|{AMOUNT})[\u4e00-\u9fff]?或者?$")
# 年龄可视情况放宽到7周岁, 总费用如果不超过10%, 产权人变更为两个以上, 价款最多可分2年缴纳
_HEDGED = re.compile(
    r"(?:可以?(?:视|根据|按照?)[\u4e00-\u9fff]{0,8}|(?<![例比假诸])(?:如果|如|若)|变更为"
    r"|(?:最多|最长)?(?<![许认])可以?(?:最多|最长)?分?|通常|[到至于在][ ]?(?:19|20)\d\d年[底末前]?"
    r"|(?:累计)?最[高低长短]|[在达]?人民币|(?<=[率度额量数比例重积])(?:19|20)\d\d年[底末]?|(?<=[\u4e00-\u9fff]人)为|(?<=[会院校])每个|(?<=[\u4e00-\u9fff]{2})已经?|(?<=[\u4e00-\u9fff]{4})连续"
    r"|(?<![供反相对适响])应当?|自(?:\d{2,4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?起)$"
)
_OPENS = re.compile(
    r"当(?![年地前期日月事场代晚天季局选])|除(?![尘险雪草数法障臭盐氧锈名夕外了])"
    r"|允许|属于?(?![地性下国实])|由(?![来于此]|[^，。；]{2,14}按)|是(?!否)|在(?=[^，]{2,}变更为$)"
)
# 市局将审批时限缩短至10日, 把分值权重提高到4%
_DISPOSED = re.compile(
    r".*?(?:(?<![即必也需])将(?![来军要会达在于其]))(?=[^将，；]{2,30}$)|.*?把(?=[^把，；]{2,30}$)"
)
# 吸纳登记失业半年以上人员就业, 151起一次死亡3人以上的火灾
_OF_THE_JOBLESS = re.compile(
    r".*(?:吸纳|招用|招录|录用|聘用)(?=(?:登记)?(?:失业|毕业|离校|退役)$)|.*\d(?:起|例|宗)(?=[\u4e00-\u9fff]{2})"
)
_BY = re.compile(r"按照?(?![揭摩期时需])")  # 按同类学校公用经费标准不少于30%
# 没有违法所得或者违法所得不足一万元
_NONE_OR = re.compile(r"没有(?P<it>[\u4e00-\u9fff]{2,8})或者?(?=(?P=it)$)")
_WITH_A_CASE = re.compile(r"\d[\d.]*[^\W\d]{1,3}以[上下]的(?=[\u4e00-\u9fff]{2})")
_EACH_OF_A_LIST = re.compile(r".*、(?=(?:每|各)[\u4e00-\u9fff]{2})")
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
# 以上 ends the value of another measure: 缴纳社保6个月以上或持有份额, 不足三分之一或者投资额
_LIMITED = re.compile(
    r".*(?:以[上下内]|分之[一二三四五六七八九十\d]{1,3})(?:或者?|且|并且?|和)(?=[\u4e00-\u9fff]{2})"
)
_CLAUSE_END = re.compile(r".*[，；：]")
_WITHIN_DAYS = re.compile(r".{2,24}之日起[^，。；]{1,5}[日月]内")  # 受理之日起五日内指派两名
# 自收到退回商品之日起无正当理由超过15日, 自行政机关收到申请满60日起
_SINCE = re.compile(r"自(?![治行然动主身有来筹助营费我救身由信])(?:[^，。；]{2,24}?之日起)?")
# 使农户收入年均增长20%, 应在暂住地居住满一年
_TOGETHER = re.compile("累计|合计|总计|共计")
_BECAUSE = re.compile(r"(?:因|由于)(?![素果特子公病工伤])(?=[\u4e00-\u9fff]{4})")  # 因缴费年限
_LETTING = re.compile("(?:促)?使(?![用馆命者])得?|应当?(?=[在按从])")
_TOWARDS = re.compile(r".*(?<![针面核比相绝])对(?![象应比策照外口])(?=[\u4e00-\u9fff]{2,10}$)")
_USED_FOR = re.compile(
    r".*(?:适用于|面向(?!.*的)|是指|、力争|、确保|、争取|造成|导致|致使|责令其?|除对|除(?=距))(?=[\u4e00-\u9fff]{2})"
)
# 维修资金用于运行时间超过15年的电梯; but 资金用于养护不低于50% measures the money
_SPENT_ON = re.compile(r".*用于(?=[\u4e00-\u9fff]{2})")
# 建设按照平均面积的标准: what a standard is of
_BY_A_STANDARD = re.compile(r".*按照?(?=[^，；]{4,30}面积的标准$)")
# 军人、孕妇或者分娩满1年的妇女: only what a verb does lasts
_EASED_TO = re.compile(r".*放[宽开][到至为](?=[\u4e00-\u9fff]{4})")  # 条件放宽至参加失业保险6个月
# 额度可在原规定基础上提高5个百分点
_MAY_CHANGE = re.compile(
    r"(?<=[\u4e00-\u9fff]{4})(?<![许认])可以?(?:在[\u4e00-\u9fff]{2,12}基础上)?(?:再|适当)?"
    r"(?=(?:提高|增加|上浮|下浮|下降|降低|减少)$)"
)
_OF_OTHERS = re.compile(r".*[人员妇者生](?:或者?|和|以及)(?=[\u4e00-\u9fff]{2,6}$)")
_LAST_SIZED = re.compile(r".*、(?=[\u4e00-\u9fff]{2,6}$)")
_OF_A_NOUN = re.compile(
    r"(?:（[^（）]{1,12}）)?的(?=[\u4e00-\u9fff]{2})(?!部分|标准|要求|目标|比例|水平|任务|规模|速度|幅度)"
)
_RIGHT_BEHIND = re.compile(r"以[上下](?![可应须要的并且或和及等由按时])[\u4e00-\u9fff]{2}")


@cache
def _ends_in(key: str) -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of(key)})$")


@cache
def _another() -> re.Pattern[str]:
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


@cache
def _preposition() -> re.Pattern[str]:
    """A preposition of the clause before what somebody does so long: 对闲置满1年的土地."""
    return re.compile(
        r".*(?:(?<![面核针比相绝])对于?(?![象应比策照外口])|(?<![自服])从(?![业事属])|属于|属(?![地性下国实]))"
        r"(?=[\u4e00-\u9fff]{2})"
    )


@cache
def _clause_verb() -> re.Pattern[str]:
    """A verb or preposition of the clause before an attribute: 从, 对, 满足, 引导, 设置."""
    return re.compile(
        rf".*(?:(?<![面核针比相绝])对于?(?![象应比策照外口])|(?<![自服])从(?![业事属])|{forms_of('of-the-clause')})"
        rf"(?=[\u4e00-\u9fff]{{2}})(?!{forms_of('not-a-task')})"
    )


def _is_sized(words: str) -> bool:
    return _sized().search(words) is not None or _ends_in("measured").search(words) is not None


def _is_set(words: str) -> bool:
    return _sized().search(words) is not None or _ends_in("set-by-rule").search(words) is not None


def _is_free(words: str) -> bool:
    return bool(words)


def _cuts() -> Iterator[tuple[re.Pattern[str], Callable[[str], bool]]]:
    """Yield what ends before the phrase, and of what kind the rest has to be, in their order."""
    yield from ((_NONE_OR, _is_free), (_WITH_A_CASE, _is_free), (_EACH_OF_A_LIST, _is_free))
    yield from ((_LIMITED, _is_free), (_VALUE_LISTED, _is_free), (_another(), _is_free))
    yield from ((_AND_ITS, _is_set), (_TO_A_YEAR, _is_free), (_CLAUSE_END, _is_free))
    yield from ((_WITHIN_DAYS, _is_free), (_SINCE, _is_free), (_LETTING, _is_free))
    yield from ((_TOWARDS, _is_sized), (_DISPOSED, _is_free), (_pushed(), _is_sized))
    yield from ((_OF_THE_JOBLESS, _is_free), (_BY, _is_sized))
    yield from ((_PAYER, _is_free), (_BY_A_STANDARD, _is_free), (_EASED_TO, _is_free))
    yield _BECAUSE, _is_set


def named(
    words: str,
    start: int,
    *,
    lasting: bool = False,
    of_a_noun: bool = False,
    together: bool = False,
) -> tuple[str, int]:
    """Return of words before a value those that name what it measures, and where they begin.

    What lasts (购买住房满5年) is a deed with its verb. ``of_a_noun`` tells that the value is an
    attribute of a noun behind it, ``together`` that it is the sum of several.

    >>> named("市局将审批时限", 0)
    ('审批时限', 3)
    """
    two = _OR_TWO.search(words)
    words = words[: two.start()] if two else words
    if (opened := _OPENS.match(words)) and is_whole(_hedged(words[opened.end() :])):
        start, words = start + opened.end(), words[opened.end() :]
    words = _hedged(words)
    for pattern, kind in _cuts():
        opened = pattern.match(words)
        rest = words[opened.end() :] if opened else ""
        if opened and kind(rest) and is_whole(rest):
            start, words = start + opened.end(), rest
    spent = _SPENT_ON.match(words)
    used = spent if spent and _property().search(words) else _USED_FOR.match(words)
    if used:
        start, words = start + used.end(), words[used.end() :]
    if of_a_noun:
        words, start = _of_the_noun(words, start, lasting=lasting)
    words, start = _without_tasks(words, start, lasting=lasting)
    words, start = (words, start) if together else _last_of_a_list(words, start)
    words, start = _without_tasks(words, start, lasting=lasting)
    return _MAY_CHANGE.sub("", _LIMIT_WORD.sub("", words)).strip(), start


def adds_up(text: str, start: int, end: int) -> bool:
    """Tell whether words before a value make it the sum of several: 租期与补贴时限累计不超过3年."""
    return _TOGETHER.search(text, start, end) is not None


def is_of_a_noun(text: str, end: int, *, lasting: bool) -> bool:
    """Tell whether a value that ends at an offset is an attribute of the noun behind it."""
    right_behind = not lasting and _RIGHT_BEHIND.match(text, end - 2) is not None
    return right_behind or _OF_A_NOUN.match(text, end) is not None


def _hedged(words: str) -> str:
    """Return words without what limits or softens the value at their end: 审批时间通常."""
    plain = words
    while found := _HEDGED.search(plain):
        plain = plain[: found.start()]
    return plain if is_whole(plain) or plain.endswith("的") else words


def _of_the_noun(words: str, start: int, *, lasting: bool) -> tuple[str, int]:
    """Return the attribute alone, without the clause that its noun stands in."""
    for pattern, wanted in (
        (_preposition(), lasting),
        (_clause_verb(), _is_sized(words)),
        (_OF_OTHERS, lasting),
        (_LAST_SIZED, _is_sized(words)),
    ):
        opened = pattern.match(words) if wanted else None
        rest = words[opened.end() :] if opened else ""
        others = words[: opened.end() - 1] if opened and pattern is _LAST_SIZED else ""
        if opened and is_whole(rest) and (lasting or _is_sized(rest)) and not _is_sized(others):
            start, words = start + opened.end(), rest
    return words, start


def _last_of_a_list(words: str, start: int) -> tuple[str, int]:
    """Return the last of several where only it can be measured: 园区和建筑高度 超过一百米."""
    pieces = list(_COORDINATED.finditer(words))
    if not pieces or not _property().search(words):
        return words, start
    last = pieces[-1]
    if _property().search(words[: last.start()]) or words[last.end() :].startswith("的"):
        return words, start
    return words[last.end() :], start + last.end()


def _without_tasks(words: str, start: int, *, lasting: bool) -> tuple[str, int]:
    while (task := _task().match(words)) and _sized().search(words):  # 强化高度在250米以上
        if len(words) - task.end() > _LONGEST_SIZED or (lasting and not _TERM.search(words)):
            break
        start, words = start + task.end(), words[task.end() :]
    return words, start
