"""Entitlements whose verb has the holder for its subject.

Forms read::

    消费者享有自主选择商品和公平交易的权利          享有, 享受, 有权获得, 拥有
    公民都有接受国防教育的权利和义务
    居住证持有人享受劳动就业，参加社会保险的权利    over commas too
    申请人对决定不服的，有权申请行政复议            有权 and what it is to do
    残疾人凭证件优先购票，享受免费停车待遇          the subject of a clause before
    各项政策同等适用于外商投资企业                  what holds for somebody as for others
    集体收益分配权是成员享有的财产权利              a definition

None are what is denied (不得享受), what has been (已享受) and what only tells which ones
(享受补贴的人员名单, 有权处理的部门). Authorities and their officials have powers: 海警机构有权检查.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract import holders, possessors
from graph.extract.entitlement_words import alternatives
from graph.extract.rights import claiming, objects, receivers, subjects
from graph.extract.rights.entitlement import Entitlement
from graph.extract.rights.owners import antecedent
from graph.grammar.cues import Cued, any_of, cued, firsts, led
from graph.grammar.sentences import Stretch
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator


_TO_DO = cued(r"(?<![所占持共国公私没无专原])有权(?![利限益属威力衡机部，。；：、的])", ("有权",))
_SAYS_NOTHING = frozenset({"政策", "服务"})
_SHORTEST_ACT = 2  # 有权拒绝
_SERIES = re.compile(
    r"(?P<deeds>(?:(?!享有|享受|应当|不得|有权)[^。；：])*?，(?:(?!享有|享受|应当|不得|有权)[^。；：])*?)的(?:权利|自由)(?=[，。；]|$)"
)
_APPLIES = cued(
    r"(?P<what>[^，。；：]{0,30}(?:政策|措施|待遇|规定))(?:同等|平等|同样|一律平等|一视同仁地?)适用于",
    ("适用于",),
)
# 有权根据工作需要，查阅资料; 有权在行程结束后三十日内，要求退货: the deed stands behind the comma
_ONLY_HOW = re.compile(
    r"(?:根据|按照|依照|依据)[^，]*$|.*(?:期限|限额|范围|时限|[日月年时间])?(?:内|后|期间|时|之前)$"
)
_PAST = re.compile("过(?!渡|节|冬)")
_ENDED = re.compile(
    r"[^，。；]*?的，?(?:不再|不得|不予|不能|取消|停止|终止|应当?退)"
)  # 享受过补贴的不再给予
_ASKED, _MAY_ASK = re.compile("(?:申请|申报)$"), re.compile("可|有权")
_SAID = re.compile(
    r"(?:规定|约定|宣称|声称|谎称|主张)$"
)  # 规定经营者有权变更合同: what a contract says
_LET = re.compile(r"(?:让|使|便于|方便|以便)[^，。；]{0,16}$")  # 让群众享受服务: a purpose
# 公证机构有权申请听证: a right of whoever is fined, and no power
# 节能改造项目按照规定享受税收优惠: whoever carries it out
_OF_MATTER = re.compile(
    r"[\u4e00-\u9fff]{2,}(?:(?:按照?|依照|依据)[^，。；]{0,8}规定|可以?)$"
    r"|^[，\s]*(?:并)?(?:按照?|依照)[^，。；]{0,8}规定$"
)
_BENEFIT = re.compile("(?:优惠|减免|补贴|补助|奖励|贴息|税收)(?:政策)?$")
_REMEDY = re.compile("陈述|申辩|听证|复议|诉讼|举报|投诉|赔偿|检举|控告|拒绝")
_WHICH_BODY = re.compile(
    r"[^，。；]{1,14}的[^，。；]{0,10}(?:部门|机关|法院|机构)(?:应|依|负责|对|予|给)"
)
_ITS = re.compile(r"其(?:依法|优先|平等|同等|按规定|继续)*$")
_LAWFUL = re.compile(r"[\u4e00-\u9fff]{0,10}待遇的?(?:合法|正当)权益")
_TOLD = re.compile(r"(?:证明|查明|核实|说明)[^，。；]{0,12}$")  # 为证明自己的身份和有权提取存款
_MARK = re.compile(r"[，。；]")
_DEFINED = cued(
    r"(?:均|都)?(?:是|属于|系)(?=[^，。；]{2,40}(?:享有的?|赋予|的)[^，。；]{0,12}(?:权利?|物权)$)",
    ("权",),
)


@cache
def _having() -> Cued:
    words = lexicon.written("measure-words", "has")
    # 公民都有接受国防教育的权利和义务
    alone = "(?<![所占持共国公私没无专原享])有(?!权)"
    has = rf"{alone}(?=[^，。；：]{{2,40}}的(?:权利|自由)(?:和义务|与义务)?$)"
    begins = firsts((*words, "有"))
    return cued(led(begins, f"{lexicon.alternation(words)}(?:到|了)?|{has}"), (*words, "有"))


@cache
def _denied() -> re.Pattern[str]:
    """Return a pattern of what denies an entitlement, right before its verb."""
    adverb = "同时|分别|再|继续|重复|按规定|一并|将|其|再次|依法|按照规定"
    return re.compile(rf"(?:{alternatives('not-held')})(?:{adverb})*$")


def cue_words() -> tuple[str, ...]:
    """Return the words of which one stands in each clause that has something to say."""
    cued_by = (_having(), _TO_DO, claiming.MAY, _APPLIES, _DEFINED)
    words = (word for each in cued_by for word in each.words)
    return (*words, "免费", "由", "应予支持", "予以支持")


@cache
def _cues() -> re.Pattern[str]:
    return any_of(cue_words())


def find(text: str, sentence: Stretch, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield what a clause, whose words end at ``end``, says that its subject has or may do."""
    if not _cues().search(text, clause.start, end):
        return
    defined = list(_defined(text, clause, end))
    if defined:
        yield from defined
        return
    seen: list[Stretch] = []
    found: list[Entitlement] = []
    for match in _having().finditer(text, clause.start, end):
        if _is_stated(text, sentence, clause, match):
            had = list(_had(text, sentence, clause, match, end))
            # 被告人有权获得辩护 is what he may do
            if had or not _TO_DO.pattern.match(text, match.start()):
                seen.append(Stretch(match.start(), end))
            found += had
    for match in _TO_DO.finditer(text, clause.start, end):
        if any(each.start <= match.start() < each.end for each in seen):
            continue
        told = _TOLD.search(text, clause.start, match.start())
        if not told and not _denied().search(text, clause.start, match.start()):
            seen.append(Stretch(match.start(), end))
            found += _to_do(text, sentence, clause, match, end)
    yield from found
    if not found:
        yield from _equal(text, clause, end)
        yield from claiming.find(text, sentence, clause, end)


