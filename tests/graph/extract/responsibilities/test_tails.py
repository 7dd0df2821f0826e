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
        (
            "（责任单位：市委编办、国土局牵头，市住建局、农业局配合）",
            [("市委编办", LEAD), ("国土局", LEAD), ("市住建局", SUPPORT), ("农业局", SUPPORT)],
        ),
        (
            "（责任单位：市委编办牵头，市住建局）",
            [("市委编办", LEAD), ("市住建局", RESPONSIBLE)],
        ),
        (
            "（市残联牵头会市民政局、人社局办理）",
            [("市残联", LEAD), ("市民政局", SUPPORT), ("人社局", SUPPORT)],
        ),
        ("（市残联牵头，会同市民政局研究制定）", [("市残联", LEAD), ("市民政局", SUPPORT)]),
        ("（市残联牵头办理）", [("市残联", LEAD)]),
        (
            "（责任单位：市发改委、市协同创新中心）",
            [("市发改委", RESPONSIBLE), ("市协同创新中心", RESPONSIBLE)],
        ),
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
        # the part that a split leaves to the verb behind it
        (
            "（省外办牵头，宁波海关、省贸促会按职责分工配合）",
            [("省外办", LEAD), ("宁波海关", SUPPORT), ("省贸促会", SUPPORT)],
        ),
        (
            "（市林业局、市农业农村局分别牵头，各区按职责做好协助工作）",
            [("市林业局", LEAD), ("市农业农村局", LEAD), ("各区", SUPPORT)],
        ),
        ("（市科技协同创新中心牵头）", [("市科技协同创新中心", LEAD)]),
        (
            "（市教育局会同市卫生健康委、市残联负责）",
            [("市教育局", RESPONSIBLE), ("市卫生健康委", SUPPORT), ("市残联", SUPPORT)],
        ),
        ("（财政部商商务部负责）", [("财政部", RESPONSIBLE), ("商务部", SUPPORT)]),
        ("（财政部、商务部负责）", [("财政部", RESPONSIBLE), ("商务部", RESPONSIBLE)]),
        (
            "（市体育局为责任单位，市教育局为协同单位）",
            [("市体育局", RESPONSIBLE), ("市教育局", SUPPORT)],
        ),
        (
            "（张副县长牵头，县林业局、县财政局按职责分工负责）",
            [("县林业局", JOINT), ("县财政局", JOINT)],
        ),
        # fields of one bracket, each by itself
        ("（9月底完成，牵头考核单位：市林业局）", [("市林业局", LEAD)]),
        ("（牵头单位：市林业局；时间节点：9月底前）", [("市林业局", LEAD)]),
        ("（实施主体：各镇街；完成期限：2023年12月31日）", [("各镇街", RESPONSIBLE)]),
        ("（负责部门：市林业局；适用范围：全市）", [("市林业局", RESPONSIBLE)]),
        (
            "（主办单位：市林业局；协办单位：市气象局、市公安局；完成时间：2023年9月底前）",
            [("市林业局", LEAD), ("市气象局", SUPPORT), ("市公安局", SUPPORT)],
        ),
        (
            "（责任领导：赵某；牵头部门：市林业局；配合部门：市气象局；完成时限：年底）",
            [("市林业局", LEAD), ("市气象局", SUPPORT)],
        ),
        (
            "（完成时限：2023年；责任单位：市林业局、市气象局，持续推进）",
            [("市林业局", RESPONSIBLE), ("市气象局", RESPONSIBLE)],
        ),
        (
            "（责任单位：市林业局（牵头）、市气象局）",
            [("市林业局", LEAD), ("市气象局", SUPPORT)],
        ),
        ("（市林业局牵头；配合单位：市气象局）", [("市林业局", LEAD), ("市气象局", SUPPORT)]),
        (
            "（责任单位：市林业局 市气象局 市公安局）",
            [("市林业局", RESPONSIBLE), ("市气象局", RESPONSIBLE), ("市公安局", RESPONSIBLE)],
        ),
        (
            "（责任单位：市林业局，园区管委会（逗号前为牵头单位，下同））",
            [("市林业局", RESPONSIBLE), ("园区管委会", RESPONSIBLE)],
        ),
        (
            "〔责任单位：市林业局、东山新区管委会具体组织实施。以下均由东山新区管委会负责〕",
            [("市林业局", RESPONSIBLE), ("东山新区管委会", RESPONSIBLE)],
        ),
        # what follows 等 is no name, and those behind it are not lost
        (
            "（司法部、银保监会等国务院相关部门及各地区按职责分工负责）",
            [("司法部", JOINT), ("银保监会", JOINT), ("各地区", JOINT)],
        ),
        (
            "（国务院相关部门和单位及各地区负责）",
            [("国务院相关部门和单位", RESPONSIBLE), ("各地区", RESPONSIBLE)],
        ),
        ("（教育行政和物价等部门负责）", [("教育行政", RESPONSIBLE), ("物价", RESPONSIBLE)]),
        ("（住房和城乡建设等部门负责）", [("住房和城乡建设", RESPONSIBLE)]),
        ("（临江旗牵头）", [("临江旗", LEAD)]),
        (
            "（责任单位：省教育厅、省公安厅、省财政厅按照职责分工负责）",
            [("省教育厅", Role.JOINT), ("省公安厅", Role.JOINT), ("省财政厅", Role.JOINT)],
        ),
        (
            "（责任单位：省教育厅、省公安厅等部门按职责落实，各市县政府）",
            [
                ("省教育厅", Role.JOINT),
                ("省公安厅", Role.JOINT),
                ("各市县政府", Role.RESPONSIBLE),
            ],
        ),
        (
            "（牵头单位：省水利厅、省公安厅按职责分工负责）",  # 牵头 tells more
            [("省水利厅", Role.LEAD), ("省公安厅", Role.LEAD)],
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
        "（责任领导：李某，完成时限：9月底）",
        "（以上工作由专人负责，配合人员若干）",
        "（联系单位：市林业局办公室，联系电话：0571-12345678）",
        "（承办部门：基础教育处，邮箱：jjc@example.cn）",
        "（备注：责任到人；地点：市林业局）",
        "（申请人配合）",
        "（单位：万元）",
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
        (
            "牵头单位：省林业局\n成员单位：省气象局、省公安厅",
            [("省林业局", LEAD), ("省气象局", SUPPORT), ("省公安厅", SUPPORT)],
        ),
        (
            "会办单位：省林业局；督办单位：省政府督查室",
            [("省林业局", SUPPORT), ("省政府督查室", RESPONSIBLE)],
        ),
    ],
)
def test_a_line_of_its_own_names_who_answers(text: str, found: list[tuple[str, Role]]) -> None:
    shares = [share for shares in find_lines(text, 0, len(text), "省") for share in shares]
    assert [(share.name.text, share.role) for share in shares] == found
    assert all(share.form is Form.LINE for share in shares)


@pytest.mark.parametrize(
    "text",
    [
        "主办单位：某市人民政府办公室\n承办单位：某市信息中心\n网站标识码：3301000001",
        "联系单位：市林业局，电话：0571-12345678",
        "（责任单位：市林业局）",  # a bracket, which is a tail
    ],
)
def test_a_line_of_contact_or_of_a_page_is_none(text: str) -> None:
    assert not list(find_lines(text, 0, len(text), "市"))


def test_a_label_in_the_middle_of_a_sentence_begins_no_line() -> None:
    text = "各地要公布责任单位：市公安局"
    assert not list(find_lines(text, 0, len(text), "市"))


def test_whom_to_turn_to_below_a_signature_is_no_tail() -> None:
    assert tails("2020年1月8日\n（此件公开发布）\n（联系单位：市民政局）") == []
    assert tails("做好登记。（联系单位：市民政局）") == [("市民政局", RESPONSIBLE)]


def test_who_is_brought_in_behind_a_leader_has_one_part() -> None:
    assert tails("（市环保局牵头，会同市财政局落实）") == [
        ("市环保局", LEAD),
        ("市财政局", SUPPORT),
    ]
