from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph.extract import quantities
from graph.model import Condition, Provision, ProvisionKind, Span, Target

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

ISSUED = dt.date(2021, 3, 15)


def read(
    document: Document, heading: str = "", kind: ProvisionKind = ProvisionKind.LEVEL1
) -> tuple[list[tuple[str, float]], list[tuple[str, float]]]:
    """Return the targets and the conditions of a section with that heading."""
    whole = (Span(0, 1),)
    section = Provision("一", ("一",), kind, heading, 0, 0, None, whole[0], whole)
    document = dataclasses.replace(document, provisions=(section,), date_issued=ISSUED)
    found = list(quantities.find(document))
    targets = [(f.measure, f.value) for f in found if isinstance(f, Target)]
    return targets, [(f.subject, f.value) for f in found if isinstance(f, Condition)]


@pytest.mark.parametrize(
    ("sentence", "heading", "targets"),
    [
        # a time to reach it by, in the sentence or carried over a ；
        ("到2024年，每千名儿童配备医生不低于2人。", "", [("每千名儿童配备医生", 2)]),
        ("2022年底前，失业保险费率控制在1%以内。", "", [("失业保险费率", 1)]),
        (
            "到2024年，建成冷库12座；改造农贸市场30个。",
            "",
            [("建成冷库", 12), ("改造农贸市场", 30)],
        ),
        ("今后三年，服务老人5万人次。", "", [("服务老人", 50_000)]),
        ("力争每村护林员不少于2人。", "", [("每村护林员", 2)]),
        ("确保每年巡查次数不少于12次。", "", [("每年巡查次数", 12)]),
        ("“十四五”期间，发放种苗40万株。", "", [("发放种苗", 400_000)]),
        ("到2025年，探访率100%，户均节约800元。", "", [("探访率", 100), ("户均节约", 800)]),
        ("2023年完成造林30万亩。", "", [("完成造林", 300_000)]),
        ("力争三年内床位占比升至六成以上。", "", [("床位占比", 60)]),
        # a section of aims
        ("培训技能人才3000人。", "（二）工作目标", [("培训技能人才", 3000)]),
        ("森林蓄积量不低于900万立方米。", "主要指标", [("森林蓄积量", 9_000_000)]),
        # else the words say it
        ("高新技术企业数量增加到150家。", "", [("高新技术企业数量", 150)]),
        ("群众满意率不低于90%。", "", [("群众满意率", 90)]),
        ("新建8所幼儿园。", "", [("新建幼儿园", 8)]),
    ],
)
def test_what_is_striven_for_is_a_target(
    document_of: Callable[..., Document],
    sentence: str,
    heading: str,
    targets: list[tuple[str, float]],
) -> None:
    assert read(document_of(sentence), heading) == (targets, [])


