from __future__ import annotations

import pytest

from graph.model import Column, ColumnKind
from graph.structure.tables.row_words import RowWords

TASK = Column("工作任务", ColumnKind.TASK)
LEADS, HELPS = Column("牵头单位", ColumnKind.AGENCY), Column("配合单位", ColumnKind.AGENCY)
TERM = Column("完成时限", ColumnKind.TERM)


def cells(words: str, *columns: Column) -> list[list[str]]:
    """Content, bodies and term of each sub-row."""
    found = RowWords(words, columns, frozenset()).read(0, len(words), last=False)
    return [
        [
            words[start:end]
            for start, end in (row.content, *row.lists, *([row.term] if row.term else []))
        ]
        for row in found
    ]


@pytest.mark.parametrize(
    ("words", "columns", "rows"),
    [
        ("建立机制市公安局、市民政局", (TASK, LEADS), [["建立机制", "市公安局、市民政局"]]),
        (
            "完成清淤市水利局市公安局、各区政府2021年12月底前",
            (TASK, LEADS, HELPS, TERM),
            [["完成清淤", "市水利局", "市公安局、各区政府", "2021年12月底前"]],
        ),
        (
            "完善制度2020年底前市水利局",
            (TASK, TERM, LEADS),
            [["完善制度", "市水利局", "2020年底前"]],
        ),
        (
            "修编规划市水利局2021年底开展督查市公安局每季度",
            (TASK, LEADS, TERM),
            [["修编规划", "市水利局", "2021年底"], ["开展督查", "市公安局", "每季度"]],
        ),
    ],
)
def test_a_row_is_content_then_bodies_and_a_term(
    words: str, columns: tuple[Column, ...], rows: list[list[str]]
) -> None:
    assert cells(words, *columns) == rows


@pytest.mark.parametrize(
    ("words", "columns"),
    [
        ("安排2", (TASK, LEADS)),  # the number belongs to the words
        ("市水利局", (TASK, LEADS)),  # no content before the bodies
        ("建立机制市公安局、", (TASK, LEADS)),  # the list goes on
        ("建立机制市公安局会同有关方面研究", (TASK, LEADS)),  # words behind it, and no column
    ],
)
def test_words_in_another_order_are_no_row(words: str, columns: tuple[Column, ...]) -> None:
    assert cells(words, *columns) == []
