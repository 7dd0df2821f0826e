from __future__ import annotations

from dataclasses import fields
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from exports.labels import label, labels, value_label
from graph.answers.deadlines import Due
from graph.answers.hops import Hop
from graph.answers.impact import Impact
from graph.answers.listing import (
    ListedAgency,
    ListedAnnex,
    ListedConcept,
    ListedDocument,
    ListedProvision,
    Stub,
)
from graph.answers.opening import Open
from graph.answers.parameters import ParameterLevel
from graph.answers.responsibility import Duty
from graph.answers.reviewed import Reviewed
from graph.answers.stats import Count
from graph.answers.told import Told
from graph.model import LeftOutReason, PartKind
from ontology import lexicon

if TYPE_CHECKING:
    from enum import StrEnum


def test_every_label_has_both_languages() -> None:
    assert [key for key, each in labels().items() if not (each.zh and each.en)] == []


def test_keys_are_sorted_and_once() -> None:
    text = files("exports").joinpath("labels.tsv").read_text(encoding="utf-8")
    keys = [line.split("\t")[0] for line in text.splitlines()[1:]]
    assert keys == sorted(set(keys))


def test_schemes_are_those_of_the_ontology() -> None:
    assert {scheme for each in labels().values() for scheme in each.schemes} <= set(lexicon.SCHEMES)


@pytest.mark.parametrize(
    ("field", "value", "zh", "en"),
    [
        ("role", "joint", "共同负责", "shares"),
        ("relation", "basis", "依据", "is based on"),
        ("form", "tail", "句末括注", "tail"),
        ("kind", "vague", "含糊", "vague"),
        ("kind", "obligation", "义务", "obligation"),
        ("status", "candidate", "待审核", "candidate"),
        ("level", "省", "省级", "provincial"),
        ("modality", "power", "权力", "power"),
        ("action", "insert", "增加", "inserts"),
        ("agency", "市公安局", "市公安局", "市公安局"),
    ],
)
def test_coded_values_are_named(field: str, value: str, zh: str, en: str) -> None:
    assert (value_label(field, value), value_label(field, value, "en")) == (zh, en)


PRINTED = (
    Count, Due, Duty, Hop, Impact, ListedAgency, ListedAnnex, ListedConcept, ListedDocument,
    ListedProvision, Open, ParameterLevel, Reviewed, Stub, Told
)  # fmt: skip


@pytest.mark.parametrize("answer", PRINTED, ids=lambda answer: answer.__name__)
def test_every_column_of_an_answer_has_a_heading(answer: type) -> None:
    names = {"from" if each.name == "origin" else each.name for each in fields(answer)}
    assert names - labels().keys() == set()


@pytest.mark.parametrize(("field", "values"), [("part", PartKind), ("reason", LeftOutReason)])
def test_what_becomes_of_every_character_is_named(field: str, values: type[StrEnum]) -> None:
    assert [value for value in values if value_label(field, value) == value] == []


def test_what_has_no_label_is_called_by_its_key() -> None:
    assert label("?x", "en") == "?x"
