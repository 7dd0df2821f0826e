from collections.abc import Callable
from itertools import pairwise

import pypdfium2
import pytest

from graph.sources import read_bytes
from graph.sources.pdf_strokes import strokes

Maker = Callable[..., bytes]

TEXTS = [
    (84, 740, 16, "附件一"),
    (84, 680, 16, "序号"), (150, 680, 16, "任务"), (360, 680, 16, "责任单位"),
    (84, 640, 16, "1"), (150, 650, 16, "拓宽落户通道和"), (150, 630, 16, "放宽条件"),
    (360, 640, 16, "市公安局"),
    (84, 600, 16, "2"), (360, 600, 16, "市教育局"),
    (84, 560, 16, "说明：无"),
]  # fmt: skip
YS, XS = (590, 620, 670, 700), (80, 140, 350, 500)
STROKED = "\n".join(
    [*(f"80 {y} m 500 {y} l S" for y in YS), *(f"{x} 590 m {x} 700 l S" for x in XS)]
)
FILLED = "\n".join([*(f"80 {y} 420 0.5 re f" for y in YS), *(f"{x} 590 0.5 110 re f" for x in XS)])
BOXES = "\n".join(
    f"{x} {y} {right - x} {top - y} re S" for y, top in pairwise(YS) for x, right in pairwise(XS)
)
SCALED = (
    "q 2 0 0 2 80 590 cm\n"
    + "\n".join(
        [
            *(f"0 {(y - 590) / 2} m 210 {(y - 590) / 2} l S" for y in YS),
            *(f"{(x - 80) / 2} 0 m {(x - 80) / 2} 55 l S" for x in XS),
        ]
    )
    + "\nQ"
)


@pytest.mark.parametrize("drawn", [STROKED, FILLED, BOXES, SCALED])
def test_a_ruled_table_is_read_row_by_row(pdf_of: Maker, drawn: str) -> None:
    source = read_bytes(pdf_of(TEXTS, extra=drawn), "x")
    assert source.text.splitlines() == [
        "附件一",
        "序号\t任务\t责任单位",
        "1\t拓宽落户通道和放宽条件\t市公安局",
        "2\t\t市教育局",
        "说明：无",
    ]
    place = next(each for each in source.anchors if each.span.of(source.text) == "市教育局")
    assert place.locator.startswith("page=1&xywh=350,222,150,3")


def test_strokes_are_told_by_their_ends(pdf_of: Maker) -> None:
    drawn = "80 590 m 500 590 l 500 700 l h S"
    with pypdfium2.PdfDocument(pdf_of([], extra=drawn)) as document:
        found = list(strokes(document[0]))
    assert found == [(80, 590, 500, 590), (500, 590, 500, 700), (80, 590, 500, 700)]


def test_shapes_that_are_only_filled_draw_no_lines(pdf_of: Maker) -> None:
    with pypdfium2.PdfDocument(pdf_of([], extra="80 590 200 100 re f")) as document:
        assert list(strokes(document[0])) == []
