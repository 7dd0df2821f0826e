from __future__ import annotations

from typing import TYPE_CHECKING

from graph.answers.lineage import lineage
from graph.references import find_reference

if TYPE_CHECKING:
    from graph.store import Store

PLAN = "库尔勒市推动非户籍人口在城市落户实施方案"


def test_a_clause_reaches_a_parent_directly_and_by_the_basis_of_its_plan(
    sample_store: Store,
) -> None:
    ref = find_reference(sample_store, "库政办发〔2018〕171号 五（十五）")
    hops = lineage(sample_store, ref)
    to_68 = [(h.relation, h.via, h.quote[:4]) for h in hops if h.document == "新政发〔2014〕68号"]
    assert to_68 == [("cites", "", "新政发〔"), ("basis", PLAN, "《关于进")]
    assert [hop.relation for hop in hops] == ["cites", *["implements"] * 2, *["basis"] * 3]
    assert {hop.origin for hop in hops} == {ref.iri}
    assert {hop.depth for hop in hops} == {1}


def test_a_stub_has_its_title_and_level_and_leads_no_further(sample_store: Store) -> None:
    first, *_ = lineage(sample_store, find_reference(sample_store, "五（十五）"))
    assert (first.stub, first.level) == (True, "省")
    assert first.title == "关于进一步推进我区户籍管理制度改革的实施意见"
    assert lineage(sample_store, find_reference(sample_store, "新政发〔2014〕68号")) == ()


def test_of_a_document_the_plan_and_each_clause_speak_by_name(sample_store: Store) -> None:
    hops = lineage(sample_store, find_reference(sample_store, "171号"))
    assert [hop.via for hop in hops] == [PLAN] * 5 + ["五（十五）"]


def test_a_document_does_not_cite_the_plan_that_it_issues(sample_store: Store) -> None:
    for direction in ("up", "down"):
        hops = lineage(sample_store, find_reference(sample_store, "171号"), direction)
        assert "forwards" not in {hop.relation for hop in hops}


def test_downwards_the_citing_plan_and_clause_are_found_with_their_words(
    sample_store: Store,
) -> None:
    ref = find_reference(sample_store, "新政发〔2014〕68号")
    hops = lineage(sample_store, ref, "down")
    assert [(hop.relation, hop.provision, hop.heading) for hop in hops] == [
        ("basis", "preamble", PLAN),
        ("cites", "五（十五）", "强化政策效果"),
    ]
    assert {hop.origin for hop in hops} == {ref.iri}
    assert {hop.document for hop in hops} == {hop.source for hop in hops}
    assert not any(hop.stub for hop in hops)


def test_a_held_parent_leads_on_and_a_circle_ends(circular_store: Store) -> None:
    found = lineage(circular_store, find_reference(circular_store, "171号五（十五）"))
    hops = [hop for hop in found if hop.relation != "alignment"]
    near = [hop for hop in hops if hop.depth == 1]
    far = [hop for hop in hops if hop.depth == 2]
    assert len(hops) == len(near) + len(far)
    assert [hop.stub for hop in near if hop.document == "新政发〔2014〕68号"] == [False, False]
    assert [(hop.relation, hop.document) for hop in far] == [
        ("implements", "国办发〔2016〕72号"),
        ("implements", "新政办发〔2018〕20号"),
        ("basis", "库政办发〔2018〕171号"),
        ("basis", "新政发〔2017〕124号"),
        ("basis", "巴政办发〔2018〕77号"),
    ]
    assert {hop.origin for hop in far} <= {hop.to for hop in near}
    assert {hop.source for hop in far} == {"新政发〔2014〕68号"}


def test_what_a_parent_merely_mentions_is_no_ancestor(circular_store: Store) -> None:
    hops = lineage(circular_store, find_reference(circular_store, "171号"))
    assert "cites" not in {hop.relation for hop in hops if hop.depth > 1}


def test_downwards_a_circle_ends_too(circular_store: Store) -> None:
    hops = lineage(circular_store, find_reference(circular_store, "171号"), "down")
    assert [(hop.depth, hop.document, hop.relation) for hop in hops] == [
        (1, "新政发〔2014〕68号", "basis"),
        (1, "新政发〔2014〕68号", "cites"),
        (2, "库政办发〔2018〕171号", "basis"),
    ]


def test_what_cites_a_document_hangs_on_its_clauses_by_name(circular_store: Store) -> None:
    ref = find_reference(circular_store, "171号四（六）")
    hops = lineage(circular_store, ref, "down")
    stated = [hop for hop in hops if hop.relation != "alignment"]
    assert {hop.via for hop in stated if hop.depth == 1} == {"库政办发〔2018〕171号"}
