"""Entitlements that a verb of giving states: who is given what, or what is owed.

Forms read::

    对生活困难的群众，可以给予临时救助              whom the clause, or one before it, is about
    对符合临时救助条件的，给予临时救助              a case that stands for the person
    对为毕业生提供服务的人才中介机构给予专项补贴    the last of the description is the receiver
    应给予劳动者经济补偿、发放农民工工资            whose words stand behind the verb
    对特困人员参保的个人缴费部分给予全额资助        whose expense it is
    政策范围内住院医疗费用按比例予以报销            nobody is named, yet the money is owed
    足额支付土地补偿费、安置补助费
    农村居民采伐自留地的林木，免征育林基金          what somebody need not pay

None are what was given (给予了补助), is denied or reclaimed, what a thing or a place is given
(对项目给予补助), and what the benefit only describes (给予补贴的标准).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from graph.extract import holders
from graph.extract.entitlement_words import pattern
from graph.extract.rights import exempting, objects, owners, receivers
from graph.extract.rights.entitlement import Entitlement
from graph.grammar.sentences import clauses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.grammar.sentences import Stretch

_CHEAP = re.compile(r"[给予放付现实供赋补免]")
_PAST = re.compile(r"了|过(?!渡)")
_FREE = re.compile(r"免费[\u4e00-\u9fff]{2,}")
_FROM = re.compile(
    r"(?:征收|征用|占用|调用|征购|拆迁|拆除|收回|损坏|毁损|毁坏|搬迁|采伐)(?:了|的)?"
)
_OF = re.compile(r"对(?![象口方策应照比]|外(?!国|来|地|籍|商))于?")
_GIVEN_THAT = re.compile(r"(?:基础上|前提下|情况下|的|时|后)[，。；：\s]*$")
_ONE = re.compile(r"参加|从事|提供|在")  # a description, no list
_LEADS_TO = re.compile(r"[了好各类项向给]*")  # 落实好各类企业…
_DIRECT = re.compile(r"每|一定|适当|一次性|不超过|最高|相应|[0-9０-９]")
_HAS = re.compile(r"享有|享受|给予|予以")
_GIVING = frozenset({"给予", "予以"})
_POLICY = frozenset({"落实", "兑现"})
_GRANTED = re.compile(r"给予|予以|发放")
_DAMAGES = re.compile(r"赔偿金?$")  # 乘客造成损失的，应当予以赔偿: who pays
_OWES = re.compile("应|须|要")  # 采购人应与供应商协商，给予合理补偿
_OWED_BY = re.compile(r"补偿|赔偿|工资|报酬|补偿[金费款]|安置费|违约金|待遇")
_SHARE = re.compile(r"[0-9０-９](?:%|％|万?元)|比例|标准")
_EACH_OF = re.compile(
    r"每[名位个家户](?P<who>[\u4e00-\u9fff、]{2,20}?)(?=最高|不超过|一次性|[0-9０-９])"
)
_EACH = re.compile(r"每(?:人|户|位|名|个家庭)")
_TO_GOVERNMENT = re.compile(r"(?:当地|所在地|属地|相关|有关|各级)?(?:人民)?政府(?!购买|采购|性)")
_USED_FOR = re.compile("用于")
_WAGES = re.compile(r"(?:经济补偿金?|工资|劳动报酬)$")  # an employer pays them
_EMPLOYER = re.compile(r"(?:企业|单位|公司)$")
_MADE_GOOD = re.compile(r"补偿|安置")
_FURTHER = re.compile(r"(?:或者?|并|、|以及)(?:提供|给予|支付|发放|发给)")
_UNTIL = re.compile(r"直?至[^，。；]{1,12}$")
_ENTITLES, _COLLECTIVE = "赋予", "集体"
_OF_A_GIVER = re.compile(
    r"服务的[^，。；]{2,30}(?:增加|给予|予以|根据|按照)"
)  # 提供服务的设施增加奖励
_HONOUR = re.compile(r"(?:通报)?(?:表彰|表扬)(?:和|、|与|或者?)(?=奖励|奖金|物质奖励)")
_BY_MERIT = re.compile(r"(?:根据|按照?|视)")
_DESERTS = re.compile("的?(?:贡献|表现|业绩|成绩|困难程度|损失)")
_MERIT = re.compile(r"表彰|表扬|通报")  # honours for merit
_FOR_SURVIVORS = re.compile(r"丧葬|抚恤|遗属")
_DIED = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{1,30}?)(?:因[\u4e00-\u9fff]{1,8})?(?:死亡|去世|逝世|身故|亡故|病故|牺牲|殉职)"
)
_MOST = 40


def cues() -> re.Pattern[str]:
    """Return the cheap question of a clause: does one of the letters stand in it that all need?"""
    return _CHEAP


def find(text: str, sentence: Stretch, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield what a clause, whose words end at ``end``, gives somebody."""
    if not cues().search(text, clause.start, end):
        return
    for verb in reversed(list(_gives().finditer(text, clause.start, end))):
        if _PAST.match(text, verb.end()):
            return
        if exempting.spoiled().search(text, clause.start, verb.start()):
            continue
        found = list(_given(text, sentence, clause, verb, end))
        yield from found
        if found:
            return
    yield from exempting.find(text, sentence, clause, end)


