"""Entitlements whose verb has the holder for its subject.

Forms read::

    消费者享有自主选择商品和公平交易的权利          享有, 享受, 有权获得, 拥有
    公民都有接受国防教育的权利和义务
    居住证持有人享受劳动就业，参加社会保险的权利    over commas too
    申请人对决定不服的，有权申请行政复议            有权 and what it is to do
    残疾人凭证件优先购票，享受免费停车待遇          the subject of a clause before
    被征收人可以自主选择货币补偿                    可以 and a free choice, precedence, no charge
    就业困难人员可申请一次性创业补贴                可以 and to apply for a benefit
    当事人对决定不服的，可以依法申请行政复议        可以 and a claim or a remedy
    由被安置人员申请协调和裁决                      who is left to claim it
    企业可按规定继续享受至期满                      可 and to go on with what one has
    对毕业生免费办理档案托管、残疾人持证免费乘车    no charge
    集体收益分配权是成员享有的财产权利              a definition

None are what is denied (不得享受), what has been (已享受) and what only tells which ones
(享受补贴的人员名单, 有权处理的部门). Authorities and their officials have powers: 海警机构有权检查.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract import holders
from graph.extract.entitlement_words import alternatives, pattern
from graph.extract.person_phrases import Holder
from graph.extract.rights import objects, receivers
from graph.extract.rights.entitlement import Entitlement
from graph.grammar.cues import Cued, cued
from graph.grammar.sentences import Stretch
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator


_TO_DO = cued(r"(?<![所占持共国公私没无专原])有权(?![利限益属威力衡机部，。；：、的])", ("有权",))
_LONGEST_DEED = 60
_SHORTEST_DEED = 4  # 优先购票
_SHORTEST_ACT = 2  # 有权拒绝
_TELLS_WHICH = re.compile(
    r"的(?:[\u4e00-\u9fff]{0,10}(?:机关|部门|单位|机构|法院|人|人员|组织|事项))?$"
)
_SERIES = re.compile(
    r"(?P<deeds>(?:(?!享有|享受|应当|不得|有权)[^。；：])*?，(?:(?!享有|享受|应当|不得|有权)[^。；：])*?)的(?:权利|自由)(?=[，。；]|$)"
)
_SYSTEM = re.compile(r"(?:的|等)?(?:制度|政策|措施|办法)$")  # 实行老年人免费乘车制度
_MAY = cued(r"(?:均|也|都|还|亦|即)?可(?:以)?(?=[\u4e00-\u9fff])", ("可",))
_FREE = re.compile(r"免费(?=[\u4e00-\u9fff]{2})(?!教育|的)")
_APPLIES = cued(
    r"(?P<what>[^，。；：]{0,30}(?:政策|措施|待遇|规定))(?:同等|平等|同样|一律平等|一视同仁地?)适用于",
    ("适用于",),
)
_BY = re.compile(r"(?<![自理缘因来])由(?!于|此)")
_ACTS = frozenset({"查阅", "陈述", "抄录"})  # what is done in a procedure
_GIVES = re.compile(r"给予|予以")
_DEFINED = cued(
    r"(?:均|都)?(?:是|属于|系)(?=[^，。；]{2,40}(?:享有的?|赋予|的)[^，。；]{0,12}(?:权利?|物权)$)",
    ("权",),
)
_PERSONS = frozenset({holders.PERSON})
_HOLDING = frozenset({holders.PERSON, holders.ORGANISATION, holders.OFFICER})
_DOING = frozenset({holders.PERSON, holders.ORGANISATION})
_POWERS = re.compile(r"(?:机构|组织|工会|团体|单位)$")
_OWN_POWER = re.compile(r"(?:用人|任何|经营|建设|其他|生产|施工|使用|承包)[^，。]{0,4}$")


@cache
def _having() -> Cued:
    words = lexicon.written("measure-words", "has")
    # 公民都有接受国防教育的权利和义务
    has = "(?<![所占持共国公私没无专原享])有(?=[^，。；：]{2,40}的(?:权利|自由)(?:和义务|与义务)?$)"
    return cued(f"{lexicon.alternation(words)}(?:到|了)?|{has}", (*words, "有"))


@cache
def _denied() -> re.Pattern[str]:
    """Return a pattern of what denies an entitlement, right before its verb."""
    adverb = "同时|再|继续|重复|按规定|一并|将|其|再次|依法|按照规定"
    return re.compile(rf"(?:{alternatives('not-held')})(?:{adverb})*$")


@cache
def _choice() -> re.Pattern[str]:
    return pattern("choose")


@cache
def _apply() -> re.Pattern[str]:
    words = "申请享受|申请领取|申请获得|申请|领取|享受|获得|提取|申领|申报|参加|接受"
    return re.compile(rf"(?:[^，。；]{{0,12}}?)(?:{words})(?!的)")


@cache
def _no_name() -> re.Pattern[str]:
    """Return a pattern of what is only called free: 免费培养项目, 免费提供教科书的范围."""
    return pattern("no-name-free", behind="(?:，|。|；|$)")


@cache
def _claim() -> re.Pattern[str]:
    """Return a pattern of a deed by which somebody claims what is his."""
    where = r"[对向在自就以按凭持从于][^，。；]{1,48}?|(?:通过|按照|依照)[^，。；]{1,12}?"
    adverb = rf"(?:{alternatives('link')}|{where})*"
    adverb = rf"{adverb}(?:进行|予以|提出)?"
    demand = rf"(?:{alternatives('demand')})[^，。；的]{{0,20}}?(?:{alternatives('remedy')})"
    return re.compile(rf"{adverb}(?:(?:{alternatives('claim')})|{demand})")


@cache
def _any() -> re.Pattern[str]:
    """Return the cheap question of a clause: does one of the words stand in it that all need?"""
    cued_by = (_having(), _TO_DO, _MAY, _APPLIES, _DEFINED)
    return re.compile("|".join((*(each.cue.pattern for each in cued_by), "免费", "由")))


def find(text: str, sentence: Stretch, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield what a clause, whose words end at ``end``, says that its subject has or may do."""
    if not _any().search(text, clause.start, end):
        return
    defined = list(_defined(text, clause, end))
    if defined:
        yield from defined
        return
    seen: list[Stretch] = []
    found: list[Entitlement] = []
    for match in _having().finditer(text, clause.start, end):
        if not _denied().search(text, clause.start, match.start()):
            seen.append(Stretch(match.start(), end))
            found += _had(text, sentence, clause, match, end)
    for match in _TO_DO.finditer(text, clause.start, end):
        if any(each.start <= match.start() < each.end for each in seen):
            continue
        if not _denied().search(text, clause.start, match.start()):
            seen.append(Stretch(match.start(), end))
            found += _to_do(text, sentence, clause, match, end)
    yield from found
    if not found:
        yield from _equal(text, clause, end)
        yield from _free_choice(text, sentence, clause, end)


