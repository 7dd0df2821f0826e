"""Title, document number, issuing body and date: what stands around the text of a document.

The document's own words come first: the line that is a title, the number alone on its line
(发文字号), the signature over the date. What a page or file states beside the text (metadata) fills
in only what these leave open, and printing or publication dates are never the date of issue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.dates import DATE, find_dates
from graph.grammar.document_numbers import DocumentNumber, find_numbers
from graph.grammar.numbering import LABEL_AT_START
from graph.structure.lines import Line, body_endings, is_body_name, is_date, salutation
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEAD_LINES = 60  # a page's navigation and metadata are shorter than this
_TITLE_LINES = 5
_LONGEST_TITLE = 160
_PARAGRAPH = 90  # a line this long is text
_ABOUT = re.compile(r"关于|印发|转发|批转|发布|公布|下发|批复|表彰|调整|废止")
_TITLE_CHARACTERS = re.compile(r"[\u4e00-\u9fffA-Za-z0-9《》〈〉“”‘’（）、，—\-%+·. /〇○]{4,}")
_NAVIGATION = re.compile(r"〉|^\S{2,6} - |_")
_LABELLED_NUMBER = re.compile(r"(?:^|\s)(?:文\s*号|发文字号|文件编号|发文文号|文件号)[：:\s]*")
_LABELLED_TITLE = re.compile(
    r"(?:^|\s)(?:标\s*题|名\s*称|文件名称|信息名称)[：:]\s*(?P<title>\S[^\n\t]*)"
)
_LABELLED_DATE = re.compile(r"(?:成文日期|成文时间|发文日期)[：:\s]*")
_LABELLED_ISSUER = re.compile(
    r"(?:发文机关|发文单位|制发机关|发布机关|发布机构)[：:]\s*(?P<issuer>[\u4e00-\u9fff]+)"
)
_OWN_ATTACHMENT = re.compile(
    r"附件：[^\n]{0,4}(?=[\u4e00-\u9fff]{2,14}〔\d{4}〕\d+号[^\n]{0,3}(?:关于|印发))"
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


@cache
def _kinds() -> str:
    forms = sorted(lexicon.scheme("document-kinds"), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, forms)) + ")"


@cache
def _ends_in_kind() -> re.Pattern[str]:
    return re.compile(rf"{_kinds()}》?(?:（[^（）]{{1,24}}）)*(?:》的(?:通知|函|公告|通告|决定))?$")


@cache
def _title_issuer() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<issuer>[\u4e00-\u9fff、 ]{{2,60}}?{body_endings()})(?:{_ABOUT.pattern})"
    )


def is_title(text: str) -> bool:
    """Tell whether a line, or lines joined, can be the title of an official document.

    >>> is_title("库尔勒市推动非户籍人口在城市落户实施方案"), is_title("一、总体要求")
    (True, False)
    """
    return (
        len(text) <= _LONGEST_TITLE
        and _TITLE_CHARACTERS.fullmatch(text) is not None
        and _ends_in_kind().search(text) is not None
        and not LABEL_AT_START.match(text)
        and not _NAVIGATION.search(text)
    )


def _joined(lines: Sequence[Line]) -> str:
    return "".join(line.text for line in lines).replace(" ", "")


def _find_title(head: Sequence[Line]) -> Sequence[Line]:
    """Return the lines of the title: the last complete one before the text, from its first line."""
    best: Sequence[Line] = ()
    best_rank = (-1, -1, -1)
    for first in range(len(head)):
        for count in range(1, min(_TITLE_LINES, len(head) - first) + 1):
            run = head[first : first + count]
            text = _joined(run)
            if len(text) > _LONGEST_TITLE or LABEL_AT_START.match(run[-1].text):
                break
            if any(salutation(line.text) or is_date(line.text) for line in run):
                break
            if not is_title(text):
                continue
            begins = bool(_title_issuer().match(text) or _ABOUT.match(text) or text[0] == "《")
            rank = (int(begins) + bool(_ABOUT.search(text)), first + count, count)
            if rank[0] > best_rank[0] or (rank[0] == best_rank[0] and rank[1:] > best_rank[1:]):
                best, best_rank = run, rank
    return best


def _head(lines: Sequence[Line]) -> tuple[Sequence[Line], int]:
    """Return the lines before the text, and the offset where the text begins."""
    for index, line in enumerate(lines[:_HEAD_LINES]):
        address = salutation(line.text)
        if address:
            return lines[:index], line.start + address
    for index, line in enumerate(lines[:_HEAD_LINES]):
        begins = LABEL_AT_START.match(line.text) and index
        if begins or (len(line.text) > _PARAGRAPH and not is_title(line.text)):
            return lines[:index], line.start
    return lines[:1], lines[0].end if lines else 0


def _number(head: Sequence[Line], text: str, known: frozenset[str]) -> DocumentNumber | None:
    best: tuple[int, DocumentNumber] | None = None
    for line in head:
        for found in find_numbers(text, line.start, line.end, known):
            alone = found.end - found.start >= len(line.text.strip("（） "))
            labelled = _LABELLED_NUMBER.search(line.text)
            if alone or labelled:
                rank = 2 if alone else 1
                if best is None or rank > best[0]:
                    best = (rank, found)
    if best:
        return best[1]
    own = _OWN_ATTACHMENT.search(text)
    if own:
        return next(find_numbers(text, own.end(), min(len(text), own.end() + 40), known), None)
    return None


def _signature(lines: Sequence[Line], text: str, start: int) -> tuple[Line | None, Line] | None:
    """Return the first signed date after ``start``: the lines of the body's name and of the date."""
    previous: Line | None = None
    for line in lines:
        if line.start >= start:
            if is_date(line.text):
                name = previous if previous and is_body_name(previous.text) else None
                return name, line
            within = _signed_at_end(line, text)
            if within:
                return within
        previous = line
    return None


