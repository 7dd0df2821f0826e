from __future__ import annotations

import pytest

from graph.extract.responsibilities.table import find_in_cell
from graph.grammar.columns import column_of
from graph.model import Cell, Form, Role

LEAD, SUPPORT, JOINT, RESPONSIBLE = Role


def shares(heading: str, words: str) -> list[tuple[str, str, Role]]:
    column = column_of(heading)
    assert column is not None
    result = []
    for share in find_in_cell(words, Cell(column, 0, len(words)), "市"):
        assert share.form is Form.TABLE
        assert words[share.name.start : share.name.end] == share.name.text
        result.append((share.name.text, share.name.full, share.role))
    return result


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("责任单位", RESPONSIBLE),
        ("责任部门", RESPONSIBLE),
        ("负责审核单位", RESPONSIBLE),
        ("核发部门", RESPONSIBLE),
        ("牵头单位", LEAD),
        ("主办单位", LEAD),
        ("配合单位", SUPPORT),
        ("协办部门", SUPPORT),
        ("牵头及配合单位", RESPONSIBLE),
    ],
)
def test_the_heading_of_a_column_gives_its_names_a_role(heading: str, role: Role) -> None:
    assert shares(heading, "市统计局、公安局") == [
        ("市统计局", "市统计局", role),
        ("公安局", "市公安局", role),
    ]


@pytest.mark.parametrize("mark", ["（牵头）", "（主责）", "（总牵头）"])
def test_where_one_is_marked_it_leads_and_the_others_support(mark: str) -> None:
    assert shares("责任单位", f"市公安局{mark}、市民政局") == [
        ("市公安局", "市公安局", LEAD),
        ("市民政局", "市民政局", SUPPORT),
    ]


def test_a_heading_lays_down_that_the_first_one_leads() -> None:
    assert shares("责任单位（列第一位的为牵头单位）", "市公安局、市民政局、市财政局") == [
        ("市公安局", "市公安局", LEAD),
        ("市民政局", "市民政局", RESPONSIBLE),
        ("市财政局", "市财政局", RESPONSIBLE),
    ]


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("市民政局（牵头）会同市财政局、有关部门", [LEAD, SUPPORT, SUPPORT]),
        ("市民政局会同市财政局", [RESPONSIBLE, SUPPORT]),
        ("牵头单位：市民政局；配合单位：市财政局、市公安局", [LEAD, SUPPORT, SUPPORT]),
    ],
)
def test_a_cell_may_tell_the_roles_itself(words: str, roles: list[Role]) -> None:
    assert [role for _, _, role in shares("责任单位", words)] == roles


def test_in_a_column_of_bodies_a_short_word_is_a_name() -> None:
    assert shares("牵头处室", "基层处，人事处") == [
        ("基层处", "基层处", LEAD),
        ("人事处", "人事处", LEAD),
    ]


@pytest.mark.parametrize("words", ["按职责分工，各负其责。", "2021年12月", "见附件2", "推动落实"])
def test_what_is_no_list_of_names_names_nobody(words: str) -> None:
    assert shares("责任单位", words) == []


@pytest.mark.parametrize("heading", ["重点任务", "完成时限", "备注", "单位"])
def test_other_columns_name_nobody(heading: str) -> None:
    assert shares(heading, "市公安局") == []