def _holders(
    text: str, sentence: Stretch, clause: Stretch, verb: tuple[int, int], kinds: frozenset[str]
) -> list[Holder]:
    """Return who is the subject of a verb, nobody where one of them cannot hold a right."""
    found = holders.subject(text, clause, verb)
    lead = text[clause.start : verb[0]]
    if holders.for_another(lead):
        return []
    stands = not lead.strip() or lead.endswith("的") or holders.may_stand_between(lead)
    if not found and stands:
        found = holders.subject_before(text, sentence, clause.start)
        about = receivers.topic(text, sentence, clause)
        if not found and not lead.strip():
            apposed = receivers.apposed(text, sentence, clause.start)
            if apposed.names:
                return [Holder(name, verb[0], verb[0]) for name in apposed.names]
        nearer = _without_powers(found)
        # 对毕业生创办的企业，按规定享受优惠; but who does not agree (对意见有异议的) is no topic
        if about.names and (not nearer or about.start >= nearer[0].start):
            return [Holder(name, verb[0], verb[0]) for name in about.names]
    return found if all(each.kind in kinds for each in found) else []


def _whose(
    text: str, sentence: Stretch, clause: Stretch, verb: tuple[int, int], kinds: frozenset[str]
) -> tuple[str, ...]:
    return tuple(holders.names(_holders(text, sentence, clause, verb, kinds), kinds))


def _had(
    text: str, sentence: Stretch, clause: Stretch, verb: re.Match[str], end: int
) -> Iterator[Entitlement]:
    start = verb.end()
    if text.startswith("的", start):
        start += 1
        if text[start:end] in objects.BARE:  # 告知当事人依法享有的权利
            return
    whose = _whose(text, sentence, clause, verb.span(), _HOLDING)
    found = objects.held(text, start, end, benefits=bool(whose))
    if not found and whose:
        # 享受劳动就业，参加社会保险，使用住房公积金的权利
        series = _SERIES.match(text, start, sentence.end)
        if series:
            found = [objects.deed(text, start, series.end("deeds"))]
    lead = text[clause.start : verb.start()]
    case = receivers.Receivers()
    if not whose and verb.group() != "拥有" and holders.may_stand_between(lead):
        case = receivers.case(text, sentence, clause)
    if case.names or case.nobody:
        for one in objects.held(text, start, end, benefits=True):
            yield Entitlement(one, case.names, "right.held", alone=True)
        return
    for one in found:
        # 拥有自主知识产权的企业 tells which
        if whose or (one.is_right and one.known and verb.group() != "拥有"):
            yield Entitlement(one, whose, "right.held")


