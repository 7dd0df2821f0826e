"""Document numbers (文号): 发文机关代字、年份、发文顺序号 (GB/T 9704-2012, 7.2.5), and orders (令).

Forms read, each in its one form::

    国发〔2014〕25号, 国发（2004）28号, 惠府〔2010〕第129号       国发〔2014〕25号
    国务院令第663号, 广安市人民政府第27号令, 主席令（第十八号）   国务院令第663号
    水利部令2008年第9号, 国家税务总局公告2023年第3号            水利部令2008年第9号
    商服贸函2026年第322号                                    商服贸函2026年第322号
    商务部、公安部、环境保护部令2012年第12号                    商务部令2012年第12号
    市人大常委会公告（第一〇四号）                             市人大常委会公告第104号
    会议纪要〔2021〕第5期                                     会议纪要〔2021〕第5期
    〔86〕煤财字第69号, （83）财农字59号                        〔86〕煤财字第69号: the old form

Zeros before a serial (〔1993〕060号) are how it is set and tell no two documents apart. What stands
before a number is told from it in :mod:`graph.grammar.number_codes`.

Read on folded text, where every square bracket is 〔〕 and every digit ASCII. A round bracket, a
missing bracket's partner, a blank or a 第 before the serial do not hide a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.grammar.ideographs import HAN
from graph.grammar.number_codes import (
    body_in,
    broken_name,
    code_in,
    ends_a_date,
    first_issuer,
    leads_in,
)
from graph.grammar.numerals import BadNumeral, parse_numeral

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_SERIAL = r"\d{1,5}"
_SET_SERIAL = rf"\d{{1,3}}[ ]\d{{1,3}}(?=号)|{_SERIAL}"  # 1 64号: the blank is of its setting
_CHINESE_SERIAL = "[〇零一二三四五六七八九十百]{1,6}"
NUMBER = re.compile(
    rf"""
      (?P<code>[{HAN}]{{2,18}}+(?:[〔（][\u4e00-\u9fff]{{1,3}}[〕）][\u4e00-\u9fff]{{1,3}})?)[ \n]?
      [〔（][ ]?(?P<year>(?:19|20)\d{{2}})[ ]?年?[〕）][ \n]?
      (?:(?:第[ ]?)?(?P<serial>{_SET_SERIAL})(?:[-—]\d{{1,3}})?[ ]?号   # 国发〔2014〕25号
        |(?<=纪要[〔（].{{4}}[）〕])第[ ]?(?P<issue>\d{{1,4}})[ ]?期)       # 会议纪要〔2021〕第5期
    | (?P<body>[\u4e00-\u9fff]{{1,24}}?)
      (?:(?P<act>令)[ ]?[（〔]?(?:第[ ]?)?(?P<order>{_SERIAL})[ ]?号[）〕]?     # 国务院令第663号
        |(?P<dated>令|公告|通告|(?<!来)函(?=20\d{{2}}年第))[ ]?[（〔]?
         (?P<dated_year>(?:19|20)\d{{2}})[ ]?年[ ]?            # 水利部令2008年第9号
         第[ ]?(?P<dated_order>{_SERIAL})[ ]?号[）〕]?
        |(?P<counted>令|公告|通告)[ ]?[（〔]?
         第[ ]?(?P<count>{_SERIAL}|{_CHINESE_SERIAL})[ ]?号[）〕]?)   # 主席令第十八号
    | [〔（][ ]?(?P<old_year>(?:19)?[4-9]\d)[ ]?[〕）][ ]?                   # 〔86〕煤财字第69号
      (?P<old_code>[{HAN}]{{1,10}}(?:（[\u4e00-\u9fff]{{1,2}}）)?字)[ ]?
      (?:第[ ]?)?(?P<old_serial>{_SERIAL})[ ]?号
    | (?P<body2>[\u4e00-\u9fff]{{2,20}}?)(?:(?:19|20)\d{{2}}年)?
      第[ ]?(?P<order2>\d{{1,5}})[ ]?号(?P<act2>令|公告)  # 人民政府第27号令, 国务院2001年第322号令
    """,
    re.VERBOSE,
)

# the sign that no number is without, behind its numeral
_NUMERAL = r"[\d〇零一二三四五六七八九十百]"
_SIGN = re.compile(f"[号期](?:(?<={_NUMERAL}[号期])|(?<={_NUMERAL} [号期]))")
# what every number has before its sign or behind it: a year in brackets, or the word of an order
_YEAR_OR_ORDER = re.compile(
    r"[〔（][ ]?(?:(?:19|20)\d{2}|(?:19)?[4-9]\d[ ]?[〕）])|令|公告|通告|函20"
)
_BEFORE_YEAR = 40  # characters of a number before its year, or before the word of an order
_BEFORE_SIGN, _BEHIND_SIGN = 64, 3  # characters of a number before and behind it


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A number as it stands. ``text`` is its one form: 〔〕, ASCII digits, no blanks."""

    text: str
    start: int
    end: int


