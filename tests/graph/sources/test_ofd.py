from collections.abc import Callable

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


def test_entities_are_refused(zip_of: Maker) -> None:
    with pytest.raises(TooLarge, match=r"^x: "):
        read_bytes(zip_of({"OFD.xml": '<!DOCTYPE o [<!ENTITY a "a">]><OFD>&a;</OFD>'}), "x")


def test_too_many_pages_are_refused(ofd_of: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ofd, "_PAGES", 1)
    with pytest.raises(TooLarge):
        read_bytes(ofd_of([], []), "x")
