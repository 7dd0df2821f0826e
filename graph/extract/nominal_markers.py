"""Words like deontic markers that show nothing: parts of nouns, of names, qualities and results.

Forms read::

    禁止类, 准入清单, 有权机关           part of a noun, or which body is meant
    可落实、可考核, 可回收物             what a thing is like
    两年内可以取得成效                   what comes about
    需资金1170万元                       what a task costs
    应疫区县指挥部的请求                 as somebody asks
    以确保, 确保安全的举措               an aim, or a noun
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from graph.model import NormKind
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from graph.extract.deontic_markers import Marker
    from graph.grammar.sentences import Stretch

_CONTEXTS = "norm-contexts"

_NOTED = re.compile(
    r"需要?(?=(?:特别|重点|进一步)?(?:注意|说明|指出|强调)的是)|(?:值得|特别)注意的是"
)
# 确保…需要等情况。: one of the things that are looked at
_STATE = re.compile(r"等(?:有关|具体|相关)?(?:情况|情形)[。；]?\s*$")
SCORED = re.compile(r"[，（]?[得扣计加记]\d[\d.]*分")  # 确保治安稳定，得3分
_REPORTING = re.compile(
    r"报告|通报|了解|掌握|核查|反馈|说明|公布|公开|考虑|检查|监督|督查|记录|登记|根据|结合|视|发生|出现|遇"
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
# 将免缴费用项目报备案, 符合免征条件: exempted ones, and 免收书杂费工作的检查 what is done about it
_EXEMPTED = re.compile(r"(?:[将对把]|申请|符合|办理|扩大|关于)$")
_EXEMPTING = re.compile(r"[^，。；]{0,20}?(?:工作|试点|政策|项目|事项)(?:的|所|情况)")
_SCORELESS = re.compile(r"不得分(?![摊包割立设散拆配别期批])")
# 可落实、可考核: what things are like
_QUALITIES = re.compile(r"可[\u4e00-\u9fff]{2,4}[、和]可[\u4e00-\u9fff]{2,4}(?=[，。；、”]|的|$)")
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
_OR_NOT = re.compile(r"[^，。；]{0,12}或者?不[予准许]")  # 准予许可或者不予许可的决定
_IS, _CONDITION = (
    re.compile("(?:是|为)[^，。；]*$"),
    re.compile(r"[^，。；：]{1,30}的(?:必要|前提|充分|先决)条件(?=[。；，]|$)"),
)
_PAID_BY = re.compile(r"由[^，。；：]{2,14}?(?:负责|承担|办理|缴纳|支付)的[\u4e00-\u9fff]")
_DEFINED = re.compile(r"(?:人员|家庭|儿童|对象|企业|户)：[^。；：]*$")
_WHO = re.compile(r"[^。；，：]*的(?:人员|家庭|儿童|对象|企业)[。；]?\s*$")
_MAKES = re.compile("(?:营造|形成)[^，。；]{0,16}$")
_CLIMATE = re.compile(r"[^，。；]{0,24}的(?:良好|浓厚)?(?:社会)?(?:氛围|环境|格局|局面)")
_AT_HEAD = re.compile(r"[^，。；]{2,8}的[\u4e00-\u9fff]{2,6}，")  # 准许进入的车辆，应当…


def is_assurance(text: str, marker: Marker) -> bool:
    """Tell whether a marker is a word of assurance: 确保."""
    return text[marker.start : marker.end] in lexicon.written(_CONTEXTS, "assurance")


def is_nominal(text: str, sentence: Stretch, marker: Marker) -> bool:
    """Whether a marker is part of a noun or a quality here: 禁止类, 可回收物, 有权机关."""
    word, end = text[marker.start : marker.end], marker.end
    if _is_part_of_word(text, marker) or _is_in_attribute(text, sentence, marker):
        return True
    if is_assurance(text, marker):
        return not _assures(text, sentence, marker)
    if marker.kind in _NAMING and len(word) > 1 and _NOUN_BEHIND.match(text, end):
        return True
    is_other = _OTHERS.get(word)
    return is_other is not None and is_other(text, sentence, marker)


def _is_in_attribute(text: str, sentence: Stretch, marker: Marker) -> bool:
    """Whether a marker is in the attribute of a noun that says what something is or is like.

    是企业可作为供应商的必要条件, 应由省政府负责的解释工作, 营造各方支持的氛围,
    and what a definition ends with: 单亲家庭：需抚养子女的人员.
    """
    if _PAID_BY.match(text, marker.end, sentence.end):
        return True
    if _IS.search(text, sentence.start, marker.start):
        return _CONDITION.match(text, marker.end, sentence.end) is not None
    if _DEFINED.search(text, sentence.start, marker.start):
        return _WHO.match(text, marker.end, sentence.end) is not None
    made = _MAKES.search(text, sentence.start, marker.start)
    return made is not None and _CLIMATE.match(text, marker.end, sentence.end) is not None


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
    if _NO_AIM.search(text[max(0, marker.start - 2) : marker.start]) or SCORED.search(behind):
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