@cache
def _gives() -> re.Pattern[str]:
    return pattern("give", behind="(?!的|对象|人|者|方|标准|条件)")


@dataclass(frozen=True, slots=True)
class _Gift:
    """The words of what is given, from their determiners to the noun."""

    start: int
    end: int
    due: bool  # whether it is owed to somebody even where nobody is named


def _gift(
    text: str, start: int, end: int, *, service: bool = False, measured: bool = False
) -> _Gift | None:
    """Return what is given by the words behind a verb, or None where it is no benefit."""
    if further := _FURTHER.search(text, start, end):  # 支付临时安置费或者提供周转用房
        end = further.start()
    if until := _UNTIL.search(text, start, end):  # 按月发放生活津贴直至终老
        end = until.start()
    last = objects.without_amount(text, start, end)
    words = "".join(text[start:last].split())
    if honour := _HONOUR.match(text, start, last):  # 给予表彰和奖励
        start = honour.end()
        words = "".join(text[start:last].split())
    if not words or len(words) > _MOST + _MOST or _MERIT.search(words) or _HAS.search(words):
        return None
    if _GIVEN_THAT.search(text, start, end) or _OF_A_GIVER.search(text, start, end):
        return None
    free = _FREE.search(words)
    if free and (service or free.start() == 0):
        first = text.find("免", start, last)
        return _Gift(first, last, due=False)
    entitled = text.endswith(_ENTITLES, 0, start) and objects.names_right(words)
    if not (_grant().search(words) or entitled or (measured and _aid().search(words))):
        return None
    return _Gift(start, last, due=_due().search(words) is not None)


@cache
def _grant() -> re.Pattern[str]:
    return pattern("grant-noun", behind="$")


@cache
def _aid() -> re.Pattern[str]:
    return pattern("aid-noun", behind="$")


@cache
def _due() -> re.Pattern[str]:
    return pattern("due", behind="$")


@cache
def _must() -> re.Pattern[str]:
    return pattern("must-pay")


def _given(
    text: str, sentence: Stretch, clause: Stretch, verb: re.Match[str], end: int
) -> Iterator[Entitlement]:
    if _USED_FOR.search(text, clause.start, verb.start()):
        return  # 补贴用于单位支付见习人员生活费: what it is spent on
    measured = verb.group() in _GIVING and _SHARE.search(text, clause.start, end) is not None
    service = verb.group() == "提供"
    gift = _gift(text, verb.end(), end, service=service, measured=measured)
    if gift is None:
        return
    whose, start = _whose(text, sentence, clause, verb, gift)
    if whose.refused or _TO_GOVERNMENT.match(text, verb.end(), end):
        return
    lead = text[clause.start : verb.start()]
    owed = gift.due and (verb.group() in _GIVING or _must().search(lead) is not None)
    owed = owed or _EACH.match(text, gift.start) is not None  # 给予每人每月1000元生活补助费
    whose = _completed(text, sentence, verb.start(), gift, whose)
    if whose.refused or not (whose.names or whose.nobody or owed):
        return
    whole = verb.group() == _ENTITLES and text.startswith("对", start)  # 赋予农民对资产的占有权
    if whole or text.startswith("免费", start) or _ONE.search(text, start, gift.end):
        rights = [objects.deed(text, start, gift.end)]
    else:
        rights = objects.held(text, start, gift.end, benefits=True, given=True)
    for one in rights:
        bare = not whose.names and not owed and one.name in objects.BARE
        if one.name not in whose.names and not bare:
            yield Entitlement(one, whose.names, "right.given", alone=owed or whose.nobody)


def _completed(
    text: str, sentence: Stretch, verb: int, gift: _Gift, whose: receivers.Receivers
) -> receivers.Receivers:
    """Return the receivers, found elsewhere in the sentence where none is named, or refused."""
    if not whose.names:
        whose = _taken_from(text, sentence, verb, gift) or whose
    if _WAGES.search(text, gift.start, gift.end) and any(map(_EMPLOYER.search, whose.names)):
        return receivers.Receivers(refused=True)
    if not whose.names and _DAMAGES.search(text, gift.start, gift.end):
        return receivers.Receivers(refused=True)  # 造成损坏的，应当予以赔偿: a liability
    if whose.names and _FOR_SURVIVORS.search(text, gift.start, gift.end):
        died = _DIED.search(text, sentence.start, verb)
        if died and any(died["who"].endswith(name) for name in whose.names):
            return receivers.Receivers(nobody=True)  # 参保人死亡，发给丧葬补助费: who survives him
    if whose.nobody and not whose.names:
        return replace(whose, names=owners.only_one(text, sentence.start, verb))
    return whose