def _equal(text: str, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield what holds for somebody as for others: 各项政策同等适用于外商投资企业."""
    match = _APPLIES.search(text, clause.start, end)
    if match is None:
        return
    found, first = holders.behind(text, match.end(), end)
    whose = tuple(holders.names(found, _DOING))
    if whose and not text[first:end].strip("，。； \n"):
        what = text[match.start("what") : match.end("what")]
        lead = re.match(r"(?:.*?(?:确保|保障|保证|推动|促进))?", what)
        start = match.start("what") + (lead.end() if lead else 0)
        yield Entitlement(objects.deed(text, start, match.end("what")), whose, "right.held")


def _has_powers(holder: Holder) -> bool:
    """Whether a body has powers rather than rights: 消防机构, but not 用人单位."""
    name = holder.name
    is_body = holder.kind == holders.ORGANISATION and _POWERS.search(name) is not None
    return is_body and not _OWN_POWER.match(name)


def _without_powers(found: list[Holder]) -> list[Holder]:
    """Return holders without bodies that have powers; 被收费单位和个人 are both none."""
    if any(each.kind == holders.PERSON for each in found):
        return found
    return [each for each in found if not _has_powers(each)]


def _to_do(
    text: str, sentence: Stretch, clause: Stretch, verb: re.Match[str], end: int
) -> Iterator[Entitlement]:
    last = min(end, verb.end() + _LONGEST_DEED)
    while last > verb.end() and text[last - 1] in "，。；： ":
        last -= 1
    deed = text[verb.end() : last]
    if len(deed) < _SHORTEST_ACT or _TELLS_WHICH.search(deed):
        return
    found = _holders(text, sentence, clause, verb.span(), _DOING)
    whose = tuple(holders.names(_without_powers(found), _DOING))
    if whose:
        yield Entitlement(objects.deed(text, verb.end(), last), whose, "right.to-do")


def _free_choice(text: str, sentence: Stretch, clause: Stretch, end: int) -> Iterator[Entitlement]:
    for match in _MAY.finditer(text, clause.start, end):
        if match.start() > clause.start and text[match.start() - 1] in "许认不即方":
            continue
        found = list(_may(text, sentence, clause, match, end))
        yield from found
        if found:
            return
    left = list(_left_to(text, clause, end))
    yield from left or _free(text, sentence, clause, end)


def _may(
    text: str, sentence: Stretch, clause: Stretch, may: re.Match[str], end: int
) -> Iterator[Entitlement]:
    """Yield what somebody may choose, claim, go on with or apply for behind 可以."""
    claim = _claim().match(text, may.end(), end)
    chosen = _choice().match(text, may.end(), end) or claim
    apply = None if chosen else _apply().match(text, may.end(), end)
    if not chosen and (not apply or holders.for_another(apply.group()[:-2])):
        return
    kinds = _DOING if chosen else _PERSONS
    found = _holders(text, sentence, clause, may.span(), kinds)
    if not found:  # 纳税人受灾害影响的当年度内可申请减免
        own = Stretch(clause.start, may.start())
        found = holders.subject_before(text, own, may.start())
        found = found if all(each.kind in kinds for each in found) else []
    whose = tuple(holders.names(found if claim else _without_powers(found), kinds))
    if not whose and not (claim and receivers.topic(text, sentence, clause).nobody):
        return
    if chosen:
        yield from _deed(text, may.end(), end, whose)
    elif apply:
        for one in objects.held(text, apply.end(), end, benefits=True):
            yield Entitlement(one, whose, "right.may")


def _free(text: str, sentence: Stretch, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield what somebody has free of charge: 残疾人持证免费乘坐公共汽车."""
    for match in _FREE.finditer(text, clause.start, end):
        found = holders.subject(text, clause, match.span())
        whose = tuple(holders.names(found, _PERSONS))
        whose = whose or receivers.before(text, sentence, clause, match.start()).names
        told = _no_name().search(text, match.start(), end) or _GIVES.search(text, match.end(), end)
        if whose and not told and text[match.start() - 1 : match.start()] != "的":
            yield from _deed(text, match.start(), end, whose)
            return


def _left_to(text: str, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield what is left to somebody to claim: 由被安置人员申请协调和裁决."""
    for by in _BY.finditer(text, clause.start, end):
        for head in holders.heads(text, by.end(), end):
            claim = _claim().match(text, head.end, end)
            if head.kind == holders.PERSON and claim and claim.group() not in _ACTS:
                named = holders.holders_ending(text, by.end(), head)
                whose = tuple(holders.names(named, _PERSONS))
                if whose and named[0].start == by.end():
                    yield from _deed(text, head.end, end, whose)
                    return


def _deed(text: str, start: int, end: int, whose: tuple[str, ...]) -> Iterator[Entitlement]:
    while end > start and text[end - 1] in "，。；： ":
        end -= 1
    told = _SYSTEM.search(text[start:end])
    end = start + told.start() if told else end
    if _SHORTEST_DEED <= end - start <= _LONGEST_DEED and not _TELLS_WHICH.search(text[start:end]):
        yield Entitlement(objects.deed(text, start, end), whose, "right.may")


def _defined(text: str, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield the rights that a definition gives: 集体收益分配权是成员享有的财产权利."""
    for match in _DEFINED.finditer(text, clause.start, end):
        found = objects.held(text, clause.start, match.start(), benefits=False)
        known = [one for one in found if one.known]
        if not known:
            continue
        people = [h for h in holders.heads(text, match.end(), end) if h.kind == holders.PERSON]
        if people:
            named = holders.holders_ending(text, match.end(), people[-1])
            whose = tuple(holders.names(named, _PERSONS))
            for one in known:
                yield Entitlement(one, whose, "right.defined")
        return
