import io
import sys

import pytest

from graph.errors import MissingExtra, NotADocument, TooLarge
from graph.sources import read_bytes, scan

PNG = b"\x89PNG\r\n\x1a\n"


def picture(text: str) -> bytes:
    drawing = pytest.importorskip("PIL.ImageDraw", reason="the extra zhengmai[ocr] is missing")
    image_module = pytest.importorskip("PIL.Image")
    fonts = pytest.importorskip("PIL.ImageFont")
    image = image_module.new("RGB", (600, 120), "white")
    drawing.Draw(image).text((40, 30), text, "black", fonts.load_default(48))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def test_a_picture_needs_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    with pytest.raises(MissingExtra, match=r"x\.png: .*zhengmai\[ocr\]"):
        read_bytes(PNG, "x.png")


def test_characters_are_recognised_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("rapidocr", reason="the extra zhengmai[ocr] is not installed")
    monkeypatch.setattr(scan, "_SURE", 1.1)
    source = read_bytes(picture("2018 171"), "x.png")
    assert source.text.replace(" ", "").replace("\t", "") == "2018171\n"
    assert [warning.code for warning in source.warnings][:2] == ["recognised", "unsure"]
    assert source.anchors[0].locator.startswith("page=1&xywh=")


def test_damaged_and_huge_pictures_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("rapidocr", reason="the extra zhengmai[ocr] is not installed")
    with pytest.raises(NotADocument, match=r"^x\.png: "):
        read_bytes(PNG + b"damaged", "x.png")
    monkeypatch.setattr(scan, "_LONGEST", 100)
    with pytest.raises(TooLarge):
        read_bytes(picture("1"), "x.png")
