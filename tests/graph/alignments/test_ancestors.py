from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from graph import iri, pipeline
from graph.alignments.ancestors import ancestors
from graph.answers.correspondences import children_of, correspondences, lonely, parents_of
from graph.answers.impact import impact
from graph.check import check_store
from graph.questions import load
from graph.references import find_reference
from graph.store import Iri, open_store
from tests.graph.chain import CITY, NATION, PROVINCE, read
from tests.graph.chain import COUNTY as NOTICE

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store import Store

NATION_IRI = iri.numbered("国办发〔2030〕5号")
PROVINCE_IRI = iri.numbered("云政办发〔2030〕18号")
CITY_IRI = iri.numbered("河政办发〔2031〕7号")
COUNTY_IRI = iri.numbered("云岭政发〔2031〕9号")
OTHER_IRI = iri.numbered("云政发〔2030〕44号")

TO_CITY = "根据云政办发〔2030〕18号文件"
TO_NATION = "《国务院办公厅关于印发推进养老服务发展方案的通知》（国办发〔2030〕5号）"
COUNTY = NOTICE.replace("根据《云山省推进养老服务发展实施方案》", "根据河政办发〔2031〕7号文件")
OTHER = f"""云山省人民政府关于做好老年助餐服务的意见
云政发〔2030〕44号
各市、县人民政府：
根据{TO_NATION}，提出以下意见：

一、健全老年助餐服务网络。依托社区食堂和餐饮企业设置老年助餐点，为老年人提供就餐服务。（省民政厅牵头）

云山省人民政府
2030年9月1日
"""
BY_TWO = CITY.replace(TO_CITY, "根据云政办发〔2030〕18号、云政发〔2030〕44号文件")


def put(store: Store, *texts: str) -> None:
    aligner = pipeline.open_aligner(store)
    for text in texts:
        pipeline.add(store, read(text, f"{text[:12]}.txt"), aligner)


def further(store: Store) -> dict[tuple[str, str], set[str]]:
    """Return the stored pairs with ancestors, by the parents that lead there."""
    found: dict[tuple[str, str], set[str]] = {}
    for row in store.select(load("ancestor-pairs")):
        pair = row.one("descendantDocument", str), row.one("ancestorDocument", str)
        assert row.one("pair", str) == iri.ancestor_pair(*pair)
        found.setdefault(pair, set()).add(row.one("through", str))
    assert {iri.ancestor_pair(*pair) for pair in found} == {
        graph for graph in store.graphs() if "/ancestor/" in graph
    }
    return found


def meals(store: Store) -> list[tuple[str, float]]:
    """Return what the city's clause on meals corresponds to in the nation's document."""
    clause = find_reference(store, "河政办发〔2031〕7号 二").iri
    rows = store.select(load("ancestor-alignments"), child=Iri(clause))
    return [
        (row.one("parent", str).rpartition("/")[2], row.one("score", float))
        for row in rows
        if row["lang"] == "zh"
    ]


def test_a_parents_parent_is_compared_directly_and_says_the_way(store: Store) -> None:
    assert further(store) == {(CITY_IRI, NATION_IRI): {PROVINCE_IRI}}
    ((clause, score),) = meals(store)
    assert clause == "（四）"
    assert score > 0.8


def test_what_is_stored_is_true_and_names_its_way(store: Store) -> None:
    assert check_store(store).conforms
    graph = iri.ancestor_pair(CITY_IRI, NATION_IRI)
    through = [t for t in store.triples(graph) if t[1].endswith("#through")]
    assert through == [(Iri(graph), through[0][1], Iri(PROVINCE_IRI))]


def test_every_level_above_is_compared_once(empty: Store) -> None:
    put(empty, NATION, PROVINCE, CITY, COUNTY)
    assert further(empty) == {
        (CITY_IRI, NATION_IRI): {PROVINCE_IRI},
        (COUNTY_IRI, PROVINCE_IRI): {CITY_IRI},
        (COUNTY_IRI, NATION_IRI): {CITY_IRI},
    }


def test_an_ancestor_by_two_ways_is_compared_once_and_names_both(empty: Store) -> None:
    put(empty, NATION, PROVINCE, OTHER, BY_TWO)
    assert further(empty) == {(CITY_IRI, NATION_IRI): {PROVINCE_IRI, OTHER_IRI}}
    pipeline.remove(empty, OTHER_IRI)
    assert further(empty) == {(CITY_IRI, NATION_IRI): {PROVINCE_IRI}}


