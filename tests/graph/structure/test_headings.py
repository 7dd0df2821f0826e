from __future__ import annotations

from collections import Counter

import pytest

from graph.structure.provisions import build


def heading(text: str) -> str:
    """Return the heading of the first unit of a text."""
    return build(text, 0, len(text), "", Counter()).units[0].heading


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一、总体要求\n以人为本。", "总体要求"),
        ("一、\n总体要求\n以人为本。", "总体要求"),
        ("（一）\n加强河道管理。各区要明确责任。", "加强河道管理"),
        ("（三）加大财政支持力度。建立奖励机制。", "加大财政支持力度"),
        ("二、完善机制，压实责任（一）集中治理。全部完成。（二）合力攻坚。", "完善机制，压实责任"),
        ("6.积分申请可以挑选学校吗？\n答：可以任选其一。", "积分申请可以挑选学校吗"),
        ("（二）医疗救护组：负责救治伤员。", "医疗救护组"),
        ("三、工作要求\n各区要落实。", "工作要求"),
        ("三、演出场地及时间\n演出场地：文化广场。", "演出场地及时间"),
        ("（一）要切实加强组织领导。各区要明确分工。", "要切实加强组织领导"),
        ("（一）严禁乱占耕地。新建住宅用地要依法审批。", "严禁乱占耕地"),
        ("（二）推动企业依法纳税。税务部门要加强辅导。", "推动企业依法纳税"),
        ("（四）企业集中登记。允许一址多照。", "企业集中登记"),
        ("（五）部门联合惩戒。建立名单。", "部门联合惩戒"),
        ("（六）提供公平可及的服务。扩大覆盖面。", "提供公平可及的服务"),
        ("（七）落实负责人责任。逐级签订责任书。", "落实负责人责任"),
        ("4.身份证复印件\n5.户口簿", "身份证复印件"),
    ],
)
def test_a_phrase_heads_what_stands_below_it(text: str, words: str) -> None:
    assert heading(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "（一）各学校要加强管理。不得提前分流。",
        "（一）申请人须提交全部材料。材料不齐的一次告知。",
        "（二）考生电子档案是录取的主要依据。内容包括报名信息。",
        "（二）补贴对象为具有本市户籍的人员。由区民政局审核。",
        "（三）2021年6月底前制定结算政策。推动线上办理。",
        "（三）6月底前修订办法。推进共享。",
        "（四）无正当理由连续6个月以上闲置的，腾退住房。逾期的收取租金。",
        "（五）申请人提交下列材料：\n1.身份证；\n2.户口簿。",
        "（六）气象、水务等部门及时通报信息。建立台账。",
        "（七）教育部门负责学校消防安全。指导开展教育。",
        "（八）对成功创建省级中心的企业，给予50万元支持。资金由市财政承担。",
        "六、本方案自印发之日起实施，有效期5年。依据实施情况修订。",
        "（一）治理河道。",
        "（一）治理河道。（市水务局牵头，市农业农村局配合）",
        "（一）治理河道，",
        "（一）治理河道；",
    ],
)
def test_a_sentence_of_the_text_is_no_heading(text: str) -> None:
    assert heading(text) == ""


def test_the_items_of_an_article_are_its_text() -> None:
    text = "第九条 申请人应当：\n（一）具有户籍\n（二）居住证明。凭租赁合同。\n市住建局审核。"
    units = build(text, 0, len(text), "", Counter()).units
    assert [unit.heading for unit in units] == ["", "", "居住证明"]


def test_a_paragraph_that_closes_the_list_stands_below_no_item_of_it() -> None:
    text = "第九条 下列情形予以公告：\n（一）增加站点；\n（二）调整线路。\n公告由市交通局发布。"
    assert build(text, 0, len(text), "", Counter()).units[-1].heading == ""
