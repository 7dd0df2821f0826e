import sys
from collections.abc import Callable

import pytest

from graph.errors import EmptySource, MissingExtra, NotADocument, SourceError, TooLarge
from graph.model import SourceText
from graph.sources import pdf, read_bytes
from tests.work import lines_run

Maker = Callable[..., bytes]

PICTURE = "q 500 0 0 700 50 50 cm /Im1 Do Q"


def hexed(text: str) -> str:
    return text.encode("utf-16-be").hex()


def test_text_is_read_from_top_to_bottom_whatever_the_order_of_drawing(pdf_of: Maker) -> None:
    page = [
        (112, 300, 16, "（二）促进有能力者落户。"),
        (112, 600, 16, "一、总体要求"),
        (112, 700, 22, "工作方案"),
    ]
    source = read_bytes(pdf_of(page), "x.pdf")
    assert source.text == "工作方案\n一、总体要求\n（二）促进有能力者落户。\n"
    assert source.media_type == "application/pdf"
    assert source.anchors[0].locator == "page=1&xywh=112,123,88,22"


def test_characters_beyond_the_basic_plane_are_whole(pdf_of: Maker) -> None:
    assert read_bytes(pdf_of([(112, 600, 16, "同意𠮷")]), "x").text.replace(" ", "") == "同意𠮷\n"


@pytest.mark.parametrize("matrix", ["0 1 -1 0", "0 -1 1 0", "-1 0 0 -1"])
def test_a_page_that_lies_on_its_side_is_read(pdf_of: Maker, matrix: str) -> None:
    a, b, c, d = (int(number) for number in matrix.split())
    first, second = (300 + 0, 400), (300 - 30 * c, 400 - 30 * d)
    drawn = "\n".join(
        f"BT /F1 16 Tf {matrix} {x} {y} Tm <{hexed(text)}> Tj ET"
        for (x, y), text in ((first, "第一行字"), (second, "第二行"))
    )
    assert a * d - b * c == 1
    assert read_bytes(pdf_of([], extra=drawn), "x").text.replace("\n", "") == "第一行字第二行"


def test_a_watermark_is_left_out_and_told(pdf_of: Maker) -> None:
    mark = f"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm <{hexed('内部资料')}> Tj ET"
    source = read_bytes(pdf_of([(112, 600, 16, "一、总体要求")], extra=mark), "x")
    assert source.text == "一、总体要求\n"
    assert [(w.code, "内部资料" in w.message) for w in source.warnings] == [("watermark", True)]


def test_pictures_of_pages_need_an_extra(pdf_of: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    with pytest.raises(MissingExtra, match=r"zhengmai\[ocr\]"):
        read_bytes(pdf_of([], extra=PICTURE), "x.pdf")


def test_a_page_that_is_a_picture_among_others_is_told(
    pdf_of: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    data = pdf_of([(112, 600, 16, "一、总体要求和基本原则")], [], extra=PICTURE)
    source = read_bytes(data, "x.pdf")
    assert source.text == "一、总体要求和基本原则\n"
    assert [(w.code, "2" in w.message) for w in source.warnings] == [("unread-pages", True)]


def test_a_blank_file_is_refused(pdf_of: Maker) -> None:
    with pytest.raises(EmptySource):
        read_bytes(pdf_of([]), "x")


@pytest.mark.parametrize("keep", [30, 300, 900, -200])
def test_a_truncated_file_is_refused(pdf_of: Maker, keep: int) -> None:
    with pytest.raises(SourceError, match=r"^x: "):
        read_bytes(pdf_of([(112, 600, 16, "一、总体要求")])[:keep], "x")


def test_garbage_after_the_signature_is_refused() -> None:
    with pytest.raises(NotADocument, match=r"^x: "):
        read_bytes(b"%PDF-1.7\n" + b"1 0 obj << " * 20_000, "x")


def test_a_page_with_too_many_characters_is_refused(
    pdf_of: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "LIMIT", 3)
    with pytest.raises(TooLarge):
        read_bytes(pdf_of([(112, 600, 16, "一二三四")]), "x")


def test_the_work_grows_with_the_text(pdf_of: Maker) -> None:
    def read(size: int) -> SourceText:
        pages = [
            [(80, 780 - 18 * n, 12, chr(0x4E00 + 40 * number + n) * 35) for n in range(40)]
            for number in range(size)
        ]
        return read_bytes(pdf_of(*pages), "x")

    assert len(read(2).text) > 2 * 40 * 35
    assert lines_run(lambda: read(8)) < 8 * lines_run(lambda: read(2))
