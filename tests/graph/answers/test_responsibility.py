from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from graph import iri, pipeline
from graph.answers.matrix import matrix
from graph.answers.responsibility import responsibility
from graph.model import Form, Role
from graph.references import find_agencies, find_reference
from graph.store import Store, open_store

if TYPE_CHECKING:
    from pathlib import Path


def test_a_duty_brings_its_words_its_groups_and_its_times(sample_store: Store) -> None:
    police = find_agencies(sample_store, "市公安局")
    (duty,) = responsibility(sample_store, police, role=Role.JOINT)
    assert duty.agency == "库尔勒市公安局"
    assert duty.as_written == "公安局"
    assert (duty.document, duty.provision) == ("库政办发〔2018〕171号", "五（十四）")
    assert duty.heading == "强化专项检查"
    assert duty.text.startswith("(十四)强化专项检查。")
    assert duty.text.endswith("(市发改委、公安局按职责分工负责)")
    assert duty.groups == ("非户籍人口",)
    assert duty.deadlines == ("2018年", "2020年", "及时")
    assert duty.quote == "(市发改委、公安局按职责分工负责)"
    assert (duty.rule, duty.status) == ("responsibility.verb", "candidate")


def test_the_order_is_that_of_the_text(sample_store: Store) -> None:
    duties = responsibility(sample_store, None)
    assert [duty.start for duty in duties] == sorted(duty.start for duty in duties)
    clause = find_reference(sample_store, "四（六）")
    assert [duty.as_written for duty in responsibility(sample_store, None, document=clause)] == [
        "市党委改革办",
        "农业局",
        "国土资源局",
        "卫计委",
    ]


def test_running_text_can_be_left_out(sample_store: Store) -> None:
    finance = find_agencies(sample_store, "市财政局")
    forms = [d.form for d in responsibility(sample_store, finance, include_body=False)]
    assert forms == [Form.TAIL, Form.TAIL]


def test_open_sets_of_the_same_place_can_be_added(sample_store: Store) -> None:
    police = find_agencies(sample_store, "市公安局")
    alone = responsibility(sample_store, police)
    both = responsibility(sample_store, police, include_open=True)
    added = [duty for duty in both if duty not in alone]
    assert set(alone) < set(both)
    assert all(duty.open for duty in added)
    assert ("相关部门", "三（二）2") in {(duty.agency, duty.provision) for duty in added}
    assert not any(duty.open for duty in alone)


def test_a_section_stands_for_its_clauses(sample_store: Store) -> None:
    police = find_agencies(sample_store, "市公安局")
    section = find_reference(sample_store, "三")
    assert len(responsibility(sample_store, police, document=section)) == 7
    plan = find_reference(sample_store, "171号附件")
    assert len(responsibility(sample_store, police, document=plan)) == 11


def test_one_document_can_be_asked_of_several(circular_store: Store) -> None:
    police = find_agencies(circular_store, "市公安局")
    one = find_reference(circular_store, "171号")
    assert len(responsibility(circular_store, police)) == 22
    duties = responsibility(circular_store, police, document=one)
    assert len(duties) == 11
    assert {duty.source for duty in duties} == {"库政办发〔2018〕171号"}


def test_a_role_that_tail_and_running_text_both_give_is_one_by_the_tail(tmp_path: Path) -> None:
    sample = pipeline.read_sample()
    tail = next(r for r in sample.responsibilities if r.agency == "市审计局")
    heading = dataclasses.replace(tail, form=Form.BODY, span=tail.name_span)
    twice = dataclasses.replace(sample, responsibilities=(heading, *sample.responsibilities))
    with open_store(tmp_path / "store", write=True) as store:
        pipeline.add(store, twice)
        (duty,) = responsibility(store, find_agencies(store, "市审计局"))
        assert duty.form == Form.TAIL
        (duty,) = responsibility(store, None, document=find_reference(store, "五（十六）"))
        assert duty.form == Form.TAIL
        assert store.graphs() == (iri.document(sample.document), iri.ONTOLOGY_GRAPH)


def test_a_matrix_has_a_row_for_each_provision_and_a_column_for_each_agency(
    sample_store: Store,
) -> None:
    clauses = [find_reference(sample_store, label) for label in ("四（九）", "五（十三）")]
    duties = [d for c in clauses for d in responsibility(sample_store, None, document=c)]
    table = matrix(duties)
    assert table.agencies == (
        "库尔勒市人力资源和社会保障局",
        "库尔勒市民政局",
        "库尔勒市统计局",
        "库尔勒市公安局",
    )
    assert [row.roles for row in table.rows] == [
        (("joint",), ("joint",), (), ()),
        ((), (), ("responsible", "lead"), ("support",)),
    ]
