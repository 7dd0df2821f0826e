"""Who is the subject of a verb of having or claiming, as far as he can hold a right.

Forms read::

    消费者享有…, 业主对共有部分享有…      the subject, in the clause or before it
    对毕业生创办的企业，按规定享受…       whom a clause before is about
    招收的师范专业考生，享受…             who is the whole of the clause before

Authorities have powers: a body (消防机构) has none of its own but with persons beside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.extract import holders
from graph.extract.person_phrases import Holder
from graph.extract.rights import receivers
from graph.grammar.sentences import clauses

if TYPE_CHECKING:
    from graph.grammar.sentences import Stretch

PERSONS = frozenset({holders.PERSON})
HOLDING = frozenset({holders.PERSON, holders.ORGANISATION, holders.OFFICER})
_TREATED_AS = ("视同", "视为", "比照", "参照")  # 对非全日制学生，视同全日制学生享受…
DOING = frozenset({holders.PERSON, holders.ORGANISATION})
_TELLS = re.compile("告知|通知|提示|书面告知")
_IF = re.compile("如果?|若|对|有|认为|不服")
_POWERS = re.compile(r"(?:机构|组织|工会|团体|单位)$")
_OWN_POWER = re.compile(r"(?:用人|任何|经营|建设|其他|生产|施工|使用|承包)[^，。]{0,4}$")


def _himself(text: str, sentence: Stretch, clause: Stretch) -> int | None:
    """Return where 本人及其配偶 begins, who is named before: 有住所的人员，本人及其配偶可以…."""
    near = [c for c in clauses(text, sentence.start, sentence.end) if c.end <= clause.start][-1:]
    return next((c.start for c in (*near, clause) if text.startswith("本人", c.start)), None)


def _informed(text: str, sentence: Stretch, clause: Stretch) -> list[Holder]:
    """Return who is told of what he may do: 并告知被收缴人如对判断有异议，可以申请鉴定."""
    near = [c for c in clauses(text, sentence.start, sentence.end) if c.end <= clause.start][-1:]
    told = _TELLS.search(text, near[0].start, near[0].end) if near else None
    if told is None:
        return []
    found, first = holders.behind(text, told.end(), near[0].end)
    return found if found and _IF.match(text, first) else []


def holding(
    text: str, sentence: Stretch, clause: Stretch, verb: tuple[int, int], kinds: frozenset[str]
) -> list[Holder]:
    """Return who is the subject of a verb, nobody where one of them cannot hold a right."""
    found = holders.subject(text, clause, verb)
    lead = text[clause.start : verb[0]]
    himself = _himself(text, sentence, clause)
    if himself is not None:
        told = receivers.apposed(text, sentence, himself)
        names = told.names or receivers.topic(text, sentence, clause).names
        if names:
            return [Holder(name, verb[0], verb[0]) for name in names]
    if holders.for_another(lead):
        return []
    informed = _informed(text, sentence, clause) if not found else []
    if informed and not lead.strip():
        return informed
    stands = not lead.strip() or lead.endswith("的") or holders.may_stand_between(lead)
    stands = stands or lead.startswith(_TREATED_AS)
    if not found and stands:
        found = holders.subject_before(text, sentence, clause.start)
        about = receivers.topic(text, sentence, clause)
        if not found and not lead.strip():
            apposed = receivers.apposed(text, sentence, clause.start)
            if apposed.names:
                return [Holder(name, verb[0], verb[0]) for name in apposed.names]
        nearer = without_powers(found)
        # 对毕业生创办的企业，按规定享受优惠; but who does not agree (对意见有异议的) is no topic
        if about.names and (not nearer or about.start >= nearer[0].start):
            return [Holder(name, verb[0], verb[0]) for name in about.names]
    return found if all(each.kind in kinds for each in found) else []


def _has_powers(holder: Holder) -> bool:
    """Whether a body has powers rather than rights: 消防机构, but not 用人单位."""
    name = holder.name
    is_body = holder.kind == holders.ORGANISATION and _POWERS.search(name) is not None
    return is_body and not _OWN_POWER.match(name)


def without_powers(found: list[Holder]) -> list[Holder]:
    """Return holders without bodies that have powers; 被收费单位和个人 are both none."""
    if any(each.kind == holders.PERSON for each in found):
        return found
    return [each for each in found if not _has_powers(each)]
