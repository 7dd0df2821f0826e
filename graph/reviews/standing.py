"""How reviews stand with what a graph states now, and a graph stated again as they say.

A review of a statement that is still there gives it its status. One whose statement is not there
any more makes *suspect* what has its number now, or says something else over the same words, unless
that was reviewed itself. It is kept, and holds again when the statement comes back.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from graph import iri
from graph.model import Status
from graph.reviews.statement import Statements, findings, place_of, said
from graph.store.terms import name
from graph.triples.direct import direct_triples
from graph.triples.terms import link
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Triple

    from graph.reviews.recorded import Review
    from graph.reviews.statement import Statement

_LIKE: Final = 0.5  # of the characters: the same sentence with an office or a number exchanged
_OURS: Final = frozenset({names.adms_status, names.zm_review})
_FINDING: Final = NamedNode(names.zm_Finding)


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of something that was reviewed, with the review that gives it."""

    status: str
    review: Review

    def triples(self, node: str) -> Iterator[Triple]:
        """Yield what the graph says of it."""
        yield link(node, names.adms_status, iri.thing("status", self.status))
        yield link(node, names.zm_review, self.review.iri)


def standing(
    reviews: Iterable[Review], statements: Mapping[str, Statement]
) -> Mapping[str, Standing]:
    """Return how the findings stand that reviews are about; the others have none."""
    found: dict[str, Standing] = {}
    known, outdated, moved = Statements(statements), [], []
    for review in sorted(reviews, key=lambda each: each.iri):
        same = statements.get(review.about)
        if same and same.is_known_by(review.statement):
            found[review.about] = Standing(review.status, review)
        else:
            moved.append(review)
    for review in moved:
        alike = (each.finding for each in known.known_by(review.statement))
        now = next((at for at in alike if at not in found), None)
        if now:
            found[now] = Standing(review.status, review)
        else:
            outdated.append(review)
    held = frozenset(found)
    beside: defaultdict[str, list[Statement]] = defaultdict(list)
    for each in statements.values():
        beside[each.place].append(each)
    for review in outdated:
        for at in _concerned(review, statements, beside[place_of(review.about)]):
            if at not in held:
                found.setdefault(at, Standing(Status.SUSPECT, review))
    return found


def moved(reviews: Iterable[Review], statements: Mapping[str, Statement]) -> tuple[Review, ...]:
    """Return reviews with the offsets and the words that their statements have now.

    Those whose statement is not there keep what was reviewed.
    """
    given = tuple(reviews)
    now = {
        each.review.iri: statements[at]
        for at, each in standing(given, statements).items()
        if each.status != Status.SUSPECT
    }
    return tuple(
        replace(each, statement=here.fingerprint, start=here.start, end=here.end, quote=here.quote)
        if (here := now.get(each.iri))
        else each
        for each in given
    )


def _concerned(
    review: Review, statements: Mapping[str, Statement], beside: Iterable[Statement]
) -> Iterator[str]:
    """Yield what stands where a review was given: what has the number, or the same words.

    Where what has the number has other words altogether, what has the most like them does too: it
    may have got another number.
    """
    place = place_of(review.about)
    like = {each.finding: each.likeness(place, review.quote) for each in beside}
    if review.about in statements:
        yield review.about
    yield from (at for at, much in like.items() if much == 1)
    nearest = max(like, key=lambda at: like[at], default="")
    if nearest and like[nearest] >= _LIKE > like.get(review.about, 0):
        yield nearest


def restated(
    triples: Iterable[Triple],
    reviews: Iterable[Review],
    statements: Mapping[str, Statement] | None = None,
) -> list[Triple]:
    """Return the graph of a document as reviews let it stand, whatever stood before.

    What only rejected or unproven findings let their places say directly is left out.
    ``statements`` are the findings of the graph, where they are known.
    """
    given, reviewed = list(triples), tuple(reviews)
    if not reviewed and not any(each.predicate.value == names.zm_review for each in given):
        return given  # none was there before either
    stands = standing(reviewed, findings(said(given)) if statements is None else statements)
    own: defaultdict[str, list[Triple]] = defaultdict(list)
    for triple in given:
        own[name(triple.subject)].append(triple)
    found = {at: its for at, its in own.items() if any(map(_is_finding, its))}
    ours = {triple for its in found.values() for triple in its if triple.predicate.value in _OURS}
    ours |= {triple for its in found.values() for triple in direct_triples(its)}
    again = [triple for triple in given if triple not in ours]
    unproven = {
        name(each.subject) for each in given if each.predicate.value == names.zm_candidatesOnly
    }
    for at, its in found.items():
        here = stands.get(at)
        again += here.triples(at) if here else candidate(at)
        if here.status != Status.REJECTED if here else _run(its) not in unproven:
            again += direct_triples(its)
    return list(dict.fromkeys(again))


def candidate(node: str) -> Iterator[Triple]:
    """Yield what the graph says of the status of what was not reviewed."""
    yield link(node, names.adms_status, iri.thing("status", Status.CANDIDATE))


def _run(finding: Iterable[Triple]) -> str:
    """Return the run of a rule that states a finding (its IRI)."""
    runs = (each.object for each in finding if each.predicate.value == names.prov_wasGeneratedBy)
    return next((run.value for run in runs if isinstance(run, NamedNode)), "")


def _is_finding(triple: Triple) -> bool:
    return triple.predicate.value == names.rdf_type and triple.object == _FINDING
