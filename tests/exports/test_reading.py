from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from exports.reading import reading_object
from graph.model import Condition, Operator, Reading, SourceText, Span, TextWarning
from graph.pipeline import read_sample, read_text
from graph.sources import read_bytes
from graph.structure import read_document

EVIDENCE = ["start", "end", "quote", "rule"]  # rule was added to the keys that other tools build on
KEYS = {
    "provisions": ["label", "kind", "heading", "start", "end"],
    "citations": ["where", "number", "title", "relation", "target", *EVIDENCE],
    "responsibilities": [
        *["where", "agency", "as_written", "role", "form", "open", "modality", *EVIDENCE]
    ],
    "norms": ["where", "kind", *EVIDENCE],
    "groups": ["where", "group", *EVIDENCE],
    "rights": ["where", "right", "holder", *EVIDENCE],
    "conditions": ["where", "subject", "operator", "value", "unit", *EVIDENCE],
    "targets": ["where", "measure", "operator", "value", "unit", *EVIDENCE],
    "deadlines": ["where", "kind", "date", "year", "year_inferred", *EVIDENCE],
    "amendments": ["where", "document", "target", "action", "old", "new", *EVIDENCE],
    "parts": ["part", "start", "end"],
    "left_out": ["start", "end", "reason"],
    "warnings": ["code", "message", "start", "end"],
}
ALL = [
    *("number", "title", "issuer", "issuers", "addressees"),
    *("date_issued", "date_adopted", "passed_by", "in_force_from", "history"),
    *("jurisdiction", "annexes"),
    *KEYS,
]


@pytest.fixture(scope="module")
def sample() -> Reading:
    return read_sample()


@pytest.fixture(scope="module")
def found(sample: Reading) -> dict[str, Any]:
    return reading_object(sample)


def test_the_object_has_these_keys_in_this_order(found: dict[str, Any]) -> None:
    assert list(found) == ALL
    assert list(found["jurisdiction"]) == ["code", "name"]
    assert [list(annex) for annex in found["annexes"]] == [["title"]]


@pytest.mark.parametrize("kind", KEYS)
def test_every_row_has_these_keys(found: dict[str, Any], kind: str) -> None:
    assert found[kind] or kind == "amendments"  # the sample amends nothing
    for row in found[kind]:
        assert list(row) == KEYS[kind]


@pytest.mark.parametrize("kind", [kind for kind, keys in KEYS.items() if "quote" in keys])
def test_every_quote_stands_at_its_offsets(
    sample: Reading, found: dict[str, Any], kind: str
) -> None:
    text = sample.document.source.text
    for row in found[kind]:
        assert row["quote"]
        assert text[row["start"] : row["end"]] == row["quote"]


def test_values_are_plain_and_survive_json(found: dict[str, Any]) -> None:
    assert json.loads(json.dumps(found, ensure_ascii=False)) == found
    assert found["date_issued"] == "2018-10-15"
    assert [type(row["value"]) for row in found["targets"]] == [int]
    assert {type(row["open"]) for row in found["responsibilities"]} == {bool}
    assert {row["date"] for row in found["deadlines"]} == {None, "2018-12-31", "2020-12-31"}


def test_a_broken_value_stays_a_fraction(sample: Reading) -> None:
    condition = Condition(
        where="一",
        work=1,
        span=Span(0, 1),
        rule="condition.limit",
        subject="面积",
        operator=Operator.LTEQ,
        value=1.5,
        unit="倍",
    )
    (row,) = reading_object(replace(sample, conditions=(condition,)))["conditions"]
    assert (row["operator"], row["value"]) == ("lteq", 1.5)


def test_what_a_document_does_not_state_is_null(sample: Reading) -> None:
    document = replace(
        sample.document, number=None, issuer=None, date_issued=None, jurisdiction=None
    )
    warning = TextWarning("damaged", "页面不完整 / the page is not complete")
    found = reading_object(replace(sample, document=document, warnings=(warning,)))
    assert [found[key] for key in ("number", "issuer", "date_issued", "jurisdiction")] == [None] * 4
    assert found["warnings"] == [
        {"code": "damaged", "message": warning.message, "start": None, "end": None}
    ]


