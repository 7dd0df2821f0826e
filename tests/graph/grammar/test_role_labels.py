from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.grammar.role_labels import fields, is_contact, label_role
from graph.model import Role

LEAD, SUPPORT, _, RESPONSIBLE = Role


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("牵头单位", LEAD),
        ("牵头考核单位", LEAD),
        ("牵头督办部门", LEAD),
        ("市级牵头部门", LEAD),
        ("主办处室", LEAD),
        ("主责机关", LEAD),
        ("责任（牵头）单位", LEAD),
        ("配合单位", SUPPORT),
        ("协同部门", SUPPORT),
        ("会办单位", SUPPORT),
        ("协办科室", SUPPORT),
        ("支持单位", SUPPORT),
        ("其他参与单位", SUPPORT),
        ("成员单位", SUPPORT),
        ("配合单位（排名不分先后）", SUPPORT),
        ("责任处室", RESPONSIBLE),
        ("实施主体", RESPONSIBLE),
        ("督办单位", RESPONSIBLE),
        ("监管机关", RESPONSIBLE),
        ("考核部门", RESPONSIBLE),
        ("联系单位", RESPONSIBLE),
        ("责任单位（部门）", RESPONSIBLE),
        ("第一责任主体", RESPONSIBLE),
        ("牵头单位和配合单位", RESPONSIBLE),  # one list for both tells nobody's part
    ],
)
def test_the_first_word_of_a_label_tells_the_part_of_its_bodies(label: str, role: Role) -> None:
    assert label_role(label) is role


@pytest.mark.parametrize(
    "label",
    [
        "责任领导",
        "责任人",
        "牵头领导",
        "配合人员",
        "完成时限",
        "时间节点",
        "适用范围",
        "组织机构",
        "任务来源",
        "责任追究",
        "单位",
        "部门",
        "督导组组长",
        "实施步骤",
        "牵头",
    ],
)
def test_another_label_names_no_body(label: str) -> None:
    assert label_role(label) is None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "责任领导：王某；牵头处室：规划处；协同处室：办公室；进度要求：持续推进",
            [(None, "王某；"), (LEAD, "规划处；"), (SUPPORT, "办公室；"), (None, "持续推进")],
        ),
        (
            "时间安排：2023年第三季度，责任主体：各区政府",
            [(None, "2023年第三季度，"), (RESPONSIBLE, "各区政府")],
        ),
        # the marks between the fields are lost
        (
            "牵头单位：市林业局配合单位：市气象局完成期限：年底",
            [(LEAD, "市林业局"), (SUPPORT, "市气象局"), (None, "年底")],
        ),
        ("牵头：市林业局，配合：市气象局", [(LEAD, "市林业局，"), (SUPPORT, "市气象局")]),
        ("8：30至17：00", []),
    ],
)
def test_every_field_of_a_line_has_its_own_words(
    line: str, found: list[tuple[Role | None, str]]
) -> None:
    assert [(f.role, line[f.at : f.end]) for f in fields(line, 0, len(line))] == found


@given(st.text("牵头责任单位部门：；，、市局完成时限（）\n ", max_size=50))
def test_fields_are_pieces_of_their_line_in_order(line: str) -> None:
    end = 0
    for field in fields(line, 0, len(line)):
        assert end <= field.start < field.at <= field.end <= len(line)
        assert line[field.at - 1] == "："
        end = field.end


@pytest.mark.parametrize(
    ("line", "reachable", "contact"),
    [
        ("联系部门：市财政局预算处，电话：0571-12345678", True, True),
        ("承办单位：市水利局，邮箱：a@example.cn", True, True),
        ("主办单位：某市人民政府办公室 网站标识码：3301000001", True, True),
        ("责任单位：市水利局，联系人：李某", False, False),
        ("责任部门：某区政府办公室 发布时间：2015-07-08", False, True),
        ("主办单位：市水利局、市公安局", True, False),
    ],
)
def test_a_line_of_contact_is_told_from_a_line_of_duties(
    line: str, *, reachable: bool, contact: bool
) -> None:
    assert is_contact(line, 0, len(line), reachable=reachable) is contact
