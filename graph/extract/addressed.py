"""The persons that a clause is about, where no scheme has them.

Forms read::

    对计划生育特殊家庭给予慰问           whom a preposition or a verb of care names
    为游客提供讲解, 鼓励渔民转产
    网约车驾驶员应当出示证件             who is the subject of a duty, a right or a condition

Those who act in their office (工作人员, 负责人) are none, nor is a part that others are to play
(引导企业成为秩序的维护者).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from graph.extract.entitlement_words import alternatives, pattern, written
from graph.extract.holders import continues, opening
from graph.extract.person_heads import PERSON, heads
from graph.extract.person_names import named
from graph.extract.person_phrases import listed
from graph.grammar.cues import any_of
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extract.person_heads import Head
    from graph.grammar.sentences import Stretch

# 房管部门负责新莞人, 民办学校推荐新生: more than a noun phrase
_GLUED = re.compile(
    r"部门|学校|单位|机构|高校|院校|负责|推荐|开展|因|组成|包含|包括|领导|主管|分管|在|计划入|^级|其|凭|派出所|^第|我市|全体|所有|经(?!营|济|纪|销)|如|等|不|有|无(?!障)|是|到|者.|将|会(?!员|计)|请|(?<![信公适])用|以|须|上|下|前|后|内|中(?!学|小|等|职|医|国)|个人|健全|壮大|之一|专门|专人|审核|[一二两三四五六七八九十百几数多]人(?![才员])|^[分组点于]|育人|(?:代表|委员|领导|同志|主任|专家)$"
)
# 成为行业秩序的监督者和维护者: a part that others play
_PART = re.compile("(?:成为|争做|争当|当好|甘当|勇当)[^，。；]*$")
_PART_ENDS = re.compile("[，。；、和与及]|$")
_OF_MATTERS = "对象"  # 管理对象 alone is none, 信用管理对象 is one
_BARE = 2  # 家庭 alone is none, 计划生育特殊家庭 is one
_SHORTEST_GROUP, LONGEST_GROUP = 2, 9  # characters of a group that no scheme has


def addressed(text: str, clause: Stretch) -> Iterator[tuple[str, int, int]]:
    """Yield the persons that a clause is about, each with the place of the words that name them.

    They follow a preposition or a verb of care (为游客提供, 鼓励志愿者参与), or are the subject at
    the head of the clause; 工作人员 and others in their office are none.
    """
    told: set[int] = set()
    for head in heads(text, clause.start, clause.end):
        if head.kind != PERSON or continues(text, head.end):
            continue
        acts = _subject_goes_on().match(text, head.end, clause.end)
        if not acts and not _any_care().search(text, clause.start, head.end):
            continue
        spans = [(_behind_verb(text, a, h.end), h) for a, h in listed(text, clause.start, head)]
        begin = spans[0][0]
        cared_for = _care().search(text, clause.start, begin) is not None
        fits: re.Match[str] | bool | None
        if cared_for:
            fits = _causes().search(text, clause.start, begin) or _goes_on().match(
                text, head.end, clause.end
            )
        else:
            lead_in = opening().match(text, clause.start, clause.end)
            head_of_clause = lead_in.end() if lead_in else clause.start
            fits = begin == head_of_clause and acts
        if not fits or _is_part(text, clause, head):
            continue
        for first, last in spans:
            name = named(text[first : last.end])
            if last.end in told:
                continue
            if name and last.kind == PERSON and _is_group(name):
                told.add(last.end)
                start = text.rfind(name, first, last.end)
                yield name, start if start >= 0 else first, last.end


def _is_part(text: str, clause: Stretch, head: Head) -> bool:
    """Whether words name the part that somebody is to play: 引导企业成为秩序的维护者."""
    plays = _PART.search(text, clause.start, head.start)
    return plays is not None and _PART_ENDS.match(text, head.end, clause.end) is not None


@lru_cache(maxsize=4096)
def _is_group(name: str) -> bool:
    if not _SHORTEST_GROUP <= len(name) <= LONGEST_GROUP or "的" in name:
        return False
    if name.endswith("双方") or any(map(str.isdigit, name)):  # 1人
        return False
    if name in written("no-group") or name.endswith(_offices()):
        return False
    return not _GLUED.search(name)


@cache
def _offices() -> tuple[str, ...]:
    """Return what those are called who act in their office, and others who are no group."""
    others = {f for f in written("no-group") if len(f) > _BARE and not f.endswith(_OF_MATTERS)}
    return tuple(written("officer") | others | written("office-object"))


def _behind_verb(text: str, start: int, end: int) -> int:
    """Return where a phrase begins without a verb that is glued to it: 慰问快递员."""
    verb = _glued_verb().match(text, start)
    return verb.end() if verb and end - verb.end() >= _SHORTEST_GROUP else start


@cache
def _glued_verb() -> re.Pattern[str]:
    verbs = written("cares", "governs")
    return re.compile(
        r"(?:[要应须]?(?:充分|积极|切实))?"
        f"(?:{lexicon.alternation(verb for verb in verbs if len(verb) > 1)})(?:所属)?"
    )


@cache
def _care() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('cares')})(?:{alternatives('determiner')}|的)*$")


@cache
def _any_care() -> re.Pattern[str]:
    return any_of(written("cares"))


@cache
def _causes() -> re.Pattern[str]:
    """Return a pattern of verbs behind whose object any verb may follow: 鼓励渔民转产."""
    return re.compile(rf"(?:{alternatives('causes')})(?:{alternatives('determiner')}|的)*$")


@cache
def _goes_on() -> re.Pattern[str]:
    verbs = lexicon.alternatives("agency-words", "verb", "act")
    return re.compile(rf"[，。；：、）和与及等的在可应就按以]|$|{verbs}")


@cache
def _subject_goes_on() -> re.Pattern[str]:
    return pattern("group-subject")
