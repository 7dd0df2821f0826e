from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from graph.answers.hops import UNSTATED
from graph.answers.lineage import lineage
from graph.answers.unstated_parents import unstated_parents
from graph.model import SourceText, Status
from graph.pipeline import add, read_text
from graph.references import find_reference
from graph.store import open_store
from tests.graph import chain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store import Store

BASIS = "根据云政办发〔2030〕18号文件，制定本细则。"
UNNAMED = chain.CITY.replace(BASIS, "为做好养老服务工作，制定本细则。")
OLDER = UNNAMED.replace("2031年2月1日", "2029年2月1日").replace("〔2031〕7号", "〔2029〕7号")
OTHER = """河口市人民政府办公室关于加强河道采砂管理的通知
河政办发〔2031〕8号
各区人民政府，市政府各部门：
一、严格采砂许可。从事河道采砂的单位和个人应当向所在区水行政主管部门申请领取采砂许可证。
二、加强现场监管。区水行政主管部门应当对采砂现场每月至少检查一次，并将检查情况向社会公布。
河口市人民政府办公室
2031年3月1日
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "zhengmai.store", write=True) as opened:
        put(opened, chain.NATION)
        yield opened


def put(store: Store, text: str) -> str:
    digest = hashlib.sha256(text.encode()).hexdigest()
    reading = read_text(SourceText(text, "text.txt", "text/plain", "utf-8", digest))
    add(store, reading)
    return str(reading.document.number)


def found(store: Store, text: str) -> list[str]:
    number = put(store, text)
    document = find_reference(store, number).document
    return [hop.document for hop in unstated_parents(store, document)]


def test_a_document_of_the_same_rare_words_is_a_candidate(store: Store) -> None:
    assert found(store, UNNAMED) == ["国办发〔2030〕5号"]


@pytest.mark.parametrize("text", [OLDER, OTHER], ids=["a younger one", "other words"])
def test_no_candidate_is_offered(store: Store, text: str) -> None:
    assert found(store, text) == []


def test_a_named_parent_that_explains_the_document_leaves_no_question(store: Store) -> None:
    put(store, chain.PROVINCE)
    assert found(store, chain.CITY) == []


def test_a_candidate_is_a_hop_with_words_that_stand_in_both(store: Store) -> None:
    ref = find_reference(store, put(store, UNNAMED))
    (hop,) = [hop for hop in lineage(store, ref, unstated=True) if hop.relation == UNSTATED]
    assert UNNAMED[hop.start : hop.end] == hop.quote
    assert hop.quote in hop.text
    assert (hop.origin, hop.status, hop.stub) == (ref.iri, Status.CANDIDATE, False)
    assert hop.quote in hop.justification
