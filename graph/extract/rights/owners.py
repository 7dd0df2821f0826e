"""Whose a right is where no phrase of persons is read before it.

Forms read::

    保障信用主体合法权益                whoever stands right before 合法权益
    解决养殖户困难，保障其合法权益      who alone was named before, for 其 or 他们
    维护国家、集体和群众的合法权益      the state and the collective beside the persons
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from graph.extract import holders
from graph.extract.entitlement_words import alternatives, pattern
from graph.extract.person_phrases import listed
from graph.grammar.sentences import clauses

if TYPE_CHECKING:
    from graph.extract.person_heads import Head
    from graph.extract.rights.entitlement import Entitlement
    from graph.grammar.sentences import Stretch

HOLDING = frozenset({holders.PERSON, holders.ORGANISATION})
_LAWFUL = re.compile(r"(?P<who>[\u4e00-\u9fff、]{2,16}?)的?(?=(?:合法|正当)(?:权益|权利))")
_ITS = re.compile(r"(?:其|他们|她们)的?(?:合法|正当|各项|[\u4e00-\u9fff]{1,6}权)")
_BESIDE = re.compile(
    r"(?:(?P<first>国家)|国家利益)(?:、|和|与|以及|或者?)(?:(?P<second>集体)(?:利益)?(?:、|和|与|以及|或者?))?"
    r"|(?P<alone>集体)(?:利益)?(?:、|和|与|以及|或者?)"
)

_THING_OF_HIS = re.compile("(?<=个人)[\u4e00-\u9fff]{0,4}(?:贷款|账户|所得税|缴费)")
_IN_CASE = re.compile("[^，。；]*的，")


@cache
def _no_owner() -> re.Pattern[str]:
    return pattern("no-owner", before="^", behind="$|[，。；]|^(?:其|自身|各自|他们|她们)")


def beside(text: str, start: int) -> tuple[str, ...]:
    """Return the state and the collective that a list of holders begins with."""
    listed = _BESIDE.match(text, start)
    return tuple(one for one in listed.groups() if one) if listed else ()


def owned(text: str, sentence: Stretch, start: int, one: Entitlement) -> Entitlement | None:
    """Return an entitlement with its owner, or None where nobody can tell whom 其 means.

    It is whoever stands right before it, or was named before as 其.
    """
    if one.holders:
        return one
    whose = _LAWFUL.match(text, start, one.held.end)
    if whose and not _no_owner().search(whose["who"]):
        listed_ = _BESIDE.match(whose["who"])  # 国家利益或者他人合法权益
        who = whose["who"][listed_.end() :] if listed_ else whose["who"]
        return replace(one, holders=(*beside(text, start), who))
    if _ITS.match(text, start):
        named = antecedent(text, sentence, start)
        return replace(one, holders=named) if named else None
    return one


def antecedent(text: str, sentence: Stretch, start: int) -> tuple[str, ...]:
    """Return whom 其 at ``start`` means: who alone is named in the nearest clause before."""
    earlier = [c for c in clauses(text, sentence.start, start) if c.end <= start]
    for clause in reversed(earlier):
        people = [h for h in holders.heads(text, clause.start, clause.end) if h.kind in HOLDING]
        found = [holders.holders_ending(text, clause.start, each) for each in people]
        named = tuple(dict.fromkeys(h.name for each in found for h in each))
        if named:
            return named if len(named) == 1 else ()
    return ()


@cache
def _whom() -> re.Pattern[str]:
    return re.compile(f"(?:[对为向给]|{alternatives('urges')})$")


def _is_spoken_of(text: str, start: int, head: Head) -> bool:
    """Whether somebody is urged or helped, and no body that may be the giver, or in a bracket."""
    if _THING_OF_HIS.match(text, head.end):
        return False  # 个人创业担保贷款: a loan
    first = listed(text, start, head)[0][0]
    if text.count("（", start, first) > text.count("）", start, first):
        return False
    if head.kind == holders.PERSON or _whom().search(text, start, first):
        return True
    return _IN_CASE.match(text, head.end) is not None  # 企业技术改造需要贷款的，…


def only_one(text: str, start: int, end: int) -> tuple[str, ...]:
    """Return who alone is named between the offsets: 支持企业…，对产生的费用给予补助.

    Nobody is, where the last that is named may be the giver, or is named by no whole phrase.
    """
    people = [
        head
        for head in holders.heads(text, start, end)
        if head.kind in HOLDING and not text.startswith("：", head.end)  # 责任单位：
    ]
    spoken_of = [head for head in people if _is_spoken_of(text, start, head)]
    if not spoken_of or spoken_of[-1] != people[-1]:
        return ()
    found = [holders.holders_ending(text, start, head) for head in spoken_of]
    named = {name for each in found for name in holders.names(each, HOLDING)}
    return tuple(named) if len(named) == 1 and found[-1] else ()