def _whose(
    text: str, sentence: Stretch, clause: Stretch, verb: re.Match[str], gift: _Gift
) -> tuple[receivers.Receivers, int]:
    """Return who is given something, and where the words of what is given begin."""
    start = gift.start
    found, first = holders.behind(text, verb.end(), gift.end)
    if not found and (each := _EACH_OF.match(text, verb.end(), gift.end)):
        # 给予每名创新之星、创业之星10万元奖励; 每个县、市 are places
        names = tuple(
            who for who in each["who"].split("、") if not receivers.any_thing().search(who)
        )
        return receivers.Receivers(names), each.end()
    named = tuple(holders.names(found, receivers.RECEIVING))
    if named and not _LEADS_TO.fullmatch(text, verb.end(), found[0].start):
        named = ()
    whose = receivers.before(text, sentence, clause, verb.start())
    if verb.group() in _POLICY and _GRANTED.search(text, sentence.start, clause.start):
        whose = receivers.Receivers(refused=not named)  # what is carried out besides a grant
    same = bool(named and whose.names) and named[0].endswith(whose.names)
    if named and not whose.nobody and (not whose.names or same or _DIRECT.match(text, first)):
        whose, start = receivers.Receivers(named), first  # 给予主办单位5万元补贴
    elif not whose.names and not whose.refused and not whose.nobody:
        whose = receivers.aside(text, sentence, clause)
        owes = _OWED_BY.search(text, gift.start, gift.end) and _OWES.search(
            text, sentence.start, verb.start()
        )
        if not whose.names and not owes and not _DAMAGES.search(text, gift.start, gift.end):
            whose = receivers.subject(text, sentence, clause, verb.group())
        if _stands_alone(text, clause, verb, gift, whose):
            whose = _of_case(text, sentence, clause, verb.group()) or whose
    return whose, start


def _of_case(
    text: str, sentence: Stretch, clause: Stretch, verb: str
) -> receivers.Receivers | None:
    """Return whom a case tells of: 毕业生自主创业，符合条件的，给予补贴."""
    found = receivers.case(text, sentence, clause, of_anybody=True)
    if not (found.names or found.nobody):
        return None
    told = receivers.subject(text, sentence, clause, verb, of_having=True)
    return told if told.names else found


def _stands_alone(
    text: str,
    clause: Stretch,
    verb: re.Match[str],
    gift: _Gift,
    whose: receivers.Receivers,
) -> bool:
    """Whether only a case can tell who is given it: 完成更新造林的，给予造林补助."""
    lead = text[clause.start : verb.start()]
    owes = _OWED_BY.search(text, gift.start, gift.end)  # 占用土地的，应当给予补偿: who pays
    told = whose.names or whose.refused or whose.nobody or owes
    return (
        not told
        and not holders.has_head(text, clause.start, verb.start())
        and (not lead.strip() or holders.may_stand_between(lead))
    )


def _taken_from(text: str, sentence: Stretch, verb: int, gift: _Gift) -> receivers.Receivers | None:
    """Return whose thing is taken that is made good: 征用农户的土地，并给予补偿.

    Else who is the whole first clause: 已办理手续的参保病人，…发生的费用，由经办机构予以报销.
    """
    if _MADE_GOOD.search(text, gift.start, gift.end):
        for taking in reversed(list(_FROM.finditer(text, sentence.start, verb))):
            found, first = holders.behind(text, taking.end(), verb)
            names = tuple(holders.names(found, receivers.RECEIVING))
            if names and text.startswith(_COLLECTIVE, first):  # 征收农民集体所有的土地
                return receivers.Receivers((f"{names[-1]}{_COLLECTIVE}",))
            if names and text.startswith("的", first - 1):
                return receivers.Receivers(names)
            of = _OF.search(text, sentence.start, taking.start())
            head = receivers.first_head(text, of.end(), taking.start()) if of else None
            if of and head and holders.starts_predicate(text, head.end, taking.start()):
                found = holders.holders_ending(text, of.end(), head)
                return receivers.Receivers(tuple(holders.names(found, receivers.RECEIVING)))
    for merit in _BY_MERIT.finditer(text, sentence.start, verb):  # 根据检举人的贡献给予奖励
        found, first = holders.behind(text, merit.end(), verb)
        names = tuple(holders.names(found, receivers.RECEIVING))
        if names and _DESERTS.match(text, first):
            return receivers.Receivers(names)
    first_clause = next(clauses(text, sentence.start, sentence.end), None)
    if first_clause and first_clause.end <= verb and "的" in text[slice(*first_clause)]:
        return receivers.apposed(text, sentence, first_clause.end)
    return None
