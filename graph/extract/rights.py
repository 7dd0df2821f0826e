"""Rights and who holds them.

A right is found by its written form in a sentence that speaks of having, keeping or granting it.
Its holder is the group named last before it in the same sentence, else the first one behind it in
the same clause, else, where the sentence names no other group, the one that the provision names
first (in its heading, mostly). Otherwise the holder stays open. Companies and other organisations
hold no personal right. Words of a right that are part of a body's, a fund's or a document's name
(住房保障部门), or stand for a department in a list (科技和知识产权、发展改革等部门), state none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.groups import mentions
from graph.grammar.forms import Forms, compile_forms
from graph.grammar.sentences import sentences
from graph.grammar.titles import find_titles
from graph.model import Place, RightMention
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Document, Passage

_CLAUSE_END = re.compile("[，；。]")
_SILENT = (Place.TITLE, Place.NOTICE)
_IN_LIST = re.compile(r"(?:[、和][\u4e00-\u9fff]{2,14}){0,20}等(?:有关|相关|主管|职能|行政)?部门")


@cache
def _forms() -> Forms:
    return compile_forms(lexicon.scheme("rights"))


@cache
def _entitlement() -> re.Pattern[str]:
    forms = lexicon.concepts("measure-words")["entitlement"].written
    return re.compile("|".join(sorted(map(re.escape, forms), key=len, reverse=True)))


@cache
def _other_name() -> re.Pattern[str]:
    forms = lexicon.concepts("measure-words")["not-a-right"].written
    return re.compile("|".join(sorted(map(re.escape, forms), key=len, reverse=True)))


def _persons(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    organisations = lexicon.collections("groups")["组织"]
    return (found for found in mentions(text, start, end) if found[0] not in organisations)


def find(document: Document) -> Iterator[RightMention]:
    """Yield the rights that ``document`` speaks of, in the order of its text."""
    text = document.folded.text
    for passage in document.passages:
        if passage.where in _SILENT:
            continue
        first_group = next(_persons(text, passage.start, passage.end), None)
        for sentence in sentences(text, passage.start, passage.end):
            if not _entitlement().search(text, sentence.start, sentence.end):
                continue
            yield from _in_sentence(document, passage, sentence.start, sentence.end, first_group)


def _in_sentence(
    document: Document,
    passage: Passage,
    start: int,
    end: int,
    first_group: tuple[str, int, int] | None,
) -> Iterator[RightMention]:
    text = document.folded.text
    groups = list(_persons(text, start, end))
    titles = [(title.start, title.end) for title in find_titles(text, start, end)]
    for right, right_start, right_end in _forms().find(text, start, end):
        in_title = any(first <= right_start < last for first, last in titles)
        other = _other_name().match(text, right_end, end) or _IN_LIST.match(text, right_end, end)
        if in_title or other:
            continue
        before = [group for group, _, stop in groups if stop <= right_start]
        clause_end = _CLAUSE_END.search(text, right_end, end)
        stop = clause_end.start() if clause_end else end
        behind = [group for group, begin, _ in groups if right_end <= begin < stop]
        alone = first_group and all(group == first_group[0] for group, _, _ in groups)
        later = first_group is not None and right_end <= first_group[1] < end  # another clause's
        inherited = first_group[0] if first_group and alone and not later else None
        holder = before[-1] if before else behind[0] if behind else inherited
        yield RightMention(
            where=passage.where,
            work=passage.work,
            span=document.folded.span(right_start, right_end),
            rule="right.in-sentence" if before or behind else "right.in-provision",
            right=right,
            holder=holder,
        )
