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
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from graph.extract import holders, possessors
from graph.extract.entitlement_words import pattern
from graph.extract.person_names import named
from graph.extract.rights import exempting, gifts, givers, objects, owners, receivers
from graph.extract.rights.entitlement import Entitlement
from graph.grammar.cues import any_of
from graph.grammar.sentences import Stretch, clauses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extract.rights.gifts import Gift

_CHEAP = "给予放付现实供赋补免"
_PAST = re.compile(r"了|过(?!渡)")
_FROM = re.compile(
    r"(?:征收|征占用|征用|占用|调用|征购|拆迁|拆除|收回|损坏|毁损|毁坏|搬迁|采伐)(?:了|的)?"
)
_OF = re.compile(r"对(?![象口方策应照比]|外(?!国|来|地|籍|商))于?")
_HIS = re.compile("(?:依法)?(?:承包|经营|使用|所有)的")  # 征用农户承包的林地
_ONE = re.compile(r"参加|从事|提供|在")  # a description, no list
_LEADS_TO = re.compile(r"[了好各类项向给]*")  # 落实好各类企业…
_DIRECT = re.compile(r"每|一定|适当|一次性|不超过|最高|相应|[0-9０-９]")
_GIVING = frozenset({"给予", "予以"})
_A_POLICY = re.compile("政策$")
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
_COLLECTIVE, _HAS, _SERVES, _EACH_HIS = "集体", "享受", "提供", "分别"
_BY_MERIT = re.compile(r"(?:根据|按照?|视)")
_DESERTS = re.compile("的?(?:贡献|表现|业绩|成绩|困难程度|损失)")
_FOR_SURVIVORS = re.compile(r"丧葬|抚恤|遗属")
_DIED = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{1,30}?)(?:因[\u4e00-\u9fff]{1,8})?(?:死亡|去世|逝世|身故|亡故|病故|牺牲|殉职)"
)


def cue_words() -> tuple[str, ...]:
    """Return the letters of which one stands in each clause that gives something."""
    return tuple(_CHEAP)


@cache
def _cues() -> re.Pattern[str]:
    return any_of(cue_words())


