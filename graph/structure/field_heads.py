"""The head of a page on one line in which its fields stand between its title and the text.

What each part is tells where it ends: a day ends the day of publication, a mark of a list of words
their list, and the title, the number or the address begins the letter itself. Forms read::

    某办关于…的通知|发布日期：2019-02-26|某办关于…的通知|某府办〔2019〕24号|各区县：
    转发省建设厅…的通知|发布日期：2009-09-15|某府办〔2002〕63号|━━━━|转发省建设厅…的通知|各市：
    六部门关于…的通知|发布日期：2022-03-14|甲部办公厅乙部办公厅关于…的通知|甲厅联〔2022〕7号|各省：
    关于…的通知|发文机构：某厅|发布时间：2018-05-22|发文字号：X〔2018〕5号|关键字：甲;乙|关于…的通知|各市：

A line without a title before its first field, or without anything behind its last one, is none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.dates import DATE
from graph.grammar.document_numbers import find_numbers
from graph.structure.lines import Line, addressed, salutation
from graph.structure.titles import ABOUT, find_title, is_title, issuer_of_title
from ontology import divisions, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

_TITLE = 240  # characters
_HEAD = 1600  # characters of a head with an address and a dozen fields
_NUMBER = 60
_WORD = 12  # characters of the last word of a list
_VALUE = 400  # characters of the longest value: an address of the web, a list of keywords
_STROKES = re.compile(r"[━─—=＝*_]{3,}")
_DAY = re.compile(
    r"[ ]*(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日)"
    r"(?:[ ]*\d{1,2}：\d{2}(?:：\d{2})?)?"
)
_ENDS_VALUE = re.compile(
    r"[。\n]|《|各(?=[市省县区州盟旗地级有相单部镇乡街])|为(?=[了贯进加深切做全推])"
)
_SIGN = re.compile(r"：[ ]?(?P<number>[^：]{2,24}(?:[〔（]\d{4}[〕）]|令(?:\d{4}年)?第)\d{1,5}号)$")
_BEGINS_TEXT = re.compile(
    rf"《|(?:为[了贯认进加切深全规保促推做]|根据|按照|依据|近年来|现将|{DATE.pattern}，)",
    re.VERBOSE,
)


def field_head(text: str, start: int, end: int, known: frozenset[str]) -> Iterator[Line]:
    """Yield the parts of a line that begins with a title and the fields of its page.

    >>> line = "某办关于做好工作的通知发布日期：2019-02-26某府办〔2019〕24号各区县人民政府："
    >>> [part.text for part in field_head(line, 0, len(line), frozenset())][:3]
    ['某办关于做好工作的通知', '发布日期：2019-02-26', '某府办〔2019〕24号']
    """
    label = _label().search(text, start, min(end, start + _TITLE))
    stop = start + len(text[start : label.start()].rstrip()) if label else start
    title = find_title([Line(text[start:stop], start, stop)]) if label else None
    if title is None or title[1] != start or (title[2] < stop and " " in text[stop : stop + 1]):
        return
    found = [Line(text[start : title[2]], start, title[2])]
    if title[2] < stop:  # （某府办〔2019〕24号）
        found.append(Line(text[title[2] : stop], title[2], stop))
    at = stop
    while part := _next(text, at, min(end, start + _HEAD), found, known):
        found.append(part)
        at = part.end
        if part.text.endswith("："):
            break
    fields = sum(_label().match(part.text) is not None for part in found)
    if fields and (found[-1].text.endswith("：") or at == end or _goes_on(text, at, end, found)):
        yield from found


def _goes_on(text: str, at: int, end: int, found: list[Line]) -> bool:
    """Whether the text itself follows, or a title or number showed that the fields are over."""
    return _BEGINS_TEXT.match(text, at, end) is not None or _label().match(found[-1].text) is None


@cache
def _label(shortest: int = 3) -> re.Pattern[str]:
    """Return the pattern of the name of a field with its colon, wherever it stands.

    A name of two characters (来源) is one only where another part of the head has ended.
    """
    words = {word for word in lexicon.scheme("head-fields") if len(word) >= shortest}
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest))})[ ]?：")


def _next(text: str, at: int, end: int, found: list[Line], known: frozenset[str]) -> Line | None:
    """Return what stands at an offset: a field, a stroke, a title, a number or the address."""
    while at < end and text[at] == " ":
        at += 1
    stop = 0
    if label := _label(shortest=2).match(text, at, end):
        stop = _end_of_value(text, label.end(), end, found, known)
    elif stroke := _STROKES.match(text, at, end):
        stop = stroke.end()
    elif text.startswith(found[0].text, at, end):
        stop = at + len(found[0].text)
    stop = stop or _number_end(text, at, end, known) or _title_end(text, at, end, known)
    stop = stop or at + (salutation(text[at:end]) or addressed(text[at:end]))
    return Line(text[at:stop], at, stop) if stop > at else None


def _number_end(text: str, at: int, end: int, known: frozenset[str]) -> int:
    """Return where a number ends that begins at an offset, in brackets or without, or 0."""
    number = next(iter(find_numbers(text, at, min(end, at + _NUMBER), known)), None)
    opened = text.startswith("（", at)
    if number is None or number.start != at + opened:
        return 0
    return number.end + (opened and text.startswith("）", number.end))


def _title_end(text: str, at: int, end: int, known: frozenset[str]) -> int:
    """Return where another title ends that begins at an offset and stands before the letter."""
    issuer = issuer_of_title().match(text, at, min(end, at + _TITLE))
    if not issuer and not ABOUT.match(text, at, end):
        return 0
    for kind in _kind().finditer(text, issuer.end() if issuer else at, min(end, at + _TITLE)):
        stop = kind.end()
        if not is_title(text[at:stop].replace(" ", "")):
            continue
        if _number_end(text, stop, end, known) or salutation(text[stop:end]):
            return stop
    return 0


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(lexicon.alternatives("document-kinds"))


def _end_of_value(text: str, at: int, end: int, found: list[Line], known: frozenset[str]) -> int:
    """Return where the value of a field ends: behind its day, or where the next part begins."""
    if day := _DAY.match(text, at, end):
        return day.end()
    end = min(end, at + _VALUE)
    number = next(iter(find_numbers(text, at, min(end, at + _NUMBER), known)), None)
    if number and number.start <= at + 1:
        return number.end
    stops = [end]
    if label := _label().search(text, at, end):
        stops.append(label.start())
    stops += [again for words in _printed(found) if (again := text.find(words, at, end)) >= 0]
    if mark := _ENDS_VALUE.search(text, at, min(stops)):
        stops.append(mark.start())
    stops.append(_addressee_in(text, max(text.rfind("；", at, min(stops)), at), min(stops), end))
    return at + len(text[at : min(stops)].rstrip())


def _addressee_in(text: str, first: int, last: int, end: int) -> int:
    """Return where whom the letter addresses begins, glued to the last word of a list.

    关键字：水污染；污染物哈尔滨市环境保护局：日前
    """
    for at in range(first + 1, min(last, first + _WORD)):
        if divisions.split_leading(text[at:last])[0] and addressed(text[at:end]):
            return at
    return last


def _printed(found: list[Line]) -> Iterator[str]:
    """Yield what the letter prints once more behind the fields: its title, its number."""
    yield found[0].text
    for part in found[1:]:
        if sign := _SIGN.search(part.text):
            yield sign["number"]
