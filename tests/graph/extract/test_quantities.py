from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from graph.extract import quantities
from graph.model import Condition, Operator, Provision, ProvisionKind, Span, Target

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

GTEQ, LTEQ, EQ = Operator.GTEQ, Operator.LTEQ, Operator.EQ


def conditions(document: Document) -> list[tuple[str, Operator, float, str]]:
    return [
        (found.subject, found.operator, found.value, found.unit)
        for found in quantities.find(document)
        if isinstance(found, Condition)
    ]


def targets(document: Document) -> list[tuple[str, Operator, float, str]]:
    return [
        (found.measure, found.operator, found.value, found.unit)
        for found in quantities.find(document)
        if isinstance(found, Target)
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "对在我市城镇就业居住5年以上和举家迁徙的农业转移人口,",
            [("在我市城镇就业居住", GTEQ, 5, "年")],
        ),
        (
            "连续居住满二年和参加社会保险满二年,均可在我市申请落户。",
            [("连续居住", GTEQ, 2, "年"), ("参加社会保险", GTEQ, 2, "年")],
        ),
        (
            "落户条件中对参加城镇社会保险的年限要求不得超过2年。",
            [("落户条件中对参加城镇社会保险的年限要求", LTEQ, 2, "年")],
        ),
        ("落实自治区三年生育过渡期政策。", []),
        ("2018年组织开展中期评估。", []),
        # what is denied is turned around, or not read where no list has its words
        ("证件制发时间最长不能超过10个工作日。", [("证件制发时间", LTEQ, 10, "个工作日")]),
        ("新旧证的间隔时间不宜超过1个月。", []),
        (
            "造成3人以下死亡,或者1000万元以下直接财产损失。",
            [("死亡", LTEQ, 3, "人"), ("直接财产损失", LTEQ, 10_000_000, "元")],
        ),
        ("持证人按月缴纳职工社会保险费,每满1年积3分。", []),
        (
            "对营业收入首次突破100亿元、50亿元的企业给予资金奖补。",
            [("营业收入", Operator.GT, 10_000_000_000, "元")],
        ),
        ("积分累计达到30分的,可以申请入户。", [("积分", GTEQ, 30, "分")]),
        ("群众满意度低于90%的,予以通报。", [("群众满意度", Operator.LT, 90, "%")]),
        ("养老护理员特岗补贴每月最高可达500元。", [("养老护理员特岗补贴每月", LTEQ, 500, "元")]),
        ("支持金额不超过300万元/年。", [("支持金额", LTEQ, 3_000_000, "元/年")]),
        # a share that tells which ones, when, or at what rate
        (
            "网约车行驶里程达到60万千米时强制报废。行驶里程未达到60万千米但使用年限达到8年时,",
            [
                ("网约车行驶里程", GTEQ, 600_000, "千米"),
                ("行驶里程", Operator.LT, 600_000, "千米"),
                ("使用年限", GTEQ, 8, "年"),
            ],
        ),
        (
            "就业见习人员见习期满留用率达到60%以上(含60%)的,可申请认定为示范基地。",
            [("就业见习人员见习期满留用率", GTEQ, 60, "%")],
        ),
        (
            "每年对年度营业收入增速达到20%以上且增速排名在全市前3的企业,给予资金奖补。",
            [("年度营业收入增速", GTEQ, 20, "%")],
        ),
        (
            "申报价格比标定地价低20%以上或工业用地低于工业用地最低价的,市人民政府可优先购买。",
            [("申报价格比标定地价低", GTEQ, 20, "%")],
        ),
        ("满意度低于90%的要查找原因立即整改。", [("满意度", Operator.LT, 90, "%")]),
        (
            "对企业发生的公益性捐赠支出,在年度利润总额12%以内的部分,准予扣除。",
            [("在年度利润总额", LTEQ, 12, "%")],
        ),
        (
            "持有辖区内房产份额50%(含)以上的随迁子女派位优先。",
            [("持有辖区内房产份额", GTEQ, 50, "%")],
        ),
        (
            "拥有《厦门市土地房屋权证》(所有权份额所占比例不得低于50%)的房产。",
            [("所有权份额所占比例", GTEQ, 50, "%")],
        ),
        ("按研发投入的3%以上、最高给予200万元支持。", []),  # a share of it, not what it is
        (
            "在广州市依法缴纳个人所得税净入库税额累计达到10万元或以上(20分)。",
            [("在广州市依法缴纳个人所得税净入库税额", GTEQ, 100_000, "元")],
        ),
        ("对资产负债率超过65%的企业,其新增融资须报批。", [("资产负债率", Operator.GT, 65, "%")]),
    ],
)
def test_a_condition_has_a_subject_and_a_limit(
    document_of: Callable[..., Document],
    sentence: str,
    found: list[tuple[str, Operator, float, str]],
) -> None:
    assert conditions(document_of(sentence)) == found
    assert targets(document_of(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "全市户籍人口城镇化率稳步保持在80%。",
            ("全市户籍人口城镇化率", EQ, 80, "%"),
        ),
        ("到2020年,全国户籍人口城镇化率提高到45%。", ("全国户籍人口城镇化率", EQ, 45, "%")),
        ("基本养老保险参保率不低于95%。", ("基本养老保险参保率", GTEQ, 95, "%")),
        (
            "每所初中95%以上的生源由就近入学方式确定。",
            ("每所初中生源由就近入学方式确定", GTEQ, 95, "%"),
        ),
        ("食品工业产值突破1500亿元。", ("食品工业产值", Operator.GT, 150_000_000_000, "元")),
        ("在校生达到2000名的招生规模。", ("在校生", EQ, 2000, "名")),
        (
            "高峰时段公共汽电车平均运营时速达20公里/小时以上。",
            ("高峰时段公共汽电车平均运营时速", GTEQ, 20, "公里/小时"),
        ),
        ("到2022年,覆盖50%以上的社区卫生服务中心。", ("覆盖社区卫生服务中心", GTEQ, 50, "%")),
        ("按时办结率不低于95%。", ("按时办结率", GTEQ, 95, "%")),
    ],
)
def test_a_target_has_a_measure_and_an_aim(
    document_of: Callable[..., Document], sentence: str, found: tuple[str, Operator, float, str]
) -> None:
    assert targets(document_of(sentence)) == [found]
    assert conditions(document_of(sentence)) == []


