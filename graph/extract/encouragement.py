"""Whether a word of encouragement (鼓励, 支持, 引导, 探索) is what a clause says.

It is where nothing stands before it but who encourages, how, and by what means, and where it has
an object::

    鼓励社会力量兴办养老机构          国家支持节水技术的推广
    积极探索、大力引导公众参与        在有条件的地区探索分档水价
    鼓励企业建立职工培训的机制        the object is what is made

It is none in a noun (资金支持, 政府引导、市场运作, 支持比例), an attribute (落实鼓励就业的政策),
a purpose (用于支持技术改造, 以引导消费), a fact (已支持12家企业, 将支持开展试点), and in the tasks
of an office (引导和督促企业, 支持纪检组履行监督责任, 由协会支持会员参展).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.body_names import body_endings, ending_pattern
from ontology import lexicon

if TYPE_CHECKING:
    from graph.grammar.sentences import Stretch

_SEGMENT = "，、。；：“（\n \t,;:—"
_LEFT = 40  # characters before it that are looked at
_CONTEXTS = "norm-contexts"
_NO_OBJECT = re.compile(r"[，。；：、）”》\s,;]|$|下[，的]|的(?!\d)|等(?!级)|了")
# a cue that is the first part of a noun, or an object of 加强 and stands at the end of its words
_NOUN_BEHIND = re.compile(
    r"[类率度性型员者线](?!别|上|下|下属)|区域|区(?=[，。、内外])|目录|清单|名单|标志|标识|力度|措施|政策(?!性)|事项|力量(?=[，。、])|基金"
    r"|资金(?!密集)|手段|工具|比例|上限|额度|年限|金额|[^，。；：]?式(?=[的发服管])"
    r"|(?:内容|额度|重点|期限|环节|类别|范围|平台|标准|方向|方案|条件|对象|关系|环境|机制|体系|服务|项目|单位|协议|作用|政策)(?=[，。；、的和及与为）]|$)"
)
# 政府引导、市场运作: a slogan of parallel words, where 引导、支持企业 goes on to an object
_SLOGAN = re.compile(
    r"、[^，。；、的]{2,6}(?:[、，。；”]|的|原则|要求|相结合)|[与和][^，。；]{2,14}相结合"
)
# 支持纪检组履行监督责任: nothing that one could as well leave
_OF_OFFICE = re.compile(
    r"[^，。；]{2,30}?(?:(?:履行|行使)[^，。；]{0,12}?(?:职责|责任(?<!社会责任)|职权|职能|权力)|依法独立)"
)
_BY = re.compile(r"(?:^|[^自理缘])由[^，。；]{2,}$")


@cache
def _before() -> re.Pattern[str]:
    """Return what may stand before a predicate in its clause: who, by what means, how."""
    manner = f"(?:{_words('manner')}|{lexicon.alternatives('agency-words', 'adverb')})"
    who = rf"[^，。；、]{{0,24}}?(?:{body_endings()}|{ending_pattern('set')}|{_words('subject')})"
    means = rf"{_words('adverbial')}[^，。；]{{2,36}}"
    ways = rf"[^，。；、]{{1,16}}?等{_words('way')}"
    opening = rf"(?!{_words('governing')}|{_words('tasked')})(?:{means}|{ways}|{who})"
    time = r"(?:\d+[.．]?|[^，。；、]{1,14}[年月]?(?:底|前|内|起|期间))?"
    return re.compile(rf"{time}(?:{opening}|[^，。；、]*?(?:并|并且|且|同时))?(?:{manner})*$")


@cache
def _governed() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('governing')})$")


@cache
def _given() -> re.Pattern[str]:
    """Return what makes a noun of 支持 at some distance, as in 给予执业支持."""
    return re.compile(rf"(?:{_words('giving')})[^，。；、]{{1,6}}$")


@cache
def _told() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_words('fact')})(?:{lexicon.alternatives('agency-words', 'adverb')})?$"
    )


@cache
def _task_before() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('tasked')})(?:和|、|与|并|及|以及)?$")


@cache
def _task_behind() -> re.Pattern[str]:
    return re.compile(rf"(?:和|、|与|并|及|以及)?(?:{_words('tasked')})")


@cache
def _measure() -> re.Pattern[str]:
    """Return what makes an attribute of a cue: 企业发展的各项政策, with no verb of making in it."""
    making = _words("making")
    return re.compile(
        rf"(?:(?!{making})[^，。；：])+?的(?:(?!{making})[^，。；：、和的]){{0,8}}?{_words('measure')}"
        r"(?=[，。；、和及与等）]|同等|适用|均|都|也|应|要|由|已|$)"
    )


@cache
def _policies() -> re.Pattern[str]:
    """Return how a list of policies goes on: 落实抵免税费、支持|开展试点等政策."""
    return re.compile(
        rf"[^，。；：]+?(?<!同)等(?:各项|有关|相关)?{_words('policy')}(?=[，。；）]|$)"
    )


def _words(key: str) -> str:
    return lexicon.alternatives(_CONTEXTS, key)


def encourages(text: str, sentence: Stretch, start: int, end: int) -> bool:
    """Tell whether the word of encouragement between the offsets is the predicate of its clause."""
    first = _segment_start(text, sentence.start, start)
    before = text[first:start]
    given = text[start:end] == "支持" and _given().search(before)
    if given or _governed().search(before) or _told().search(before):
        return False
    if not (_has_object(text, start, end) and _before().match(before)):
        return False
    if _measured(text, sentence, start, end):
        return False
    if text[end - 2 : end] not in {"引导", "支持"}:
        return True
    beside = _task_before().search(text[max(sentence.start, start - 5) : start])
    if beside or _task_behind().match(text, end):
        return False
    return not (_BY.search(before) or ("支持" in text[start:end] and _OF_OFFICE.match(text, end)))


def _measured(text: str, sentence: Stretch, start: int, end: int) -> bool:
    """Whether the cue is an attribute of a measure; 探索…的机制 has the measure for its object."""
    if text.startswith("、", start - 1) and _policies().match(text, end, sentence.end):
        return True
    takes_it = text[end - 2 : end] in {"探索", "倡导", "提倡"}
    return not takes_it and _measure().match(text, end, sentence.end) is not None


def has_subject(text: str, sentence: Stretch, start: int) -> bool:
    """Tell whether it is said before the word who encourages, so that no modal governs it."""
    first = _segment_start(text, sentence.start, start)
    return _who().match(text, first, start) is not None


@cache
def _who() -> re.Pattern[str]:
    return re.compile(
        rf"(?!{_words('governing')})[^，。；、]{{0,24}}?"
        rf"(?:{body_endings()}|{ending_pattern('set')}|{_words('subject')})"
    )


def _has_object(text: str, start: int, end: int) -> bool:
    while text.startswith(" ", end):
        end += 1
    if _NOUN_BEHIND.match(text, end):
        return False
    if text.startswith(("、", "与", "和"), end):
        alone = start == 0 or text[start - 1] in _SEGMENT
        return alone or _SLOGAN.match(text, end) is None
    return _NO_OBJECT.match(text, end) is None


def _segment_start(text: str, floor: int, start: int) -> int:
    """Return where the words before the cue begin that belong to the same piece of a clause."""
    first = start
    while first > max(floor, start - _LEFT) and text[first - 1] not in _SEGMENT:
        first -= 1
    return first
