"""Several documents in one file are told apart; one letter that cites numbers is one."""

from __future__ import annotations

from graph.pipeline import read_all
from graph.sources import read_bytes

LETTER = """{title}
{number}
各乡镇人民政府，市政府各部门：
根据《某省人民政府关于加强管理的通知》（某府发〔2019〕3号）要求，现将有关事项通知如下：
一、{first}
二、市公安局要加强督促检查。
某市人民政府办公室
{date}
"""
FIRST = LETTER.format(
    title="某市人民政府办公室关于做好人口登记工作的通知",
    number="某府办发〔2020〕1号",
    first="市统计局要规范统计。",
    date="2020年1月9日",
)
SECOND = LETTER.format(
    title="某市人民政府办公室关于加强消防工作的通知",
    number="某府办发〔2020〕7号",
    first="市应急局要开展排查。",
    date="2020年3月2日",
)


def _numbers(text: str) -> list[str | None]:
    return [r.document.number for r in read_all(read_bytes(text.encode(), "a.txt"))]


def test_two_letters_in_a_file_are_two_documents() -> None:
    readings = read_all(read_bytes((FIRST + SECOND).encode(), "a.txt"))
    assert [r.document.number for r in readings] == ["某府办发〔2020〕1号", "某府办发〔2020〕7号"]
    assert [r.document.title for r in readings] == [
        "某市人民政府办公室关于做好人口登记工作的通知",
        "某市人民政府办公室关于加强消防工作的通知",
    ]
    for reading in readings:
        assert [p.label for p in reading.document.provisions] == ["一", "二"]
    assert [str(r.document.date_issued) for r in readings] == ["2020-01-09", "2020-03-02"]
    assert "several-documents" in [warning.code for warning in readings[0].warnings]


def test_each_document_has_its_own_duties() -> None:
    first, second = read_all(read_bytes((FIRST + SECOND).encode(), "a.txt"))
    assert {r.agency for r in first.responsibilities} == {"市统计局", "市公安局"}
    assert {r.agency for r in second.responsibilities} == {"市应急局", "市公安局"}


def test_the_same_letter_twice_is_one_document() -> None:
    assert _numbers(FIRST + FIRST) == ["某府办发〔2020〕1号"]


def test_a_number_behind_the_signature_without_an_address_begins_nothing() -> None:
    assert _numbers(FIRST + "附件\n某府办发〔2018〕9号\n") == ["某府办发〔2020〕1号"]


def test_the_day_of_a_letter_stands_before_the_title_that_follows_it_on_its_line() -> None:
    text = FIRST.rstrip("\n") + "  " + SECOND
    documents = [r.document for r in read_all(read_bytes(text.encode(), "a.txt"))]
    assert [d.title for d in documents] == [
        "某市人民政府办公室关于做好人口登记工作的通知",
        "某市人民政府办公室关于加强消防工作的通知",
    ]
    assert [str(d.date_issued) for d in documents] == ["2020-01-09", "2020-03-02"]
