"""What a cell of a table can be by its form alone, whatever its column.

Forms read::

    3 · 3. · 三                                   the number of a row
    / · — · 无                                    an empty cell
    市水利局、各区政府                            names of bodies
    2021年12月底前 · 6月底前 · 持续推进 · 每季度  by when
    完善河长制工作机制                            a few words
    加强河道管理，严禁侵占水域。                  sentences
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from typing import Final

from graph.grammar.body_names import lists_bodies, names_in
from ontology import lexicon

_LONGEST_TERM: Final = 40  # characters
_SHORT: Final = 30
_FEW: Final = 6  # characters between two marks of a list
_NUMBER = re.compile(
    r"(?P<digits>\d{1,3})[.、]?|（(?P<bracketed>\d{1,3})）|(?P<numeral>[一二三四五六七八九十]{1,3})、?"
)
_EMPTY = re.compile(r"[/／\\—\-－–~]+|无")
_SENTENCE = re.compile(r"[。；，！？：]")
_DATE = (
    r"\d{4}[ ]?(?:年|[-./]\d)|\d{4}[ ]?[—~-][ ]?\d{4}年|[一二][九〇][〇一二三四五六七八九]{2}年"
    r"|\d{1,2}[ ]?月|“?十[一二三四五六七八九]五”?|[本当今明每全逐近][年季月]|年[底内初中]"
    r"|[一二三四]季度|第[一二三四]季度|即日|[上下]半年|自\d|到\d|至\d|\d{1,3}个?(?:工作日|月|天|日|年)"
)


class CellForm(Enum):
    """What the words of a cell look like."""

    EMPTY = "empty"
    NUMBER = "number"
    NAMES = "names"
    TERM = "term"
    SHORT = "short"
    SENTENCE = "sentence"


@cache
def term_beginning() -> re.Pattern[str]:
    """Return a pattern of how the words for a time begin: 2021年, 6月, 每季度, 持续, 长期."""
    return re.compile(rf"{_DATE}|{lexicon.alternatives('deadline-kinds', *_TERMS)}")


_DAY = r"(?:\d{1,2}日|[底末初]|[上中下]旬)?(?:之?前)?(?:完成)?"
_TERMS = ("ongoing", "recurring", "vague")
_PACE = "(?:推进|坚持|实施|开展|落实|进行|执行|完成|启动)"


@cache
def whole_term() -> re.Pattern[str]:
    """Return a pattern of the whole of a term, so that what follows it is told apart."""
    words = lexicon.written("deadline-kinds", *_TERMS)
    whole = lexicon.alternation(word for word in words if re.search(f"{_PACE}$", word))
    return re.compile(
        rf"\d{{4}}年(?:\d{{1,2}}月|第?[一二三四1-4]季度|[上下]半年)?{_DAY}|\d{{1,2}}月{_DAY}"
        rf"|每(?:年|半年|季度|季|月)(?:\d{{1,2}}月)?[底末]?前?"
        rf"|{whole}|(?:{lexicon.alternation(words)}|按(?:年度|季度|月|计划|进度)){_PACE}?"
    )


@cache
def task_beginning() -> re.Pattern[str]:
    """Return a pattern of how the words of a task begin: 建设, 加快."""
    words = lexicon.alternatives("column-headings", "begins-task")
    return re.compile(rf"{words}(?![部办局委处]|改革[委局])")  # 县委组织部, 市发展改革委


def number_of(text: str) -> str | None:
    """Return the number that a cell consists of, as it goes into a label, or None.

    >>> number_of("12"), number_of("3."), number_of("（3）"), number_of("三、"), number_of("3人")
    ('12', '3', '3', '三', None)
    """
    match = _NUMBER.fullmatch(text.strip())
    return match and (match["digits"] or match["bracketed"] or match["numeral"])


def is_empty_mark(text: str) -> bool:
    """Tell whether a cell only says that it is empty.

    >>> is_empty_mark("/"), is_empty_mark("—"), is_empty_mark("无"), is_empty_mark("无障碍")
    (True, True, True, False)
    """
    return _EMPTY.fullmatch(text.strip()) is not None


def is_term(text: str) -> bool:
    """Tell whether a cell says by when, and nothing more.

    >>> [is_term(text) for text in ("2021年12月底前", "6月底前", "持续推进", "持续加强管理，")]
    [True, True, True, False]
    """
    words = text.strip(" \n。")
    return (
        len(words) <= _LONGEST_TERM
        and term_beginning().match(words) is not None
        and not _SENTENCE.search(words)
    )


def form_of(text: str) -> CellForm:
    """Return what the words of a cell look like.

    >>> [form_of(t).value for t in ("", "/", "3", "市公安局", "长期", "推进清淤", "推进清淤。")]
    ['empty', 'empty', 'number', 'names', 'term', 'short', 'sentence']
    """
    words = text.strip()
    if not words or is_empty_mark(words):
        return CellForm.EMPTY
    if number_of(words):
        return CellForm.NUMBER
    if is_term(words):
        return CellForm.TERM
    if lists_bodies(words):
        return CellForm.NAMES
    long = len(words) > _SHORT or _SENTENCE.search(words) is not None
    listed = "。" not in words and all(len(piece) <= _FEW for piece in names_in(words))
    long = long and not listed  # 药政处，人事处
    return CellForm.SENTENCE if long else CellForm.SHORT
