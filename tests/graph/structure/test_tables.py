from __future__ import annotations

from graph.structure.lines import lines_of
from graph.structure.tables import find_rows, role_headings


def rows(text: str) -> list[tuple[str, dict[str, str]]]:
    return [
        (row.number, {cell.heading: text[cell.start : cell.end] for cell in row.cells})
        for row in find_rows(text, list(lines_of(text)))
    ]


def test_a_row_a_line_is_parted_by_tabs() -> None:
    text = (
        "序号\t重点任务\t责任单位\n"
        "1\t健全落户统计体系。\t市统计局、市公安局\n"
        "2\t强化审计监督。\t市审计局\n"
        "抄送：市委办公厅"
    )
    assert rows(text) == [
        ("1", {"序号": "1", "重点任务": "健全落户统计体系。", "责任单位": "市统计局、市公安局"}),
        ("2", {"序号": "2", "重点任务": "强化审计监督。", "责任单位": "市审计局"}),
    ]


def test_a_cell_a_line_is_read_by_the_stack_of_headings() -> None:
    text = "序号\n工作任务\n责任单位\n1\n健全落户统计体系\n市统计局\n2\n强化审计监督\n市审计局"
    assert rows(text) == [
        ("1", {"工作任务": "健全落户统计体系", "责任单位": "市统计局"}),
        ("2", {"工作任务": "强化审计监督", "责任单位": "市审计局"}),
    ]


def test_a_table_that_lost_its_separators_is_parted_by_its_numbers() -> None:
    text = (
        "序号工作任务责任单位1健全落户统计体系，准确反映指标变动状况。市统计局"
        "2强化审计监督，纳入跟踪审计范围。市审计局"
    )
    found = rows(text)
    assert [number for number, _ in found] == ["1", "2"]
    assert [cells["责任单位"] for _, cells in found] == ["市统计局", "市审计局"]


def test_text_without_a_column_for_who_answers_is_no_table() -> None:
    assert rows("序号\t名称\t金额\n1\t住房补贴\t1000\n2\t租赁补贴\t500") == []
    assert rows("一、总体要求\n以人的城镇化为核心。\n1. 农民工\n2. 学生") == []


def test_a_single_row_behind_stacked_headings_is_no_table() -> None:
    assert rows("序号\n工作任务\n责任单位\n1\n健全落户统计体系\n市统计局") == []


def test_the_columns_of_those_who_answer_are_known_by_their_headings() -> None:
    for heading in ("责任单位", "牵头单位", "配合单位", "责任部门"):
        assert role_headings().search(heading)
    assert role_headings().search("重点任务") is None
