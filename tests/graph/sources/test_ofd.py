import io
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest

from graph.errors import EmptySource, NotADocument, TooLarge
from graph.sources import ofd, read_bytes

Maker = Callable[..., bytes]

FULL = "为加快推进户籍制度改革提高城镇化水平现提出"


def test_text_is_read_page_by_page_with_its_place(ofd_of: Maker) -> None:
    pages = [(40, 80, 5.6, "各乡镇："), (40, 60, 7.0, "工作方案")], [(40, 60, 5.6, "二、措施")]
    source = read_bytes(ofd_of(*pages), "x.ofd")
    assert source.text == "工作方案\n各乡镇：\n二、措施\n"
    assert source.media_type == "application/ofd"
    assert [each.locator for each in source.anchors] == [
        "page=1&xywh=113,153,79,20",
        "page=1&xywh=113,213,63,16",
        "page=2&xywh=113,156,63,16",
    ]


def test_the_lines_of_a_paragraph_are_joined(ofd_of: Maker) -> None:
    page = [(28, 60 + 10 * n, 5.6, FULL) for n in range(4)]
    page.append((28, 100, 5.6, "如下意见。"))
    assert read_bytes(ofd_of(page), "x").text == f"{FULL * 4}如下意见。\n"


def test_a_file_without_text_is_refused(ofd_of: Maker) -> None:
    with pytest.raises(EmptySource):
        read_bytes(ofd_of([]), "x")


def test_a_file_without_document_is_refused(zip_of: Maker) -> None:
    with pytest.raises(NotADocument, match=r"^x: "):
        read_bytes(zip_of({"OFD.xml": "<OFD/>"}), "x")


@pytest.mark.parametrize("lost", [slice(50, 60), slice(200, 201), slice(-30, -9)])
def test_a_file_that_bytes_are_lost_of_is_refused(ofd_of: Maker, lost: slice) -> None:
    data = bytearray(ofd_of([(40, 60, 7.0, "工作方案")]))
    del data[lost]
    with pytest.raises(NotADocument, match=r"^x: "):
        read_bytes(bytes(data), "x")


@pytest.mark.parametrize(
    "box", ["nan nan nan nan", "0 0 210 nan", "0 0 inf 297", "0 0 0 0", "0 0 1e308 1e308", "0"]
)
def test_a_page_without_a_size_is_read_or_refused(zip_of: Maker, ofd_of: Maker, box: str) -> None:
    with zipfile.ZipFile(io.BytesIO(ofd_of([(40, 60, 7.0, "工作方案")]))) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    edited = {name: part.replace(b"0 0 210 297", box.encode()) for name, part in parts.items()}
    with suppress(NotADocument):
        assert read_bytes(zip_of(edited), "x").text == "工作方案\n"


@pytest.mark.parametrize("size", ["nan", "inf", "1e999"])
def test_a_text_without_a_size_ends_nothing(zip_of: Maker, ofd_of: Maker, size: str) -> None:
    page = [(40, 60, 7.0, "工作方案"), (40, 290, 5.6, "一、措施")]
    with zipfile.ZipFile(io.BytesIO(ofd_of(page))) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    edited = {
        name: part.replace(b'Size="5.6"', f'Size="{size}"'.encode()) for name, part in parts.items()
    }
    assert read_bytes(zip_of(edited), "x").text.startswith("工作方案")


def test_entities_are_refused(zip_of: Maker) -> None:
    with pytest.raises(TooLarge, match=r"^x: "):
        read_bytes(zip_of({"OFD.xml": '<!DOCTYPE o [<!ENTITY a "a">]><OFD>&a;</OFD>'}), "x")


def test_too_many_pages_are_refused(ofd_of: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ofd, "_PAGES", 1)
    with pytest.raises(TooLarge):
        read_bytes(ofd_of([], []), "x")
