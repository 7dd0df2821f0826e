"""The noun phrase behind a value: where it begins, and where it ends.

A phrase ends at a mark, at a modal, and before a verb or preposition that stands in no attribute of
it. A short bracket, a list with a last 或者 or 和, and an attribute with 的 belong to it.

Forms read::

    不超过3年的|分年偿还协议|；                       behind 的
    1辆以上|垃圾清运车|，                             or at once
    一个|乡镇（街道）便民服务中心|作为试点            before 作为
    10%的|社会力量举办的非营利性医院|开展…            a verb in an attribute ends nothing
    两个以上|法律、法规或者规章条款|，                a list
    5年以上|驾龄|的专职司机                           what lasts or has a size, of whom it is
    3年以上|期限的劳动合同|                           劳动合同期限
    60%的|比例让利于患者|                             让利于患者的比例
    最高10%且不超过100万元的|资金支持|                behind the other limit
"""

from __future__ import annotations

import re
from functools import cache

from graph.grammar.amounts import AMOUNT
from graph.grammar.measure_words import forms_of, written
from ontology import lexicon

_SHORTEST, _LONGEST = 2, 30  # characters of a noun phrase
_HARD = re.compile(r"[，。；：（）“”《》\n\d]")
_BRACKET = re.compile(r"（[\u4e00-\u9fff、，,/]{1,8}）(?=[\u4e00-\u9fff])")
_QUOTED = re.compile(r"“[^“”，。；]{1,12}”(?=[\u4e00-\u9fff（])")  # “5+3”模式
_OPENS = re.compile(r"(?:左右|之?间)?[ ]?(?P<of>的)?[ ]?")
_OTHER_LIMIT = re.compile(
    r"[，、][^，。；、\d]{0,14}?(?:不超过|不高于|不低于|不少于|最高|最多)"
    r"|(?:[，、]?[且但并])[^，。；\d]{0,4}?(?:不超过|不高于|不低于|不少于|最高|最多|总额)"
)
_ITS_AMOUNT = re.compile(rf"[^，。；\d]{{0,6}}{AMOUNT}[^，。；、的]{{0,4}}(?=的)")
_ALSO = re.compile(r"(?:或者|[或且并、])[^，。；\d]{0,24}?的")
# 开展一次对县级机构的考核
_FOR_WHOM = re.compile(r"对[^，。；、\d的]{2,16}的(?=[\u4e00-\u9fff]{2})")
_RATE = re.compile(
    r"(?:比例|标准|价格|幅度|额度|费率|利率|贴息率)(?=(?P<deed>(?![内的])[\u4e00-\u9fff]{2,16}?)(?:[，。；、（]|并|$))"
)
_RATE_OF = re.compile(r"(?:比例|标准|额度|幅度)的(?=[\u4e00-\u9fff]{2})")
_NO_NOUN = re.compile(
    r"、|部分|半径|范围|与(?![^，。；]{2,12}相[\u4e00-\u9fff]{1,2}的)|[或且并但及和由给予至到的]|等(?!级)|可(?!再|循|行)|应(?!急|用|届|聘)|不(?!动产)|按(?!揭|摩)"
    r"|在(?!校|职|岗|建|编)|对(?!外|口)|为|方面|均(?!衡)|以[上下内]"
)
_LIMITS = re.compile(
    r"[且并或.．]|可以|(?<![许认])可(?!再|循|行)|应当|(?<![供反响适])应(?!急|用|届|聘|收)|必须|须|不得|不应|不能|(?<![主重需必摘纪概])要(?!素|求|道|点|闻|件)"
    r"|都(?!市)|均(?!衡|等)"
)
_IN_ATTRIBUTE = 14  # characters between a verb and the 的 of the attribute that it stands in
_NO_NAME = ("要求", "目标", "水平", "标准", "比例", "任务", "规模", "条件", "情形", "幅度", "速度")
_GOAL = re.compile(
    r"(?<=补[贴助])政策$|(?<=奖励)政策$|的(?:目标|任务|要求|水平|规模|政策|规定)$|(?<=[\u4e00-\u9fff]{2})[和与及、]$"
)
_TOGETHER = re.compile("(?:共同|联名)")  # 两个以上部门共同作出的决定
_OF_WHAT = ("期限",)
_BRACKETED = re.compile(r"（[^（）]{1,16}）$")
_CLAUSE = re.compile(r"[^，。；\n]*")
_PAID = re.compile(rf"[ ]?{AMOUNT}[ ]?元")
_SIZED = re.compile(rf"[ ]?{AMOUNT}[^，。；、\d]{{1,6}}的")  # 一家年产活猪300万头的中心
_WHEN = re.compile(r"(?<![小临及同定工学课前])(?:之|以)?[后时]$")
_NUMBERED = re.compile(rf"、(?=[ ]?(?:{AMOUNT})[^\W\d])")  # 一名医师、三名护士: another value
_LISTED = re.compile(
    r"(?:[\u4e00-\u9fff]{2,8}、){0,5}[\u4e00-\u9fff]{2,8}?(?:或者|以及|和|及|或)"
    r"[\u4e00-\u9fff]{2,10}?(?=[，。；（]|$)"
)


