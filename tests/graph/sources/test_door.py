import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import EmptySource, NotADocument, SourceError, TooLarge
from graph.sources import door, read_bytes, read_source

LINE = "库政办发〔2018〕171号\n"


def test_a_name_keeps_no_folder(tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_bytes(LINE.encode("gbk"))
    source = read_source(path)
    assert (source.name, source.text, source.encoding) == ("通知.txt", LINE, "gb18030")
    assert source.media_type == "text/plain"


def test_the_hash_is_of_the_bytes() -> None:
    sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert read_bytes(b"abc", "x").sha256 == sha256


def test_content_and_not_the_suffix_tells_the_format(docx_of: Callable[..., bytes]) -> None:
    docx = docx_of("<w:p><w:r><w:t>一、总体要求</w:t></w:r></w:p>")
    assert read_bytes(docx, "方案.txt").text == "一、总体要求\n"
    page = "<html><body><p>一、总体要求</p></body></html>".encode()
    assert read_bytes(page, "方案.doc").text == "一、总体要求\n"


def test_markdown_is_left_as_it_is() -> None:
    text = (
        "**（四）全面放开**\n[首页](/index.htm) \\> 公开\n<table><tr><td>1</td></tr></table>\n完\n"
    )
    assert read_bytes(text.encode(), "x.md").text == text


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptySource),
        (b"{\\rtf1\\ansi text}", NotADocument),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x", NotADocument),
        (b"PK\x03\x04 no archive", NotADocument),
        (b"%PDF-1.7 no file", NotADocument),
        (b"\x7fELF\x02\x01\x01\x00", NotADocument),
    ],
)
def test_what_is_no_document_is_refused_by_name(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"^文件\.x: [^\n]+$"):
        read_bytes(data, "文件.x")


def test_an_archive_of_something_else_is_refused(zip_of: Callable[..., bytes]) -> None:
    with pytest.raises(NotADocument, match=r"zip"):
        read_bytes(zip_of({"data/readme.txt": "甲"}), "包.zip")


@pytest.mark.parametrize(
    ("kind", "told"),
    [("spreadsheet", r"电子表格.*spreadsheet"), ("text", r"OpenDocument 文件.*save it as DOCX")],
)
def test_an_opendocument_file_is_refused_as_what_it_is(
    zip_of: Callable[..., bytes], kind: str, told: str
) -> None:
    data = zip_of({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<a/>"})
    with pytest.raises(NotADocument, match=told):
        read_bytes(data, "表.ods")


def test_a_spreadsheet_is_refused_as_one(zip_of: Callable[..., bytes]) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "Workbook\0".encode("utf-16-le")
    for data, name in ((zip_of({"xl/workbook.xml": "<workbook/>"}), "表.xlsx"), (old, "表.xls")):
        with pytest.raises(NotADocument, match=r"电子表格.*spreadsheet"):
            read_bytes(data, name)


def test_a_file_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "LIMIT", 9)
    assert read_bytes(b"123456789", "x").text == "123456789"
    with pytest.raises(TooLarge, match=r"^x: "):
        read_bytes(b"1234567890", "x")


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "没有.txt"):
        with pytest.raises(SourceError, match=path.name):
            read_source(path)


def test_no_reader_of_a_format_is_imported_before_a_file_needs_it() -> None:
    code = (
        "import sys, graph.sources; "
        "print({'lxml', 'selectolax', 'pypdfium2', 'ofdkit', 'numpy'} & set(sys.modules))"
    )
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(  # noqa: S603 - the command is ours
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"
