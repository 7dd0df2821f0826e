"""A document of one sentence, as the extractors meet it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.model import Document, Jurisdiction, Passage, SourceText, Span, TableRow, Work
from graph.normalise import normalise

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from graph.model import Cell

KORLA = Jurisdiction("652801", "库尔勒市")


@pytest.fixture
def document_of() -> Callable[..., Document]:
    """Put a sentence into one place of a document of 库尔勒市."""

    def make(
        text: str,
        where: str = "一",
        *,
        title: str = "库尔勒市推动非户籍人口在城市落户实施方案",
        place: Jurisdiction | None = KORLA,
        issued: dt.date | None = None,
        number: str | None = None,
        cells: tuple[Cell, ...] = (),
    ) -> Document:
        folded = normalise(text)
        source = SourceText(
            text=text, name="一.txt", media_type="text/plain", encoding="utf-8", sha256="0" * 64
        )
        return Document(
            source=source,
            number=number,
            title=title,
            issuer=None,
            date_issued=issued,
            jurisdiction=place,
            works=(Work(title, "document", Span(0, len(text))),),
            provisions=(),
            evidence={},
            folded=folded,
            passages=tuple(Passage(where, 0, cell.start, cell.end) for cell in cells)
            or (Passage(where, 0, 0, len(folded.text)),),
            rows=(TableRow(where, 0, cells),) if cells else (),
        )

    return make
