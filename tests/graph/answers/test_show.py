from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph import pipeline
from graph.answers.responsibility import responsibility
from graph.answers.show import show
from graph.references import find_agencies, find_reference
from graph.reviewing import review
from graph.reviews.recorded import Verdict
from graph.store import open_store
from tests.graph.chain import decide

if TYPE_CHECKING:
    from pathlib import Path

    from graph.answers.told import Told
    from graph.store import Store


def told(store: Store, ref: str) -> list[Told]:
    return list(show(store, find_reference(store, ref)))


def test_of_a_clause_its_words_come_first_and_then_its_findings(sample_store: Store) -> None:
    found = told(sample_store, "五（十五）")
    assert [(each.kind, each.value, each.detail) for each in found] == [
        ("heading", "强化政策效果", ""),
        ("part-of", "五", ""),
        ("text", found[2].quote.strip(), ""),
        ("norm", "", "obligation"),
        ("citation", "新政发〔2014〕68号", "cites"),
        ("responsibility", "有关部门", "responsible"),
        ("due", "尽快", "vague"),
        ("responsibility", "库尔勒市公安局", "lead"),
        ("responsibility", "相关部门", "joint"),
    ]


def test_of_a_section_the_findings_are_those_of_its_clauses(sample_store: Store) -> None:
    found = told(sample_store, "三（二）")
    limits = [
        (each.provision, each.value, each.detail) for each in found if each.kind == "condition"
    ]
    assert limits == [
        ("三（二）2", "落户条件中对参加城镇社会保险的年限要求", "≤ 2 年"),
        ("三（二）3", "连续居住", "≥ 2 年"),
        ("三（二）3", "参加社会保险", "≥ 2 年"),
    ]


def test_of_a_document_the_facts_and_the_warnings_are_told(sample_store: Store) -> None:
    found = told(sample_store, "171号")
    facts = {each.kind: each.value for each in found if not each.rule}
    assert facts["number"] == "库政办发〔2018〕171号"
    assert facts["issuer"] == "库尔勒市人民政府办公室"
    assert facts["date"] == "2018-10-15"
    assert facts["level"] == "县"
    (warning,) = (each for each in found if each.kind == "warning")
    assert warning.quote.strip() == "澳门银河国际娱乐"


def test_of_a_stub_it_is_told_that_it_is_one_and_what_cites_it(sample_store: Store) -> None:
    found = told(sample_store, "新政发〔2014〕68号")
    assert ("held", "stub") in {(each.kind, each.value) for each in found}
    cited = [(each.detail, each.provision) for each in found if each.kind == "cited-by"]
    assert cited == [("basis", "preamble"), ("cites", "五（十五）")]


def test_of_a_held_document_nothing_says_that_it_is_a_stub(sample_store: Store) -> None:
    assert "held" not in {each.kind for each in told(sample_store, "171号")}


@pytest.mark.parametrize(
    ("ref", "kind", "count"),
    [
        ("市公安局", "responsibility", 11),
        ("宅基地使用权", "right", 2),
        ("居住证持有人", "group", 2),
    ],
)
def test_of_an_agency_a_right_or_a_group_each_mention_is_told(
    sample_store: Store, ref: str, kind: str, count: int
) -> None:
    found = told(sample_store, ref)
    assert found[0].kind == "name"
    assert [each.kind for each in found].count(kind) == count


def test_of_a_right_its_meaning_is_told(sample_store: Store) -> None:
    (meaning,) = (e for e in told(sample_store, "宅基地使用权") if e.kind == "definition")
    assert meaning.value.endswith("建造住宅的权利。")


def test_of_an_agency_its_line_and_its_reforms_are_told(sample_store: Store) -> None:
    found = told(sample_store, "市卫健委")
    assert [each.value for each in found if each.kind == "counterpart"] == [
        "巴音郭楞蒙古自治州卫生健康委员会",
        "新疆维吾尔自治区卫生健康委员会",
        "国家卫生健康委员会",
    ]
    before = [each for each in found if each.kind == "predecessor"]
    assert before[0].value == "库尔勒市卫生和计划生育委员会"
    assert before[0].detail.startswith("2018-卫生健康 更名 2018-03-17 中共中央")
    assert [each.value for each in found if each.kind == "gave"] == ["库尔勒市民政局"]
    (duty,) = (each for each in found if each.kind == "duty-succession")
    assert (duty.value, duty.detail, duty.provision) == ("卫计委", "support", "四（六）")


def test_of_a_body_of_its_own_no_line_is_told(sample_store: Store) -> None:
    kinds = {each.kind for each in told(sample_store, "上库综合产业园区")}
    assert kinds == {"name", "responsibility"}


def test_of_an_open_set_no_line_is_told(sample_store: Store) -> None:
    assert {each.kind for each in told(sample_store, "各乡镇（场）")} == {"name", "responsibility"}


def test_a_rejected_duty_that_a_reform_handed_on_is_told_with_the_review(tmp_path: Path) -> None:
    with open_store(tmp_path / "store", write=True) as store:
        pipeline.add(store, pipeline.read_sample())
        (before,) = (each for each in told(store, "市卫健委") if each.kind == "duty-succession")
        rejected = decide(store, before.iri, Verdict.REJECTED, note="误读")
        review(store, [rejected], "王某")
        (after,) = (each for each in told(store, "市卫健委") if each.kind == "duty-succession")
        assert after == replace(
            before, status="rejected", decision="rejected", note="误读", by="王某"
        )
        assert responsibility(store, find_agencies(store, "市卫健委")) == ()
