"""The questions that users really ask, answered from 库政办发〔2018〕171号 alone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph.answers.conditions import conditions, targets
from graph.answers.deadlines import deadlines
from graph.answers.gaps import Gap, gaps
from graph.answers.impact import impact
from graph.answers.lineage import lineage
from graph.answers.listing import stubs
from graph.answers.matrix import matrix
from graph.answers.norms import norms
from graph.answers.responsibility import responsibility
from graph.answers.rights import rights
from graph.answers.show import show
from graph.answers.stated import leaving_out
from graph.model import Form, NormKind, Role
from graph.references import find_agencies, find_reference

if TYPE_CHECKING:
    from graph.store import Store

PLAN = "库尔勒市推动非户籍人口在城市落户实施方案"
POLICE_LEADS = (
    "三（一）1",
    "三（一）2",
    "三（一）3",
    "三（一）4",
    "三（二）1",
    "三（二）2",
    "三（二）3",
    "四（十一）",
    "五（十五）",
)


def test_1_the_plan_implements_two_documents_and_rests_on_three(sample_store: Store) -> None:
    hops = lineage(sample_store, find_reference(sample_store, PLAN))
    own = [(hop.relation, hop.document) for hop in hops if not hop.via]
    assert own == [
        ("implements", "国办发〔2016〕72号"),
        ("implements", "新政办发〔2018〕20号"),
        ("basis", "新政发〔2014〕68号"),
        ("basis", "新政发〔2017〕124号"),
        ("basis", "巴政办发〔2018〕77号"),
    ]


def test_6_the_police_lead_nine_items(sample_store: Store) -> None:
    police = find_agencies(sample_store, "市公安局")
    duties = responsibility(sample_store, police, role=Role.LEAD)
    assert tuple(duty.provision for duty in duties) == POLICE_LEADS


def test_7_the_police_support_one_item_and_share_another(sample_store: Store) -> None:
    police = find_agencies(sample_store, "市公安局")
    duties = responsibility(sample_store, police)
    assert len(duties) == 11
    rest = [(duty.role, duty.provision) for duty in duties if duty.role != Role.LEAD]
    assert rest == [("support", "五（十三）"), ("joint", "五（十四）")]


def test_8_clause_4_4_has_three_bodies_by_remit_and_no_leader(sample_store: Store) -> None:
    clause = find_reference(sample_store, "四（四）")
    duties = responsibility(sample_store, None, document=clause, include_body=False)
    assert [(duty.as_written, duty.role) for duty in duties] == [
        ("市发改委", "joint"),
        ("财政局", "joint"),
        ("住建局", "joint"),
    ]
    assert [duty.agency for duty in duties] == [
        "库尔勒市发改委",
        "库尔勒市财政局",
        "库尔勒市住建局",
    ]
    assert Gap.NO_LEADER in {gap.gap for gap in gaps(sample_store, clause)}


def test_9_some_items_name_only_a_set_of_bodies(sample_store: Store) -> None:
    found = [gap for gap in gaps(sample_store) if gap.gap in {Gap.OPEN_SET, Gap.OPEN_LIST}]
    assert [(gap.provision, gap.words) for gap in found if gap.form == Form.TAIL] == [
        ("三（二）2", "相关部门"),
        ("四（六）", "农业局、国土资源局、卫计委"),
        ("四（八）", "相关部门"),
        ("四（十二）", "各乡镇(场)"),
        ("四（十二）", "街道"),
        ("五（十五）", "相关部门"),
    ]
    running = {(gap.provision, gap.words) for gap in found if gap.form == Form.BODY}
    # The post that every village has is a set too, where it is taken for a body at all.
    assert running - {("四（十二）", "村(社区)第一书记")} == {
        ("四（四）", "相关主管部门"),
        ("五（十五）", "有关部门"),
    }


def test_11_two_evaluations_and_a_plan_period_end_by_2020(sample_store: Store) -> None:
    found = deadlines(sample_store, before=dt.date(2020, 12, 31))
    assert [(due.term, due.date, due.provision) for due in found] == [
        ("2018年", dt.date(2018, 12, 31), "五（十四）"),
        ("“十三五”期间", dt.date(2020, 12, 31), "二"),
        ("2020年", dt.date(2020, 12, 31), "五（十四）"),
    ]
    both = [("库尔勒市发改委", "joint"), ("库尔勒市公安局", "joint")]
    assert [[(who.agency, who.role) for who in due.agencies] for due in found] == [both, [], both]


def test_12_three_clauses_say_only_soon_or_in_time(sample_store: Store) -> None:
    found = gaps(sample_store)
    vague = {(gap.provision, gap.words) for gap in found if gap.gap == Gap.VAGUE_DATE}
    assert vague == {("五（十五）", "尽快"), ("四（六）", "如期"), ("五（十四）", "及时")}
    undated = [gap.provision for gap in found if gap.gap == Gap.NO_DATE]
    assert undated == [
        "一",
        *POLICE_LEADS[:7],
        *(f"四（{item}）" for item in ["三", "四", "五", "七", "八", "九", "十", "十一", "十二"]),
        "五（十三）",
        "五（十六）",
    ]


def test_13_the_three_rights_are_protected_by_clause_4_6(sample_store: Store) -> None:
    found = rights(sample_store, "三权")
    assert {answer.right for answer in found} == {"土地承包权", "宅基地使用权", "集体收益分配权"}
    for answer in found:
        assert answer.collection == "三权"
        assert answer.holders == ("进城落户农民",)
        assert [clause.provision for clause in answer.clauses] == ["四（六）"]
        assert [(norm.kind, norm.quote) for norm in answer.norms][:1] == [
            (
                "prohibition",
                (
                    "不得强行要求进城落户农民转让其在农村的土地承包权、宅基地使用权、集体收益分配权,"
                    "或将其作为进城落户条件。"
                ),
            )
        ]
        assert [(who.as_written, who.role) for who in answer.agencies] == [
            ("市党委改革办", "lead"),
            ("农业局", "support"),
            ("国土资源局", "support"),
            ("卫计委", "support"),
        ]


def test_14_two_clauses_forbid(sample_store: Store) -> None:
    found = norms(sample_store, NormKind.PROHIBITION)
    assert [norm.provision for norm in found] == ["三（二）2", "四（六）"]


def test_15_who_may_register_must_have_lived_here_or_been_insured(sample_store: Store) -> None:
    with leaving_out(with_unproven=True):  # the rule of conditions states candidates
        found = [c for c in conditions(sample_store) if NormKind.PERMISSION in c.norms]
    assert [(c.provision, c.subject, c.operator, c.value, c.unit) for c in found] == [
        ("三（一）1", "在我市城镇就业居住", "gteq", 5, "年"),
        ("三（二）3", "连续居住", "gteq", 2, "年"),
        ("三（二）3", "参加社会保险", "gteq", 2, "年"),
    ]
    assert "农业转移人口" in found[0].groups


def test_16_returned_students_need_no_social_insurance(sample_store: Store) -> None:
    (norm,) = norms(sample_store, NormKind.EXEMPTION)
    assert norm.provision == "三（一）4"
    assert "不受合法稳定住所、合法稳定职业、参加城镇社会保险等其他条件的限制" in norm.quote
    (duty,) = responsibility(
        sample_store, None, document=find_reference(sample_store, norm.provision)
    )
    assert "留学归国人员" in duty.groups


def test_17_the_whole_plan_and_one_clause_hang_on_2014_68(sample_store: Store) -> None:
    found = impact(sample_store, find_reference(sample_store, "新政发〔2014〕68号"))
    assert [(i.scope, i.relation, i.heading, i.provision, i.provisions) for i in found] == [
        ("document", "basis", PLAN, "preamble", 28),
        ("clause", "cites", "强化政策效果", "五（十五）", 1),
    ]


def test_19_the_aim_is_eighty_per_cent(sample_store: Store) -> None:
    with leaving_out(with_unproven=True):
        (target,) = targets(sample_store)
    assert (target.subject, target.operator, target.value, target.unit) == (
        "全市户籍人口城镇化率",
        "eq",
        80,
        "%",
    )
    assert target.quote == "全市户籍人口城镇化率稳步保持在80%"


@pytest.mark.parametrize("ref", ["库政办发〔2018〕171号", "五（十五）", "市公安局", "土地承包权"])
def test_22_every_finding_has_its_words_and_its_rule(sample_store: Store, ref: str) -> None:
    text = _text(sample_store)
    told = [t for t in show(sample_store, find_reference(sample_store, ref)) if t.rule]
    assert told
    for each in told:
        assert text[each.start : each.end] == each.quote
        assert each.source == "库政办发〔2018〕171号"
        assert each.status == "candidate"


def test_23_five_cited_documents_are_not_held(sample_store: Store) -> None:
    found = stubs(sample_store)
    assert [(s.number, s.level, s.provisions, s.citations) for s in found] == [
        ("新政发〔2014〕68号", "省", 28, 2),
        ("国办发〔2016〕72号", "国", 28, 1),
        ("巴政办发〔2018〕77号", "市", 28, 1),
        ("新政办发〔2018〕20号", "省", 28, 1),
        ("新政发〔2017〕124号", "省", 28, 1),
    ]
    assert found[1].title == "国务院办公厅关于印发推动1亿非户籍人口在城市落户方案的通知"
    assert all(stub.title for stub in found)


def test_24_the_finance_bureau_has_duties_in_the_text_too(sample_store: Store) -> None:
    duties = responsibility(sample_store, find_agencies(sample_store, "市财政局"))
    assert [(d.provision, d.role, d.as_written, d.form) for d in duties] == [
        ("四（三）", "responsible", "市财政部门", "body"),
        ("四（三）", "lead", "市财政局", "tail"),
        ("四（四）", "joint", "财政局", "tail"),
    ]


def test_25_the_table_of_police_duties_has_eleven_rows(sample_store: Store) -> None:
    table = matrix(responsibility(sample_store, find_agencies(sample_store, "公安局")))
    assert table.agencies == ("库尔勒市公安局",)
    assert [(row.provision, row.roles) for row in table.rows] == [
        *((label, (("lead",),)) for label in POLICE_LEADS[:8]),
        ("五（十三）", (("support",),)),
        ("五（十四）", (("joint",),)),
        ("五（十五）", (("lead",),)),
    ]


def _text(store: Store) -> str:
    query = "SELECT ?text WHERE { ?version <http://www.w3.org/2011/content#chars> ?text }"
    (row,) = store.select(query)
    return row.one("text", str)
