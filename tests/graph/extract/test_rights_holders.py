"""Whose a right is by the whole phrase that names him, and by no part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract import rights

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # who is left out does not have it, the others do
        (
            "职工以外的其他人员因此生活困难的,由当地政府给予适当补助。",
            [("适当补助", "职工以外的其他人员")],
        ),
        ("职工因此生活困难的,由当地政府给予适当补助。", [("适当补助", "职工")]),
        # the enterprise, and not who founded it
        (
            "返乡人员创办的企业,招用应届毕业生的,按规定给予社会保险补贴。",
            [("社会保险补贴", "返乡人员创办的企业")],
        ),
        ("返乡人员创办企业的,按规定给予一次性创业补贴。", [("一次性创业补贴", "返乡人员")]),
        # the persons of a body
        (
            "应当保障派驻养老机构的医务人员薪酬待遇。",
            [("薪酬待遇", "医务人员")],
        ),
        (
            "将福利机构、救助机构中的教师和医护人员分别纳入评聘体系,并享受同等待遇。",
            [("同等待遇", "教师"), ("同等待遇", "医护人员")],
        ),
        ("维护企业的合法权益。", [("合法权益", "企业")]),
        # each his own
        (
            "保障常住人口公共服务权益和落户农村人口合法权益。",
            [("公共服务权益", "常住人口"), ("合法权益", "落户农村人口")],
        ),
        ("维护职工的知情权和参与权。", [("知情权", "职工"), ("参与权", "职工")]),
        (
            "由财政一次性给予二孩家庭2万元、三孩家庭3万元购房补贴。",
            [("购房补贴", "二孩家庭"), ("购房补贴", "三孩家庭")],
        ),
        (
            "对新认定的龙头企业和示范企业,分别给予10万元、5万元奖励。",
            [("奖励", "龙头企业"), ("奖励", "示范企业")],
        ),
        ("对龙头企业给予10万元奖励。", [("10万元奖励", "龙头企业")]),
        # a list whose parts share the last word
        (
            "对重病、重残和贫困家庭儿童参加医疗保险的个人缴费部分给予补贴。",
            [("补贴", "重病、重残和贫困家庭儿童")],
        ),
        # a case that stands for whoever it is
        (
            "以拍卖方式取得使用权的,可依法享有继承和转让的权利。",
            [("继承和转让", "以拍卖方式取得使用权的")],
        ),
        (
            "2022年10月1日起,出售自有住房后重新购买住房的,对其已缴纳的个人所得税予以退税优惠。",
            [("退税优惠", "出售自有住房后重新购买住房的")],
        ),
        # the heading of an article is no part of a name
        ("【服务便利】居住证持有人按照规定享受购票优惠。", [("购票优惠", "居住证持有人")]),
        ("少年儿童享受购票优惠。", [("购票优惠", "少年儿童")]),
        (
            "平等保护国有、民营、外资等各种所有制企业产权。",
            [("产权", "国有、民营、外资等各种所有制企业")],
        ),
        ("维护有关方面的合法权益。", [("合法权益", "有关方面")]),
        (
            "福利企业每安排1名残疾职工,并按规定缴纳社会保险费的,按月数给予补贴。",
            [("补贴", "福利企业")],
        ),
        (
            "具有本市户籍、且未享受其他补助的居民,按照本办法享受丧葬补贴。",
            [("丧葬补贴", "具有本市户籍、且未享受其他补助的居民")],
        ),
        (
            "对企业在新增岗位新招用失业人员的,提供社会保险补贴。",
            [("社会保险补贴", "企业")],
        ),
        (
            "对企业在岗位上新招用年内参加工作的失业人员,提供社会保险补贴。",
            [("社会保险补贴", "企业")],
        ),
        ("对企业招用的失业人员,给予交通补贴。", [("交通补贴", "失业人员")]),
        ("期满后被侵权人可以申请人民法院强制执行。", [("申请人民法院强制执行", "被侵权人")]),
        ("保障妇女在集体经济组织中的合法权益。", [("合法权益", "妇女")]),
        (
            "居住证持有人享有下列权利:(一)可以参加职业资格考试;(二)接受义务教育。",
            [("参加职业资格考试", "居住证持有人"), ("接受义务教育", "居住证持有人")],
        ),
        ("对家庭困难儿童,要落实教育资助政策。", [("教育资助政策", "家庭困难儿童")]),
        # the state has no lawful interests beside others
        ("不得损害国家利益或者他人合法权益。", [("合法权益", "他人")]),
    ],
)
def test_the_holder_is_whoever_the_whole_phrase_names(
    document_of: Callable[..., Document], text: str, found: list[tuple[str, str | None]]
) -> None:
    assert [(r.right, r.holder) for r in rights.find(document_of(text))] == found


@pytest.mark.parametrize(
    "text",
    [
        # an insurance is named by those for whom it is
        "缴费补助标准不变,同时享受城乡居民基本养老保险财政缴费补助。",
        # a bracket, the end of a longer case, and whom no name is read of
        "对跨区工程(含市属单位的查验工作)经费,市财政给予适当补助。",
        "凡签订劳动合同或录用为公务员、并在当地缴纳社保的人员,可享受购房补贴。",
        "对国际联合会官员、特邀贵宾的接待费给予一定补助。",
        "指导老师在教学期间由单位发给一定数额的带教津贴。",
        # what a matter is, and whoever 他们 are
        "住房救助是切实保障困难群众生存权的制度安排。",
        "组织志愿者提供服务,帮助他们维护合法权益。",
        # who gives, who was named before the case, and whom a longer phrase names
        "医院确有困难的,企业可以根据自身能力实行定额补贴,予以资金支持。",
        "若学生入学时家庭贫困,在校就读期间家庭脱贫的,继续享受资助。",
        "给企业减免租金的出租方缴纳房产税存在困难的,可申请免除房产税。",
        "对已发放的个人创业担保贷款,还款出现困难的,可申请展期还款。",
    ],
)
def test_nobody_is_entitled_whom_no_whole_phrase_names(
    document_of: Callable[..., Document], text: str
) -> None:
    assert [(r.right, r.holder) for r in rights.find(document_of(text))] == []