def normal_form(code: str, year: str, serial: str) -> str:
    """Return the one form of a number.

    >>> normal_form("库政办发", "2018", "171")
    '库政办发〔2018〕171号'
    """
    return f"{code}〔{year}〕{int(serial.replace(' ', ''))}号"


def find_numbers(
    text: str, start: int, end: int, known: Collection[str] = ()
) -> Iterator[DocumentNumber]:
    """Yield the document numbers between the offsets.

    ``known`` are codes of a register: they settle where a code begins in running text.

    >>> [n.text for n in find_numbers("对新政发〔2014〕68号文件，国务院令第663号", 0, 26)]
    ['新政发〔2014〕68号', '国务院令第663号']
    """
    for match in _matches(text, start, end):
        if match["code"]:
            before, behind = text[match.start() - 1 : match.start()], text[match.end() :][:1]
            alone = before == "（" or {before, behind} <= {"", "\n"}
            dated = ends_a_date(text, match.start("code"))  # 1986年8月26日豫政〔1986〕90号
            run = match["code"][dated:]
            code = code_in(run, known, alone=alone)
            if not code:
                continue
            begin = match.end("code") - len(code)
            kind = next((kind for kind in ("令", "公告") if code.endswith(kind)), "")
            if kind:  # 中国人民银行、公安部令〔2002〕1号
                issuer, begin = first_issuer(text, code.removesuffix(kind), begin)
                code = issuer + kind
            form = (
                f"{code}〔{match['year']}〕第{int(match['issue'])}期"
                if match["issue"]
                else normal_form(code, match["year"], match["serial"])
            )
            yield DocumentNumber(form, begin, match.end())
        elif match["old_code"]:
            form = f"〔{match['old_year']}〕{match['old_code']}第{int(match['old_serial'])}号"
            yield DocumentNumber(form, *match.span())
        elif order := _order(text, match):
            yield order


def _matches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what has the form of a number, searched only before the signs in which one ends."""
    if text.find("号", start, end) < 0 and text.find("期", start, end) < 0:
        return
    at = start
    for sign in _SIGN.finditer(text, start, end):
        if sign.end() > at:
            first, last = max(at, sign.start() - _BEFORE_SIGN), min(end, sign.end() + _BEHIND_SIGN)
            told = _YEAR_OR_ORDER.search(text, first, last)
            begin = max(first, told.start() - _BEFORE_YEAR) if told else last
            if told and (match := NUMBER.search(text, begin, last)):
                yield match
                at = match.end()


def _order(text: str, match: re.Match[str]) -> DocumentNumber | None:
    """Return the number of an order or an announcement, which its body and kind begin."""
    group = "body" if match["body"] else "body2"
    body = body_in(text, *match.span(group))
    begin = match.end(group) - len(body)
    if broken := broken_name(text, body, begin):  # （国 务院令第516号）
        body, begin = broken
    if body.endswith("的") or leads_in(body):  # 关于…的公告第3号, 根据第12号令
        return None
    if match["act2"] == "公告" and not body.endswith("会"):  # 发布第5号公告
        return None
    kind = match["act"] or match["dated"] or match["counted"] or match["act2"]
    year = f"{match['dated_year']}年" if match["dated_year"] else ""
    serial = match["order"] or match["dated_order"] or match["count"] or match["order2"]
    try:
        value = parse_numeral(serial)
    except BadNumeral:
        return None
    body, start = first_issuer(text, body, begin)
    closed = match.group()[-1] in "）〕" and not re.search("[（〔]", match.group())
    end = match.end() - closed  # （…令第18号）: the bracket is not the number's own
    return DocumentNumber(f"{body}{kind}{year}第{value}号", start, end)


def parse_number(text: str) -> tuple[str, int, int] | None:
    """Return code, year and serial of a number in its one form, or None for an order.

    >>> parse_number("库政办发〔2018〕171号")
    ('库政办发', 2018, 171)
    """
    match = re.fullmatch(r"(.+?)〔(\d{4})〕(\d+)号", text)
    return (match[1], int(match[2]), int(match[3])) if match else None
