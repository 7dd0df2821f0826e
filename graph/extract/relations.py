"""What the words around a list of citations make of them: implemented, a basis, mentioned.

A verb before a list governs the whole list (为贯彻落实《A》、《B》精神), until another verb comes
between. One that makes or revises a document (制定, 修订) cites it, unless it only tells which one
is meant (根据新修订的《A》). To carry out what a document lays down is to implement it:
严格执行《A》, 认真执行《A》 as 严格落实《A》. 执行 alone (继续执行《A》, 不执行《A》) says no more
than that it holds. What tells by something done under a document which ones are meant (根据《A》
核发的证件) rests on nothing. Each sentence is gone through once, so that a list of any length costs
its length. What the act itself does to a document (:mod:`graph.extract.performed`) goes
first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.carried_out import (
    is_carried_out,
    is_ground,
    is_made_and_put_into_force,
    only_dates,
)
from graph.extract.citation_words import ITEM_LABEL, words
from graph.extract.performed import LINK, performed
from graph.model import Relation
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.extract.mentions import Mention
    from graph.extract.performed import Act

_JOIN = re.compile(  # 《A》等法律、法规，以及 《A》精神和 《A》等法律法规，
    r"(?:(?:等[^，。；：《》\n]{0,24}|[^，。；：《》、\n]{0,40}?)，?(?:[、和及与并]|以及|或者?)"
    r"|(?:(?:及其[^，。；：《》、\n]{1,10})?等[^，。；：《》\n]{0,16})?，|；\n?|\n|)"
    rf"[ \n]*{ITEM_LABEL}[ ]*"
)
_SEPARATORS = re.compile(r"[、，和及与以并\s]*")
_FURTHEST_BEFORE = 16  # characters between a verb and the title that it governs
_NO_WORD = {
    "对": "(?<![应核校反面针绝比])",  # 应对新型冠状病毒…机制《通知》: no 对 that cites
    "见": "(?<![意可常])",
    "依": "(?<![皈所其])",
    "按": "(?<![抚])",
    "依据": "(?<![所其])",  # 所依据的上位法《A》已被《B》废止
}
_LONGEST_ISSUER = 30  # 和国务院应对新型冠状病毒感染肺炎疫情联防联控机制《…》
_LONGEST_HISTORY = 80
_TELLS_WHICH = re.compile(  # 农业农村部等12个部委印发的《…》, 新修订的《预算法》
    r"[^。；：]*(?:发布|公布|颁布|颁发|印发|下发|转发|批转|通过|批准|制定|出台|签订|签署|修正|修订|修改|实施|施行)的"
)
_LEAD = re.compile(  # 根据下列文件：⏎1.
    rf"(?:(?:如下|以下|下列)?[^，。：；]{{0,12}}：)?\s*{ITEM_LABEL}"
)
_IN_LIST = re.compile(  # 根据党的十八届二中、三中全会精神和《A》
    r"[^，。；：《》\n]{2,80}(?:精神|要求|部署|规定|讲话|指示|安排)(?:、|和|及|与|以及)"
    r"[^，。；：《》的\n]{0,30}"
)
_NAMES_A_BODY = re.compile("(?:工作)?(?:领导小组|协调小组|联席会议|工作专班|指挥部)")
_ENDED_LINE = re.compile(r"[^ \n][ ]*\n")  # a heading about 《A》, and below it another sentence
_OF_A_TITLE = re.compile("[^，。；：《》]{0,8}的(?=《)|的")  # 新修订公布的《A》
_PARTED = re.compile("[，；：]")
_HISTORY = re.compile(r"(?:第[一二三四五六七八九]次)?(?:修正|修订|修改)(?=[的）、，。； \n]|并|$)")
_BEFORE = (Relation.IMPLEMENTS, Relation.BASIS, Relation.CITES)
# 根据《A》办理的居住证, 享受补贴的人才: by what was done under it the text tells which it means.
_GRANTED = re.compile(
    r"(?:的?(?:有关|相关)?规定)?(?:已经?|原|曾|所|依法)?"
    r"(?:享受|领取|取得|获得|申领|办理|核发|颁发|签发|发放|发给|签订|签署|批准|核准|登记|备案|认定|作出|设立"
    r"|出让|安置|缴纳|参加|申报|立项)了?(?P<what>[^，。；、的《》]{0,12})的"
    r"(?!规定|要求|通知|意见|程序|标准|方式|办法|条件|范围|原则|精神|时限|期限|权限|流程|内容|比例|额度)[《“\u4e00-\u9fff]"
)


@dataclass(frozen=True, slots=True)
class _Verb:
    relation: Relation
    start: int
    end: int


@cache
def _verbs() -> re.Pattern[str]:
    forms = lexicon.scheme("relations")
    behind = {"实施": f"(?!{words('noun-behind')})"}  # 实施方案: nothing is carried out
    groups = [
        f"(?P<{relation.value}>"
        + "|".join(
            _NO_WORD.get(f, "") + re.escape(f) + behind.get(f[-2:], "")
            for f, key in forms.items()
            if key == relation and "…" not in f
        )
        + ")"
        for relation in _BEFORE
    ]
    return re.compile("|".join([*groups, f"(?P<make>{words('make')})"]))


def relations(
    text: str, start: int, end: int, mentions: Sequence[Mention], act: Act
) -> list[tuple[Relation, str]]:
    """Return the relation of each mention in the sentence between the offsets, and its rule.

    ``mentions`` stand in the order of the text and do not overlap.
    """
    if not mentions:
        return []
    early = _by_verbs_before(text, start, end, mentions)
    found: list[tuple[Relation, str]] = []
    at = 0
    for size in _lists(text, mentions):
        listed = mentions[at : at + size]
        earlier = mentions[at - 1] if at else None
        deed = performed(text, start, end, listed, act, earlier)
        past = _past(text, listed[-1].reach, end)
        ground = is_ground(text, start, listed, end)
        carried_out = is_carried_out(text, start, listed, end)
        body = _NAMES_A_BODY.match(text, listed[-1].reach, end)  # 贯彻落实《纲要》领导小组
        for relation in early[at : at + size]:
            if deed:
                found.append((deed, "citation.performed"))
            elif relation is Relation.BASIS and past:
                found.append((Relation.CITES, past))
            elif body:
                found.append((Relation.CITES, "citation.mention"))
            elif carried_out and relation is not Relation.BASIS:
                found.append((Relation.IMPLEMENTS, "citation.verb-behind"))
            elif ground and relation is not Relation.IMPLEMENTS:
                found.append((Relation.BASIS, "citation.ground"))
            elif relation:
                found.append((relation, "citation.verb-before"))
            else:
                found.append((Relation.CITES, "citation.mention"))
        at += size
    return found


def _past(text: str, at: int, end: int) -> str:
    """Return the rule by which documents tell what was done by them once, or nothing."""
    if _HISTORY.match(text, at, end):  # 根据2021年…《关于修改〈A〉的决定》修正
        return "citation.history"
    return "citation.granted" if _GRANTED.match(text, at, end) else ""


def _lists(text: str, mentions: Sequence[Mention]) -> Iterator[int]:
    """Yield how many mentions each list holds."""
    size = 0
    for index, mention in enumerate(mentions):
        if index:
            between = text[mentions[index - 1].reach : mention.start]
            if not LINK.fullmatch(between):
                yield size
                size = 0
        size += 1
    if size:
        yield size


def _outside(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[_Verb]:
    """Yield the verbs that stand in no mention and are not said of what is named behind 的."""
    held = 0
    issue = re.compile(words("issue"))
    governing = -1  # behind the last verb that governs: 根据国务院办公厅转发教育部《…》
    made = -1  # behind the last verb of one who makes a document
    for match in _verbs().finditer(text, start, end):
        while held < len(mentions) and mentions[held].reach <= match.start():
            listed = governing >= 0 and not _PARTED.search(text, governing, mentions[held].start)
            governing = mentions[held].reach if listed else -1
            held += 1
        if held < len(mentions) and mentions[held].start <= match.start():
            continue
        if is_made_and_put_into_force(text, made, match.span()):
            continue
        if match.lastgroup != "make":
            governing = -1 if match.lastgroup == Relation.CITES else match.end()
            yield _Verb(Relation(str(match.lastgroup)), *match.span())
            continue
        made = match.end()
        if _OF_A_TITLE.match(text, match.end()):
            continue
        told = governing >= 0 and not _PARTED.search(text, governing, match.start())
        if not (told and issue.match(match.group())):
            yield _Verb(Relation.CITES, *match.span())


def _by_verbs_before(
    text: str, start: int, end: int, mentions: Sequence[Mention]
) -> list[Relation | None]:
    """Return what the nearest verb before each mention makes of it, or of its list."""
    verbs = list(_outside(text, start, end, mentions))
    found: list[Relation | None] = []
    at, previous_end = 0, start
    for mention in mentions:
        newest = None
        while at < len(verbs) and verbs[at].end <= mention.start:
            newest = verbs[at]
            at += 1
        if newest:
            governed = _governs(text[newest.end : mention.start])
            dated = only_dates(text, (newest.start, newest.end), mention.reach)
            found.append(newest.relation if governed and not dated else None)
        else:
            listed = bool(found) and _goes_on(text[previous_end : mention.start])
            found.append(found[-1] if listed else None)
        previous_end = mention.reach
    return found


def _goes_on(between: str) -> bool:
    """Whether the words between two mentions carry a list on: 、, 等法律和省水利厅."""
    joined = _JOIN.match(between)
    if joined is None:
        return False
    rest = between[joined.end() :]
    if not joined.group().strip() and _ENDED_LINE.search(rest):
        return False
    if _TELLS_WHICH.fullmatch(rest):
        return len(rest) <= _LONGEST_HISTORY
    return len(rest) <= _LONGEST_ISSUER and not _PARTED.search(rest)


def _governs(between: str) -> bool:
    """Whether only list marks and a few words (自治区, 国家有关) stand between verb and title."""
    separators = _SEPARATORS.match(between)
    rest = between[separators.end() :] if separators else between
    rest = rest[_LEAD.match(rest).end() :]  # type: ignore[union-attr]  # matches always
    if _TELLS_WHICH.fullmatch(rest):
        return len(rest) <= _LONGEST_HISTORY
    if _IN_LIST.fullmatch(rest):
        return True
    if rest and separators and "，" in separators.group():
        return False
    near = len(rest) <= (_FURTHEST_BEFORE if "的" in rest else _LONGEST_ISSUER)
    return near and "，" not in rest and "：" not in rest
