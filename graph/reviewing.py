"""Reviewers' decisions into a store: each matched with what it was given for, kept, and applied.

What is found is not read again for it: the graph of a document is stated again from what it says,
so that an import changes what was decided and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, parse

from graph import iri
from graph.alignments import Shelf
from graph.alignments.reviewable import reviewable
from graph.errors import BadReference, DecisionsError
from graph.model import Status
from graph.outline import work
from graph.pipeline import open_aligner, read_all
from graph.questions import load
from graph.reviews.decisions import Decision
from graph.reviews.recorded import Review, record, replace, reviews, reviews_of
from graph.reviews.standing import moved, restated, standing
from graph.reviews.statement import Statements, findings, said
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.alignments import Aligner
    from graph.reviews.recorded import Verdict
    from graph.reviews.standing import Standing
    from graph.reviews.statement import Statement
    from graph.store import Store

_SHOWN = 40  # characters of a quote in a message


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of decisions: those recorded, those taken back; a line for each refused.

    ``unchanged`` counts those recorded that were known, ``replaced`` those in place of another one
    about the same statement.
    """

    recorded: tuple[Review, ...]
    withdrawn: tuple[Review, ...]
    unchanged: int
    replaced: int
    refused: tuple[str, ...]


def review(store: Store, decisions: Sequence[Decision], by: str = "") -> Imported:
    """Record what a reviewer decided, and let the graphs of the documents follow.

    A decision holds for the statement that it was given for, wherever that is numbered and stands
    in the file now. One whose statement is not there any more, or has other words than it says, is
    refused, the others are recorded. One is taken back whether its statement is there or not.

    Raises:
        DecisionsError: a decision is about no document that the store holds; nothing is recorded.

    """
    for decision in decisions:
        _require_held(store, decision)
    aligner, there = open_aligner(store), _by_statement(reviews(store))
    shelf = Shelf(store, read_all)

    @cache
    def known(within: str) -> Statements:
        return Statements(statements(store, shelf, within) if within else {})

    @cache
    def before(within: str) -> Mapping[str, Standing]:
        return standing(reviews(store, within=within), known(within).of)

    recorded, withdrawn, refused, instead = [], [], [], dict[str, Review]()
    for decision in decisions:
        if decision.decision is None:
            made = _made(there.get(decision.statement, ()), decision)
            withdrawn += made
            if not made:
                refused.append(_refusal(store, decision))
            continue
        within = iri.owner(decision.finding, store)
        now = _found(known(within), decision)
        if now is None:
            refused.append(_refusal(store, decision))
            continue
        given = _review(decision, decision.decision, now, within, by)
        old = before(within).get(now.finding)
        if old and old.status != Status.SUSPECT:
            instead[given.iri] = old.review
        recorded.append(given)
    record(store, recorded, {each.iri for each in (*instead.values(), *withdrawn)})
    changed = {each.within for each in (*recorded, *withdrawn) if each.within in store}
    _follow(store, aligner, changed)
    unchanged = sum(instead.get(each.iri) == each for each in recorded)
    return Imported(
        tuple(recorded), tuple(withdrawn), unchanged, len(instead) - unchanged, tuple(refused)
    )


def decisions_on(
    store: Store,
    those: Iterable[str],
    verdict: Verdict | None,
    correction: str = "",
    note: str = "",
) -> tuple[Decision, ...]:
    """Return the same decision on findings and alignments (IRIs), as they are stated now.

    ``verdict`` None takes the reviews of them back.

    Raises:
        BadReference: the store states no such thing, or has no review to take back.

    """
    shelf, made = Shelf(store, read_all), reviews_of(store) if verdict is None else {}
    found = []
    for finding in those:
        within = iri.owner(finding, store)
        now = statements(store, shelf, within).get(finding) if within else None
        if now is None or (verdict is None and finding not in made):
            message = (
                f"{finding}: 库中没有 / is not in the store, or not reviewed; see "
                "`zhengmai review list --status to-review`"
            )
            raise BadReference(message)
        known_by = made[finding][0].statement if verdict is None else now.fingerprint
        found.append(
            Decision(
                finding=finding,
                document=_document(store, finding),
                statement=known_by,
                decision=verdict,
                correction=correction,
                note=note,
                says="",
                quote=now.quote,
                start=now.start,
                end=now.end,
            )
        )
    return tuple(found)


