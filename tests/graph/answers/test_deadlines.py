from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from graph.answers.deadlines import deadlines
from graph.references import find_agencies, find_reference

if TYPE_CHECKING:
    from graph.store import Store


def test_dates_come_first_and_in_their_order_and_then_the_text(sample_store: Store) -> None:
    found = deadlines(sample_store)
    assert [due.term for due in found] == [
        "2018年",
        "“十三五”期间",
        "2020年",
        "如期",
        "及时",
        "及时",
        "尽快",
    ]
    assert [due.vague for due in found] == [False] * 3 + [True] * 4
    assert [due.kind for due in found][:3] == ["evaluation", "period", "evaluation"]


def test_before_keeps_what_ends_on_the_day_itself(sample_store: Store) -> None:
    day = dt.date(2018, 12, 31)
    assert [due.term for due in deadlines(sample_store, day)] == ["2018年"]
    assert deadlines(sample_store, day - dt.timedelta(days=1)) == ()


def test_of_an_agency_are_those_of_the_clauses_it_answers_for(sample_store: Store) -> None:
    police = find_agencies(sample_store, "市公安局")
    found = deadlines(sample_store, agencies=police)
    assert [due.provision for due in found] == ["五（十四）"] * 4 + ["五（十五）"]


def test_of_a_clause_are_its_own(sample_store: Store) -> None:
    clause = find_reference(sample_store, "四（六）")
    (due,) = deadlines(sample_store, document=clause)
    assert due.quote.startswith("确保如期完成")
    assert [who.role for who in due.agencies] == ["lead", "support", "support", "support"]


def test_of_an_agency_in_one_of_two_documents(circular_store: Store) -> None:
    police = find_agencies(circular_store, "市公安局")
    one = find_reference(circular_store, "68号")
    assert len(deadlines(circular_store, agencies=police)) == 10
    found = deadlines(circular_store, agencies=police, document=one)
    assert len(found) == 5
    assert {due.source for due in found} == {"新政发〔2014〕68号"}


def test_a_reform_hands_on_what_is_due(cities_store: Store) -> None:
    insurance = find_agencies(cities_store, "达州市医保局")
    (due,) = deadlines(cities_store, agencies=insurance)
    assert (due.provision, due.date) == ("一（二）", dt.date(2017, 12, 31))
    assert deadlines(cities_store, agencies=find_agencies(cities_store, "达州市公安局")) == ()
