"""What stands around a title in 《》: the brackets behind it, and the number before it.

Forms read::

    《关于…的通知》（国办发〔2016〕72号）                title, number in brackets behind it
    《某办法》（2016年12月1日省人民政府令第2号发布）     the bracket says when and by which order
    《关于…的通知》（某金发〔2022）74号〕                  the same in brackets that are no pair
    《国家税务总局关于…的公告》（2022年第21号）         the year and number of an announcement
    《环境信息公开办法》（试行）                         part of the title though behind its mark
    《烟花爆竹工程设计安全规范》（GB 50161）             the number of a standard
    国务院令第322号公布的《规章制定程序条例》            number before the title
    国标GB 16548—1996《无害化处理规程》
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extract.citation_words import words
from graph.grammar.document_numbers import DocumentNumber, find_numbers
from graph.grammar.standard_numbers import standard_number

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_BRACKET = re.compile(
    r"[ \n]?（[^（）\n]*(?:（[^（）\n]*）[^（）\n]*){0,3}）"
    r"|[ \n]?〔[ ]?（[ ]?\d{2,4}[ ]?）[^〔〕\n]{2,24}号〕"  # ［（94）财税字第002号］
)
_REST = re.compile(r"[^，；《》（）]{0,16}）")  # …令第2号发布）
_LONGEST_BRACKET = 160  # characters of a history: 2001年…公布，根据2011年…修订
_LONGEST_NUMBER = 40  # characters of a number with its bracket
_MOST_BRACKETS = 3
_STANDARD_CODE = re.compile(r"(?<![A-Za-z])[A-Z]{1,6}|建标")
_LONGEST_STANDARD = 24  # characters of the number of a standard
_YEARS = (  # （第二版） （2018年版） （2014—2020年）
    r"第[一二三四五六七八九十\d]{1,3}版|(?:19|20)\d{2}年?版"
    r"|(?:19|20)\d{2}年?[-—~至](?:19|20)\d{2}年?"
)
_OWN_ANNEX = re.compile(r"见?附(?:件|表|后|录)|见附")
_AMENDED_BY = re.compile(r"根据|依据|按照|参照|代替|取代")
_ISSUED_AS = r"(?:号?文件?)?(?:中)?(?:公布|发布|颁布|印发|下发|颁发|批转|转发)"
_AHEAD = re.compile(
    rf"{_ISSUED_AS}(?:了|施行的|实施的|的|（[^（）]{{1,20}}）)?"  # …令第322号公布的《
    r"|文件?"  # 我局某财库〔2007〕15号文件《
    rf"|{_ISSUED_AS}[、，](?:[^《》。；]{{0,80}}(?:修正|修改|修订)[^《》。；]{{0,12}}的)?"
)
_ANNOUNCING = re.compile(r"(?P<body>[\u4e00-\u9fff]{2,24}?)关于.{2,}的(?P<kind>公告|通告)")
_COUNTED = re.compile(r"(?P<year>(?:19|20)\d{2})年第(?P<serial>\d{1,4})号(?=$|[，、；])")
_BLANK = re.compile(" (?![A-Za-z0-9])|(?<![A-Za-z0-9]) ")  # not that of ISO 9001


@dataclass(frozen=True, slots=True)
class Behind:
    """The brackets behind a title: what they add to it, their number, and where they end."""

    addition: str
    number: DocumentNumber | None
    end: int
    reach: int
    standard: bool
    own_annex: bool


def plain_title(title: str) -> str:
    """Return a title without what set it: 中华人民共 和国精神卫生 法, and soft hyphens.

    >>> plain_title("惩治体系 2013 — 2017 年规划"), plain_title("ISO 9001 管理规范")
    ('惩治体系2013—2017年规划', 'ISO 9001管理规范')
    """
    title = re.sub(r"(?<=\d)\u00ad(?=\d)", "-", title).replace("\u00ad", "")
    return _BLANK.sub("", title)


def behind_title(text: str, at: int, end: int, known: Collection[str], title: str = "") -> Behind:
    """Read the brackets that stand behind a title; ``title`` says whose announcement it is."""
    addition, number, stop, reach = "", None, at, at
    standard = own_annex = False
    for _ in range(_MOST_BRACKETS):
        bracket = _BRACKET.match(text, reach, min(end, reach + _LONGEST_BRACKET))
        if bracket is None and number is None:  # （某府〔2022〕7号, and no bracket behind it
            number, stop, reach = _torn_bracket(text, reach, end, known) or (None, stop, reach)
        if bracket is None:
            break
        first = bracket.start() + bracket.group().index("（")
        first += bracket.group().lstrip().startswith("（")
        inner = text[first : bracket.end() - 1]
        found = [
            n
            for n in find_numbers(text, first, bracket.end() - 1, known)
            if not _AMENDED_BY.search(text, first, n.start)
        ]
        of_standard = standard_number(text, first, bracket.end() - 1)
        found = found or ([of_standard] if of_standard else [])
        found = found or _counted(title, inner, first)
        if bracket.group()[0] == "\n" and not found:
            break
        version = re.match(rf"(?:{words('version')}|{_YEARS})(?=[，、；]|$)", inner)
        if version and not addition and not number:
            addition = f"（{version.group()}）"
            stop = bracket.end() if version.end() == len(inner) else at
        if found and number is None:
            number = found[0]
            rest = _REST.match(text, number.end, bracket.end())
            stop = rest.end() if rest else number.end
        torn = None if found or number else _torn_bracket(text, reach, end, known)
        if torn:  # （某府〔2022）7号〕 closes with another bracket than it opens
            number, stop, reach = torn
            break
        standard = standard or of_standard is not None
        own_annex = own_annex or _OWN_ANNEX.search(inner) is not None
        reach = bracket.end()
    return Behind(addition, number, stop, reach, standard, own_annex)


def _counted(title: str, inner: str, at: int) -> list[DocumentNumber]:
    """Return the number of an announcement whose bracket leaves its issuer to the title."""
    count, whose = _COUNTED.match(inner), _ANNOUNCING.fullmatch(title)
    if count is None or whose is None:
        return []
    whole = f"{whose['body']}{whose['kind']}{count['year']}年第{count['serial']}号"
    named = [n for n in find_numbers(whole, 0, len(whole)) if (n.start, n.end) == (0, len(whole))]
    return [DocumentNumber(n.text, at, at + count.end()) for n in named]


def _torn_bracket(
    text: str, at: int, end: int, known: Collection[str]
) -> tuple[DocumentNumber, int, int] | None:
    """Return the number that opens a bracket which is no pair, and where both end."""
    if not text.startswith(("（", "〔"), at):
        return None
    number = next(find_numbers(text, at + 1, min(end, at + _LONGEST_NUMBER), known), None)
    if number is None or number.start != at + 1:
        return None
    stop = number.end + text.startswith(("）", "〕"), number.end)
    return number, stop, stop


def ahead_of_title(
    text: str, numbers: Sequence[DocumentNumber], at: int
) -> Sequence[DocumentNumber]:
    """Return the number before the title at ``at``, and with it the orders that changed it."""
    for index, number in enumerate(numbers):
        between = text[number.end : at]
        if not between or _AHEAD.fullmatch(between):
            return numbers[index:]
    return []


def standard_ahead(text: str, first: int, at: int) -> DocumentNumber | None:
    """Return the number of a standard that stands directly before the title at ``at``."""
    for code in _STANDARD_CODE.finditer(text, max(first, at - _LONGEST_STANDARD), at):
        number = standard_number(text, code.start(), at)
        if number and number.end == at:
            return number
    return None
