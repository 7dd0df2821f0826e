"""Document numbers (文号): 发文机关代字、年份、发文顺序号 (GB/T 9704-2012, 7.2.5), and orders (令).

Forms read, each in its one form::

    国发〔2014〕25号, 国发（2004）28号, 惠府〔2010〕第129号       国发〔2014〕25号
    国务院令第663号, 广安市人民政府第27号令, 主席令（第十八号）   国务院令第663号
    水利部令2008年第9号, 国家税务总局公告2023年第3号            水利部令2008年第9号
    市人大常委会公告（第一〇四号）                             市人大常委会公告第104号
    会议纪要〔2021〕第5期                                     会议纪要〔2021〕第5期

Read on folded text, where every square bracket is 〔〕 and every digit ASCII. A round bracket, a
missing bracket's partner, a blank or a 第 before the serial do not hide a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.grammar.ideographs import HAN
from graph.grammar.numerals import BadNumeral, parse_numeral
from ontology import agencies, divisions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_SERIAL = r"\d{1,5}"
_CHINESE_SERIAL = "[〇零一二三四五六七八九十百]{1,6}"
NUMBER = re.compile(
    rf"""
      (?P<code>[{HAN}]{{2,18}}(?:〔[\u4e00-\u9fff]{{1,3}}〕[\u4e00-\u9fff]{{1,3}})?)[ \n]?
      [〔（][ ]?(?P<year>(?:19|20)\d{{2}})[ ]?年?[〕）][ \n]?
      (?:(?:第[ ]?)?(?P<serial>{_SERIAL})(?:[-—]\d{{1,3}})?[ ]?号   # 国发〔2014〕25号
        |(?<=纪要[〔（].{{4}}[）〕])第[ ]?(?P<issue>\d{{1,4}})[ ]?期)       # 会议纪要〔2021〕第5期
    | (?P<body>[\u4e00-\u9fff]{{1,24}}?)
      (?:(?P<act>令)[ ]?[（〔]?(?:第[ ]?)?(?P<order>{_SERIAL})[ ]?号[）〕]?     # 国务院令第663号
        |(?P<dated>令|公告|通告)[ ]?[（〔]?(?P<dated_year>(?:19|20)\d{{2}})[ ]?年[ ]?
         第[ ]?(?P<dated_order>{_SERIAL})[ ]?号[）〕]?                    # 水利部令2008年第9号
        |(?P<counted>令|公告|通告)[ ]?[（〔]?
         第[ ]?(?P<count>{_SERIAL}|{_CHINESE_SERIAL})[ ]?号[）〕]?)   # 主席令第十八号
    | (?P<body2>[\u4e00-\u9fff]{{2,20}}?)(?:(?:19|20)\d{{2}}年)?
      第[ ]?(?P<order2>\d{{1,5}})[ ]?号(?P<act2>令|公告)  # 人民政府第27号令, 国务院2001年第322号令
    """,
    re.VERBOSE,
)
# Words that can stand before a number without a mark between: 对新政发〔2014〕68号文件已明确的.
_LEAD_IN = re.compile(
    r"中华人民共和国(?=国务院|主席)|贯彻落实|参见|详见|落实|贯彻|执行|按照|根据|依据|依照|参照|遵照|结合|符合|以及|对照|废止|修改|印发|转发|关于"
    r"|[对将按与和及据以由经见即在至为或从因原附]|的+|文号|发文字号|文件编号|编号"
)


# What ends the title or the name of a body that a code follows without a mark between.
_NAME_BEFORE = re.compile(
    r"(?:的(?:通知|意见|决定|函|批复|公告|通告|通报|规定|办法|报告|请示|方案|细则|答复)|文件"
    r"|人民政府|国务院|委员会|办公厅|办公室)(?=[\u4e00-\u9fff]{2})"
)
_STATE = "中华人民共和国"
_BEFORE_ORDER = "对按据由经见即以与及"
_LEVELS = "省市县区州盟旗"
_AT_FIRST = "按见原附"  # single characters that may lead in to a number that stands by itself


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
    return f"{code}〔{year}〕{int(serial)}号"


def _code(text: str, start: int, end: int, known: Collection[str], *, alone: bool) -> str:
    """Return the code at the end of a run of ideographs that may begin with other words.

    A code may hold any character that leads in elsewhere, as 和政发 does: ``alone``, in a bracket
    or on a line of its own, it is cut at words only.
    """
    run = text[start:end]
    if run in known:
        return run
    leads = list(_LEAD_IN.finditer(run))
    names = [match.end() for match in _NAME_BEFORE.finditer(run)]
    rest = _behind(run, [*(match.end() for match in leads), *names], known)
    if rest in known or not alone:
        return rest
    words = [m.end() for m in leads if len(m.group()) > 1 or (not m.start() and m[0] in _AT_FIRST)]
    return _behind(run, [*words, *names], known)


def _body(text: str, start: int, end: int) -> str:
    """Return the body of an order, without the words that lead in to it.

    A name may hold any character that leads in elsewhere, as 国家发展和改革委员会 does: such a one
    parts only what would not be known as a name from what is (同时以省政府令 …).
    """
    if text[start] in "年月日" and start and text[start - 1].isdigit():  # 2002年4月30日上海市…令
        start += 1
    run = text[start:end]
    if _STATE in run[:-1]:
        run = run.rpartition(_STATE)[2]
    leads = list(_LEAD_IN.finditer(run))
    if not leads or _is_name(run):
        return run
    known = (run[lead.end() :] for lead in leads if _is_name(run[lead.end() :]))
    words = (
        lead.end()
        for lead in leads
        if len(lead[0]) > 1 or (not lead.start() and run[0] in _BEFORE_ORDER)
    )
    return next(known, None) or _behind(run, list(words), ())


def _is_name(text: str) -> bool:
    """Whether a text is the name of a body that a register knows, or begins with a place."""
    if not text or text.startswith("中华人民共和国"):
        return False
    below = text[1:] if text[0] in _LEVELS else ""
    return bool(
        agencies.by_national_name(text)
        or agencies.bearers(below)
        or divisions.split_leading(text)[0]
    )


def _behind(run: str, ends: Sequence[int], known: Collection[str]) -> str:
    rests = [run[end:] for end in sorted(ends) if len(run) - end > 1]
    return next((rest for rest in rests if rest in known), rests[-1] if rests else run)


def find_numbers(
    text: str, start: int, end: int, known: Collection[str] = ()
) -> Iterator[DocumentNumber]:
    """Yield the document numbers between the offsets.

    ``known`` are codes of a register: they settle where a code begins in running text.

    >>> [n.text for n in find_numbers("对新政发〔2014〕68号文件，国务院令第663号", 0, 26)]
    ['新政发〔2014〕68号', '国务院令第663号']
    """
    for match in NUMBER.finditer(text, start, end):
        if match["code"]:
            before, behind = text[match.start() - 1 : match.start()], text[match.end() :][:1]
            alone = before == "（" or {before, behind} <= {"", "\n"}
            code = _code(text, *match.span("code"), known, alone=alone)
            form = (
                f"{code}〔{match['year']}〕第{int(match['issue'])}期"
                if match["issue"]
                else normal_form(code, match["year"], match["serial"])
            )
            yield DocumentNumber(form, match.end("code") - len(code), match.end())
        elif order := _order(text, match):
            yield order


def _order(text: str, match: re.Match[str]) -> DocumentNumber | None:
    """Return the number of an order or an announcement, which its body and kind begin."""
    group = "body" if match["body"] else "body2"
    body = _body(text, *match.span(group))
    if body.endswith("的") or _LEAD_IN.fullmatch(body):  # 关于…的公告第3号, 根据第12号令
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
    start = match.end(group) - len(body)
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
