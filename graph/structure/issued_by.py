"""Who issued a document: the bodies that its own words name, in the order in which they do.

What is asked, one after the other: the order that proclaims it, its title and its signature, the
order that its note or its number names, the table of fields above it, its red head, and the meeting
that adopted it. Where none of them tells, nobody is named.

A page names the body of today (某省应急管理厅 above an act of 2008). One that did not exist on the
day of the document gave none; the printer's line (某省安监局办公室 2008年6月18日印发) or the words
of the text (省卫生厅研究决定) name who did.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.grammar.dates import DATE
from graph.grammar.document_numbers import find_numbers
from graph.grammar.ideographs import HAN
from graph.structure.announced import is_headline
from graph.structure.enactment import body_of_meeting
from graph.structure.issuing_bodies import is_issuer, is_short, issuers_in
from graph.structure.lines import Line
from graph.structure.signed_below import signers_below
from graph.structure.titles import issuer_of_title
from ontology import agencies, divisions, lexicon, zones

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from graph.structure.enactment import Enacted
    from graph.structure.fields import Field
    from graph.structure.header import Stated
    from graph.structure.orders import Order
    from graph.structure.signature import Signature

_STATE = re.compile(r"中华人民共和国(?=.{2})")
_GOVERNMENT = re.compile(r"政府(?:办公[厅室])?$")
_ITS_CODE = re.compile(r"[政府]|令|公告|通告")
_KIND_OF_ORDER = re.compile(r"令|公告|通告")
_ORDER = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{3,24}?)(?:令|公告|通告)(?:(?:\d{4}年)?第|〔\d{4}〕)\d+号"
)
_MADE = re.compile(rf"(?:^|(?<=[，。\n]))(?P<body>[{HAN}、 ]{{3,60}}?)(?:制定|修订|起草)了$")
_PRINTED = re.compile(
    rf"(?:^|(?<=[\s通知函]))(?P<body>[{HAN}]{{4,30}}?)(?:办公[厅室]|秘书[处科]|综合[处科])[ \n]?"
    rf"(?:{DATE.pattern})[ ]?印发",
    re.VERBOSE | re.MULTILINE,
)
_DECIDED = re.compile(
    rf"(?:^|(?<=[\s，。；经]))(?P<body>[省市县区州盟][{HAN}]{{1,10}}?[厅局委办会])(?:党[组委])?"
    r"研究(?:决定|同意|制定)",
    re.MULTILINE,
)
_RED_HEAD = re.compile(r"(?:文[ ]*件|会议纪要|[会签发文]{2}稿纸)?[ ]*$")

_LONGEST_PLACE = 14  # characters: 平潭综合实验区
_AND = re.compile("[和与]|会同")
_NEAR = 400  # characters of a sentence before what it proclaims
_NUMBER_ALONE = re.compile(r"（?[^《》。，]{2,24}[〔（]\d{4}[〕）][ ]?第?\d{1,5}[ ]?号）?")


@dataclass(frozen=True, slots=True)
class Told:
    """What the words of a document tell of it, of which some name who issued it."""

    text: str
    title: Stated | None
    order: Order | None
    signature: Signature | None
    fields: Sequence[Field]
    head: Sequence[Line]
    act: Enacted
    number: str = ""
    day: dt.date | None = None


def issued_by(told: Told) -> Sequence[Line]:
    """Return the bodies that issued a document, none where its words name none."""
    if told.order:
        return [_without_state(name) for name in told.order.issuers]
    text, act = told.text, told.act
    signers = told.signature.signers if told.signature else ()
    named = named_in(text, told.title)
    headed = red_head(text, told.head)
    if not named and len(headed) > len(signers) and _are_among(signers, headed):
        return headed  # a name behind a list, of which the last alone is told from it
    return (
        _named_more_fully(named, signers, headed)
        or named
        or signers
        or _of_promulgation(text, act)
        or _of_maker(told)
        or _of_number(told)
        or _of_fields(told)
        or _of_headline(told)
        or (signers_below(text, told.day) if told.signature else ())
        or headed
        or _of_meeting(act)
        or _of_printer(text)
    )


def _named_more_fully(
    named: Sequence[Line], signers: Sequence[Line], headed: Sequence[Line]
) -> Sequence[Line]:
    """Return the bodies of a title as the red head or the signature names them, if more fully."""
    if not named:
        return ()
    bare = _is_bare(named[0].text)
    if bare and len(named) == len(headed) == 1 and is_short(named[0].text, headed[0].text):
        return headed  # 市教委关于…, below the red head of 某市教育委员会
    if not signers or not is_short(named[0].text, signers[0].text):
        return ()
    if len(signers) > len(named):
        return signers  # 市卫健委等4部门关于…, and all four below
    if len(signers) == len(named) and bare:
        return signers  # 自治区人民政府关于…, and 内蒙古自治区人民政府 below
    fuller = len(signers) == len(named) == 1 and _is_fuller(signers[0].text, named[0].text)
    return signers if fuller else ()  # 某片区管理局关于…, and 某综合实验区某片区管理局 below


def _of_headline(told: Told) -> Sequence[Line]:
    """Return who publishes a document as the page's headline above its title says."""
    told_of = (line for line, below in pairwise(told.head) if is_headline(line.text, [below]))
    return named_in(told.text, next(told_of, None))