def test_a_subject_begins_behind_what_goes_before_it(
    document_of: Callable[..., Document],
) -> None:
    sentence = "能按不低于20%的比例录用见习人员并与其签订一年以上劳动合同。"
    assert conditions(document_of(sentence)) == [
        ("录用见习人员的比例", GTEQ, 20, "%"),
        ("劳动合同", GTEQ, 1, "年"),
    ]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("到2020年65岁以上老年人健康管理率达到70%以上。", "65岁以上老年人健康管理率"),
        ("托育机构从业人员培训合格(持证)率达100%。", "托育机构从业人员培训合格（持证）率"),
        (
            "丘陵山区县(市、区)农作物耕种收综合机械化率达到55%。",
            "丘陵山区县（市、区）农作物耕种收综合机械化率",
        ),
    ],
)
def test_a_measure_keeps_its_attributes(
    document_of: Callable[..., Document], sentence: str, subject: str
) -> None:
    assert [measure for measure, *_ in targets(document_of(sentence))] == [subject]


def test_a_rate_that_a_rule_sets_is_a_condition(document_of: Callable[..., Document]) -> None:
    rate = "单户担保金额在500万元以上1000万元及以下的项目收取的担保费率"
    found = document_of(f"对{rate}原则上不超过1.2%;")
    assert (rate, LTEQ, 1.2, "%") in conditions(found)
    assert targets(found) == []


