"""Rights and who holds them: an entitlement, not a mention.

A right is read where its clause entitles somebody to it::

    进城落户农民依法享有土地承包权                     holder, 享有, right
    维护农民工合法权益、不得侵害业主的知情权           protection, or a banned harm: holder, right
    将农业转移人口纳入住房保障                         holder, 纳入, right
    持证人可以申请公共租赁住房保障                     holder, may, 申请, right
    集体收益分配权是成员享有的权利                     a definition names the holder
    完成宅基地使用权确权登记颁证                       made sure; its holder in the heading
    居住证持有人享有下列权利：（一）接受义务教育       the lead of a list holds for its items
    农户有权拒绝                                       有权 and what it is to do

A benefit (an insurance, an allowance) needs its holder in the sentence: a fund, a reform, a score
or a fraud of it states none. Companies hold no personal right, authorities have powers and no
rights. Whose equal somebody is (与当地居民同等享有) is not who holds it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.groups import mentions
from graph.grammar.body_names import body_endings
from graph.grammar.forms import Forms, compile_forms
from graph.grammar.numbering import LABEL_AT_START
from graph.grammar.sentences import clauses, sentences
from graph.grammar.titles import find_titles
from graph.model import Place, RightMention
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.grammar.sentences import Stretch
    from graph.model import Document, Passage

_SILENT = (Place.TITLE, Place.NOTICE)
_IN_LIST = re.compile(r"(?:[、和][\u4e00-\u9fff]{2,14}){0,20}等(?:有关|相关|主管|职能|行政)?部门")
_EQUAL = re.compile(r"与(?:当地|本地|本市|其他|具有)?[^，。；与]{0,16}$")
_EQUALLY = re.compile(r"[^，。；]{0,12}?(?:同等|同样|平等|一样|同城|享有|享受)")
_MAY = re.compile(
    r"可以?|有权|均可|应当?(?!按)|优先|依法|按规定|将|把|对|为|使|让|确保|保障|推动|鼓励"
)
_NO_BENEFIT = re.compile(
    r"每$|骗取|冒领|违规|套取|挪用|出具|提交|凭|持有|缴纳(?!.*可)|中断|补缴|缴费|参保证明"
)
_CONDITION = re.compile(
    r"[^，。；]{0,8}?(?:满|累计|连续|以上|的，|年限|证明|费(?!用)|缴费|情况|记录|满分|积\d)"
)
_MADE_SURE = re.compile(
    r"(?:[、和][\u4e00-\u9fff]{2,12}){0,4}?(?:等)?的?(?:确权|登记颁证|转移接续|不受侵)"
)
_DEFINED = re.compile(r"(?:[^，。；]{0,6}?享有)?的")
_GIVEN = frozenset({"给予", "提供"})
# 维护受援人的合法权益: a holder that no scheme has, as it is written
_WHOSE = re.compile(
    r"(?P<whose>(?!其|自身|自己|他人|上述|以上|各方|有关|相关|相应)[\u4e00-\u9fff]{2,8}?)的?"
)
_ENTITLED = re.compile(
    r"(?P<holder>任何(?:单位|组织|个人|公民)(?:[和或、及](?:单位|组织|个人|公民))*|[\u4e00-\u9fff]{2,12}?)"
    r"(?:均|都|依法|也)?有权(?!利|限|益|机关|部门|属|威|力|衡|享有|享受|获得)(?P<what>[^，。；：（）]{2,24})"
)
_LISTED = re.compile(
    r"(?:享有|享受|有权|提供)[^，。；：]{0,16}(?:下列|以下|如下)[^，。；：]{0,12}：$"
)
_OWN_RIGHT = re.compile(r"(?:权|权利|权益|权能)$")
_AUTHORITY = re.compile(
    r"(?:机关|部门|政府|机构|单位|法院|检察院|执法人员|工作人员|主管|委员会|办公室)$"
)


@dataclass(frozen=True, slots=True)
class _Frame:
    """The verb of an entitlement: its kind, and where it stands."""

    kind: str
    start: int
    end: int


@cache
def _forms() -> Forms:
    return compile_forms(lexicon.scheme("rights"))


@cache
def _frames() -> Forms:
    words = lexicon.concepts("measure-words")
    return compile_forms(
        {form: key for key in ("covers", "protects", "has") for form in words[key].written}
    )


@cache
def _other_name() -> re.Pattern[str]:
    forms = lexicon.concepts("measure-words")["not-a-right"].written
    return re.compile("|".join(sorted(map(re.escape, forms), key=len, reverse=True)))


def _persons(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    organisations = lexicon.collections("groups")["组织"]
    for group, first, last in mentions(text, start, end):
        equal = _EQUAL.search(text, max(start, first - 20), first)
        if group in organisations or (equal and _EQUALLY.match(text, last)):
            continue
        yield group, first, last


def find(document: Document) -> Iterator[RightMention]:
    """Yield the rights to which ``document`` entitles somebody, in the order of its text."""
    text = document.folded.text
    parents = {provision.label: provision.parent for provision in document.provisions}
    leads: dict[str | None, str | None] = {}
    for passage in document.passages:
        if passage.where in _SILENT:
            continue
        parts = list(sentences(text, passage.start, passage.end))
        heading = _heading(text, passage, parts)
        listed = parents.get(passage.where) in leads
        holder = leads.get(parents.get(passage.where)) if listed else heading
        for sentence in parts:
            yield from _in_sentence(document, passage, sentence, holder, listed=listed)
        if parts and _LISTED.search(text[parts[-1].start : parts[-1].end].rstrip()):
            groups = list(_persons(text, parts[-1].start, parts[-1].end))
            leads[passage.where] = groups[-1][0] if groups else None


def _heading(text: str, passage: Passage, parts: Sequence[Stretch]) -> str | None:
    """Return the one group that the first words of a provision entitle: 维护…农民“三权”."""
    if not parts or not LABEL_AT_START.match(text, passage.start):
        return None
    first = parts[0]
    groups = {group for group, *_ in _persons(text, first.start, first.end)}
    entitles = any(True for _ in _frames().find(text, first.start, first.end))
    return groups.pop() if len(groups) == 1 and entitles else None


def _in_sentence(
    document: Document, passage: Passage, sentence: Stretch, inherited: str | None, *, listed: bool
) -> Iterator[RightMention]:
    text, (start, end) = document.folded.text, (sentence.start, sentence.end)
    groups = list(_persons(text, start, end))
    titles = [(title.start, title.end) for title in find_titles(text, start, end)]
    for clause in clauses(text, start, end):
        frames = [_Frame(*found) for found in _frames().find(text, clause.start, clause.end)]
        for right, first, last in _forms().find(text, clause.start, clause.end):
            if any(a <= first < b for a, b in titles) or _is_other(text, last, end):
                continue
            found = _entitled(text, clause, frames, groups, (right, first, last))
            if found is None and listed and not _CONDITION.match(text, last, clause.end):
                found = (inherited, "right.in-list")
            if found is None:
                continue
            holder, rule = found
            if holder is None and inherited and not any(s < first for _, s, _ in groups):
                holder, rule = inherited, "right.in-provision"
            if holder is None and not _OWN_RIGHT.search(right):
                continue
            yield _mention(document, passage, (first, last), right, holder, rule)
        yield from _verbal(document, passage, clause, groups)


def _is_other(text: str, last: int, end: int) -> bool:
    """Whether the words of a right are part of a body's, a fund's or a document's name."""
    return bool(_other_name().match(text, last, end) or _IN_LIST.match(text, last, end))