@cache
def _granted() -> re.Pattern[str]:
    return re.compile(forms_of("grant"))


@cache
def _has_size() -> re.Pattern[str]:
    nouns = "|".join(forms_of(key) for key in ("sized", "property", "measured", "set-by-rule"))
    return re.compile(f"(?:{nouns})$")


@cache
def _one() -> re.Pattern[str]:
    """A thing that is counted and has something: 部门 in 三个以上部门的事项."""
    return re.compile(
        rf"[\u4e00-\u9fff]{{0,4}}(?:部门|地区|环节|[员师]|{forms_of('head-noun')})(?=的)"
    )


@cache
def lasts() -> re.Pattern[str]:
    """Return a pattern of words that end in a thing that lasts: 劳动合同, 驾龄."""
    return re.compile(f"(?:{forms_of('lasts')})$")


@cache
def _ends() -> re.Pattern[str]:
    """Verbs and prepositions that a noun phrase ends before, unless they stand in its attribute."""
    verbs = lexicon.alternation(
        form for form in written("takes-object") if len(form) > 1 and form != "建设"
    )
    return re.compile(
        rf"(?:{verbs})(?![者员商权证费书]|人(?!力|才|民))"
        rf"(?!(?:{forms_of('not-a-task')})(?!化))"
        rf"|(?:{forms_of('ends-a-noun')})|监督(?!管理|检查|部门|机构|人?员|电话|性)"
        r"|给(?!水|付|排)|(?<![出转受])让(?!利)|(?<![自理])由|按(?!揭|摩)|从(?!业)|达(?![标成])|用来"
        r"|(?<![A-Za-z\d])[ ](?![A-Za-z\d])"
        r"|(?<![存现内])在(?![校职岗编建途籍])|(?<![核针面比])对(?![象外口])"
        r"|(?<![面方定导走意趋动])向(?!日)|(?<![行作成认视称因])为(?!主|生)|以(?![上下内外及])"
        r"|执业(?![医药资证经人期律许活])|(?<!达)到(?![位期场岸账达])|就(?!业|餐|医|读|诊)"
        r"|(?<=[者员目业位人])中(?![心小层型学医央国等职])|(?<=[费金])支持(?=[\u4e00-\u9fff]{2})"
        r"|因(?![素特果子公病])|外(?![国商资籍地来贸部出语汇])|(?<![高中初同平])等(?![级离])"
    )


def has_size(words: str) -> bool:
    """Tell whether words before a value end in a noun that has a size: 建筑面积, 合格率."""
    return _has_size().search(_BRACKETED.sub("", words)) is not None


def is_verbal(words: str) -> bool:
    """Tell whether words behind a value begin with a verb of the clause: 专门面向中小企业."""
    return "的" not in words and _ends().match(words) is not None


def size_of(words: str) -> re.Match[str] | None:
    """Return the noun that has a size, where words before a value end in one."""
    return _has_size().search(words)


