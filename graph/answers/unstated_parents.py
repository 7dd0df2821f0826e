"""Documents that a document seems to follow without naming them.

Looked for only where a document names no parent that is held, or where those that it names explain
little of it. What tells are rare words: pieces of the document, of eight characters each, that few
held documents have. Only older documents of the places above it count, of the nation for one of the
nation; without both dates nothing is offered. What is found is a candidate for a lawyer, with words
that both have.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from graph.align.comparison import SURE
from graph.align.masking import masker_of
from graph.answers.correspondences import correspondences
from graph.answers.hops import UNSTATED, Hop
from graph.model import Relation, Status
from graph.outline import held_as, key, outline, stretches, work
from graph.questions import load
from graph.store import Iri
from ontology import divisions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.outline import Stretch
    from graph.store import Store
    from ontology.lexicon import Lang

RULE: Final = "unstated-parent"
_LENGTH = 8  # characters of a piece; shorter ones are phrases of every document
_PIECES = 150  # looked up for one document
_COMMON = 6  # documents; what more of them have tells nothing
_LEAST_PIECES = 5
_LEAST_SHARE = 0.1  # of the pieces; laws share formulas of less
_MOST = 3  # candidates
_EXPLAINED = 0.2  # share of the clauses from which on the named parents explain enough
_RUN = re.compile(rf"[\u4e00-\u9fff]{{{_LENGTH},}}")
_PARENTS = frozenset({Relation.IMPLEMENTS, Relation.BASIS, Relation.FORWARDS})
_WORDS: Final = {
    "zh": "正文未写明；共有少见文字 {count} 处（查 {all} 处），如“{words}”",
    "en": "not named in the text; {count} of {all} rare passages are in both, as “{words}”",
}


@dataclass(frozen=True, slots=True)
class _Known:
    jurisdiction: str
    date: dt.date


@dataclass(slots=True)
class _Shared:
    weight: float = 0.0
    pieces: list[tuple[Stretch, int, str]] = field(default_factory=list)


def unstated_parents(store: Store, document: str, lang: Lang = "zh") -> Iterator[Hop]:
    """Yield the documents that ``document`` (an IRI) seems to follow, the likeliest first."""
    named = _named(store, document)
    if document not in store or _explained(store, document) >= _EXPLAINED:
        return
    known = _documents(store)
    own = known.get(document)
    if own is None:
        return
    places = _above(own.jurisdiction)
    pieces = list(_pieces(store, document, own.jurisdiction))
    found: dict[str, _Shared] = defaultdict(_Shared)
    for stretch, at, piece in pieces:
        holders = {hit.passage.document for hit in store.search(piece, _COMMON * 3)} - {document}
        if not holders or len(holders) > _COMMON or holders & named:
            continue
        for holder in holders:
            other = known.get(holder)
            if other and other.jurisdiction in places and other.date <= own.date:
                found[holder].weight += 1 / len(holders)
                found[holder].pieces.append((stretch, at, piece))
    likely = [
        (holder, shared)
        for holder, shared in found.items()
        if len(shared.pieces) >= _LEAST_PIECES and len(shared.pieces) >= _LEAST_SHARE * len(pieces)
    ]
    likely.sort(key=lambda each: (-each[1].weight, each[0]))
    for holder, shared in likely[:_MOST]:
        yield _hop(store, document, holder, shared, len(pieces), lang)


def _named(store: Store, document: str) -> frozenset[str]:
    """Return the held documents that a document names as what it follows, issues or forwards."""
    found = set()
    for row in store.select(load("citations"), document=Iri(document)):
        cited = row.one("cited", str)
        if key(row.one("relation", str)) in _PARENTS:
            found.add((held_as(store, cited) or cited).partition("/annex/")[0])
    return frozenset(found)


def _explained(store: Store, document: str) -> float:
    """Return the share of a document's clauses that surely carry out a parent that it names."""
    parts = outline(store, document)
    sure = {
        each.stated_in
        for each in correspondences(store, childDocument=document)
        if each.status == Status.ACCEPTED or (each.score or 0.0) >= SURE
    }
    return len(sure) / max(1, len(parts))


def _documents(store: Store) -> Mapping[str, _Known]:
    """Return place and day of the documents that tell their day."""
    return {
        row.one("document", str): _Known(key(row.optional("jurisdiction", str) or ""), date)
        for row in store.select(load("document-days"))
        if (date := row.optional("date", dt.date))
    }


def _above(code: str) -> frozenset[str]:
    """Return the codes of the places above a place, and the nation."""
    places = frozenset(each.code for each in divisions.ascending(code))
    return places - {code} | {divisions.NATION}


def _pieces(store: Store, document: str, code: str) -> Iterator[tuple[Stretch, int, str]]:
    """Yield pieces of the words of a document, spread over it: stretch, offset in it, words."""
    local = masker_of(code)
    found = [
        (stretch, run.start() + at, run.group()[at : at + _LENGTH])
        for own in stretches(store, document).values()
        for stretch in own
        for run in _RUN.finditer(stretch.words)
        for at in range(0, len(run.group()) - _LENGTH + 1, _LENGTH)
    ]
    told = [each for each in found if not local.search(each[2])]
    step = max(1, -(-len(told) // _PIECES))
    yield from told[::step]


def _hop(store: Store, document: str, holder: str, shared: _Shared, all_: int, lang: Lang) -> Hop:
    """Return a candidate with the piece that stands first in both."""
    stretch, at, piece = shared.pieces[0]
    hits = (hit for hit in store.search(piece) if hit.passage.document == holder)
    passage = next(hits).passage
    above, own = work(store, holder), work(store, document)
    return Hop(
        document=above.name,
        provision=passage.label,
        heading="",
        quote=piece,
        start=stretch.start + at,
        end=stretch.start + at + len(piece),
        source=own.name,
        status=Status.CANDIDATE,
        rule=RULE,
        iri="",
        stated_in=document,
        origin=document,
        to=holder,
        to_document=holder,
        relation=UNSTATED,
        title=above.title,
        level=above.level,
        stub=False,
        depth=1,
        via="",
        text=passage.text,
        score=round(len(shared.pieces) / all_, 3),
        justification=_WORDS[lang].format(count=len(shared.pieces), all=all_, words=piece),
    )
