"""What identifies a document: its title and number, who issued it, to whom, and on which day.

The document's own words come first: the lines that are a title, the number alone on its line
(发文字号), the signature over the date. What a page or file states beside the text (metadata) fills
in only what these leave open, and printing or publication dates are never the date of issue.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.grammar.ideographs import HAN
from graph.structure.addressees import addressed_below, addressees
from graph.structure.announced import issues
from graph.structure.enactment import Enacted, enacted
from graph.structure.fields import find_fields
from graph.structure.formal_lines import formal_stretches
from graph.structure.front import front_of, text_start
from graph.structure.issue_day import day_of_line, issue_day
from graph.structure.issued_by import Told, issued_by, named_in, red_head
from graph.structure.lines import Line, is_date
from graph.structure.menus import menu_lines
from graph.structure.news import find_news
from graph.structure.orders import find_order
from graph.structure.own_number import own_number
from graph.structure.page_furniture import is_furniture
from graph.structure.signature import find_signature
from graph.structure.titles import CHARACTERS, find_title, is_note

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.grammar.document_numbers import DocumentNumber
    from graph.model import PartKind
    from graph.structure.enactment import Proclamation
    from graph.structure.fields import Field
    from graph.structure.front import Front
    from graph.structure.orders import Order

_SHORTEST_TITLE = 6
_PLAIN = re.compile(rf"[{HAN}]{{4}}")
_MARKS = re.compile(r"[ 《》〈〉]")
_YEAR_OF_NUMBER = re.compile(r"〔((?:19|20)\d{2})〕")


@dataclass(frozen=True, slots=True)
class Stated:
    """A value and where it stands in the folded text; ``start`` is -1 for metadata of the file."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Header:
    """What identifies a document, and where its text begins and its letter ends.

    ``formal`` are the stretches behind the beginning of the text that are its form and none of its
    words: the signature, the title and the notes that an order repeats. ``no_day`` is a date below
    the signature that is no day of any year (11月31日).
    """

    title: Stated | None
    number: Stated | None
    issuers: tuple[Stated, ...]
    addressees: tuple[Stated, ...]
    date: Stated | None
    enacted: Enacted
    address: tuple[int, int] | None
    text_start: int
    letter_end: int | None
    formal: tuple[tuple[int, int, PartKind], ...] = ()
    no_day: tuple[int, int] | None = None

    @property
    def form(self) -> list[tuple[int, int]]:
        """Return the stretches of the document's form without what they are."""
        return sorted((start, end) for start, end, _ in self.formal)


def read_header(
    lines: Sequence[Line], text: str, metadata: Mapping[str, str], known: frozenset[str]
) -> Header:
    """Return what identifies the document whose folded ``text`` has these ``lines``."""
    front = front_of(lines, text, known)
    fields = list(find_fields(front.lines, text))
    news = find_news(front.lines, text)
    act = enacted(front.parted, text, front.end)
    proclaimed = act.proclamation
    found = find_title(front.lines)
    start = news.end if news else text_start(front, found[2] if found else max(front.end, 0))
    if proclaimed and proclaimed.start < start:
        start = proclaimed.start
    named = (named_in(text, Stated(*found)) if found else ()) or red_head(text, front.lines)
    signature = find_signature(lines, text, start, [name.text for name in named])
    if front.address and signature:  # what a letter forwards has a note of its own below it
        act = act.before(signature.start)
    order = find_order(
        [line for line in front.lines if line.start < start],
        text,
        known,
        signed_by_head=bool(signature and signature.person and proclaimed),
    )
    title = (
        Stated(news.title.text, news.title.start, news.title.end)
        if news
        else _title(front, fields, proclaimed, order, metadata)
    )
    if title and proclaimed and not order and not _is_about(title.value, proclaimed):
        act = act.without_proclamation()
    if order and proclaimed and title and signature:
        act = act.only(_own_notes(act.notes, front.parted, title.value, signature.end))
    if title:
        act = act.of_what_is_issued(text, title.value)
    number = (
        Stated(order.number, order.start, order.end)
        if order
        else _stated(own_number(front.lines, fields, text, known, title))
    )
    if number is None and act.number:
        number = Stated(*act.number)
    told = Told(text, title, order, signature, fields, front.lines, act)
    day = issue_day(told)
    dated = Stated(day.value.isoformat(), day.start, day.end) if day else None
    issuers = (
        [Stated(n.text, n.start, n.end) for n in news.issuers]
        if news
        else [
            Stated(name.text, name.start, name.end)
            for name in issued_by(
                replace(
                    told,
                    number=number.value if number else "",
                    day=_known_day(dated, number),
                )
            )
        ]
    )
    address = front.address or addressed_below(text, start)
    if not issuers and metadata.get("issuer"):
        issuers = [Stated(metadata["issuer"], -1, -1)]
    return Header(
        title=title,
        number=number or _from(metadata, "number"),
        issuers=tuple(issuers),
        addressees=tuple(
            Stated(name.text, name.start, name.end)
            for name in (addressees(text, *address) if address else ())
        ),
        date=dated or _from(metadata, "date_issued"),
        enacted=act,
        address=front.address,
        text_start=start,
        letter_end=signature.end if signature else None,
        formal=tuple(formal_stretches(lines, start, title, signature, act)),
        no_day=(
            (signature.date.start, signature.date.end)
            if signature and day_of_line(signature.date) is None
            else None
        ),
    )