def named_in(text: str, title: Stated | Line | None) -> Sequence[Line]:
    """Return the bodies that a title begins with, as they stand in the folded ``text``."""
    if title is None or title.start < 0:
        return ()
    match = issuer_of_title().match(text, title.start, title.end)
    if match is None:
        return ()
    start, end = match.span("issuer")
    names = issuers_in(text, start, end)
    return names or [Line("".join(match["issuer"].split()), start, end)]


def _are_among(signers: Sequence[Line], headed: Sequence[Line]) -> bool:
    """Whether those who signed are bodies of the red head, each with as much of its name."""
    return bool(signers) and all(
        any(head.text.endswith(signer.text) for head in headed) for signer in signers
    )


def _is_fuller(signer: str, named: str) -> bool:
    """Whether a signature adds the place, or the zone, to a name of the title that has none."""
    if not signer.endswith(named) or len(signer) == len(named) or _is_of_place(named):
        return False
    short_enough = len(signer) - len(named) <= _LONGEST_PLACE
    return short_enough and agencies.by_national_name(named) is None and _is_of_place(signer)


def _is_of_place(name: str) -> bool:
    place = divisions.split_leading(name)[0] or divisions.by_stem(name, divisions.NATION)
    return place is not None or zones.leading(name) is not None


def _is_bare(name: str) -> bool:
    """Whether a name begins with the word of a level and says of no place: 市教委."""
    return name.startswith(tuple(lexicon.concepts("agency-words")["level"].written))


def _of_promulgation(text: str, act: Enacted) -> Sequence[Line]:
    """Return who promulgated a document by the note under its title: an order's body."""
    if act.promulgation is None:
        return ()
    start, end = act.promulgation.by_start, act.promulgation.by_end
    number = next(find_numbers(text, start, end), None)
    if number is None:
        return issuers_in(text, start, end)
    body = re.match(r"(.+?)(?:令|公告|通告|文件|〔)", number.text)
    if body is None or (
        "〔" in number.text and not _ORDER.fullmatch(number.text)
    ):  # 国务院办公厅文件国办发〔2010〕28号
        words = text[start : number.start].rstrip().removesuffix("文件")
        return issuers_in(text, start, start + len(words))
    kind = _KIND_OF_ORDER.search(text, number.start, number.end)
    end = kind.start() if kind else number.start + len(body[1])  # 卫生部、农业部令第21号: both
    names = issuers_in(text, start, end) or issuers_in(text, number.start, end)
    if not names and is_issuer(body[1]):  # and not 粤府 of 粤府令第197号
        names = [Line(body[1], number.start, end)]
    return [_without_state(name) for name in names]


