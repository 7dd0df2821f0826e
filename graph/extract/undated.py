"""Terms without a date: vague words, and what is kept up.

Forms read::

    及时上报、应速确定、限期改正                  vague
    在规定期限内改正
    持续推进、长期坚持、常态化开展                ongoing
    引导企业持续优化股权结构

Nothing is due by::

    不及时报送、是否按时完成                      what is denied or asked
    限期整改期限为六个月、限期三个月内            a name; a limit that has its length
    即时结算、急需物资按时价折算                  names
    授时及时钟同步                                a word that begins in the middle
    数据的及时传送                                a noun
    确保救治及时有效、毫不放松抓紧抓实            a quality; an idiom
    治理能力持续提升，                            praise: nobody is to keep it up
    在确保待遇按时足额支付的前提下                what comes before
    具有按期支付劳动报酬的能力                    what somebody is able to do
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.cues import Cued, cued
from graph.grammar.times import LENGTH
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

_LISTED_ONGOING = re.compile(
    r"(?:长期|持续|常态化)(?:坚持|推进|实施|开展|执行|落实|进行)?(?:并[\u4e00-\u9fff]{2,6})?$"
    r"|按(?:计划|进度)(?:推进|实施)$|全年$"
)
_PREMISE = re.compile(r"[^，。；]{0,24}的(?:(?:前提|基础|情况)下|能力(?=[，。；、]|$))")
# 反应及时、运行高效的平台; 及时、足额的 before a verb is none
_DONE_SO = re.compile("进行[^，。；]{0,10}$|予以[^，。；]{0,10}$")  # 进行及时、公正的调查
_QUALITIES = re.compile(r"(?:、[\u4e00-\u9fff]{2,6}){1,3}的(?![把将对予])[\u4e00-\u9fff]{2,}")
_OF_NOUN = re.compile(r"[、\u4e00-\u9fff]{2,6}(?:[，。；）]|$)")  # 数据的及时传送。
# 精准授时及|时钟同步, 频度及|时间要求: the last character belongs to the next word
_ACROSS = "及时(?:间(?!接)|钟|限(?![制定期])|段|效|长|空|点(?![击对])|序)"
_RESULTS = ("提升", "改善", "扩大", "提高", "优化", "巩固", "完善", "深化")
_MUST = re.compile(r"要|应|须|必|加快|推动|促进|引导|确保|实现|力争|努力|使|得到|推进|保持|将")


@cache
def vague() -> Cued:
    """Vague terms before what is due; 监测报告及时、准确 and 不按时 only describe."""
    words = lexicon.written("deadline-kinds", "vague")
    terms = lexicon.alternation(words)
    names = lexicon.alternatives("time-words", "not-vague")
    return cued(
        rf"(?<![不是])(?<!是否)(?<!关于)(?!{names})(?!{_ACROSS})(?!限期(?:于|在)?[ ]?{LENGTH})"
        rf"(?P<term>{terms})(?=[\u4e00-\u9fff]|、[\u4e00-\u9fff]{{1,3}}(?:[地，]|[\u4e00-\u9fff]))"
        r"(?!内?无人|性|反映|的)(?![^，。；、]{0,4}[率数])|在?规定(?:的)?(?:时限|期限|时间)内"
        r"|(?:(?<=[应要须请并，。；])|^)速(?=确定|报|办|予|将|送|处|查|行|作|做|派|转|告)",
        (*words, "规定", "速"),
    )


@cache
def ongoing() -> Cued:
    """What is to be kept up: 持续推进, 长期坚持, 常态化开展."""
    verbs = lexicon.alternatives("time-words", "kept-up")
    return cued(
        rf"(?<!可)持续(?:{verbs})(?!性|的)|长期(?:坚持|开展|推进|实施)|常态化(?:开展|推进|实施|进行|坚持)"
        r"|经常性开展|按(?:计划|进度)推进",
        ("持续", "长期", "常态化", "经常性", "按"),
    )


@cache
def _quality() -> re.Pattern[str]:
    """Return a pattern of what is called prompt among other qualities: 医疗救治及时有效。."""
    words = lexicon.alternatives("time-words", "quality")
    return re.compile(rf"及时(?:、?{words})+(?=[，。；）\s]|$)")


def vague_words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where vague words say that something is due.

    >>> text = "应当及时上报；确保按时发放的前提下"
    >>> [text[start:end] for start, end in vague_words(text, 0, len(text))]
    ['及时']
    """
    for match in vague().finditer(text, start, end):
        noun = text[match.start() - 1] == "的" and _OF_NOUN.match(text, match.end(), end)
        if _quality().match(text, match.start(), end):
            continue
        quality = _QUALITIES.match(text, match.end(), end)
        so = quality and not _DONE_SO.search(text, start, match.start())
        if not (noun or so) and not _PREMISE.match(text, match.end(), end):
            yield match.span()


def ongoing_words(text: str, start: int, end: int, *, listed: bool) -> Iterator[tuple[int, int]]:
    """Yield where words say that something is to be kept up; ``listed`` as in a column of terms."""
    for match in (_LISTED_ONGOING if listed else ongoing()).finditer(text, start, end):
        ends = match.end() >= end or text[match.end()] in "，。；、"
        ahead = text[start : match.start()].strip()
        grows = match.group().endswith(_RESULTS) and not _MUST.search(ahead)
        if not listed and ends and ahead and ahead[-1] != "、" and grows:  # 治理能力持续提升，
            continue
        yield match.span()
