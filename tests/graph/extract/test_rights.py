from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph.extract import rights
from graph.model import Passage, Provision, ProvisionKind, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

FARMERS = "进城落户农民"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "不得强行要求进城落户农民转让其在农村的土地承包权、宅基地使用权、集体收益分配权。",
            [("土地承包权", FARMERS), ("宅基地使用权", FARMERS), ("集体收益分配权", FARMERS)],
        ),
        (
            "确保进城落户农民与当地城镇居民同等享有最低生活保障的权利。",
            [("最低生活保障", FARMERS)],
        ),
        ("保障进城落户农民子女平等享有受教育权利。", [("受教育权利", "进城落户农民子女")]),
        (
            "切实保障居住证持有人享有国家规定的各项基本公共服务和办事便利。",
            [("基本公共服务", "居住证持有人")],
        ),
        ("保障土地承包权。", [("土地承包权", None)]),
        ("维护受援人的合法权益。", [("合法权益", "受援人")]),
        ("不得侵害业主的知情权和监督权。", [("知情权", "业主"), ("监督权", "业主")]),
        ("教师享有休息权和休假权。", [("休息权", "教师"), ("休假权", "教师")]),
        ("将农业转移人口纳入城镇住房保障。", [("基本住房保障", "农业转移人口")]),
        ("符合条件的患者纳入医疗救助。", [("医疗救助", "患者")]),
        ("持证人可以申请公共租赁住房保障。", [("公共租赁住房保障", "居住证持有人")]),
        ("农户有权拒绝摊派。", [("拒绝摊派", "农户")]),
        ("任何单位和个人都有权举报。", [("举报", "任何单位和个人")]),
        # whoever is written, by the own words of holder and right
        ("消费者享有自主选择商品的权利。", [("自主选择商品", "消费者")]),
        ("牧民有权拒绝签订不公平的协议。", [("拒绝签订不公平的协议", "牧民")]),
        ("业主对共有部分享有共同管理的权利。", [("共同管理", "业主")]),
        ("公民的隐私权和个人信息受法律保护。", [("隐私权", "公民")]),
        ("切实保障女职工的休息权和平等就业权。", [("休息权", "女职工"), ("平等就业权", "女职工")]),
        ("保障残疾人平等参与社会生活的权利。", [("平等参与社会生活", "残疾人")]),
        ("落实职工带薪年休假权利。", [("带薪年休假权利", "职工")]),
        ("返乡农民工享受税收减免。", [("税收减免", "返乡农民工")]),
        ("申请人对决定不服的,有权申请行政复议。", [("申请行政复议", "申请人")]),
        ("军人凭有效证件优先购票,享受免费停车待遇。", [("免费停车待遇", "军人")]),
        ("被征地农民可自主选择货币安置。", [("自主选择货币安置", "被征地农民")]),
        ("就业困难人员可申请一次性创业补贴。", [("一次性创业补贴", "就业困难人员")]),
        ("残疾人持证免费乘坐公共汽车。", [("免费乘坐公共汽车", "残疾人")]),
        (
            "符合规定的孤儿和事实无人抚养儿童享受基本生活保障。",
            [("基本生活保障", "孤儿"), ("基本生活保障", "事实无人抚养儿童")],
        ),
        (
            "对因疫情影响导致生活困难的儿童,可以给予临时救助。",
            [("临时救助", "因疫情影响导致生活困难的儿童")],
        ),
        ("妇女享有与男子平等的权利。", [("与男子平等的权利", "妇女")]),
        (
            "保障乘客的合法权益和驾驶员的正当权益。",
            [("合法权益", "乘客"), ("正当权益", "驾驶员")],
        ),
        (
            "依法保障农(牧)民的土地(草场、林地)承包经营权和宅基地使用权。",
            [("土地承包经营权", "农牧民"), ("宅基地使用权", "农牧民")],
        ),
        (
            "中华人民共和国公民都有接受国防教育的权利和义务。",
            [
                ("接受国防教育", "中华人民共和国公民"),
            ],
        ),
        (
            "居住证持有人依法享受劳动就业,参加社会保险的权利。",
            [("劳动就业，参加社会保险", "居住证持有人")],
        ),
        ("保证农户承包权和基本住房权利前提下。", [("承包权", "农户"), ("基本住房权利", "农户")]),
        ("有下列行为的,司法人员有权提出控告。", [("提出控告", "司法人员")]),
        ("全面实行老年人免费乘坐公共汽车制度。", [("免费乘坐公共汽车", "老年人")]),
        ("抵押权人享有优先受偿的权利。", [("优先受偿", "抵押权人")]),
        ("公民、法人和其他组织有权举报。", [("举报", "公民、法人和其他组织")]),
        ("见义勇为人员优先享受住房待遇。", [("住房待遇", "见义勇为人员")]),
        ("对脱贫家庭子女给予学费补助。", [("学费补助", "脱贫家庭子女")]),
        (
            "企业从事出口贸易的,有权选择代理机构;符合规定的,享有进出口经营权。",
            [("选择代理机构", "企业"), ("进出口经营权", "企业")],
        ),
        (
            "不得以退出“三权”作为农民进城落户的条件。",
            [("土地承包权", "农民"), ("宅基地使用权", "农民"), ("集体收益分配权", "农民")],
        ),
        (
            "当事人享有陈述、申辩和听证的权利。",
            [("陈述权", "当事人"), ("申辩权", "当事人"), ("听证权", "当事人")],
        ),
    ],
)
def test_a_right_is_held_by_the_group_that_its_sentence_names(
    document_of: Callable[..., Document], text: str, found: list[tuple[str, str | None]]
) -> None:
    assert [(r.right, r.holder) for r in rights.find(document_of(text))] == found


