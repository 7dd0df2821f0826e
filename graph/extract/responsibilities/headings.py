"""Agencies as headings of items: what stands below is theirs.

Forms read::

    1.县交通运输局：负责道路运输保障                       name and colon behind the label
    （二）市教育局、市财政局：牵头制定具体办法             names; the first verb tells the role
    省公安厅：负责维护现场秩序                             a line without a label, with a verb
    新闻办：负责宣传。网信办：负责监测              several on one line
    …组织体系如下。甲局：负责…。乙局：负责…         behind other words, where several follow
    9．卫生部门：负责监测疫情                              a department by its work, with its part
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.responsibilities.name_forms import is_open, is_surely_agency, set_nouns
from graph.extract.responsibilities.names import read_names
from graph.extract.responsibilities.parts import part_at
from graph.extract.responsibilities.shares import Share
from graph.extract.responsibilities.verbs import verb_at
from graph.grammar.numbering import LABEL_AT_START
from graph.model import Form, Role
from ontology import agencies

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING = re.compile(r"[ ]*(?P<names>[\u4e00-\u9fff（）、]{3,60})[：:][ ]?(?=[\u4e00-\u9fff])")
_NEXT = re.compile(r"[。；](?=[\u4e00-\u9fff（）、]{3,60}[：:])")
_FEWEST_RUN_IN = 3  # headings on a line that begins with something else
_REMIT = re.compile(r"(?:主要|具体|按照?职责|根据职责|依法|统一|全面|承担)+(?:分工)?，?")


def _heads(name: str) -> bool:
    """Whether a name can head an item; a bare noun (复核机构：…) only labels what follows."""
    return is_open(name) or (is_surely_agency(name) and not _noun().search(name))


def _is_of_work(name: str) -> bool:
    """Whether a bare noun is that of a registered work: 卫生部门：负责…, but not 主管部门：…."""
    return bool(agencies.bearers(name))


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"{set_nouns()}$")


def find_heading(text: str, start: int, end: int, prefix: str) -> Iterator[tuple[Share, ...]]:
    """Yield the agencies that head the item between the offsets, or lines of it.

    A line without a label must go on with what is done: a letter's address (各有关单位：为…) is no
    heading.
    """
    label = LABEL_AT_START.match(text, start, end)
    at = label.end() if label else start
    labelled = label is not None
    while at < end:
        line_end = text.find("\n", at, end)
        stop = end if line_end < 0 else line_end
        yield from _on_line(text, at, stop, prefix, labelled=labelled)
        at, labelled = stop + 1, False


def _on_line(
    text: str, start: int, end: int, prefix: str, *, labelled: bool
) -> Iterator[tuple[Share, ...]]:
    """Yield the agencies that head a line, and those that head a sentence of it behind them."""
    if text.find("：", start, end) < 0 and text.find(":", start, end) < 0:
        return
    first = _heading(text, start, end, prefix, labelled=labelled)
    found = [first] if first else []
    behind = first[0].name.end if first else start
    for mark in _NEXT.finditer(text, behind, end):  # 新闻办：负责宣传。网信办：负责…
        following = _heading(text, mark.end(), end, prefix, labelled=False)
        if following:
            stop = mark.start() + (text[mark.start()] == "。")
            if found:
                found[-1] = tuple(replace(share, end=stop) for share in found[-1])
            found.append(following)
    if first or len(found) >= _FEWEST_RUN_IN:
        yield from found


def _heading(text: str, start: int, end: int, prefix: str, *, labelled: bool) -> tuple[Share, ...]:
    heading = _HEADING.match(text, start, end)
    if heading is None:
        return ()
    remit = _REMIT.match(text, heading.end(), end)
    at = remit.end() if remit else heading.end()
    role = part_at(text, at, end)
    if not (labelled or role or verb_at(text, at, end)):
        return ()
    names = read_names(text, *heading.span("names"), prefix, running=True)
    named = names.names if names else ()
    if names is None or not all(_heads(n.text) or (role and _is_of_work(n.text)) for n in named):
        return ()
    others, first, rule = names.among_others, heading.start("names"), "responsibility.heading"
    return tuple(
        Share(name, role or Role.RESPONSIBLE, Form.ITEM_AGENCY, others, first, end, rule)
        for name in names.names
    )
