"""Files read in a process of their own: the same text, the same errors, and limits that hold."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from graph.errors import EmptySource, NotADocument, SourceError, TooLarge
from graph.sources import Confined, read_source
from tests.graph.sources import makers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = [(112, 700, 22, "工作方案"), (112, 600, 16, "一、总体要求")]
MARK = "BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm <5185> Tj ET"


@pytest.fixture
def reader() -> Iterator[Confined]:
    with Confined() as made:
        yield made


def pdf_that_draws_itself(path: Path) -> Path:
    """A page with a form that draws itself twice: each level has twice as many as the one above."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
            "/Resources << /XObject << /X 4 0 R >> >> >>"
        ),
        (
            "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] "
            "/Resources << /XObject << /X 4 0 R >> >> /Length 11 >>\nstream\n/X Do /X Do\nendstream"
        ),
        "<< /Length 5 >>\nstream\n/X Do\nendstream",
    ]
    path.write_bytes(makers.pdf_of_objects(objects))
    return path


def test_the_text_is_the_same_as_without(reader: Confined, tmp_path: Path) -> None:
    path = tmp_path / "方案.pdf"
    path.write_bytes(makers.pdf(PAGE, extra=MARK))
    assert reader.read(path) == read_source(path)
    assert reader.read(path).warnings
    assert reader.read(path).anchors


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"%PDF-1.7\n" + b"1 0 obj << " * 20, NotADocument),
        (makers.pdf([]), EmptySource),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", SourceError),
    ],
)
def test_the_errors_are_the_same_as_without(
    reader: Confined, tmp_path: Path, data: bytes, error: type[SourceError]
) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(data)
    with pytest.raises(error) as confined_error:
        reader.read(path)
    with pytest.raises(error) as own:
        read_source(path)
    assert str(confined_error.value) == str(own.value)


def test_what_is_no_pdf_starts_no_process(
    reader: Confined, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.sources.confined.subprocess.Popen", None)
    path = tmp_path / "x.txt"
    path.write_text("一、总体要求\n", encoding="utf-8")
    assert reader.read(path).text == "一、总体要求\n"
    with pytest.raises(SourceError, match="cannot be opened"):
        reader.read(tmp_path / "none.pdf")


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of memory is Linux's")
def test_a_file_that_takes_all_memory_is_refused_and_the_next_one_is_read(tmp_path: Path) -> None:
    good = tmp_path / "good.pdf"
    good.write_bytes(makers.pdf(PAGE))
    with Confined(memory=1 << 30, seconds=60) as reader:
        with pytest.raises(TooLarge, match=r"^bad\.pdf: .*more memory or time"):
            reader.read(pdf_that_draws_itself(tmp_path / "bad.pdf"))
        assert reader.read(good).text.startswith("工作方案")


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV])
def test_a_process_that_dies_takes_one_file_with_it(tmp_path: Path, number: int) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(makers.pdf(PAGE))
    with Confined() as reader:
        process = reader._started()  # noqa: SLF001 - its death is the point
        os.kill(process.pid, number)
        process.wait()
        with pytest.raises(TooLarge):
            reader.read(path)
        assert reader.read(path).text


def test_nothing_is_left_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(makers.pdf(PAGE))
    with Confined() as reader:
        reader.read(path)
        process = reader._process  # noqa: SLF001 - likewise
    assert process
    assert process.poll() is not None
