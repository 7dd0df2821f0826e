"""The packaged sample against what a careful reader finds in it (``tests/golden``)."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.model import Form, PartKind, Place
from graph.pipeline import read_sample

if TYPE_CHECKING:
    from graph.model import Finding, Reading

GOLDEN = json.loads(
    (Path(__file__).parents[1] / "golden" / "korla-2018-171.json").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def sample() -> Reading:
    return read_sample()


def quote(sample: Reading, finding: Finding) -> str:
    return re.sub(r"\s", "", sample.document.quote(finding.span))


def test_what_identifies_the_document(sample: Reading) -> None:
    document = sample.document
    assert document.number == GOLDEN["number"]
    assert document.title == GOLDEN["title"]
    assert document.issuer == GOLDEN["issuer"]
    assert str(document.date_issued) == GOLDEN["date_issued"]
    assert document.jurisdiction is not None
    assert document.jurisdiction.code == GOLDEN["jurisdiction"]["code"]
    assert document.jurisdiction.name == GOLDEN["jurisdiction"]["name"]
    assert [work.title for work in document.works] == [
        GOLDEN["title"],
        *(annex["title"] for annex in GOLDEN["annexes"]),
    ]


def test_the_28_provisions_in_their_order(sample: Reading) -> None:
    provisions = sample.document.provisions
    assert [provision.label for provision in provisions] == GOLDEN["provisions"]
    assert [provision.position for provision in provisions] == list(range(28))
    assert {provision.work for provision in provisions} == {1}


def test_the_citations_and_how_they_relate(sample: Reading) -> None:
    forwarded, *cited = sample.citations
    assert [[c.where, c.relation, c.number, c.title] for c in cited] == GOLDEN["citations"]
    assert [forwarded.where, forwarded.relation, forwarded.title] == [
        Place.NOTICE,
        "forwards",
        GOLDEN["annexes"][0]["title"],
    ]


def test_the_34_shares_of_the_21_tails(sample: Reading) -> None:
    tails = [r for r in sample.responsibilities if r.form is Form.TAIL]
    assert [[r.where, r.role, r.as_written, r.agency, r.open] for r in tails] == GOLDEN["tails"]
    assert len({r.span for r in tails}) == 21
    assert {quote(sample, r)[0] + quote(sample, r)[-1] for r in tails} == {"()"}


def test_the_public_security_bureau_leads_nine_supports_one_and_shares_one(
    sample: Reading,
) -> None:
    roles = [r.role.value for r in sample.responsibilities if r.agency == "市公安局"]
    assert sorted(roles) == ["joint", *["lead"] * 9, "support"]


@pytest.mark.parametrize("duty", GOLDEN["body_duties"], ids=lambda duty: duty[1])
def test_the_duties_in_the_running_text(sample: Reading, duty: list[str]) -> None:
    where, agency, text = duty
    assert any(
        (r.where, r.as_written, r.form) == (where, agency, Form.BODY)
        and quote(sample, r).startswith(text)
        for r in sample.responsibilities
    )


def test_no_other_body_duty_than_those_of_agencies_and_open_sets(sample: Reading) -> None:
    named = {(where, agency) for where, agency, _ in GOLDEN["body_duties"]}
    assert all(
        r.open or (r.where, r.as_written) in named
        for r in sample.responsibilities
        if r.form is Form.BODY
    )


def test_the_dated_deadlines(sample: Reading) -> None:
    dated = [d for d in sample.deadlines if d.year and d.kind == "evaluation"]
    assert [[d.where, d.year, quote(sample, d)] for d in dated] == GOLDEN["deadlines"]


def test_the_other_terms_are_the_plan_period_and_vague_ones(sample: Reading) -> None:
    terms = [
        (d.where, d.kind.value, d.year, sample.document.quote(d.term))
        for d in sample.deadlines
        if d.kind != "evaluation"
    ]
    assert terms == [
        ("二", "period", 2020, "“十三五”期间"),
        ("四（六）", "vague", None, "如期"),
        ("五（十四）", "vague", None, "及时"),
        ("五（十四）", "vague", None, "及时"),
        ("五（十五）", "vague", None, "尽快"),
    ]


def test_the_target(sample: Reading) -> None:
    assert [[t.where, t.measure, t.operator, t.value, t.unit] for t in sample.targets] == GOLDEN[
        "targets"
    ]


def test_the_conditions(sample: Reading) -> None:
    found = [(c.where, c.operator, c.value, c.unit) for c in sample.conditions]
    assert found == [(w, o, v, u) for w, _, o, v, u in GOLDEN["conditions"]]
    for condition, (_, words, *_) in zip(sample.conditions, GOLDEN["conditions"], strict=True):
        assert quote(sample, condition).endswith(words)


@pytest.mark.parametrize("right", GOLDEN["rights"], ids=lambda right: right[1])
def test_a_right_and_who_holds_it(sample: Reading, right: list[str]) -> None:
    where, name, _ = right
    mentions = [r for r in sample.rights if (r.where, r.right) == (where, name)]
    holders = {mention.holder for mention in mentions} - {None}  # a sentence may leave it open
    assert [where, name, *holders] == right


@pytest.mark.parametrize(("where", "groups"), GOLDEN["groups"].items())
def test_the_target_groups_of_a_provision(sample: Reading, where: str, groups: list[str]) -> None:
    assert set(groups) <= {mention.group for mention in sample.groups if mention.where == where}


@pytest.mark.parametrize(("where", "kinds"), GOLDEN["modality"].items())
def test_the_modality_of_a_provision(sample: Reading, where: str, kinds: list[str]) -> None:
    assert set(kinds) <= {norm.kind for norm in sample.norms if norm.where == where}


def test_the_advertisement_is_a_warning_and_part_of_no_provision(sample: Reading) -> None:
    document = sample.document
    (warning,) = sample.warnings
    assert warning.span is not None
    assert document.quote(warning.span) == GOLDEN["not_content"][-1]
    assert all(provision.span.end <= warning.span.start for provision in document.provisions)


def test_the_words_of_the_page_are_read_nowhere(sample: Reading) -> None:
    document = sample.document
    read = "".join(document.folded.text[p.start : p.end] for p in document.passages)
    for words in ("全文信息检索", "当前位置", "澳门银河"):
        assert words in document.source.text
        assert words not in read


def test_no_word_of_the_letter_and_the_plan_is_lost(sample: Reading) -> None:
    document = sample.document
    read = [document.folded.text[p.start : p.end] for p in document.passages]
    read[2:2] = [document.quote(p.span) for p in document.parts if p.kind is PartKind.SIGNATURE]
    written = document.source.text
    body = written[written.index("《库尔勒市推动") : written.index("澳门银河")]
    plan = GOLDEN["annexes"][0]["title"]
    ideographs = re.sub(r"[^\u4e00-\u9fff]", "", body).replace(plan, "")
    assert re.sub(r"[^\u4e00-\u9fff]", "", "".join(read[1:])).replace(plan, "") == ideographs
