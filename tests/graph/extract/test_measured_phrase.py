from __future__ import annotations

import pytest

from graph.extract.measured import measured
from graph.grammar.sentences import clauses, sentences


def subjects(text: str) -> list[str]:
    """Return what the values of a text measure."""
    return [
        value.subject
        for whole in sentences(text, 0, len(text))
        for value, _ in measured(text, list(clauses(text, whole.start, whole.end)))
    ]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        # without what opens the clause or softens the limit
        ("当气价调整周期超过3年时，应当启动听证。", "气价调整周期"),
        ("但答复时间通常不得超过60日。", "答复时间"),
        ("审查期限可以延长至二十日。", "审查期限"),
        ("未经批准停止建设连续满2年的；", "未经批准停止建设"),
        ("资本充足比率自2025年1月1日起不得低于8%。", "资本充足比率"),
        ("房屋产权人变更为两个或两个以上时，", "房屋产权人"),
        ("由县财政全额拨款50万元以上的项目预算。", "县财政全额拨款"),
        # behind 将: what is moved
        ("区住建局将审批时限缩短至7个工作日。", "审批时限"),
        ("县级财政将每个乡镇补贴险种提高至6个。", "每个乡镇补贴险种"),
        # behind a share in words, and behind what a list has for others
        ("开发面积占总面积不足三分之一或者投资额占总额不足20%的；", "投资额占总额"),
        ("除距退休年龄不足3年的人员外，", "距退休年龄"),
        # an attribute of the noun behind: the clause before it is no part
        ("从单次答题正确率达到90%的参赛者中抽取。", "单次答题正确率"),
        ("合理满足单户授信总额500万元以上的企业需求。", "单户授信总额"),
        ("组织有关部门对闲置满2年的土地采取措施。", "闲置"),
        ("属闲置未满一年的土地，暂不收回。", "闲置"),
        ("现役军人、孕妇或者分娩未满1年的妇女不承担任务。", "分娩"),
        ("边界应当设置高度二百厘米以上的围挡。", "围挡高度"),
        ("发现体温≥37.3℃的旅客，", "旅客体温"),
        # behind the number: what is there, and not that it is
        ("至少有2名具有大专以上学历的技术人员负责管理。", "具有大专以上学历的技术人员"),
        ("在有四名以上公证员的公证机构设立窗口。", "公证员"),
        ("每年至少开展一次对县级机构的质控考核。", "每年开展质控考核"),
        ("可以责令暂停三个月以上一年以下执业活动；", "暂停执业活动"),
        ("年科普经费投入未达到30万元的县区，", "年科普经费投入"),
        ("对原疫区3周岁以下的幼牛进行检查。", "幼牛"),
        ("单位同一空间内二十人以上聚餐聚会一律取消，", "单位同一空间内聚餐聚会"),
        ("监督检查应当由3名以上检查人员进行。", "检查人员"),
        ("停车场有两个以上意向用地者的，", "停车场有意向用地者"),
        ("在期限内有连续5日以上法定休假日的，", "法定休假日"),
        ("5年及以上有效期的持证人，", "持证人有效期"),
        ("急诊处方一般不得超过3日用量；", "急诊处方用量"),
        ("采购人无正当理由超过20日不签订合同的，", "采购人无正当理由不签订合同"),
        ("允许执业满五年的医师参加考试。", "执业"),
        ("企业吸纳登记失业半年以上人员就业的，", "登记失业"),
        ("引进进出口额3亿元以上外贸企业5家，", "进出口额"),
        ("招引8亿元以上项目10个以上。", "项目"),
        ("给予研发投入最高15%且不超过500万元的资金支持；", "研发投入资金支持"),
        ("40%以上的养老院能够提供医疗服务。", "养老院能够提供医疗服务"),
        ("投诉人为三人以上的，推选代表。", "投诉人"),
        ("年度内救助金额累计最高不超过4万元。", "年度内救助金额"),
        ("居民健康素养到2025年达到25%。", "居民健康素养"),
        ("从名单中确定不少于三家的供应商，", "确定供应商"),
        ("名单进行不少于7日的公示后，", "公示"),
        ("没有违法所得或者违法所得不足二万元的，", "违法所得"),
        # by the topic of the clause before
        ("贴息利率以基准利率为准，原则上不超过3个百分点。", "贴息利率"),
        ("评审时限可适当延长，但最长不得超过30个工作日。", "评审时限"),
    ],
)
def test_the_phrase_is_told_from_the_clause_it_stands_in(sentence: str, subject: str) -> None:
    assert subjects(sentence)[0] == subject


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("当地居民居住满3年的，", "当地居民居住"),
        ("由来已久的纠纷超过5件的，", "由来已久的纠纷"),
        ("属地管理费用不超过3万元。", "属地管理费用"),
        ("从业人员不少于8人。", "从业人员"),
        ("对外投资额超过1亿元的企业，", "对外投资额"),
        ("将来用地面积不超过20亩。", "将来用地面积"),
        ("除尘设备投资额不低于10万元。", "除尘设备投资额"),
        ("缴纳社会保险费满1年的职工，", "缴纳社会保险费"),
        ("配偶或者子女在本市就业满3年的，", "配偶或者子女在本市就业"),
        ("不得少于100万元的采购项目，", "采购项目"),
    ],
)
def test_what_looks_like_the_end_of_a_clause_is_part_of_the_phrase(
    sentence: str, subject: str
) -> None:
    assert subjects(sentence)[0] == subject


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("注册资本不低于50万元。", "注册资本应当不低于50万元。"),
        ("审批时限缩短至5日。", "将审批时限缩短至5日。"),
        ("高度2米以上的围挡。", "应当设置高度2米以上的围挡。"),
        ("调整周期超过5年时，", "当调整周期超过5年时，"),
    ],
)
def test_the_clause_around_a_phrase_does_not_change_it(one: str, other: str) -> None:
    assert subjects(one) == subjects(other)