def test_what_a_document_states_itself_is_no_ancestor(empty: Store) -> None:
    put(empty, NATION, PROVINCE, CITY.replace(TO_CITY, f"{TO_CITY}和国办发〔2030〕5号文件"))
    assert parents_of(empty, CITY_IRI) == tuple(sorted((PROVINCE_IRI, NATION_IRI)))
    assert further(empty) == {}


def test_documents_that_state_each_other_are_no_ancestors_of_themselves(empty: Store) -> None:
    put(empty, NATION.replace("制定本方案", "根据河政办发〔2031〕7号文件，制定本方案"))
    put(empty, PROVINCE, CITY)
    assert parents_of(empty, NATION_IRI) == (CITY_IRI,)
    assert further(empty) == {
        (CITY_IRI, NATION_IRI): {PROVINCE_IRI},
        (PROVINCE_IRI, CITY_IRI): {NATION_IRI},
        (NATION_IRI, PROVINCE_IRI): {CITY_IRI},
    }
    assert ancestors(empty, CITY_IRI).keys() == {NATION_IRI}


@pytest.mark.parametrize("gone", [NATION_IRI, PROVINCE_IRI, CITY_IRI])
def test_a_pair_goes_with_either_document_and_with_the_one_between(store: Store, gone: str) -> None:
    pipeline.remove(store, gone)
    assert further(store) == {}


def test_a_pair_goes_when_the_one_between_no_longer_states_the_ancestor(store: Store) -> None:
    put(store, PROVINCE.replace(f"根据{TO_NATION}，", ""))
    assert parents_of(store, CITY_IRI) == (PROVINCE_IRI,)
    assert further(store) == {}


def test_an_ancestor_in_other_words_is_compared_anew(store: Store) -> None:
    start, end = NATION.index("（四）健全老年助餐"), NATION.index("（五）加强护理")
    put(store, f"{NATION[:start]}（四）组织老年人春游。免费安排车辆接送。\n\n{NATION[end:]}")
    assert further(store) == {(CITY_IRI, NATION_IRI): {PROVINCE_IRI}}
    assert "（四）" not in [clause for clause, _ in meals(store)]
    put(store, NATION)
    assert [clause for clause, _ in meals(store)] == ["（四）"]


@pytest.mark.parametrize("order", list(permutations((NATION, PROVINCE, OTHER, BY_TWO)))[5::6])
def test_the_order_of_adding_makes_no_difference(
    empty: Store, tmp_path: Path, order: tuple[str, ...]
) -> None:
    put(empty, NATION, PROVINCE, OTHER, BY_TWO)
    with open_store(tmp_path / "other", write=True) as other:
        put(other, *order)
        assert other.ntriples() == empty.ntriples()


def test_no_answer_takes_an_ancestor_for_a_stated_parent(store: Store) -> None:
    assert parents_of(store, CITY_IRI) == (PROVINCE_IRI,)
    assert children_of(store, NATION_IRI) == (PROVINCE_IRI,)
    aligned = correspondences(store, childDocument=CITY_IRI)
    assert {each.parent_document for each in aligned} == {PROVINCE_IRI}
    assert lonely(store, childDocument=CITY_IRI, parentDocument=NATION_IRI) == ()
    hanging = impact(store, find_reference(store, "国办发〔2030〕5号 二（四）"))
    assert [each.depth for each in hanging if each.relation == "alignment"] == [1, 2]
    assert "direct-alignment" not in {each.relation for each in hanging}


def test_what_the_ancestor_alone_holds_is_still_without_a_stated_parent(empty: Store) -> None:
    from graph.answers.gaps import gaps

    bonds = NATION[
        NATION.index("规范养老机构债券融资") : NATION.index("（国家发展改革委、证监会负责）")
    ]
    put(empty, NATION, PROVINCE, f"{CITY}\n三、{bonds}（市发展改革委负责）\n")
    found = gaps(empty, find_reference(empty, "河政办发〔2031〕7号"))
    (gap,) = (each for each in found if each.gap == "no-parent")
    assert (gap.provision, gap.against) == ("三", "云政办发〔2030〕18号")
