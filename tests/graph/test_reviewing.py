"""A reviewer's decisions in the store: what follows from them, and how long they hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph import iri, pipeline
from graph.answers.conditions import conditions
from graph.answers.gaps import Gap, gaps
from graph.answers.lineage import lineage
from graph.answers.listing import agencies, stubs
from graph.answers.responsibility import responsibility
from graph.answers.reviewed import reviewed
from graph.answers.show import show
from graph.answers.stated import leaving_out
from graph.check import check_store
from graph.errors import DecisionsError
from graph.references import find_agencies, find_reference
from graph.reviewing import review
from graph.reviews.recorded import Verdict, reviews
from tests.graph.chain import NATION, PROVINCE, alignment, decide, opened_pair, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.answers.told import Told
    from graph.store import Store

PROVINCE_IRI = iri.numbered("云政办发〔2030〕18号")
NATION_IRI = iri.numbered("国办发〔2030〕5号")
PLAN = f"{PROVINCE_IRI}/annex/1"
LEADS = f"{PLAN}/三/（一）/responsibility/1"
CITATION = f"{PLAN}/preamble/citation/1"
CLAUSE = "云政办发〔2030〕18号 三（一）"


def reject(store: Store, *findings: str, note: str = "") -> None:
    done = review(store, [decide(store, f, Verdict.REJECTED, note=note) for f in findings], "王某")
    assert done.refused == ()


def told(store: Store, finding: str) -> Told:
    return next(t for t in show(store, find_reference(store, CLAUSE)) if t.iri == finding)


def add(store: Store, text: str, name: str = "province.txt") -> None:
    pipeline.add(store, read(text, name))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened_pair(tmp_path) as opened:
        yield opened


def test_a_rejected_finding_leaves_the_answers_and_show_keeps_it(store: Store) -> None:
    bureau = find_agencies(store, "省民政厅")
    before = {duty.iri for duty in responsibility(store, bureau)}
    assert LEADS in before
    duties = {each.iri: each.duties for each in agencies(store)}
    reject(store, LEADS, note="误读")
    with leaving_out() as left:
        assert {duty.iri for duty in responsibility(store, bureau)} == before - {LEADS}
    assert left.rejected == {LEADS}
    after = {each.iri: each.duties for each in agencies(store)}
    (body,) = (each.iri for each in bureau)
    assert after[body] == duties[body] - 1
    here = told(store, LEADS)
    assert (here.status, here.decision, here.note, here.by) == (
        "rejected",
        "rejected",
        "误读",
        "王某",
    )
    assert check_store(store).conforms


def test_an_accepted_finding_is_told_as_such(store: Store) -> None:
    review(store, [decide(store, LEADS, Verdict.ACCEPTED)])
    (duty,) = (d for d in responsibility(store, None) if d.iri == LEADS)
    assert duty.status == "accepted"


def test_a_correction_rejects_and_says_what_would_be_right(store: Store) -> None:
    review(store, [decide(store, LEADS, Verdict.CORRECTED, "省民政厅配合")])
    here = told(store, LEADS)
    assert (here.status, here.decision, here.correction) == (
        "rejected",
        "corrected",
        "省民政厅配合",
    )
    assert (here.by, LEADS in {d.iri for d in responsibility(store, None)}) == ("", False)


def test_a_rejected_condition_leaves_no_condition(store: Store) -> None:
    found = [c.iri for c in conditions(store) if c.iri.startswith(f"{PLAN}/三/（一）/")]
    reject(store, *found)
    assert not [c for c in conditions(store) if c.iri.startswith(f"{PLAN}/三/（一）/")]


def test_a_rejected_citation_makes_no_parent_and_no_pair(store: Store) -> None:
    before = store.ntriples()
    pair = iri.pair(PROVINCE_IRI, NATION_IRI)
    assert pair in store
    reject(store, CITATION)
    assert pair not in store
    assert lineage(store, find_reference(store, CLAUSE)) == ()
    add(store, PROVINCE)
    assert pair not in store
    pipeline.remove(store, NATION_IRI)
    assert NATION_IRI not in {stub.iri for stub in stubs(store)}
    add(store, NATION, "nation.txt")
    accepted = decide(store, CITATION, Verdict.ACCEPTED)
    review(store, [accepted])
    assert pair in store
    assert len(before) < len(store.ntriples())


def test_decisions_outlive_adding_and_taking_out(store: Store) -> None:
    reject(store, LEADS)
    after = current(store)
    add(store, PROVINCE)
    assert current(store) == after
    pipeline.remove(store, PROVINCE_IRI)
    (known,) = reviewed(store)
    assert (known.applies, known.provision, known.decision) == ("not-held", "三（一）", "rejected")
    add(store, PROVINCE)
    assert current(store) == after
    (known,) = reviewed(store)
    assert (known.applies, known.status) == ("yes", "rejected")


def test_an_import_reads_no_rule_anew_and_loses_nothing(store: Store) -> None:
    before = store.ntriples(PROVINCE_IRI)
    reject(store, LEADS)
    review(store, [decide(store, LEADS, Verdict.ACCEPTED)])
    lines = {*before.splitlines()} ^ {*store.ntriples(PROVINCE_IRI).splitlines()}
    assert all(f"<{LEADS}>".encode() in line for line in lines)
    assert len(lines) == 3


def test_the_same_decision_again_changes_nothing(store: Store) -> None:
    reject(store, LEADS)
    after = current(store)
    done = review(store, [decide(store, LEADS, Verdict.REJECTED)], "王某")
    assert (len(done.recorded), done.unchanged) == (1, 1)
    assert current(store) == after


CHANGED = PROVINCE.replace(
    "入住条件中对缴纳医疗保险的年限要求不得超过2年。（省民政厅牵头）",
    "入住条件中对缴纳医疗保险的年限要求不得超过2年。（省医保局牵头）",
)


def test_what_states_something_else_is_suspect_and_shows_the_old_review(store: Store) -> None:
    reject(store, LEADS, note="误读")
    add(store, CHANGED)
    here = told(store, LEADS)
    assert (here.status, here.decision, here.note) == ("suspect", "rejected", "误读")
    assert LEADS in {d.iri for d in responsibility(store, None)}
    (known,) = reviewed(store)
    assert (known.applies, known.status, known.quote) == ("changed", "suspect", "（省民政厅牵头）")
    assert check_store(store).conforms
    add(store, PROVINCE)
    assert told(store, LEADS).status == "rejected"


def test_a_suspect_finding_can_be_reviewed_anew_and_the_old_review_is_kept(store: Store) -> None:
    reject(store, LEADS)
    add(store, CHANGED)
    review(store, [decide(store, LEADS, Verdict.ACCEPTED)])
    assert told(store, LEADS).status == "accepted"
    assert {each.decision for each in reviews(store)} == {Verdict.ACCEPTED, Verdict.REJECTED}
    add(store, PROVINCE)
    assert told(store, LEADS).status == "rejected"


def test_a_decision_whose_statement_is_gone_is_refused_alone(store: Store) -> None:
    gone = decide(store, LEADS, Verdict.REJECTED)
    citation = decide(store, CITATION, Verdict.ACCEPTED)
    add(store, CHANGED)
    done = review(store, [gone, citation])
    (line,) = done.refused
    assert "云政办发〔2030〕18号" in line
    assert "（省民政厅牵头）" in line
    assert "export the page anew" in line
    assert "\n" not in line
    assert [each.about for each in done.recorded] == [CITATION]


def test_a_decision_under_another_number_finds_its_statement(store: Store) -> None:
    decision = decide(store, LEADS, Verdict.REJECTED)
    moved = replace(decision, finding=f"{PLAN}/三/（一）/responsibility/9")
    (found,) = review(store, [moved]).recorded
    assert found.about == LEADS


@pytest.mark.parametrize(
    "values",
    [
        {"document": iri.numbered("云政办发〔2030〕99号")},
        {"document": iri.ONTOLOGY_GRAPH},
        {"document": NATION_IRI},
        {"document": "", "finding": "https://w3id.org/zhengmai/id/document/没有/norm/1"},
        {"document": "", "finding": "https://w3id.org/zhengmai/id/alignment/没有/parent/x"},
        {"finding": "https://w3id.org/zhengmai/id/x y <z>"},
    ],
)
def test_what_is_about_no_held_document_leaves_the_store_as_it_is(
    store: Store, values: dict[str, str]
) -> None:
    before = store.ntriples()
    decision = decide(store, LEADS, Verdict.REJECTED)
    other = replace(
        decision,
        document=values.get("document", decision.document),
        finding=values.get("finding", decision.finding),
    )
    with pytest.raises(DecisionsError):
        review(store, [decision, other])
    assert store.ntriples() == before


def parents(store: Store, clause: str) -> list[str]:
    hops = lineage(store, find_reference(store, clause))
    return [hop.provision for hop in hops if hop.relation == "alignment"]


MEALS = ("云政办发〔2030〕18号 三（二）", "国办发〔2030〕5号 二（四）")


def test_a_rejected_alignment_counts_as_no_parent(store: Store) -> None:
    assert parents(store, MEALS[0]) == ["二（四）"]
    reject(store, alignment(store, *MEALS))
    assert parents(store, MEALS[0]) == []
    hops = lineage(store, find_reference(store, MEALS[0]))
    (alone,) = (hop for hop in hops if hop.relation == "not-found")
    assert alone.justification.startswith("与二（四）的对应（概率")
    found = {
        (g.gap, g.provision) for g in gaps(store, find_reference(store, "云政办发〔2030〕18号"))
    }
    assert {(Gap.NO_PARENT, "三（二）"), (Gap.NO_CHILD, "二（四）")} <= found
    assert check_store(store).conforms


def current(store: Store) -> dict[str, bytes]:
    """What the store says now, without the versions that it keeps of replaced texts."""
    return {graph: store.ntriples(graph) for graph in store.graphs() if not iri.is_version(graph)}


def test_an_alignment_holds_its_review_until_either_clause_changes(store: Store) -> None:
    node = alignment(store, *MEALS)
    review(store, [decide(store, node, Verdict.ACCEPTED, note="无误")])
    after = current(store)
    for document, text, name in (
        (NATION_IRI, NATION, "nation.txt"),
        (PROVINCE_IRI, PROVINCE, "province.txt"),
    ):
        pipeline.remove(store, document)
        add(store, text, name)
    assert current(store) == after
    other = "为老年人提供就餐、送餐服务。（省民政厅、省商务厅"
    assert other in PROVINCE
    add(store, PROVINCE.replace(other, f"价格从优。{other}"))
    (here,) = (t for t in show(store, find_reference(store, MEALS[0])) if t.kind == "alignment")
    assert (here.status, here.decision, here.note) == ("suspect", "accepted", "无误")
    assert here.value.startswith("国办发〔2030〕5号 二（四）")
    add(store, PROVINCE)
    assert current(store) == after


def test_a_rejected_alignment_is_not_missed_when_the_parent_goes(store: Store) -> None:
    training = NATION[NATION.index("（五）加强护理人员") : NATION.index("（六）完善老年人")]
    reject(store, alignment(store, "云政办发〔2030〕18号 三（三）", "国办发〔2030〕5号 二（五）"))
    add(store, NATION.replace(training, ""), "nation.txt")
    province = find_reference(store, "云政办发〔2030〕18号")
    assert not [t for t in show(store, province) if t.status == "suspect"]
    (known,) = reviewed(store)
    assert (known.applies, known.kind, known.parent) == (
        "changed",
        "alignment",
        "国办发〔2030〕5号 二（五）",
    )
