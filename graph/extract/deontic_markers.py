"""The printed words that say of a sentence what must, must not, may or should be done.

A marker counts in the main clause alone (:mod:`graph.grammar.clause_roles`), and where it is
no part of a noun (禁止类, 可回收物, 有权机关) or of a longer word (主要, 应用), and tells no
quality (可落实、可考核) and no result (两年内可以取得成效).

Of two markers the main one counts: 可统筹资金支持, 要鼓励探索 encourage nothing, and 确保 behind
another predicate (鼓励采用新技术，确保畅通) tells an aim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from graph.extract.attributes import is_attribute
from graph.extract.encouragement import encourages, has_subject
from graph.grammar import modal_verbs
from graph.grammar.clause_roles import is_looked_into, parts_of, tells_nothing
from graph.grammar.forms import Forms, compile_forms
from graph.model import NormKind
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from graph.grammar.sentences import Stretch

_LOOKALIKE = "lookalike"
_CONTEXTS = "norm-contexts"
_NOTED = re.compile(
    r"需要?(?=(?:特别|重点|进一步)?(?:注意|说明|指出|强调)的是)|(?:值得|特别)注意的是"
)
# 确保…需要等情况。: one of the things that are looked at
_STATE = re.compile(r"等(?:有关|具体|相关)?(?:情况|情形)[。；]?\s*$")
_SCORED = re.compile(r"[，（]?[得扣计加记]\d[\d.]*分")  # 确保治安稳定，得3分
_REPORTING = re.compile(
    r"报告|通报|了解|掌握|核查|反馈|说明|公布|公开|考虑|检查|监督|督查|记录|登记|根据|结合|视|发生|出现|遇"
)
# 应对申请材料进行审查: one must, and nobody copes with anything
_MUST_TO = re.compile(
    r"(?<![有积极效妥善科学主动及时])应(?=对[^，。；：、]{2,40}(?:进行|予以|给予|作出|加以|负责))"
)
_OF_POWER = re.compile(
    r"限|[^，。；、]{1,6}的[\u4e00-\u9fff]{0,2}(?:机关|部门|机构|单位)(?=[依责作处予对按，。；及、]|的|$)"
    r"|[^，。；、]{0,3}?(?:机关|部门|机构|单位|主体|人员)(?=[依责作处予对按，及]|的|$)"
)
_TOLD_OF = re.compile(r"(?:告知|载明|说明)[^，。；]{0,40}$")  # 告知当事人有权申请回避
# what is decided: 作出准予许可的决定, 准予办理应当具备的条件
_DECIDED = re.compile(r"[^，。；：]{0,20}的?(?:决定|应当具备的)")
# 需省级资金1170万元: what a task costs; 需缴纳保证金5万元 asks for it
_COSTS = re.compile(
    r"[^，。；：缴交付提供]{0,14}?(?:资金|经费|投资|费用)[^，。；：缴交付]{0,4}?[约共]?[\d.]+(?:万|亿)?元"
)
# 应疫区县指挥部的请求: as they ask for it
_ON_REQUEST = re.compile(r"应(?!当)[^，。；提作发]{1,14}?(?:请求|邀请)，")
# 扣留质押券应兑付的本金: behind another marker of the clause, which one
_WHICH = re.compile(r"[^，。；：的]{1,6}的[\u4e00-\u9fff]{1,8}(?=[，。；、]|$)")
# 将免缴费用项目报备案, 符合免征条件: exempted ones, and 免收书杂费工作的检查 what is done about it
_EXEMPTED = re.compile(r"(?:[将对把]|申请|符合|办理|扩大|关于)$")
_EXEMPTING = re.compile(r"[^，。；]{0,20}?(?:工作|试点|政策|项目|事项)(?:的|所|情况)")
_SCORELESS = re.compile(r"不得分(?![摊包割立设散拆配别期批])")
# 可落实、可考核: what things are like
_QUALITIES = re.compile(r"可[\u4e00-\u9fff]{2,4}[、和]可[\u4e00-\u9fff]{2,4}(?=[，。；、”]|的|$)")
# 请你们于9月底前将方案报我部
_ASKED = re.compile(
    r"(?<![申邀聘提报恳商特])请(?![示假求教])(?!认真|遵照)[^。；]{0,40}?(?:[日月底]前|内|以前)[^。；]{0,50}?(?:报|送|反馈|函告|告知|提交|寄)(?![告道名纸刊])"
)
_MEASURED = re.compile(r"[^，。；]*?(?:\d|不少于|不低于|不超过|每[年月季周天人]|全部|一律)")
_NO_AIM = re.compile(r"[以来为]$|从而$")
_OFFICER = re.compile(r"[\u4e00-\u9fff]{1,2}(?:副?[局市县区厅部处科州镇乡]长|副?主任|同志|书记)")
_OF_THING = re.compile(
    r"[\u4e00-\u9fff]{1,4}?(?:病区|空间|性|率|度|物|化|能源|材料|垃圾|资源|收入|设备|产品|期|制品|包装)"
)
_NO_OBJECT = re.compile(r"[，。；：、）”》\s]|$|下[，的]|的|等(?!级)")
_NOUN_BEHIND = re.compile(
    r"[类率度性型员者线](?!别|上|下)|区域|区(?=[，。、内外])|目录|清单|名单|标志|标识|事项|误差|值(?!班|守)"
)
_NAMING = frozenset({NormKind.PROHIBITION, NormKind.PERMISSION})
_URGED = frozenset({"鼓励", "提倡", "倡导"})  # which stay advice behind a duty of another clause
_OR_NOT = re.compile(r"[^，。；]{0,12}或者?不[予准许]")  # 准予许可或者不予许可的决定
_AT_HEAD = re.compile(r"[^，。；]{2,8}的[\u4e00-\u9fff]{2,6}，")  # 准许进入的车辆，应当…
_GOVERNS = frozenset({NormKind.OBLIGATION, NormKind.PERMISSION})


@dataclass(frozen=True, slots=True)
class Marker:
    """A word of a sentence that shows its deontic kind, by its offsets."""

    kind: NormKind
    start: int
    end: int


@cache
def _cues() -> Forms:
    """All cue words together, so that a longer lookalike (主要) hides a cue in it (要)."""
    lookalikes = dict.fromkeys(lexicon.scheme("norm-lookalikes"), _LOOKALIKE)
    assured = dict.fromkeys(lexicon.written(_CONTEXTS, "assurance"), str(NormKind.OBLIGATION))
    return compile_forms(lookalikes | assured | dict(lexicon.scheme("norms")))


def markers_of(text: str, sentence: Stretch) -> Iterator[Marker]:
    """Yield the first marker of each deontic kind of a sentence, in the order of the text."""
    seen: list[Marker] = []
    for marker in _main(text, sentence, seen):
        if _counts(text, sentence, marker, seen):
            seen.append(marker)
            yield marker


def is_weak(text: str, marker: Marker) -> bool:
    """Tell whether a marker is none that binds by itself: 鼓励创新, 压实责任，确保完成任务."""
    return marker.kind is NormKind.RECOMMENDATION or _is_assurance(text, marker)


def _main(text: str, sentence: Stretch, seen: Sequence[Marker]) -> Iterator[Marker]:
    """Yield the markers that stand in the main clause, of kinds that are not ``seen`` yet."""
    asked = False
    for marker in _written(text, sentence):
        if not asked and (tells_nothing(text, sentence) or is_looked_into(text, sentence)):
            return
        asked = True  # only where a marker stands at all
        if any(marker.kind is other.kind for other in seen):
            continue
        start, end = marker.start, marker.end
        if any(part.start <= start < part.end for part in parts_of(text, sentence)):
            continue
        if is_attribute(text, sentence, start, end) or _is_noun(text, sentence, marker):
            continue
        if marker.kind is NormKind.RECOMMENDATION and not encourages(text, sentence, start, end):
            continue
        if marker.kind is NormKind.RECOMMENDATION and _SCORED.search(text, end, sentence.end):
            continue
        yield marker


def _written(text: str, sentence: Stretch) -> Iterator[Marker]:
    """Yield the markers as they are printed, told from longer words."""
    please = text.find("请", sentence.start, sentence.end)
    asked = _ASKED.search(text, please, sentence.end) if please >= 0 else None
    if asked:
        yield Marker(NormKind.OBLIGATION, asked.start(), asked.start() + 1)
    for kind, start, end in _cues().find(text, sentence.start, sentence.end):
        if kind != _LOOKALIKE:
            yield Marker(NormKind(kind), start, end)
        elif _MUST_TO.match(text, start) or _must_use(text, start):
            yield Marker(NormKind.OBLIGATION, start, start + 1)
        elif modal_verbs.begins(text, start):  # 应征求意见 is no 应征
            of = NormKind.PERMISSION if text[start] == "可" else NormKind.OBLIGATION
            yield Marker(of, start, start + 1)
        elif text.startswith("方可", start) and _party().search(text[max(0, start - 2) : start]):
            yield Marker(NormKind.PERMISSION, start + 1, end)


def _must_use(text: str, start: int) -> bool:
    """Whether 应用于 is 应 and 用于 here: the moneys, or a share of them, must be used for it."""
    if not text.startswith("应用于", start):
        return False
    before = text[max(0, start - 8) : start].rstrip("，")
    return _money().search(before) is not None


@cache
def _party() -> re.Pattern[str]:
    """Return what makes a party of 方: 甲方可以, and no 方可 as behind 经批准."""
    return re.compile(rf"{lexicon.alternatives(_CONTEXTS, 'party')}$")


@cache
def _money() -> re.Pattern[str]:
    return re.compile(rf"(?:{lexicon.alternatives(_CONTEXTS, 'fund')})$")


def _counts(text: str, sentence: Stretch, marker: Marker, before: list[Marker]) -> bool:
    """Whether a marker is not governed by one before it: 可统筹资金支持, 鼓励…，确保…."""
    if not before:
        return True
    if marker.kind is not NormKind.RECOMMENDATION:
        last = before[-1]
        beside = "，" not in text[last.end : marker.start] and last.kind in _GOVERNS
        if beside and _WHICH.match(text, marker.end, sentence.end):
            return False
        return not _is_assurance(text, marker)
    if not any(other.kind in _GOVERNS for other in before):
        return True
    urged = text[marker.end - 2 : marker.end] in _URGED
    return urged or has_subject(text, sentence, marker.start)


def _is_assurance(text: str, marker: Marker) -> bool:
    return text[marker.start : marker.end] in lexicon.written(_CONTEXTS, "assurance")


def _is_noun(text: str, sentence: Stretch, marker: Marker) -> bool:
    """Whether a marker is part of a noun or a quality here: 禁止类, 可回收物, 有权机关."""
    word, end = text[marker.start : marker.end], marker.end
    if _is_part_of_word(text, marker):
        return True
    if _is_assurance(text, marker):
        return not _assures(text, sentence, marker)
    if marker.kind in _NAMING and len(word) > 1 and _NOUN_BEHIND.match(text, end):
        return True
    is_other = _OTHERS.get(word)
    return is_other is not None and is_other(text, sentence, marker)


def _is_power(text: str, sentence: Stretch, marker: Marker) -> bool:
    """Whether 有权 tells which body (有权处理的部门), or what people are told of."""
    told = _TOLD_OF.search(text, sentence.start, marker.start)
    return told is not None or _OF_POWER.match(text, marker.end) is not None


def _is_need(text: str, _: Stretch, marker: Marker) -> bool:
    """Whether 需 tells what a task costs, or only that something is noted."""
    return bool(_NOTED.match(text, marker.start) or _COSTS.match(text, marker.end))


def _is_request(text: str, _: Stretch, marker: Marker) -> bool:
    return _ON_REQUEST.match(text, marker.start) is not None


def _is_exempted(text: str, sentence: Stretch, marker: Marker) -> bool:
    """Whether a word of exemption tells which things are dealt with: 将免缴费用项目报备案."""
    before = text[max(sentence.start, marker.start - 2) : marker.start]
    named = _EXEMPTING.match(text, marker.end, sentence.end)
    return named is not None or _EXEMPTED.search(before) is not None


def _is_scoreless(text: str, _: Stretch, marker: Marker) -> bool:
    return _SCORELESS.match(text, marker.start) is not None


def _is_no_leave(text: str, sentence: Stretch, marker: Marker) -> bool:
    """Whether 准许 is half of a decision, says which ones at the head, or is a means (通过允许)."""
    head = marker.start == sentence.start and _AT_HEAD.match(text, marker.end) is not None
    means = text.startswith("通过", max(0, marker.start - 2))
    decided = text.startswith("准", marker.start) and _DECIDED.match(text, marker.end)
    return bool(head or means or decided or _OR_NOT.match(text, marker.end))


def _is_part_of_word(text: str, marker: Marker) -> bool:
    """Whether a blank stands in the word that a marker is part of (适 应), or it is in a name."""
    start, end = marker.start, marker.end
    lookalikes = lexicon.scheme("norm-lookalikes")
    if (
        text[start - 1 : start] == " "
        and text[start - 2 : start - 1] + text[start:end] in lookalikes
    ):
        return True
    if text[end : end + 1] == " " and text[start:end] + text[end + 1 : end + 2] in lookalikes:
        return True
    doubled = text[start:end] == "可" and "可可" in text[max(0, start - 1) : end + 1]  # 可可西里
    return doubled or (text[start:end] == "应" and _OFFICER.match(text, end) is not None)


def _assures(text: str, sentence: Stretch, marker: Marker) -> bool:
    """Whether 确保 is to be done: no aim (以确保), no noun (确保安全的举措) and no row of marks."""
    behind = text[marker.end : sentence.end]
    if _NO_AIM.search(text[max(0, marker.start - 2) : marker.start]) or _SCORED.search(behind):
        return False
    if _means().match(behind) or (_STATE.search(behind) and not _REPORTING.search(behind)):
        return False
    return text.startswith("确保", marker.start) or _MEASURED.match(behind) is not None


@cache
def _means() -> re.Pattern[str]:
    nouns = lexicon.alternatives(_CONTEXTS, "means")
    return re.compile(rf"[^，。；：]{{1,30}}的[^，。；：]{{0,6}}{nouns}(?=[，。；和]|$)")


def _is_quality(text: str, _: Stretch, marker: Marker) -> bool:
    """Whether 可 tells what a thing is like (可落实、可考核, 可回收物) or what comes about."""
    if _result().match(text, marker.end):
        return True
    if text.startswith("可以", marker.start):
        return False
    behind = _OF_THING.match(text, marker.end)
    near = _QUALITIES.finditer(text, max(0, marker.start - 6), marker.end + 14)
    return any(found.start() <= marker.start < found.end() for found in near) or (
        behind is not None and _NO_OBJECT.match(text, behind.end()) is not None
    )


@cache
def _result() -> re.Pattern[str]:
    comes_about = lexicon.alternatives(_CONTEXTS, "outcome")
    return re.compile(
        rf"{lexicon.alternatives(_CONTEXTS, 'result')}"
        rf"|(?:取得|收到|产生|起到|带来|实现|达到)[^，。；]{{0,10}}{comes_about}"
    )


_OTHERS: Final[Mapping[str, Callable[[str, Stretch, Marker], bool]]] = {
    "有权": _is_power,
    "应": _is_request,
    "不得": _is_scoreless,
    **dict.fromkeys(("需", "需要"), _is_need),
    **dict.fromkeys(("允许", "准许", "准予"), _is_no_leave),
    **dict.fromkeys(("可", "可以"), _is_quality),
    **dict.fromkeys(("免征", "免收", "免缴", "免除", "豁免"), _is_exempted),
}
