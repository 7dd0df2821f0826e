"""The whole path: what is added, kept apart, named for its file, and refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.errors import NotADocument, SourceError
from graph.files import documents_in
from graph.iri import ONTOLOGY_GRAPH
from graph.pipeline import Added, Unchanged, add, read_file, read_sample, read_text
from graph.sources import read_bytes
from graph.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LETTER = """某市人民政府办公室关于印发{name}的通知
广安府办规〔2023〕1号
各县人民政府，市级各部门：
现将细则印发给你们，请认真执行。
某市人民政府办公室
2023年1月9日
{name}
第一条 为了规范工作，制定本细则。
第二条 市公安局应当加强监督。
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store", write=True) as opened:
        yield opened


def _add(store: Store, name: str, file: str = "a.txt") -> Added | Unchanged:
    return add(store, read_text(read_bytes(LETTER.format(name=name).encode(), file)))


def test_the_sample_is_added_once(store: Store) -> None:
    first = add(store, read_sample())
    assert isinstance(first, Added)
    assert (first.provisions, first.replaced) == (28, None)
    assert isinstance(add(store, read_sample()), Unchanged)


def test_adding_brings_the_vocabulary(store: Store) -> None:
    add(store, read_sample())
    assert ONTOLOGY_GRAPH in store


def test_two_documents_of_one_number_are_kept_apart(store: Store) -> None:
    _add(store, "火灾事故调查处理细则")
    other = _add(store, "民用航空发展专项细则")
    assert isinstance(other, Added)
    assert other.shares_number_with == "某市人民政府办公室关于印发火灾事故调查处理细则的通知"
    assert isinstance(_add(store, "火灾事故调查处理细则"), Unchanged)
    assert isinstance(_add(store, "民用航空发展专项细则"), Unchanged)
    assert len([graph for graph in store.graphs() if "广安府办规" in graph]) == 2


def test_the_same_document_under_a_longer_title_replaces_it(store: Store) -> None:
    _add(store, "火灾事故调查处理细则")
    text = LETTER.format(name="火灾事故调查处理细则").replace("某市人民政府办公室关于", "关于", 1)
    again = add(store, read_text(read_bytes(text.encode(), "b.txt")))
    assert isinstance(again, Added)
    assert (again.replaced is not None, again.shares_number_with) == (True, None)


def test_a_text_without_a_title_goes_by_its_file_and_says_so() -> None:
    text = "湫山乡人民政府：\n你乡来文收悉。现批复如下：\n一、撤销上湾村。\n二、撤销下湾村。\n"
    document = read_text(read_bytes(text.encode(), "批复.txt")).document
    assert document.title == "批复"
    assert "no-title" in [warning.code for warning in document.warnings]


def test_a_text_that_is_no_document_is_refused() -> None:
    with pytest.raises(NotADocument, match="official document"):
        read_text(read_bytes("今天天气很好。".encode(), "note.txt"))


def test_a_folder_gives_its_files_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [path.name for path in documents_in([tmp_path])] == ["a.txt", "b.txt"]


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no file"):
        list(documents_in([tmp_path]))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        read_file(tmp_path / "none.txt")
