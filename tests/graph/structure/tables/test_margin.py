"""Cells that the margin of a page breaks, and empty lines that stand between all lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.graph.structure.tables.conftest import Cells

    Read = Callable[[str], list[tuple[str, Cells]]]

MARGIN = 28
PARAGRAPH = (
    "各区政府要把保护水源摆在突出位置，健全责任体系，细化工作举措，明确完成时限，逐级压实责任，"
    "定期开展督查，及时通报情况，对落实不力的严肃追究责任，确保各项任务按期完成并取得实效。"
)
CELLS = (
    "序号", "工作任务", "牵头单位", "配合单位", "完成时限",
    "1", "划定饮用水水源保护区，设置界桩和警示标志，清理保护区内的违法建设，公布水质监测结果。",
    "市生态环境局",
    "市水利局、市自然资源局、市住房城乡建设局、市农业农村局、市卫生健康委、各区（开发区）政府",
    "2022年底前",
    "2", "开展清淤。", "市水利局", "市财政局、各区（开发区）政府", "长期",
)  # fmt: skip
ROWS = [
    ("1", list(zip(CELLS[1:5], CELLS[6:10], strict=True))),
    ("2", list(zip(CELLS[1:5], CELLS[11:15], strict=True))),
]


def broken(line: str) -> str:
    return "\n".join(line[at : at + MARGIN] for at in range(0, len(line), MARGIN))


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n　　"])
def test_cells_on_lines_are_read_whatever_stands_between_all_lines(
    between: str, rows_of: Read
) -> None:
    assert rows_of(between.join((PARAGRAPH, *CELLS))) == ROWS


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_cell_goes_on_behind_a_line_that_runs_to_the_margin(between: str, rows_of: Read) -> None:
    text = "\n".join(broken(line) for line in (*[PARAGRAPH] * 4, *CELLS))
    found = rows_of(text.replace("\n", between))
    assert [
        (number, [(heading, words.replace("\n", "")) for heading, words in cells])
        for number, cells in found
    ] == ROWS


def test_a_cell_that_fills_its_line_ends_where_a_number_or_a_time_follows(rows_of: Read) -> None:
    names = "市水利局、市财政局、市公安局、市城管局、园林局、各区政府"
    assert len(names) == MARGIN
    cells = (*CELLS[:7], "市生态环境局", names, *CELLS[9:])
    text = "\n".join(broken(line) for line in (*[PARAGRAPH] * 4, *cells))
    (first, _) = rows_of(text)
    assert dict(first[1])["配合单位"] == names
