from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import iri, pipeline
from graph.answers.agencies import existing
from graph.answers.matrix import matrix
from graph.answers.responsibility import responsibility, within
from graph.errors import BadReference
from graph.model import Form, Role
from graph.references import find_agencies, find_reference
from graph.store import Store, open_store

if TYPE_CHECKING:
    from pathlib import Path

    from graph.answers.responsibility import Duty

ISSUED = dt.date(2018, 10, 15)


def asked(store: Store, name: str, on: dt.date | None = None) -> tuple[Duty, ...]:
    return responsibility(store, find_agencies(store, name, on=on), on=on)


def brief(duties: tuple[Duty, ...]) -> list[tuple[str, str, str, str]]:
    return [(d.agency, d.as_written, d.provision, d.certainty) for d in duties]


def test_a_duty_brings_its_words_its_groups_and_its_times(sample_store: Store) -> None:
    police = find_agencies(sample_store, "市公安局")
    (duty,) = responsibility(sample_store, police, role=Role.JOINT)
    assert duty.agency == "库尔勒市公安局"
    assert duty.as_written == "公安局"
    assert (duty.document, duty.provision) == ("库政办发〔2018〕171号", "五（十四）")
    assert duty.heading == "强化专项检查"
    assert duty.text.startswith("(十四)强化专项检查。")
    assert duty.text.endswith("(市发改委、公安局按职责分工负责)")
    assert duty.groups == ("农民", "非户籍人口")
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
        "库尔勒市人社局",
        "库尔勒市民政局",
        "库尔勒市统计局",
        "库尔勒市公安局",
    )
    assert [row.roles for row in table.rows] == [
        (("joint",), ("joint",), (), ()),
        ((), (), ("responsible", "lead"), ("support",)),
    ]


@pytest.mark.parametrize(
    ("name", "event", "rows"),
    [
        ("市卫健委", "2018-卫生健康", [("库尔勒市卫生健康委员会", "卫计委", "四（六）")]),
        (
            "市自然资源局",
            "2018-自然资源",
            [
                ("库尔勒市自然资源局", "市国土资源局", "四（五）"),
                ("库尔勒市自然资源局", "国土资源局", "四（六）"),
            ],
        ),
        ("市农业农村局", "2018-农业农村", [("库尔勒市农业农村局", "农业局", "四（六）")]),
        ("市医保局", "2018-医疗保障", [("库尔勒市医疗保障局", "市人社局", "四（八）")]),
    ],
)
def test_a_new_body_has_what_reforms_handed_on_to_it(
    sample_store: Store, name: str, event: str, rows: list[tuple[str, str, str]]
) -> None:
    duties = asked(sample_store, name)
    assert brief(duties) == [(*row, "succession") for row in rows]
    for duty in duties:
        assert (duty.event, duty.event_date) == ((event,), (dt.date(2018, 3, 17),))
        assert "深化党和国家机构改革方案" in duty.basis[0]
        assert duty.confirmed == ("y",)


def test_a_body_that_is_named_has_its_duties_by_no_reform(sample_store: Store) -> None:
    duties = asked(sample_store, "市公安局")
    assert len(duties) == 11
    assert {(d.certainty, d.event, d.division) for d in duties} == {("same", (), "652801")}


def test_what_left_a_body_is_no_more_its_own(sample_store: Store) -> None:
    assert [d.provision for d in asked(sample_store, "市人社局")] == ["四（九）"]
    assert [d.provision for d in asked(sample_store, "市人社局", ISSUED)] == [
        "四（八）",
        "四（九）",
    ]


def test_a_clause_of_two_subjects_is_possibly_of_either(tmp_path: Path, two_cities: Path) -> None:
    text = (two_cities / "dazhou.txt").read_text(encoding="utf-8")
    file = tmp_path / "both.txt"
    file.write_text(text.replace("养老保险关系", "养老保险和医疗保险关系"), encoding="utf-8")
    with open_store(tmp_path / "store", write=True) as store:
        pipeline.add(store, pipeline.read_file(file))
        assert ("达州市医疗保障局", "市人社局", "一（三）", "possible") in brief(
            asked(store, "市医保局")
        )
        assert brief(asked(store, "市人社局")) == [
            ("达州市人社局", "市人社局", "一（三）", "possible")
        ]


