"""Mentions of other documents.

Forms read::

    《国务院办公厅关于印发…的通知》（国办发〔2016〕72号）        title, number in brackets behind it
    《维吾尔人名汉字音译转写规则》                               title alone
    对新政发〔2014〕68号文件已明确的                             number alone
    《居住证暂行条例》（国务院令第663号）                        an order
    为贯彻落实《A》、《B》精神，根据自治区《C》、《D》要求        the verb governs the whole list
    《A》（N，以下简称《意见》） … 《意见》                      a short form, and what it means
    原《A》（农医发〔2015〕31号）同时废止                        the verb stands behind
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.relations import relations
from graph.grammar.document_numbers import find_numbers
from graph.grammar.sentences import sentences
from graph.grammar.titles import LONGEST, find_titles
from graph.model import Citation, Place, Relation
from graph.structure.titles import ABOUT
from graph.structure.works import issued_title
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.grammar.sentences import Stretch
    from graph.model import Document, Passage

_JOIN = re.compile(r"（(?:[^（）《》]{0,20}?[，、；])?")
_MARKS = re.compile(r"[《》〈〉<>\s]")
_ENDING = re.compile(r"(?:（[^（）]{1,24}）)+$")
_LETTER = re.compile(r"(?:通知|报告|函|批复|请示|答复)(?:（[^（）]{1,24}）)*$")
_WIDTHS = str.maketrans("()", "（）")
_ABBREVIATION = re.compile(r"(?:统称|简称)[为：:]?(?=《)")
_DEFINITION = re.compile(r"以下(?:统称|简称)[为：:]?《(?P<short>[^《》\n]{2,30})》")
_FURTHEST_DEFINITION = 40  # characters between a title and the short form of it


@dataclass(frozen=True, slots=True)
class _Mention:
    title: str | None
    number: str | None
    start: int
    end: int


@cache
def _document_title() -> re.Pattern[str]:
    kinds = "|".join(map(re.escape, lexicon.scheme("document-kinds")))
    return re.compile(rf"(?:{kinds})(?:（[^（）]{{1,24}}）)*$")


def _names_document(title: str) -> bool:
    """Whether a title alone can be a document's: 核对报告 and 《办理户口通知》 are personal papers.

    Letters say what they are about (关于…的通知); only 条例, 办法 and the like need not.
    """
    whole = _document_title().search(title) is not None
    if not whole or _ENDING.sub("", title) in lexicon.scheme("document-kinds"):
        return False
    return not _LETTER.search(title) or ABOUT.search(title) is not None or "工作报告" in title


def find(document: Document, known_codes: frozenset[str]) -> Iterator[Citation]:
    """Yield the citations of ``document`` in the order of its text."""
    text = document.folded.text
    short_forms = dict(_short_forms(text, known_codes))
    for passage in document.passages:
        for sentence in sentences(text, passage.start, passage.end):
            mentions = sorted(
                _mentions(text, sentence, known_codes, short_forms), key=lambda m: m.start
            )
            found = relations(text, sentence.start, sentence.end, mentions)
            for mention, (relation, rule) in zip(mentions, found, strict=True):
                citation = _citation(document, passage, mention, relation, rule)
                if citation and not _is_own(document, citation):
                    yield citation


def _short_forms(text: str, known: frozenset[str]) -> Iterator[tuple[str, _Mention]]:
    """Yield the short forms that the text defines: 意见 for 《A》（N，以下简称《意见》）."""
    for definition in _DEFINITION.finditer(text):
        before = text.rfind("》", 0, definition.start())
        if before < 0 or definition.start() - before > _FURTHEST_DEFINITION:
            continue
        titles = list(find_titles(text, max(0, before - LONGEST), before + 1))
        if titles and titles[-1].end == before + 1:
            title = titles[-1]
            number = next(find_numbers(text, title.end, definition.end(), known), None)
            inner = text[title.start + 1 : title.end - 1]
            if number or _document_title().search(inner):
                written = number.text if number else None
                yield definition["short"], _Mention(inner, written, title.start, title.end)


def _mentions(
    text: str, sentence: Stretch, known: frozenset[str], short_forms: Mapping[str, _Mention]
) -> Iterator[_Mention]:
    start, end = sentence.start, sentence.end
    titles = list(find_titles(text, start, end))
    numbers = [
        n
        for n in find_numbers(text, start, end, known)
        if not any(t.start <= n.start < t.end for t in titles)
    ]
    for title in titles:
        joined = _JOIN.match(text, title.end, end)
        places = (title.end + 1, joined.end()) if joined else ()
        behind = next((n for n in numbers if n.start in places), None)
        ahead = next((n for n in numbers if n.end == title.start), None)
        inner = text[title.start + 1 : title.end - 1]
        if number := behind or ahead:
            numbers.remove(number)
            closed = number is behind and text.startswith("）", number.end)
            stop = max(title.end, number.end + closed)
            yield _Mention(inner, number.text, min(title.start, number.start), stop)
        elif _ABBREVIATION.search(text, max(start, title.start - 6), title.start + 1):
            continue
        elif inner in short_forms:
            meant = short_forms[inner]
            if title.start > meant.end:
                yield _Mention(meant.title, meant.number, title.start, title.end)
        elif _names_document(inner):
            yield _Mention(inner, None, title.start, title.end)
    for number in numbers:
        yield _Mention(None, number.text, number.start, number.end)


def _is_own(document: Document, citation: Citation) -> bool:
    """Whether a document names itself about its provisions: in its heading, a link of its page.

    In a provision it refers to itself (参照《A》，自行制定). An older one of the same title has a
    number or a verb: 原《A》同时废止.
    """
    if citation.number is not None:
        return citation.number == document.number
    if citation.relation is not Relation.CITES or citation.title is None:
        return False
    if citation.where not in set(Place):
        return False
    unissued = document.title.removeprefix(document.issuer or "")
    short = unissued.removeprefix("关于")
    return any(_same_title(citation.title, own) for own in (document.title, unissued, short))


def _citation(
    document: Document, passage: Passage, mention: _Mention, relation: Relation, rule: str
) -> Citation | None:
    issued = mention.title is not None and _is_issued(document, mention.title)
    if passage.where == Place.TITLE and not issued:
        return None
    if issued:
        relation, rule = Relation.FORWARDS, "citation.issued"
    return Citation(
        where=passage.where,
        work=passage.work,
        span=document.folded.span(mention.start, mention.end),
        rule=rule,
        title=mention.title,
        number=mention.number,
        relation=relation,
    )


def _is_issued(document: Document, title: str) -> bool:
    """Whether ``title`` is what the document issues or forwards, in this file or not."""
    works = [work.title for work in document.works[1:]]
    return any(_same_title(title, other) for other in (*works, issued_title(document.title) or ""))


def _same_title(one: str, other: str) -> bool:
    return _MARKS.sub("", one.translate(_WIDTHS)) == _MARKS.sub("", other.translate(_WIDTHS))