def _of_maker(told: Told) -> Sequence[Line]:
    """Return who says in the sentence that proclaims a document to have made it.

    为规范债券借贷业务，中国人民银行制定了《甲规定》，现予公布。
    """
    said = told.act.proclamation
    made = _MADE.search(told.text, max(0, said.start - _NEAR), said.start) if said else None
    return _joined_by_and(told.text, *made.span("body")) if made else ()


def _joined_by_and(text: str, start: int, end: int) -> Sequence[Line]:
    """Return bodies of which the last stands behind 和: 卫生部和国家中医药管理局."""
    for mark in _AND.finditer(text, start, end):
        first, last = issuers_in(text, start, mark.start()), issuers_in(text, mark.end(), end)
        if first and last:
            return [*first, *last]
    return issuers_in(text, start, end)


def _without_state(name: Line) -> Line:
    """Return a name without that of the state, which orders set before it."""
    state = _STATE.match(name.text)
    if state is None:
        return name
    return Line(name.text[state.end() :], name.start + state.end(), name.end)


def _of_number(told: Told) -> Sequence[Line]:
    """Return the body that the number of an order names: 交通运输部 of 交通运输部令2015年第4号.

    One without its place (省政府令第40号) is named more fully elsewhere.
    """
    order = _ORDER.fullmatch(told.number)
    if order is None or _is_bare(order["body"]) or not is_issuer(order["body"]):
        return ()
    at = told.text.find(order["body"])
    return [Line(order["body"], at, at + len(order["body"]))] if at >= 0 else ()


def _of_fields(told: Told) -> Sequence[Line]:
    """Return who issued a document by the table above it, unless its number gives that the lie.

    A page names the government that keeps it, above 京人社工发〔2011〕377号 too.
    """
    code = told.number.partition("〔")[0] if "〔" in told.number else ""
    for field in told.fields:
        if field.key == "issuer" and (names := _of_field(told.text, field)):
            a_government = _GOVERNMENT.search(names[0].text) is not None
            if a_government and code and not _ITS_CODE.search(code):
                return ()
            if _came_later(names[0].text, told.day):
                return _named_by_text(told.text)
            return names
    return ()


def _of_field(text: str, field: Field) -> Sequence[Line]:
    """Return the bodies of a field, without what tells of today or of others: 原环境保护部等."""
    start = field.start + field.value.startswith("原")
    return issuers_in(text, start, field.end - field.value.endswith("等"))


def _came_later(name: str, day: dt.date | None) -> bool:
    """Whether a body with its place did not exist on a day, by the years of its kind."""
    rest = divisions.split_leading(name)[1]
    kinds = agencies.bearers(rest)
    return bool(day and kinds) and all(
        kind.valid_from and f"{day:%Y-%m}" < kind.valid_from for kind in kinds
    )


def _of_printer(text: str) -> Sequence[Line]:
    """Return the body whose office printed a document that nobody signs."""
    printed = _PRINTED.search(text)
    named = printed and divisions.split_leading(printed["body"])[0]
    if printed and named and is_issuer(printed["body"]):
        return [Line(printed["body"], *printed.span("body"))]
    return ()


def _named_by_text(text: str) -> Sequence[Line]:
    """Return the body that the printer's line or the text itself names as who decided."""
    for pattern in (_PRINTED, _DECIDED):
        named = pattern.search(text)
        if named and is_issuer(named["body"]):
            return [Line(named["body"], *named.span("body"))]
    return ()


def red_head(text: str, head: Sequence[Line]) -> Sequence[Line]:
    """Return the bodies of a red head: 某省财政厅文件, or their names alone above the number."""
    for index, line in enumerate(head):
        match = _RED_HEAD.search(line.text)
        below = head[index + 1] if index + 1 < len(head) else None
        numbered = below is not None and _NUMBER_ALONE.fullmatch(below.text)
        if match and (match.group().strip() or numbered):
            names = issuers_in(text, line.start, line.start + match.start())
            if names:
                return names
    return ()


def _of_meeting(act: Enacted) -> Sequence[Line]:
    body = body_of_meeting(act.adoption) if act.adoption else None
    return (body,) if body else ()
