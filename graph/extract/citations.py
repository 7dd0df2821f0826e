"""Mentions of other documents, and what they are to the text that names them.

Forms read::

    为贯彻落实《A》、《B》精神，根据自治区《C》、《D》要求        the verb governs the whole list
    原《A》（农医发〔2015〕31号）同时废止                        what the act does itself
    关于修改《A》的决定                                         in its title, too
    政策依据：⏎1.《A》；⏎2.《B》                                a list below its heading
    根据《A》第二十二条、第二十三条第一款                        each article that is named

How documents are named stands in :mod:`graph.extract.mentions`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extract.named_documents import (
    PLACES,
    bare,
    issued_titles,
    named_documents,
    own_titles,
)
from graph.model import Citation, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extract.named_documents import Named
    from graph.model import Document


def find(document: Document, known_codes: frozenset[str]) -> Iterator[Citation]:
    """Yield the citations of ``document`` in the order of its text."""
    own, issued = own_titles(document), issued_titles(document)
    for named in named_documents(document, known_codes):
        for citation in _citations(document, named, issued):
            if not _is_own(document, citation, own):
                yield citation


def _is_own(document: Document, citation: Citation, own: frozenset[str]) -> bool:
    """Whether a document names itself about its provisions: in its heading, a link of its page.

    In a provision it refers to itself (参照《A》，自行制定). An older one of the same title has a
    number or a verb: 原《A》同时废止.
    """
    if citation.number is not None:
        return citation.number == document.number
    if citation.relation is not Relation.CITES or citation.title is None:
        return False
    return citation.where in PLACES and bare(citation.title) in own


def _citations(document: Document, named: Named, issued: frozenset[str]) -> Iterator[Citation]:
    """Yield a citation of the document, or one for each of its articles that is named."""
    passage, mention, relation, rule = named
    if mention.title is not None and bare(mention.title) in issued:
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
