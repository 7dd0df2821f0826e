"""What findings let their place say directly, so that a question need not pass through them.

A citation lets the provision rest on a document (``eli:based_on``) and a document be repealed
(``eli:in_force``), a group is the audience of the provision (``dct:audience``). All of it follows
from the finding's own statements, so that a graph in the store can be stated again when a reviewer
rejects a finding, which then says nothing any more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import iri
from graph.model import Relation
from graph.triples.terms import link
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Triple

_RELATIONS = {
    iri.thing("relation", relation): predicate
    for relation, predicate in {
        Relation.IMPLEMENTS: names.eli_ensures_implementation_of,
        Relation.BASIS: names.eli_based_on,
        Relation.CITES: names.eli_cites,
        Relation.AMENDS: names.eli_amends,
        Relation.REPEALS: names.eli_repeals,
        Relation.FORWARDS: names.zm_forwards,
    }.items()
}
_IN_FORCE = {
    iri.thing("relation", Relation.REPEALS): names.ELI + "InForce-notInForce",
    iri.thing("relation", Relation.AMENDS): names.ELI + "InForce-partiallyInForce",
}
_READ = frozenset(
    {names.zm_statedIn, names.zm_cited, names.zm_relation, names.zm_mentionedGroup}
)  # each has one value


def direct_triples(finding: Iterable[Triple]) -> Iterator[Triple]:
    """Yield what follows from the statements whose subject is one finding."""
    said = {
        triple.predicate.value: getattr(triple.object, "value", "")
        for triple in finding
        if triple.predicate.value in _READ
    }
    place = said.get(names.zm_statedIn)
    relation, target = said.get(names.zm_relation), said.get(names.zm_cited)
    if place and relation and target:
        yield link(place, _RELATIONS[relation], target)
        if relation in _IN_FORCE:
            yield link(target, names.eli_in_force, _IN_FORCE[relation])
    group = said.get(names.zm_mentionedGroup)
    if place and group:
        yield link(place, names.dct_audience, group)