def test_on_a_day_the_old_names_answer_and_the_new_ones_are_refused(sample_store: Store) -> None:
    old = find_agencies(sample_store, "市卫计委", on=ISSUED)
    assert existing(sample_store, old, ISSUED) == old
    (duty,) = responsibility(sample_store, old, on=ISSUED)
    assert (duty.agency, duty.certainty) == ("库尔勒市卫计委", "same")
    new = find_agencies(sample_store, "市卫健委", on=ISSUED)
    with pytest.raises(BadReference, match=r"2018-10-15.*2018-卫生健康.*市卫计委"):
        existing(sample_store, new, ISSUED)
    late = dt.date(2022, 1, 1)
    with pytest.raises(BadReference, match=r"no longer there.*市卫健委"):
        existing(sample_store, old, late)
    assert existing(sample_store, new, late) == new


def test_on_a_day_only_documents_up_to_it_count(cities_store: Store) -> None:
    police = find_agencies(cities_store, "市公安局")
    assert [d.agency for d in responsibility(cities_store, police, on=dt.date(2019, 12, 31))] == [
        "达州市公安局"
    ]
    assert responsibility(cities_store, police, on=dt.date(2017, 5, 31)) == ()


def test_without_agencies_a_day_names_those_of_the_day(cities_store: Store) -> None:
    def of_insurance(on: dt.date | None) -> set[str]:
        duties = responsibility(cities_store, None, on=on)
        return {d.agency for d in duties if (d.division, d.provision) == ("511700", "一（二）")}

    assert of_insurance(None) == of_insurance(dt.date(2017, 6, 1)) == {"达州市人社局"}
    assert of_insurance(dt.date(2021, 1, 1)) == {"达州市医疗保障局"}


def test_bodies_of_several_places_are_listed_by_place(cities_store: Store) -> None:
    duties = asked(cities_store, "市公安局")
    assert [d.agency for d in duties] == ["广安市公安局", "达州市公安局"]
    assert [d.agency for d in within(duties, "511700")] == ["达州市公安局"]
    assert within(duties, "510000") == duties
    assert brief(asked(cities_store, "市医保局")) == [
        ("广安市医保局", "市医保局", "一（二）", "same"),
        ("达州市医疗保障局", "市人社局", "一（二）", "succession"),
    ]


def test_a_joint_office_does_the_work_of_each_of_its_kinds(cities_store: Store) -> None:
    assert brief(asked(cities_store, "体育局")) == [
        ("广安市体育局", "市教育体育局", "一（三）", "same")
    ]
    assert brief(asked(cities_store, "市教育局")) == [
        ("广安市教育体育局", "市教育体育局", "一（三）", "same")
    ]


def test_an_open_set_stays_unnamed_beside_those_whom_it_can_mean(cities_store: Store) -> None:
    departments = asked(cities_store, "相关部门")
    assert [(d.agency, d.candidates) for d in departments] == [
        ("相关部门", ("广安市医保局", "广安市卫健委", "广安市教育体育局"))
    ]
    (police,) = asked(cities_store, "各级公安机关")
    assert (police.open, police.certainty) == (True, "")
    assert police.candidates == ("达州市公安局",)


def test_towns_can_mean_no_department(sample_store: Store) -> None:
    (towns,) = asked(sample_store, "各乡镇（场）")
    assert towns.candidates == ()


def test_a_set_of_one_kind_means_no_body_of_another(cities_store: Store) -> None:
    health = find_agencies(cities_store, "达州市卫计委")
    added = responsibility(cities_store, health, include_open=True)
    assert [d.agency for d in added] == ["达州市卫计委"]
    police = find_agencies(cities_store, "达州市公安局")
    added = responsibility(cities_store, police, include_open=True)
    assert [d.agency for d in added] == ["达州市公安局", "各级公安机关"]
