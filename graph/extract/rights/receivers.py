"""Who receives what a clause gives.

Forms read::

    对建档立卡贫困劳动力给予…            whom a preposition names in the clause
    对经营困难的企业，按规定给予…        or in one before it
    为低保家庭、残疾毕业生发放…          each of a list
    对白内障和唇腭裂患者给予…            a list that shares its last word stays one phrase
    对符合救助条件的，给予…              a case that stands for the person, as it is written
    对企业招用毕业生的，给予…            its subject, where it has one
    对特困人员的个人缴费部分给予…        whose expense it is
    就业困难人员培训期间，给予…          the subject of the clause before

A thing or a place (对项目, 对贫困县) is nobody, and whom it belongs to is not told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from graph.extract import holders
from graph.extract.entitlement_words import pattern
from graph.extract.person_phrases import named
from graph.grammar.sentences import clauses

if TYPE_CHECKING:
    from graph.extract.person_phrases import Head
    from graph.grammar.sentences import Stretch

RECEIVING = frozenset({holders.PERSON, holders.ORGANISATION})
_TO = re.compile(
    r"(?<![应针绝相面])对(?![象口方外策应照比])于?|(?<![定导走投志方倾])向(?!上|下)|(?<![供补拨])给(?![予与付水])"
    r"|(?<![行作成认称因视分改转变更])为(?![了主期进加])"
)
_TOPIC = re.compile(r"(?:对(?:于)?|凡是?|向|为|给)(?![象口方外策应照比了予与付])")
_JOINT = re.compile(r"、|以及|及(?!时)|(?<!共)[和与](?!谐|平)|或者?")
_NOBODY = re.compile(r"(?:其|上述|该|此类|前款|以上)?$")
_LONGEST = 100
_CONNECTIVE = re.compile(r"^(?:而|且|若|如|但|并且)")
_DISPUTED = re.compile(r"(?:不服|异议|争议|不满意?|不同意)的$")  # 对决定不服的: whoever it is
_LEAST_CASE = 4
_LONGEST_CASE = 40
_BARE = frozenset({"个人", "单位", "企业", "组织", "人员", "家庭", "集体", "家属", "商户"})
_DESCRIBES = re.compile(r"到|在|从|与|由|向|被|因|符合|获得|取得|具有|持有|参加|从事")
_LISTS_ON = re.compile(r"[和与、的]|及(?!时)|就业")
_AT = re.compile(r"[在于按].{6,}")  # 在国家级大赛获奖者
_TOLD = re.compile(r"是指|可|应|须|不得|认定为|作为|负责")  # a sentence, and no noun
_KIN = re.compile(r"家庭$")
_FAMILY_MEMBER = re.compile(r"(?:毕业生|学生|子女|儿童|成员|人员|老人|劳动力)$")


@dataclass(frozen=True, slots=True)
class Receivers:
    """The receivers by their names.

    ``refused`` where what receives it is nobody, ``nobody`` where somebody receives it who is not
    named: whose expense is made good.
    """

    names: tuple[str, ...] = ()
    refused: bool = False
    nobody: bool = False
    start: int = 0  # where their words begin


@cache
def _thing() -> re.Pattern[str]:
    return pattern("thing", behind="(?:等)?$")


@cache
def _any_thing() -> re.Pattern[str]:
    return pattern("thing")


@cache
def _of_person() -> re.Pattern[str]:
    return pattern("case-of-person")


@cache
def _adverb() -> re.Pattern[str]:
    return pattern("link")


@cache
def _expense() -> re.Pattern[str]:
    return pattern("expense", behind="(?:等)?$")


def before(text: str, sentence: Stretch, clause: Stretch, verb: int) -> Receivers:
    """Return whom a preposition names before the verb, in its clause or in one before."""
    own = _governed(text, clause.start, verb)
    return topic(text, sentence, clause) if own is None else own


def topic(text: str, sentence: Stretch, clause: Stretch) -> Receivers:
    """Return whom a clause before is about: 对经营困难的企业，…."""
    earlier = [c for c in clauses(text, sentence.start, sentence.end) if c.end <= clause.start]
    for at in range(len(earlier) - 1, -1, -1):
        one = earlier[at]
        lead = holders.opening().match(text, one.start, one.end)
        first = lead.end() if lead else one.start
        while first > one.start and text[first - 1] in "对于凡是":
            first -= 1
        about = _TOPIC.match(text, first, one.end)
        if about:
            found = _topic(text, about.end(), [each.end for each in earlier[at:]])
            return replace(found, start=about.end())
        last = one.end - 1
        for to in _TO.finditer(text, one.start, last):  # 鼓励企业对…的商户，给予优惠
            if to.group().startswith("对") and _parts(text, to.end(), last):
                return replace(_named(text, to.end(), last), start=to.end())
    return Receivers()


def apposed(text: str, sentence: Stretch, start: int) -> Receivers:
    """Return who is the whole of the clause right before: 招收的师范专业考生，享受…."""
    earlier = [c for c in clauses(text, sentence.start, sentence.end) if c.end <= start]
    if not earlier or text[earlier[-1].end - 1] != "，":
        return Receivers()
    if _TOLD.search(text, earlier[-1].start, earlier[-1].end):
        return Receivers()
    lead = holders.opening().match(text, earlier[-1].start, earlier[-1].end)
    first = lead.end() if lead else earlier[-1].start
    names = [name for part in _parts(text, first, earlier[-1].end - 1) if (name := named(part))]
    return Receivers(tuple(names), start=first)


def aside(text: str, sentence: Stretch, clause: Stretch) -> Receivers:
    """Return whom a preposition inside a clause before names: 机构对毕业生免费办理登记，…."""
    earlier = [c for c in clauses(text, sentence.start, sentence.end) if c.end <= clause.start]
    for one in reversed(earlier):
        for to in _TO.finditer(text, one.start, one.end):
            for head in holders.heads(text, to.end(), one.end):
                goes_on = _adverb().match(text, head.end, one.end) is not None
                goes_on = goes_on or holders.starts_predicate(text, head.end, one.end)
                if head.kind in RECEIVING and goes_on:
                    return _named(text, to.end(), head.end)
    return Receivers()


def _topic(text: str, start: int, ends: list[int]) -> Receivers:
    """Return whom the words behind 对 name, which may go on over a comma."""
    first = Receivers(refused=True)
    for number, end in enumerate(ends):
        last = end
        while last > start and text[last - 1] in "，；：、 \n":
            last -= 1
        found = _named(text, start, last)
        # 对吸纳毕业生，签订劳动合同的企业: a description goes on over the comma
        part = "的" not in text[start:last] and holders.starts_predicate(text, start, last)
        if (found.names or found.nobody) and (number or not part):
            return found
        if number == 0:
            first = found
        follows = text[end : end + 2]
        if not follows.startswith(("且", "并", "但", "同时")) and "，" not in text[end - 1 : end]:
            break
    return first


def case(text: str, sentence: Stretch, clause: Stretch) -> Receivers:
    """Return the receiver of a case without any 对: 因户籍变动未能参保的，可….

    It stands for somebody who is not named where its words have no person.
    """
    earlier = [c for c in clauses(text, sentence.start, sentence.end) if c.end <= clause.start]
    if earlier:  # 居住证持有人变更地址后，符合规定的，…
        lead = holders.opening().match(text, earlier[0].start, earlier[0].end)
        first = lead.end() if lead else earlier[0].start
        head = _first(text, first, earlier[0].end)
        goes_on = head and holders.starts_predicate(text, head.end, earlier[0].end)
        name = named(text[first : head.end]) if head and goes_on else None
        if name and head and head.kind == holders.PERSON:
            return Receivers((name,))
    for one in reversed(earlier):
        words = text[one.start : one.end].rstrip("，；、 \n")
        if words.endswith("的") and len(words) > _LEAST_CASE:
            lead = holders.opening().match(text, one.start, one.end)
            first = lead.end() if lead else one.start
            if _of_person().search(words) and not _any_thing().match(text, first):
                return _case(text, first, one.start + len(words))
    return Receivers()


def subject(text: str, sentence: Stretch, clause: Stretch, verb: str) -> Receivers:
    """Return who is the subject of the clauses before the verb’s; who pays is none."""
    found = holders.subject_before(text, sentence, clause.start)
    if not found:
        return Receivers()
    if any(each.kind not in RECEIVING for each in found):
        return Receivers()
    # 用人单位解除合同的，应当给予补偿: who pays
    if all(each.kind == holders.ORGANISATION for each in found) and verb in _PAYING:
        return Receivers()
    return Receivers(tuple(holders.names(found, RECEIVING)))


_PAYING = frozenset({"支付", "发放", "发给", "补发", "落实", "兑现", "提供"})


def _governed(text: str, start: int, verb: int) -> Receivers | None:
    """Return whom a preposition of the clause names, None where it has none."""
    for to in _TO.finditer(text, start, verb):
        ends = [
            h for h in holders.heads(text, to.end(), verb)
            if h.kind in RECEIVING
            and not _LISTS_ON.match(text, h.end)
            and holders.may_stand_between(text[h.end : verb])
        ]  # fmt: skip
        if ends:
            return _named(text, to.end(), ends[-1].end)
        if to.group().startswith("对"):
            return _named(text, to.end(), _stop(text, to.end(), verb))
    return None


def _stop(text: str, start: int, verb: int) -> int:
    """Return where the phrase behind a preposition ends, without the adverbs before the verb."""
    for at in range(start + 1, verb):
        if not _LISTS_ON.match(text, at) and holders.may_stand_between(text[at:verb]):
            return at
    return verb


def _named(text: str, start: int, end: int) -> Receivers:
    """Return who is named by the words between a preposition and what follows."""
    bracket = text.find("（", start, end)
    if bracket > start and "）" not in text[bracket:end]:
        end = bracket
    words = text[start:end].removesuffix("等")
    if _NOBODY.fullmatch(words) or len(words) > _LONGEST:
        return Receivers()
    if words.endswith("的"):
        return _case(text, start, start + len(words))
    parts = _parts(text, start, start + len(words))
    if parts:
        employer = _employer(text, start, start + len(words)) if len(parts) == 1 else None
        if employer:
            return Receivers((employer,))
        names = [name for part in parts if (name := named(part) or _described(part))]
        return Receivers(tuple(dict.fromkeys(names)), refused=not names)
    return _whose_deed(text, start, start + len(words)) or Receivers(refused=True)


def _whose_deed(text: str, start: int, end: int) -> Receivers | None:
    """Return whose deed or expense the words tell: 毕业生到孵化器创业, 特困人员的缴费部分."""
    first = _first(text, start, end)
    whose = named(text[start : first.end]) if first else None
    deed = first and "的" not in text[first.end : end]
    if whose and first and deed and holders.starts_predicate(text, first.end, end):
        return Receivers((whose,))
    if _expense().search(text[start:end]):
        return Receivers((whose,)) if whose else Receivers(nobody=True)
    return None


def _employer(text: str, start: int, end: int) -> str | None:
    """Return who takes somebody on, where the words are a clause: 企业新招用毕业生."""
    first = _first(text, start, end)
    if first is None or "的" in text[start:end] or not _hires().match(text, first.end, end):
        return None
    return named(text[start : first.end])


@cache
def _hires() -> re.Pattern[str]:
    return pattern("hires")


def _parts(text: str, start: int, end: int) -> list[str]:
    """Return the phrases of a list of persons, none where it does not end with one."""
    ends = {h.end for h in holders.heads(text, start, end) if h.kind in RECEIVING}
    if end not in ends:
        return []
    parts, first = [], start
    for joint in _JOINT.finditer(text, start, end):
        left, right = text[first : joint.start()], text[joint.end() : end]
        describes = "的" in right and ("的" not in left or _DESCRIBES.match(left) is not None)
        if joint.start() in ends and joint.start() > first and not describes:
            parts.append(text[first : joint.start()])
            first = joint.end()
    parts.append(text[first:end])
    if len(parts) > 1 and _KIN.search(parts[-2]) and _FAMILY_MEMBER.search(parts[-1]):
        return [text[start:end]]  # 低保家庭和残疾毕业生: the graduates of both
    if len(parts) > 1 and parts[-1].removeprefix("其") in _BARE:
        return [text[start:end]]  # 做出显著成绩的单位和个人: one attribute
    return parts


def _described(words: str) -> str:
    """Return the words of a phrase that only its description names: 按规定获得证书的人员."""
    told = re.search(r"的[\u4e00-\u9fff]{1,4}$", words) or _AT.match(words)
    return words if told else ""


def _first(text: str, start: int, end: int) -> Head | None:
    """Return the head of the phrase at the start: 企业 of 企业招用毕业生."""
    found: Head | None = None
    for head in holders.heads(text, start, end):
        if found and head.start != found.end:  # 高校毕业生 has two
            break
        named_ = holders.holders_ending(text, start, head) if head.kind in RECEIVING else []
        if named_ and named_[0].start != start:
            break
        found = head if named_ else found
    return found


def _case(text: str, start: int, end: int) -> Receivers:
    """Return the receiver of a case: its subject, or the words that stand for the person."""
    words = text[start:end]
    start += len(words) - len(_CONNECTIVE.sub("", words))
    words = text[start:end]
    if _DISPUTED.search(words):
        return Receivers(nobody=True)
    first = _first(text, start, end)
    if first and text[first.end] not in "的、和与及或":
        name = named(text[start : first.end])
        return Receivers((name,)) if name else Receivers()
    if first is None and _any_thing().match(words):
        return Receivers(refused=True)
    if len(words) > _LONGEST_CASE:
        return Receivers(nobody=True)
    return Receivers((words,))
