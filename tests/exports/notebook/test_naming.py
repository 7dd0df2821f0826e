from __future__ import annotations

import pytest

from exports.notebook.naming import clause_label, document_name, document_of
from ontology import names

D = f"{names.ID}document/"


@pytest.mark.parametrize(
    ("thing", "document", "name", "label"),
    [
        (
            "库政办发/2018/171/annex/1/三/（一）/1",
            "库政办发/2018/171",
            "库政办发〔2018〕171号",
            "三（一）1",
        ),
        ("库政办发/2018/171/annex/1", "库政办发/2018/171", "库政办发〔2018〕171号", ""),
        ("国务院令/663/第三条", "国务院令/663", "国务院令第663号", "第三条"),
        ("国发/2023/1~3f2a91bc/一", "国发/2023/1~3f2a91bc", "国发〔2023〕1号", "一"),
        (
            "某市/2020-01-02/3f2a91bc/一",
            "某市/2020-01-02/3f2a91bc",
            "某市/2020-01-02/3f2a91bc",
            "一",
        ),
        ("居住证暂行条例", "居住证暂行条例", "居住证暂行条例", ""),
        ("测/2020/1/a%2Fb", "测/2020/1", "测〔2020〕1号", "a/b"),
    ],
)
def test_an_iri_says_what_a_reader_calls_it(
    thing: str, document: str, name: str, label: str
) -> None:
    found = (document_of(D + thing), document_name(D + thing), clause_label(D + thing))
    assert found == (D + document, name, label)


def test_what_is_no_document_has_none() -> None:
    assert document_of(f"{names.ID}agency/652801/公安局") == ""
    assert document_name(f"{names.ID}agency/652801/公安局") == "agency/652801/公安局"
