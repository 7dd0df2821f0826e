"""From a clause to the documents that it carries out, and from a document to what hangs on it."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graph import iri as iris
from graph.answers.clause_lineage import clause_hops
from graph.answers.direct_alignments import direct_hops
from graph.answers.hops import ALIGNMENT, Direction, Hop
from graph.answers.stated import findings
from graph.answers.unstated_parents import unstated_parents
from graph.grammar.articles import provision_path
from graph.model import Relation
from graph.outline import held_as, key, known_as, outline, work
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.answers.stated import Shared
    from graph.outline import Work
    from graph.references import Reference
    from graph.store import Row, Store
    from ontology.lexicon import Lang

# What leads further: a document that a parent merely mentions is no ancestor.
_ONWARD: Final = frozenset({Relation.IMPLEMENTS, Relation.BASIS})


def lineage(
    store: Store,
    ref: Reference,
    direction: Direction = "up",
    lang: Lang = "zh",
    *,
    unstated: bool = False,
) -> tuple[Hop, ...]:
    """Return the hops up to what ``ref`` rests on, or down to what rests on it, nearest first.

    Of a provision the clauses that correspond to it come first, from clause to clause through all
    levels that are held; behind them those of an ancestor that it corresponds to directly, and to
    which no such way leads. Then come the documents: of a provision its own citations first, then
    those of the provisions and works that it is part of, then those of the parents that the store
    holds. A document is entered once, so that documents that cite each other end the walk, and no
    repeal or amendment leads on: what rests on an act does not rest on what that act ends. Last
    come, where ``unstated``, candidates for parents that the document does not name.
    """
    step = _up if direction == "up" else _down
    hops: list[Hop] = []
    if ref.kind == "provision":
        hops += clause_hops(store, ((ref.document, ref.iri),), direction, lang)
        reached = {hop.to for hop in hops if hop.relation == ALIGNMENT and not hop.to_review}
        hops += direct_hops(store, ref.iri, direction, reached, lang)
    entered = {ref.document}
    ahead = deque([(ref.iri, ref.iri, ref.document, 1)])
    while ahead:
        origin, iri, document, depth = ahead.popleft()
        found = [
            hop
            for hop in step(store, origin, iri, document, depth)
            if depth == 1 or hop.relation in _ONWARD
        ]
        ended = {hop.to_document for hop in found if hop.relation == Relation.REPEALS}
        for hop in found:
            hops.append(hop)
            beyond = hop.to_document
            leads = hop.relation != Relation.AMENDS and beyond not in ended
            if leads and not hop.stub and beyond not in entered:
                entered.add(beyond)
                ahead.append((hop.to, beyond, beyond, depth + 1))
    if unstated and direction == "up":
        likely = unstated_parents(store, ref.document, lang)
        hops += (replace(hop, origin=ref.iri) for hop in likely)
    return tuple(hops)


def _up(store: Store, origin: str, iri: str, document: str, depth: int) -> Iterator[Hop]:
    """Yield the hops to what ``iri`` cites, or what speaks for it."""
    speakers = _above(store, iri, document) | _below(store, iri, document)
    order = {speaker: at for at, speaker in enumerate(speakers)}
    cited = [
        (row, shared)
        for row, shared in _citations(store, document=Iri(document))
        if row["statedIn"] in speakers
    ]
    for row, shared in sorted(cited, key=lambda pair: order[pair[0].one("statedIn", str)]):
        named = row.one("cited", str)
        target = work(store, held_as(store, named) or named)
        article = row.optional("target", str) or ""
        shared["document"], shared["provision"], shared["heading"] = target.name, article, ""
        yield Hop(
            **shared,
            origin=origin,
            to=_provision(store, target, article) or target.iri,
            to_document=target.document,
            relation=key(row.one("relation", str)),
            title=target.title,
            level=target.level,
            stub=not target.held,
            depth=depth,
            via=speakers[row.one("statedIn", str)],
        )


def _down(store: Store, origin: str, iri: str, document: str, depth: int) -> Iterator[Hop]:
    """Yield the hops to what cites ``iri``, or a work that it is part of."""
    cited = _above(store, iri, document)
    if iri == document:
        cited |= {annex: work(store, annex).name for annex in work(store, document).annexes}
    cited |= dict.fromkeys(known_as(store, document), cited[document])
    for target, via in cited.items():
        held = work(store, document)
        for row, shared in _citations(store, cited=Iri(target)):
            article = _provision(store, held, row.optional("target", str) or "")
            if article and not (_at_or_below(article, iri) or _at_or_below(iri, article)):
                continue  # it cites another article
            citing = work(store, row.one("document", str))
            yield Hop(
                **shared,
                origin=origin,
                to=row.one("statedIn", str),
                to_document=citing.iri,
                relation=key(row.one("relation", str)),
                title=citing.title,
                level=citing.level,
                stub=False,
                depth=depth,
                via="" if article == iri else via,
            )


def _provision(store: Store, cited: Work, target: str) -> str:
    """Return the provision of a held document that a cited article is, or nothing.

    An article is told without its chapter, and a paragraph of it has no provision of its own: the
    article stands for it.
    """
    path = provision_path(target) if cited.held else ()
    parts = outline(store, cited.document) if path else {}
    for length in range(len(path), 0, -1):
        tail = iris.under("", *path[:length])
        found = [part for part in parts if part.endswith(tail)]
        if len(found) == 1:
            return found[0]
    return ""


def _at_or_below(place: str, above: str) -> bool:
    return f"{place}/".startswith(f"{above}/")


def _citations(store: Store, **bindings: Iri) -> Iterator[tuple[Row, Shared]]:
    """Yield citations, but not those of a document's own annexes."""
    for row, shared in findings(store, "citations", **bindings):
        if not f"{row['cited']}/".startswith(f"{row['document']}/"):
            yield row, shared


def _above(store: Store, iri: str, document: str) -> dict[str, str]:
    """Return the names of ``iri`` (none: it speaks for itself) and of all that it is part of."""
    parts = outline(store, document)
    named = {iri: ""}
    while iri in parts:
        iri = parts[iri].whole
        named[iri] = parts[iri].label if iri in parts else work(store, iri).name
    return named if document in named else named | {document: work(store, document).name}


def _below(store: Store, iri: str, document: str) -> dict[str, str]:
    """Return the names of the annexes and provisions of a document or annex."""
    annexes = work(store, iri).annexes
    parts = outline(store, document).values()
    return {annex: work(store, annex).name for annex in annexes} | {
        part.iri: part.label for part in parts if part.iri.startswith(iri + "/")
    }
