from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from exports.formats import FORMATS

if TYPE_CHECKING:
    from tests.cli.conftest import Command


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written_alike_twice_and_named_in_the_help(
    zhengmai: Command, sample_store: Path, form: str
) -> None:
    for name in ("first", "second"):
        run = zhengmai("export", form, name, "--store", sample_store)
        assert (run.status, run.err) == (0, "")
        assert run.out.startswith(f"{name}: ")
    assert Path("first").read_bytes() == Path("second").read_bytes() != b""
    assert form in zhengmai("export", "--help").out


def test_a_document_is_exported_alone(zhengmai: Command, sample_store: Path) -> None:
    args = ("export", "nt", "one.nt", "--document", "171号", "--store", sample_store)
    assert zhengmai(*args).status == 0
    assert zhengmai("export", "nt", "all.nt", "--store", sample_store).status == 0
    one, whole = Path("one.nt").read_text("utf-8"), Path("all.nt").read_text("utf-8")
    assert set(one.splitlines()) < set(whole.splitlines())


def test_a_destination_that_exists_needs_force(zhengmai: Command, sample_store: Path) -> None:
    kept = Path("graph.nt")
    kept.write_text("留", "utf-8")
    args = ("export", "nt", kept, "--store", sample_store)
    zhengmai(*args).refuses(2, "graph.nt", "--force")
    assert kept.read_text("utf-8") == "留"
    assert zhengmai(*args, "--force").status == 0
    assert kept.read_text("utf-8").startswith("<")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["docs", "graph.docs"], "ttl, nt"),
        (["ttl", "missing/graph.ttl"], "missing"),
        (["ttl", "."], "is a folder"),
        (["ttl", "graph.ttl", "--document", "新政发〔2014〕68号"], "is held"),
        (["ttl", "graph.ttl", "--document", "九号"], "九号"),
        (["ttl"], "DEST"),
        ([], "FORMAT"),
    ],
)
def test_what_cannot_be_exported_leaves_nothing_behind(
    zhengmai: Command, sample_store: Path, args: list[str], said: str
) -> None:
    zhengmai("export", *args, "--store", sample_store).refuses(2, said)
    assert list(Path().iterdir()) == []


def test_a_site_is_written_in_the_language_that_is_asked_for(
    zhengmai: Command, sample_store: Path
) -> None:
    for lang, tag in (("zh", 'lang="zh-CN"'), ("en", 'lang="en"')):
        run = zhengmai("export", "site", lang, "--lang", lang, "--store", sample_store)
        assert (run.status, run.err) == (0, "")
        assert f"<html {tag}" in Path(lang, "index.html").read_text("utf-8")
    names = [sorted(p.name for p in Path(lang).rglob("*.html")) for lang in ("zh", "en")]
    assert names[0] == names[1]


def test_a_page_opens_in_the_language_that_is_asked_for(
    zhengmai: Command, sample_store: Path
) -> None:
    assert (
        zhengmai("export", "html", "en.html", "--lang", "en", "--store", sample_store).status == 0
    )
    assert '<html lang="en">' in Path("en.html").read_text("utf-8")
