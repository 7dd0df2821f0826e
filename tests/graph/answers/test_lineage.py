from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.answers.hops import ALIGNMENT, DIRECT
from graph.answers.lineage import lineage
from graph.iri import ancestor_pair, numbered
from graph.pipeline import add
from graph.references import find_reference
from graph.store import open_store
from tests.graph import chain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.answers.hops import Direction, Hop
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
# Carry out what only the province's clause adds to that of the nation, the second without its word.
INSPECTED = "三、开展专项审计。审计机关每年选择三分之一的县开展审计调查。（市审计局负责）"
CHOSEN = "三、每年选择三分之一的县开展调查，向社会公布结果。"
# Carries out what the nation alone says.
BONDS = (
    "三、规范养老机构债券融资。健全养老项目收益债券信息披露和信用评级制度，防范化解债务风险。"
    "（市发展改革委负责）"
)


def climbed(folder: Path, city: str, ref: str, direction: Direction = "up") -> list[Hop]:
    """Return the hops from clause to clause over the chain with this document of the city."""
    with open_store(folder / "store", write=True) as store:
        for text in (chain.NATION, chain.PROVINCE, city):
            add(store, chain.read(text, "text.txt"))
        hops = lineage(store, find_reference(store, ref), direction)
    return [hop for hop in hops if hop.relation in {ALIGNMENT, DIRECT}]


@pytest.mark.parametrize("basis", [BASIS, f"{BASIS}和国办发〔2030〕5号文件"])
def test_a_clause_further_up_says_how_it_corresponds_directly(tmp_path: Path, basis: str) -> None:
    city = chain.CITY.replace(BASIS, basis)
    hops = climbed(tmp_path, city, "河政办发〔2031〕7号 二")
    assert {(h.direct, h.direct_score, h.diverges) for h in hops if h.depth == 1} == {
        ("", None, False)
    }
    (far,) = [hop for hop in hops if hop.depth > 1]
    assert (far.provision, far.direct, far.diverges) == ("二（四）", "holds", False)
    assert far.direct_score is not None
    assert far.direct_score > 0.8
    assert DIRECT not in {hop.relation for hop in hops}


@pytest.mark.parametrize(
    ("clause", "direct", "least"), [(INSPECTED, "to-review", 0.15), (CHOSEN, "not-found", 0)]
)
def test_a_way_to_a_clause_that_does_not_hold_directly_says_so(
    tmp_path: Path, clause: str, direct: str, least: float
) -> None:
    hops = climbed(tmp_path, f"{chain.CITY}\n{clause}\n", "河政办发〔2031〕7号 三")
    assert [(hop.provision, hop.direct, hop.diverges) for hop in hops] == [
        ("四（六）", "", False),
        ("三（八）", direct, True),
    ]
    score = hops[-1].direct_score
    assert score is None if not least else least <= (score or 0) < 0.8


@pytest.mark.parametrize(
    ("ref", "direction", "to"),
    [
        ("河政办发〔2031〕7号 三", "up", ("国办发〔2030〕5号", "二（七）")),
        ("国办发〔2030〕5号 二（七）", "down", ("河政办发〔2031〕7号", "三")),
    ],
)
def test_what_corresponds_directly_and_by_no_way_is_told_with_what_stands_between(
    tmp_path: Path, ref: str, direction: Direction, to: tuple[str, str]
) -> None:
    (hop,) = climbed(tmp_path, f"{chain.CITY}\n{BONDS}\n", ref, direction)
    assert (hop.relation, hop.document, hop.provision) == (DIRECT, *to)
    assert (hop.via, hop.direct, hop.diverges) == ("云政办发〔2030〕18号", "holds", True)
    assert hop.source == "河政办发〔2031〕7号"
    assert hop.quote in BONDS


def test_documents_that_were_not_compared_say_so(tmp_path: Path) -> None:
    with open_store(tmp_path / "store", write=True) as store:
        for text in (chain.NATION, chain.PROVINCE, chain.CITY):
            add(store, chain.read(text, "text.txt"))
        store.remove(ancestor_pair(numbered("河政办发〔2031〕7号"), numbered("国办发〔2030〕5号")))
        hops = lineage(store, find_reference(store, "河政办发〔2031〕7号 二"))
    (far,) = [hop for hop in hops if hop.relation == ALIGNMENT and hop.depth > 1]
    assert (far.direct, far.direct_score, far.diverges) == ("not-compared", None, False)
