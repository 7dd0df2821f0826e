"""Document numbers (文号): 发文机关代字、年份、发文顺序号 (GB/T 9704-2012, 7.2.5), and orders (令).

Read on folded text, where every square bracket is 〔〕 and every digit ASCII. A round bracket, a
missing bracket's partner, a blank or a 第 before the serial do not hide a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

NUMBER = re.compile(
    r"""
      (?P<code>[\u4e00-\u9fff]{2,18}(?:〔[\u4e00-\u9fff]{1,3}〕[\u4e00-\u9fff]{1,3})?)[ \n]?
      [〔（][ ]?(?P<year>(?:19|20)\d{2})[ ]?年?[〕）][ \n]?
      (?:第[ ]?)?(?P<serial>\d{1,5})(?:[-—]\d{1,3})?[ ]?号   # 国发〔2014〕25号
    | (?P<body>[\u4e00-\u9fff]{1,20}?)令[ ]?
      [（〔]?(?:第[ ]?)?(?P<order>\d{1,5})[ ]?号[）〕]?            # 国务院令第663号
    | (?P<body2>[\u4e00-\u9fff]{2,20}?)第[ ]?(?P<order2>\d{1,5})[ ]?号令  # 人民政府第27号令
    """,
    re.VERBOSE,
)
# Words that can stand before a number without a mark between: 对新政发〔2014〕68号文件已明确的.
_LEAD_IN = re.compile(
    r"中华人民共和国(?=国务院|主席)|贯彻落实|落实|贯彻|执行|按照|根据|依据|依照|参照|遵照|结合|符合|以及|对照|废止|修改|印发|转发|关于"
    r"|[对将按与和及据以由经见即在至为或从因原附]|的+|文号|发文字号|文件编号|编号"
)


# What ends the title or the name of a body that a code follows without a mark between.
_NAME_BEFORE = re.compile(
    r"(?:的(?:通知|意见|决定|函|批复|公告|通告|通报|规定|办法|报告|请示|方案|细则|答复)"
    r"|人民政府|国务院|委员会|办公厅|办公室)(?=[\u4e00-\u9fff]{2})"
)
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
    """Return the body of an order, without the words that lead in to it."""
    if text[start] in "年月日" and start and text[start - 1].isdigit():  # 2002年4月30日上海市…令
        start += 1
    run = text[start:end]
    return _behind(run, [match.end() for match in _LEAD_IN.finditer(run)], ())


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
            form = normal_form(code, match["year"], match["serial"])
            yield DocumentNumber(form, match.end("code") - len(code), match.end())
        else:
            group = "body" if match["body"] else "body2"
            body = _body(text, *match.span(group))
            serial = match["order"] or match["order2"]
            first = match.end(group) - len(body)
            yield DocumentNumber(f"{body}令第{int(serial)}号", first, match.end())


def parse_number(text: str) -> tuple[str, int, int] | None:
    """Return code, year and serial of a number in its one form, or None for an order.

    >>> parse_number("库政办发〔2018〕171号")
    ('库政办发', 2018, 171)
    """
    match = re.fullmatch(r"(.+?)〔(\d{4})〕(\d+)号", text)
    return (match[1], int(match[2]), int(match[3])) if match else None
