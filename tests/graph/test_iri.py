import dataclasses
import datetime as dt
from urllib.parse import unquote

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import iri
from graph.model import Reading, Span
from ontology import names

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(TEXTS)
def test_a_segment_can_be_read_back(text: str) -> None:
    assert unquote(iri.segment(text), errors="strict") == text


@given(TEXTS)
def test_a_segment_makes_a_valid_iri_of_one_more_step(text: str) -> None:
    made = iri.under("https://example.org/id", text)
    assert ox.NamedNode(made).value.count("/") == 4


@pytest.mark.parametrize("text", ["三", "（一）", "①", "第十二条", "库政办发", "1.1", "~2"])
def test_what_an_iri_may_hold_stays_as_it_is(text: str) -> None:
    assert iri.segment(text) == text


def test_an_empty_segment_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be empty"):
        iri.under("https://example.org/id", "")


@pytest.mark.parametrize(
    ("number", "path"),
    [
        ("库政办发〔2018〕171号", "库政办发/2018/171"),
        ("国办发〔2016〕72号", "国办发/2016/72"),
        ("国务院令第663号", "国务院令/663"),
        ("公告2019年第5号", "公告2019年第5号"),
    ],
)
def test_a_number_is_a_path(number: str, path: str) -> None:
    assert iri.numbered(number) == f"{names.ID}document/{path}"


@pytest.mark.parametrize("title", ["《居住证暂行条例》", "居住证 暂行条例", "〈居住证暂行条例〉"])
def test_marks_and_blanks_do_not_change_a_cited_title(title: str) -> None:
    assert iri.cited(None, title) == f"{names.ID}document/居住证暂行条例"


def test_a_cited_document_has_the_iri_that_it_has_when_it_is_added(reading: Reading) -> None:
    assert iri.cited("库政办发〔2018〕171号", "别的标题") == iri.document(reading.document)


def test_without_a_number_issuer_date_and_title_identify_a_document(reading: Reading) -> None:
    doc = dataclasses.replace(reading.document, number=None)
    other = dataclasses.replace(doc, title="另一件")
    assert iri.document(doc).startswith(f"{names.ID}document/库尔勒市人民政府办公室/2018-10-15/")
    assert iri.document(doc) != iri.document(other)


def test_what_is_not_known_of_a_document_is_called_unknown(reading: Reading) -> None:
    doc = dataclasses.replace(reading.document, number=None, issuer=None, date_issued=None)
    assert iri.document(doc).startswith(f"{names.ID}document/unknown/unknown/")
    dated = dataclasses.replace(doc, date_issued=dt.date(2020, 1, 2))
    assert iri.document(dated).startswith(f"{names.ID}document/unknown/2020-01-02/")


@pytest.mark.parametrize(
    "missing", [{"issuer": None}, {"date_issued": None}, {"title": ""}, {"titled": False}]
)
def test_what_lacks_one_of_the_three_is_identified_by_the_bytes_of_its_file(
    reading: Reading, missing: dict[str, object]
) -> None:
    doc = dataclasses.replace(reading.document, number=None, **missing)  # type: ignore[arg-type]
    renamed = dataclasses.replace(doc, source=dataclasses.replace(doc.source, name="b.txt"))
    changed = dataclasses.replace(doc, source=dataclasses.replace(doc.source, sha256="0" * 64))
    second = dataclasses.replace(doc, place=1)
    assert iri.document(doc).endswith(f"/{doc.source.sha256[:24]}")
    assert iri.document(second).endswith(f"/{doc.source.sha256[:24]}-2")
    assert iri.document(renamed) == iri.document(doc) != iri.document(changed)
    assert not iri.is_identified(doc)


def test_a_provision_stands_at_its_printed_path_below_its_annex(reading: Reading) -> None:
    parts = iri.parts(reading.document)
    assert parts.provisions["四（六）"] == f"{parts.document}/annex/1/四/（六）"


def test_a_repeated_label_hands_its_count_to_the_last_step(reading: Reading) -> None:
    first = reading.document.provisions[1]
    again = dataclasses.replace(first, label="三1~2")
    doc = dataclasses.replace(reading.document, provisions=(first, again))
    assert iri.parts(doc).provisions["三1~2"].endswith("/annex/1/三/1~2")


def test_the_preamble_of_an_annex_is_not_that_of_the_document(reading: Reading) -> None:
    parts = iri.parts(reading.document)
    assert parts.place("preamble", 1) == f"{parts.document}/annex/1/preamble"
    assert parts.place("title", 0) == f"{parts.document}/title"
    assert parts.stated_in("preamble", 1) == parts.works[1]


def test_evidence_is_a_fragment_by_characters(reading: Reading) -> None:
    parts = iri.parts(reading.document)
    assert parts.evidence(Span(97, 123)) == f"{parts.text}#char=97,123"
