from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from graph.errors import StoreError, StoreNotWritable
from graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tests.graph.store.conftest import MakeDocument

KORLA = "https://w3id.org/zhengmai/id/document/库政办发/2018/171"


def refused(path: Path, *, write: bool) -> StoreError:
    with pytest.raises(StoreError) as caught:
        open_store(path, write=write, wait=0).__enter__()
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    return caught.value


def test_reading_creates_no_store(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for path in (tmp_path / "missing", empty):
        assert "没有库 / there is no store here; add a document first" in str(
            refused(path, write=False)
        )
    assert list(tmp_path.iterdir()) == [empty]
    assert list(empty.iterdir()) == []


def test_a_writer_can_be_told_to_create_none(tmp_path: Path) -> None:
    with (
        pytest.raises(StoreError, match="没有库 / there is no store here"),
        open_store(tmp_path / "missing", write=True, create=False),
    ):
        pass
    assert list(tmp_path.iterdir()) == []


def test_writing_creates_the_store_and_the_folders_above(tmp_path: Path) -> None:
    path = tmp_path / "甲" / "store"
    with open_store(path, write=True):
        pass
    with open_store(path, write=False) as store:
        assert store.graphs() == ()
    assert json.loads((path / "store.json").read_text()) == {
        "data": "data-1",
        "format": 1,
        "generation": 1,
    }


@pytest.mark.parametrize("write", [True, False])
def test_a_file_is_no_store(tmp_path: Path, *, write: bool) -> None:
    path = tmp_path / "notice.txt"
    path.write_text("通知")
    assert "is a file" in str(refused(path, write=write))
    assert path.read_text() == "通知"


@pytest.mark.parametrize("write", [True, False])
def test_a_folder_of_other_files_is_no_store(tmp_path: Path, *, write: bool) -> None:
    (tmp_path / "notice.txt").write_text("通知")
    assert "folder of other files" in str(refused(tmp_path, write=write))
    assert [entry.name for entry in tmp_path.iterdir()] == ["notice.txt"]


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize(
    ("state", "said"),
    [
        ('{"data": "data-1", "format": 2, "generation": 1}', "由更新的版本写成 / is of format 2"),
        ('{"format": 9}', "由更新的版本写成 / is of format 9"),
        ('{"data": "data-7", "format": 1, "generation": 1}', "没有指明内容 / names no content"),
        ('{"data": "../data-1", "format": 1, "generation": 1}', "没有指明内容 / names no content"),
        ("[]", "没有指明内容 / names no content"),
        ("{", "无法读取 / cannot be read"),
    ],
)
def test_a_state_that_is_not_understood_is_refused_and_kept(
    tmp_path: Path, state: str, said: str, *, write: bool
) -> None:
    with open_store(tmp_path, write=True):
        pass
    (tmp_path / "store.json").write_text(state)
    assert said in str(refused(tmp_path, write=write))
    assert (tmp_path / "store.json").read_text() == state
    assert (tmp_path / "data-1" / "graph").is_dir()


@pytest.mark.parametrize("write", [True, False])
def test_a_damaged_database_is_refused(tmp_path: Path, *, write: bool) -> None:
    with open_store(tmp_path, write=True):
        pass
    (tmp_path / "data-1" / "graph" / "CURRENT").write_text("nothing\n")
    assert "数据库无法打开 / the database cannot be opened" in str(refused(tmp_path, write=write))


def test_a_read_only_folder_is_read_and_not_written(
    shared_folder: Path,
    make_document: MakeDocument,
    without_rights: Callable[[], AbstractContextManager[None]],
) -> None:
    path = shared_folder / "store"
    with open_store(path, write=True) as store:
        store.replace(KORLA, make_document(KORLA, 一="总体要求"))
    folders = [path, *(entry for entry in path.rglob("*") if entry.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        with without_rights():
            assert isinstance(refused(path, write=True), StoreNotWritable)
            assert isinstance(refused(path / "below", write=True), StoreNotWritable)
            with open_store(path, write=False, wait=0) as store:
                assert store.graphs() == (KORLA,)
                assert store.search("要求")
    finally:
        for folder in folders:
            folder.chmod(0o755)


def test_opening_leaves_no_logs_behind(tmp_path: Path) -> None:
    with open_store(tmp_path, write=True):
        pass
    for _ in range(3):
        with open_store(tmp_path, write=False):
            pass
    assert len(list((tmp_path / "data-1" / "graph").glob("LOG.old.*"))) <= 1


def test_what_a_creation_that_died_left_is_no_hindrance(tmp_path: Path) -> None:
    with open_store(tmp_path, write=True):
        pass
    (tmp_path / "store.json").unlink()
    assert "there is no store" in str(refused(tmp_path, write=False))
    with open_store(tmp_path, write=True) as store:
        assert store.graphs() == ()


def test_a_content_that_is_not_named_is_removed_by_the_next_writer(tmp_path: Path) -> None:
    with open_store(tmp_path, write=True):
        pass
    (tmp_path / "data-2" / "graph").mkdir(parents=True)
    with open_store(tmp_path, write=False):
        assert (tmp_path / "data-2").exists()
    with open_store(tmp_path, write=True):
        assert not (tmp_path / "data-2").exists()
