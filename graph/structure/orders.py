"""Orders and announcements (令, 公告, 通告) that proclaim something: number and who gives them.

Forms read::

    中华人民共和国国务院令⏎第663号              the number on the next line
    某市人民政府令第136号                      on the same line
    国家发展和改革委员会⏎财政部⏎令⏎第16号       joint, over several lines
    某市人民代表大会常务委员会公告⏎（第一〇四号）
    国家税务总局⏎公告⏎2023年第3号
    某市税务局 某市财政局关于征收事项的公告⏎2023年第3号    below a title, whose bodies give it
    某市人民政府⏎第178号                      where the head of the body signs, and 现予公布
    中国人民银行公告⏎〔2010〕第17号             the year in brackets
    中国人民银行令〔2025〕第12号（甲办法）        with the title of what it proclaims
    中国人民银行 海关总署⏎（2008）第3号          above a text that says 现公告如下
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.grammar.document_numbers import find_numbers
from graph.grammar.numerals import CHINESE, parse_numeral
from graph.structure.issuing_bodies import is_issuer, issuers_in
from graph.structure.lines import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_LINES = 5  # of the names and the word 令 before the number
_KIND = re.compile(r"(?P<kind>令|公[ ]*告|通[ ]*告)$")
_STATE = re.compile(r"中华人民共和国(?=[^令]{2})")
_WORD_AND_SERIAL = re.compile(
    rf"(?:令|公告|通告)[ ]*[（〔]?(?:\d{{4}}[ ]?年[ ]?)?第?[ ]?[\d{CHINESE}]+[ ]?号[）〕]?[ ]*$"
)
_SERIAL = re.compile(
    r"[（〔]?(?:(?P<year>(?:19|20)\d{2})[ ]?年[ ]?"
    r"|(?P<set>(?:19|20)\d{2}|[一二三四五六七八九十]{1,3}届)[ ]?[）〕][ ]?(?=第))?"
    r"第?[ ]?"
    rf"(?P<serial>\d{{1,5}}|[{CHINESE}]{{1,6}})[ ]?号[）〕]?"
)
_SET = re.compile(
    r"(?:令|公告|通告)[ ]?(?P<number>[（〔][ ]?(?:19|20)\d{2}[ ]?[）〕][ ]?第?[ ]?\d{1,5}[ ]?号)"
    r"(?:（[^（）]{4,80}）|《[^《》]{4,80}》)?$"
)
_ANNOUNCED = re.compile(r"公告如下：|特此公告|本公告")
_NEAR = 3000  # characters of an announcement


@dataclass(frozen=True, slots=True)
class Order:
    """An order: its number in the one form, and who gives it."""

    number: str
    issuers: tuple[Line, ...]
    start: int
    end: int


def find_order(
    head: Sequence[Line], text: str, known: frozenset[str], *, signed_by_head: bool
) -> Order | None:
    """Return the order that the lines before a text are the head of."""
    for index, line in enumerate(head):
        serial = _SERIAL.fullmatch(line.text.strip())
        if serial and index:
            order = _above(head[max(0, index - _MOST_LINES) : index], line, serial, text)
            if order is None and signed_by_head:
                order = _without_word(head[index - 1], line, serial)
            if order is None and serial["set"]:
                order = _announcement(head[index - 1], line, serial, text)
            if order:
                return order
        number = next(find_numbers(text, line.start, line.end, known), None)
        if (order := _set_on_line(line, text, known)) is not None:
            return order
        if number and "〔" not in number.text and number.end >= line.end - 1:
            order = _on_line(line, text, number.text)
            if order:
                return order
    return None


def _above(before: Sequence[Line], line: Line, serial: re.Match[str], text: str) -> Order | None:
    """Return the order whose number stands on a line, below its names and its word."""
    kind = _KIND.search(before[-1].text)
    if kind is None:
        return None
    end = before[-1].start + kind.start()
    about = text.rfind("关于", before[0].start, end) if text.endswith("的", 0, end) else -1
    for first in range(len(before)):
        start = before[first].start
        state = _STATE.match(text, start)
        names = issuers_in(text, state.end() if state else start, end if about < 0 else about)
        if names:
            begin = start if about < 0 else line.start
            return Order(_number(names, kind, serial), tuple(names), begin, line.end)
    if about >= 0:
        return None
    bare = before[-1].text[: kind.start()].strip()
    if len(bare) < 2:  # noqa: PLR2004
        return None
    name = Line(bare.replace(" ", ""), before[-1].start, end)
    return Order(_number([name], kind, serial), (name,), before[-1].start, line.end)


def _without_word(above: Line, line: Line, serial: re.Match[str]) -> Order | None:
    if not is_issuer(above.text):
        return None
    name = Line(above.text, above.start, above.end)
    return Order(_number([name], None, serial), (name,), above.start, line.end)


def _announcement(above: Line, line: Line, serial: re.Match[str], text: str) -> Order | None:
    """Return the announcement of the bodies above a number whose text calls itself one."""
    names = issuers_in(text, above.start, above.end)
    if not names or not _ANNOUNCED.search(text, line.end, line.end + _NEAR):
        return None
    number = f"{names[0].text}公告〔{serial['set']}〕{parse_numeral(serial['serial'])}号"
    return Order(number, tuple(names), above.start, line.end)


def _set_on_line(line: Line, text: str, known: frozenset[str]) -> Order | None:
    """Return the order of a line of names, word and a number whose year stands in brackets."""
    word = _SET.search(line.text)
    if word is None:
        return None
    state = _STATE.match(text, line.start)
    end = line.start + word.start()
    names = issuers_in(text, state.end() if state else line.start, end)
    stop = line.start + word.end("number")
    number = next(find_numbers(text, line.start, stop, known), None)
    if not names or number is None or number.end != stop:
        return None
    return Order(number.text, tuple(names), line.start, stop)


def _on_line(line: Line, text: str, number: str) -> Order | None:
    """Return the order of a line that holds names, word and number and nothing else."""
    word = _WORD_AND_SERIAL.search(line.text)
    if word is None:
        return None
    start, end = line.start + line.text.startswith("（"), line.start + word.start()
    state = _STATE.match(text, start)
    names = issuers_in(text, state.end() if state else start, end)
    if not names:
        body = re.split("令|公告|通告", number, maxsplit=1)[0]
        at = text.find(body, start, end)
        if at < 0 or text[start:at].strip():
            return None
        names = [Line(body, at, at + len(body))]
    return Order(number, tuple(names), names[0].start, line.end)


def _number(names: Sequence[Line], kind: re.Match[str] | None, serial: re.Match[str]) -> str:
    word = "".join(kind["kind"].split()) if kind else "令"
    year = f"{serial['year']}年" if serial["year"] else ""
    body = _STATE.sub("", names[0].text)
    if serial["set"]:  # as a document cites it: 中国人民银行令〔2025〕第12号
        mark = "第" if serial["set"].endswith("届") else ""
        return f"{body}{word}〔{serial['set']}〕{mark}{parse_numeral(serial['serial'])}号"
    return f"{body}{word}{year}第{parse_numeral(serial['serial'])}号"
