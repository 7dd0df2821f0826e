"""Why an act is made, how a matter is looked at, and cases that name nobody give no right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract import rights

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


@pytest.mark.parametrize(
    "text",
    [
        # why an act is made
        "为了规范收费行为,维护消费者合法权益,根据有关法律,制定本办法。",
        "为保护承租人的合法权益,促进市场发展,结合本市实际,制定本条例。",
        "为切实保障女职工的休息权,现就有关事项通知如下:",
        "为依法惩治犯罪,切实维护当事人合法权益,特制定本规定。",
        # how a matter is looked at, and what a text tells
        "各地要从保障农民土地承包权、促进农村稳定的高度,充分认识这项工作的重要性。",
        "要从维护消费者合法权益的角度认识问题。",
        "该规范保护了受试者的合法权益。",
        "本办法所称基金,是指为了保障参保人员的社会保险待遇,依法筹集的资金。",
        # a case, and what another asks for
        "参保人员享受本市其他基本医疗保险待遇的,从次月起停止缴费。",
        "申请人的子女也可作为家庭成员共同申请限价商品住房。",
        # a transfer between budgets
        "对各地发放消费券的支出,省财政按照一定比例予以补助。",
        # who is only urged to give it
        "鼓励服务机构主动对接生产单位,为中小企业提供维权援助等免费服务。",
        "鼓励房地产企业给予购房农民折扣优惠。",
        # a policy that is carried out
        "落实企业社会保险费减免政策,引导企业挖掘岗位资源。",
        # a thing of nobody's
        "对土地利用效率高的适当给予优惠。",
    ],
)
def test_a_purpose_a_view_or_a_case_entitles_nobody(
    document_of: Callable[..., Document], text: str
) -> None:
    assert [(r.right, r.holder) for r in rights.find(document_of(text))] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a clause that directs, also behind an aim of its own
        ("维护消费者合法权益。", [("合法权益", "消费者")]),
        ("为保障职工合法权益,工会可以派员参加。", [("合法权益", "职工")]),
        ("切实维护消费者合法权益,制定具体措施。", [("合法权益", "消费者")]),
        ("从制度上保障农民的土地承包权。", [("土地承包权", "农民")]),
        ("参保人员按规定享受基本医疗保险待遇。", [("基本医疗保险", "参保人员")]),
        ("维护各方合法权益。", [("合法权益", "各方")]),
        # the state beside persons
        (
            "不得损害国家或者其他当事人的合法权益。",
            [("合法权益", "国家"), ("合法权益", "当事人")],
        ),
        # whoever the sentence names, where the case names nobody
        ("将养殖户纳入示范范围,对符合条件的给予补助。", [("补助", "养殖户")]),
        (
            "本市急需的骨干人才,凡在本市没有住房的,可申请租房补贴。",
            [("租房补贴", "骨干人才")],
        ),
        ("对当年跨省务工的给予一次性交通补助。", [("一次性交通补助", "当年跨省务工的")]),
        # who may still have it, where who held it has died
        ("参保人员死亡的,一次性发给丧葬补助费。", [("丧葬补助费", None)]),
        ("对参保人员的遗属发给丧葬补助费。", [("丧葬补助费", "遗属")]),
        # whom something is done for, and whom the doer only meets
        (
            "服务机构应当主动对接生产单位,为中小企业提供维权援助等免费服务。",
            [("免费服务", "中小企业")],
        ),
        ("本省户籍独生子女父母享受养老补贴。", [("养老补贴", "本省户籍独生子女父母")]),
    ],
)
def test_what_directs_entitles_whoever_the_sentence_names(
    document_of: Callable[..., Document], text: str, found: list[tuple[str, str | None]]
) -> None:
    assert [(r.right, r.holder) for r in rights.find(document_of(text))] == found
