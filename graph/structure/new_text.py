"""The words that a decision gives to an article of another document: quoted, and not its own.

Forms read::

    将第三条修改为：“市县人民政府应当每年报送。”        one paragraph
    增加一条，作为第八条：“第八条 … ⏎“（一）… ⏎“（二）…。”   several, each opened anew
    第九条修改为:"第九条 …。"                          straight marks
    第九条修改为：⏎采砂应当持证。⏎二、删去第十条。         no marks, or the closing one is lost

What a text quotes elsewhere (“放管服”改革) is its own wording.
"""

from __future__ import annotations

import re

from graph.grammar.instructions import bare_new_words, next_instruction

_AMENDS = re.compile(
    r"作出?(?:如下|以下|相应)*修[改正订]|做出?(?:如下|以下|相应)*修[改正订]"
    r"|进行(?:如下|以下|相应)*修[改正订]|予以修改|修[改正订]如下|决定[^。\n]{0,20}修[改正订]"
    r"|关于修[改正订][^。\n]{2,60}决定"
)
_OPENING = re.compile(
    r"(?:修改为|改为|修订为|调整为|表述为|增加|增设|新增|作为|补充|规定)"
    r"[^。；：“”\n]{0,40}：\s?(?P<mark>[“\"])"
)
_MARKS = re.compile(r"[“”]")
_LONGEST = 6000  # characters of one new article
_DEEPEST = 5  # quotations within each other; more are opened and never closed


def new_text(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches of quoted new text between the offsets, marks included."""
    if not _AMENDS.search(text, start, end):
        return []
    found = bare_new_words(text, start, end)
    at = start
    while opening := _OPENING.search(text, at, end):
        begins = opening.start("mark")
        stop = _closing(text, begins, min(end, begins + _LONGEST))
        if stop:
            found.append((begins, stop))
        at = stop or opening.end()
    return sorted(found)


def _closing(text: str, start: int, end: int) -> int:
    """Return where the quotation that opens at ``start`` ends, or 0 if nothing closes it.

    It ends where the next instruction begins if its closing mark is lost.
    """
    closed = _partner(text, start, end)
    follows = next_instruction(text, start, closed or end)
    if not follows:
        return closed
    return start + len(text[start:follows].rstrip())


def _partner(text: str, start: int, end: int) -> int:
    """Return the end of the mark that closes a quotation, or 0.

    A paragraph within it may open anew, and words within it may be quoted.
    """
    if text[start] != "“":
        stop = re.compile(r"\"(?=[。；，、\n）]|$)").search(text, start + 1, end)
        return stop.end() if stop else 0
    depth = 0
    for mark in _MARKS.finditer(text, start, end):
        if mark.group() == "”":
            depth -= 1
        elif not depth or text[mark.start() - 1] != "\n":
            depth += 1
        if not depth:
            return mark.end()
        if depth > _DEEPEST:
            break
    return 0
