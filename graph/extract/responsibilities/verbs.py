"""The verbs behind those who act: words of duty, what is done, and what only belongs to a noun."""

from __future__ import annotations

import re
from functools import cache

from graph.extract.responsibilities.name_forms import alternatives
from graph.grammar import modal_verbs
from graph.grammar.cues import firsts, led
from ontology import lexicon

_CLAUSE = re.compile(r"[^，；。：\n]*")
_NOUN = re.compile(  # 治理工作方案, 监管机制: the verb belongs to a noun
    "工作(?!者)|方案|机制|情况|能力|水平|体系|制度|办法|标准|力度|经验|成果|项目|资金|职责|职能"
    "|任务|事项|人员|行为|活动|条件|要求|结果|计划|政策|措施|对象|范围|领域|环节|过程|系统|平台|网络"
    "|[率度权费款员者]"
)
_THING = re.compile(
    "(?:工作|方案|机构|部门|机制|制度|活动|人员|行为|过程|结果|事项|信息|报告|计划|项目)"
)
_INNER_MODALS = ("需", "可", "须")  # 核定需支付的总额
_LONGEST_THING = 12  # characters of what a verb and its noun name, up to the comma
_NO_ACT = "应急(?!处置|处理|救援)|主导"  # 应急保障电话: what it is for; 主导 is a part
# 应对实施情况进行检查: 应 and what it is done to, not 应对风险
_MUST_TO = "应对[^，。；]{1,40}?(?:进行|予以|给予|实施|开展|作出|采取|加以|承担|负责)"
_FINED = r"处(?:以|[\d一二三四五六七八九十百千万警])"  # 由公安机关处五百元罚款


@cache
def modals() -> re.Pattern[str]:
    """Return a pattern of the words of duty and power, in the group ``modal``, and lookalikes."""
    passed = lexicon.alternatives("norm-lookalikes")
    must_not = f"不可(?:{alternatives('verb')}|推诿|懈怠|松懈|马虎)"
    passed = f"(?!{must_not}|{modal_verbs.pattern().pattern})(?:{passed})"
    begins = firsts(("紧急需要", *lexicon.written("norm-lookalikes"), *_written("duty")))
    return re.compile(
        led(begins, rf"(?:紧急需要|(?!{_MUST_TO})(?:{passed}))|(?P<modal>{alternatives('duty')})")
    )


def modal_at(text: str, at: int, end: int) -> re.Match[str] | None:
    """Return the word of duty or power at an offset, if one stands there: 应当, but not 应急."""
    if text[at : at + 1] not in _first_letters("duty"):
        return None
    match = modals().match(text, at, end)
    return match if match and match["modal"] else None


@cache
def _first_letters(*keys: str) -> frozenset[str]:
    return frozenset(form[0] for form in _written(*keys))


def _written(*keys: str) -> frozenset[str]:
    return lexicon.written("agency-words", *keys)


@cache
def verbs() -> str:
    """Return a pattern of the verbs behind those who act."""
    return f"(?!{_NO_ACT})(?:{alternatives('verb')}|{alternatives('act')})|{_FINED}"


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(verbs())


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:、|和|或者?|及|并)?(?:{verbs()}))+")


def verb_at(text: str, at: int, end: int) -> re.Match[str] | None:
    """Return the verb at an offset, if one stands there."""
    letter = text[at : at + 1]
    if letter != "处" and letter not in _first_letters("verb", "act"):
        return None
    return _verb().match(text, at, end)


@cache
def _narrative() -> frozenset[str]:
    return lexicon.concepts("agency-words")["narrative"].written


def is_narrative(verb: str) -> bool:
    """Tell whether a verb without a word of duty mostly tells what was done: 印发, 召开."""
    return verb in _narrative()


def belongs_behind(text: str, at: int, end: int, *, verb: str = "") -> bool:
    """Tell whether a verb that ends at ``at`` belongs to a noun: 审批通过的项目, 监管机制.

    So it does where 的 tells which ones are meant (负责建设的工程应当…) or which case
    (市水利局审查同意的，).
    """
    clause = _CLAUSE.match(text, at, end)
    words = clause.group() if clause else ""
    if _names_a_thing(text, at, end, words):
        return True
    if verb in lexicon.concepts("agency-words")["field-of-work"].written and _NOUN.match(words):
        return True
    done = lexicon.concepts("agency-words")["done-to-bodies"].written
    if verb in done and not words:  # 县级卫生监督机构建设，
        return True
    others = _others().match(words)  # 审批、核准的项目
    if others and words.startswith("的", others.end()):
        return True
    if words.endswith("的") and text.startswith("，", at + len(words)):
        return modal_at(text, at + len(words) + 1, end) is None
    of = words.find("的")
    return of >= 0 and any(match["modal"] for match in modals().finditer(words, of))


def _names_a_thing(text: str, at: int, end: int, words: str) -> bool:
    """Whether a verb with the ``words`` behind it names a thing that something is said of.

    政府督查应当加强, 政府督查工作应当加强, 公证机构设置方案及其调整方案，应当报核.
    """
    modal = modal_at(text, at, end)
    if modal and modal.group() not in _INNER_MODALS:
        return True
    thing = _THING.match(words)
    if thing is None:
        return False
    if modals().match(words, thing.end()):
        return True
    behind = at + len(words) + 1
    return len(words) <= _LONGEST_THING and modal_at(text, behind, end) is not None