def _title(
    front: Front,
    fields: Sequence[Field],
    proclaimed: Proclamation | None,
    order: Order | None,
    metadata: Mapping[str, str],
) -> Stated | None:
    said = proclaimed and Stated(
        proclaimed.title.text, proclaimed.title.start, proclaimed.title.end
    )
    found = find_title(front.lines)
    if order and said:
        same = found and _MARKS.sub("", found[0]) == _MARKS.sub("", said.value)
        return Stated(*found) if found and same else said
    if found:
        return Stated(*found)
    for field in fields:
        if field.key == "title" and _PLAIN.search(field.value):
            return Stated(field.value, field.start, field.end)
    return said or _from(metadata, "title") or _plain(front.lines)


def _known_day(dated: Stated | None, number: Stated | None) -> dt.date | None:
    """Return the day of a document, or the last of the year of its number."""
    if dated:
        return dt.date.fromisoformat(dated.value)
    year = _YEAR_OF_NUMBER.search(number.value) if number else None
    return dt.date(int(year[1]), 12, 31) if year else None


def _is_about(title: str, proclaimed: Proclamation) -> bool:
    """Whether a sentence proclaims the document, or what it issues: no act that it only serves.

    关于做好《甲条例》贯彻实施工作的通知 … 《甲条例》已经…通过，自…起施行
    """
    bare, told = _MARKS.sub("", title), _MARKS.sub("", proclaimed.title.text)
    return told not in bare or bare.endswith(told) or issues(title, told)


def _own_notes(notes: Sequence[Line], lines: Sequence[Line], title: str, behind: int) -> list[Line]:
    """Return the notes of an order's own document, and not those of an act that it prints anew.

    Below the order and its decision may stand the act that this amends, with a note of its own.
    """
    bare = _MARKS.sub("", title)
    found: list[Line] = []
    for note in notes:
        above = [line for line in lines if behind <= line.start < note.start]
        last = next((_MARKS.sub("", line.text) for line in above[::-1]), "")
        if note.end <= behind or (last and bare.endswith(last)):
            found.append(note)
    return found


def _stated(number: DocumentNumber | None) -> Stated | None:
    return Stated(number.text, number.start, number.end) if number else None


def _plain(head: Sequence[Line]) -> Stated | None:
    """Return a title that ends in no kind of document: the last line of plain words."""
    menus = menu_lines(head)
    plain = [
        line
        for index, line in enumerate(head)
        if len(line.text) >= _SHORTEST_TITLE
        and CHARACTERS.fullmatch(line.text)
        and _PLAIN.search(line.text)
        and index not in menus
        and not is_furniture(line.text)
        and not is_date(line.text)
        and not line.text.startswith("（")  # （此件公开发布）
        and not _is_of_note(line.text)
        and not line.text.endswith("文件")  # a red head
    ]
    return Stated(plain[-1].text, plain[-1].start, plain[-1].end) if plain else None


def _is_of_note(line: str) -> bool:
    """Whether a line is of the note on how a document came about, which may have several lines.

    （1994年8月4日…通过⏎2004年6月25日某市人大常委会第三十二次会议第二次修正）
    """
    return line.count("（") != line.count("）") or is_note(line.strip("（）"))


def _from(metadata: Mapping[str, str], key: str) -> Stated | None:
    return Stated(metadata[key], -1, -1) if metadata.get(key) else None
