"""What becomes suspect when a parent changes, and what ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import iri, pipeline
from graph.answers.correspondences import correspondences
from graph.answers.impact import impact
from graph.answers.lineage import lineage
from graph.answers.to_review import to_review
from graph.check import check_store
from graph.references import find_reference
from tests.graph.chain import CITY, NATION, PROVINCE, read

if TYPE_CHECKING:
    from graph.store import Store

PROVINCE_IRI = iri.numbered("云政办发〔2030〕18号")
CHANGED = NATION.replace("年限要求不得超过5年", "年限要求不得超过3年")
TRAINING = NATION[NATION.index("（五）加强护理人员") : NATION.index("（六）完善老年人")]


def change(store: Store, text: str) -> None:
    pipeline.add(store, read(text, "nation.txt"))


def said(store: Store) -> dict[str, bytes]:
    """What the store says, but for the texts that were replaced."""
    graphs = (graph for graph in store.graphs() if not iri.is_version(graph))
    return {graph: store.ntriples(graph) for graph in graphs}


def suspects(store: Store) -> list[str]:
    found = correspondences(store, childDocument=PROVINCE_IRI)
    return [each.provision for each in found if each.status == "suspect"]


def test_at_first_nothing_is_suspect(store: Store) -> None:
    assert suspects(store) == []
    assert to_review(store) == ()


def test_only_the_dependents_of_the_changed_clause_turn_suspect(store: Store) -> None:
    change(store, CHANGED)
    assert suspects(store) == ["三（一）"]
    (found,) = to_review(store)
    assert (found.document, found.provision, found.state) == (
        "云政办发〔2030〕18号",
        "三（一）",
        "changed",
    )
    assert found.cause == "国办发〔2030〕5号 二（三）"
    assert check_store(store).conforms


def test_the_old_version_turns_them_back_to_the_byte(store: Store) -> None:
    before = said(store)
    change(store, CHANGED)
    change(store, NATION)
    assert suspects(store) == []
    assert said(store) == before


def test_a_third_version_leaves_them_suspect(store: Store) -> None:
    change(store, CHANGED)
    change(store, CHANGED.replace("不得超过3年", "不得超过4年"))
    assert suspects(store) == ["三（一）"]


def test_what_was_carried_out_and_is_gone_leaves_a_suspect(store: Store) -> None:
    change(store, NATION.replace(TRAINING, ""))
    assert suspects(store) == ["三（三）"]
    (gone,) = (c for c in correspondences(store, childDocument=PROVINCE_IRI) if not c.rank)
    assert (gone.provision, gone.score) == ("三（三）", None)
    assert check_store(store).conforms


def test_a_clause_that_moved_has_not_changed(store: Store) -> None:
    audit = NATION[NATION.index("（八）强化审计") :]
    moved = NATION.replace(audit, audit.replace("（八）", "（九）"))
    change(store, moved)
    assert suspects(store) == []


def test_blanks_and_widths_are_no_change(store: Store) -> None:
    change(store, NATION.replace("不得超过5年。", "不得超过５年。 "))
    assert suspects(store) == []


def test_a_justification_ends_the_suspicion_until_the_next_change(store: Store) -> None:
    clause = find_reference(store, "云政办发〔2030〕18号 三（一）")
    change(store, CHANGED)
    pipeline.justify(store, clause, "更宽，无须修改")
    (found,) = (c for c in correspondences(store, child=clause.iri))
    assert found.status == "accepted"
    assert to_review(store) == ()
    change(store, CHANGED.replace("不得超过3年", "不得超过4年"))
    assert suspects(store) == ["三（一）"]


def test_a_justification_of_what_is_gone_ends_it_too(store: Store) -> None:
    clause = find_reference(store, "云政办发〔2030〕18号 三（三）")
    change(store, NATION.replace(TRAINING, ""))
    pipeline.justify(store, clause, "另有依据")
    assert suspects(store) == []


def test_the_suspicion_outlives_adding_the_same_again(store: Store) -> None:
    change(store, CHANGED)
    pipeline.add(store, read(PROVINCE, "province.txt"))
    pipeline.add(store, read(CITY, "city.txt"))
    assert suspects(store) == ["三（一）"]


def test_impact_tells_which_dependents_are_suspect(store: Store) -> None:
    change(store, CHANGED)
    found = impact(store, find_reference(store, "国办发〔2030〕5号"))
    assert [(i.provision, i.depth) for i in found if i.status == "suspect"] == [("三（一）", 1)]


PENDING = (
    "三、做好出行服务。公交企业为老年人乘坐公共汽车提供便利，设置老年人专座。（市交通运输局负责）"
)
BUSES = "残疾人可以凭证免费乘坐城市公共汽车。"


def test_a_change_of_the_parent_makes_nothing_of_what_was_to_be_reviewed(store: Store) -> None:
    pipeline.add(store, read(f"{CITY}\n{PENDING}\n", "city.txt"))
    clause = find_reference(store, "河政办发〔2031〕7号 三")
    parent = find_reference(store, "云政办发〔2030〕18号 三（四）")
    (before,) = correspondences(store, child=clause.iri, parent=parent.iri)
    assert before.to_review
    pipeline.add(store, read(PROVINCE.replace(BUSES, "残疾人也可以免费乘坐。"), "province.txt"))
    (after,) = correspondences(store, child=clause.iri, parent=parent.iri)
    assert (after.to_review, after.status, after.delta) == (True, "candidate", ())
    assert clause.iri not in {each.affected for each in impact(store, parent)}
    assert clause.iri not in {each.affected for each in to_review(store)}
    hops = [hop for hop in lineage(store, parent, "down") if hop.to == clause.iri]
    assert all(hop.to_review for hop in hops)


def test_a_clause_that_is_gone_is_told_as_deleted_and_by_its_printed_numerals(store: Store) -> None:
    change(store, NATION.replace(TRAINING, ""))
    (found,) = to_review(store)
    assert (found.cause, found.state) == ("国办发〔2030〕5号 二（五）", "deleted")
