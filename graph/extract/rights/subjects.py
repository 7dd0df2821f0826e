"""Who is the subject of a verb of having or claiming, as far as he can hold a right.

Forms read::

    消费者享有…, 业主对共有部分享有…      the subject, in the clause or before it
    对毕业生创办的企业，按规定享受…       whom a clause before is about
    招收的师范专业考生，享受…             who is the whole of the clause before

Authorities have powers: a body (消防机构) has none of its own but with persons beside it.
"""

from __future__ import annotations

import re

from graph.extract import holders, possessors
from graph.extract.person_phrases import Holder
from graph.extract.rights import receivers
from graph.grammar.sentences import Stretch, clauses

PERSONS = frozenset({holders.PERSON})
HOLDING = frozenset({holders.PERSON, holders.ORGANISATION, holders.OFFICER})
_TREATED_AS = ("视同", "视为", "比照", "参照")  # 对非全日制学生，视同全日制学生享受…
DOING = frozenset({holders.PERSON, holders.ORGANISATION})
_OFFICIAL = frozenset({holders.AUTHORITY, holders.OFFICER})
_TELLS = re.compile("告知|通知|提示|书面告知")
_IF = re.compile("如果?|若|对|有|认为|不服")
_LET = re.compile(r"使|让|由|令|帮助|确保|保障|将|把|为|告知|其(?![他它余中])|一方")
_TAKES_IN = re.compile(r"将|把|组织")
_FURTHER = re.compile(
    r"[并且也还可持凭按依经在到自从以或即均都就于]|根据|通过|参加|最多|选择|乘坐|购买|申请|办理|继续|同时|直接|优先"
)
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
    found, first = possessors.behind(text, told.end(), near[0].end)
    return found if found and _IF.match(text, first) else []


def holding(
    text: str,
    sentence: Stretch,
    clause: Stretch,
    verb: tuple[int, int],
    kinds: frozenset[str],
    *,
    topical: bool = True,
) -> list[Holder]:
    """Return who is the subject of a verb, nobody where one of them cannot hold a right.

    Whom a clause before is about (对符合条件的人员，可享受…) counts where the verb is ``topical``;
    who has a right against somebody (对业主的侵害，有权…) is another.
    """
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
    if not found:  # 女职工生育按规定享受, 企业免予申报、直接享受
        found = holders.subject_before(
            text, Stretch(clause.start, verb[0]), verb[0], of_having=True
        )
    # 持优待证乘坐公共汽车, 参加考核合格后…: what the subject of before does further
    further = _FURTHER.match(lead) and not _LET.search(lead)
    stands = stands or bool(further and not holders.has_head(text, clause.start, verb[0]))
    if not found and stands:
        found = holders.subject_before(text, sentence, clause.start, of_having=True)
        about = receivers.topic(text, sentence, clause) if topical else receivers.Receivers()
        if not found and not lead.strip():
            apposed = receivers.apposed(text, sentence, clause.start)
            if apposed.names:
                return [Holder(name, verb[0], verb[0]) for name in apposed.names]
        nearer = without_powers(found)
        # 对毕业生创办的企业，按规定享受优惠; but who does not agree (对意见有异议的) is no topic
        if about.names and (not nearer or about.start >= nearer[0].start):
            return [Holder(name, verb[0], verb[0]) for name in about.names]
    return _able(found or _taken_in(text, sentence, clause, lead), kinds)


def _taken_in(text: str, sentence: Stretch, clause: Stretch, lead: str) -> list[Holder]:
    """Return whom the clause before takes into something: 将教师纳入表彰范围，并按规定享受待遇."""
    earlier = [c for c in clauses(text, sentence.start, sentence.end) if c.end <= clause.start]
    taken = _TAKES_IN.search(text, earlier[-1].start, earlier[-1].end) if earlier else None
    if taken is None or not lead.startswith("并"):
        return []
    return possessors.behind(text, taken.end(), earlier[-1].end)[0]


def _able(found: list[Holder], kinds: frozenset[str]) -> list[Holder]:
    """Return who can hold a right: of 社会公众和有关部门 the public, of others all or none."""
    persons = [each for each in found if each.kind == holders.PERSON]
    if persons and all(each.kind in {*kinds, *_OFFICIAL} for each in found):
        return [each for each in found if each.kind in kinds]
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
