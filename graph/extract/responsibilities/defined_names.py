"""Coordinating groups under the short form that their document gives them.

Forms read::

    …市贸易便利化联席会议（以下简称联席会议）… 联席会议办公室要     in the text, from there on
    关于建立…市民办教育工作联席会议制度的通知 … 联席会议要          in the title

A short form stands for a full name only where that begins with its level or place. What one work
of a file defines (a letter, the text within it) says nothing of another. Bodies of a register are
known by their short forms, and keep them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extract.responsibilities.name_forms import level_at_head
from graph.extract.responsibilities.name_in_text import can_be_agency_in_text
from ontology import divisions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Document, Passage

_GROUP = "(?:领导小组|联席会议|指挥部|协调小组|工作专班)"
_DEFINED = re.compile(
    rf"(?P<full>[\u4e00-\u9fff“”]{{4,40}}{_GROUP}(?:办公室)?)"
    r"（以下(?:简称|称|统称)为?[“”]?(?P<short>[\u4e00-\u9fff]{2,14})[“”]?）"
)
_IN_TITLE = re.compile(
    r"(?P<full>[\u4e00-\u9fff“”]{4,40}?(?P<short>领导小组|联席会议|指挥部|协调小组))"
    r"(?=制度|组成|成员|工作规则|议事|的|$)"
)
_SUFFIX = re.compile(r"(?:办公室|成员单位)$")
_SHORTEST, _LONGEST_PLACE = 6, 8  # characters of a full name, and of a place's name
_LEVELS = ("省", "市", "县", "区", "州", "旗", "盟", "自治区", "自治州", "自治县", "兵团")
_OF_ALL = ("国务院", "全国", "中央", "国家")


@dataclass(frozen=True, slots=True)
class Defined:
    """A full name for a short form, in a work from an offset on."""

    full: str
    short: str
    start: int
    work: int | None  # None for the whole document, by its title


def defined_in(document: Document) -> tuple[Defined, ...]:
    """Return the short forms of coordinating groups that a document gives."""
    return (*_in_text(document), *_in_title(document.title))


def full_name(written: str, at: int, passage: Passage, defined: tuple[Defined, ...]) -> str:
    """Return the full name of a group written in short at an offset, or nothing."""
    for name in defined:
        holds = name.work is None or (name.work == passage.work and name.start <= at)
        if holds and written == name.short:
            return name.full
        suffix = _SUFFIX.search(written)
        if holds and suffix and written == name.short + suffix.group():
            return name.full + suffix.group()
    return ""


def _in_text(document: Document) -> Iterator[Defined]:
    text = document.folded.text
    if "（以下" not in text:
        return
    for passage in document.passages:
        if text.find("（以下", passage.start, passage.end) < 0:
            continue
        for found in _DEFINED.finditer(text, passage.start, passage.end):
            full = _whole(found["full"])
            if full and full != found["short"]:
                yield Defined(full, found["short"], found.start("short"), passage.work)


def _in_title(title: str) -> Iterator[Defined]:
    found = _IN_TITLE.search(title)
    full = _whole(found["full"]) if found else ""
    if found and full:
        yield Defined(full, found["short"], 0, None)


def _whole(words: str) -> str:
    """Return the longest end of words that is a name with its level or place, or nothing.

    >>> _whole("成立重庆市民办教育工作联席会议"), _whole("建立环境治理联席会议")
    ('重庆市民办教育工作联席会议', '')
    """
    for start in range(len(words) - _SHORTEST):
        name = words[start:]
        if _is_placed(name) and can_be_agency_in_text(name):
            return name
    return ""


def _is_placed(name: str) -> bool:
    if name.startswith(_OF_ALL) or level_at_head(name) in _LEVELS:
        return True
    return any(divisions.by_name(name[:length]) for length in range(2, _LONGEST_PLACE))
