from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.answers.lineage import lineage
from graph.pipeline import add
from graph.references import find_reference
from graph.store import open_store
from tests.graph import chain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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


STATUTE = """河道采砂管理条例
（国务院令第888号）
第一章 总则
第一条 为了加强管理，制定本条例。
第二条 采砂应当持证。
第二章 监督
第三条 县级人民政府水利部门负责监督。
第四条 违者处罚。
"""
RULES = """某市河道采砂管理办法
某政发〔2031〕7号
第一条 根据《河道采砂管理条例》（国务院令第888号）第二条、第三条第一款，制定本办法。
第二条 采砂的处罚按照《河道采砂管理条例》第四条执行。
"""


@pytest.fixture(scope="module")
def article_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("articles") / "store", write=True) as store:
        for name, text in (("statute.txt", STATUTE), ("rules.txt", RULES)):
            add(store, chain.read(text, name))
        yield store


def test_upwards_the_cited_article_is_told_and_reached_in_a_held_document(
    article_store: Store,
) -> None:
    hops = lineage(article_store, find_reference(article_store, "某政发〔2031〕7号 第一条"))
    cited = [hop for hop in hops if hop.relation != "alignment"]
    assert [(hop.document, hop.provision, hop.to.rpartition("/")[2]) for hop in cited] == [
        ("国务院令第888号", "第二条", "第二条"),
        ("国务院令第888号", "第三条第一款", "第三条"),
    ]


def test_downwards_an_article_is_cited_by_those_that_name_it(article_store: Store) -> None:
    def citing(article: str) -> list[str]:
        ref = find_reference(article_store, f"国务院令第888号 {article}")
        hops = lineage(article_store, ref, "down")
        return [hop.provision for hop in hops if hop.relation != "alignment"]

    assert citing("第二条") == ["第一条"]
    assert citing("第四条") == ["第二条"]
    assert citing("第一条") == []


BASIS = "根据云政办发〔2030〕18号文件"


@pytest.mark.parametrize(
    ("basis", "direct"),
    [
        (BASIS, {"not-compared"}),
        (f"{BASIS}和国办发〔2030〕5号文件", {"holds"}),
    ],
)
def test_a_clause_further_up_says_how_it_corresponds_directly(
    tmp_path: Path, basis: str, direct: set[str]
) -> None:
    with open_store(tmp_path / "store", write=True) as store:
        for text in (chain.NATION, chain.PROVINCE, chain.CITY.replace(BASIS, basis)):
            add(store, chain.read(text, "text.txt"))
        hops = lineage(store, find_reference(store, "河政办发〔2031〕7号 二"))
    aligned = [hop for hop in hops if hop.relation == "alignment"]
    assert {hop.direct for hop in aligned if hop.depth == 1} == {""}
    assert {hop.direct for hop in aligned if hop.depth > 1} == direct
