"""What somebody may choose, claim, apply for, go on with, or has free of charge.

Forms read::

    被征收人可以自主选择货币补偿                    可以 and a free choice, precedence, no charge
    就业困难人员可申请一次性创业补贴                可以 and to apply for a benefit
    当事人对决定不服的，可以依法申请行政复议        可以 and a claim or a remedy
    由被安置人员申请协调和裁决                      who is left to claim it
    企业可按规定继续享受至期满                      可 and to go on with what one has
    对毕业生免费办理档案托管、残疾人持证免费乘车    no charge

Whose claim it is may be nobody’s by name: 对决定不服的，可向人民法院起诉. What may be asked
for in a procedure (申请延期, 申请认定) is no claim.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract import holders
from graph.extract.entitlement_words import alternatives, pattern
from graph.extract.rights import objects, owners, receivers, subjects
from graph.extract.rights.entitlement import Entitlement
from graph.grammar.cues import cued
from graph.grammar.numbering import LABEL_AT_START
from graph.grammar.sentences import Stretch, clauses

if TYPE_CHECKING:
    from collections.abc import Iterator

_STOP, _WORD = re.compile(r"[，。；：\n]"), re.compile("[\u4e00-\u9fff]{2}")
_SHORTEST_DEED = 4  # 优先购票
_DUTY = re.compile(r"(?:应当?|须|必须|负责|要|并|且)[^，。；]{0,6}$")  # 修理者应当免费更换
_FOR_CONVENIENCE = re.compile(r"(?:方便|便于|以便|让|使)[^，。；]{0,16}$")  # a purpose
_BARRED = re.compile("不得|不予|不再|不能")
_BOUND = re.compile("应当?$")  # 应当由负有举证责任的当事人申请鉴定: a burden
_GOES_OVER = 60  # characters of a deed that goes on in the next line
_SYSTEM = re.compile(r"(?:的|等)?(?:制度|政策)$|(?:的|等)(?:措施|办法)$")  # 实行老年人免费乘车制度
MAY = cued(r"(?:均|也|都|还|亦|即)?可(?:以)?(?=[\u4e00-\u9fff])", ("可",))
_BY_ONESELF = re.compile(r"由本人")  # 可由本人选择保留账户
_FREE = re.compile(r"免费(?=[\u4e00-\u9fff]{2})(?!教育|的)")
_BY = re.compile(r"(?<![自理缘因来])由(?!于|此)")
# 免费培养工作政策性强: work that is called so
_WORK = re.compile(
    r"免费(?!参加|享受|提供|接受)[\u4e00-\u9fff]{2,6}(?:工作|工程|计划)(?![人者技岗站餐])"
)
_SHORT_FORM = re.compile("（(?:以下|下|统)?(?:简称|统称|称)")  # 参加职工医保（以下简称参保人）
_ACTS = frozenset({"查阅", "陈述", "抄录"})  # what is done in a procedure
_SPARED, _DRAWN, _COMPANY = re.compile("免"), re.compile("提取$"), re.compile("(?:公司|企业|单位)$")
_GRANTED = re.compile(
    r"\s*(?:人民法院|法院|仲裁委员会|仲裁机构)?(?:依法)?(?:应予|应当(?:依法)?予以)支持"
)
_ASKED = re.compile(r"(?:请求|主张|要求)[^，。；]{4,50}(?=的，)")
_TAKES = re.compile(r"(?:接受|受理).*(?:申请|投诉|举报|申诉|委托|咨询)$")
_OWN = re.compile(r"提取[^，。；]{0,16}公积金|(?:申请|领取|提取)[^，。；]{0,16}(?:年金|账户余额)")
_MEANS = re.compile(
    r"(?:根据|按照?|依照|依据|凭|持|在|通过|自(?![主行愿由己]))[^，。；]*(?:规定|约定|条件|证|证件|证明|凭证|材料|内|后|起|方式)$"
)
_LEAVES = re.compile(r"[^，。；]{0,6}(?:退出|放弃|终止|取消)")  # 申请退出住房保障
_GIVES = re.compile(r"给予|予以")
_OFFICIAL = frozenset({holders.AUTHORITY, holders.OFFICER})


@cache
def _choice() -> re.Pattern[str]:
    return pattern("choose", before="(?:[凭持][^，。；]{1,20}?)?")


@cache
def _no_choice() -> re.Pattern[str]:
    """Return a pattern of means that a technical rule lets choose: 可选择醇类消毒剂."""
    return pattern("means", behind="$")


@cache
def _apply() -> re.Pattern[str]:
    return pattern("apply", before="(?:[^，。；]{0,12}?)", behind="(?!的)")


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
    between = "[^，。；的]{0,20}?(?:[^，。；]{0,12}的)?"
    demand = rf"(?:{alternatives('demand')}){between}(?:{alternatives('remedy')})"
    asked = rf"(?:申请|要求|请求|提出)[^，。；]{{0,24}}?(?:{alternatives('relief')})"
    return re.compile(rf"{adverb}(?:(?:{alternatives('claim')})|{demand}|{asked})")


def find(text: str, sentence: Stretch, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield what a clause, whose words end at ``end``, leaves somebody to choose or to claim."""
    for match in MAY.finditer(text, clause.start, end):
        if match.start() > clause.start and _no_may(text, clause, match.start()):
            continue
        found = list(_may(text, sentence, clause, match, end))
        yield from found
        if found:
            return
    granted = list(_granted(text, sentence, clause, end))
    if granted:
        yield from granted
        return
    left = list(_left_to(text, clause, end))
    yield from left or _free(text, sentence, clause, end)


