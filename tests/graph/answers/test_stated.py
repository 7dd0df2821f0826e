from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from graph.answers.deadlines import deadlines
from graph.answers.lineage import lineage
from graph.answers.responsibility import responsibility
from graph.answers.rights import rights
from graph.answers.stated import record
from graph.references import find_agencies, find_reference

if TYPE_CHECKING:
    from graph.store import Store


def test_a_duty_is_printed_under_the_keys_of_the_interface(sample_store: Store) -> None:
    duty = responsibility(sample_store, find_agencies(sample_store, "市公安局"))[0]
    assert record(duty).keys() >= {
        "agency",
        "role",
        "document",
        "provision",
        "heading",
        "text",
        "groups",
        "deadlines",
        "quote",
        "start",
        "end",
        "source",
        "status",
        "iri",
    }


def test_a_hop_is_printed_from_and_to(sample_store: Store) -> None:
    hop = lineage(sample_store, find_reference(sample_store, "五（十五）"))[0]
    printed = record(hop)
    assert printed.keys() >= {
        "from",
        "to",
        "relation",
        "document",
        "provision",
        "title",
        "stub",
        "quote",
        "start",
        "end",
        "depth",
    }
    assert "origin" not in printed
    assert printed["from"] == hop.origin


def test_what_is_an_answers_own_comes_before_what_all_have(sample_store: Store) -> None:
    due = deadlines(sample_store)[0]
    keys = list(record(due))
    assert keys[0] == "kind"
    assert keys[-1] == "stated_in"


def test_answers_within_an_answer_and_dates_are_plain(sample_store: Store) -> None:
    due = record(deadlines(sample_store)[0])
    assert due["date"] == "2018-12-31"
    assert due["agencies"][1] == {"agency": "库尔勒市公安局", "role": "joint"}
    assert json.loads(json.dumps(record(rights(sample_store, "三权")[0])))["norms"][0]["quote"]


def test_whole_numbers_have_no_fraction() -> None:
    measured = dataclasses.make_dataclass("Measured", ["value", "when"], frozen=True)
    assert repr(record(measured(5.0, dt.date(2020, 1, 2)))) == "{'value': 5, 'when': '2020-01-02'}"
    assert record(measured(0.5, None)) == {"value": 0.5, "when": None}


def test_what_is_no_answer_is_refused() -> None:
    with pytest.raises(TypeError):
        record("text")
