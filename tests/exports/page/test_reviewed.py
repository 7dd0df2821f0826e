from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, parse

from exports.page.content import around_content, document_content
from exports.page.data import graph_data
from graph import iri, pipeline
from graph.references import find_reference
from graph.reviewing import review
from graph.reviews.recorded import Verdict, record, reviews
from graph.reviews.standing import restated
from ontology import names
from tests.exports.page.conftest import HOSTILE
from tests.graph.chain import PROVINCE, decide, opened_pair, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from exports.page.content import Content
    from graph.store import Store

CHILD = iri.numbered("云政办发〔2030〕18号")
LEADS = f"{CHILD}/annex/1/三/（一）/responsibility/1"


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Store]:
    with opened_pair(tmp_path) as opened:
        yield opened


def shown(content: Content) -> set[str]:
    data = graph_data(content)
    return {e["finding"] for those in data["stated"].values() for e in those if "finding" in e}


def test_every_finding_on_a_page_has_its_fingerprint(chain: Store) -> None:
    for content in (
        document_content(chain, CHILD),
        around_content(chain, find_reference(chain, "云政办发〔2030〕18号 三（一）"), 2),
    ):
        known = {each.removeprefix(names.ID) for each in content.reviewable.statements}
        assert shown(content) <= known
        assert shown(content)


def test_the_fingerprints_of_a_page_are_those_that_an_import_finds(chain: Store) -> None:
    known = document_content(chain, CHILD).reviewable.statements
    found = [each for each in known if each.startswith(f"{CHILD}/")]
    assert len(found) > 20
    for finding in found:
        assert known[finding].fingerprint == decide(chain, finding, Verdict.ACCEPTED).statement


def test_what_the_store_has_of_a_review_is_on_the_page(chain: Store) -> None:
    told = HOSTILE.replace("\u2028\u2029", "")
    made = decide(chain, LEADS, Verdict.CORRECTED, told, "备注")
    review(chain, [made], "王某")
    data = graph_data(document_content(chain, CHILD))
    assert data["reviews"] == {
        LEADS.removeprefix(names.ID): {
            "decision": "corrected",
            "correction": told,
            "note": "备注",
            "by": "王某",
            "outdated": False,
            "statement": made.statement,
            "start": made.start,
            "end": made.end,
            "quote": "（省民政厅牵头）",
        }
    }
    text = PROVINCE.replace("（省民政厅牵头）", "（省医保局牵头）")
    pipeline.add(chain, read(text, "province.txt"))
    (known,) = graph_data(document_content(chain, CHILD))["reviews"].values()
    assert known["outdated"] is True
    assert (known["statement"], known["quote"]) == (made.statement, "（省民政厅牵头）")


def test_without_reviews_a_page_tells_of_none(chain: Store) -> None:
    assert graph_data(document_content(chain, CHILD))["reviews"] == {}


def test_a_review_from_before_is_not_outdated(chain: Store) -> None:
    review(chain, [decide(chain, LEADS, Verdict.REJECTED)])
    (there,) = reviews(chain)
    former = document_content(chain, CHILD).reviewable.statements[LEADS].former
    record(chain, [replace(there, statement=former)], {there.iri})
    graph = [quad.triple for quad in parse(chain.ntriples(CHILD), RdfFormat.N_TRIPLES)]
    chain.replace(CHILD, restated(graph, reviews(chain)))
    (known,) = graph_data(document_content(chain, CHILD))["reviews"].values()
    assert (known["outdated"], known["statement"]) == (False, former)
