"""Target groups, by the written forms of their scheme: the longest form wins.

Forms read: 农业转移人口, 进城落户农民, 居住证持有人 and all others of
``ontology/schemes/groups.ttl``; a form with ``…`` stands for a few words between its parts.

A group is none as part of another name: of a body (残疾人联合会), a right (职工基本医疗保险), a
document (《流动人口服务管理条例》), a paper or a system (学生证, 企业名录), or behind 非
(民办非企业单位).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.forms import Forms, compile_forms
from graph.grammar.titles import find_titles
from graph.model import GroupMention, Place
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Document

_SILENT = (Place.TITLE, Place.NOTICE)


@cache
def _forms() -> Forms:
    return compile_forms(lexicon.scheme("groups"))


# 退役军人事务局, 残疾人联合会: a body for a group names the body.
_BODY = re.compile(
    "(?:事务|工作|服务|管理|就业|权益)*(?:事务(?=[、，和])|局|厅|联合会|协会|领导小组|办公室|委员会|部门|基金会)"
)


@cache
def _other_name() -> re.Pattern[str]:
    forms = lexicon.concepts("measure-words")["not-a-group"].written
    return re.compile("|".join(sorted(map(re.escape, forms), key=len, reverse=True)))


@cache
def _rights() -> Forms:
    return compile_forms(lexicon.scheme("rights"))


def mentions(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the groups named between the offsets: preferred name, start and end."""
    taken = [(title.start, title.end) for title in find_titles(text, start, end)]
    taken += [(first, last) for _, first, last in _rights().find(text, start, end)]
    for group, first, last in _forms().find(text, start, end):
        if _BODY.match(text, last) or _other_name().match(text, last):
            continue
        if text[first - 1 : first] == "非" and first > start:
            continue
        # 《居住证》持有人 begins with a title of its own
        if any((a < first and last <= b) or (a == first and last < b) for a, b in taken):
            continue
        yield group, first, last


def find(document: Document) -> Iterator[GroupMention]:
    """Yield the mentions of target groups in the order of the text."""
    for passage in document.passages:
        if passage.where in _SILENT:
            continue
        for group, start, end in mentions(document.folded.text, passage.start, passage.end):
            yield GroupMention(
                where=passage.where,
                work=passage.work,
                span=document.folded.span(start, end),
                rule="group.form",
                group=group,
            )
