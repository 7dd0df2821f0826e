"""Whatever one file does, the others are put in, each has its line, and a signal loses none."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graph.accession import Accession
from graph.sources import Confined
from graph.store import open_store
from tests.graph.test_accession import AMENDED, CONSENT, NOTICE, NUMBER, OTHER, PAGE, REPLY, SOME

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import SourceText
    from tests.cli.conftest import Command


@pytest.fixture(autouse=True)
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put documents in without the shapes, which take most of the time and are tested elsewhere."""
    monkeypatch.setattr("graph.check.check_document", lambda _triples: None)


def folder_of(folder: Path, **texts: str) -> Path:
    folder.mkdir()
    for name, text in texts.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def outcomes(rows: list[dict[str, Any]]) -> dict[str, str]:
    return {Path(row["file"]).name: row["outcome"] for row in rows}


def held(store: Path) -> list[str]:
    with open_store(store, write=False) as opened:
        return sorted(graph for graph in opened.graphs() if "/document/" in graph)


def test_the_text_that_was_replaced_is_told_listed_and_shown(
    zhengmai: Command, tmp_path: Path
) -> None:
    for name, text in (("old_txt", NOTICE), ("new_txt", AMENDED)):
        run = zhengmai("add", folder_of(tmp_path / name, **{name: text}), "--format", "json")
    (row,) = run.json
    assert (run.status, row["outcome"], row["kept_file"]) == (0, "replaced", "old.txt")
    assert row["kept_length"] == len(NOTICE)
    assert row["kept_sha256"][:12] in row["reason"]
    (listed,) = zhengmai("list", "versions", "--format", "json").json
    assert listed["sha256"] == row["kept_sha256"]
    assert "old.txt" in zhengmai("show", NUMBER).out
    (text,) = (
        each["value"]
        for each in zhengmai("show", listed["iri"], "--format", "json").json
        if each["kind"] == "text"
    )
    assert text == NOTICE


@pytest.mark.parametrize("form", ["table", "csv", "markdown"])
def test_versions_are_told_in_every_format(zhengmai: Command, tmp_path: Path, form: str) -> None:
    both = folder_of(tmp_path / "both", a_txt=NOTICE, b_txt=AMENDED)
    run = zhengmai("add", both, "--format", form, "--lang", "en")
    assert run.status == 0
    assert "kept as a version" in run.out
    assert "a.txt" in run.out
    assert "--replace" in run.err
    assert "b.txt" in zhengmai("list", "versions", "--format", form).out


