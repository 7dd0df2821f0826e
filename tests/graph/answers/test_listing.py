from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph.answers.listing import (
    KINDS,
    agencies,
    annexes,
    documents,
    groups,
    open_agencies,
    provisions,
    rights,
    stubs,
)

if TYPE_CHECKING:
    from graph.store import Store

PLAN = "库尔勒市推动非户籍人口在城市落户实施方案"


def test_a_document_is_listed_with_its_issuer_its_day_and_its_file(sample_store: Store) -> None:
    (held,) = documents(sample_store)
    assert held.number == "库政办发〔2018〕171号"
    assert held.title == f"关于印发{PLAN}的通知"
    assert (held.issuer, held.date) == ("库尔勒市人民政府办公室", dt.date(2018, 10, 15))
    assert (held.provisions, held.file) == (28, "korla-2018-171.txt")


def test_an_annex_is_listed_with_the_document_that_issues_it(sample_store: Store) -> None:
    (plan,) = annexes(sample_store)
    assert (plan.title, plan.document) == (PLAN, "库政办发〔2018〕171号")


def test_provisions_are_listed_in_their_printed_order(sample_store: Store) -> None:
    found = provisions(sample_store)
    assert [p.provision for p in found][:4] == ["一", "二", "三", "三（一）"]
    assert len(found) == 28
    assert found[1].text.startswith("二、主要目标")


def test_agencies_are_listed_by_their_duties(sample_store: Store) -> None:
    first, second, *_ = agencies(sample_store)
    assert (first.agency, first.duties, first.also) == ("库尔勒市公安局", 11, ("市公安局",))
    assert (second.agency, second.duties) == ("库尔勒市财政局", 3)
    assert "市财政部门" in second.also


def test_open_sets_are_no_agencies(sample_store: Store) -> None:
    sets = open_agencies(sample_store)
    assert (sets[0].agency, sets[0].duties) == ("相关部门", 3)
    assert not {each.iri for each in sets} & {each.iri for each in agencies(sample_store)}


def test_groups_and_rights_are_listed_by_their_provisions(sample_store: Store) -> None:
    first = groups(sample_store)[0]
    assert first.name == "农业转移人口"
    assert first.provisions >= 8
    assert "宅基地使用权" in {each.name for each in rights(sample_store)}


def test_a_held_document_is_no_stub(circular_store: Store) -> None:
    numbers = [stub.number for stub in stubs(circular_store)]
    assert sorted(numbers) == [
        "国办发〔2016〕72号",
        "巴政办发〔2018〕77号",
        "新政办发〔2018〕20号",
        "新政发〔2017〕124号",
    ]
    assert {stub.provisions for stub in stubs(circular_store)} == {56}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_something_in_the_sample(sample_store: Store, kind: str) -> None:
    found = KINDS[kind](sample_store)
    assert len({type(each) for each in found}) == 1