def _is_stated(text: str, sentence: Stretch, clause: Stretch, verb: re.Match[str]) -> bool:
    """Whether somebody has it now: not 享受过…, 享受…的不再给予, 让群众享受, 不得享受."""
    if _PAST.match(text, verb.end()) or _ENDED.match(text, verb.end(), sentence.end):
        return False
    if _LAWFUL.match(text, verb.end(), clause.end):  # 维护农民享受待遇的合法权益: what is protected
        return False
    if text[verb.end() : sentence.end].rstrip("。；，\n ").endswith("的"):
        return False  # 继续享受低保待遇的；: a case
    if text[verb.end() : clause.end].endswith("的，"):
        return False  # 参保人员享受其他待遇的，从享受之日起停止: a case
    asked = _ASKED.search(text, clause.start, verb.start())
    if asked and not _MAY_ASK.search(text, sentence.start, verb.start()):
        return False  # 申请享受待遇，应当…: a procedure
    lead = (clause.start, verb.start())
    return not (_LET.search(text, *lead) or _denied().search(text, *lead))


def _whose(
    text: str, sentence: Stretch, clause: Stretch, verb: tuple[int, int], kinds: frozenset[str]
) -> tuple[str, ...]:
    found = tuple(holders.names(subjects.holding(text, sentence, clause, verb, kinds), kinds))
    if not found and _ITS.search(text, clause.start, verb[0]):  # 并告知其依法享有的申辩权利
        return antecedent(text, sentence, verb[0])
    return found


