"""Lists of attachments and notes of tables: numbered, and no provisions.

Forms read::

    附件：1.申报指南⏎2.申报表           over several lines, before or behind the signature
    附件：1.申报指南 2.申报表            on one line, also in a text that lost its line ends
    附件：⏎1.申报指南⏎2.申报表          below the word
    附：登记表                           one, without a number
    附件：⏎一、甲表；⏎二、乙表。⏎某市人民政府⏎2020年5月25日   before the signature
    附件⏎1.申报指南⏎2.申报表⏎某市人民政府⏎2020年5月25日   without a colon, before the signature
    注：1.数据来自年报；2.含附属单位。     a note below a table, with what it numbers
    注：⏎1.数据来自年报。⏎2.含附属单位。   a line each

An annex begins with its title (附件⏎考核指标⏎1.水质达标。), and its numbers are provisions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.grammar.dates import DATE
from graph.grammar.numerals import parse_numeral
from graph.structure.lines import is_body_name, is_date

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEGINS = r"(?:(?<![^\n])|(?<=[。！；）\d .X]))"  # behind a masked number, too
_OPENING = re.compile(
    rf"(?=附){_BEGINS}附[ ]?[件表录]?[ ]?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})?[ ]?："
)
_WORD = re.compile(r"附(?<![^\n]附)[ ]?件[ ]?\n(?=[ ]?1[ ]?[.、])")
_NOTE = re.compile(rf"(?=[备附注]){_BEGINS}[备附]?注[ ]?：(?P<below>\n)?(?=[ ]?(?:1[.、）]|（1|①))")
_LONGEST_NAME = 80  # characters of an attachment's name
_NO_DIGIT = (
    r"(?:(?!\d)|(?=(?:19|20)\d{2}年))"  # 1.5 is no numeral, 1、2015年考试安排 begins with one
)
_NUMERAL = re.compile(
    rf"[ ]?(?:(?P<arabic>\d{{1,2}})[ ]?[.、）]{_NO_DIGIT}|（(?P<bracketed>\d{{1,2}})）"
    r"|(?P<circled>[①-⑳])|(?P<han>[一二三四五六七八九十]{1,3})、)"
)
_AS_BEFORE = 4  # characters by which a list that is given twice is told
_LONGEST_LEAD = 20  # characters before a colon that opens what a provision says
_OTHER = (  # what ends a name in a text that lost its line ends
    rf"\d{{1,2}}[.、]{_NO_DIGIT}|（[一二三四五六七八九十\d]{{1,3}}）|[一二三四五六七八九十]{{1,3}}、"
    r"|第.{1,4}[条章]"
    r"|附件|（此件|抄送"
)
_NAME = re.compile(rf"(?:（(?!此件)[^（）\n]{{0,300}}）|(?!{_OTHER})[^。；！？：\n])+")
_SENTENCES = re.compile(r"[^\n。；]+[。；]?")
_LINE = re.compile(r"[^\n]+")
_BETWEEN = re.compile(r"[。；，、 ]*\n?[ ]*")
_DATED = re.compile(rf"(?:{DATE.pattern})[ ]*\Z", DATE.flags)
_FIRST_CIRCLED = ord("①")
_HAN = "一二三四五六七八九十"


def attachment_lists(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches between the offsets that list attachments, in their order."""
    found = [
        (opening.start(), _list_end(text, opening.end(), end))
        for opening in _OPENING.finditer(text, start, end)
    ]
    for word in _WORD.finditer(text, start, end):
        stop = _numbered_end(text, word.end(), end, _NAME)
        if stop and _signs(text, stop, end):
            found.append((word.start(), stop))
    return list(_apart(iter(sorted(found))))


def _signs(text: str, at: int, end: int) -> bool:
    """Whether the next line is a signature: the name of a body over a day, or a day."""
    following = text[at:end].lstrip("\n").split("\n", 2)
    day = is_date(following[0]) or (len(following) > 1 and is_date(following[1]))
    return day and (is_date(following[0]) or is_body_name(following[0]))