def test_the_heading_names_the_holder_where_the_sentence_does_not(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(
        "(六)维护进城落户农民权益。确保如期完成土地承包权、宅基地使用权等确权登记颁证。"
    )
    assert [(r.right, r.holder, r.rule) for r in rights.find(document)] == [
        ("权益", FARMERS, "right.interests"),
        ("土地承包权", FARMERS, "right.in-provision"),
        ("宅基地使用权", FARMERS, "right.in-provision"),
    ]


def test_a_definition_names_the_holder_of_its_own_right(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(
        "土地承包经营权是法律赋予农户的用益物权,集体收益分配权是集体经济组织成员享有的财产权利。"
    )
    assert [(r.right, r.holder) for r in rights.find(document)][:2] == [
        ("土地承包经营权", "农户"),
        ("集体收益分配权", "农村集体经济组织成员"),
    ]


def test_a_sentence_that_neither_grants_nor_protects_states_no_right(
    document_of: Callable[..., Document],
) -> None:
    assert not list(rights.find(document_of("规范统计宅基地使用权的数量。")))


def test_the_field_of_a_department_in_a_list_is_no_right(
    document_of: Callable[..., Document],
) -> None:
    listed = "财政、科技和知识产权、发展改革等部门要密切配合,保障重点任务落实。"
    assert not list(rights.find(document_of(listed)))
    protected = "依法保护知识产权和商业秘密。"
    assert [r.right for r in rights.find(document_of(protected))] == ["知识产权"]


def test_every_member_of_the_three_rights_is_a_right_of_its_own(
    document_of: Callable[..., Document],
) -> None:
    document = document_of("进城落户农民依法享有土地承包权、宅基地使用权、集体收益分配权。")
    assert [document.quote(right.span) for right in rights.find(document)] == [
        "土地承包权",
        "宅基地使用权",
        "集体收益分配权",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "统筹发挥基本医疗保险、医疗救助功能。",
        "完善失业保险基金管理制度。",
        "骗取生育保险待遇的,依法处罚。",
        "申请人每参加一种基本养老保险满1年积1分。",
        "缴纳职工基本医疗保险满5年的流动人口。",
        "由住房保障主管部门负责审核。",
        "建立困难群众基本生活保障协调机制。",
        "行政机关有权查阅资料。",
        "建设知识产权监管平台。",
        "享受补贴的人员名单已公布。",
        "申请人不得重复享受购房补贴。",
        "海警机构有权检查船舶。",
        "由有权处理的机关依法处理。",
        "执法人员无权收缴物品。",
        "房屋所有权人应当办理登记。",
        "推进农村“三权分置”改革。",
        "持证人可以为其子女申请接受义务教育。",
        "解决随迁子女接受义务教育问题。",
        "损害国家利益和社会公共利益的,依法处理。",
        "完善社会保障卡管理制度。",
        "引导农业转移人口有序流转土地承包经营权。",
        "培育拥有自主知识产权的企业。",
        "审计机关依法独立行使审计监督权。",
        "依法保障其与市内居民同等的社会权益。",
    ],
)
def test_a_mention_entitles_nobody(document_of: Callable[..., Document], text: str) -> None:
    assert not list(rights.find(document_of(text)))


def test_the_lead_of_a_list_holds_for_its_items(document_of: Callable[..., Document]) -> None:
    document = document_of(
        "居住证持有人享有下列权益:\n(一)接受义务教育;\n(二)参加失业保险。", "第一条"
    )
    first, second = (document.folded.text.index(mark) for mark in ("（一）", "（二）"))
    places = (
        ("第一条", 0, first),
        ("第一条（一）", first, second),
        ("第一条（二）", second, len(document.folded.text)),
    )
    provisions = tuple(
        Provision(
            label, (label,), ProvisionKind.ITEM, "", index, 0,
            "第一条" if index else None, Span(0, 1), (Span(0, 1),),
        )
        for index, (label, *_) in enumerate(places)
    )  # fmt: skip
    passages = tuple(Passage(where, 0, start, end) for where, start, end in places)
    found = rights.find(replace(document, provisions=provisions, passages=passages))
    assert [(right.where, right.right, right.holder) for right in found] == [
        ("第一条（一）", "接受义务教育", "居住证持有人"),
        ("第一条（二）", "失业保险", "居住证持有人"),
    ]


def test_an_item_of_a_list_is_a_right_in_its_own_words(
    document_of: Callable[..., Document],
) -> None:
    document = document_of("志愿者享有下列权利:获得必要的培训;拒绝提供约定以外的服务。")
    assert [(right.right, right.holder, right.rule) for right in rights.find(document)] == [
        ("获得必要的培训", "志愿者", "right.in-list-words"),
        ("拒绝提供约定以外的服务", "志愿者", "right.in-list-words"),
    ]


def test_who_holds_a_right_does_not_hang_on_what_stands_around_the_words(
    document_of: Callable[..., Document],
) -> None:
    ways = (
        "{}享受购票优惠。",
        "凡符合条件的{},按规定享受购票优惠。",
        "{}凭有效证件在本市享受购票优惠。",
        "教师应当做好登记,{}依法享受购票优惠。",
        "{}与本市居民同等享受购票优惠。",
    )
    for holder in ("残疾人", "现役军人", "烈士遗属", "新就业形态劳动者", "渔民"):
        for way in ways:
            found = rights.find(document_of(way.format(holder)))
            assert [(r.right, r.holder) for r in found] == [("购票优惠", holder)], way
