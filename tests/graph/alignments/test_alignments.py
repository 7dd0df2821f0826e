from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from graph import iri, pipeline
from graph.answers.correspondences import correspondences
from graph.check import check_store
from tests.graph.chain import CITY, COUNTY, NATION, PROVINCE, read

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store import Store

NATION_IRI = iri.numbered("国办发〔2030〕5号")
PROVINCE_IRI = iri.numbered("云政办发〔2030〕18号")
CITY_IRI = iri.numbered("河政办发〔2031〕7号")
PAIRS = {iri.pair(PROVINCE_IRI, NATION_IRI), iri.pair(CITY_IRI, PROVINCE_IRI)}


def pairs(store: Store) -> set[str]:
    """Return the pairs with stated parents; those with their parents have a test of their own."""
    return {graph for graph in store.graphs() if "/parent/" in graph}


def content(store: Store) -> bytes:
    return store.ntriples()


def test_a_pair_has_a_graph_of_its_own_hop_by_hop(store: Store) -> None:
    assert pairs(store) == PAIRS


@pytest.mark.parametrize("order", list(permutations((NATION, PROVINCE, CITY))))
def test_the_order_of_adding_makes_no_difference(
    store: Store, tmp_path: Path, order: tuple[str, ...]
) -> None:
    from graph.store import open_store

    names = {NATION: "nation.txt", PROVINCE: "province.txt", CITY: "city.txt"}
    with open_store(tmp_path / "other", write=True) as other:
        aligner = pipeline.open_aligner(other)
        for text in order:
            pipeline.add(other, read(text, names[text]), aligner)
        assert content(other) == content(store)


@pytest.mark.parametrize("document", [NATION_IRI, PROVINCE_IRI, CITY_IRI])
def test_a_document_takes_its_pairs_with_it_and_brings_them_back(
    store: Store, document: str
) -> None:
    before = content(store)
    text = {NATION_IRI: NATION, PROVINCE_IRI: PROVINCE, CITY_IRI: CITY}[document]
    name = {NATION_IRI: "nation", PROVINCE_IRI: "province", CITY_IRI: "city"}[document]
    pipeline.remove(store, document)
    left = {
        pair
        for pair in PAIRS
        if document.removeprefix("https://w3id.org/zhengmai/id/document/") not in pair
    }
    assert pairs(store) == left
    pipeline.add(store, read(text, f"{name}.txt"))
    assert content(store) == before


def test_every_alignment_has_words_on_both_sides_that_are_true(store: Store) -> None:
    assert check_store(store).conforms


def test_a_document_that_states_no_parent_is_compared_with_none(empty: Store) -> None:
    orphan = PROVINCE.replace(
        "根据《国务院办公厅关于印发推进养老服务发展方案的通知》（国办发〔2030〕5号），", ""
    )
    pipeline.add(empty, read(NATION, "nation.txt"))
    pipeline.add(empty, read(orphan, "province.txt"))
    assert pairs(empty) == set()


def test_a_citation_by_title_means_the_held_document_that_issues_it(store: Store) -> None:
    pipeline.add(store, read(COUNTY, "county.txt"))
    county = iri.numbered("云岭政发〔2031〕9号")
    assert pairs(store) == PAIRS | {iri.pair(county, PROVINCE_IRI)}
    (found,) = correspondences(store, childDocument=county)
    assert found.parent == f"{PROVINCE_IRI}/annex/1/三/（二）"


def test_what_two_documents_could_mean_means_none(store: Store) -> None:
    pipeline.add(store, read(COUNTY, "county.txt"))
    again = PROVINCE.replace("云政办发〔2030〕18号", "云政办发〔2030〕19号")
    pipeline.add(store, read(again, "again.txt"))
    assert not any("云岭政发" in pair for pair in pairs(store))
    pipeline.remove(store, iri.numbered("云政办发〔2030〕19号"))
    assert any("云岭政发" in pair for pair in pairs(store))


def test_a_copy_without_its_number_is_known_by_title_and_year(store: Store) -> None:
    copy = NATION.replace("国办发〔2030〕5号\n", "")
    pipeline.remove(store, NATION_IRI)
    pipeline.add(store, read(copy, "copy.txt"))
    assert sum("云政办发/2030/18/parent/" in pair for pair in pairs(store)) == 1
    pipeline.add(store, read(copy.replace("2030年3月1日", "2029年3月1日"), "older.txt"))
    assert sum("云政办发/2030/18/parent/" in pair for pair in pairs(store)) == 1
