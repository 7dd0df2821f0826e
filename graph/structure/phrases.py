"""Whether words say something of somebody or something, or only name it, as a heading does.

Sentences: 考生须缴纳考试费 (who must), 各部门及时通报 (who acts), 材料包括 (what is something),
6月底前制定办法 (by a day), 无正当理由闲置的 (a case). Phrases: 明确主要任务, 推动企业依法纳税.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar import modal_verbs
from graph.grammar.forms import compile_forms
from ontology import lexicon

if TYPE_CHECKING:
    from graph.grammar.forms import Forms

_QUOTED = re.compile("“[^“”]*”")
_LEADS = re.compile(r"下列|以下|如下|，请(?![求示])")
_IS = re.compile(
    r"(?<![于但国就求])是(?!否|非)|属于|(?:内容|范围|材料|条件|主要)包括|有.{0,12}情形"
)
_OF_VALUE = re.compile(r"(?:标准|范围|期限|对象|时间|金额|比例|人数|总额)为")
_CASE = re.compile(r"的(?:$|，)")
_DAY = re.compile(
    r"[年月日度](?:底|末|中旬|初)?(?:之|以)?(?:前|内|起)|^(?:到|截至|自)?\d{4}年|^(?:目前|近年来|截至)|^自.{2,14}起|请?于\d{1,4}[年月]"
)
_AMOUNT = re.compile(
    r"\d[\d.]*(?:[万亿]?元|%|个百分点)|满\d+年|[得扣计加减]\d[\d.]*分?$"
    r"|，(?:[共计]|合计|总计)?\d[\d.]*[\u4e00-\u9fff]{1,3}(?:，|$)"  # …，共1888户，6133人
)
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


def is_sentence(words: str) -> bool:
    """Tell whether words say something of somebody or something, as no heading does.

    >>> is_sentence("考生须缴纳报名考试费"), is_sentence("各部门及时通报信息")
    (True, True)
    >>> is_sentence("明确主要任务和要求"), is_sentence("拓展“免证可办”范围")
    (False, False)
    """
    words = _QUOTED.sub("“”", words)  # 拓展“免证可办”范围: what is quoted demands nothing
    told = (_LEADS, _IS, _OF_VALUE, _CASE, _DAY, _AMOUNT)
    return (
        any(pattern.search(words) for pattern in told)
        or _of_the_document().match(words) is not None
        or _demands(words)
        or _has_subject(words)
    )


@cache
def _cues() -> Forms:
    """Return the words that demand or allow; a longer lookalike (主要) hides the cue in it (要)."""
    concepts = lexicon.concepts("norms")
    cues = {form: "cue" for name in _CUES for form in concepts[name].written}
    return compile_forms(dict.fromkeys(lexicon.scheme("norm-lookalikes"), "") | cues)


def _demands(words: str) -> bool:
    return not _URGES.match(words) and any(
        (key or modal_verbs.begins(words, start)) and not _MADE_HEADINGS.match(words, start)
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


def runs_on(text: str, words: str, start: int, end: int) -> bool:
    """Whether the words of a line are who must do what the next line says: 供水企业⏎须…."""
    stop = start + len(words)
    if text[stop : stop + 1] != "\n":
        return False
    return bool(_who().search(words)) and _must().match(text, stop + 1, end) is not None


@cache
def _who() -> re.Pattern[str]:
    return re.compile(rf"(?:{_longest_first(*_ACTORS)}|{_PERSONS})(?:（[^（）]*）)?$")


@cache
def _must() -> re.Pattern[str]:
    return re.compile(rf"(?:{lexicon.alternatives('agency-words', 'duty')}|须|要)(?![急用对点求])")