@cache
def _signed() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|(?<=[。！）]))[ ]*(?P<name>[\u4e00-\u9fff]{{2,{30}}}?{body_endings()})[ ]*(?P<date>{DATE.pattern})",
        re.VERBOSE,
    )


def _signed_at_end(line: Line, text: str) -> tuple[Line, Line] | None:
    """A signature inside a line: name and date after a full stop, and no 起 or 前 behind them."""
    for match in _signed().finditer(text, line.start, line.end):
        if not (match["day"] or match["iso_day"]) or re.match(
            r"[起前底至以，。、内印]", text[match.end() :][:1]
        ):
            continue
        name = Line(match["name"], match.start("name"), match.end("name"))
        return name, Line(match["date"], match.start("date"), match.end("date"))
    return None


def read_header(
    lines: Sequence[Line], text: str, metadata: dict[str, str], known: frozenset[str]
) -> Header:
    """Return what identifies the document whose folded ``text`` has these ``lines``."""
    head, text_start = _head(lines)
    run = _find_title(head)
    title = Stated(_joined(run), run[0].start, run[-1].end) if run else _other_title(head, metadata)
    found = _number(head, text, known)
    number = Stated(found.text, found.start, found.end) if found else _from(metadata, "number")
    signature = _signature(lines, text, text_start)
    return Header(
        title=title,
        number=number,
        issuer=_issuer(title, signature, head, metadata),
        date=_date(signature, head, metadata),
        text_start=text_start,
        letter_end=signature[1].end if signature else None,
    )


def _from(metadata: dict[str, str], key: str) -> Stated | None:
    return Stated(metadata[key], -1, -1) if metadata.get(key) else None


def _other_title(head: Sequence[Line], metadata: dict[str, str]) -> Stated | None:
    for line in head:
        match = _LABELLED_TITLE.search(line.text)
        if match:
            offset = line.start + match.start("title")
            return Stated(match["title"].strip(), offset, offset + len(match["title"]))
    if "title" in metadata:
        return _from(metadata, "title")
    plain = [x for x in head if len(x.text) > 5 and _TITLE_CHARACTERS.fullmatch(x.text)]  # noqa: PLR2004 - 关于…的 alone is shorter
    return Stated(plain[-1].text, plain[-1].start, plain[-1].end) if plain else None


def _issuer(
    title: Stated | None,
    signature: tuple[Line | None, Line] | None,
    head: Sequence[Line],
    metadata: dict[str, str],
) -> Stated | None:
    if title and title.start >= 0 and (match := _title_issuer().match(title.value)):
        name = match["issuer"].strip()
        return Stated(name, title.start, title.start + match.end("issuer"))
    if signature and signature[0]:
        name_line = signature[0]
        return Stated(name_line.text.replace(" ", ""), name_line.start, name_line.end)
    for line in head:
        if match := _LABELLED_ISSUER.search(line.text):
            return Stated(
                match["issuer"],
                line.start + match.start("issuer"),
                line.start + match.end("issuer"),
            )
    return _from(metadata, "issuer")


def _date(
    signature: tuple[Line | None, Line] | None, head: Sequence[Line], metadata: dict[str, str]
) -> Stated | None:
    if signature:
        line = signature[1]
        date = next(find_dates(line.text, 0, len(line.text)))
        return Stated(date.last().isoformat(), line.start, line.end)
    for line in head:
        if match := _LABELLED_DATE.search(line.text):
            date = next(find_dates(line.text, match.end(), len(line.text)), None)
            if date and date.day:
                return Stated(
                    date.last().isoformat(), line.start + date.start, line.start + date.end
                )
    return _from(metadata, "date_issued")
