"""Questions about clauses, on the invented chain and on the real one where the corpus is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import iri, pipeline
from graph.align import compare, prepare
from graph.align.comparison import Direction
from graph.align.peers import peers
from graph.answers.correspondences import children_of, correspondences
from graph.answers.gaps import Gap, gaps
from graph.answers.impact import impact
from graph.answers.lineage import lineage
from graph.answers.listing import stubs
from graph.answers.parameters import parameter_levels
from graph.answers.to_review import to_review
from graph.model import SourceText
from graph.references import find_reference
from graph.store import open_store
from tests.graph.chain import NATION, fill, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.answers.hops import Hop
    from graph.store import Store

KORLA = "库政办发〔2018〕171号"
REAL = (
    "korla-2018-171.txt",
    "hk_国办发2016-72_推动1亿非户籍人口落户方案.txt",
    "hk_新政发2014-68_进一步推进新疆户籍管理制度改革的实施意见.txt",
    "hk_国发2014-25_户籍制度改革的意见.txt",
    "hk_国令663_居住证暂行条例.txt",
    "hk_豫政2014-83_河南户籍制度改革实施意见.txt",
    "hk_黑政发2014-25_黑龙江户籍制度改革工作的通知.txt",
)


@pytest.fixture(scope="module")
def real_store(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("real") / "store", write=True) as store:
        aligner = pipeline.open_aligner(store)
        for name in REAL:
            pipeline.add(store, pipeline.read_file(corpus / name), aligner)
        yield store


def aligned(store: Store, ref: str) -> list[Hop]:
    hops = lineage(store, find_reference(store, ref))
    return [hop for hop in hops if hop.relation == "alignment"]


def test_2_the_city_asks_for_more_years_than_the_province(chain_store: Store) -> None:
    near, far = aligned(chain_store, "河政办发〔2031〕7号 一")
    assert (near.document, near.provision) == ("云政办发〔2030〕18号", "三（一）")
    assert "tightened" in near.delta
    assert "连续居住满三年" in near.text
    assert (far.document, far.provision, far.depth) == ("国办发〔2030〕5号", "二（三）", 2)
    assert far.origin == near.to
    assert "relaxed" in far.delta


def test_2_the_cap_on_insured_years_is_the_centres_and_lower(real_store: Store) -> None:
    hops = aligned(real_store, f"{KORLA} 三（二）2")
    centre = next(hop for hop in hops if hop.document == "国办发〔2016〕72号")
    assert (centre.provision, centre.depth) == ("二（六）", 1)
    assert "relaxed" in centre.delta
    onward = {(hop.document, hop.provision) for hop in hops if hop.origin == centre.to}
    assert ("国发〔2014〕25号", "二（六）") in onward


def test_2_a_parent_that_is_only_cited_says_so_and_ends(real_store: Store) -> None:
    hops = lineage(real_store, find_reference(real_store, f"{KORLA} 三（二）2"))
    stub = next(hop for hop in hops if hop.document == "新政办发〔2018〕20号")
    assert stub.stub
    assert stub.to not in {hop.origin for hop in hops}


def test_3_residence_goes_from_five_years_to_three_to_six(chain_store: Store) -> None:
    rows = parameter_levels(chain_store, find_reference(chain_store, "河政办发〔2031〕7号 一"))
    found = [(r.depth, r.quote, r.direction) for r in rows if "连续居住" in r.parameter]
    assert found == [
        (0, "在我市连续居住满六年", ""),
        (1, "在我省连续居住满三年", "tightened"),
        (2, "在当地连续居住满五年", "relaxed"),
    ]


def test_3_five_years_of_residence_are_the_centres_of_2016(real_store: Store) -> None:
    rows = parameter_levels(real_store, find_reference(real_store, f"{KORLA} 三（一）1"))
    said = [(r.depth, r.document, r.direction) for r in rows if "居住5年以上" in r.quote]
    assert said == [(0, KORLA, ""), (1, "国办发〔2016〕72号", "same")]
    silent = {r.document for r in rows if r.depth == 2 and not r.quote}
    assert "国发〔2014〕25号" in silent
    assert {r.document for r in rows if r.stub} >= {"新政办发〔2018〕20号", "巴政办发〔2018〕77号"}


def test_4_the_province_leaves_out_bonds(chain_store: Store) -> None:
    province = find_reference(chain_store, "云政办发〔2030〕18号")
    found = [g for g in gaps(chain_store, province, justified=True) if g.gap == Gap.NO_CHILD]
    (bonds,) = (g for g in found if g.document == "国办发〔2030〕5号")
    assert (bonds.provision, bonds.against, bonds.because) == (
        "二（七）",
        "云政办发〔2030〕18号",
        "债券由省里发行",
    )
    assert bonds.iri not in {g.iri for g in gaps(chain_store, province)}


def test_4_the_city_leaves_out_megacities_and_financing(real_store: Store) -> None:
    found = gaps(real_store, find_reference(real_store, KORLA))
    left_out = [g for g in found if g.gap == Gap.NO_CHILD and g.document == "国办发〔2016〕72号"]
    assert [g.provision for g in left_out] == ["二（五）", "三（十）"]
    assert {g.against for g in left_out} == {KORLA}
    assert all(g.nearest for g in left_out)


def test_5_forest_tourism_is_the_provinces_own(chain_store: Store) -> None:
    found = gaps(chain_store, find_reference(chain_store, "云政办发〔2030〕18号"))
    (own,) = (g for g in found if g.gap == Gap.NO_PARENT)
    assert (own.provision, own.against) == ("三（五）", "国办发〔2030〕5号")


def test_5_only_held_parents_are_looked_through_and_the_answer_says_so(real_store: Store) -> None:
    found = gaps(real_store, find_reference(real_store, KORLA))
    assert [g.against for g in found if g.gap == Gap.NOT_HELD] == [
        "新政办发〔2018〕20号",
        "新政发〔2017〕124号",
        "巴政办发〔2018〕77号",
    ]
    held = lineage(real_store, find_reference(real_store, f"{KORLA} 四（十二）"))
    assert "国办发〔2016〕72号" in {hop.document for hop in held if hop.relation == "not-found"}
    alone = [g for g in found if g.gap == Gap.NO_PARENT]
    assert alone
    assert not any("新政办发〔2018〕20号" in g.against for g in alone)  # which is not held


def test_17_what_hangs_on_the_regions_opinion(real_store: Store) -> None:
    found = impact(real_store, find_reference(real_store, "新政发〔2014〕68号"))
    stated = [(i.scope, i.provision) for i in found if i.relation in {"basis", "cites"}]
    assert stated == [("document", "preamble"), ("clause", "五（十五）")]
    clauses = {i.provision for i in found if i.relation == "alignment"}
    assert {"三（二）3", "四（六）"} <= clauses


def test_18_a_changed_cap_makes_one_clause_suspect(chain_store: Store, tmp_path: Path) -> None:
    with open_store(tmp_path / "store", write=True) as store:
        fill(store)
        changed = NATION.replace("年限要求不得超过5年", "年限要求不得超过3年")
        pipeline.add(store, read(changed, "nation.txt"))
        suspect = [(i.document, i.provision) for i in to_review(store) if i.state == "changed"]
        assert suspect == [("云政办发〔2030〕18号", "三（一）")]
    assert [i for i in to_review(chain_store) if i.state == "changed"] == []


def current(store: Store) -> dict[str, bytes]:
    """What the store says now, without the versions that it keeps of replaced texts."""
    return {graph: store.ntriples(graph) for graph in store.graphs() if not iri.is_version(graph)}


def test_18_a_new_version_of_the_centres_plan(real_store: Store, corpus: Path) -> None:
    source = pipeline.read_file(corpus / REAL[1]).document.source
    text = source.text.replace("的年限要求不得超过5年", "的年限要求不得超过4年")
    assert text != source.text
    old = SourceText(source.text, source.name, "text/plain", "utf-8", source.sha256)
    new = SourceText(text, source.name, "text/plain", "utf-8", source.sha256[::-1])
    before = current(real_store)
    clause = find_reference(real_store, "国办发〔2016〕72号 二（六）").iri
    held = correspondences(real_store, parent=clause)
    dependents = {each.provision for each in held if each.sure}  # what waits is no suspect
    pipeline.add(real_store, pipeline.read_text(new))
    found = to_review(real_store)
    assert {(i.document, i.cause) for i in found} == {(KORLA, "国办发〔2016〕72号 二（六）")}
    assert {i.provision for i in found} == dependents
    assert "三（二）2" in dependents
    pipeline.add(real_store, pipeline.read_text(old))
    assert current(real_store) == before


def test_20_provinces_and_cities_beside_their_parent(chain_store: Store) -> None:
    document = find_reference(chain_store, "国办发〔2030〕5号").iri
    parent = prepare(pipeline.read_held(chain_store, document))
    sides = [
        prepare(pipeline.read_held(chain_store, child))
        for child in children_of(chain_store, document)
    ]
    found = peers(parent, [(side, compare(side, parent)) for side in sides], ["condition"])
    assert [(row.clause, [v.direction for v in row.values]) for row in found.rows] == [
        ("二（三）", [Direction.RELAXED]),
        ("二（三）", [Direction.RELAXED]),
    ]


def test_20_what_the_regions_ask_for_beside_the_centre(real_store: Store) -> None:
    document = find_reference(real_store, "国发〔2014〕25号").iri
    children = children_of(real_store, document)
    assert len(children) == 4
    parent = prepare(pipeline.read_held(real_store, document))
    sides = [prepare(pipeline.read_held(real_store, child)) for child in children]
    found = peers(parent, [(side, compare(side, parent)) for side in sides], ["condition"])
    capped = next(row for row in found.rows if ("size", "中等城市") in row.case and row.parent)
    assert found.parent.quote(capped.parent).endswith("不得超过3年")  # type: ignore[arg-type]
    assert [value.value for value in capped.values] == [1]


def test_23_parents_that_are_not_held_come_by_what_hangs_on_them(
    chain_store: Store, real_store: Store
) -> None:
    (stub,) = stubs(chain_store)
    assert stub.number == "云岭政发〔2020〕3号"
    found = stubs(real_store)
    assert [s.number for s in found[:3]] == [
        "巴政办发〔2018〕77号",
        "新政办发〔2018〕20号",
        "新政发〔2017〕124号",
    ]
    assert "新政发〔2014〕68号" not in {s.number for s in found}
