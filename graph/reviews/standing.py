"""How reviews stand with what a graph states now, and a graph stated again as they say.

A review of a statement that is still there gives it its status. One whose statement is not there
any more makes *suspect* what has its number now, or says something else over the same words, unless
that was reviewed itself. It is kept, and holds again when the statement comes back.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from graph import iri
from graph.reviews.statement import findings, place_of, said
from graph.store.terms import name
from graph.triples.direct import direct_triples
from graph.triples.terms import link
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Triple

    from graph.reviews.recorded import Review
    from graph.reviews.statement import Statement

SUSPECT: Final = "suspect"
REJECTED: Final = "rejected"
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
    moved: list[Review] = []
    outdated: list[Review] = []
    for review in sorted(reviews, key=lambda each: each.iri):
        same = statements.get(review.about)
        if same and same.fingerprint == review.statement:
            found[review.about] = Standing(review.status, review)
        else:
            moved.append(review)
    alike: defaultdict[str, list[str]] = defaultdict(list)
    beside: defaultdict[str, list[Statement]] = defaultdict(list)
    for at, each in statements.items():
        alike[each.fingerprint].append(at)
        beside[each.place].append(each)
    for review in moved:
        now = next((at for at in alike[review.statement] if at not in found), None)
        if now:
            found[now] = Standing(review.status, review)
        else:
            outdated.append(review)
    held = frozenset(found)
    for review in outdated:
        place = place_of(review.about)
        concerned = [s.finding for s in beside[place] if s.meets(place, review.start, review.end)]
        for at in (review.about, *concerned):
            if at in statements and at not in held:
                found.setdefault(at, Standing(SUSPECT, review))
    return found


def restated(triples: Iterable[Triple], reviews: Iterable[Review]) -> list[Triple]:
    """Return the graph of a document as reviews let it stand, whatever stood before.

    What only rejected findings let their places say directly is left out.
    """
    given, reviewed = list(triples), tuple(reviews)
    if not reviewed and not any(each.predicate.value == names.zm_review for each in given):
        return given  # none was there before either
    stands = standing(reviewed, findings(said(given)))
    own: defaultdict[str, list[Triple]] = defaultdict(list)
    for triple in given:
        own[name(triple.subject)].append(triple)
    found = {at: its for at, its in own.items() if any(map(_is_finding, its))}
    ours = {triple for its in found.values() for triple in its if triple.predicate.value in _OURS}
    ours |= {triple for its in found.values() for triple in direct_triples(its)}
    again = [triple for triple in given if triple not in ours]
    for at, its in found.items():
        here = stands.get(at)
        again += here.triples(at) if here else candidate(at)
        if here is None or here.status != REJECTED:
            again += direct_triples(its)
    return list(dict.fromkeys(again))


def candidate(node: str) -> Iterator[Triple]:
    """Yield what the graph says of the status of what was not reviewed."""
    yield link(node, names.adms_status, iri.thing("status", "candidate"))


def _is_finding(triple: Triple) -> bool:
    return triple.predicate.value == names.rdf_type and triple.object == _FINDING