def test_the_same_text_gives_the_same_object(found: dict[str, Any]) -> None:
    assert reading_object(read_sample()) == found


DECISION = """某市人民政府关于修改《河道采砂办法》的决定
某市人民政府令第30号
经研究，决定对《河道采砂办法》作如下修改：
一、第三条中的“民政部门”修改为“应急管理部门”。
二、根据《水法》第三十九条第一款，删去第六条。
本决定自公布之日起施行。
某市人民政府
2021年3月1日
"""


def test_an_amending_decision_tells_its_changes_and_the_articles_that_it_cites() -> None:
    source = SourceText(
        text=DECISION, name="d.txt", media_type="text/plain", encoding="utf-8", sha256="0" * 64
    )
    found = reading_object(read_text(source))
    rows = [[row[key] for key in KEYS["amendments"][:6]] for row in found["amendments"]]
    assert rows == [
        ["一", "河道采砂办法", "第三条", "replace", "民政部门", "应急管理部门"],
        ["二", "河道采砂办法", "第六条", "delete", None, None],
    ]
    assert [[row["title"], row["relation"], row["target"]] for row in found["citations"]] == [
        ["河道采砂办法", "amends", None],
        ["河道采砂办法", "amends", None],
        ["水法", "basis", "第三十九条第一款"],
    ]


def test_the_head_tells_all_who_issue_and_to_whom(found: dict[str, Any]) -> None:
    assert [row["name"] for row in found["issuers"]] == ["库尔勒市人民政府办公室"]
    assert [row["name"] for row in found["addressees"]] == [
        "各乡、镇、场",
        "各街道办事处",
        "市政府各部门",
        "市属各单位",
    ]
    assert (found["date_adopted"], found["in_force_from"], found["history"]) == (None, None, [])
    assert found["passed_by"] == "市十届人民政府第16次常务会议"


@pytest.mark.parametrize("key", ["issuers", "addressees"])
def test_a_name_in_the_head_stands_at_its_offsets(
    sample: Reading, found: dict[str, Any], key: str
) -> None:
    text = sample.document.source.text
    for row in found[key]:
        assert list(row) == ["name", "start", "end"]
        assert "".join(text[row["start"] : row["end"]].split()) == row["name"]


def test_a_row_of_the_history_tells_what_happened_when_and_by_what() -> None:
    text = (
        "某省湖泊条例\n（2016年3月30日某省人大常委会第二十次会议通过 根据2020年5月6日"
        "《关于修改〈湖泊条例〉的决定》修正）\n第一条 为了保护湖泊，制定本条例。\n"
    )
    source = SourceText(text, "a.txt", "text/plain", "utf-8", "0" * 64)
    found = reading_object(Reading(read_document(source)))
    rows = [(r["event"], r["kind"], r["date"], r["by"]) for r in found["history"]]
    assert rows == [
        ("通过", "adopted", "2016-03-30", "某省人大常委会第二十次会议"),
        ("修正", "amended", "2020-05-06", "《关于修改〈湖泊条例〉的决定》"),
    ]
    assert all(text[r["start"] : r["end"]].endswith(r["event"]) for r in found["history"])
    assert found["date_adopted"] == "2016-03-30"
    assert found["passed_by"] == "某省人大常委会第二十次会议"


def test_attachments_that_are_only_listed_are_annexes_too() -> None:
    text = (
        "某市关于申报的通知\n某政发〔2021〕3号\n各县人民政府：\n一、申报条件。\n二、申报程序。\n"
        "附件：1.申请表\n2.分工表\n某市人民政府\n2021年3月15日\n附件2\n分工表\n1.治水。市水利局负责。\n"
    )
    found = reading_object(read_text(read_bytes(text.encode(), "a.txt")))
    assert sorted(annex["title"] for annex in found["annexes"]) == ["分工表", "申请表"]
