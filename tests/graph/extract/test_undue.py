"""A time in a part of a sentence that asks for nothing, or that is denied, is no deadline."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph.extract import deadlines
from tests.graph.chain import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


@pytest.mark.parametrize(
    "sentence",
    [
        # cases
        "申请人在决定作出前自愿撤回申请的，可以撤回。",
        "承租人独立经营，并定期向发包人上缴租金的，承租人应当纳税。",
        "因未定期组织演练的，由主管部门责令改正。",
        "12个月内累计获得两次表彰的，给予奖励。",
        "在本办法施行前已取得证书的，继续有效。",
        "在期满前交邮的视为在有效期内。",
        # denied
        "办事要求不能立即办理。",
        "不能及时清运的渣土，应当覆盖。",
        "对没有按时完成任务的县，减少补助。",
        "未按规定定期检测。",
        "因故未在规定期限内办结。",
        # aims, grounds, results, what is defined
        "为及时掌握进展，请各地报送材料。",
        "为贯彻关于持续开展“减证”行动的部署，制定本方案。",
        "根据保证税款及时入库的原则，确定征收方式。",
        "完善公告栏，使群众能够及时了解信息。",
        "应急调查，是指查清第一时间可以调用的物资。",
        "在按时足额支付的基础上，提高标准。",
        # attributes, abilities
        "落实有及时报告的义务。",
        "建立定期会商的工作机制。",
        "对6个月内仍未整改到位的机构，纳入名单。",
        "救援队伍基本实现2小时内到达现场。",
        # words cut across, names, places
        "突破授时及时钟同步技术。",
        "明确内容及时间要求。",
        "组织实施重点污染源限期治理。",
        "二十、污染源限期治理管理办法（2010年1月20日发布）",
        "在药品名称之前写出规格。",
        "在本办法施行前已通过审批的银行，由初审行核对。",
        "提供申请日前12个月内有效的缴费凭据。",
        "建立能胜任监测和及时处置疫情的队伍。",
        "加大政策定期宣讲力度。",
        "提出限期整改工作措施。",
        "按吸收存款额每天处以万分之五的罚息。",
        "移植后五年内的养护费用由建设单位承担。",
        "满负荷运行后，每年可节约用水10万吨。",
        "2019年11月，组织专家讨论，形成了修订草稿。",
        "建立定期向人大报告进展机制。",
        "由外汇局规定和调整每日交易价格的最大浮动幅度。",
        "开展“十二五”期间医改规划评估。",
        "“十二五”期间，精神卫生工作被列入规划。",
        "为企业提供及时的信贷服务。",
        "将药品按期回款情况作为考评内容。",
        "按月缴费期间的人员参加保险的费用。",
        "结合每年对平台的考核工作一并考核。",
        "在交付表决前，提案人要求撤回的，说明理由。",
        "随着城镇化持续推进，城市群迅猛发展。",
        "方便群众及时获取信息。",
        "制度主要包括：人员培训、定期比对监测等内容。",
        "每元面值的债券含用电指标每年两度。",
        "营商环境持续优化，治理能力增强。",
        # rates and bases
        "按照每年新发生业务的一定比例给予补贴。",
        "按其每月实际费用的60%给予补贴。",
        "全市企业数量比“十一五”末减少20%。",
        "“十四五”期间主要任务",
        # told
        "已有1万人按月足额领取生活费。",
        "我局将尽快提供宣传材料。",
        # how long a loan or a grant lasts
        "可申请展期还款，期限原则上不超过1年。",
        "补贴期限累计最长为三年。",
        # what happens if nobody does it
        "自收到文本之日起十五日内，未提出异议的，合同即行生效。",
        # of whom and of what
        "按月领取养老金的退休人员，标准调整为1210元。",
        "以后每年度发生的医疗费用限额为30万元。",
        "提供诊断证明和1年内治疗病历。",
        "将优抚对象定期抚恤金标准提高8.7%。",
        "补报数据的范围为1989年1月1日至2029年2月28日。",
        # qualities and places
        "建立信息共享、反应及时、运行高效的平台。",
        "提供准确、及时、有效的统计信息。",
        "名称前应冠以社会团体的名称。",
        # a number of years that ends in no year: 近三年内, 二年至五年内
        "近三年内进行过评级的公司可以豁免评级。",
        "取消其二年至五年内参加招标项目的投标资格。",
        # of which cases, years and things
        "出售住房后一年内，在同一城市重新购买住房的，可申请退还税款。",
        "“十一五”期间安排建设的公租住房，面向人才安排的比例不低于60%。",
        "2029年1月1日之前被认定为重要性银行的商业银行，应当满足要求。",
        # idioms, what is denied, what something is till then, and the print of a paper
        "将形成随时随地可用的宽带网络。",
        "未重新取得或者及时变更许可证而从事生产的，责令停产。",
        "急难个案得不到及时救助。",
        "参保人员因院前急救发生的费用由本人支付。",
        "试题在启用前属机密级事项。",
        "2029年8月5日印发",
    ],
)
def test_nothing_is_due_by_it(document_of: Callable[..., Document], sentence: str) -> None:
    assert not list(deadlines.find(document_of(sentence)))


@pytest.mark.parametrize(
    "sentence",
    [
        "申请人应当在决定作出前撤回申请。",
        "发包人应当定期收取租金，并登记。",
        "确需延期的，应当在12个月内申请。",
        "不得收费，并及时办理。",
        "不能办理的，应当及时告知。",
        "未完成的要在规定期限内办结。",
        "为企业及时提供融资服务。",
        "对发现的问题及时制定整改措施。",
        "按照方案要求及时报送材料。",
        "按期完成改革目标。",
        "督促失信机构限期整改。",
        "责令限期治理。",
        "确保能够及时处置。",
        "建立台账，定期会商。",
        "及时限制其经营活动。",
        "及时间接通知家属。",
        "在施工之前报告。",
        "应当在5日内连续公示三次。",
        "1年内不予受理其申请。",
        "及时提高办事效率。",
        "随时持续推进改革。",
        "及时将有关情况作为重点上报。",
        "每年两次开展检查。",
        "移植后五年内养护古树。",
        "每年可申请一次补贴。",
        "2019年11月，组织专家讨论，要形成了解情况的机制。",
        "确定专人，每日报告疫情的进展。",
        "全市“十二五”期间建成三座水库。",
        "应当包括下列工作，定期开展。",
        "加快审批系统持续优化，共享数据。",
        "在交付表决前，提案人应当提出要求，说明理由。",
        "结合实际每年对平台开展考核。",
        "每年开展一次检查，除每年检查外不得扰企。",
        "“十四五”期间建成三座水库。",
        "对已建成的项目，要定期维护。",
        "我局将通报各地情况，各地要及时报告。",
        "贷款审批时间不超过3个工作日。",
        "补贴办理时限不超过5个工作日。",
        "应当自收到文本之日起十五日内，提出审查意见。",
        "按月领取失业保险金。",
        "及时、足额发放补贴。",
        "应当进行全面、及时、公正的调查。",
        "给予一次性补贴，实施期限为2029年1月1日至12月31日。",
        "所担保的税款逾期的，责令缴纳的期限不得超过15日。",
        "申报日期为2029年1月1日至2029年2月28日。",
        "三年内完成普查。",
        "出售住房的，应当在一年内，到登记机构办理手续。",
        "“十四五”期间完成的任务要逐项落实。",
        "企业应当在启用前报备。",
        "2029年8月5日印发通知并召开会议。",
    ],
)
def test_a_lookalike_sets_a_time(document_of: Callable[..., Document], sentence: str) -> None:
    assert len(list(deadlines.find(document_of(sentence)))) >= 1


def test_a_report_sets_a_time_only_where_it_says_so(document_of: Callable[..., Document]) -> None:
    title = "关于第12号提案的答复"
    for sentence, expected in (
        ("持续推进停车场建设。", 0),
        ("要持续推进停车场建设。", 1),
        ("2020年底前建成停车场。", 1),
    ):
        document = document_of(sentence, title=title, issued=dt.date(2019, 5, 1))
        assert len(list(deadlines.find(document))) == expected


def test_a_quote_holds_the_bracket_that_opens_in_it(document_of: Callable[..., Document]) -> None:
    document = document_of("及时录入监管平台（以下简称平台）。")
    (found,) = deadlines.find(document)
    assert document.quote(found.span) == "及时录入监管平台（以下简称平台）"


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("每年度终了后，编制财务报告。", "每年度终了后，编制财务报告"),
        ("每年年终，初审行应当开展年审。", "每年年终，初审行应当开展年审"),
        ("委员会定期和根据需要，召开会议。", "委员会定期和根据需要，召开会议"),
        ("每年检查一次，并公布结果。", "每年检查一次"),
        ("在每年末召开的会议上，各区要述职。", "在每年末召开的会议上，各区要述职"),
        ("到2035年，以创新为牵引，建成航天港。", "到2035年，以创新为牵引，建成航天港"),
        ("到2035年，建成航天港，以港兴市。", "到2035年，建成航天港"),
        ("单位应当在规定时限内，报送落实情况。", "单位应当在规定时限内，报送落实情况"),
    ],
)
def test_a_quote_says_what_is_due(
    document_of: Callable[..., Document], sentence: str, quote: str
) -> None:
    document = document_of(sentence)
    assert [document.quote(each.span) for each in deadlines.find(document)] == [quote]


@pytest.mark.parametrize(
    ("sentence", "kind", "date"),
    [
        ("本批申报时间为发布之日起至2023年4月15日。", "period", "2023-04-15"),
        ("对口扶贫工作的期限延长至2027年。", "period", "2027-12-31"),
        ("继续享受优惠至2027年12月31日止。", "period", "2027-12-31"),
        ("中小企业预留份额的政策延续到2027年12月31日。", "period", "2027-12-31"),
        ("优惠政策执行至2027年底。", "period", "2027-12-31"),
        ("至2027年，森林面积达到2000亩。", "target", "2027-12-31"),
        ("到2027年，期限管理全面落实。", "target", "2027-12-31"),
    ],
)
def test_how_long_something_lasts_is_nothing_to_be_reached(
    document_of: Callable[..., Document], sentence: str, kind: str, date: str
) -> None:
    document = document_of(sentence, issued=dt.date(2019, 5, 1))
    assert [(str(f.kind), str(f.date)) for f in deadlines.find(document)] == [(kind, date)]


CRITERIA = """某省人民政府关于评选示范企业的通知
某政〔2030〕5号
各市人民政府：
一、申报条件
（一）每年均按时纳税。
（二）近两年每年研发投入增长。
二、申报程序
（一）每年3月向市局报送材料。
三、工作要求
（一）定期检查。
"""


def test_what_is_to_be_met_by_who_applies_is_no_duty_with_a_time() -> None:
    assert [each.where for each in read(CRITERIA, "notice.txt").deadlines] == [
        "二（一）",
        "三（一）",
    ]


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("应当自本通知公布之日起30日内报告。", "2018-11-14"),
        ("应当自印发之日起30日内报告。", "2018-11-14"),
        ("任何人可以自公布之日起30日内提出异议。", "None"),
        ("名单印发之日起30日内报告。", "None"),
    ],
)
def test_only_what_counts_from_the_issue_of_this_act_has_a_day(
    document_of: Callable[..., Document], sentence: str, date: str
) -> None:
    document = document_of(sentence, issued=dt.date(2018, 10, 15))
    assert [str(each.date) for each in deadlines.find(document)] == [date]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("本规定自一九八七年一月一日起实行。", ["effective"]),
        ("自一九八一年国务院决定实行这项政策以来，取得成效。", []),
        ("应于每年第一季度前制定计划。", ["recurring"]),
        ("第一季度前制定计划。", ["deadline"]),
    ],
)
def test_an_act_takes_effect_and_a_quarter_recurs(
    document_of: Callable[..., Document], sentence: str, kinds: list[str]
) -> None:
    document = document_of(sentence, issued=dt.date(2018, 10, 15))
    assert [str(each.kind) for each in deadlines.find(document)] == kinds


def test_the_heading_of_an_article_in_brackets_sets_no_time() -> None:
    text = (
        "某省检查办法\n某政〔2030〕5号\n第一条（定期检查）\n市局每年组织检查。\n"
        "第二条（施行）\n本办法自2031年1月1日起施行。\n"
    )
    found = read(text, "notice.txt").deadlines
    assert [str(each.kind) for each in found] == ["recurring", "effective"]