def names(text: str, stretch: tuple[int, int]) -> list[str]:
    r"""Return the names in a list of attachments, without numbers and title marks.

    >>> names("附件：1.《申报指南》\n2.申报表（略）", (0, 21))
    ['申报指南', '申报表（略）']
    """
    opening = _OPENING.match(text, *stretch)
    listed = text[opening.end() if opening else stretch[0] : stretch[1]]
    step = 1 + _NUMERAL.groups
    entries = (entry for line in listed.split("\n") for entry in _NUMERAL.split(line)[::step])
    return [name for entry in entries if (name := entry.strip(" 。；、，《》"))]


def notes(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches between the offsets that are the numbered notes of a table."""
    found = (
        (
            opening.start(),
            _numbered_end(text, opening.end(), end, _LINE if opening["below"] else _SENTENCES),
        )
        for opening in _NOTE.finditer(text, start, end)
    )
    return list(_apart(found))


def _list_end(text: str, start: int, end: int) -> int:
    """Return where a list behind 附件： ends, or 0 where what follows is none."""
    begins = _BETWEEN.match(text, start, end)
    first = begins.end() if begins else start
    numbered = _numbered_end(text, first, end, _NAME)
    dated = numbered and _DATED.search(text, first, numbered)  # …方案 某司 二〇〇五年七月十一日
    if numbered and (text[first] not in _HAN or dated or _signs(text, numbered, end)):
        return numbered
    if numbered:  # 附件：⏎一、总体要求⏎…: what is attached begins
        return 0
    name = _NAME.match(text, start, end)
    if name is None or not name.group().strip() or len(name.group()) > _LONGEST_NAME:
        return 0
    return name.end() if text[name.end() : name.end() + 1] in ("", "\n", "。") else 0


def _numbered_end(text: str, start: int, end: int, entry: re.Pattern[str]) -> int:
    """Return where a run of 1. 2. 3. from ``start`` on ends, or 0 if there is none.

    A name may be set over two lines, and the list be given twice (with the links of the page).
    """
    at, stop, last, first = start, 0, 0, ""
    kind: str | None = None
    while (numeral := _NUMERAL.match(text, at, end)) and _value(numeral) in (1, last + 1):
        words = entry.match(text, numeral.end(), end)
        kind = kind or numeral.lastgroup
        if words is None or _value(numeral) == last or numeral.lastgroup != kind:
            break
        if _value(numeral) == 1:
            if first and words.group().strip()[:_AS_BEFORE] != first:
                break  # another list: 附件：1.甲表2.应急预案 1.总则2.组织体系
            first = words.group().strip()[:_AS_BEFORE]
        if entry is _NAME and not last and _leads(words, text):
            break
        last = _value(numeral)
        stop = min(words.end(), numeral.end() + _LONGEST_NAME) if entry is _NAME else words.end()
        if stop == words.end() and text[stop : stop + 1] in ("。", "；"):
            stop += 1
        between = _BETWEEN.match(text, stop, end)
        at = between.end() if between else stop
        following = _wrapped_end(text, at, end, last + 1)
        stop, at = (following, following + 1) if following else (stop, at)
    return stop


def _leads(words: re.Match[str], text: str) -> bool:
    """Whether words lead to more behind a colon, as a provision's may and no name's."""
    return text[words.end() : words.end() + 1] == "：" and len(words.group()) <= _LONGEST_LEAD


def _wrapped_end(text: str, start: int, end: int, ordinal: int) -> int:
    """Return where the rest of a name ends that goes on in the next line, before another name."""
    if text[start - 1 : start] != "\n" or _NUMERAL.match(text, start, end):
        return 0
    line_end = text.find("\n", start, end)
    following = _NUMERAL.match(text, line_end + 1, end) if line_end >= 0 else None
    if following is None or _value(following) != ordinal or line_end - start > _LONGEST_NAME:
        return 0
    return line_end


def _value(numeral: re.Match[str]) -> int:
    if numeral["han"]:
        return parse_numeral(numeral["han"])
    if numeral["circled"]:
        return ord(numeral["circled"]) - _FIRST_CIRCLED + 1
    return int(numeral["arabic"] or numeral["bracketed"])


def _apart(found: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches that were found and do not overlap one before them."""
    at = 0
    for start, end in found:
        if at <= start < end:
            yield start, end
            at = end
