"""Target groups, by the written forms of their scheme: the longest form wins.

Forms read: 农业转移人口, 进城落户农民, 居住证持有人 and all others of
``ontology/schemes/groups.ttl``; a form with ``…`` stands for a few words between its parts.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.forms import Forms, compile_forms
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


def mentions(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the groups named between the offsets: preferred name, start and end."""
    return (found for found in _forms().find(text, start, end) if not _BODY.match(text, found[2]))


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
