"""What stands before the text of a document, and where that text begins.

The text begins behind the address of a letter or, without one, with the first words behind the
title that say something: a sentence, a numbered unit. Menus, tables of fields, numbers, marks and
notes say nothing of the kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.grammar.document_numbers import find_numbers
from graph.grammar.enactment import find_acts, note_end
from graph.grammar.numbering import LABEL_AT_START, QUESTION
from graph.structure.field_heads import field_head
from graph.structure.fields import glued_label, run_in, states_fields
from graph.structure.lines import Line, addressed, is_date, is_remark, salutation
from graph.structure.page_furniture import is_furniture
from graph.structure.run_in_head import head_parts, page_words
from graph.structure.titles import OPENING, is_note, is_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEAD_LINES = 250  # a page's navigation and metadata are shorter than this
_PARAGRAPH = 90  # a line this long is text
_CLAUSE = 40  # a line this long with a comma is a sentence, though its full stop is on the next
_SAYS = re.compile(r"[。；]")
_SHORTEST_LEAD = 12  # characters of a sentence that leads in to a list: …作如下修改：
_MARKS = re.compile(r"[，。；：]")  # a long line without any is a menu
_LINKS = re.compile(r"[-·*•\d. ]*(?:〔[^〔〕]*〕（[^ ]*）[ |·]*)+")
_UNIT = re.compile(r" (?=第一[编章条] |第一条|目 ?录 )")
_TITLE = 200  # characters of a title, and what may stand on its line before the rest
_NOTES = 3000  # characters of the notes of a law amended many times
_BRACKETED = re.compile(r"[（〔【][^（）〔〕]*[）〕】]")
_GLUED_ADDRESS = re.compile(
    r"的(?:通知|意见|决定|函|通报|批复|公告|通告)(?:（[^（）]{1,24}）)?(?=各)"
)
# What a page sets between a title and the address line: 2016-10-05 15：09 【字体： 大 中 小】 打印
_DAY_OR_HOUR = re.compile(
    r"\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?|\d{1,2}：\d{2}(?:：\d{2})?|[【〔]?字体：|[】〕]"
)
# What a page printed once more on the line: - 某府〔2010〕24号 ━━━ 关于印发…的通知 各市人民政府：
_BEFORE_ADDRESS = re.compile(
    r".*(?:〕\d{1,5}号|━|的(?:通知|意见|函|决定|公告|通告|批复|通报))[ ]+(?=[^ ])"
)
_NUMBER_BEHIND = re.compile(r"（[^（）]{2,24}号）$")
_STATE = "中华人民共和国"
_DASH = re.compile(r"[ ]*(?:[—-]{1,2}|：)[ ]*(?=[《\u4e00-\u9fff])")  # 财政部令第64号——甲办法
_RED_HEAD = re.compile(r"文件[ ]*$|^[ ]*(?:特急|加急|明电|急件|平急|[·★ ])+$")


@dataclass(frozen=True, slots=True)
class Front:
    """The lines before a text, where the text begins at the latest, and the address line.

    ``parted`` are all lines, those before the text parted where several things stand on one.
    ``end`` is -1 where nothing tells: no address, no numbered unit, no long line.
    """

    lines: Sequence[Line]
    end: int
    parted: Sequence[Line]
    address: tuple[int, int] | None = None


def front_of(lines: Sequence[Line], text: str, known: frozenset[str]) -> Front:
    """Return what stands before a text.

    A letter is addressed before anything in it is numbered: no line with a label, and none behind
    one, is an address (第二条 …应当通知有关部门：), unless it is an entry of a table of contents.
    """
    parted = [part for line in lines[:_HEAD_LINES] for part in _parted(line, text, known)]
    head = [*parted, *lines[_HEAD_LINES:]]
    titled = False
    for index, line in enumerate(head[:_HEAD_LINES]):
        label = LABEL_AT_START.match(line.text)
        if label and not _recurs(line.text[label.end() :], head[index + 1 :]):
            break
        address = 0 if label else salutation(line.text) or (titled and addressed(line.text))
        titled = is_title(line.text) or (titled and _is_beside(line, text, known))
        if address:
            before = _BEFORE_ADDRESS.match(line.text, 0, address)
            begin = line.start + (before.end() if before else 0)
            return Front(head[:index], line.start + address, head, (begin, line.start + address))
    for index, line in enumerate(head[:_HEAD_LINES]):
        begins = bool(LABEL_AT_START.match(line.text) or QUESTION.match(line.text))
        long = len(line.text) > _PARAGRAPH and _MARKS.search(line.text) is not None
        if begins or (long and not _is_formal(line)):
            return Front(head[:index], line.start, head)
    return Front(head[:_HEAD_LINES], -1, head)


def text_start(front: Front, behind: int) -> int:
    """Return where the text begins, given where the title ends, or what else stands before it."""
    if front.address:
        return front.end
    for line in front.lines:
        if line.start >= behind and says_something(line):
            return line.start
    return front.end if front.end >= 0 else behind


def says_something(line: Line) -> bool:
    """Tell whether a line before the first numbered unit is a sentence of the text."""
    if _is_formal(line) or _BRACKETED.fullmatch(line.text) or " | " in line.text:
        return False
    if OPENING.match(line.text) or _SAYS.search(line.text):
        return True
    if line.text.endswith("："):
        return len(line.text) >= _SHORTEST_LEAD or "《" in line.text
    return len(line.text) >= _CLAUSE and "，" in line.text


def _is_beside(line: Line, text: str, known: frozenset[str]) -> bool:
    """Whether a line behind a title tells of the document, and is not yet the letter."""
    if is_furniture(line.text) or is_date(line.text.strip("（） ")) or is_remark(line.text):
        return True
    if states_fields(line.text) or _DAY_OR_HOUR.fullmatch(line.text):
        return True
    number = next(find_numbers(text, line.start, line.end, known), None)
    return number is not None and len(line.text) <= number.end - number.start + len("（）")


def _is_formal(line: Line) -> bool:
    return (
        is_title(line.text)
        or is_note(line.text)
        or states_fields(line.text)
        or _LINKS.fullmatch(line.text) is not None
    )


def _recurs(heading: str, lines: Sequence[Line]) -> bool:
    """Whether what an entry of a table of contents names stands below as a heading."""
    return len(heading) <= _PARAGRAPH and any(line.text.endswith(heading) for line in lines)


def _parted(line: Line, text: str, known: frozenset[str]) -> Iterator[Line]:
    """Part a line in which title, number, note and address stand without anything between them."""
    head = list(field_head(text, line.start, line.end, known))
    head = head or list(head_parts(text, line.start, line.end, known))
    yield from head or _parted_by_marks(line, text, known)
    if head:
        yield from _rest(line, text, _behind_blanks(text, head[-1].end, line.end))


def _parted_by_marks(line: Line, text: str, known: frozenset[str]) -> Iterator[Line]:
    """Part a line at its labels, its words of the page, its number, note and address."""
    at = line.start
    marked = "：" in line.text  # what fields and addresses are not without
    glued = glued_label().search(text, at, min(line.end, at + _TITLE)) if marked else None
    if glued:  # …的通知发文机构：
        yield Line(text[at : glued.start()], at, glued.start())
        at = glued.start()
    for first, last in run_in(text, at, line.end):
        yield Line(text[first:last], first, last)
        at = last
    for word in page_words(text, at, line.end) if marked else ():
        yield word
        at = word.end
    at = _behind_blanks(text, at, line.end)
    for take in (_numbers, _title_and_note, _run_in, _title_and_address):
        for part in take(text, at, line.end, known):
            yield part
            at = part.end
        at = _behind_blanks(text, at, line.end)
        dash = _DASH.match(text, at, line.end) if take is _numbers and at > line.start else None
        at = dash.end() if dash else at
    yield from _rest(line, text, at)


def _behind_blanks(text: str, at: int, end: int) -> int:
    while at < end and text[at] == " ":
        at += 1
    return at


def _rest(line: Line, text: str, at: int) -> Iterator[Line]:
    """Yield what is left of a line, if anything is."""
    if at < line.end:
        yield Line(text[at : line.end], at, line.end)


def _numbers(text: str, start: int, end: int, known: frozenset[str]) -> Iterator[Line]:
    """Yield the numbers of the document at the head of a line, and the title before one."""
    at = start
    for number in find_numbers(text, start, min(end, start + _TITLE), known):
        before, behind = text[at : number.start], text[number.end : number.end + 1]
        if before == _STATE:  # 中华人民共和国财政部令第64号
            before = ""
        glued = is_title(before.replace(" ", "")) or (
            "（" not in before and bool(_RED_HEAD.search(before))
        )
        glued = glued or (not before.strip() and behind not in "）)")
        if not glued or text[: number.start].endswith(("（", "《")):
            return
        first = number.start if before.strip() else at
        if before.strip():
            yield Line(before, at, first)
        yield Line(text[first : number.end], first, number.end)
        at = number.end


def _title_and_note(text: str, start: int, end: int, _known: frozenset[str]) -> Iterator[Line]:
    """Yield the title before a note in brackets that ends the line."""
    at = text.find("（", start + 1, min(end, start + _TITLE))
    while at > 0:
        if is_title(text[start:at].replace(" ", "")) and note_end(text, at, end) == end:
            yield Line(text[start:at], start, at)
            return
        at = text.find("（", at + 1, min(end, start + _TITLE))


def _title_and_address(text: str, start: int, end: int, _known: frozenset[str]) -> Iterator[Line]:
    """Yield the title that a blank, or nothing, parts from the address line: …的通知各区政府：."""
    blank = text.rfind(" ", start, min(end, start + _TITLE))
    while blank > start:
        if salutation(text[blank + 1 : end]) and (stop := _title_before(text, start, blank)):
            yield Line(text[start:stop], start, stop)
            if stop < blank:
                yield Line(text[stop + 1 : blank], stop + 1, blank)
            return
        blank = text.rfind(" ", start, blank)
    addressed_behind = text.find("：", start, end) >= 0
    stop = min(end, start + _TITLE) if addressed_behind else start
    for glued in _GLUED_ADDRESS.finditer(text, start, stop):
        at = glued.end()
        if is_title(text[start:at].replace(" ", "")) and salutation(text[at:end]):
            yield Line(text[start:at], start, at)
            return


def _title_before(text: str, start: int, end: int) -> int:
    """Return where a title ends that only words of the page part from ``end``, or 0."""
    while end > start:
        if is_title(_NUMBER_BEHIND.sub("", text[start:end].replace(" ", ""))):
            return end
        blank = text.rfind(" ", start, end)
        word = text[blank + 1 : end]
        if blank < 0 or (word and not is_furniture(word) and not _DAY_OR_HOUR.fullmatch(word)):
            return 0
        end = blank
    return 0


def _run_in(text: str, start: int, end: int, _known: frozenset[str]) -> list[Line]:
    """Return the title and the notes that a text on one line begins with, before its first unit.

    湖泊条例 2016年1月20日某市人大第六次会议通过 第一章 总则 第一条 为了保护湖泊…
    """
    blank = text.find(" ", start, min(end, start + _TITLE))
    while blank > 0:
        if is_title(text[start:blank].replace(" ", "")):
            title = Line(text[start:blank], start, blank)
            if _UNIT.match(text, blank):
                return [title]
            first = blank + 1 + text.startswith("（", blank + 1)
            acts = list(find_acts(text, first, min(end, blank + _NOTES)))
            if acts:
                stop = acts[-1].end
                stop += text.startswith("）", stop)
                return [title, Line(text[blank + 1 : stop], blank + 1, stop)]
        blank = text.find(" ", blank + 1, min(end, start + _TITLE))
    return []
