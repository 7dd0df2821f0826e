"""Entitlements by which somebody is covered by a benefit, joins it or receives it.

Forms read::

    将农业转移人口纳入住房保障          who is made part of it
    符合条件的患者纳入医疗救助
    对生活困难的群众，可以给予临时救助  who is given it
    向困难家庭发放生活补贴
    持证人可以参加失业保险              who may or shall join it
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract import holders
from graph.extract.rights import objects
from graph.extract.rights.entitlement import Entitlement
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.grammar.sentences import Stretch

_PERSONS = frozenset({holders.PERSON})
_GIVEN = frozenset({"给予", "提供", "发放", "赋予"})
_MAY = re.compile(
    r"可以?|有权|均可|应当?(?!按)|优先|依法|按规定|将|把|对|为|向|使|让|确保|保障|推动|鼓励"
)
_SPOILED = re.compile(
    r"每$|骗取|冒领|违规|套取|挪用|出具|提交|凭|持有|缴纳(?!.*可)|中断|补缴|缴费|参保证明|不得|不予|未"
)
_CONDITION = re.compile(
    r"[^，。；]{0,8}?(?:满|累计|连续|以上|的，|年限|证明|费(?!用|补|减|优|资)|缴费|情况|记录|满分|积\d|所需|账户)"
)
_GRANT = re.compile(
    r"(?:补贴|补助|津贴|救助|优惠|减免|贴息|资助|待遇|抚恤金|慰问金|优待|权利|权益|权能|权)$"
)
_FRAME = re.compile(r"(?:的)?(?:体系|范围|制度|保障范围|覆盖范围|保障体系|政策范围|管理)$")
_WRONG = re.compile(r"拒绝|故意|擅自|违规|违法")


@cache
def _verbs() -> re.Pattern[str]:
    words = lexicon.concepts("measure-words")["covers"].written | {"发放", "赋予"}
    return re.compile("|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w))))


def find(text: str, sentence: Stretch, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield the benefits that a clause, whose words end at ``end``, gives somebody."""
    for verb in reversed(list(_verbs().finditer(text, clause.start, end))):
        lead = text[clause.start : verb.start()]
        given = verb.group() in _GIVEN
        if _WRONG.search(lead) or _SPOILED.search(lead) or _CONDITION.match(text, verb.end(), end):
            continue
        if not given and verb.group() != "纳入" and not _MAY.search(lead):
            continue
        whose, start = _whose(text, sentence, clause, verb, end)
        if not whose:
            continue
        frame = _FRAME.search(text[start:end]) if verb.group() in {"纳入", "接入"} else None
        last = start + frame.start() if frame else end
        found = [
            one
            for one in objects.held(text, start, last, benefits=given)
            if (one.known and not one.is_right) or (given and _GRANT.search(one.name))
        ]
        for one in found:
            yield Entitlement(one, whose, "right.covered")
        if found:
            return


def _whose(
    text: str, sentence: Stretch, clause: Stretch, verb: re.Match[str], end: int
) -> tuple[tuple[str, ...], int]:
    """Return who is covered by a verb, and where the words of the benefit begin."""
    found = holders.governed(text, clause, verb.start())
    if not found and verb.group() not in _GIVEN:
        found = holders.subject(text, clause, verb.span())
    if not found and verb.group() in _GIVEN:
        whose, start = holders.behind(text, verb.end(), end)
        if whose and text[verb.end() : whose[0].start].strip("了各符合条件的") == "":
            return tuple(holders.names(whose, _PERSONS)), start
    if (
        not found
        and verb.group() != "提供"
        and holders.may_stand_between(text[clause.start : verb.start()])
    ):
        found = holders.subject_before(text, sentence, clause.start)
    if any(each.kind != holders.PERSON for each in found):
        return (), verb.end()
    return tuple(holders.names(found, _PERSONS)), verb.end()
