"""The straight lines that a PDF page draws: the rules of its tables are among them."""

from __future__ import annotations

import ctypes
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pypdfium2

_MOST: Final = 20_000  # points of all paths of a page; more are a drawing
_THIN: Final = 2.0  # points up to which a filled shape is a line

Stroke = tuple[float, float, float, float]  # left, bottom, right, top


def strokes(page: pypdfium2.PdfPage) -> Iterator[Stroke]:
    """Yield the straight lines of a page, stroked or filled, in the coordinates of the page."""
    points = 0
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1):
        points += max(pdfium.FPDFPath_CountSegments(item), 0)
        if points > _MOST:
            return
        fill, stroked = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(item, fill, stroked)
        for path in _paths(item):
            box = _around(path)
            if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
                yield box
            elif stroked.value:
                for corners in pairwise(path):
                    yield _around(corners)


def _paths(item: pypdfium2.PdfObject) -> Iterator[list[tuple[float, float]]]:
    """Yield the corners of each subpath; pdfium draws the side that closes one."""
    matrix = item.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    path: list[tuple[float, float]] = []
    for number in range(pdfium.FPDFPath_CountSegments(item)):
        segment = pdfium.FPDFPath_GetPathSegment(item, number)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and path:
            yield path
            path = []
        path.append(point)
    if path:
        yield path


def _around(points: Sequence[tuple[float, float]]) -> Stroke:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