def _had(
    text: str, sentence: Stretch, clause: Stretch, verb: re.Match[str], end: int
) -> Iterator[Entitlement]:
    start = verb.end()
    if text.startswith("的", start):
        start += 1
        if text[start:end] in objects.BARE:  # 告知当事人依法享有的权利
            return
    end = objects.without_amount(text, start, end) if verb.group() == "享受" else end
    whose = _whose(text, sentence, clause, verb.span(), subjects.HOLDING)
    told = None if whose else _untold(text, sentence, clause, verb)
    if told is not None:
        for one in objects.held(text, start, end, benefits=True):
            if told.names or told.nobody or _BENEFIT.search(one.name):
                yield Entitlement(one, told.names, "right.held", alone=True)
        return
    found = objects.held(text, start, end, benefits=bool(whose))
    found = [one for one in found if one.name not in _SAYS_NOTHING]  # 熟知政策、享受政策
    if not found and whose:
        # 享受劳动就业，参加社会保险，使用住房公积金的权利
        series = _SERIES.match(text, start, sentence.end)
        if series:
            found = [objects.deed(text, start, series.end("deeds"))]
    for one in found:
        # 拥有自主知识产权的企业 tells which
        if whose or (one.is_right and one.known and verb.group() != "拥有"):
            yield Entitlement(one, whose, "right.held")


def _untold(
    text: str, sentence: Stretch, clause: Stretch, verb: re.Match[str]
) -> receivers.Receivers | None:
    """Return whom a case tells of, or nobody where a matter has it: 改造项目按照规定享受优惠."""
    lead = text[clause.start : verb.start()]
    if verb.group() != "拥有" and holders.may_stand_between(lead):
        case = receivers.case(text, sentence, clause, of_anybody=True)
        if case.names or case.nobody:
            return case
    named = holders.has_head(text, sentence.start, verb.start())
    return receivers.Receivers() if not named and _OF_MATTER.search(lead) else None


def _equal(text: str, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield what holds for somebody as for others: 各项政策同等适用于外商投资企业."""
    match = _APPLIES.search(text, clause.start, end)
    if match is None:
        return
    found, first = possessors.behind(text, match.end(), end)
    whose = tuple(holders.names(found, subjects.DOING))
    if whose and not text[first:end].strip("，。； \n"):
        what = text[match.start("what") : match.end("what")]
        lead = re.match(r"(?:.*?(?:确保|保障|保证|推动|促进))?", what)
        start = match.start("what") + (lead.end() if lead else 0)
        yield Entitlement(objects.deed(text, start, match.end("what")), whose, "right.held")


def _to_do(
    text: str, sentence: Stretch, clause: Stretch, verb: re.Match[str], end: int
) -> Iterator[Entitlement]:
    last = min(end, verb.end() + objects.LONGEST_DEED)
    if _ONLY_HOW.match(text, verb.end(), end) and text.startswith("，", end):
        next_ = _MARK.search(text, end + 1, sentence.end)
        last = min(next_.start() if next_ else sentence.end, verb.end() + objects.LONGEST_DEED)
    while last > verb.end() and text[last - 1] in "，。；： \n":
        last -= 1
    deed = text[verb.end() : last]
    if len(deed) < _SHORTEST_ACT or objects.TELLS_WHICH.search(deed) or _WHICH_BODY.match(deed):
        return
    found = subjects.holding(text, sentence, clause, verb.span(), subjects.DOING, topical=False)
    own = found if _REMEDY.search(deed) else subjects.without_powers(found)
    whose = tuple(holders.names(own, subjects.DOING))
    if any(f"向{one}" in deed for one in whose):
        return  # 先行支付后，有权向第三人追偿: no right of the third
    if whose and not _SAID.search(text, clause.start, max(clause.start, found[0].start)):
        yield Entitlement(objects.deed(text, verb.end(), last), whose, "right.to-do")


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
            whose = tuple(holders.names(named, subjects.PERSONS))
            for one in known:
                yield Entitlement(one, whose, "right.defined")
        return
