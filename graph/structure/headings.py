"""The words that head a unit, told from the first sentence of its text.

A heading is a phrase without a subject of its own, and something stands below it::

    一、总体要求⏎以人为本。                          on a line alone
    一、⏎总体要求⏎以人为本。                         below its numeral
    1.企业报名 有意参加的企业…。                      parted by a blank, as by its brothers
    （三）加大财政支持力度。建立奖励机制。              a phrase before a sentence
    二、完善机制，压实责任（一）集中治理。              two, before the units below it
    6.积分可以挑选学校吗？⏎答：可以。                 a question
    （二）医疗救护组：负责救治伤员。                   a name before a colon

Text and no heading::

    （一）各学校要加强管理。不得提前分流。              who must do something
    （二）考生电子档案是录取的依据。内容包括…           what is something
    （三）6月底前制定结算政策。推动线上办理。           what is done by a day
    （四）无正当理由连续6个月以上闲置的，应当腾退。      a case
    （五）其他应当公开的信息。                         all that a unit says
    12.推行网上招商，利用各类平台推介。对有意向的…      a sentence, as its brothers are
    （六）申请人提交下列材料：                         what leads to a list
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.forms import compile_forms
from graph.model import ProvisionKind as Kind
from graph.normalise.glued_headings import begins_text, ends_a_heading
from ontology import lexicon

if TYPE_CHECKING:
    from graph.grammar.forms import Forms

_END = re.compile(r"[。！？；：]|(?<=）)$")
_LONGEST, _LONGEST_OVER_UNITS = 50, 60
_IN_BRACKETS = re.compile(r"[ ]*[【〔（](?P<heading>[\u4e00-\u9fff、]{2,20})[】〕）]")
_ITEMS = (Kind.ITEM, Kind.SUBITEM)
# What bears a number or stands in marks is named and heads nothing: …的通知 某政发〔2008〕42号
_NAMES_A_DOCUMENT = re.compile(r"^《[^》]*》(?:（[^）]*）)?$|〔[ ]?\d{4}〕\d+号$")
_BEFORE_BLANK = re.compile(
    r"(?P<words>[\u4e00-\u9fff“《（][^。；：！？\n\t ]{1,31}(?<=[\u4e00-\u9fff”》）]))[ ]{1,2}"
    r"(?=[\u4e00-\u9fff][^\n]{7,})(?!第[一二三四五六七八九十\d]|（[一二三四五六七八九十\d])"
)
_MARK = re.compile(r"[，；。]")
_SHORT = 12  # characters of a heading that a blank parts from its text, whatever that is
_LEADS = re.compile(r"下列|以下|如下")
_IS = re.compile(r"(?<![于但国就求])是(?!否|非)|属于|(?:内容|范围|材料|条件)包括|有.{0,12}情形")
_OF_VALUE = re.compile(r"(?:标准|范围|期限|对象|时间|金额|比例|人数|总额)为")
_CASE = re.compile(r"的(?:$|，)")
_DAY = re.compile(
    r"[年月日度](?:底|末|中旬|初)?(?:之|以)?(?:前|内|起)|^(?:到|截至|自)?\d{4}年|^(?:目前|近年来|截至)|^自.{2,14}起"
)
_AMOUNT = re.compile(r"\d[\d.]*(?:[万亿]?元|%|个百分点)|满\d+年|[得扣计加减]\d[\d.]*分?$")
_CUES = ("obligation", "prohibition", "permission")
_MADE_HEADINGS = re.compile(r"(?:严格?|严厉|坚决)?(?:禁止|杜绝|取消)|严禁|确保|允许|准许|准予")
_URGES = re.compile(r"要(?![^，。]*，)")  # 要加强组织领导。各区… heads like any verb
_ACTORS = ("body", "set", "private", "function")
_PERSONS = "人员|学生|考生|职工|农民|居民|家长|申请人|用人单位"
# What stands between who acts and a verb, and within no noun: 企业集中登记 may head, not 企业均….
_ACTS = (
    r"及时(?!间)|认真|切实|定期|立即|分别|各自|主动|尽快|抓紧|一律|均(?!衡|等)|都|也|按时|按期|按规定|按有关规定"
    r"|按照|依照|根据|会同|负责(?!人|制)|将(?!来|军)|把|向(?!导)|对(?!口|接|外|标|策|应|象|比|照|账)"
    r"|在(?!线|建|职|校|岗|编|册|读|途)"
)
_LONGEST_SUBJECT = 24


@dataclass(frozen=True, slots=True)
class Heading:
    """The words that can head a unit; ``weak`` where only a sentence's mark parts them from text.

    Whether they do shows the company: :mod:`graph.structure.sibling_headings`.
    """

    words: str
    weak: bool = False


NO_HEADING = Heading("")


def heading_of(
    text: str, start: int, end: int, kind: Kind, *, holds_units: bool, blanks: bool = False
) -> Heading:
    """Return the words that head the unit whose own words stand between the offsets, if any do.

    ``start`` is behind its label; ``holds_units`` tells that other units stand below it, and
    ``blanks`` that a blank parts the headings of its brothers from their text.
    """
    if kind is Kind.ARTICLE:
        match = _IN_BRACKETS.match(text, start, end)
        return Heading(match["heading"]) if match else NO_HEADING
    while start < end and text[start] in " \n*":
        start += 1
    parted = before_blank(text, start, end)
    if parted and (blanks or _shows_blank(text, start, start + len(parted))):
        return Heading(parted)
    line_end = text.find("\n", start, end)
    line = text[start : end if line_end < 0 else line_end]
    stop = _END.search(line)
    words = (line[: stop.start()] if stop else line).strip("*　 ")
    mark = stop.group() if stop else ""
    goes_on = mark == "；" or (not stop and line.rstrip().endswith(("，", "、")))
    longest = _LONGEST_OVER_UNITS if holds_units else _LONGEST
    if goes_on or not 0 < len(words) <= longest or _NAMES_A_DOCUMENT.search(words):
        return NO_HEADING
    more = holds_units or not _nothing_more().fullmatch(text, start + len(words), end)
    if mark == "？":
        return Heading(words) if more else NO_HEADING
    alone = not mark and kind not in _ITEMS
    if not (more or alone) or is_sentence(words):
        return NO_HEADING
    return Heading(words, weak=mark in ("。", "！", "：") and not holds_units)


def before_blank(text: str, start: int, end: int) -> str:
    """Return the words before the first blank of a unit where sentences stand behind it.

    >>> text = "企业报名 有意参加的企业应当提交申请。"
    >>> before_blank(text, 0, len(text))
    '企业报名'
    """
    match = _BEFORE_BLANK.match(text, start, end)
    words = match["words"] if match else ""
    if not match or not _MARK.search(text, match.end(), end) or is_sentence(words):
        return ""
    return words if words.count("《") == words.count("》") else ""


def _shows_blank(text: str, start: int, stop: int) -> bool:
    """Tell whether words before a blank head what follows, by their form or by what follows."""
    behind = stop + 1
    if text.startswith(text[start:stop], behind):
        return True
    return ends_a_heading(text[start:stop]) and (
        stop - start <= _SHORT or begins_text(text, behind)
    )


def is_sentence(words: str) -> bool:
    """Tell whether words say something of somebody or something, as no heading does.

    >>> is_sentence("考生须缴纳报名考试费"), is_sentence("各部门及时通报信息")
    (True, True)
    >>> is_sentence("明确主要任务和要求"), is_sentence("推动企业依法纳税")
    (False, False)
    """
    told = (_LEADS, _IS, _OF_VALUE, _CASE, _DAY, _AMOUNT)
    return (
        any(pattern.search(words) for pattern in told)
        or _of_the_document().match(words) is not None
        or _demands(words)
        or _has_subject(words)
    )


@cache
def _nothing_more() -> re.Pattern[str]:
    """Return what may stand behind the only sentence of a unit: who answers for it, and by when.

    （市水务局牵头）, 责任单位：市水务局 完成时限：2016年底
    """
    nouns = lexicon.written("role-labels", "noun")
    names = lexicon.alternation(nouns | lexicon.written("column-headings", "term"))
    name = rf"[^。；：（）\n]{{0,10}}(?:{names})(?:[及和][^。；：（）\n]{{1,6}})?"
    field = rf"(?<=[。；\n ]){name}：[^。；：\n]*"
    return re.compile(rf"(?:[\s。；*]|（[^（）]*(?:（[^（）]*）[^（）]*)*）|{field})*")


@cache
def _cues() -> Forms:
    """Return the words that demand or allow; a longer lookalike (主要) hides the cue in it (要)."""
    concepts = lexicon.concepts("norms")
    cues = {form: "cue" for name in _CUES for form in concepts[name].written}
    return compile_forms(dict.fromkeys(lexicon.scheme("norm-lookalikes"), "") | cues)


def _demands(words: str) -> bool:
    return not _URGES.match(words) and any(
        key and not _MADE_HEADINGS.match(words, start)
        for key, start, _ in _cues().find(words, 0, len(words))
    )


@cache
def _of_the_document() -> re.Pattern[str]:
    return re.compile(rf"本(?:{lexicon.alternatives('document-kinds')}|政策|措施)")


@cache
def _subject() -> re.Pattern[str]:
    """Return the pattern of who acts, with what comes between that and a verb: 各部门及时…."""
    actors, verbs = _longest_first(*_ACTORS), _longest_first("act", "verb")
    acts_on = _longest_first("takes-bodies")  # 推动企业按规定…, and not 教育部门负责…
    return re.compile(
        rf"(?!{acts_on}|(?:{verbs})(?!{actors}))"
        rf"[^，。]{{0,{_LONGEST_SUBJECT}}}?(?:{actors}|{_PERSONS})(?:{_ACTS})"
    )


def _longest_first(*concepts: str) -> str:
    words = lexicon.written("agency-words", *concepts)
    return lexicon.alternation(word for word in words if len(word) > 1)


def _has_subject(words: str) -> bool:
    return _subject().match(words) is not None