def test_what_is_joined_by_or_is_measured_by_itself(document_of: Callable[..., Document]) -> None:
    sentence = "与用人单位依法签订3年以上劳动合同或实际在用人单位工作满3年的,"
    assert [subject for subject, *_ in conditions(document_of(sentence))] == [
        "劳动合同",
        "实际在用人单位工作",
    ]


def test_a_list_before_a_number_is_not_measured_by_it(document_of: Callable[..., Document]) -> None:
    found = conditions(document_of("负责居住证(暂住证)、十六周岁以下流动人员登记凭证的管理。"))
    assert found == [("流动人员", LTEQ, 16, "周岁")]


@pytest.mark.parametrize(
    "sentence",
    [
        "目前,城区总人口已达480万人,主城区人口达350万人。",
        "最终消费支出占国内生产总值的比重连续11年保持在50%以上。",
        "当前全市可提供托位5916个,缺口达8372个。",
        "全省常住人口城镇化率已达到56%。",
        "预计到2035年60岁及以上人口占比达到30%。",
        "由市内作者完成二分之一以上篇幅并征得合作者书面同意的社会科学研究成果。",
    ],
)
def test_what_is_so_already_is_no_target(
    document_of: Callable[..., Document], sentence: str
) -> None:
    assert targets(document_of(sentence)) == []


def test_what_is_striven_for_is_a_target_beside_what_is_so(
    document_of: Callable[..., Document],
) -> None:
    sentence = "目前城镇化率已达45%,到2020年力争达到60%以上。"
    assert [value for *_, value, _ in targets(document_of(sentence))] == [60]


@pytest.mark.parametrize(
    ("heading", "values"), [("发展趋势", []), ("(二)面临的形势", []), ("发展目标", [24.9])]
)
def test_a_section_that_describes_has_no_targets(
    document_of: Callable[..., Document], heading: str, values: list[float]
) -> None:
    document = document_of("人口老龄化率达到24.9%,高于全国、全省平均水平。")
    whole = (Span(0, 1),)
    section = Provision("一", ("一",), ProvisionKind.LEVEL1, heading, 0, 0, None, whole[0], whole)
    document = dataclasses.replace(document, provisions=(section,))
    assert [value for *_, value, _ in targets(document)] == values


def test_a_quote_begins_with_its_subject(document_of: Callable[..., Document]) -> None:
    document = document_of("租赁房屋(含实际居住地)的人员,连续居住满二年和参加社会保险满二年,")
    assert [document.quote(found.span) for found in quantities.find(document)] == [
        "连续居住满二年",
        "参加社会保险满二年",
    ]


def test_a_title_states_no_target(document_of: Callable[..., Document]) -> None:
    assert not list(quantities.find(document_of("城镇化率提高到45%", "title")))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("未满16周岁的公民，由监护人陪同办理。", [("公民", Operator.LT, 16, "周岁")]),
        ("十八周岁以上的人，可以申请变更。", [("人", GTEQ, 18, "周岁")]),
        (
            "情节严重的，处二万元以上十万元以下罚款。",
            [("罚款", GTEQ, 20_000, "元"), ("罚款", LTEQ, 100_000, "元")],
        ),
        (
            "年龄18周岁以上60周岁以下的，可以报名。",
            [("年龄", GTEQ, 18, "周岁"), ("年龄", LTEQ, 60, "周岁")],
        ),
        ("将参保年限由3年以上放宽至1年以上。", [("参保年限", GTEQ, 1, "年")]),
        ("规划建设九年一贯制学校。", []),
        ("打造一支高素质队伍。", []),
        ("1165周岁及以上老年人健康管理率", []),
    ],
)
def test_a_condition_says_whose_or_what_it_is(
    document_of: Callable[..., Document],
    sentence: str,
    found: list[tuple[str, Operator, float, str]],
) -> None:
    assert conditions(document_of(sentence)) == found


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        # old and new words of another act, which an amending sentence quotes
        ("将第三条中的“不少于3人”修改为“不少于5人”。", []),
        ("第八条修改为“建筑高度超过50米的住宅”；", []),
        ("删去第四条中的“注册资本不低于100万元”。", []),
        # marks beside an amendment that quote no words of the act
        ("“创业贷款”额度不超过20万元，相关文件的规定予以修改。", [200_000]),
        ("将贷款额度由“小额”修改为大额，额度不超过30万元。", [300_000]),
    ],
)
def test_words_that_an_amendment_quotes_are_not_its_own(
    document_of: Callable[..., Document], sentence: str, values: list[float]
) -> None:
    assert [found.value for found in quantities.find(document_of(sentence))] == values


