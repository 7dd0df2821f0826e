"""Who holds a right: the persons that are the subject of a verb, or follow it.

Forms read::

    消费者享有…                          the subject, right before the verb
    业主对共有部分享有…                  with adverbials between
    进城落户农民与当地城镇居民同等享有…  whose equal somebody is does not hold it
    申请人对决定不服的，有权…            the subject of a clause before
    对生活困难的群众，可以给予…          what a clause before is about

What somebody asks for another (为其子女申请) is not his own.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.entitlement_words import alternatives, pattern
from graph.extract.person_heads import (
    AUTHORITY,
    OFFICER,
    ORGANISATION,
    PERSON,
    has_head,
    heads,
)
from graph.extract.person_phrases import (
    LONGEST,
    Holder,
    holders_ending,
    listed,
    phrase_start,
)
from graph.grammar.sentences import clauses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.extract.person_heads import Head
    from graph.grammar.sentences import Stretch

__all__ = [
    "AUTHORITY",
    "OFFICER",
    "ORGANISATION",
    "PERSON",
    "Holder",
    "has_head",
    "heads",
    "holders_ending",
]

EQUAL = re.compile(r"同等|同样|平等|一样|同城|相同|均等|一视同仁|同权")
EQUAL_REACH = 16  # characters behind the verb in which the equal may be named
_GOVERNED = re.compile(
    r"(?:将|把|对于?|为|向|给|让|使|确保|保障|推动|鼓励)(?:符合条件的|本市|全市)?$"
)
_FOR_ANOTHER = re.compile(
    r"(?:(?<![勇行作成认])为|替|代)(?:其|他人|[^，。；]{0,10}(?:子女|家属|父母|配偶|亲属|老人|儿童))[^，。；]{0,4}$"
)
# 视同全日制学生享受, 可参照毕业生享受: whoever is treated so
_TREATED_AS = ("视同", "视为", "比照", "参照")
_ANYBODY = frozenset({"单位", "个人"})
_HAS_VERB = re.compile(r"有权(?!人)|可以|应当|享有|享受|不得|必须")
_MODAL = re.compile(r"应当?|有权|可以|不得|必须|须|要|都|均|发现")
_URGED = re.compile(r"鼓励|支持|引导|允许")  # 鼓励林农合作造林，并按规定享受…
_ATTRIBUTE = re.compile(r"(?:年满|符合|具有|持有|持|取得|参加|从事|在)[^，。；：、]{2,40}")
_SHORTEST_DOING = 3
_NO_SUBJECT = re.compile(
    r"[不未无没受被为以将把如若按依持凭已曾]|经(?!营|济|办|纪|销)|因(?!病|工)|根据|通过|认为|发现|缴纳|办理|提供|合并"
)
_CONTINUES = re.compile(
    r"(?:的|之)?(?:证(?!件人)|执业证|资格证|从业证|卡|会(?!员)|节|院|局|站|事务所|协会)"
)


@cache
def _between() -> re.Pattern[str]:
    """Return a pattern of what may stand between a subject and its verb."""
    adverb, preposition = alternatives("link"), alternatives("preposition")
    return re.compile(
        rf"(?:{adverb}|(?:接受|乘坐|选用|参加|使用|购买|入住)[^，。；：]{{2,16}}?(?=可|享受|享有|免费)|(?!就[学业医读诊餐])(?:{preposition})[^，。；：]{{1,30}}?|[^，。；：]{{0,6}}(?:后|期间|时|前|内)|，)*"
    )


@cache
def opening() -> re.Pattern[str]:
    """Return a pattern of what stands before the subject at the head of a clause."""
    return re.compile(
        r"\s*(?:〔[^〔〕]{2,14}〕)?\s*(?:每年(?:度|重点)?(?:支持|遴选|评选|扶持|培育)|(?:支持|遴选|评选|扶持|培育|引进)一批|此时|鼓励和支持|鼓励支持|但是?|其中|同时|此外|另外|凡|凡是|对于?|因此|所以|且|并且|针对|、)*"
    )


@cache
def _goes_on() -> re.Pattern[str]:
    joined = "[的、和与及或之等（“]|以及|会(?!员)|服务(?!期)"
    return re.compile(f"{joined}|{alternatives('compound')}")


@cache
def _doing() -> re.Pattern[str]:
    return pattern("doing")


@cache
def _describes() -> re.Pattern[str]:
    return pattern("not-object", behind="$")


def continues(text: str, at: int) -> bool:
    """Tell whether a noun goes on behind the word for persons that ends at ``at``: 居住证."""
    return bool(_CONTINUES.match(text, at))


def may_stand_between(words: str) -> bool:
    """Tell whether words can stand between a subject and its verb: 按规定, 在居住地."""
    return _between().fullmatch(words.strip()) is not None


def for_another(words: str) -> bool:
    """Tell whether words before a verb say that it is done for somebody else: 为其子女."""
    return bool(_FOR_ANOTHER.search(words))


def subject(text: str, clause: Stretch, verb: tuple[int, int]) -> list[Holder]:
    """Return who is the subject of the verb at ``verb`` within its clause; nobody is none."""
    between = _between()
    for head in reversed(list(heads(text, clause.start, verb[0]))):
        if not between.fullmatch(text, head.end, verb[0]):
            continue
        found = holders_ending(text, clause.start, head)
        before = text[clause.start : listed(text, clause.start, head)[0][0]]
        alone = text[clause.start : phrase_start(text, clause.start, head)]
        equal = re.search(r"(?:与|同|和|跟|比照|参照)$", alone) and EQUAL.search(
            text, head.end, verb[1] + EQUAL_REACH
        )
        compared = equal is not None or alone.endswith(_TREATED_AS)
        # 白内障和唇腭裂患者: what shares the last word is no person by itself
        if compared or re.search(
            r"(?:对|向|为|凭|按|以|于|从|(?<![存现所])在|[、和与及])$", before
        ):
            continue
        return [] if for_another(text[head.end : verb[0]]) else found
    return []


def subject_before(
    text: str, sentence: Stretch, start: int, *, of_having: bool = False
) -> list[Holder]:
    """Return the subject, or the topic, of the clauses of a sentence before ``start``.

    Who is the subject ``of_having`` needs no word that is known to begin a predicate behind:
    消费者遗失凭证的，可….
    """
    earlier = [c for c in clauses(text, sentence.start, sentence.end) if c.end <= start]
    for clause in reversed(earlier):
        lead_in = opening().match(text, clause.start, clause.end)
        first = lead_in.end() if lead_in else clause.start
        found = _heading_clause(text, first, clause.end)
        if found is None and of_having:
            urged = _URGED.match(text, first)
            if urged and "；" in text[clause.end - 1 : start]:
                continue  # 鼓励企业投入；纳入计划，享受补助: another is spoken of
            found = _heading_loosely(text, urged.end() if urged else first, clause.end)
        if found is not None:
            return found
    return []


def _heading_clause(text: str, first: int, end: int) -> list[Holder] | None:
    """Return who a clause begins with, where a known predicate follows; None where nobody is."""
    for head in heads(text, first, end):
        if head.end - first > 2 * LONGEST:
            return None
        if listed(text, first, head)[0][0] > first or _is_founder(text, head, end):
            continue
        if _HAS_VERB.search(text, first, head.end):
            return None
        if not starts_predicate(text, head.end, end):
            continue
        found = holders_ending(text, first, head)
        # 单位和个人缴纳的年限可累计: what each of them does
        asked = _MODAL.match(text, head.end)
        return None if {h.name for h in found} == _ANYBODY and not asked else found
    return None


def _heading_loosely(text: str, first: int, end: int) -> list[Holder] | None:
    """Return who a clause begins with, where it goes on as what these do: 消费者遗失凭证的."""
    if _NO_SUBJECT.match(text, first, end):
        return None
    for head in heads(text, first, end):
        if head.end - first > 2 * LONGEST or _HAS_VERB.search(text, first, head.end):
            return None
        if _is_founder(text, head, end):
            continue
        begins = listed(text, first, head)[0][0]
        attribute = "的" in text[first : head.start] and _ATTRIBUTE.fullmatch(text, first, begins)
        if begins > first and not attribute:
            continue
        if head.kind in {PERSON, ORGANISATION} and _does_something(text, head.end, end):
            return holders_ending(text, first, head) or None
    return None


@cache
def _founded() -> re.Pattern[str]:
    return pattern("founds", behind="的")


def _is_founder(text: str, head: Head, end: int) -> bool:
    """Whether persons only tell whose an enterprise is: 返乡人员创办的企业."""
    return _founded().match(text, head.end, end) is not None


def _does_something(text: str, at: int, end: int) -> bool:
    """Whether a clause goes on behind its first noun of persons as what these do: 消费者遗失凭证的.

    A noun that these describe (居民身份的证明, 学生资助工作) is not what they do.
    """
    words = text[at:end].rstrip("，。；： \n").removesuffix("的")
    if len(words) < _SHORTEST_DOING or _goes_on().match(words):
        return False
    following = next(heads(text, at, end), None)  # the head of 高校毕业生 is 毕业生
    if following and following.start == at:
        return False
    return _doing().match(words) is not None or (
        "的" not in words and not _describes().search(words)
    )


@cache
def _predicate() -> re.Pattern[str]:
    words = (
        r"[，；：]|[12][0-9]{3}年|[对在因凭持按依与自未不已需须要有被从就如若均都也向并将以由于应可到享为拟]"
        r"|[^，。；生工员民者人户]{0,6}(?:期间|之日|之后)"
        r"|[\u4e00-\u9fff]{0,4}(?:创业|毕业|合格|就业|退役|升学|培训|残疾|住院|搬迁|落户|困难)的(?=，)"
    )
    return re.compile(rf"(?:等)?(?:{words}|{alternatives('predicate')}|$)")


def starts_predicate(text: str, at: int, end: int) -> bool:
    """Tell whether a predicate begins at ``at``, behind its subject: 申请人认为…."""
    return bool(_predicate().match(text, at, end)) and not continues(text, at)


def governed(text: str, clause: Stretch, verb: int) -> list[Holder]:
    """Return whom a preposition before the verb names: 将农民纳入, 对高校毕业生给予."""
    for head in reversed(list(heads(text, clause.start, verb))):
        before = text[clause.start : listed(text, clause.start, head)[0][0]]
        if (
            head.kind == PERSON
            and _GOVERNED.search(before)
            and _between().fullmatch(text, head.end, verb)
        ):
            return holders_ending(text, clause.start, head)
    return []


def names(holders: Sequence[Holder], kinds: frozenset[str]) -> list[str]:
    """Return the names of the holders of the kinds, each once."""
    return list(dict.fromkeys(h.name for h in holders if h.kind in kinds))
