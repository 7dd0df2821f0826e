"""The identity of things: one IRI for one thing, the same wherever it is met.

A document that is only cited gets the IRI that it will have when it is added, so stubs fill in by
themselves. Segments keep their Chinese characters: an IRI (RFC 3987) holds them, and only what it
may not hold is percent-encoded.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import Place
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from graph.model import Document, Provision, Span

ONTOLOGY_GRAPH = names.ID + "graph/ontology"
JUSTIFICATIONS_GRAPH = names.ID + "graph/justifications"
REVIEWS_GRAPH = names.ID + "graph/reviews"
_DOCUMENT = names.ID + "document/"
_PAIR = names.ID + "alignment/"
_PLACES = frozenset(place.value for place in Place)
_VERSION = names.ID + "version/"
_SHORT_HASH = 8
_CONTENT_HASH = 24
_TEXT_HASH = 12
# RFC 3987, ipchar, without the percent sign, which only an encoded character may bring.
_REFUSED = re.compile(
    r"[^A-Za-z0-9\-._~!$&'()*+,;=:@"
    r"\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd\U00020000-\U0002fffd"
    r"\U00030000-\U0003fffd]"
)
_NUMBER = re.compile(
    r"(?P<code>.+)〔(?P<year>\d{4})〕(?P<serial>\d+)号"  # 库政办发〔2018〕171号
    # 国务院令第663号, 水利部令2008年第9号, 国家税务总局公告2023年第3号
    r"|(?P<order>.+?(?:令|公告|通告))(?:(?P<order_year>\d{4})年)?第(?P<order_serial>\d+)号"
)
_MARKS = re.compile(r"[\s《》〈〉<>“”\"'‘’「」*#\u200b-\u200f\ufeff]")
# A period of years is one however its dash is set: 2014—2020年, 2014-2020年, and a soft hyphen.
_DASH = re.compile(r"(?<=\d)(?P<year>年?)[-–—―─－‐‑~～\u00ad至]+(?=\d)")
_ROUND = str.maketrans("()", "（）")


def segment(text: str) -> str:
    """Return ``text`` as one segment of a path.

    >>> segment("（一）"), segment("a/b %"), segment("..")
    ('（一）', 'a%2Fb%20%25', '%2E%2E')

    Raises ValueError for an empty text: a path cannot tell it from its parent.
    """
    if not text:
        msg = "an IRI segment cannot be empty"
        raise ValueError(msg)
    if text in {".", ".."}:  # dot segments vanish when an IRI is resolved
        return text.replace(".", "%2E")
    return _REFUSED.sub(lambda m: "".join(f"%{b:02X}" for b in m[0].encode()), text)


def under(parent: str, *segments: str) -> str:
    """Return the IRI of a thing below another.

    >>> under("https://example.org/d", "三", "（一）")
    'https://example.org/d/三/（一）'
    """
    return "/".join([parent, *map(segment, segments)])


def thing(kind: str, *segments: str) -> str:
    """Return the IRI of a thing that stands below nothing: ``id/<kind>/…``."""
    return under(names.ID + kind, *segments)


def bare_title(title: str) -> str:
    """Return a title without blanks, title marks and quotation marks, its dashes in one form.

    >>> bare_title("《关于印发<实施方案>的 通知》"), bare_title("规划(2014—2020年)")
    ('关于印发实施方案的通知', '规划（2014-2020年）')
    """
    plain = _DASH.sub(r"\g<year>-", _MARKS.sub("", title))
    return plain.replace("\u00ad", "").translate(_ROUND)


def numbered(number: str) -> str:
    """Return the IRI of the document that bears a number in its one form (〔〕, ASCII digits).

    >>> numbered("库政办发〔2018〕171号").removeprefix(names.ID)
    'document/库政办发/2018/171'
    >>> numbered("国务院令第663号").removeprefix(names.ID)
    'document/国务院令/663'
    """
    match = _NUMBER.fullmatch(number)
    parts = [part for part in match.groups() if part] if match else [number]
    return thing("document", *parts)


def cited(number: str | None, title: str | None) -> str:
    """Return the IRI of a document known by its number, or else by its title alone.

    Raises ValueError where there is neither.
    """
    return numbered(number) if number else thing("document", bare_title(title or ""))


def document(doc: Document) -> str:
    """Return the IRI of a document: its number, or issuer, date and a short hash of the title.

    A number that another document bears too is told apart by the hash: ``…/2023/1~3f2a91bc``.
    Without a number, and without one of the other three, nothing but its words tells a document
    from another: the hash is then of the bytes of its file, and never of the file's name.
    """
    if doc.number:
        return numbered(doc.number) + (f"~{_title_hash(doc)}" if doc.shares_number else "")
    date = doc.date_issued.isoformat() if doc.date_issued else "unknown"
    digest = _title_hash(doc) if is_identified(doc) else _content_hash(doc)
    return thing("document", doc.issuer or "unknown", date, digest)


def is_identified(doc: Document) -> bool:
    """Tell whether a document states what tells it from all others: a number, or the other three.

    The others are title, issuer and date of issue. The name of a file is no title.
    """
    return bool(doc.number or (doc.titled and doc.title and doc.issuer and doc.date_issued))


def _title_hash(doc: Document) -> str:
    return hashlib.sha256(doc.title.encode()).hexdigest()[:_SHORT_HASH]


def _content_hash(doc: Document) -> str:
    """Return the hash of the file, with the place of a document that is not the first in it."""
    return doc.source.sha256[:_CONTENT_HASH] + (f"-{doc.place + 1}" if doc.place else "")


def is_document(graph: str) -> bool:
    """Tell whether a graph, or a thing, is of a document, and not of a pair or the vocabulary."""
    return graph.startswith(_DOCUMENT)


def version(document: str, sha256: str) -> str:
    """Return the IRI, and named graph, of a text that is kept beside the one of a held document.

    >>> version(numbered("云政发〔2030〕8号"), "0123456789abcdef").removeprefix(names.ID)
    'version/云政发/2030/8/0123456789ab'
    """
    return f"{_VERSION}{below(document, _DOCUMENT)}/{sha256[:_TEXT_HASH]}"


def is_version(graph: str) -> bool:
    """Tell whether a graph, or a thing, is a text that is kept beside the one that is held."""
    return graph.startswith(_VERSION)


def pair(child: str, parent: str) -> str:
    """Return the IRI, and named graph, of a document compared with a parent of it.

    >>> pair(numbered("云政发〔2030〕8号"), numbered("国发〔2030〕5号")).removeprefix(names.ID)
    'alignment/云政发/2030/8/parent/国发/2030/5'
    """
    return f"{_PAIR}{below(child, _DOCUMENT)}/parent/{below(parent, _DOCUMENT)}"


def ancestor_pair(child: str, ancestor: str) -> str:
    """Return the IRI, and named graph, of a document compared with a parent's parent, or further.

    >>> one, other = numbered("云政发〔2030〕8号"), numbered("国发〔2030〕5号")
    >>> ancestor_pair(one, other).removeprefix(names.ID)
    'alignment/云政发/2030/8/ancestor/国发/2030/5'
    """
    return f"{_PAIR}{below(child, _DOCUMENT)}/ancestor/{below(ancestor, _DOCUMENT)}"


def of_pair(pair: str) -> tuple[str, str]:
    """Return the child and the parent of a pair.

    >>> one, other = numbered("云政发〔2030〕8号"), numbered("国发〔2030〕5号")
    >>> of_pair(pair(one, other)) == (one, other)
    True
    """
    child, _, parent = pair.removeprefix(_PAIR).partition("/parent/")
    return _DOCUMENT + child, _DOCUMENT + parent


def below(thing: str, above: str) -> str:
    """Return the rest of the path of a thing below another."""
    return thing.removeprefix(above).removeprefix("/")


def owner(thing: str, among: Container[str]) -> str:
    """Return which of some things another one is, or stands below; empty where it is none's.

    >>> owner("https://example.org/d/三/norm/1", {"https://example.org/d", "https://example.org/e"})
    'https://example.org/d'
    """
    while thing and thing not in among:
        thing = thing.rpartition("/")[0]
    return thing


@dataclass(frozen=True, slots=True)
class DocumentIris:
    """The IRIs of a document's own parts. ``works`` begins with the document itself."""

    document: str
    works: tuple[str, ...]
    provisions: Mapping[str, str]
    text: str
    file: str

    def place(self, where: str, work: int) -> str:
        """Return the IRI below which the findings of a place are numbered."""
        if where in _PLACES:
            return under(self.works[work], where)
        return self.provisions[where]

    def stated_in(self, where: str, work: int) -> str:
        """Return the IRI of the provision, annex or document that states what a place holds."""
        return self.works[work] if where in _PLACES else self.provisions[where]

    def text_of(self, work: str) -> str:
        """Return the IRI of the text of the document or of an annex."""
        return self.text.replace(self.document, work, 1)

    def evidence(self, span: Span) -> str:
        """Return the IRI of a stretch of the text: a fragment by characters (RFC 5147)."""
        return f"{self.text}#char={span.start},{span.end}"