def _no_may(text: str, clause: Stretch, at: int) -> bool:
    """Whether 可 is part of a word: 许可, 方可, but not 双方可."""
    if text[at - 1] == "方":
        return all(head.end != at for head in holders.heads(text, clause.start, at))
    return text[at - 1] in "许认不即"


def _may(
    text: str, sentence: Stretch, clause: Stretch, may: re.Match[str], end: int
) -> Iterator[Entitlement]:
    """Yield what somebody may choose, claim, go on with or apply for behind 可以."""
    oneself = _BY_ONESELF.match(text, may.end(), end)
    at, end = _what(text, sentence, oneself.end() if oneself else may.end(), end)
    claim = _claim().match(text, at, end)
    chosen = _choice().match(text, at, end) or claim
    apply = None if chosen else _apply().match(text, at, end)
    if not chosen and (not apply or holders.for_another(apply.group()[:-2])):
        return
    whose = _whose(text, sentence, clause, may, claims=claim is not None)
    if not whose:
        told = _told(text, sentence, clause, may.start())
        if told is None or (chosen and not claim and not oneself):
            return
        whose = told or owners.only_one(text, sentence.start, clause.start)
        if not whose and _is_somebodys(text, sentence, clause):
            return  # theirs who are named, by no whole phrase
    if chosen:
        deed = text[at:end].rstrip("，；。 \n")
        # 复议机构可以接受申请: what an office does
        if not _TAKES.match(deed) and (claim or not _no_choice().search(deed)):
            yield from _deed(text, at, end, whose, "right.claim" if claim else "right.may")
    elif apply:
        yield from _applied(text, at, apply, end, whose)


def _is_somebodys(text: str, sentence: Stretch, clause: Stretch) -> bool:
    """Whether the clauses before name persons, and no dispute that may be anybody’s."""
    earlier = [c for c in clauses(text, sentence.start, sentence.end) if c.end <= clause.start]
    words = text[slice(*earlier[-1])].rstrip("，； \n") if earlier else ""
    found = holders.heads(text, sentence.start, clause.start)
    named = any(each.kind in subjects.DOING for each in found)
    return named and not receivers.is_anybodys(words)


def _what(text: str, sentence: Stretch, at: int, end: int) -> tuple[int, int]:
    """Return where it stands what somebody may do: 可以依照本法规定，向人民法院申请重整."""
    if not _MEANS.match(text, at, end) or not text.startswith("，", end):
        return at, end
    stop = _STOP.search(text, end + 1, sentence.end)
    return end + 1, stop.start() if stop else sentence.end


def _whose(
    text: str, sentence: Stretch, clause: Stretch, may: re.Match[str], *, claims: bool
) -> tuple[str, ...]:
    """Return who may do something, as far as he has no powers; who ``claims`` need not tell."""
    found = subjects.holding(text, sentence, clause, may.span(), subjects.DOING)
    if not found:  # 纳税人受灾害影响的当年度内可申请减免
        own = Stretch(clause.start, may.start())
        found = holders.subject_before(text, own, may.start())
        found = found if all(each.kind in subjects.DOING for each in found) else []
    return tuple(holders.names(found if claims else subjects.without_powers(found), subjects.DOING))


def _told(text: str, sentence: Stretch, clause: Stretch, may: int) -> tuple[str, ...] | None:
    lead = text[clause.start : may]
    stands = not lead.strip() or lead.endswith("的") or holders.may_stand_between(lead)
    return _of_case(text, sentence, clause) if stands else None


def _applied(
    text: str, at: int, apply: re.Match[str], end: int, whose: tuple[str, ...]
) -> Iterator[Entitlement]:
    """Yield the benefits that somebody may apply for or draw: 申请一次性创业补贴."""
    verb = apply.group()
    if _LEAVES.match(text, apply.end()) or _SPARED.search(verb) or "作为" in verb:
        return  # 子女可作为家庭成员共同申请: another applies
    if whose and _DRAWN.search(verb) and _COMPANY.search(whose[0]):
        return  # 公司可以提取任意公积金
    found = objects.held(text, apply.end(), end, benefits=True)
    if not found and _OWN.search(text, apply.start(), end):  # 提取住房公积金支付房租
        yield from _deed(text, at, end, whose, "right.apply")
    for one in found:
        yield Entitlement(one, whose, "right.apply", alone=True)


