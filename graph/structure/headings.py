r"""The words that head a unit, told from the first sentence of its text.

A heading is a phrase without a subject of its own, and something stands below it::

    一、总体要求⏎以人为本。                          on a line alone
    一、⏎总体要求⏎以人为本。                         below its numeral
    1.企业报名 有意参加的企业…。                      parted by a blank, as by its brothers
    （三）加大财政支持力度。建立奖励机制。              a phrase before a sentence
    二、完善机制，压实责任（一）集中治理。              two, before the units below it
    （二）优化服务（牵头单位：市商务局）⏎1.…            before who answers
    6.积分可以挑选学校吗？⏎答：可以。                 a question
    （二）医疗救护组：负责救治伤员。                   a name before a colon
    一、河长制工作小组组长：张三 成员：李四             a group's name before its members
    82.【程序决定】人民法院应当审查。                  in brackets
    三、满意度\t（一）患者满意度\t定量                 in the cell of a row

Text and no heading::

    （一）各学校要加强管理。不得提前分流。              who must do something
    （二）考生电子档案是录取的依据。内容包括…           what is something
    （三）6月底前制定结算政策。推动线上办理。           what is done by a day
    （四）无正当理由连续6个月以上闲置的，应当腾退。      a case
    （五）其他应当公开的信息。                         all that a unit says
    12.推行网上招商，利用各类平台推介。对有意向的…      a sentence, as its brothers are
    （六）申请人提交下列材料：                         what leads to a list
    3.供水企业⏎须定期走访用户。                       a subject whose line ends before its verb
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.model import ProvisionKind as Kind
from graph.normalise.glued_headings import (
    begins_text,
    ends_a_heading,
    glued_heading,
    is_set_phrase,
)
from graph.structure.phrases import is_sentence, runs_on
from ontology import lexicon

_END = re.compile(  # not 上午9：20, nor http：//
    r"[。！？；]|(?<!http)(?<!https)(?:：(?!\d)|(?<!\d)：)|(?<=）)$"
)
_LONGEST, _LONGEST_OVER_UNITS, _LONGEST_OF_ALL = 50, 60, 90
_IN_BRACKETS = re.compile(r"[ ]*[【〔（](?P<heading>[\u4e00-\u9fff、]{2,20})[】〕）]")
# 82.【案件甄别】人民法院…; what answers for an item, 【牵头单位：…】, has a colon
_BEHIND_LABEL = re.compile(r"[ ]*〔(?P<heading>[\u4e00-\u9fff“”、，]{2,30})〕(?=[^\n]{6}|\n)")
_OF_A_YEAR = re.compile(r"^(?:19|20)\d{2}年度?(?=[^，]*$)")
_LONGEST_IN_ROW = 30
_LONGEST_OF_ITEM, _WITH_COMMA, _LONGEST_BARE = 45, 18, 14
_SHORTEST_GROUP = 4
_SHORTEST_GLUED = 8  # 国务院工作以…为指导: a subject and no heading
_ITEMS = (Kind.ITEM, Kind.SUBITEM)
# What bears a number or stands in marks is named and heads nothing: …的通知 某政发〔2008〕42号
_NAMES_A_DOCUMENT = re.compile(r"^《[^》]*》(?:（[^）]*）)?$|〔[ ]?\d{4}〕\d+号$")
_BEFORE_BLANK = re.compile(
    r"(?P<words>[\u4e00-\u9fff“《（][^。；：！？\n\t ]{1,31}(?<=[\u4e00-\u9fff”》）]))[ ]{1,2}"
    r"(?=[\u4e00-\u9fff][^\n]{7,})(?!第[一二三四五六七八九十\d]|（[一二三四五六七八九十\d])"
)
_SHORT_NAME = re.compile(r"(?P<words>[\u4e00-\u9fff]{2,8})(?:[ ]{1,2}(?=[^ \n])|[ \n]*\Z)")
_MARK = re.compile(r"[，；。]")
_SHORT = 12  # characters of a heading that a blank parts from its text, whatever that is


@dataclass(frozen=True, slots=True)
class Heading:
    """The words that can head a unit; ``weak`` where only a sentence's mark parts them from text.

    Whether they do shows the company: :mod:`graph.structure.sibling_headings`.
    """

    words: str
    weak: bool = False


NO_HEADING = Heading("")


@dataclass(frozen=True, slots=True)
class Setting:
    """How the units of a list are set.

    ``blanks`` tells that a blank parts their headings from their text, ``names`` that a short name
    and a blank begin each of them, ``run_in`` that the text lost its line ends, so that nothing may
    part one, and ``long`` that all the others have one, so that this may be longer than usual.
    """

    blanks: bool = False
    names: bool = False
    run_in: bool = False
    long: bool = False


PLAIN = Setting()


def heading_of(
    text: str,
    start: int,
    end: int,
    kind: Kind,
    *,
    holds_units: bool,
    setting: Setting = PLAIN,
) -> Heading:
    """Return the words that head the unit whose own words stand between the offsets, if any do.

    ``start`` is behind its label; ``holds_units`` tells that other units stand below it, and
    ``setting`` how its list is set.
    """
    if kind is Kind.ARTICLE:
        match = _IN_BRACKETS.match(text, start, end)
        return Heading(match["heading"]) if match else NO_HEADING
    while start < end and text[start] in " \n*":
        start += 1
    apart = _set_apart(text, start, end, setting)
    if apart:
        return apart
    line_end = text.find("\n", start, end)
    line = text[start : end if line_end < 0 else line_end]
    stop = _END.search(line)
    words = (line[: stop.start()] if stop else line).strip("*　 ")
    mark = stop.group() if stop else ""
    if mark == "：" and (answers := _who_answers().search(words)):  # 优化服务（牵头单位：市商务局）
        words, mark = words[: answers.start()], ""
    if setting.run_in or len(words) > _LONGEST_OVER_UNITS:
        glued = glued_heading(text, start, start + len(words), kind)
        told = setting.run_in or len(glued) >= _SHORTEST_GLUED or is_set_phrase(glued)
        if glued and told and not is_sentence(glued):
            return Heading(glued, weak=True)
    if not stop and line.rstrip().endswith(("，", "、")):
        mark = "；"
    more = holds_units or not _nothing_more().fullmatch(text, start + len(words), end)
    usual = _LONGEST_OVER_UNITS if holds_units else _LONGEST
    heads = _can_head(words, mark, _LONGEST_OF_ALL if setting.long else usual)
    if mark == "？":
        return Heading(words) if heads and more else NO_HEADING
    heads &= more or (not mark and kind not in _ITEMS)
    as_item = kind in _ITEMS and not holds_units and not _heads_item(words, mark)
    said = words if mark else _OF_A_YEAR.sub("", words)  # 1996年活动情况和1997年趋势, on its line
    if not heads or as_item or is_sentence(said) or runs_on(text, words, start, end):
        return NO_HEADING
    group = _group(words, text, start + len(words), end) if mark == "：" else ""
    weak = mark in ("。", "！", "：") and not holds_units
    return Heading(group) if group else Heading(words, weak=weak)


def _set_apart(text: str, start: int, end: int, setting: Setting) -> Heading | None:
    """Return the heading that brackets, a cell or a blank set apart, or None where none does."""
    if bracketed := _BEHIND_LABEL.match(text, start, end):
        return Heading(bracketed["heading"])
    if (cell := text.find("\t", start, end)) >= 0 and "\n" not in text[start:cell]:
        return _of_cell(text[start:cell].strip())
    parted = before_blank(text, start, end, marked=not setting.names)
    blanks = setting.blanks or setting.names
    if parted and (blanks or _shows_blank(text, start, start + len(parted))):
        return Heading(parted)
    return None


def _can_head(words: str, mark: str, longest: int) -> bool:
    """Whether words are whole, as long as headings are, and name no document."""
    whole = all(words.count(a) == words.count(b) for a, b in ("（）", "〔〕", "《》"))
    length = mark != "；" and 0 < len(words) <= longest
    return length and whole and not _NAMES_A_DOCUMENT.search(words)


def _of_cell(words: str) -> Heading:
    """Return what heads a row of a table that begins with a label: its first cell, if a phrase."""
    if not 0 < len(words) <= _LONGEST_IN_ROW or _MARK.search(words) or is_sentence(words):
        return NO_HEADING
    return Heading(words.strip("：*"))


def _heads_item(words: str, mark: str) -> bool:
    """Whether words head an item of an article: a short phrase, the shorter where no stop ends it.

    Else its first line is a sentence that the page broke: （三）组织可行性研究，⏎代办项目手续.
    """
    if not mark:
        return len(words) <= _LONGEST_BARE or (len(words) <= _WITH_COMMA and ends_a_heading(words))
    return len(words) <= (_WITH_COMMA if "，" in words else _LONGEST_OF_ITEM)


def _group(words: str, text: str, start: int, end: int) -> str:
    """Return the name of a group before the first of its members: …小组组长：张三 成员：李四."""
    member = _member().search(words)
    name = words[: member.start()] if member else ""
    listed = len(name) >= _SHORTEST_GROUP and _member_behind().search(text, start + 1, end)
    return name if listed else ""


@cache
def _who_answers() -> re.Pattern[str]:
    return re.compile(rf"[ ]*（[^（）：]{{0,8}}{lexicon.alternatives('role-labels', 'noun')}$")


@cache
def _member() -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternatives('agency-words', 'person')}$")


@cache
def _member_behind() -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternatives('agency-words', 'person')}：")


def before_blank(text: str, start: int, end: int, *, marked: bool = True) -> str:
    """Return the words before the first blank of a unit where sentences stand behind it.

    Those of a list that sets all of its units so need no sentence: 二、受理时间 5月5日至8日.

    >>> text = "企业报名 有意参加的企业应当提交申请。"
    >>> before_blank(text, 0, len(text))
    '企业报名'
    """
    match = _BEFORE_BLANK.match(text, start, end)
    words = match["words"] if match else ""
    if not marked and (name := _SHORT_NAME.match(text[start:end])):
        return name["words"]
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