def statements(store: Store, shelf: Shelf, within: str) -> Mapping[str, Statement]:
    """Return what can be reviewed in the graph of a document or of a pair (its IRI)."""
    if iri.is_document(within):
        graph = parse(store.ntriples(within), RdfFormat.N_TRIPLES)
        return findings(said(quad.triple for quad in graph))
    return reviewable(store, shelf, within)


def restate(store: Store, document: str) -> None:
    """Let the graph of a document (its IRI) stand as the reviews say."""
    triples = [quad.triple for quad in parse(store.ntriples(document), RdfFormat.N_TRIPLES)]
    made = reviews(store, within=document)
    known = findings(said(triples))
    now = moved(made, known)
    replace(store, made, now)
    store.replace(document, restated(triples, now, known))


def _require_held(store: Store, decision: Decision) -> None:
    document = decision.document or _document(store, decision.finding)
    if not iri.is_document(document) or document not in store:
        message = (
            f"{document or decision.finding}: 未收录 / the store does not hold this document; "
            "add it first"
        )
        raise DecisionsError(message)
    pairs = iri.pair(document, "").rstrip("/")
    if not decision.finding.startswith((f"{document}/", f"{pairs}/")):
        message = f"{decision.finding}: 不是该文件的认定 / is no finding of {document}"
        raise DecisionsError(message)


def _document(store: Store, finding: str) -> str:
    """Return the held document that a finding is in, or that an alignment is of; or nothing."""
    if iri.is_document(finding):
        return iri.owner(finding, store)
    return iri.owner(iri.of_pair(finding)[0], store)


def _found(known: Statements, decision: Decision) -> Statement | None:
    """Return what a decision is about, if that has the words which the decision names.

    They may stand elsewhere in the file since it was made: the fingerprint says which they are in
    their provision. That of an alignment says it of the words of both clauses.
    """
    now = known.find(decision.finding, decision.statement)
    if now is None or not now.place:
        return now
    fits = decision.quote == now.quote and decision.end - decision.start == len(now.quote)
    return now if fits else None


def _by_statement(there: Iterable[Review]) -> Mapping[str, list[Review]]:
    found: dict[str, list[Review]] = {}
    for each in there:
        found.setdefault(each.statement, []).append(each)
    return found


def _made(there: Iterable[Review], decision: Decision) -> list[Review]:
    """Return the review of the statement that a decision is about; that of its number first."""
    made = [each for each in there if decision.finding.startswith(f"{each.within}/")]
    return sorted(made, key=lambda each: each.about != decision.finding)[:1]


def _review(decision: Decision, verdict: Verdict, now: Statement, within: str, by: str) -> Review:
    return Review(
        about=now.finding,
        within=within,
        statement=now.fingerprint,
        decision=verdict,
        correction=decision.correction,
        note=decision.note,
        by=by,
        quote=now.quote,
        start=now.start,
        end=now.end,
    )


def _refusal(store: Store, decision: Decision) -> str:
    quote = " ".join(decision.quote.split())
    quote = quote if len(quote) <= _SHOWN else f"{quote[:_SHOWN]}…"
    document = decision.document or _document(store, decision.finding)
    where = f"{work(store, document).name} {decision.start}–{decision.end} “{quote}”"
    if decision.decision is None:
        return (
            f"{where}: 没有可撤回的审核 / no review of it is recorded that could be taken back; "
            "see `zhengmai review list`"
        )
    return (
        f"{where}: 所审内容已不在库中，未导入；请重新导出网页再审 / what was reviewed is not "
        "stated there any more, not imported; export the page anew and review it again"
    )


def _follow(store: Store, aligner: Aligner, changed: Iterable[str]) -> None:
    """Let the graphs of documents and of pairs follow the reviews of them."""
    for within in sorted(filter(iri.is_document, changed)):
        restate(store, within)
    for document in sorted(_to_compare(store, changed)):
        aligner.realign(document)


def _to_compare(store: Store, changed: Iterable[str]) -> set[str]:
    """Return the documents whose pairs change: what they cite, state or correspond to."""
    found = set()
    for within in changed:
        rows = store.select(load("pairs"), pair=Iri(within))
        found |= {row.one("childDocument", str) for row in rows} or {within}
    return found
