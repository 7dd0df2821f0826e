from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from exports.destination import check, write, write_folder
from graph.errors import ExportError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    write(tmp_path / "图谱.ttl", b"new", force=False)
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("图谱.ttl", b"new")]


def test_a_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    write(tmp_path / "out", b"", force=False)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert len(modes) == 1


def test_an_existing_file_needs_force(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_bytes(b"old")
    with pytest.raises(ExportError, match="exists already; use --force"):
        write(out, b"new", force=False)
    assert out.read_bytes() == b"old"
    write(out, b"new", force=True)
    assert out.read_bytes() == b"new"


def test_a_folder_is_no_destination_even_by_force(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is a folder; name a file in it"):
        write(tmp_path, b"", force=True)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"missing: .*does not exist; create it first"):
        write(tmp_path / "missing" / "out", b"", force=False)
    assert not list(tmp_path.iterdir())


def test_a_device_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ExportError, match="is no regular file"):
        write(tmp_path / "pipe", b"", force=True)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write(link, b"new", force=True)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_failure_leaves_the_old_file_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_file: int) -> None:
        raise OSError(28, "No space left on device")

    out = tmp_path / "out"
    out.write_bytes(b"old")
    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(ExportError, match=r"cannot be written \(No space left"):
        write(out, b"new", force=True)
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("out", b"old")]


def test_a_name_as_long_as_the_system_allows_can_be_written(tmp_path: Path) -> None:
    out = tmp_path / ("政" * 80 + ".html")
    write(out, b"page", force=False)
    assert out.read_bytes() == b"page"


def test_a_file_is_not_replaced_by_a_folder_even_by_force(tmp_path: Path) -> None:
    out = tmp_path / "数据.json"
    out.write_bytes(b"old")
    with pytest.raises(ExportError, match="is no folder; name a new folder"):
        write_folder(out, [("index.html", b"page")], force=True)
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("数据.json", b"old")]


def test_a_folder_that_cannot_take_its_name_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, rename = tmp_path / "site", type(tmp_path).rename

    def refuse(path: Path, target: Path) -> Path:
        if target == out and (path / "new.html").exists():
            raise OSError(13, "Permission denied")
        return rename(path, target)

    write_folder(out, [("old.html", b"old")], force=False)
    monkeypatch.setattr(type(tmp_path), "rename", refuse)
    with pytest.raises(ExportError, match="Permission denied"):
        write_folder(out, [("new.html", b"new")], force=True)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (out / "old.html").read_bytes() == b"old"


def test_checking_alone_writes_nothing(tmp_path: Path) -> None:
    check(tmp_path / "out", force=False)
    assert not list(tmp_path.iterdir())
