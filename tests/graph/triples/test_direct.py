from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode, Triple

from graph import iri, pipeline
from graph.answers.to_review import to_review
from graph.model import Relation
from graph.reviewing import review
from graph.reviews.recorded import Verdict
from graph.store import open_store
from graph.triples.direct import direct_triples
from graph.triples.terms import link
from ontology import names
from tests.graph.chain import COUNTY, OTHER_CITY, decide, read

if TYPE_CHECKING:
    from pathlib import Path

CLAUSE, FINDING = f"{names.ID}document/测/2020/1/一", f"{names.ID}document/测/2020/1/一/x/1"
TARGET, GROUP = f"{names.ID}document/测/2019/1", f"{names.ID}group/老年人"
STATED = link(FINDING, names.zm_statedIn, CLAUSE)


def citation(relation: Relation) -> list[Triple]:
    return [
        STATED,
        link(FINDING, names.zm_cited, TARGET),
        link(FINDING, names.zm_relation, iri.thing("relation", relation)),
    ]


@pytest.mark.parametrize(
    ("relation", "predicate"),
    [
        (Relation.IMPLEMENTS, names.eli_ensures_implementation_of),
        (Relation.BASIS, names.eli_based_on),
        (Relation.CITES, names.eli_cites),
        (Relation.FORWARDS, names.zm_forwards),
    ],
)
def test_a_citation_relates_its_clause_to_the_document(relation: Relation, predicate: str) -> None:
    assert list(direct_triples(citation(relation))) == [link(CLAUSE, predicate, TARGET)]


@pytest.mark.parametrize(
    ("relation", "state"),
    [(Relation.REPEALS, "notInForce"), (Relation.AMENDS, "partiallyInForce")],
)
def test_what_is_repealed_or_amended_is_no_more_in_force(relation: Relation, state: str) -> None:
    _, stated = direct_triples(citation(relation))
    assert stated.subject == NamedNode(TARGET)
    assert str(stated.object).endswith(f"#InForce-{state}>")


def test_a_group_is_the_audience_of_the_clause() -> None:
    mention = [STATED, link(FINDING, names.zm_mentionedGroup, GROUP)]
    assert list(direct_triples(mention)) == [link(CLAUSE, names.dct_audience, GROUP)]


def test_any_other_finding_says_nothing_directly() -> None:
    assert list(direct_triples([STATED, link(FINDING, names.zm_agency, TARGET)])) == []


def test_a_rejected_repeal_repeals_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "store", write=True) as store:
        pipeline.add(store, read(COUNTY, "county.txt"))
        pipeline.add(store, read(OTHER_CITY, "other-city.txt"))
        (found,) = to_review(store)
        assert found.state == "repealed"
        repeal = f"{iri.numbered('云岭政发〔2031〕9号')}/annex/1/二/citation/1"
        review(store, [decide(store, repeal, Verdict.REJECTED)])
        assert to_review(store) == ()