@pytest.mark.parametrize(
    ("sentence", "operators"),
    [
        ("造成3人以上 10人以下死亡的，为较大事故。", [GTEQ, LTEQ]),
        (
            "造成3人以上 10人以下死亡的，为较大事故。“以上”含本数，“以下”不含本数。",
            [GTEQ, Operator.LT],
        ),
        ("造成3人以上10人以下死亡的，本办法所称以上、以下均含本数。", [GTEQ, LTEQ]),
    ],
)
def test_below_is_without_the_number_where_the_text_says_so(
    document_of: Callable[..., Document], sentence: str, operators: list[Operator]
) -> None:
    found = conditions(document_of(sentence))
    assert [(subject, operator) for subject, operator, *_ in found] == [
        ("死亡", operator) for operator in operators
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "到2023年，每万人医生数达到4人以上，到2025年达到5人以上。",
            [("每万人医生数", GTEQ, 4, "人"), ("每万人医生数", GTEQ, 5, "人")],
        ),
        (
            "力争小麦、玉米机械化率分别达到98%、95%。",
            [("小麦机械化率", EQ, 98, "%"), ("玉米机械化率", EQ, 95, "%")],
        ),
        ("三年内建成50个智能车间和配套设施。", [("建成智能车间", EQ, 50, "个")]),
        ("新建20公里的健身步道。", [("新建健身步道", EQ, 20, "公里")]),
        ("将抵押登记办理时间压缩至5个工作日以内。", [("抵押登记办理时间", LTEQ, 5, "个工作日")]),
        ("2025年单位产值能耗降低13%。", [("单位产值能耗降低", EQ, 13, "%")]),
        (
            "到2025年，县道和乡村道列养比例分别不低于90%和85%。",
            [("县道列养比例", GTEQ, 90, "%"), ("乡村道列养比例", GTEQ, 85, "%")],
        ),
        (
            "到2025年，优质稻、油料种植基地面积分别达到20万亩、8万亩。",
            [("优质稻面积", EQ, 200_000, "亩"), ("油料种植基地面积", EQ, 80_000, "亩")],
        ),
        (
            "到2025年，氨氮和粉尘排放量较2020年分别下降12%、9%。",
            [("氨氮排放量下降", EQ, 12, "%"), ("粉尘排放量下降", EQ, 9, "%")],
        ),
        # who tells what is shared? none of the values is given to all
        ("到2025年，国家、自治区和校级创新项目分别达到5项、20项和40项。", []),
        (
            "到2025年，超20亿元的企业新增3家、超5亿元的新增9家。",
            [("超20亿元的企业", EQ, 3, "家"), ("超5亿元的企业", EQ, 9, "家")],
        ),
        ("到2025年，实现“森林覆盖率提高2个百分点”。", [("森林覆盖率提高", EQ, 2, "个百分点")]),
        ("全市85%以上农户完成改厕。", [("全市农户完成改厕", GTEQ, 85, "%")]),
        (
            "省级事项网办率不低于95%，市县级不低于80%。",
            [("省级事项网办率", GTEQ, 95, "%"), ("市县级事项网办率", GTEQ, 80, "%")],
        ),
    ],
)
def test_a_target_says_what_is_aimed_at(
    document_of: Callable[..., Document],
    sentence: str,
    found: list[tuple[str, Operator, float, str]],
) -> None:
    assert targets(document_of(sentence)) == found
