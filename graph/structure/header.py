"""Title, document number, issuing body and date: what stands around the text of a document.

The document's own words come first: the lines that are a title, the number alone on its line
(发文字号), the signature over the date. What a page or file states beside the text (metadata) fills
in only what these leave open, and printing or publication dates are never the date of issue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.grammar.dates import find_dates
from graph.grammar.document_numbers import DocumentNumber, find_numbers
from graph.grammar.numbering import LABEL_AT_START
from graph.structure.lines import Line, salutation
from graph.structure.menus import menu_lines
from graph.structure.signature import find_signature
from graph.structure.titles import CHARACTERS, find_title, is_title, issuer_of_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_HEAD_LINES = 250  # a page's navigation and metadata are shorter than this
_PARAGRAPH = 90  # a line this long is text
# 根据《A》和《B》，现通告如下：  国务院决定对《A》作如下修改：
_OPENING = re.compile(
    r"(?:根据|依据|依照|按照|遵照|为|经|近日|近年来)[^\n]*[，《][^\n]*[。：；]"
    r"|[\u4e00-\u9fff]{2,30}决定[^\n]*[《，][^\n]*[。：；]"
)
_SHORTEST_TITLE = 6
_SAYS = re.compile(r"[。；]")
_ORDER = re.compile(r"(?:中华人民共和国)?(?P<body>[\u4e00-\u9fff]{2,20})令")
_ORDER_NUMBER = re.compile(r"[（〔]?第[ ]?(?P<order>\d{1,5})[ ]?号[）〕]?")
_PROCLAIMED = re.compile(
    r"《(?P<title>[^《》\n]{4,60}(?:〈[^〈〉\n]{2,60}〉[^《》\n]{0,20})?)》[^《》\n]{0,80}?(?:公布|发布|施行|印发)"
)
_FIELD = r"(?:^|(?<=[\s\t]))(?:{})[：:][ \t]*"
_LABELLED_NUMBER = re.compile(_FIELD.format(r"文\s*号|发文字号|文件编号|发文文号|文件号|发文号"))
_LABELLED_TITLE = re.compile(
    _FIELD.format(r"标\s*题|名\s*称|文件名称|信息名称") + r"(?P<title>\S[^\n\t]*)"
)
_LABELLED_DATE = re.compile(_FIELD.format("成文日期|成文时间|发文日期|发文时间"))
_LABELLED_ISSUER = re.compile(
    _FIELD.format("发文机关|发文单位|制发机关|发布机关") + r"(?P<issuer>[\u4e00-\u9fff]+)"
)
_OWN_ATTACHMENT = re.compile(
    r"附件[：:][^\n]{0,4}?(?=[\u4e00-\u9fff]{2,14}〔\d{4}〕\d+号[^\n]{0,3}(?:关于|印发))"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A value and where it stands in the folded text; ``start`` is -1 for metadata of the file."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Header:
    """What identifies a document, and where its text begins and its letter ends."""

    title: Stated | None
    number: Stated | None
    issuer: Stated | None
    date: Stated | None
    text_start: int
    letter_end: int | None


def read_header(
    lines: Sequence[Line], text: str, metadata: Mapping[str, str], known: frozenset[str]
) -> Header:
    """Return what identifies the document whose folded ``text`` has these ``lines``."""
    parted = [part for line in lines[:_HEAD_LINES] for part in _parted(line, text, known)]
    head, text_start = _head([*parted, *lines[_HEAD_LINES:]])
    order = _order(head, text)
    title = order[0] if order else None
    title = title or _title(head, metadata) or _proclaimed(text, text_start)
    number = order[1] if order else _number(head, text, known)
    signature = find_signature(lines, text, order[1].end if order else text_start)
    issuer = order[2] if order else _issuer(title, signature, head, metadata)
    return Header(
        title=title,
        number=number or _from(metadata, "number"),
        issuer=issuer,
        date=_date(signature, head, metadata),
        text_start=text_start,
        letter_end=signature[1].end if signature else None,
    )


def before_text(lines: Sequence[Line], header: Header) -> Iterator[tuple[int, int]]:
    """Yield the stretches of sentences before the text that are no part of the document.

    Menus and fields of a page are silent; what says something (。) is never dropped unseen.
    """
    stated = [part for part in (header.title, header.number, header.date, header.issuer) if part]
    start = end = -1
    for line in lines:
        if line.end > header.text_start:
            break
        if not _SAYS.search(line.text) or any(
            part.start < line.end and line.start < part.end for part in stated
        ):
            continue
        if end >= 0 and line.start - end > 1:
            yield start, end
            start = -1
        start, end = (line.start if start < 0 else start), line.end
    if end >= 0:
        yield start, end


def _parted(line: Line, text: str, known: frozenset[str]) -> Iterator[Line]:
    """Part a line in which title, number and address stand without anything between them."""
    at = line.start
    for number in find_numbers(text, line.start, min(line.end, line.start + 200), known):
        before, behind = text[at : number.start], text[number.end : number.end + 1]
        glued = is_title(before.replace(" ", "")) or (not before.strip() and behind not in "）)")
        if not glued or text[: number.start].endswith(("（", "《")):
            break
        if before.strip():
            yield Line(before, at, number.start)
        yield Line(text[number.start : number.end], number.start, number.end)
        at = number.end
    while at < line.end and text[at] == " ":
        at += 1
    blank = text.rfind(" ", at, min(line.end, at + 200))
    while blank > at:
        if is_title(text[at:blank].replace(" ", "")) and salutation(text[blank + 1 : line.end]):
            yield Line(text[at:blank], at, blank)
            at = blank + 1
            break
        blank = text.rfind(" ", at, blank)
    if at < line.end:
        yield Line(text[at : line.end], at, line.end)


def _head(lines: Sequence[Line]) -> tuple[Sequence[Line], int]:
    """Return the lines before the text, and the offset where the text begins.

    A letter is addressed before anything in it is numbered: no line with a label, and none behind
    one, is an address (第二条 …应当通知有关部门：), unless it is an entry of a table of contents.
    """
    for index, line in enumerate(lines[:_HEAD_LINES]):
        label = LABEL_AT_START.match(line.text)
        if label and not _recurs(line.text[label.end() :], lines[index + 1 :]):
            break
        address = 0 if label else salutation(line.text)
        if address:
            return lines[:index], line.start + address
    for index, line in enumerate(lines[:_HEAD_LINES]):
        begins = LABEL_AT_START.match(line.text) is not None
        begins = begins or (index > 0 and _OPENING.fullmatch(line.text) is not None)
        if begins or (len(line.text) > _PARAGRAPH and not is_title(line.text)):
            return lines[:index], line.start
    return lines[:1], lines[0].end if lines else 0


def _recurs(heading: str, lines: Sequence[Line]) -> bool:
    """Whether what an entry of a table of contents names stands below as a heading."""
    return len(heading) <= _PARAGRAPH and any(line.text.endswith(heading) for line in lines)


def _order(head: Sequence[Line], text: str) -> tuple[Stated | None, Stated, Stated] | None:
    """Return title, number and issuer of an order (令) that proclaims a regulation."""
    for line, following in pairwise(head):
        body = _ORDER.fullmatch(line.text.replace(" ", ""))
        number = _ORDER_NUMBER.fullmatch(following.text.strip())
        if body and number:
            start = text.rfind(body["body"], line.start, line.end)
            name = Stated(body["body"], max(start, line.start), line.end - 1)
            value = f"{body['body']}令第{int(number['order'])}号"
            title = _proclaimed(text, following.end)
            return title, Stated(value, line.start, following.end), name
    return None


def _proclaimed(text: str, start: int) -> Stated | None:
    """Return the title that a letter or an order says it issues."""
    match = _PROCLAIMED.search(text, start, start + 2000)
    return Stated(match["title"], *match.span("title")) if match else None


def _title(head: Sequence[Line], metadata: Mapping[str, str]) -> Stated | None:
    found = find_title(head)
    if found:
        return Stated(*found)
    for line in head:
        if match := _LABELLED_TITLE.search(line.text):
            value = match["title"].strip()
            offset = line.start + match.start("title")
            return Stated(value, offset, offset + len(value))
    if metadata.get("title"):
        return _from(metadata, "title")
    menus = menu_lines(head)
    plain = [
        line
        for index, line in enumerate(head)
        if len(line.text) >= _SHORTEST_TITLE
        and CHARACTERS.fullmatch(line.text)
        and index not in menus
        and not line.text.startswith("（")  # （此件公开发布）
        and not line.text.endswith("文件")  # a red head
    ]
    return Stated(plain[-1].text, plain[-1].start, plain[-1].end) if plain else None


def _number(head: Sequence[Line], text: str, known: frozenset[str]) -> Stated | None:
    best: tuple[int, DocumentNumber] | None = None
    for line in head:
        labelled = _LABELLED_NUMBER.search(line.text)
        for found in find_numbers(text, line.start, line.end, known):
            alone = found.start - line.start <= 1 and not text[found.end : line.end].strip("） ")
            leads = found.start == line.start and text[found.end : found.end + 1] in " \t"
            rank = 3 * alone or 2 * bool(labelled) or int(leads)
            if rank and (best is None or rank > best[0]):
                best = (rank, found)
    if best is None and (own := _OWN_ATTACHMENT.search(text)):
        attached = next(find_numbers(text, own.end(), own.end() + 40, known), None)
        best = (0, attached) if attached else None
    return Stated(best[1].text, best[1].start, best[1].end) if best else None


def _from(metadata: Mapping[str, str], key: str) -> Stated | None:
    return Stated(metadata[key], -1, -1) if metadata.get(key) else None


def _issuer(
    title: Stated | None,
    signature: tuple[Line | None, Line] | None,
    head: Sequence[Line],
    metadata: Mapping[str, str],
) -> Stated | None:
    if title and title.start >= 0 and (match := issuer_of_title().match(title.value)):
        return Stated(match["issuer"].strip(), title.start, title.start + match.end("issuer"))
    if signature and signature[0]:
        name = signature[0]
        return Stated(name.text.replace(" ", ""), name.start, name.end)
    for line in head:
        if match := _LABELLED_ISSUER.search(line.text):
            start, end = match.span("issuer")
            return Stated(match["issuer"], line.start + start, line.start + end)
    return _from(metadata, "issuer")


def _date(
    signature: tuple[Line | None, Line] | None, head: Sequence[Line], metadata: Mapping[str, str]
) -> Stated | None:
    if signature:
        line = signature[1]
        signed = next(find_dates(line.text, 0, len(line.text)), None)
        if signed:  # 2018年11月31日 has the form of a date, and is no day
            return Stated(signed.last().isoformat(), line.start, line.end)
    for line in head:
        if match := _LABELLED_DATE.search(line.text):
            date = next(find_dates(line.text, match.end(), len(line.text)), None)
            if date and date.day:
                start, end = line.start + date.start, line.start + date.end
                return Stated(date.last().isoformat(), start, end)
    return _from(metadata, "date_issued")
