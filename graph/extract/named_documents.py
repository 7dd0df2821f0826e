"""The documents that a text names, each with what the text says of it, in the order of the text.

Both citations and amendments are read from this: a citation is what is named, an amendment what an
act changes in it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graph.extract.citation_lists import Announced, pieces
from graph.extract.citation_words import words
from graph.extract.listed_regulations import Lists, find_entries, find_numbered_rows
from graph.extract.mentions import find_mentions
from graph.extract.performed import Act
from graph.extract.relations import relations
from graph.extract.short_forms import names_in
from graph.extract.titled_deeds import decides, deeds_of_title
from graph.model import Place, Relation
from graph.structure.announced import issued_title
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.extract.citation_lists import Piece
    from graph.extract.mentions import Mention
    from graph.model import Document, Passage

PLACES = frozenset(place.value for place in Place)
_MARKS = re.compile(r"[《》〈〉<>\s]")
_LONGEST_TITLE = 400  # characters of a line that can be a title, with its blanks
_WIDTHS = str.maketrans("()", "（）")
_FILE = re.compile(
    r"[^。；\n]{0,80}?\.(?:pdf|docx?|wps|ofd|xlsx?|zip|rar|mp[34]|jpe?g|png)\b", re.IGNORECASE
)


# …印发《甲办法》的通知  （2016年2月26日）: a line of a list of links
_DATED_LINK = re.compile(
    r"的?(?:通知|意见|公告|函)[ ]*[（\[]?\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?[）\]]?[ ]*(?:\n|$)"
)
_EXPLAINS = re.compile("说明|解读|答记者问|问答|征求意见|意见征集")
_CAPTION = re.compile(r"（?[ ]*(?:19|20)\d{2}年\d{1,2}月")  # （1994年1月28日国务院令第142号发布
_ISSUED = re.compile("[ ]*(?:发布|公布|颁布)")


class Named(NamedTuple):
    """A document that is named in a passage, what it is to the text, and the rule that says so."""

    passage: Passage
    mention: Mention
    relation: Relation
    rule: str


def named_documents(document: Document, known_codes: frozenset[str]) -> Iterator[Named]:
    """Yield the documents that ``document`` names, in its title first."""
    text = document.folded.text
    for passage in document.passages:
        if passage.where == Place.TITLE:
            for mention, relation, rule in deeds_of_title(text, passage.start, passage.end):
                yield Named(passage, mention, relation, rule)
    own = own_titles(document)
    names = names_in(text, known_codes, own | issued_titles(document))
    body = [passage for passage in document.passages if passage.where != Place.TITLE]
    lists = Announced(decides=decides(document.title))
    explains = _EXPLAINS.search(document.title) is not None
    headings = Lists(text, decides=lists.decides)
    rows = _rows(text, body, known_codes, headings)
    for piece in pieces(text, body):
        found = find_mentions(text, piece.start, piece.end, names, known_codes)
        entries = _entries(text, piece, known_codes, rows) if lists.decides else []
        if entries or rows:
            listed_here = (*entries, *rows)
            inside = [m for m in found if not any(e.start <= m.start < e.end for e in listed_here)]
            found = sorted((*entries, *inside), key=lambda mention: mention.start)
        mentions = [m for m in found if not _is_no_citation(text, piece, m, own)]
        if not mentions:
            lists.told(text, piece, mentions, ())
            continue
        act = Act(
            decides=lists.decides,
            issues=piece.place(piece.start).where in PLACES,
            explains=explains,
            issuer=document.issuer or "",
        )
        told = relations(text, piece.start, piece.end, mentions, act)
        listed = lists.told(text, piece, mentions, told)
        for mention, said in zip(mentions, listed, strict=True):
            stated = _in_a_list(headings, mention, said, entries) if entries else said
            yield Named(piece.place(mention.start), mention, *stated)


def _in_a_list(
    headings: Lists, mention: Mention, said: tuple[Relation, str], entries: Sequence[Mention]
) -> tuple[Relation, str]:
    """Return what is done to an entry; what else its item names is its history or the reason.

    所依据的《B》已被《C》废止 tells why it ends, and neither ends B nor rests on C.
    """
    if mention not in entries:
        return Relation.CITES, said[1]
    deed = headings.told_of(mention)
    return (deed, "citation.listed") if deed else said


def _rows(text: str, body: Sequence[Passage], known: frozenset[str], lists: Lists) -> list[Mention]:
    """Return the rows of the lists that say what an act does to the documents named in them."""
    if not lists.headings:
        return []
    found = (row for p in body for row in find_numbered_rows(text, p.start, p.end, known))
    return [row for row in found if lists.told_of(row)]


def _entries(
    text: str, piece: Piece, known_codes: frozenset[str], rows: Sequence[Mention]
) -> list[Mention]:
    """Return the documents that a piece names without title marks, as an item or as a row."""
    entries = list(find_entries(text, piece.start, piece.end, known_codes))
    taken = [(entry.start, entry.end) for entry in entries]
    return entries + [
        row
        for row in rows
        if piece.start < row.end <= piece.end
        and not any(a < row.end and row.start < b for a, b in taken)
    ]


def own_titles(document: Document) -> frozenset[str]:
    """Return the titles by which a text names itself: its own, without its issuer, without 关于."""
    unissued = document.title.removeprefix(document.issuer or "")
    titles = (document.title, unissued, unissued.removeprefix("关于"))
    return frozenset(bare(title) for title in titles if title)


def issued_titles(document: Document) -> frozenset[str]:
    """Return the titles of what the document issues or forwards, in this file or not."""
    works = [work.title for work in document.works[1:]]
    return frozenset(bare(title) for title in (*works, issued_title(document.title) or "") if title)


def bare(title: str) -> str:
    """Return a title without its marks and blanks, to compare it with another."""
    return _MARKS.sub("", title.translate(_WIDTHS))


def _is_no_citation(text: str, piece: Piece, mention: Mention, own: frozenset[str]) -> bool:
    """Tell whether a mention is of the text itself, or of its own annex, order, title or page."""
    if mention.own_annex or _is_page_link(text, piece, mention):
        return True
    if _is_itself(text, mention, own):
        return True
    first = text.rfind("\n", piece.start, mention.start) + 1 or piece.start
    last = text.find("\n", mention.end, piece.end)
    line = text[first : last if last >= 0 else piece.end].strip()
    alone = mention.title is None and line == text[mention.start : mention.end].strip()
    about = piece.place(mention.start).where in PLACES
    if (len(line) <= _LONGEST_TITLE and bare(line) in own) or (alone and about):
        return True
    if about and mention.title is None and _own_label().search(text, piece.start, mention.start):
        return True
    caption = _CAPTION.match(text, piece.start) is not None
    return caption and mention.title is None and bool(_ISSUED.match(text, mention.end))


@cache
def _own_label() -> re.Pattern[str]:
    """Return the pattern of the field of a head that gives its number: 发文字号：."""
    return re.compile(rf"{lexicon.alternatives('head-fields', 'number')}[ ]?[：:][ ]?$")


def _is_itself(text: str, mention: Mention, own: frozenset[str]) -> bool:
    """Tell whether a text names itself by its short form, or as 本《办法》."""
    if mention.number or not mention.title:
        return False
    title, written = bare(mention.title), bare(text[mention.start : mention.end])
    said = text.startswith("本", mention.start - 1) if mention.start else False
    return (title in own and title not in written) or (said and any(o.endswith(title) for o in own))


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
        or _DATED_LINK.match(text, mention.end) is not None
    )