def test_a_page_about_a_held_document_is_kept_and_the_status_says_so(
    zhengmai: Command, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    zhengmai("add", folder_of(tmp_path / "one", a_txt=NOTICE), "--store", store)
    page = folder_of(tmp_path / "two", page_html=PAGE)
    run = zhengmai("add", page, "--store", store, "--format", "json")
    assert (run.status, outcomes(run.json)) == (1, {"page.html": "kept"})
    assert zhengmai("show", f"{NUMBER} 四", "--store", store).status == 0


def test_texts_that_share_a_title_or_a_files_name_are_all_held(
    zhengmai: Command, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    folder = folder_of(tmp_path / "all", c_txt=SOME, d_txt=OTHER)
    for name, text in (("one", REPLY), ("two", CONSENT)):
        folder_of(folder / name, 附件1_txt=text)
    run = zhengmai("add", folder, "--store", store, "--format", "json")
    assert (run.status, {row["outcome"] for row in run.json}) == (0, {"added"})
    assert len(held(store)) == 4


def test_what_zhengmai_made_is_passed_over_and_its_pages_are_refused(
    zhengmai: Command, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path / "all", a_txt=NOTICE)
    store, site = folder / "zhengmai.store", folder / "site"
    zhengmai("add", folder, "--store", store)
    zhengmai("export", "site", site, "--store", store)
    zhengmai("export", "html", folder / "page.html", "--store", store, "--document", NUMBER)
    shutil.copy(next((site / "document").glob("*.html")), folder / "copy.html")
    before = held(store)
    run = zhengmai("add", folder, "--store", store, "--format", "json")
    assert outcomes(run.json) == {
        "a.txt": "unchanged",
        "copy.html": "refused",
        "page.html": "refused",
        "site": "passed-over",
        "zhengmai.store": "passed-over",
    }
    assert all("zhengmai" in row["reason"] for row in run.json[1:])
    assert held(store) == before


def test_whatever_a_file_does_is_one_line_and_the_others_are_added(
    zhengmai: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store"
    folder = folder_of(
        tmp_path / "all", a_txt=SOME, b_txt=NOTICE, c_txt=REPLY, d_txt=CONSENT, e_txt=OTHER
    )
    errors = {"a.txt": RecursionError("too deep"), "c.txt": MemoryError(), "d.txt": ValueError("x")}
    read = Confined.read

    def failing(confined: Confined, path: Path) -> SourceText:
        if path.name in errors:
            raise errors[path.name]
        return read(confined, path)

    monkeypatch.setattr(Confined, "read", failing)
    run = zhengmai("add", folder, "--store", store, "--format", "json")
    assert run.status == 1
    assert outcomes(run.json) == {
        **dict.fromkeys(["a.txt", "c.txt", "d.txt"], "refused"),
        **dict.fromkeys(["b.txt", "e.txt"], "added"),
    }
    for row in run.json:
        if row["outcome"] == "refused":
            assert row["file"] in row["reason"]
            assert type(errors[Path(row["file"]).name]).__name__ in row["reason"]
    assert len(held(store)) == 2


def test_a_signature_of_no_day_stops_nothing(zhengmai: Command, tmp_path: Path) -> None:
    folder = folder_of(
        tmp_path / "all",
        a_txt=NOTICE.replace("2019年3月5日", "2019年11月31日").replace(
            "〔2019〕12号", "〔2019〕9号"
        ),
        b_txt=NOTICE,
    )
    run = zhengmai("add", folder, "--format", "json")
    assert (run.status, set(outcomes(run.json).values())) == (0, {"added"})


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes on Linux alone")
def test_a_name_in_another_encoding_is_read_and_told_escaped(
    zhengmai: Command, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path / "all", b_txt=NOTICE)
    name = "附件1.txt".encode("gb18030")
    (folder / os.fsdecode(name)).write_text(REPLY, encoding="utf-8")
    for form in ("json", "table"):
        run = zhengmai("add", folder, "--format", form)
        assert run.status == 0
        assert r"\xb8\xbd" in run.out.replace("\\\\", "\\")
    assert r"\xb8\xbd\xbc\xfe1.txt" in {
        row["file"] for row in zhengmai("list", "documents", "--format", "json").json
    }


@pytest.fixture
def signalling(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let signals come while the file of a name is read."""

    def at(name: str, *signals: int) -> None:
        read = Confined.read

        def reading(confined: Confined, path: Path) -> SourceText:
            for number in signals if path.name == name else ():
                os.kill(os.getpid(), number)
            return read(confined, path)

        monkeypatch.setattr(Confined, "read", reading)

    return at


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_behind_the_file_and_tells_what_is_in(
    zhengmai: Command, tmp_path: Path, signalling: Callable[..., None], number: int, status: int
) -> None:
    store = tmp_path / "store"
    folder = folder_of(tmp_path / "all", a_txt=NOTICE, b_txt=SOME, c_txt=OTHER)
    signalling("b.txt", number)
    before = signal.getsignal(number)
    run = zhengmai("add", folder, "--store", store, "--format", "json")
    assert run.status == status
    assert outcomes(run.json) == {"a.txt": "added", "b.txt": "added"}
    assert len(held(store)) == 2
    assert signal.getsignal(number) is before
    assert "behind this file" in run.err
    again = zhengmai("add", folder / "c.txt", "--store", store, "--format", "json")
    assert again.status == 0


def test_a_second_signal_ends_at_once_and_tells_what_is_in(
    zhengmai: Command, tmp_path: Path, signalling: Callable[..., None]
) -> None:
    store = tmp_path / "store"
    folder = folder_of(tmp_path / "all", a_txt=NOTICE, b_txt=SOME, c_txt=OTHER)
    signalling("b.txt", signal.SIGINT, signal.SIGINT)
    run = zhengmai("add", folder, "--store", store, "--format", "json")
    assert (run.status, outcomes(run.json)) == (130, {"a.txt": "added"})
    assert len(held(store)) == 1


def test_a_store_that_fails_in_between_tells_what_is_in(
    zhengmai: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graph.errors import StoreNotWritable

    folder = folder_of(tmp_path / "all", a_txt=NOTICE, b_txt=SOME)
    take = Accession.take

    def full(run: Accession, reading: Any) -> Any:  # noqa: ANN401 - passed through
        if reading.document.source.name == "b.txt":
            message = "库无法写入 / the store cannot be written (No space left); see to the disk"
            raise StoreNotWritable(message)
        return take(run, reading)

    monkeypatch.setattr(Accession, "take", full)
    run = zhengmai("add", folder, "--format", "json")
    assert (run.status, outcomes(run.json)) == (2, {"a.txt": "added"})
    assert "No space left" in run.err
