"""The head of a letter in which nothing parts what a reader sees set apart: a page read by machine.

What stands first is told by its own form, a stroke where the next thing begins::

    某省财政厅文件|某财会〔2021〕13号|某省财政厅关于做好…的通知|各市财政局、省直各部门：|为提高…
    特急·明电|某办发电〔2022〕20号|某机发454号|中共某省委办公厅关于召开…的通知|各市党委：
    某省档案局|某省档案局 某省档案馆关于开展…的通知|各市档案局：       a red head, and the title
    关于同意…的批复|国函〔1995〕103号|某省人民政府：|《…请示》收悉     the number behind the title
    当前位置： 首页 文件|某局关于…的通知|时间：2023-06-22 微信|各村： what a page sets beside
    某局关于…的通知|时间：2023-06-22|某局关于…的通知|各村：          and the title once more
    关于…方案设计讨论会纪要|2022年7月21日，某局召开…               a title, and a sentence

A title that a sentence goes on with (《…的通知》要求各部门：) heads nothing.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.dates import DATE
from graph.grammar.document_numbers import find_numbers
from graph.grammar.ideographs import HAN
from graph.structure.fields import states_fields
from graph.structure.issuing_bodies import is_issuer
from graph.structure.lines import Line, addressed, salutation
from graph.structure.page_furniture import is_furniture
from graph.structure.titles import ABOUT, is_title, issuer_of_title
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

_RED_HEAD = 120  # characters before the number
_TITLE = 240
_WORD = re.compile(r"[^ ]+")
_LETTER = re.compile(r"的[^的]{0,4}(?:通知|函|批复|意见|决定|通报|公告|通告|请示|报告|答复)")
_SIGN = re.compile(r"[〔（](?:19|20)\d{2}[〕）][ ]?(?:第[ ]?)?\d{1,5}[ ]?号(?![）》])")
_SERIAL_OF_TELEGRAM = re.compile(rf"[{HAN}]{{2,6}}\d{{1,6}}号")
_TWICE = re.compile(rf"(?P<name>[{HAN}]{{4,40}})(?=(?P=name))")
_SAYS = re.compile(r"[，。；：《》（]")
_LONGEST_FIELD = 40  # characters: 来源：某市人民政府办公室
_NUMBER_AT_END = 60  # characters of a number behind the title
_ADDITION = re.compile(r"（[^（）]{1,24}）")
_GOES_ON = re.compile(r"要求|指出|明确|强调|提出|规定|精神|如下|全文|的|》|，|、|和|及")
_SENTENCE_BEGINS = re.compile(
    rf"(?:为[了贯认进加切深全规保促推做]|根据|按照|依据|近年来|{DATE.pattern}，)", re.VERBOSE
)
_PLACE_ON_PAGE = re.compile(r"(?:您)?(?:当前|现在|所在)?(?:的)?位置[ ]?：")
_HOUR_OR_DAY = re.compile(r"\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?|\d{1,2}：\d{2}(?:：\d{2})?")


def head_parts(text: str, start: int, end: int, known: frozenset[str]) -> Iterator[Line]:
    """Yield what stands before the text on a line that holds the head of a letter.

    >>> line = "某省财政厅文件某财会〔2021〕13号某省财政厅关于做好教育工作的通知各市财政局：为提高"
    >>> [part.text for part in head_parts(line, 0, len(line), frozenset())]
    ['某省财政厅文件', '某财会〔2021〕13号', '某省财政厅关于做好教育工作的通知', '各市财政局：']
    """
    if not ABOUT.search(text, start, min(end, start + _RED_HEAD + _TITLE)):
        return
    before = list(_before_title(text, start, end, known))
    at = _blank(text, before[-1].end if before else start, end)
    for stop in _title_ends(text, at, end):
        behind = _behind_title(text, at, stop, end, known)
        if behind is None or not (behind or before or text[stop:end].strip()):
            continue
        yield from before
        yield _line(text, at, stop)
        yield from behind
        return


def _line(text: str, start: int, end: int) -> Line:
    return Line(text[start:end], start, end)


def _blank(text: str, at: int, end: int) -> int:
    while at < end and text[at] == " ":
        at += 1
    return at


def _before_title(text: str, start: int, end: int, known: frozenset[str]) -> Iterator[Line]:
    """Yield the words of the page, the red head and the numbers that stand before a title."""
    at = start
    if _PLACE_ON_PAGE.match(text, start, end):
        at = _behind_place(text, start, end)
        if at == start:
            return
        yield _line(text, start, at)
        at = _blank(text, at, end)
    sign = _SIGN.search(text, at, min(end, at + _RED_HEAD))
    if sign and not ABOUT.search(text, at, sign.start()) and not _says(text, at, sign.start()):
        numbers = list(find_numbers(text, at, sign.end(), known))
        number = numbers[-1] if numbers and numbers[-1].end == sign.end() else None
        first = number.start if number else sign.end()
        if first > at:
            yield _line(text, at, first)
        if number:
            yield _line(text, number.start, number.end)
        at = sign.end()
        if telegram := _SERIAL_OF_TELEGRAM.match(text, at, end):
            yield _line(text, *telegram.span())
            at = telegram.end()
    twice = _TWICE.match(text, at, end)
    if twice and is_issuer(twice["name"]):
        yield _line(text, *twice.span())


def _says(text: str, start: int, end: int) -> bool:
    """Whether words before a number say something, and are no red head: 根据《A法》（…."""
    return any(match.group() != "（" for match in _SAYS.finditer(text, start, end))


def _behind_place(text: str, start: int, end: int) -> int:
    """Return where the path of a page ends (当前位置： 首页 文件): before what names an issuer."""
    for word in _WORD.finditer(text, start, min(end, start + _RED_HEAD)):
        words = word.group()
        if is_issuer(words) or issuer_of_title().match(words) or ABOUT.match(words):
            return word.start()
    return start


def page_words(text: str, start: int, end: int) -> Iterator[Line]:
    """Yield what a page sets before the address on its line: 时间：2023-06-22 微信 各村：."""
    found: list[Line] = []
    at = start
    while piece := _of_page(text, at, end):
        found.append(_line(text, at, piece))
        at = _blank(text, piece, end)
    if found and (salutation(text[at:end]) or addressed(text[at:end])):
        yield from found


@cache
def _kind() -> re.Pattern[str]:
    """Return the pattern of the kinds of documents, which the end of a line may break: 通 知."""
    kinds = sorted(lexicon.written("document-kinds"), key=len, reverse=True)
    return re.compile("|".join("[ ]?".join(map(re.escape, kind)) for kind in kinds))


def _title_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a title can end that begins at ``start``, the nearest first."""
    issuer = issuer_of_title().match(text, start, end)
    first = issuer.end("issuer") if issuer else start
    if not issuer and not ABOUT.match(text, start, end) and text[start : start + 1] != "《":
        return
    for kind in _kind().finditer(text, first, min(end, start + _TITLE)):
        words = text[start : kind.end()]
        closed = all(words.count(a) == words.count(b) for a, b in ("《》", "（）", "〈〉"))
        if closed and is_title(words.replace(" ", "")) and "。" not in words:
            addition = _ADDITION.match(text, kind.end(), end)
            yield addition.end() if addition else kind.end()


