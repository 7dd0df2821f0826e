"""Mend the breaks that a page, not a writer, put into a sentence.

A line goes on in the next one when its bracket or quotation stands open, or when it has begun a
sentence and not ended it. A heading, a signature, a title and a table cell stay by themselves.
"""

from __future__ import annotations

import re
from array import array

from graph.grammar.numbering import LABEL_AT_START
from graph.model import FoldedText
from graph.normalise.widths import GAP

_PAGE_NUMBER = re.compile(
    r"""
      [-—=·]+\s*\d{1,4}\s*[-—=·]+              # - 1 -   —4—
    | 第\s*\d{1,4}\s*页(?:.{0,4}共\s*\d{1,4}\s*页)?
    | [Pp]age\s*\d{1,4}
    """,
    re.VERBOSE,
)
_COMPLETE = re.compile(r"[。！？；：.!?…”’》〉〕]$|[。！？；]）$")
_STARTS_ANEW = re.compile(r"—{2}|附\s*件|抄送|附表|责任单位|牵头单位|责任部门|牵头部门")
_YEAR = re.compile(r"(?:19|20)\d{2}|[一二][九〇][〇一二三四五六七八九]{2}")  # 二〇一二 / 年五月
_SENTENCE = re.compile(r"[，。；]")
_SENTENCE_GAP = re.compile(r"(?<=[。：；！？）]) (?=\S)")
_WHOLE_DOCUMENT = 600  # characters on one line; the longest paragraph met has 1,500, without gaps
_LONG_LINE = 24  # characters; a shorter line without a full stop is a heading, a cell or a name


def _open_brackets(line: str) -> int:
    """Return how many brackets and quotations of ``line`` stand open at its end."""
    depth = 0
    for character in line:
        if character in "（《〈〔“":
            depth += 1
        elif character in "）》〉〕”" and depth:
            depth -= 1
    return depth


def goes_on(line: str, following: str) -> bool:
    """Tell whether ``following`` continues the sentence of ``line``.

    >>> goes_on("对我市现行户口迁移政策进行全面清理，对城镇常住人口进行全面", "清理，坚决取消。")
    True
    >>> goes_on("（市人社局、民政局按职责分工负", "责）")
    True
    >>> goes_on("一、总体要求", "以习近平新时代中国特色社会主义思想为指导，")
    False
    """
    if not following or _COMPLETE.search(line) or "\t" in line:
        return False
    if following[0] == "年" and _YEAR.fullmatch(line):
        return True
    if LABEL_AT_START.match(following) or _STARTS_ANEW.match(following):
        return False
    if _open_brackets(line):
        return any(mark in following for mark in "）》〉〕”")
    if line.endswith("）"):
        return False
    return len(line) >= _LONG_LINE and _SENTENCE.search(line) is not None


def is_page_number(line: str) -> bool:
    """Tell whether a line is the number of a printed page and nothing else.

    >>> is_page_number("— 12 —"), is_page_number("12")
    (True, False)
    """
    return _PAGE_NUMBER.fullmatch(line) is not None


def _with_lost_breaks(text: str) -> str:
    """Return ``text`` with a line end for each gap that stands for one, character for character.

    Where a whole document stands on one line, its paragraphs are told by gaps; on lines of ordinary
    length a gap only spaces a heading (第一章　　总则).
    """
    return "\n".join(
        _SENTENCE_GAP.sub("\n", line).replace(GAP, "\n")
        if len(line) > _WHOLE_DOCUMENT
        else line.replace(GAP, " ")
        for line in text.split("\n")
    )


def mend(folded: FoldedText) -> FoldedText:
    """Return ``folded`` without page numbers and without the line ends inside sentences."""
    text = _with_lost_breaks(folded.text)
    parts: list[str] = []
    origin = array("L")
    previous = ""
    at = 0
    for whole in text.split("\n"):
        line = whole.strip()
        start = at + len(whole) - len(whole.lstrip())
        end = start + len(line)
        at += len(whole) + 1
        if not line or is_page_number(line):
            continue
        if parts and not goes_on(previous, line):
            parts.append("\n")
            origin.append(folded.origin[max(start - 1, 0)])
            previous = line
        else:
            previous = (previous + line)[-400:]
        parts.append(line)
        origin.extend(folded.origin[start:end])
    return FoldedText("".join(parts), origin)