def _of_case(text: str, sentence: Stretch, clause: Stretch) -> tuple[str, ...] | None:
    """Return whose claim a case tells of (转产的，可…), or None where no case does.

    The person that the sentence begins with is it: 公民出生日期有误的，可…; an authority has none.
    """
    if receivers.topic(text, sentence, clause).nobody:
        return ()
    earlier = [c for c in clauses(text, sentence.start, sentence.end) if c.end <= clause.start]
    if not earlier or not text[: earlier[-1].end].rstrip("，； \n").endswith("的"):
        return None
    told = list(holders.heads(text, sentence.start, earlier[-1].end))
    names = [text[each.start : each.end] for each in told if each.kind in _OFFICIAL]
    if any(len(name) > 1 and name != "国家" for name in names):
        return None
    return receivers.opening(text, earlier[0])


def _free(text: str, sentence: Stretch, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield what somebody has free of charge: 残疾人持证免费乘坐公共汽车."""
    for match in _FREE.finditer(text, clause.start, end):
        lead = text[clause.start : match.start()]
        if _FOR_CONVENIENCE.search(lead) or _BARRED.search(lead):
            return
        found = [] if _DUTY.search(lead) else holders.subject(text, clause, match.span())
        whose = tuple(holders.names(found, subjects.PERSONS))
        whose = whose or receivers.before(text, sentence, clause, match.start()).names
        told = _no_name().search(text, match.start(), end) or _WORK.match(text, match.start())
        told = told or _GIVES.search(text, match.end(), end)
        if whose and not told and text[match.start() - 1 : match.start()] != "的":
            yield from _deed(text, match.start(), end, whose, "right.free")
            return


def _granted(text: str, sentence: Stretch, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield what a court is to grant: 业主请求退还违规费用的，人民法院应予支持."""
    if not _GRANTED.match(text, clause.start, end):
        return
    earlier = [c for c in clauses(text, sentence.start, sentence.end) if c.end <= clause.start]
    asked = _ASKED.search(text, earlier[-1].start, earlier[-1].end) if earlier else None
    if asked is None:
        return
    own = Stretch(earlier[-1].start, asked.start())
    found = holders.subject(text, own, asked.span())
    found = found or holders.subject_before(text, sentence, asked.start(), of_having=True)
    whose = tuple(holders.names(found, subjects.DOING))
    if whose:
        yield from _deed(text, asked.start(), asked.end(), whose, "right.claim")


def _left_to(text: str, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield what is left to somebody to claim: 由被安置人员申请协调和裁决."""
    if text.find("由", clause.start, end) < 0:
        return
    for by in _BY.finditer(text, clause.start, end):
        if _BOUND.search(text, clause.start, by.start()):
            continue
        first = by.end() + text.startswith("其", by.end())  # 由其所有权人申请裁决
        for head in holders.heads(text, first, end):
            claim = _claim().match(text, head.end, end)
            if head.kind in subjects.DOING and claim and claim.group() not in _ACTS:
                named = holders.holders_ending(text, first, head)
                whose = tuple(holders.names(named, subjects.DOING))
                if whose and named[0].start == first:
                    yield from _deed(text, head.end, end, whose, "right.claim")
                    return


def _deed(
    text: str, start: int, end: int, whose: tuple[str, ...], rule: str
) -> Iterator[Entitlement]:
    end = _over_the_line(text, start, end)
    short = _SHORT_FORM.search(text, start, end)
    end = short.start() if short else end
    while end > start and text[end - 1] in "，。；： ":
        end -= 1
    told = _SYSTEM.search(text[start:end])
    end = start + told.start() if told else end
    told = objects.TELLS_WHICH.search(text[start:end])
    if not told and _SHORTEST_DEED <= end - start <= objects.LONGEST_DEED:
        yield Entitlement(objects.deed(text, start, end), whose, rule)


def _over_the_line(text: str, start: int, end: int) -> int:
    """Return where a deed ends that a page has cut: 自主选择是否采用承诺⏎代替证明，."""
    if text[end : end + 1] != "\n" or text[end - 1] in "，。；：":
        return end
    follows = end + 1
    stop = _STOP.search(text, follows, follows + _GOES_OVER)
    whole = stop is None or LABEL_AT_START.match(text, follows) or not _WORD.match(text, follows)
    return (
        end
        if whole or stop is None or "\n" in stop.group()
        else min(stop.start(), start + objects.LONGEST_DEED)
    )