def noun_behind(
    text: str, start: int, stop: int, *, deed: bool = False
) -> tuple[str, int, bool] | None:
    """Return the noun phrase behind a value, where it ends, and whether 的 stands before it.

    With ``deed`` it is the object of 开展, and what is done can end it: 现场检查.

    >>> noun_behind("不超过3年的分年偿还协议；", 5, 13)
    ('分年偿还协议', 12, True)
    """
    start, stop = _behind_other_limit(text, start, stop)
    opened = _OPENS.match(text, start, stop)
    if opened is None:
        return None
    of, at = opened["of"] is not None, opened.end()
    for attribute in (_FOR_WHOM, _ALSO):
        if attribute is _ALSO and _NO_NOUN.match(text, at, stop):
            return None
        at = found.end() if (found := attribute.match(text, at, stop)) else at
    if rate_of := _RATE_OF.match(text, at, stop):  # 50%比例的补贴
        at, of = rate_of.end(), True
    if rate := _RATE.match(text, at, stop):
        return f"{rate['deed']}的{rate.group()}", rate.end("deed"), of
    end = _phrase_end(text, at, stop, of=of, deed=deed)
    if when := _WHEN.search(text, at + _SHORTEST, end):  # 设定两项以上抵押权时，
        end = when.start()
    noun = text[at:end].strip()
    for generic in _OF_WHAT:  # 3年以上期限的劳动合同
        if not of and noun.startswith(generic) and len(noun) > len(generic):
            noun = noun[len(generic) :].removeprefix("的") + generic
    none = _NO_NOUN.match(noun) or noun.endswith(("的", "为主")) or noun in _NO_NAME
    paid = _PAID.match(text, end) and _granted().fullmatch(noun)  # 奖励5万元: a verb
    if none or paid or _SIZED.match(text, end) or not _SHORTEST <= len(noun) <= _LONGEST:
        return None
    return noun, at + len(text[at:end].rstrip()), of


def _behind_other_limit(text: str, start: int, stop: int) -> tuple[int, int]:
    """Return where the words behind a value go on, past another limit of the same noun."""
    other = _OTHER_LIMIT.match(text, start)
    amount = _ITS_AMOUNT.match(text, other.end()) if other else None
    if amount is None:
        return start, stop
    clause = _CLAUSE.match(text, amount.end())
    return amount.end(), max(stop, clause.end() if clause else stop)


def _phrase_end(text: str, at: int, stop: int, *, of: bool, deed: bool) -> int:
    """Return where a phrase that begins at ``at`` ends; there itself where a verb begins it."""
    verb = _ends().match(text, at, stop)
    if (
        verb and text.find("的", verb.end(), min(stop, verb.end() + _IN_ATTRIBUTE)) < 0
    ):  # 5%计征, 3人参加
        return at
    listed = _LISTED.match(text, at, stop)
    if listed and _ends().search(text, at + 1, listed.end()) is None:
        return listed.end()
    end = _end(text, at, _limit(text, at, stop), of=of, deed=deed)
    goal = _GOAL.search(text, at, end)  # 1亩以上经济林的目标
    return goal.start() if goal else end


def _limit(text: str, at: int, stop: int) -> int:
    """Return where a mark ends the words; a short bracket within the phrase does not."""
    while mark := _HARD.search(text, at, stop):
        bracket = (_BRACKET if mark.group() == "（" else _QUOTED).match(text, mark.start(), stop)
        if bracket is None:
            return mark.start()
        at = bracket.end()
    return stop


@cache
def _deed() -> re.Pattern[str]:
    return re.compile(f"(?!(?:{forms_of('ends-a-noun')})$)(?:{forms_of('takes-object')})")


def _is_a_deed(verb: str) -> bool:
    """Whether a verb at the end of a clause is the noun of what is done: 现场检查."""
    return _deed().fullmatch(verb) is not None and len(verb) > 1


def _end(text: str, at: int, limit: int, *, of: bool, deed: bool) -> int:
    """Return where a noun phrase that begins at ``at`` ends."""
    for always in (_LIMITS.search(text, at + 1, limit), _TOGETHER.search(text, at + 2, limit)):
        limit = min(limit, always.start()) if always else limit
    for verb in _ends().finditer(text, at + 1, limit):
        ends = verb.end() == limit  # 两次以上现场检查，一项治理工程建设，
        if ends and (verb.group() == "建设" or (deed and _is_a_deed(verb.group()))):
            break
        behind = text.find("的", verb.end(), min(limit, verb.end() + _IN_ATTRIBUTE))
        if behind < 0 or behind + _SHORTEST > limit:
            limit = verb.start()
            break
    if other := _NUMBERED.search(text, at, limit + 1):
        limit = other.start()
    elif text[limit : limit + 1].isdigit() and "、" in text[at:limit]:  # …采购项目、超过400万元的
        limit = text.rindex("、", at, limit)
    limit -= text.endswith("、", at, limit)
    if text.endswith("的", at, limit) and _HARD.match(text, limit):  # 经过两年教学实践检验的；
        limit -= 1
    if not of and (one := _one().match(text, at, limit)):  # 三个以上部门的事项
        return one.end()
    attribute = text.find("的", at, limit)
    sized = text[at : max(attribute, at)]
    if not of and sized not in _OF_WHAT and (has_size(sized) or lasts().search(sized)):
        return attribute  # 5年以上驾龄的专职司机
    return limit
