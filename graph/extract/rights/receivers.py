"""Who receives what a clause gives.

Forms read::

    对建档立卡贫困劳动力给予…            whom a preposition names in the clause
    对经营困难的企业，按规定给予…        or in one before it
    就业困难人员培训期间，给予…          the subject of the clause before

A thing or a place (对项目, 对贫困县) is nobody, and whom it belongs to is not told.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from graph.extract import holders
from graph.extract.entitlement_words import alternatives, pattern
from graph.extract.person_names import named
from graph.extract.rights.receiver_phrases import (
    RECEIVING,
    Receivers,
    any_thing,
    case_of,
    first_head,
    is_anybodys,
    named_in,
    names_his_thing,
    parts,
)
from graph.grammar.sentences import clauses

__all__ = ["RECEIVING", "Receivers", "any_thing", "first_head", "is_anybodys"]

if TYPE_CHECKING:
    from graph.grammar.sentences import Stretch

NAMED_BEFORE = "named-before"  # of a case: who is named before it is meant
_TO = re.compile(
    r"(?<![应针绝相面])对(?![象口方外策应照比标话]|接(?![收受纳种送触待诊续任管力]))于?|(?<![定导走投志方倾])向(?!上|下)|(?<![供补拨])给(?![予与付水])"
    r"|(?<![行作成认称因视分改转变更])为(?![了主期进加])"
)
_TOPIC = re.compile(r"(?:对(?:于)?|凡是?|向|为|给)(?![象口方外策应照比了予与付])")
_AGREED = re.compile("另有约定")  # 经营者与消费者另有约定的: who of them gets it, nobody can tell
_LEAST_CASE = 4
_LISTS_ON = re.compile(r"[和与、的]|及(?!时)|就业")
_TOLD = re.compile(r"是指|可|应|须|不得|认定为|作为|负责")  # a sentence, and no noun


@cache
def _of_person() -> re.Pattern[str]:
    return pattern("case-of-person")


@cache
def _adverb() -> re.Pattern[str]:
    return pattern("link")


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
            if all(name.endswith("的") for name in found.names):
                # 骨干人才，凡没有住房的，可以…: who is named first is it
                found = _named_first(text, sentence, one) or found
            return replace(found, start=about.end())
        last = one.end - 1
        for to in _TO.finditer(text, one.start, last):  # 鼓励企业对…的商户，给予优惠
            if to.group().startswith("对") and parts(text, to.end(), last):
                return replace(named_in(text, to.end(), last), start=to.end())
    return Receivers()


def _named_first(text: str, sentence: Stretch, case: Stretch) -> Receivers | None:
    """Return who is the whole of the first clause, of whom a case behind it tells."""
    first = next(clauses(text, sentence.start, sentence.end))
    told = apposed(text, sentence, first.end) if first.end <= case.start else None
    return told if told and told.names else None


def opening(text: str, clause: Stretch) -> tuple[str, ...]:
    """Return whom a clause begins with, nobody where it begins otherwise."""
    lead = holders.opening().match(text, clause.start, clause.end)
    first = lead.end() if lead else clause.start
    head = first_head(text, first, clause.end)
    if head is None or head.kind not in RECEIVING or names_his_thing(text, head.end):
        return ()
    name = named(text[first : head.end])
    return (name,) if name else ()


def apposed(text: str, sentence: Stretch, start: int) -> Receivers:
    """Return who is the whole of the clause right before: 招收的师范专业考生，享受…."""
    earlier = [c for c in clauses(text, sentence.start, sentence.end) if c.end <= start]
    if not earlier or text[earlier[-1].end - 1] != "，":
        return Receivers()
    if _TOLD.search(text, earlier[-1].start, earlier[-1].end):
        return Receivers()
    lead = holders.opening().match(text, earlier[-1].start, earlier[-1].end)
    first = lead.end() if lead else earlier[-1].start
    names = [name for part in parts(text, first, earlier[-1].end - 1) if (name := named(part))]
    return Receivers(tuple(names), start=first)


def aside(text: str, sentence: Stretch, clause: Stretch) -> Receivers:
    """Return whom a preposition inside a clause before names: 机构对毕业生免费办理登记，…."""
    earlier = [c for c in clauses(text, sentence.start, sentence.end) if c.end <= clause.start]
    for one in reversed(earlier):
        for to in _TO.finditer(text, one.start, one.end):
            if to.group() == "为" and text[one.start : one.end].rstrip("，").endswith("的"):
                continue  # 为公众提供空间的，可给予补偿: who provides it
            for head in holders.heads(text, to.end(), one.end):
                goes_on = _adverb().match(text, head.end, one.end) is not None
                goes_on = goes_on or holders.starts_predicate(text, head.end, one.end)
                if head.kind in RECEIVING and goes_on:
                    return named_in(text, to.end(), head.end)
    return Receivers()


def _topic(text: str, start: int, ends: list[int]) -> Receivers:
    """Return whom the words behind 对 name, which may go on over a comma."""
    first = Receivers(refused=True)
    for number, end in enumerate(ends):
        last = end
        while last > start and text[last - 1] in "，；：、 \n":
            last -= 1
        found = named_in(text, start, last)
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


def case(text: str, sentence: Stretch, clause: Stretch, *, of_anybody: bool = False) -> Receivers:
    """Return the receiver of a case without any 对: 因户籍变动未能参保的，可….

    It stands for somebody who is not named where its words have no person: 退耕还林的，享受补助,
    a case ``of_anybody``.
    """
    earlier = [c for c in clauses(text, sentence.start, sentence.end) if c.end <= clause.start]
    if earlier:  # 居住证持有人变更地址后，符合规定的，…
        lead = holders.opening().match(text, earlier[0].start, earlier[0].end)
        first = lead.end() if lead else earlier[0].start
        head = first_head(text, first, earlier[0].end)
        goes_on = head and holders.starts_predicate(text, head.end, earlier[0].end)
        name = named(text[first : head.end]) if head and goes_on else None
        if name and head and head.kind == holders.PERSON:
            return Receivers((name,))
    for one in reversed(earlier):
        words = text[one.start : one.end].rstrip("，；、 \n")
        if words.endswith("的") and len(words) > _LEAST_CASE:
            lead = holders.opening().match(text, one.start, one.end)
            first = lead.end() if lead else one.start
            if "面积" in words:  # 住房建筑面积小于80平方米的: whose it is is told elsewhere
                return Receivers(nobody=True)
            last = one.start + len(words)
            if _of_person().search(words) and not any_thing().match(text, first):
                found = case_of(text, first, last)
            else:
                found = _of_anybody(text, first, last) if of_anybody else Receivers()
            # 若学生入学时贫困，在读期间家庭脱贫的: theirs who were named before
            described = all(name.endswith("的") for name in found.names)
            named_before = found.names and described and _names(text, sentence.start, first)
            return Receivers(refused=True, form=NAMED_BEFORE) if named_before else found
    return Receivers()


def _names(text: str, start: int, end: int) -> bool:
    """Whether words name persons, or a body that can receive something."""
    return any(each.kind in RECEIVING for each in holders.heads(text, start, end))


@cache
def _of_matter() -> re.Pattern[str]:
    """Return a pattern of a case that describes nobody: 确有必要的, 因故未能办理的."""
    began, held = alternatives("matter-begins"), alternatives("matter-holds")
    return re.compile(f"^(?:{began})|{held}")


def _of_anybody(text: str, start: int, end: int) -> Receivers:
    """Return who is the subject of a case, nobody by name where it has none; a thing is refused."""
    words = text[start:end]
    found = list(holders.heads(text, start, end))
    thing = not _SOMEWHERE.match(words) and _OF_THING.search(words)
    if any(each.kind in _OFFICIAL for each in found) or thing:
        return Receivers(refused=True)
    first = first_head(text, start, end)
    if first and not (
        holders.starts_predicate(text, first.end, end) or _MERELY.match(text, first.end, end)
    ):
        return Receivers(nobody=True)
    if first is None and found and not words.startswith("有下列"):
        return Receivers(refused=True)
    if first is None and not (is_anybodys(words) or _of_matter().search(words)):
        return Receivers((words,))  # 以拍卖方式取得使用权的: whoever it is
    if first is None:
        return Receivers(nobody=True)
    name = named(text[start : first.end])
    return Receivers((name,)) if name else Receivers(nobody=True)


def subject(
    text: str, sentence: Stretch, clause: Stretch, verb: str, *, of_having: bool = False
) -> Receivers:
    """Return who is the subject of the clauses before the verb’s; who pays is none."""
    found = holders.subject_before(text, sentence, clause.start, of_having=of_having)
    if not found or _AGREED.search(text, sentence.start, clause.start):
        return Receivers()
    if any(each.kind not in RECEIVING for each in found):
        return Receivers()
    # 用人单位解除合同的，应当给予补偿: who pays
    if all(each.kind == holders.ORGANISATION for each in found) and verb in _PAYING:
        return Receivers()
    return Receivers(tuple(holders.names(found, RECEIVING)))


_OFFICIAL = frozenset({holders.AUTHORITY, holders.OFFICER})
_SOMEWHERE = re.compile(r"[在到赴]")
_MERELY = re.compile(r"[\u4e00-\u9fff]{2,}(?<!机构)(?<!单位)的$")
# 项目评为优秀的, 县（区）完成任务的: a thing or a place
_OF_THING = re.compile(
    "项目|工程|地区|地方|课题|产品|成果|基地|园区|平台|景区|街道|[县区镇村乡](?!域|级|民|居|外|内|以)|违反|造成|损害|侵害"
)
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
            return named_in(text, to.end(), ends[-1].end)
        if to.group().startswith("对"):
            return named_in(text, to.end(), _stop(text, to.end(), verb))
        given = [h for h in holders.heads(text, to.end(), verb) if h.end == verb]
        if given and given[0].kind == holders.AUTHORITY:  # 向当地人民政府予以补偿
            return Receivers(refused=True)
    return None


def _stop(text: str, start: int, verb: int) -> int:
    """Return where the phrase behind a preposition ends, without the adverbs before the verb."""
    for at in range(start + 1, verb):
        if not _LISTS_ON.match(text, at) and holders.may_stand_between(text[at:verb]):
            return at
    return verb