def parts(doc: Document) -> DocumentIris:
    """Return the IRIs of a document, its annexes, provisions, text and file."""
    own = document(doc)
    annexes = (under(own, "annex", str(n)) for n in range(1, len(doc.works)))
    works = (own, *annexes)
    digest = doc.source.sha256[:_TEXT_HASH]
    return DocumentIris(
        document=own,
        works=works,
        provisions={p.label: _provision(works[p.work], p) for p in doc.provisions},
        text=under(own, "text", digest),
        file=under(own, "file", digest),
    )


def _provision(work: str, provision: Provision) -> str:
    """Return the printed path below the work; a repeated label hands its ``~2`` to the last."""
    repeat = re.search(r"~\d+$", provision.label)
    *above, last = provision.path
    return under(work, *above, last + (repeat[0] if repeat else ""))


def division(code: str) -> str:
    """Return the IRI of an administrative division by its GB/T 2260 code (the nation: ``CN``)."""
    return thing("division", code)


def agency(division_code: str, kind: str) -> str:
    """Return the IRI of the agency of a kind in a division.

    >>> agency("652801", "公安局").removeprefix(names.ID)
    'agency/652801/公安局'
    """
    return thing("agency", division_code, kind)


def software(version: str) -> str:
    """Return the IRI of a version of this program."""
    return thing("software", "zhengmai", version)
