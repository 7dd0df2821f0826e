from __future__ import annotations

import os
import shutil
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.pipeline import SAMPLE
from tests.cli.conftest import content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import Command

NUMBER = "库政办发〔2018〕171号"
NOBODY = 65534


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """A copy of the sample as a file of the user's."""
    path = tmp_path / "notice.txt"
    path.write_bytes(files("graph").joinpath("samples", SAMPLE).read_bytes())
    return path


@pytest.fixture
def refused(tmp_path: Path) -> Path:
    """A folder with a file of every kind that holds no document."""
    folder = tmp_path / "refused"
    folder.mkdir()
    (folder / "empty.txt").touch()
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "shopping.txt").write_text("鸡蛋两斤，牛奶一箱，周末去看外婆。\n", encoding="utf-8")
    (folder / "table.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    return folder


def test_the_sample_is_added_once_and_then_unchanged(zhengmai: Command, tmp_path: Path) -> None:
    store = tmp_path / "new"
    first = zhengmai("add", "--sample", "--store", store, "--format", "json")
    assert (first.status, first.err) == (0, "")
    (row,) = first.json
    assert (row["file"], row["outcome"], row["document"]) == (SAMPLE, "added", NUMBER)
    assert (row["provisions"], row["reason"]) == (28, None)
    before = content(store)
    again = zhengmai("add", "--sample", "--store", store, "--format", "json")
    assert (again.status, again.json[0]["outcome"]) == (0, "unchanged")
    assert content(store) == before


def test_another_text_of_a_document_replaces_it(
    zhengmai: Command, store: Path, notice: Path
) -> None:
    notice.write_text(notice.read_text(encoding="utf-8").replace("5年以上", "3年以上"), "utf-8")
    run = zhengmai("add", notice, "--store", store, "--format", "json")
    assert (run.status, run.json[0]["outcome"]) == (0, "replaced")
    assert zhengmai("search", "3年以上", "--store", store).status == 0
    assert zhengmai("search", "5年以上", "--store", store).status == 1


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("empty.txt", "空文件 / the file is empty"),
        ("binary.txt", "binary.txt: "),
        ("shopping.txt", "不像公文"),
        ("table.zip", "table.zip: "),
    ],
)
def test_what_is_no_document_is_refused_in_one_line(
    zhengmai: Command, store: Path, refused: Path, file: str, said: str
) -> None:
    before = content(store)
    zhengmai("add", refused / file, "--store", store).refuses(2, file, said)
    zhengmai("read", refused / file).refuses(2, file, said)
    assert content(store) == before


def test_a_folder_without_files_is_refused_in_one_line(
    zhengmai: Command, store: Path, tmp_path: Path
) -> None:
    (tmp_path / "nothing").mkdir()
    zhengmai("add", tmp_path / "nothing", "--store", store).refuses(2, "nothing", "no file")


def test_a_file_that_does_not_exist_stops_everything_beforehand(
    zhengmai: Command, notice: Path, tmp_path: Path
) -> None:
    store = tmp_path / "new"
    run = zhengmai("add", notice, tmp_path / "missing.txt", "--store", store)
    run.refuses(2, "missing.txt", "does not exist")
    assert not store.exists()


def test_a_folder_of_which_nothing_can_be_read_creates_no_store(
    zhengmai: Command, refused: Path, tmp_path: Path
) -> None:
    store = tmp_path / "new"
    run = zhengmai("add", refused, "--store", store, "--format", "json")
    assert run.status == 2
    assert {row["outcome"] for row in run.json} == {"refused"}
    assert all(row["reason"] for row in run.json)
    (line,) = run.err.splitlines()
    assert "4 个文件未入库" in line
    assert not store.exists()


def test_a_refused_file_does_not_stop_the_others(
    zhengmai: Command, refused: Path, notice: Path, tmp_path: Path
) -> None:
    shutil.move(notice, refused / "zz.txt")
    run = zhengmai("add", refused, "--store", tmp_path / "new", "--format", "json")
    assert run.status == 1
    assert [row["outcome"] for row in run.json] == ["refused"] * 4 + ["added"]
    assert len(run.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", ["结果", "新增"]), ("en", ["outcome", "added"])]
)
def test_the_outcome_is_told_in_the_language(
    zhengmai: Command, tmp_path: Path, lang: str, words: list[str]
) -> None:
    out = zhengmai("add", "--sample", "--store", tmp_path / "new", "--lang", lang).out
    assert all(word in out for word in [*words, NUMBER])


@pytest.fixture
def read_only(sample_store: Path) -> Iterator[Path]:
    """The store with the sample where this process can write to nothing, even as root."""
    above = Path(tempfile.mkdtemp())  # tmp_path is closed to every other user
    store = shutil.copytree(sample_store, above / "store")
    folders = [above, store, *(path for path in store.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    yield store
    os.seteuid(user)
    for folder in folders:
        folder.chmod(0o755)
    shutil.rmtree(above)


def test_a_read_only_store_answers_and_is_not_changed(zhengmai: Command, read_only: Path) -> None:
    before = content(read_only)
    zhengmai("add", "--sample", "--store", read_only).refuses(2, str(read_only), "name another")
    zhengmai("remove", NUMBER, "--store", read_only).refuses(2, str(read_only))
    assert zhengmai("responsibility", "公安局", "--store", read_only).status == 0
    assert content(read_only) == before
