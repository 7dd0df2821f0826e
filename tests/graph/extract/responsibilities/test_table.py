from __future__ import annotations

import pytest

from graph.extract.responsibilities.table import find_in_row
from graph.model import Cell, Form, Role, TableRow

LEAD, SUPPORT, _, RESPONSIBLE = Role


def shares(*cells: tuple[str, str]) -> list[tuple[str, str, Role]]:
    text, found = "", []
    for heading, words in cells:
        found.append(Cell(heading, len(text), len(text) + len(words)))
        text += words + "\t"
    row = TableRow("附件/1", 1, tuple(found))
    result = []
    for listed in find_in_row(text, row, "市"):
        for share in listed:
            assert share.form is Form.TABLE
            assert text[share.name.start : share.name.end] == share.name.text
            result.append((share.name.text, share.name.full, share.role))
    return result


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("责任单位", RESPONSIBLE),
        ("责任部门", RESPONSIBLE),
        ("牵头单位", LEAD),
        ("配合单位", SUPPORT),
    ],
)
def test_the_heading_of_a_column_gives_its_names_a_role(heading: str, role: Role) -> None:
    assert shares(("重点任务", "健全落户统计体系。"), (heading, "市统计局、公安局")) == [
        ("市统计局", "市统计局", role),
        ("公安局", "市公安局", role),
    ]


def test_a_column_a_role() -> None:
    assert shares(("牵头单位", "市公安局"), ("配合单位", "市民政局")) == [
        ("市公安局", "市公安局", LEAD),
        ("市民政局", "市民政局", SUPPORT),
    ]


@pytest.mark.parametrize("mark", ["（牵头）", "（主责）"])
def test_where_one_is_marked_it_leads_and_the_others_support(mark: str) -> None:
    assert shares(("责任单位", f"市公安局{mark}、市民政局")) == [
        ("市公安局", "市公安局", LEAD),
        ("市民政局", "市民政局", SUPPORT),
    ]


def test_other_columns_name_nobody() -> None:
    assert shares(("重点任务", "市公安局"), ("完成时限", "2018年")) == []
