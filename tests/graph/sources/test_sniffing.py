import pytest

from graph.sources.sniffing import Format, declared_encoding, format_of, is_html


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", Format.PDF),
        (b"\n\n%PDF-1.4", Format.PDF),
        (b"PK\x03\x04\x14\x00", Format.ZIP),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", Format.OLE),
        (b"{\\rtf1\\ansi", Format.RTF),
        (
            b"From: <Saved by>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;",
            Format.MHTML,
        ),
        (b"\x89PNG\r\n\x1a\n", Format.IMAGE),
        (b"\xff\xd8\xff\xe0", Format.IMAGE),
        ("《%PDF》格式".encode(), Format.TEXT),
        (b"", Format.TEXT),
    ],
)
def test_the_first_bytes_tell_the_format(data: bytes, kind: Format) -> None:
    assert format_of(data) is kind


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html>\n<p>",
        "  <html xmlns:x>\n<p>甲",
        "<?xml version='1.0'?>\n<!-- 保存 -->\n<HTML>",
        "<p style='x'>各镇人民政府：</p><p>乙</p>\n",
        "<div class=wrap><table><tr><td>甲</td></tr></table></div>",
        "Warning: mysql_connect()\n<html><body>甲</body></html>",
    ],
)
def test_pages_and_fragments_are_html(text: str) -> None:
    assert is_html(text)


@pytest.mark.parametrize(
    "text",
    [
        "关于印发《<办法>》的通知",
        "<办法>",
        "<table><tr><td>1</td></tr></table>\n\n**一、总体要求**\n正文",
        "a <b> c",
        "",
    ],
)
def test_texts_with_marks_in_them_are_not(text: str) -> None:
    assert not is_html(text)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<META http-equiv=Content-Type content='text/html; charset=gb2312'>", "gb18030"),
        (b"<meta charset=GBK>", "gb18030"),
        (b"<p>charset=gbk", None),
        (b"", None),
    ],
)
def test_a_page_declares_its_encoding(head: bytes, encoding: str | None) -> None:
    assert declared_encoding(head) == encoding