def _behind_title(
    text: str, start: int, at: int, end: int, known: frozenset[str]
) -> list[Line] | None:
    """Return what stands behind a title before the text; None where no title ends there."""
    found: list[Line] = []
    title = text[start:at]
    at = _blank(text, at, end)
    if at == end:
        return []
    if _GOES_ON.match(text, at, end):
        return None
    for number in find_numbers(text, at, min(end, at + _NUMBER_AT_END), known):
        if number.start != at:
            break
        found.append(_line(text, number.start, number.end))
        at = _blank(text, number.end, end)
    while piece := _of_page(text, at, end) or (text.startswith(title, at, end) and at + len(title)):
        found.append(_line(text, at, piece))  # what the page sets there, and the title once more
        at = _blank(text, piece, end)
    rest = text[at:end]
    stop = salutation(rest) or addressed(rest)
    if stop and not _LETTER.search("".join(rest[:stop].split())) and rest[0] not in "”》）（〔":
        return [*found, _line(text, at, at + stop)]
    return found if at == end or _SENTENCE_BEGINS.match(text, at, end) else None


def _of_page(text: str, at: int, end: int) -> int:
    """Return where a word of the page ends that stands at ``at``, or 0: 时间：2023-06-22, 微信."""
    blank = text.find(" ", at, end)
    stop = end if blank < 0 else blank
    word = text[at:stop]
    of_page = is_furniture(word) or _HOUR_OR_DAY.fullmatch(word) or _is_field(word)
    return stop if word and of_page else 0


def _is_field(word: str) -> bool:
    return len(word) <= _LONGEST_FIELD and states_fields(word)
