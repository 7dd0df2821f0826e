"""The index of words follows the graph, whatever happens to either."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from graph.store import open_store
from graph.store.search import generation_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.graph.store.conftest import MakeDocument

KORLA = "https://w3id.org/zhengmai/id/document/库政办发/2018/171"
OTHER = "https://w3id.org/zhengmai/id/document/新政发/2014/68"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "zhengmai.store"


@pytest.mark.parametrize("harm", ["missing", "damaged", "older"])
@pytest.mark.parametrize("write", [False, True])
def test_an_index_out_of_step_is_built_again(
    path: Path, make_document: MakeDocument, harm: str, *, write: bool
) -> None:
    index = path / "data-1" / "search.sqlite"
    with open_store(path, write=True) as store:
        store.replace(OTHER, make_document(OTHER, 五="户籍制度"))
    older = index.read_bytes()
    with open_store(path, write=True) as store:
        store.replace(KORLA, make_document(KORLA, 一="户籍管理"))
    index.unlink()
    if harm != "missing":
        index.write_bytes(older if harm == "older" else b"no database" * 999)
    harmed = index.read_bytes() if index.exists() else None
    with open_store(path, write=write) as store:
        assert [hit.passage.document for hit in store.search("户籍")] == [KORLA, OTHER]
    assert ((index.read_bytes() if index.exists() else None) != harmed) == write


def test_an_index_that_fails_in_the_middle_is_built_again(
    path: Path, make_document: MakeDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(path, write=True) as store:
        store.replace(OTHER, make_document(OTHER, 五="户籍制度"))
        with monkeypatch.context() as patch:
            patch.setattr("graph.store.search._pairs", lambda _: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                store.replace(KORLA, make_document(KORLA, 一="户籍管理"))
        assert [hit.passage.document for hit in store.search("户籍")] == [KORLA, OTHER]
        store.replace(KORLA, make_document(KORLA, 一="户籍登记"))
        announced = json.loads((path / "store.json").read_text())["generation"]
        assert generation_of(path / "data-1" / "search.sqlite") < announced  # were it killed now
    with open_store(path, write=False) as store:
        assert [hit.passage.text for hit in store.search("户籍")] == ["户籍登记", "户籍制度"]
