"""Entitlements by which somebody is covered by a benefit or joins it.

Forms read::

    将农业转移人口纳入住房保障          who is made part of it
    符合条件的患者纳入医疗救助
    持证人可以参加失业保险              who may join it
    年满60周岁的人员可以领取养老金      who may receive it

None is a duty to join (应当参加), nor who is only led to it (引导…参加).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract import holders
from graph.extract.entitlement_words import alternatives
from graph.extract.rights import objects
from graph.extract.rights.entitlement import Entitlement
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.grammar.sentences import Stretch

_PERSONS = frozenset({holders.PERSON})
_INTO = frozenset({"纳入", "接入"})
_MAY = re.compile(r"(?<!不)可以?(?!能)|有权|均可|优先|确保|保障|允许|准予")
_MUST = re.compile(r"应当?|须|必须|引导|鼓励|动员|组织|督促|要求|后$")
_CONDITION = re.compile(
    r"[^，。；]{0,8}?(?:满|累计|连续|以上|的，|年限|证明|费(?!用|补|减|优|资)|缴费|情况|记录|满分|积\d|所需|账户)"
)
_FRAME = re.compile(r"(?:的)?(?:体系|范围|制度|保障范围|覆盖范围|保障体系|政策范围|管理)$")
_LEAVES = re.compile(r"退出|放弃|终止|取消")  # 申请退出住房保障


@cache
def _spoiled() -> re.Pattern[str]:
    """Return a pattern of what tells of dues, papers or fraud: 每参加一种保险, 缴纳…参加."""
    return re.compile(f"每$|缴纳(?!.*可)|{alternatives('not-covered')}")


def cue_words() -> frozenset[str]:
    """Return the verbs of a clause, without which there is nothing to ask."""
    return lexicon.written("measure-words", "covers")


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(lexicon.alternation(cue_words()))


def find(text: str, sentence: Stretch, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield the benefits that a clause, whose words end at ``end``, makes somebody part of."""
    for verb in reversed(list(_verbs().finditer(text, clause.start, end))):
        lead = text[clause.start : verb.start()]
        into = verb.group() in _INTO
        if _LEAVES.search(text, verb.end(), end):
            continue
        if _spoiled().search(lead) or _CONDITION.match(text, verb.end(), end):
            continue
        if not into and (not _MAY.search(lead) or _MUST.search(lead)):
            continue
        whose = _whose(text, sentence, clause, verb)
        if not whose:
            continue
        frame = _FRAME.search(text[verb.end() : end]) if into else None
        last = verb.end() + frame.start() if frame else end
        found = [
            one
            for one in objects.held(text, verb.end(), last, benefits=False)
            if one.known and not one.is_right
        ]
        for one in found:
            yield Entitlement(one, whose, "right.covered")
        if found:
            return


def _whose(text: str, sentence: Stretch, clause: Stretch, verb: re.Match[str]) -> tuple[str, ...]:
    """Return who is covered by a verb, nobody where one of them is no person."""
    found = holders.governed(text, clause, verb.start())
    if not found:
        found = holders.subject(text, clause, verb.span())
    if not found and holders.may_stand_between(text[clause.start : verb.start()]):
        found = holders.subject_before(text, sentence, clause.start)
    if any(each.kind != holders.PERSON for each in found):
        return ()
    return tuple(holders.names(found, _PERSONS))
