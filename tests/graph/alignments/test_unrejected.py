from __future__ import annotations

from typing import TYPE_CHECKING

from graph import iri, pipeline
from graph.align import align
from graph.answers.parameters import parameter_levels
from graph.references import find_reference
from graph.reviewing import review
from graph.reviews.recorded import Verdict
from tests.graph.chain import PROVINCE, decide, read

if TYPE_CHECKING:
    from graph.model import Reading
    from graph.store import Store

PROVINCE_IRI, NATION_IRI = iri.numbered("云政办发〔2030〕18号"), iri.numbered("国办发〔2030〕5号")
CLAUSE = f"{PROVINCE_IRI}/annex/1/三/（一）"


def held(store: Store) -> Reading:
    return pipeline.read_held(store, PROVINCE_IRI)


def decided(store: Store, verdict: Verdict, *findings: str) -> None:
    review(store, [decide(store, f"{CLAUSE}/{each}", verdict) for each in findings])


def test_without_reviews_a_held_document_is_read_as_it_was(store: Store) -> None:
    again, first = held(store), read(PROVINCE, "province.txt")
    assert again.conditions == first.conditions
    assert again.responsibilities == first.responsibilities


def test_only_what_was_rejected_is_left_out(store: Store) -> None:
    before = held(store)
    decided(store, Verdict.REJECTED, "condition/1", "responsibility/1")
    after = held(store)
    gone = set(before.conditions) - set(after.conditions)
    assert [(each.where, each.value) for each in gone] == [("三（一）", 3.0)]
    assert [r.agency for r in before.responsibilities if r not in after.responsibilities] == [
        "省民政厅"
    ]
    assert after.norms == before.norms
    decided(store, Verdict.ACCEPTED, "condition/1", "responsibility/1")
    assert held(store) == before


def test_a_rejected_condition_is_no_parameter_of_a_comparison(store: Store) -> None:
    clause = find_reference(store, "云政办发〔2030〕18号 三（一）")

    def quotes() -> list[str]:
        return [each.quote for each in parameter_levels(store, clause)]

    assert any("三年" in quote for quote in quotes())
    decided(store, Verdict.REJECTED, "condition/1")
    assert not any("三年" in quote for quote in quotes())
    found = align(held(store), pipeline.read_held(store, NATION_IRI))
    stated = [
        found.child.quote(each.child)
        for alignment in found.alignments
        for each in alignment.parameters
        if each.child
    ]
    assert not any("连续居住满三年" in quote for quote in stated)


def test_what_other_rules_found_under_the_same_number_stays(store: Store) -> None:
    decided(store, Verdict.REJECTED, "condition/1")
    text = PROVINCE.replace("连续居住满三年", "连续居住并工作满三年")
    pipeline.add(store, read(text, "province.txt"))
    assert 3.0 in {each.value for each in held(store).conditions if each.where == "三（一）"}
