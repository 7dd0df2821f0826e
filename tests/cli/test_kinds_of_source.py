"""Every command that reads files answers in every format about every kind of file."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, get_args

import pytest

from cli.options import Format
from tests.graph.sources import makers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.cli.conftest import Command

NUMBER = "湖政办发〔2019〕12号"
TITLE = "湖州市人民政府办公室关于印发落户方案的通知"
LINES = [
    TITLE,
    NUMBER,
    "各县人民政府，市府各部门：",
    "现将落户方案印发给你们，请认真执行。",
    "湖州市人民政府办公室",
    "2019年3月5日",
    "落户方案",
    "根据国办发〔2016〕72号文件，制定本方案。",
    "一、放宽条件",
    "（一）居住3年以上可以落户。（市公安局牵头）",
    "（二）2020年底前完成登记。（市民政局负责）",
]
DUTY = "市公安局牵头"


def _text(lines: Sequence[str]) -> bytes:
    return "\n".join(lines).encode()


def _html(lines: Sequence[str]) -> bytes:
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f"<!DOCTYPE html><html><body>{body}</body></html>".encode()


def _docx(lines: Sequence[str]) -> bytes:
    return makers.docx("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines))


def _pdf(lines: Sequence[str]) -> bytes:
    return makers.pdf([(80, 780 - 30 * n, 12, line) for n, line in enumerate(lines)])


def _ofd(lines: Sequence[str]) -> bytes:
    return makers.ofd([(30, 20 + 15 * n, 5.6, line) for n, line in enumerate(lines)])


MADE = {"txt": _text, "html": _html, "docx": _docx, "pdf": _pdf, "ofd": _ofd}


@pytest.fixture(params=[*MADE, "doc"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A notice in each kind of file; .doc is a real one, which nothing here can make."""
    kind: str = request.param
    if kind == "doc":
        pytest.importorskip("doc2docx", reason="the extra zhengmai[doc] is not installed")
        corpus: Path = request.getfixturevalue("corpus")
        return min(corpus.glob("*.doc"))
    path = tmp_path / f"notice.{kind}"
    path.write_bytes(MADE[kind](LINES))
    return path


@pytest.mark.parametrize("form", get_args(get_args(Format)[0]))
def test_every_command_that_reads_files_answers(
    zhengmai: Command, tmp_path: Path, file: Path, form: str
) -> None:
    store = tmp_path / "store"
    for command in (
        ("read", file),
        ("compare", file, file),
        ("compare", "--peers", file, file),
        ("stats", "--mentions", file),
        ("add", file, "--store", store),
        ("add", file, "--store", store),
    ):
        run = zhengmai(*command, "--format", form)
        beside = 1 if "--peers" in command else 0  # nothing of one document stands in line
        assert run.status in {0, beside}, command
        assert run.err in {"", "zhengmai: 没有找到\n" if beside else ""}, command
        if run.status == 0:
            _well_formed(run.out, form)
        if command[0] == "read" and file.stem == "notice":
            assert NUMBER in run.out
            assert TITLE in run.out
            assert DUTY in run.out


def _well_formed(out: str, form: str) -> None:
    assert out.endswith("\n")
    if form == "json":
        assert json.loads(out)
    elif form == "csv":
        heading, *rows = csv.reader(io.StringIO(out.removeprefix("\ufeff")))
        assert rows
        assert {len(row) for row in rows} == {len(heading)}
    elif form == "markdown":
        assert out.startswith(("| ", "# "))
    else:
        assert len(out.splitlines()) > 1


@pytest.mark.parametrize("kind", [kind for kind in MADE if kind != "txt"])
def test_a_finding_tells_its_place_in_the_file(
    zhengmai: Command, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / f"notice.{kind}"
    path.write_bytes(MADE[kind](LINES))
    duty, *_ = zhengmai("read", path, "--format", "json").json["responsibilities"]
    assert duty["locators"]
    rows = zhengmai("read", path, "--format", "csv", "--lang", "en").csv
    (row, *_) = (row for row in rows if row["kind"] == "responsibilities")
    assert row["place in the file"] == " ".join(duty["locators"])
