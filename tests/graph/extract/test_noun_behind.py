from __future__ import annotations

import pytest

from graph.extract.measured import measured
from graph.grammar.sentences import clauses, sentences


def subjects(text: str) -> list[tuple[str, float, str]]:
    """Return what is measured in a text, with the words that state it."""
    found: list[tuple[str, float, str]] = []
    for whole in sentences(text, 0, len(text)):
        for value, _ in measured(text, list(clauses(text, whole.start, whole.end))):
            found.append((value.subject, value.quantity.value, text[value.start : value.end]))
    return found


@pytest.mark.parametrize(
    ("sentence", "subject", "quote"),
    [
        # a verb governs the number, and its object stands behind
        ("允许签订不超过5年的分期缴款协议。", "分期缴款协议", "签订不超过5年的分期缴款协议"),
        ("与其签订两年以上劳动合同的，", "劳动合同", "签订两年以上劳动合同"),
        ("签订2年以上期限的劳动合同，", "劳动合同期限", "签订2年以上期限的劳动合同"),
        ("须具有三年及以上的基层工作经历，", "基层工作经历", "具有三年及以上的基层工作经历"),
        ("配备有4年以上驾龄的专职司机，", "驾龄", "配备有4年以上驾龄"),
        ("载体应免费提供不少于20%的场地给毕业生使用，", "场地", "提供不少于20%的场地"),
        ("明确不少于3年的质量保修期限，", "质量保修期限", "不少于3年的质量保修期限"),
        # things are counted with their verb, and with what says how often or of what
        ("每个村至少配备一名网格员，", "每个村配备网格员", "每个村至少配备一名网格员"),
        ("应当每年至少组织两次应急演练。", "每年组织应急演练", "每年至少组织两次应急演练"),
        ("根据需要至少设置1处充电桩，", "设置充电桩", "根据需要至少设置1处充电桩"),
        (
            "编制过三项以上经批准的勘察报告（表）且无失信记录的，",
            "编制过经批准的勘察报告（表）",
            "编制过三项以上经批准的勘察报告（表）",
        ),
        ("同一艘船舶设定两项以上抵押权时，", "同一艘船舶设定抵押权", None),
        ("接触3例及以上的确诊病例，", "接触确诊病例", None),
        ("各乡镇至少开展1次专项抽查。", "各乡镇开展专项抽查", None),
        ("按照规定一次性给予3年以上的工作许可。", "工作许可", None),
        ("建立5年以上长周期考核机制，", "长周期考核机制", None),
        ("登记部门出具的满3年证明材料；", "登记部门出具的证明材料", None),
        ("须符合以下4项或4项以上指标，", "符合以下指标", None),
        ("实施20个投资五亿元以上项目，", "实施投资五亿元以上项目", None),
        ("推动4款以上侵入式、半侵入式产品上市，", "侵入式、半侵入式产品", None),
        ("租客可申请最长不超过3个月的过渡期。", "过渡期", None),
        # what is granted, also where the payer or the receiver stands before it
        ("县级财政给予最高不超过80万元的奖励。", "奖励", None),
        ("每个示范点给予50万元奖励。", "每个示范点奖励", None),
        ("给予展位费最高60%支持，", "展位费支持", None),
        ("对货主以外的承运人处运输费用一倍以上三倍以下的罚款。", "罚款", None),
        ("总额不超过4万元的创业补贴，", "创业补贴总额", None),
        ("上述群体10万元以下的创业贷款，", "上述群体创业贷款", None),
        ("每年从净收益提取不低于5%的资金；", "每年从净收益提取资金", None),
        ("从事4年以上相关工作，", "从事相关工作", None),
        ("为两个以上部门共同作出的决定，", "部门", None),
        # 每…, a share with 的, a preposition
        ("人均不低于2亩高标准农田，", "人均高标准农田", "人均不低于2亩高标准农田"),
        (
            "农村每个每年不低于1万元的运营补助，",
            "农村每个每年运营补助",
            "农村每个每年不低于1万元的运营补助",
        ),
        # a share of things, with what they are to do
        (
            "各地市至少60%的乡镇卫生院完成改造，",
            "各地市乡镇卫生院完成改造",
            "各地市至少60%的乡镇卫生院完成改造",
        ),
        ("要有不低于50%的比例返还给农户，", "返还给农户的比例", "要有不低于50%的比例返还给农户"),
        # what is given at that rate, also behind another limit
        ("由县财政按不超过租金的30%给予补贴，", "补贴", "不超过租金的30%给予补贴"),
        (
            "给予设备投入最高20%且不超过50万元的资金支持，",
            "资金支持",
            "投入最高20%且不超过50万元的资金支持",
        ),
    ],
)
def test_a_value_measures_the_noun_behind_what_governs_it(
    sentence: str, subject: str, quote: str | None
) -> None:
    first = subjects(sentence)[0]
    assert (first[0], first[2]) == (subject, quote or first[2])


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        # a noun before the number has the size, whatever stands behind
        ("建筑面积5000平方米以上的商场，", "建筑面积"),
        ("强化高度在80米以上住宅的防火设计，", "高度"),
        ("利用建筑面积800平方米以下的独栋厂房，", "建筑面积"),
        ("禁止销售厚度小于0.02毫米的地膜，", "地膜厚度"),
        ("建设用地面积超过100亩的项目，", "建设用地面积"),
        ("为营业收入超过3000万元的企业提供担保，", "营业收入"),
        ("总投资8000万元以上的项目，", "总投资"),
        # how long something is done or has been so
        ("连续居住满4年的人员，", "连续居住"),
        ("使用12年以上的电梯，", "使用"),
        ("对于用户越级跳闸2次以上的线路，", "用户越级跳闸"),
        ("严格执行首付款比例不低于40%，", "首付款比例"),
        ("自收到申请之日起无正当理由超过20日的，", "无正当理由"),
        ("诉求提速20%、平均办结率达97%，", "平均办结率"),
        ("年满65岁的父母，", "父母"),
        ("合并后的总费用如果不超过直接费用的20%，", "合并后的总费用"),
        ("每年组织机构对储存时间超过4年的物资检测，", "储存时间"),
        ("应在暂住地实际居住满二年，", "在暂住地实际居住"),
        ("把公开纳入考核且分值权重不低于5%，", "分值权重"),
        ("购买保障住房不满5年，", "购买保障住房"),
        ("持有《居住证》满二年的，", "持有《居住证》"),
        ("按照国家规定参加社会保险满三年的人员，", "按照国家规定参加社会保险"),
        ("禁止生产和使用厚度低于0.02毫米的薄膜，", "薄膜厚度"),
        ("65周岁及以上的户籍老年人，", "户籍老年人"),
        # a reach, and a value that only a verb follows
        ("学校两侧200米范围内的商户，", "学校两侧"),
        ("教育基金按照最高不超过销售收入的5%计征，", "教育基金"),
        # a label, a payer and an adverb are no part of it
        ("4.容纳80人以上的影剧院，", "容纳"),
        ("按居住证数量每份处100元以上300元以下罚款，", "每份罚款"),
        ("按居住证数量每份100元以上300元以下罚款，", "每份罚款"),
        ("今年统筹费一律不得超过人均收入的4%，", "统筹费"),
        ("因火灾造成直接经济损失500万元以上的，", "直接经济损失"),
    ],
)
def test_a_noun_that_has_a_size_is_measured_itself(sentence: str, subject: str) -> None:
    assert subjects(sentence)[0][0] == subject


@pytest.mark.parametrize("attribute", ["", "经批准的", "依法设立的"])
def test_an_attribute_does_not_change_what_is_counted(attribute: str) -> None:
    assert subjects(f"每县至少建设2所{attribute}托养中心，")[0][:2] == (
        f"每县建设{attribute}托养中心",
        2,
    )
