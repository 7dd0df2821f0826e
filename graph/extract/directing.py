"""The passages of a document that can direct somebody: a letter's set words do not.

A letter states what it asks for as any provision does. Set words that only hand over a text, ask to
have it carried out, or tell whom to turn to are left out::

    现将《甲方案》印发给你们，请认真贯彻执行。                  hands over, and asks to carry it out
    《甲办法》已经市政府同意，现转发给你们。                    hands over
    各有关部门要认真贯彻落实。                                 asks nothing beside
    执行中的问题，请与市财政局联系。                           whom to turn to

Stated like anywhere::

    各地要于月底前上报进展。
    现将《甲方案》印发给你们，请各牵头部门细化措施，按月通报。   from 请 on
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.sentences import sentences
from graph.model import Place
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.grammar.sentences import Stretch
    from graph.model import Document, Passage

# what is asked of: 你们, 各地、各有关部门, 全市各级各部门
_ASKED = r"(?:你[们市县区省厅局委单位]*|(?:全[省市县区]|各|有关|相关)[^，。；]{1,24}?)?"
_AIM = re.compile(r"[\s]*为(?!期)")
_URGED = r"(?:要|应当?|须|务必|一定要)?"


@cache
def _handed_over() -> re.Pattern[str]:
    """Return the pattern of the clause that hands over: 现将《…》印发给你们, 已在网上发布."""
    words = _alternatives("hands-over")
    anything = r"(?:[^，。；《》]|《[^《》]*》)"
    return re.compile(
        rf"(?:现(?![有场行状代金阶在实])|已){anything}{{0,160}}?(?:{words})(?=给|予|你们|如下|[，。：]|$)"
        rf"[^，。；]{{0,12}}|(?:{words})[给予]?你们"
    )


@cache
def _set_words() -> re.Pattern[str]:
    words = _alternatives("carry-out")
    return re.compile(rf"[，。：\s]*[请望希]{{0,2}}{_ASKED}{_URGED}(?:{words}|[，、])+[。；！\s]*")


@cache
def _asks_back() -> re.Pattern[str]:
    words = _alternatives("ask")
    return re.compile(rf"(?:问题|疑问|不明|困难)[^。；]{{0,10}}请[^。；]{{1,30}}(?:{words})")


def _alternatives(concept: str) -> str:
    return lexicon.alternatives("letter-words", concept)


def directing(document: Document, *, aims: bool = False) -> Iterator[Passage]:
    """Yield the passages that can direct somebody, of a letter without its set words.

    With ``aims`` also what a sentence that hands over gives as its aim: 为保障移民利益，现将….
    """
    text = document.folded.text
    for passage in document.passages:
        if passage.where == Place.NOTICE:
            yield from _asked_by(text, passage, aims=aims)
        elif passage.where != Place.TITLE:
            yield passage


def _asked_by(text: str, passage: Passage, *, aims: bool) -> Iterator[Passage]:
    """Yield what a letter asks for: its passage without the sentences that are set words."""
    start = passage.start
    for sentence in sentences(text, passage.start, passage.end):
        set_from, set_to = _set_words_in(text, sentence, aims=aims)
        if set_from == set_to:
            continue
        if text[start:set_from].strip():
            yield replace(passage, start=start, end=set_from)
        start = set_to
    if text[start : passage.end].strip():
        yield replace(passage, start=start, end=passage.end)


def _set_words_in(text: str, sentence: Stretch, *, aims: bool) -> tuple[int, int]:
    """Return from where on and how far a sentence of a letter is set words; it may be nowhere."""
    start, end = sentence.start, sentence.end
    if _asks_back().search(text, start, end):
        return start, end
    handed = _handed_over().search(text, start, end)
    behind = handed.end() if handed else start
    while handed and behind < end and text[behind] in "，：":
        behind += 1
    if not text[behind:end].strip("。；！ \n") or _is_set(text, behind, end):
        behind = end
    if handed and aims and _AIM.match(text, start, handed.start()):
        start = text.rfind("，", start, handed.start()) + 1 or start
    return start, behind


def _is_set(text: str, start: int, end: int) -> bool:
    return _set_words().fullmatch(text, start, end) is not None
