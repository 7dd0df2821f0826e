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

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extract.citation_lists import Announced, pieces
from graph.extract.citation_words import words
from graph.extract.mentions import find_mentions, names_in
from graph.extract.performed import Act
from graph.extract.relations import relations
from graph.extract.titled_deeds import decides, deeds_of_title
from graph.model import Citation, Place, Relation
from graph.structure.works import issued_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extract.citation_lists import Piece
    from graph.extract.mentions import Mention
    from graph.model import Document, Passage

_MARKS = re.compile(r"[《》〈〉<>\s]")
_WIDTHS = str.maketrans("()", "（）")
_FILE = re.compile(
    r"[^。；\n]{0,80}?\.(?:pdf|docx?|wps|ofd|xlsx?|zip|rar|mp[34]|jpe?g|png)\b", re.IGNORECASE
)
_PLACES = frozenset(place.value for place in Place)


def find(document: Document, known_codes: frozenset[str]) -> Iterator[Citation]:
    """Yield the citations of ``document`` in the order of its text."""
    for passage in document.passages:
        if passage.where == Place.TITLE:
            deeds = deeds_of_title(document.folded.text, passage.start, passage.end)
            for mention, relation, rule in deeds:
                yield from _citations(document, passage, mention, relation, rule)
    own = _own_titles(document)
    for passage, mention, relation, rule in _told(document, known_codes, own):
        for citation in _citations(document, passage, mention, relation, rule):
            if not _is_own(document, citation, own):
                yield citation


def _told(
    document: Document, known_codes: frozenset[str], own: frozenset[str]
) -> Iterator[tuple[Passage, Mention, Relation, str]]:
    """Yield the documents that the text names behind its title, with what it says of them."""
    text = document.folded.text
    names = names_in(text, known_codes, own | _issued_titles(document))
    body = [passage for passage in document.passages if passage.where != Place.TITLE]
    lists = Announced(decides=decides(document.title))
    for piece in pieces(text, body):
        found = find_mentions(text, piece.start, piece.end, names, known_codes)
        mentions = [m for m in found if not m.own_annex and not _is_page_link(text, piece, m)]
        act = Act(lists.decides, issues=piece.place(piece.start).where in _PLACES)
        told = relations(text, piece.start, piece.end, mentions, act)
        listed = lists.told(text, piece, mentions, told)
        for mention, (relation, rule) in zip(mentions, listed, strict=True):
            yield piece.place(mention.start), mention, relation, rule


def _is_page_link(text: str, piece: Piece, mention: Mention) -> bool:
    """Tell whether a page names a document in a link: 相关附件：…, …解读.pdf, 上一篇：…."""
    page = words("page")
    line = text.rfind("\n", piece.start, mention.start) + 1 or piece.start
    before = text[max(line, mention.start - 80) : mention.start]
    behind = text[mention.end : mention.end + 12]
    return (
        re.search(rf"(?:^|[。 〔【]){page}[〕】]?[：:]?[^。；，]{{0,60}}$", before) is not None
        or re.match(rf"(?:的|（[^（）]{{1,8}}）的?)?{page}(?![工宣力会活与和])", behind) is not None
        or _FILE.match(text, mention.end, mention.end + 100) is not None
    )


def _own_titles(document: Document) -> frozenset[str]:
    """Return the titles by which a text names itself: its own, without its issuer, without 关于."""
    unissued = document.title.removeprefix(document.issuer or "")
    titles = (document.title, unissued, unissued.removeprefix("关于"))
    return frozenset(_bare(title) for title in titles if title)


def _is_own(document: Document, citation: Citation, own: frozenset[str]) -> bool:
    """Whether a document names itself about its provisions: in its heading, a link of its page.

    In a provision it refers to itself (参照《A》，自行制定). An older one of the same title has a
    number or a verb: 原《A》同时废止.
    """
    if citation.number is not None:
        return citation.number == document.number
    if citation.relation is not Relation.CITES or citation.title is None:
        return False
    return citation.where in _PLACES and _bare(citation.title) in own


def _citations(
    document: Document, passage: Passage, mention: Mention, relation: Relation, rule: str
) -> Iterator[Citation]:
    """Yield a citation of the document, or one for each of its articles that is named."""
    if mention.title is not None and _bare(mention.title) in _issued_titles(document):
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


def _issued_titles(document: Document) -> frozenset[str]:
    """Return the titles of what the document issues or forwards, in this file or not."""
    works = [work.title for work in document.works[1:]]
    return frozenset(
        _bare(title) for title in (*works, issued_title(document.title) or "") if title
    )


def _bare(title: str) -> str:
    return _MARKS.sub("", title.translate(_WIDTHS))
