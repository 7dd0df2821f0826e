from __future__ import annotations

import pytest

from graph.extract.responsibilities.tails import find_lines, find_tails
from graph.model import Form, Role
from graph.normalise import normalise

LEAD, SUPPORT, JOINT, RESPONSIBLE = Role


def tails(text: str) -> list[tuple[str, Role]]:
    folded = normalise(text).text
    shares = [share for shares in find_tails(folded, 0, len(folded), "市") for share in shares]
    assert all(share.form is Form.TAIL for share in shares)
    return [(share.name.text, share.role) for share in shares]


@pytest.mark.parametrize(
    ("tail", "found"),
    [
        ("(市公安局牵头)", [("市公安局", LEAD)]),
        ("(市财政局牵头负责)", [("市财政局", LEAD)]),
        ("（商务部指导，供销合作总社参与）", [("供销合作总社", SUPPORT)]),
        (
            "（全国总工会、共青团中央、全国妇联等和各省级人民政府负责）",
            [
                ("全国总工会", RESPONSIBLE),
                ("共青团中央", RESPONSIBLE),
                ("全国妇联", RESPONSIBLE),
                ("各省级人民政府", RESPONSIBLE),
            ],
        ),
        ("(市公安局牵头,相关部门配合)", [("市公安局", LEAD), ("相关部门", SUPPORT)]),
        (
            "(市公安局牵头,相关部门按职责分工负责)",
            [("市公安局", LEAD), ("相关部门", JOINT)],
        ),
        (
            "(市发改委、财政局、住建局按职责分工负责)",
            [("市发改委", JOINT), ("财政局", JOINT), ("住建局", JOINT)],
        ),
        (
            "(市党委改革办牵头负责,农业局、国土资源局、卫计委等部门配合)",
            [
                ("市党委改革办", LEAD),
                ("农业局", SUPPORT),
                ("国土资源局", SUPPORT),
                ("卫计委", SUPPORT),
            ],
        ),
        (
            "(各乡镇(场)、街道、上库综合产业园区负责)",
            [
                ("各乡镇（场）", RESPONSIBLE),
                ("街道", RESPONSIBLE),
                ("上库综合产业园区", RESPONSIBLE),
            ],
        ),
        ("(市人社局、民政局按职责分工负\n\n  责)", [("市人社局", JOINT), ("民政局", JOINT)]),
        (
            "(责任单位:市公安局、市民政局)",
            [("市公安局", RESPONSIBLE), ("市民政局", RESPONSIBLE)],
        ),
        (
            "〔牵头单位：市级相关部门（单位）；配合单位：各区县人民政府〕",
            [("市级相关部门（单位）", LEAD), ("各区县人民政府", SUPPORT)],
        ),
        (
            "〔市级相关部门（单位）牵头、各区市县政府、园区管委会负责〕",
            [
                ("市级相关部门（单位）", LEAD),
                ("各区市县政府", RESPONSIBLE),
                ("园区管委会", RESPONSIBLE),
            ],
        ),
    ],
)
def test_a_tail_names_who_answers_and_how(tail: str, found: list[tuple[str, Role]]) -> None:
    assert tails(f"可在现居住就业地申请落户。{tail}") == found


@pytest.mark.parametrize(
    "text",
    [
        "本人及其配偶、子女、孙子女(外孙子女)和夫妻双方父母",
        "将户口迁回原籍或迁入就(创)业地。",
        "巴州中等职业(技术)、大中专院校",
        "租赁房屋(含实际居住地)的人员",
        "申请人应当对申报信息的真实性、完整性负责。",
        "总体设计、各县(市)负责的基本原则",
        "(国办发〔2016〕72号)",
        "(市公安局牵头",
    ],
)
def test_another_bracket_is_no_tail(text: str) -> None:
    assert tails(text) == []


def test_a_tail_is_quoted_with_its_brackets() -> None:
    text = "可以登记户口。（市公安局牵头）"
    ((share,),) = find_tails(text, 0, len(text), "市")
    assert text[share.start : share.end] == "（市公安局牵头）"
    assert text[share.name.start : share.name.end] == "市公安局"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "责任单位：福州市人民政府、平潭综合实验区管委会",
            [("福州市人民政府", RESPONSIBLE), ("平潭综合实验区管委会", RESPONSIBLE)],
        ),
        (
            "并向社会公布。牵头单位：市公安局。配合单位：市民政局",
            [("市公安局", LEAD), ("市民政局", SUPPORT)],
        ),
        ("加强管理。\n责任单位：各县（市、区）人民政府", [("各县（市、区）人民政府", RESPONSIBLE)]),
    ],
)
def test_a_line_of_its_own_names_who_answers(text: str, found: list[tuple[str, Role]]) -> None:
    shares = [share for shares in find_lines(text, 0, len(text), "省") for share in shares]
    assert [(share.name.text, share.role) for share in shares] == found
    assert all(share.form is Form.LINE for share in shares)


def test_a_label_in_the_middle_of_a_sentence_begins_no_line() -> None:
    text = "各地要公布责任单位：市公安局"
    assert not list(find_lines(text, 0, len(text), "市"))