@pytest.mark.parametrize(
    ("sentence", "heading", "conditions"),
    [
        # a modal word, a section of rules, a measure that rules set, a limit that is moved
        ("出租率不得低于60%。", "", [("出租率", 60)]),
        ("项目自有资金比例应达到30%以上。", "", [("项目自有资金比例", 30)]),
        ("近两年产品合格率不低于98%。", "申报条件", [("近两年产品合格率", 98)]),
        ("注册资本达到500万元。", "（一）准入条件", [("注册资本", 5_000_000)]),
        ("第二套住房首付比例不低于百分之四十。", "", [("第二套住房首付比例", 40)]),
        ("还款期限放宽至5年。", "", [("还款期限", 5)]),
        ("居住年限由4年降为2年。", "", [("居住年限", 2)]),
        ("转移人员2000人以上5000人以下的；", "", [("转移人员", 2000), ("转移人员", 5000)]),
        ("治理时间控制在30日以内。", "申报条件", [("治理时间", 30)]),
        ("年内要纳入考核，已经纳入的，所占权重不应低于5%。", "", [("所占权重", 5)]),
        ("按利用外资额的2%奖励，最高奖励金额可达800万元。", "", [("最高奖励金额", 8_000_000)]),
        ("养老机构可最多申报3个项目。", "", [("养老机构申报项目", 3)]),
        ("每人限报2个岗位。", "", [("每人限报岗位", 2)]),
        ("到2025年，给予最高不超过50万元奖励。", "", [("奖励", 500_000)]),
        ("对脱贫户给予每户3000元补贴。", "", [("补贴", 3000)]),
        ("满2年不满5年的，按半数计发。", "", [("满2年不满5年", 2), ("满2年不满5年", 5)]),
        ("保证金不得超过合同总价（含税）的百分之五。", "", [("保证金", 5)]),
        ("涉及三个以上部门的事项集体研究。", "", [("涉及部门", 3)]),
        ("鼓励仓库、厂房和建筑高度超过五十米的楼宇安装喷淋。", "", [("建筑高度", 50)]),
        # which ones, in the midst of aims too
        ("到2024年，营业收入达到2亿元的企业全部入库。", "发展目标", [("营业收入", 200_000_000)]),
        ("将居住满三年、有稳定工作的人员纳入保障。", "工作目标", [("居住", 3)]),
        # a distance and a number of people
        ("学校大门两侧100米范围内不得停车。", "", [("学校大门两侧", 100)]),
        ("常住人口超过30万的县设置分中心。", "", [("常住人口", 300_000)]),
    ],
)
def test_what_a_rule_sets_is_a_condition(
    document_of: Callable[..., Document],
    sentence: str,
    heading: str,
    conditions: list[tuple[str, float]],
) -> None:
    assert read(document_of(sentence), heading) == ([], conditions)


@pytest.mark.parametrize(
    ("kind", "is_target"), [(ProvisionKind.LEVEL1, True), (ProvisionKind.ARTICLE, False)]
)
def test_a_rate_in_an_article_is_a_rule(
    document_of: Callable[..., Document], kind: ProvisionKind, *, is_target: bool
) -> None:
    targets, conditions = read(document_of("抽检合格率不低于95%。"), "", kind)
    assert (bool(targets), bool(conditions)) == (is_target, not is_target)


def test_what_changes_a_value_aims_at_it_in_an_article_too(
    document_of: Callable[..., Document],
) -> None:
    found = read(document_of("床位占比提高到50%。"), "", ProvisionKind.ARTICLE)
    assert found == ([("床位占比", 50)], [])


def test_a_report_and_a_commendation_strive_for_nothing(
    document_of: Callable[..., Document],
) -> None:
    sentence = "保护财产达5亿元。"
    for title in ("某市2020年工作总结", "关于授予张三荣誉称号的决定"):
        assert read(document_of(sentence, title=title)) == ([], [])


def test_an_article_may_strive_by_a_time(document_of: Callable[..., Document]) -> None:
    found = read(document_of("到2025年回收率达到45%以上。"), "", ProvisionKind.ARTICLE)
    assert found == ([("回收率", 45)], [])


@pytest.mark.parametrize(
    ("sentence", "heading"),
    [
        ("近五年来，累计发放补贴超过3亿元。", ""),
        ("2019年建成冷库12座。", ""),
        ("培训技能人才3000人，就业率达到85%。", "二、主要成效"),
        ("截至2020年底，入住率达到80%。", ""),
        # a range has no one value, 一批 no number; what is a case of something else
        ("到2025年，创建30%-40%的村。", ""),
        ("打造一批特色街区。", "工作目标"),
        ("力争实现零投诉、零差错。", ""),
        # no limit, and nobody strives for it
        ("发放宣传册3000份。", ""),
        ("通知送达十五日后仍未履行。", ""),
        # two opinions are none that anybody strives for
        ("合议庭形成两种意见。", ""),
        # by when, and how much there is
        ("公民迁移的，农村在十日以内申报。", ""),
        ("一些地方辍学率高达12%。", ""),
    ],
)
def test_what_is_so_or_only_told_is_neither(
    document_of: Callable[..., Document], sentence: str, heading: str
) -> None:
    assert read(document_of(sentence), heading) == ([], [])


