"""Which files of a folder are read, in which order, and what is left out with a word."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.errors import SourceError
from graph.files import SITE_SIGN, PassedOver, documents_in, files_in
from graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator


def made(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return folder


def passed_over(folder: Path) -> dict[str, str]:
    found = files_in([folder])
    return {each.path.name: each.reason for each in found if isinstance(each, PassedOver)}


def test_a_folder_gives_its_files_in_the_order_of_names_without_hidden_ones(tmp_path: Path) -> None:
    made(tmp_path, "b/2.txt", "b/1.txt", "a.txt", ".hidden", ".git/x", "c.txt")
    found = [str(each.relative_to(tmp_path)) for each in documents_in([tmp_path])]
    assert found == ["a.txt", "b/1.txt", "b/2.txt", "c.txt"]


def test_a_store_and_an_exported_site_are_passed_over_with_a_word(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", "site/index.html", f"site/{SITE_SIGN}")
    with open_store(tmp_path / "kept", write=True):
        pass
    assert list(documents_in([tmp_path])) == [tmp_path / "a.txt"]
    assert set(passed_over(tmp_path)) == {"kept", "site"}


def test_a_folder_with_a_file_named_as_a_stores_is_no_store(tmp_path: Path) -> None:
    made(tmp_path, "other/store.json", "other/a.txt")
    assert len(list(documents_in([tmp_path]))) == 2


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", "sub/b.txt")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "gone").symlink_to("nowhere")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert set(passed_over(tmp_path)) == {"pipe", "gone", "again"}
    assert [each.name for each in documents_in([tmp_path])] == ["a.txt", "b.txt"]


def test_a_folder_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path, "a.txt", "closed/b.txt")
    inside = Path.iterdir

    def iterdir(path: Path) -> Iterator[Path]:
        if path.name == "closed":  # as for anybody but its owner; root reads every folder
            raise PermissionError(errno.EACCES, "Permission denied")
        return inside(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    assert "cannot be read: Permission denied" in passed_over(tmp_path)["closed"]
    assert [each.name for each in documents_in([tmp_path])] == ["a.txt"]


def test_an_empty_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no file"):
        list(files_in([tmp_path]))
    with pytest.raises(SourceError, match="does not exist"):
        list(files_in([tmp_path / "none"]))