def find(text: str, sentence: Stretch, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield what a clause, whose words end at ``end``, gives somebody."""
    if not _cues().search(text, clause.start, end):
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


@cache
def _must() -> re.Pattern[str]:
    return pattern("must-pay")


def _given(
    text: str, sentence: Stretch, clause: Stretch, verb: re.Match[str], end: int
) -> Iterator[Entitlement]:
    if _USED_FOR.search(text, clause.start, verb.start()):
        return  # 补贴用于单位支付见习人员生活费: what it is spent on
    if givers.only_urged(text, sentence, clause, verb):
        return
    measured = verb.group() in _GIVING and _SHARE.search(text, clause.start, end) is not None
    service = verb.group() == _SERVES
    gift = gifts.gift(text, verb.end(), end, service=service, measured=measured)
    if gift is None:
        return
    whose, start = _whose(text, sentence, clause, verb, gift)
    # 落实企业减免政策: whom it entitles, and to what, is told elsewhere
    policy = verb.group() in _POLICY and _A_POLICY.search(text, gift.start, gift.end)
    if whose.refused or (policy and whose.form) or _TO_GOVERNMENT.match(text, verb.end(), end):
        return
    lead = text[clause.start : verb.start()]
    owed = gift.due and (verb.group() in _GIVING or _must().search(lead) is not None)
    owed = owed or _EACH.match(text, gift.start) is not None  # 给予每人每月1000元生活补助费
    whose = _completed(text, sentence, clause, verb.start(), gift, whose)
    if whose.refused or not (whose.names or whose.nobody or owed):
        return
    if not whose.names and whose.form == "expense" and not gift.due:
        return  # 对官员、嘉宾的接待费给予补助: theirs, by no name that is read
    rights = _named(text, clause, verb, Stretch(start, gift.end), several=len(whose.names) > 1)
    for one in rights:
        bare = not whose.names and not owed and one.name in objects.BARE
        if one.name not in whose.names and not bare:
            form = f"-{whose.form}" if whose.form else ""
            rule = f"right.given{form}" if whose.names else "right.given-owed"
            yield Entitlement(one, whose.names, rule, alone=owed or whose.nobody)


def _named(
    text: str, clause: Stretch, verb: re.Match[str], words: Stretch, *, several: bool
) -> list[objects.Held]:
    """Return what is given by its names; of ``several`` receivers each has another sum."""
    start, last = words
    sums = gifts.SUMS.match(text, start, last)
    if sums and several and _EACH_HIS in text[clause.start : verb.end()]:
        start = sums.end()
    # 赋予农民对资产的占有权
    whole = verb.group() == gifts.ENTITLES and text.startswith("对", start)
    if whole or text.startswith("免费", start) or _ONE.search(text, start, last):
        return [objects.deed(text, start, last)]
    return objects.held(text, start, last, benefits=True, given=True)


def _completed(
    text: str,
    sentence: Stretch,
    clause: Stretch,
    verb: int,
    gift: Gift,
    whose: receivers.Receivers,
) -> receivers.Receivers:
    """Return the receivers, found elsewhere in the sentence where none is named, or refused."""
    if not whose.names:
        other = _taken_from(text, sentence, verb, gift) or givers.given_by(text, clause, verb)
        whose = replace(other, form="elsewhere") if other else whose
    if _WAGES.search(text, gift.start, gift.end) and any(map(_EMPLOYER.search, whose.names)):
        return receivers.Receivers(refused=True)
    if not whose.names and _DAMAGES.search(text, gift.start, gift.end):
        return receivers.Receivers(refused=True)  # 造成损坏的，应当予以赔偿: a liability
    if whose.names and _FOR_SURVIVORS.search(text, gift.start, gift.end):
        died = _DIED.search(text, sentence.start, verb)
        if died and (named(died["who"]) or died["who"]).endswith(whose.names):
            return receivers.Receivers(nobody=True)  # 参保人死亡，发给丧葬补助费: who survives him
    if whose.nobody and not whose.names:
        only = owners.only_one(text, sentence.start, verb)
        case = receivers.case(text, sentence, clause, of_anybody=True) if not only else whose
        names = only or case.names
        return replace(whose, names=names, form="elsewhere") if names else whose
    return whose


def _whose(
    text: str, sentence: Stretch, clause: Stretch, verb: re.Match[str], gift: Gift
) -> tuple[receivers.Receivers, int]:
    """Return who is given something, and where the words of what is given begin."""
    start = gift.start
    if verb.group() == _HAS:  # 享受城乡居民基本养老保险补助: whose it is stands before
        found, first = list[holders.Holder](), start
    else:
        found, first = possessors.behind(text, verb.end(), gift.end)
    if not found and (each := _EACH_OF.match(text, verb.end(), gift.end)):
        # 给予每名创新之星、创业之星10万元奖励; 每个县、市 are places
        names = tuple(
            who for who in each["who"].split("、") if not receivers.any_thing().search(who)
        )
        return receivers.Receivers(names, form="behind"), each.end()
    behind = tuple(holders.names(found, receivers.RECEIVING))
    if behind and not _LEADS_TO.fullmatch(text, verb.end(), found[0].start):
        behind = ()
    whose = receivers.before(text, sentence, clause, verb.start())
    if verb.group() in _POLICY and _GRANTED.search(text, sentence.start, clause.start):
        whose = receivers.Receivers(refused=not behind)  # what is carried out besides a grant
    same = bool(behind and whose.names) and behind[0].endswith(whose.names)
    if behind and not whose.nobody and (not whose.names or same or _DIRECT.match(text, first)):
        whose, start = receivers.Receivers(behind, form="behind"), first  # 给予主办单位5万元补贴
        if shares := gifts.SHARES.match(text, first, gift.end):
            whose, start = replace(whose, names=(*behind, shares["who"])), shares.end()
    elif not whose.names and not whose.refused and not whose.nobody:
        whose = replace(receivers.aside(text, sentence, clause), form="elsewhere")
        owes = _OWED_BY.search(text, gift.start, gift.end) and _OWES.search(
            text, sentence.start, verb.start()
        )
        if not whose.names and not owes and not _DAMAGES.search(text, gift.start, gift.end):
            whose = _subject(text, sentence, clause, verb)
        if _stands_alone(text, clause, verb, gift, whose):
            case = _of_case(text, sentence, clause, verb.group())
            whose = replace(case, form="case") if case else whose
    return whose, start


def _subject(
    text: str, sentence: Stretch, clause: Stretch, verb: re.Match[str]
) -> receivers.Receivers:
    """Return who is the subject of a clause before; who gives by himself gets nothing."""
    told = receivers.subject(text, sentence, clause, verb.group())
    if told.names and givers.is_subject(text, sentence, told.names[0], verb.start()):
        return receivers.Receivers(refused=True)
    return replace(told, form="subject")


def _of_case(
    text: str, sentence: Stretch, clause: Stretch, verb: str
) -> receivers.Receivers | None:
    """Return whom a case tells of: 毕业生自主创业，符合条件的，给予补贴."""
    found = receivers.case(text, sentence, clause, of_anybody=True)
    if not (found.names or found.nobody or found.form == receivers.NAMED_BEFORE):
        return None
    told = receivers.subject(text, sentence, clause, verb, of_having=True)
    return told if told.names else found


def _stands_alone(
    text: str,
    clause: Stretch,
    verb: re.Match[str],
    gift: Gift,
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


def _taken_from(text: str, sentence: Stretch, verb: int, gift: Gift) -> receivers.Receivers | None:
    """Return whose thing is taken that is made good: 征用农户的土地，并给予补偿.

    Else who is the whole first clause: 已办理手续的参保病人，…发生的费用，由经办机构予以报销.
    """
    if _MADE_GOOD.search(text, gift.start, gift.end):
        for taking in reversed(list(_FROM.finditer(text, sentence.start, verb))):
            found, first = possessors.behind(text, taking.end(), verb)
            names = tuple(holders.names(found, receivers.RECEIVING))
            if names and text.startswith(_COLLECTIVE, first):  # 征收农民集体所有的土地
                return receivers.Receivers((f"{names[-1]}{_COLLECTIVE}",))
            if names and (text.startswith("的", first - 1) or _HIS.match(text, first)):
                return receivers.Receivers(names)
            of = _OF.search(text, sentence.start, taking.start())
            head = receivers.first_head(text, of.end(), taking.start()) if of else None
            if of and head and holders.starts_predicate(text, head.end, taking.start()):
                found = holders.holders_ending(text, of.end(), head)
                return receivers.Receivers(tuple(holders.names(found, receivers.RECEIVING)))
    for merit in _BY_MERIT.finditer(text, sentence.start, verb):  # 根据检举人的贡献给予奖励
        found, first = possessors.behind(text, merit.end(), verb)
        names = tuple(holders.names(found, receivers.RECEIVING))
        if names and _DESERTS.match(text, first):
            return receivers.Receivers(names)
    first_clause = next(clauses(text, sentence.start, sentence.end), None)
    if first_clause and first_clause.end <= verb and "的" in text[slice(*first_clause)]:
        return receivers.apposed(text, sentence, first_clause.end)
    return None
