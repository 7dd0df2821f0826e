"""A document as a news agency prints it: its title and issuers stand in a sentence about it.

Forms read::

    中办、国办印发《关于…的意见》
    新华社北京7月28日电 近日，中共中央办公厅、国务院办公厅印发了《关于…的意见》，并发出通知，要求
    各地区各部门结合实际认真贯彻落实。
    《关于…的意见》全文如下。
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.grammar.ideographs import HAN
from graph.structure.issuing_bodies import issuers_in
from graph.structure.lines import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

_TITLE = r"《(?P<title>[^《》\n]{4,100}(?:《[^《》\n]{2,60}》[^《》\n]{0,30})?)》"
_SENTENCE = re.compile(
    rf"(?:^|(?<=[\n。，日电 ]))(?:近日|日前|最近)?[，]?(?P<by>[{HAN}、 ]{{2,80}}?)"
    r"(?:近日|日前|最近|联合|正式|已经?|制定)*"
    rf"(?:印发|发布|公布|出台|下发)了?[ ]?{_TITLE}(?!的)",
    re.MULTILINE,
)
_FOLLOWS = re.compile(r"(?:全文|主要内容|具体内容|内容|原文)(?:公布)?如下[：。]?")
_NAMED = re.compile(_TITLE)


@dataclass(frozen=True, slots=True)
class News:
    """The title and the issuers that a piece of news tells, and where the text itself begins."""

    title: Line
    issuers: tuple[Line, ...]
    end: int


def find_news(head: Sequence[Line], text: str) -> News | None:
    """Return what a piece of news tells of the document that it prints whole."""
    follows = [line for line in head if _FOLLOWS.search(line.text) and "《" in line.text]
    if not follows:
        return None
    told: list[tuple[str, tuple[Line, ...]]] = []
    for match in _SENTENCE.finditer(text, head[0].start, follows[-1].start):
        issuers = tuple(issuers_in(text, *match.span("by")))
        if issuers:
            told.append(("".join(match["title"].split()), issuers))
    last = list(_NAMED.finditer(text, head[0].start, follows[-1].end))[-1:]
    if not told or not last or "".join(last[0]["title"].split()) != told[0][0]:
        return None
    title = Line(told[0][0], *last[0].span("title"))
    issuers = max((names for _, names in told), key=lambda names: sum(len(n.text) for n in names))
    return News(title, issuers, follows[-1].end)
