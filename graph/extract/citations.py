"""Mentions of other documents, and what they are to the text that names them.

Forms read::

    为贯彻落实《A》、《B》精神，根据自治区《C》、《D》要求        the verb governs the whole list
    原《A》（农医发〔2015〕31号）同时废止                        what the act does itself
    关于修改《A》的决定                                         in its title, too
    政策依据：⏎1.《A》；⏎2.《B》                                a list below its heading
    根据《A》第二十二条、第二十三条第一款                        each article that is named
    （…通过 根据…《关于修改〈A〉的决定》修正）                   in the note under the title

How documents are named stands in :mod:`graph.extract.mentions`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extract import revision_notes
from graph.extract.citation_words import words
from graph.extract.named_documents import (
    PLACES,
    bare,
    issued_titles,
    named_documents,
    own_titles,
)
from graph.model import Citation, Place, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extract.named_documents import Named
    from graph.model import Document


# A notice issues in its title and its lead; in a section (按照《纪要》) it cites what it issued.
_ISSUING = frozenset({Place.TITLE.value, Place.PREAMBLE.value, Place.NOTICE.value})
_NAMING = frozenset({Relation.CITES, Relation.FORWARDS})  # 《A》已经…通过，现予公布
# 我局对《A》进行了修订，现印发给你们: by its name alone A is the new one
_HANDED = _NAMING | {Relation.AMENDS}
_ORDER = re.compile(r"令(?:\d{4}年)?第\d+号$")
_BRACKET = re.compile("（[^（）]*）$")
_YEAR = re.compile(r"(?:19|20)\d{2}(?:[-—~至](?:19|20)\d{2})?年度?")
_JUST_BEFORE = 12  # characters


def find(document: Document, known_codes: frozenset[str]) -> Iterator[Citation]:
    """Yield the citations of ``document`` in the order of its text."""
    noted = list(revision_notes.find(document, known_codes))
    held = {citation.span.start for citation in noted}
    told = (one for one in _in_passages(document, known_codes) if one.span.start not in held)
    yield from sorted((*noted, *told), key=lambda citation: citation.span.start)


def _in_passages(document: Document, known_codes: frozenset[str]) -> Iterator[Citation]:
    own, issued = own_titles(document), issued_titles(document)
    for named in named_documents(document, known_codes):
        if _is_made_by_itself(document, named, own):
            continue
        for citation in _citations(document, named, issued):
            if not _is_own(document, citation, own):
                yield citation


def _is_own(document: Document, citation: Citation, own: frozenset[str]) -> bool:
    """Whether a document names itself about its provisions: in its heading, a link of its page.

    In a provision it refers to itself (参照《A》，自行制定). An older one of the same title has a
    number or a verb: 原《A》同时废止.
    """
    if citation.number is not None:
        same = citation.number == document.number
        return same or (citation.title is None and _is_own_order(document, citation))
    if citation.relation not in _NAMING or citation.title is None:
        return False
    return citation.where in PLACES and bare(citation.title) in own


def _is_made_by_itself(document: Document, named: Named, own: frozenset[str]) -> bool:
    """Whether a plan says of itself that it is to be issued: 4月初，制定印发《A》.

    It does without its year; an older one has a year or a number.
    """
    mention = named.mention
    if mention.number or not mention.title:
        return False
    name = _whole(bare(mention.title))
    if _YEAR.search(name) or name not in {_YEAR.sub("", _whole(title)) for title in own}:
        return False
    before = document.folded.text[max(0, mention.start - _JUST_BEFORE) : mention.start]
    return re.search(f"{words('make')}$", before) is not None


def _is_own_order(document: Document, citation: Citation) -> bool:
    """Whether a number about the provisions is the document's order: 省政府令第106号."""
    order, own = _ORDER.search(citation.number or ""), _ORDER.search(document.number or "")
    about = citation.where in PLACES and citation.relation in _NAMING
    return bool(about and order and own and order.group() == own.group())


def _whole(title: str) -> str:
    """Return a title without the years or 试行 in brackets behind it, which it can do without."""
    return _BRACKET.sub("", title)


def _citations(document: Document, named: Named, issued: frozenset[str]) -> Iterator[Citation]:
    """Yield a citation of the document, or one for each of its articles that is named."""
    passage, mention, relation, rule = named
    name = bare(mention.title or "")
    if passage.work and not mention.number and _whole(name) in map(_whole, issued):
        return  # the issued text names itself
    handed = _NAMING if mention.number else _HANDED
    if name in issued and passage.where in _ISSUING and relation in handed:
        relation, rule = Relation.FORWARDS, "citation.issued"
    citation = Citation(
        where=passage.where,
        work=passage.work,
        span=document.folded.span(mention.start, mention.end),
        rule=rule,
        title=mention.title,
        number=mention.number,
        relation=relation,
    )
    if not mention.articles:
        yield citation
    for article in mention.articles:
        span = document.folded.span(mention.start, article.end)
        yield replace(citation, span=span, target=article.label)
