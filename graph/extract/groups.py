"""Target groups, by the written forms of their scheme: the longest form wins.

Forms read: 农业转移人口, 进城落户农民, 居住证持有人 and all others of ``ontology/schemes/groups.ttl``; a form
with ``…`` stands for a few words between its parts.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.model import GroupMention, Place
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Document

_SILENT = (Place.TITLE, Place.NOTICE)
_WORDS_BETWEEN = r"[^。；，\n]{1,20}?"


@cache
def _forms() -> tuple[re.Pattern[str], tuple[str, ...]]:
    forms = lexicon.scheme("groups")
    pattern = "|".join(
        "(" + _WORDS_BETWEEN.join(re.escape(part) for part in form.split("…")) + ")"
        for form in forms
    )
    return re.compile(pattern), tuple(forms.values())


def mentions(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the groups named between the offsets: preferred name, start and end."""
    pattern, names = _forms()
    for match in pattern.finditer(text, start, end):
        yield names[(match.lastindex or 1) - 1], match.start(), match.end()


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
