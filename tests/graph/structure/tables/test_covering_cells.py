"""A heading over several columns, and the cell of a section beside or above its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.normalise import normalise
from graph.structure.tables import find_tables

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.graph.structure.tables.conftest import Cells

    Read = Callable[[str], list[tuple[str, Cells]]]

HEADINGS = ("重点任务", "", "", "牵头单位", "配合单位", "完成时限")
ROWS = (
    ("（一）保护水源", "1", "划定保护区。", "市生态环境局", "市水利局", "2022年"),
    ("（一）保护水源", "2", "清理违法建设。", "市住房城乡建设局", "各区政府", "2023年"),
    ("", "3", "公布水质情况。", "市生态环境局", "市卫生健康委", "2022年"),
    ("（二）治理河道", "4", "开展清淤。", "市水利局", "市财政局", "2024年"),
    ("", "5", "落实巡河制度。", "市河长办", "各区政府", "2022年"),
)  # fmt: skip
ANSWERING = [
    ("1", "市生态环境局", "市水利局"),
    ("2", "市住房城乡建设局", "各区政府"),
    ("3", "市生态环境局", "市卫生健康委"),
    ("4", "市水利局", "市财政局"),
    ("5", "市河长办", "各区政府"),
]


def present(row: tuple[str, ...]) -> list[str]:
    return [cell for cell in row if cell]


LAYOUTS = {
    "tabs": "\n".join("\t".join(row) for row in (HEADINGS, *ROWS)),
    "first cell missing": "\n".join("\t".join(row) for row in (HEADINGS, *map(present, ROWS))),
    "two blanks": "\n".join("  ".join(row) for row in (HEADINGS, *map(present, ROWS))),
    "lines": "\n".join(cell for row in (HEADINGS, *ROWS) for cell in present(row)),
    "nothing": "".join(cell for row in (HEADINGS, *ROWS) for cell in row),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_rows_have_their_own_numbers_where_one_heading_covers_three_columns(
    layout: str, rows_of: Read
) -> None:
    found = [
        (number, *(words for heading, words in cells if heading in ("牵头单位", "配合单位")))
        for number, cells in rows_of(LAYOUTS[layout])
    ]
    assert found == ANSWERING


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_section_that_is_printed_beside_each_of_its_rows_is_one(layout: str) -> None:
    text = LAYOUTS[layout]
    folded = normalise(text)
    (table,) = find_tables(folded, text, 0, len(folded.text))
    assert [label.printed for label in table.sections] == ["（一）", "（二）"]


def test_sections_of_other_names_with_the_same_numeral_are_two(rows_of: Read) -> None:
    text = LAYOUTS["tabs"].replace("（二）治理河道", "（一）治理河道")
    folded = normalise(text)
    (table,) = find_tables(folded, text, 0, len(folded.text))
    assert [label.printed for label in table.sections] == ["（一）", "（一）"]
    assert len(rows_of(text)) == len(ROWS)


def test_figures_beside_names_are_no_numbers_of_rows(rows_of: Read) -> None:
    """Amounts that do not count up head no row, though a column has no heading."""
    text = "项目\t\t责任单位\n清淤\t30\t市水利局\n绿化\t12\t市园林局\n照明\t45\t市城管局"
    assert [number for number, _ in rows_of(text)] == ["1", "2", "3"]