@pytest.mark.parametrize(
    ("sentence", "targets", "conditions"),
    [
        # a cap that is a share of something else, a score, what a rule sets from now on
        ("2022年起，学校招收借读生不超过招生计划的9%。", [], [("学校招收借读生", 9)]),
        ("当年建成特色楼宇2幢以上得10分。", [], [("建成特色楼宇", 2)]),
        ("账户规模统一由11%调整为8%。", [], [("账户规模", 8)]),
        ("项目原则上预付款比例不低于35%。", [], [("项目预付款比例", 35)]),
        # 当, 且…的, 对…的 and what may then be done tell a case, 可 a permission
        ("当单月同比涨幅达到4%，启动价格补贴机制。", [], [("单月同比涨幅", 4)]),
        ("合格率达到80%以上，且满意度达到90%的，可申请。", [], [("合格率", 80), ("满意度", 90)]),
        ("对吸纳残疾人就业达到职工总数20%以上的工坊，", [], [("吸纳残疾人就业", 20)]),
        ("对初次创办企业并带动2人以上就业，且经营满1年的，", [], [("带动就业", 2), ("经营", 1)]),
        ("营业收入同比下降30%以上的文旅企业，", [], [("营业收入同比下降", 30)]),
        ("占批复总投资15%以上的市属项目，", [], [("占批复总投资", 15)]),
        ("担保额可提高至800万元。", [], [("担保额", 8_000_000)]),
        ("2022年1月1日至2025年12月31日，缴费年限不低于1年。", [], [("缴费年限", 1)]),
        ("收购30%以上的股份的，应当公告。", [], [("收购股份", 30)]),
        ("2023年底前入驻的给予支持，最多支持3年。", [], [("支持", 3)]),
        ("到2025年，费率水平降低为不超过交易额的0.05%。", [], [("费率水平", 0.05)]),
        # but the same words of an aim
        ("到2025年，收益用于奖励的比例提高到不低于40%。", [("收益用于奖励的比例", 40)], []),
        ("到2025年，人均产值达到8万元（约折合1.2万美元）。", [("人均产值", 80_000)], []),
        ("到2025年，合格率达到80%以上，且覆盖面不低于90%。", [("合格率", 80), ("覆盖面", 90)], []),
        (
            "到2025年，全省达到能效标杆水平的企业比例超过30%。",
            [("全省达到能效标杆水平的企业比例", 30)],
            [],
        ),
        ("企业提交的材料减少60%以上。", [("企业提交的材料减少", 60)], []),
        ("到2025年，人均预期寿命达到79岁。", [("人均预期寿命", 79)], []),
        # no aim and no rule: what is past, reckoned, paid, or made up of parts
        ("到2019年底，普及率达到91%。", [], []),
        ("到2024年底，普及率达到91%。", [("普及率", 91)], []),
        ("参加劳动折算完成3株植树任务。", [], []),
        ("完成3万株植树任务。", [("完成植树任务", 30_000)], []),
        ("高龄产妇增加600元结算。", [], []),
        ("指标由服务质量、持续发展等4个方面的指标构成。", [], []),
        ("建设30家绿色工厂、5家企业建设零碳工厂。", [("建设绿色工厂", 30)], []),
    ],
)
def test_what_is_past_reckoned_or_capped_is_no_aim(
    document_of: Callable[..., Document],
    sentence: str,
    targets: list[tuple[str, float]],
    conditions: list[tuple[str, float]],
) -> None:
    assert read(document_of(sentence)) == (targets, conditions)


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("鼓励企业开拓市场，全年组织30场以上展会。", True),
        ("举办贸易对接活动300场以上。", True),
        ("补齐5000个以上乡镇健身场地器材。", True),
        ("筹集资金900亿元以上，支持交通建设。", True),
        ("应当筹集资金900万元以上。", False),
        # what is done so often, or by whom, and what tells which ones
        ("每年开展营商环境专题学习不少于1次。", False),
        ("每季度巡查探访2次以上。", False),
        ("应当组织3场以上展会。", False),
        ("对组织5场以上展会的机构，给予奖励。", False),
    ],
)
def test_so_many_things_to_be_made_are_an_aim_in_a_plan(
    document_of: Callable[..., Document], sentence: str, *, target: bool
) -> None:
    targets, _ = read(document_of(sentence))
    assert bool(targets) is target
