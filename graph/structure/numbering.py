"""Which labels in a text number its provisions, and which only look like it.

A label at the start of a line counts. One inside a line (whole documents come without line ends)
counts when it carries on a series, or begins one that goes on::

    …方案如下。一、总体要求。以人为本。二、主要目标。加快进程。      behind a sentence
    二、完善机制，压实责任（一）集中治理。全部完成。（二）合力攻坚。  behind a heading
    （市金融局牵头）具体措施：1.优化流程。                     alone, where a colon announces it
    …10.强化就业。11。强化生态。12.加强管理。                 with another mark, inside a series
    1.总则1.1编制目的为了应急。1.2适用范围本省。                decimals, below what they repeat
    …会议通过 第一章 总则 第一条 为了…                        a part's name and what it opens

Not labels: 第（二）项, 一、二两点, 3.5万, 见附件1, 符合（一）（三）条件的, and what stands in a
stretch that numbers nothing (a list of contents or attachments, quoted new text).
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

from graph.model import ProvisionKind as Kind
from graph.normalise.cuts import ends_a_name
from graph.normalise.glued_headings import ends_a_heading
from graph.structure.series import Candidates, Series, parent_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.grammar.numbering import Label

# or behind the end of a number that is masked, or of a time: 1866371XXXX3.参会, 至6：00二、施工
_AFTER_SENTENCE = re.compile(r"[。！？；：）”〕 \tX]$|\d：\d\d$")
_BEFORE_LABEL = 4  # characters that tell
_SENTENCE_END = re.compile(r"[。！？；）]$")
_ANNOUNCED = re.compile(r"[\u4e00-\u9fff”）]：$")
_NOT_ANNOUNCED = re.compile(r"(?:注|附|附件|附表|附录|备注|说明)：$")
_NO_HEADING = re.compile(r"[。；！？，]")
_NO_LONG_HEADING = re.compile(r"[。；！？：]")
# 符合（一）条件的, 第二款（二）、（三）: the words before a label that is only referred to
_REFERS = re.compile(
    r"(?:第(?:[一二三四五六七八九十\d]{1,4}[条款项])?|按照|依照|符合|属于|前述|上述|所列|[、，和或])$"
)
# 删去第十条, 违反第三条: an article that a sentence is about
_ABOUT = re.compile(r"(?:将|对|删[去除]|废止|修[改正订]|增加|违反|根据|依据|依照|按照|适用)$")
_LONGEST_HEADING = 45
_LONGEST_WITH_COMMA = 60  # a heading of two or three clauses: 完善机制，压实责任
_PARTS = (Kind.BOOK, Kind.SUBBOOK, Kind.CHAPTER, Kind.SECTION)
_HEADED = (Kind.LEVEL1, Kind.LEVEL2, Kind.LEVEL3)
_LONGEST_ANSWER = 90  # characters of a label and its bodies
_WHO_ANSWERS = re.compile(r"(?:单位|部门|机关)：(?P<names>[^。；：，\n]{2,80})$")
_BARE_NUMBERS = (Kind.LEVEL3, Kind.LEVEL4, Kind.LEVEL5, Kind.DECIMAL)
_MOST_BEHIND = 9
_SKIPPED = 2  # one number is missing: 2. behind which 4. comes


class _Position(Enum):
    """Where a label stands."""

    LINE = auto()  # begins a line, or follows at once on a label of another kind
    SENTENCE = auto()  # behind a mark that ends something
    WORDS = auto()  # behind words


def number(
    text: str, start: int, end: int, unnumbered: Sequence[tuple[int, int]] = ()
) -> list[tuple[Label, tuple[Label, ...]]]:
    """Return the labels that number provisions between the offsets, each with those above it.

    ``unnumbered`` are stretches, in their order, whose labels number nothing.
    """
    candidates = Candidates(text, start, end, unnumbered)
    series = Series(candidates)
    accepted: list[tuple[Label, tuple[Label, ...]]] = []
    for index, label in enumerate(candidates.labels):
        previous = accepted[-1][0] if accepted else None
        if _numbers(candidates, index, series, previous):
            above = tuple(series.enclosing(label))
            series.accept(label)
            accepted.append((label, above))
    return accepted


def _numbers(candidates: Candidates, index: int, series: Series, previous: Label | None) -> bool:
    label, text = candidates.labels[index], candidates.text
    after = previous.end if previous else candidates.start
    position = _position(candidates, label, previous)
    if label.slip:
        return _slip_numbers(candidates, index, series, position)
    if position is _Position.LINE:
        return _at_line_start(label, series)
    if label.kind is Kind.DECIMAL:
        return _decimal_goes_on(candidates, index, series, text[after : label.start])
    carries_on = series.follows(label) and (label.ordinal > 1 or candidates.goes_on(index))
    carries_on |= _opened(text, label, series) or _begins_alike(label, series, previous)
    if position is _Position.SENTENCE:
        if carries_on or _opens_articles(candidates, index, series):
            return label.kind is not Kind.LEVEL1 or not _in_an_item(text, label, series)
        return _announced(text, label, series) or _resumes(candidates, index, series)
    gap = text[after : label.start]
    heads = _heads(gap, label, previous) or (label.kind in _HEADED and _behind_names(gap))
    heads |= label.kind is Kind.LEVEL1 and _is_heading_line(candidates, index)
    return carries_on and not _is_cited(gap, label) and heads


def _position(candidates: Candidates, label: Label, previous: Label | None) -> _Position:
    text, start = candidates.text, candidates.start
    before = text[max(0, label.start - 1) : label.start]
    below = previous and label.start == previous.end and previous.kind is not label.kind
    if label.start in (0, start) or label.start in candidates.opened or before == "\n" or below:
        return _Position.LINE
    ended = _AFTER_SENTENCE.search(text[max(start, label.start - _BEFORE_LABEL) : label.start])
    return _Position.SENTENCE if ended else _Position.WORDS


def _at_line_start(label: Label, series: Series) -> bool:
    """Tell whether a label that starts a line counts: all do but a bare number out of line."""
    if label.kind in _BARE_NUMBERS:
        return label.ordinal == 1 or label.ordinal <= series.last_of(label) + _MOST_BEHIND
    return True


def _in_an_item(text: str, label: Label, series: Series) -> bool:
    """Whether a 一、 behind a colon only counts off within an item that is numbered itself."""
    return text[label.start - 1] == "：" and series.sibling(label) is not None


def _announced(text: str, label: Label, series: Series) -> bool:
    """Whether a colon announces a label that no second one follows (具体措施：1.优化流程)."""
    return (
        label.ordinal == 1
        and label.kind in (Kind.LEVEL2, Kind.LEVEL3, Kind.LEVEL4)
        and bool(series.stack)
        and series.sibling(label) is None
        and _ANNOUNCED.search(text[max(0, label.start - 2) : label.start]) is not None
        and not _NOT_ANNOUNCED.search(text[max(0, label.start - 4) : label.start])
    )


def _resumes(candidates: Candidates, index: int, series: Series) -> bool:
    """Whether a series goes on behind a number that is missing, or was printed once too often."""
    label = candidates.labels[index]
    sibling = series.sibling(label)
    if sibling is None or not _SENTENCE_END.search(candidates.text[label.start - 1]):
        return False
    if label.ordinal == sibling.ordinal:
        return candidates.next_ordinal(index) == label.ordinal + _SKIPPED
    return label.ordinal == sibling.ordinal + _SKIPPED and not candidates.stands_behind(index)


def _slip_numbers(candidates: Candidates, index: int, series: Series, position: _Position) -> bool:
    label = candidates.labels[index]
    sibling = series.sibling(label)
    if label.ordinal != (sibling.ordinal if sibling else series.last_of(label)) + 1:
        return False
    if position is _Position.LINE and sibling:
        return True
    return candidates.goes_on(index) and (position is _Position.LINE or sibling is not None)


def _decimal_goes_on(candidates: Candidates, index: int, series: Series, gap: str) -> bool:
    """Whether a decimal inside a line carries on: 1.1 behind the heading of 1, 1.2 behind 1.1."""
    label = candidates.labels[index]
    heading = len(gap) <= _LONGEST_HEADING and not _NO_HEADING.search(gap)
    if not heading and not _SENTENCE_END.search(gap.rstrip()):
        return False
    sibling = series.sibling(label)
    if sibling:
        return label.ordinal == sibling.ordinal + 1
    below = bool(series.stack) and series.stack[-1].printed == parent_number(label)
    return label.ordinal == 1 and below and (heading or candidates.goes_on(index))


def _is_heading_line(candidates: Candidates, index: int) -> bool:
    """Whether a 二、 and a heading end a line, below which units begin: …详见指标表二、重点任务."""
    label, text = candidates.labels[index], candidates.text
    following = candidates.labels[index + 1 : index + 2]
    stop = text.find("\n", label.end)
    words = text[label.end : stop]
    below = following and following[0].start == stop + 1 and following[0].kind is Kind.LEVEL2
    return bool(below) and len(words) <= _LONGEST_HEADING and ends_a_heading(words)


def _begins_alike(label: Label, series: Series, previous: Label | None) -> bool:
    """Whether a （一） follows on the label of a section, as one did in a section before it."""
    begins = label.kind is Kind.LEVEL2 and label.ordinal == 1 and series.last_of(label) > 0
    return begins and previous is not None and previous.kind is Kind.LEVEL1


def _behind_names(gap: str) -> bool:
    """Whether the words before a label end with who answers: 配合单位：市财政局二、要求."""
    field = _WHO_ANSWERS.search(gap, max(0, len(gap) - _LONGEST_ANSWER))
    return field is not None and ends_a_name(field["names"])


def _is_cited(gap: str, label: Label) -> bool:
    """Whether the words before a label say that it is one elsewhere."""
    about = label.kind is Kind.ARTICLE and _ABOUT.search(gap) is not None
    return about or _REFERS.search(gap) is not None


def _opens_articles(candidates: Candidates, index: int, series: Series) -> bool:
    """Whether a part's name alone stands between its label and what it holds (see the top)."""
    label, following = candidates.labels[index], candidates.labels[index + 1 : index + 2]
    if label.kind not in _PARTS or not following:
        return False
    sibling = series.sibling(label)
    if sibling and label.ordinal <= sibling.ordinal:
        return False
    below = (*_PARTS[_PARTS.index(label.kind) + 1 :], Kind.ARTICLE)
    name = candidates.text[label.end : following[0].start]
    return following[0].kind in below and _is_name(name)


def _opened(text: str, label: Label, series: Series) -> bool:
    """Whether an article stands below a part's name: it may be the 989th, or one be missing."""
    part = series.stack[-1] if series.stack else None
    if label.kind is not Kind.ARTICLE or part is None or part.kind not in _PARTS:
        return False
    return label.ordinal > series.last_of(label) and _is_name(text[part.end : label.start])


def _is_name(words: str) -> bool:
    return 1 < len(words.strip()) <= _LONGEST_HEADING and not _NO_LONG_HEADING.search(words)


def _heads(gap: str, label: Label, previous: Label | None) -> bool:
    """Whether the words between two labels are a heading, over which the second one stands."""
    if "\n" in gap:
        return False
    if label.kind is Kind.ARTICLE and previous and previous.kind not in (*_PARTS, Kind.LEVEL1):
        return False  # 第三条 仅以婚姻法第四条为依据
    if len(gap) <= _LONGEST_HEADING and not _NO_HEADING.search(gap):
        return True
    opens = previous is not None and previous.kind is not label.kind
    return opens and len(gap) <= _LONGEST_WITH_COMMA and not _NO_LONG_HEADING.search(gap)
