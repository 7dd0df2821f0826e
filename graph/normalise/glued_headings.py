"""Where the text begins behind a heading that nothing parts from it, in a text on one line.

A reader tells by the language: a heading is a phrase that ends in one of few nouns, or one of few
set phrases; a sentence begins with who must act, what for, by when, or with what the heading names.

Forms read, a stroke where the text begins::

    一、指导思想|以科学发展为主题，…                    a set phrase
    二、高度重视推广工作|各地区、各部门要把…            who must act
    （一）完善落户政策|为进一步放宽条件，…              what for, with what as its aim
    三、主要目标|到2025年，…                           by when
    四、会议报名|请各部门于…                           what is asked
    （四）清理整顿工作的主要内容|清理整顿工作要…        what the heading names
    一、完善煤炭行业管理协调机制|煤炭行业管理涉及面广    or holds

Not read: 加强制度建设为改革提供保障, 明确各部门要求, 健全以公平为核心原则的制度.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from graph.model import ProvisionKind as Kind
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.grammar.numbering import Label

_HEADED: Final = (Kind.LEVEL1, Kind.LEVEL2)
_LONGEST: Final = 36  # characters of a heading
_SHORTEST: Final = 4
_SHORTEST_TEXT: Final = 12  # characters of a sentence
_END: Final = re.compile(r"[。；：！？\n]")
_NUMBERED: Final = re.compile(r"\d[.、]|（[一二三四五六七八九十\d]{1,3}）")  # another unit began
_NAMED: Final = 4  # characters that a sentence repeats of its heading
_NO_TEXT: Final = "的和与及、，：。；或等"
_PREDICATE: Final = "不齐阶应由为是包将须可经在按均已未中与同"  # 申请材料不齐全的，…
_MUST: Final = re.compile(
    r"(?:(?<![主重必需纪])要(?!求|点|素)|应(?![用急对])|须|必须|负责(?!人|制)|可以)"
)
_WHO: Final = (
    r"(?:各(?:地|级|区|县|市|省|镇|乡|有关|部门|单位|学校|盟|旗|成员|处室|科室)|有关部门|相关部门"
    r"|[市省区县](?=[\u4e00-\u9fff]{1,12}(?:[局委厅办]|部门)))"
)
_AIMS: Final = "指导|指针|核心|目标|重点|主线|引领|统领|依据|抓手|主题"
_ACTS: Final = "进一步|深入|贯彻|全面|切实|加强|确保|规范|推动|促进|加快|保障"
_SENTENCE: Final = re.compile(
    rf"""
      {_WHO}[^，。；：]{{0,40}}?{_MUST.pattern}                                # 各地区、各部门要…
    | 以(?:习近平|邓小平|党的|“|[^，。；]{{2,16}}为(?:{_AIMS}))
    | 为(?:了|(?:{_ACTS})(?![^。；]{{2,30}}(?:提供|创造|奠定|打下)))  # not 为改革提供保障
    | (?:全面|深入|认真)贯彻(?:落实)?(?:党|习近平|《|国家|中央|科学)
    | (?:到|截至|从|自)?20\d\d年 | “十[二三四五六]五”
    | \d{1, 2}月\d{1, 2}日 | 请(?:各|有关|相关|于|在|[市省区县])
    | [\u4e00-\u9fff]{4, 20}，(?:既要|不仅|不但)     # 加强行业管理，既要…
    | 这次|此次|凡(?:是|在|已|符合|具有|持有)|近年来|目前[，我全已]
    | 对(?:于)?[^，。；]{{2,30}}的，
    """,
    re.VERBOSE,
)


@cache
def _words(concept: str) -> re.Pattern[str]:
    return re.compile(lexicon.alternatives("heading-words", concept))


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(lexicon.alternatives("heading-words", "whole", "whole-general"))


@cache
def _last() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('last').pattern}|{_whole().pattern})$")


@cache
def _last_letters() -> frozenset[str]:
    return frozenset(form[-1] for form in lexicon.written("heading-words", "last", "whole"))


def text_starts(line: str, labels: Sequence[Label]) -> Iterator[int]:
    """Yield where units with a glued heading begin, and where the text does behind it.

    >>> from graph.grammar.numbering import find_labels
    >>> line = "一、指导思想以科学发展为主题，坚持改革。"
    >>> line += "二、加强组织领导各级各部门要高度重视，压实责任。"
    >>> [line[at : at + 4] for at in text_starts(line, list(find_labels(line, 0, len(line))))]
    ['一、指导', '以科学发', '二、加强', '各级各部']
    """
    if any(label.kind is Kind.ARTICLE for label in labels):
        return  # what articles hold are items, without headings: （七）组织领导抢险救灾
    stops = [*(label.start for label in labels[1:]), len(line)]
    for label, stop in zip(labels, stops, strict=bool(labels)):
        if label.kind not in _HEADED:
            continue
        end = _END.search(line, label.end, stop)
        at = _text_start(line, label.end, end.start() if end else stop)
        if at:
            yield from (label.start, at)


def ends_a_heading(words: str) -> bool:
    """Tell whether words end in a noun in which headings end, or are one of the set phrases.

    >>> ends_a_heading("完善协调机制"), ends_a_heading("各级协调机构")
    (True, False)
    """
    return _last().search(words) is not None


def glued_heading(text: str, start: int, stop: int, kind: Kind) -> str:
    """Return the heading that nothing parts from its text between two offsets, or nothing.

    >>> text = "会议报名请各部门于2月8日前报送名单"
    >>> glued_heading(text, 0, len(text), Kind.LEVEL1)
    '会议报名'
    """
    end = _text_start(text, start, stop) if kind in _HEADED else None
    return text[start:end] if end else ""


def is_set_phrase(words: str) -> bool:
    """Tell whether words are a heading of one set form: 指导思想, 总体要求."""
    return _whole().fullmatch(words) is not None


def begins_text(line: str, at: int) -> bool:
    """Tell whether a sentence begins at ``at`` as they do behind headings: who must, what for."""
    return _SENTENCE.match(line, at) is not None


def _names(line: str, start: int, at: int) -> bool:
    """Whether a sentence begins with the noun that the heading before it ends with, or holds."""
    heading = line[start:at]
    return line[at : at + _NAMED + 1] in heading and not _NUMBERED.search(heading)


def _text_start(line: str, start: int, stop: int) -> int | None:
    """Return where the text begins between the offsets of a heading and its first sentence."""
    whole = _whole().match(line, start, stop)
    if whole and stop - whole.end() >= _SHORTEST_TEXT:
        return None if line[whole.end()] in _NO_TEXT + _PREDICATE else whole.end()
    for at in range(start + _SHORTEST, min(stop - _SHORTEST_TEXT, start + _LONGEST) + 1):
        if _MUST.search(line, start, at):
            return None
        if line[at - 1] not in _last_letters() or line[at] in _NO_TEXT:
            continue
        if not _last().search(line, start, at):
            continue
        named = line.startswith(line[start : start + _NAMED], at) or _names(line, start, at)
        if named or _SENTENCE.match(line, at):
            return at
    return None