def _entitled(
    text: str,
    clause: Stretch,
    frames: Sequence[_Frame],
    groups: Sequence[tuple[str, int, int]],
    right: tuple[str, int, int],
) -> tuple[str | None, str] | None:
    """Return who is entitled to a right by its clause, or None where nobody is."""
    name, first, last = right
    own = _OWN_RIGHT.search(name) is not None
    frame = next((each for each in reversed(frames) if each.end <= first), None)
    if _MADE_SURE.match(text, last, clause.end) and frame is None:
        frame = _Frame("protects", first, first)
    behind = [(group, b) for group, a, b in groups if last <= a < clause.end]
    if text.startswith("是", last) and behind and _DEFINED.match(text, behind[0][1]):
        return behind[0][0], "right.defined"
    if frame is None:
        return None
    between = [group for group, a, b in groups if frame.end <= a and b <= first]
    before = [group for group, _, b in groups if b <= frame.start]
    if frame.kind == "protects":
        of_clause = [g for g, a, b in groups if clause.start <= a and b <= first]
        written = _WHOSE.fullmatch(text, frame.end, first)
        if between or not (written and own):
            nearest = between or of_clause
            holder = nearest[-1] if nearest else behind[0][0] if behind else None
        else:
            holder = written["whose"]
        return (holder, "right.protected") if own or between else None
    lead_in = text[clause.start : frame.start]
    if frame.kind == "covers":
        verb = text[frame.start : frame.end]
        covered = before or (between if verb in _GIVEN else [])
        allowed = _MAY.search(lead_in) or verb in _GIVEN or verb == "纳入"
        spoiled = _NO_BENEFIT.search(lead_in) or _CONDITION.match(text, last, clause.end)
        return (covered[-1], "right.covered") if covered and allowed and not spoiled else None
    holder = before[-1] if before else between[-1] if between else None
    return holder, "right.held"


def _verbal(
    document: Document,
    passage: Passage,
    clause: Stretch,
    groups: Sequence[tuple[str, int, int]],
) -> Iterator[RightMention]:
    """Yield what somebody has a right to do: 农户有权拒绝; an authority has powers."""
    text = document.folded.text
    for match in _ENTITLED.finditer(text, clause.start, clause.end):
        written = match["holder"]
        named = [group for group, _, b in groups if match.start() < b <= match.end("holder")]
        anybody = written.startswith("任何")
        if not anybody and (not named or _AUTHORITY.search(written) or _is_body(written)):
            continue
        holder = written if anybody else named[-1]
        yield _mention(document, passage, match.span("what"), match["what"], holder, "right.to-do")


def _is_body(written: str) -> bool:
    return re.search(f"{body_endings()}$", written) is not None


def _mention(
    document: Document,
    passage: Passage,
    place: tuple[int, int],
    right: str,
    holder: str | None,
    rule: str,
) -> RightMention:
    return RightMention(
        where=passage.where,
        work=passage.work,
        span=document.folded.span(*place),
        rule=rule,
        right=right,
        holder=holder,
    )
