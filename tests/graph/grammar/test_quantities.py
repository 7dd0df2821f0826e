from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.grammar.quantities import find_quantities


@pytest.mark.parametrize(
    ("phrase", "operator", "value", "unit"),
    [
        ("在我市城镇就业居住5年以上", "gteq", 5, "年"),
        ("连续居住满二年", "gteq", 2, "年"),
        ("年限要求不得超过2年", "lteq", 2, "年"),
        ("连续居住不少于6个月", "gteq", 6, "个月"),
        ("年满十八周岁", "gteq", 18, "周岁"),
        ("未满16周岁", "lt", 16, "周岁"),
        ("人均住房面积低于15平方米", "lt", 15, "平方米"),
        ("落户年限超过3年", "gt", 3, "年"),
        ("补助10万元以下", "lteq", 100_000, "元"),
        ("参保率达到95%以上", "gteq", 95, "%"),
        ("稳步保持在80%", "eq", 80, "%"),
        ("提高到45%", "eq", 45, "%"),
        ("不低于1,500元", "gteq", 1500, "元"),
        ("不超过1.5倍", "lteq", 1.5, "倍"),
        # shares in words: the normal form of statutes
        ("贷款不超过百分之70", "lteq", 70, "%"),
        ("同意的业主不低于百分之五十", "gteq", 50, "%"),
        ("加收千分之三以下", "lteq", 3, "‰"),
        ("征收不高于万分之五", "lteq", 5, "‱"),
        ("首付款比例不低于三成", "gteq", 30, "%"),
        ("死亡率不超过8‰", "lteq", 8, "‰"),
        # values in words
        ("注册资本不低于二千万元", "gteq", 20_000_000, "元"),
        ("投资超过一万三千元", "gt", 13_000, "元"),
        ("费用不超过两千四百五元", "lteq", 2450, "元"),
        ("载重不超过两吨半", "lteq", 2.5, "吨"),
        ("票价不超过四元五角", "lteq", 4.5, "元"),
        ("规模达到三万万元以上", "gteq", 300_000_000, "元"),
        ("工期不超过一个半月", "lteq", 1.5, "个月"),
        ("续展时限压缩至半个月以内", "lteq", 0.5, "个月"),
        ("连续工作三年半以上", "gteq", 3.5, "年"),
        # the number itself included
        ("面积超过90平方米（含90平方米）", "gteq", 90, "平方米"),
        ("入学不满6个月（含6个月）", "lteq", 6, "个月"),
        ("投资8000万元（不含）以下", "lt", 80_000_000, "元"),
        ("间距大于等于1.5米", "gteq", 1.5, "米"),
        ("含水率≤8%", "lteq", 8, "%"),
        # a rise or fall, a grant
        ("单位能耗降低16%", "eq", 16, "%"),
        ("每户补助10万元", "eq", 100_000, "元"),
        ("最高奖励20万元", "lteq", 200_000, "元"),
    ],
)
def test_a_limit_or_an_aim_is_a_measured_value(
    phrase: str, operator: str, value: float, unit: str
) -> None:
    (quantity,) = find_quantities(phrase, 0, len(phrase))
    assert (quantity.operator, quantity.value, quantity.unit) == (operator, value, unit)
    assert phrase[quantity.end - 1] == phrase[-1]


@pytest.mark.parametrize(
    "phrase",
    [
        "2018年10月15日",
        "三年生育过渡期政策",
        "两个指标",
        "第三方评估",
        # what is not understood is not read, and never a part of it
        "招收十几人以上",
        "超过30余家",
        "数十人以上",
        "三五年以上",
        "第三十人以上",
        "不超过若干万元",
        "产值同比增长16%",
        "占三分之二",
        "不少于三分之二",
        "不低于五成立案标准",
        "超过一百分之五",
        "降低16项",
        "财政补助3年",
    ],
)
def test_a_number_without_a_limit_is_none(phrase: str) -> None:
    assert not list(find_quantities(phrase, 0, len(phrase)))


@pytest.mark.parametrize(
    ("phrase", "aim"), [("稳步保持在80%", True), ("不得超过2年", False), ("居住5年以上", False)]
)
def test_an_aim_is_told_from_a_limit(phrase: str, *, aim: bool) -> None:
    (quantity,) = find_quantities(phrase, 0, len(phrase))
    assert quantity.aim is aim


@given(
    st.lists(st.sampled_from(["不得超过", "满", "5", "二", "万", "年", "%", "以上", "达到", ","]))
)
def test_any_mixture_gives_values_in_order_inside_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    end = 0
    for quantity in find_quantities(text, 0, len(text)):
        assert end <= quantity.start < quantity.end <= len(text)
        assert quantity.value >= 0
        end = quantity.end


@pytest.mark.parametrize(
    ("phrase", "values"),
    [
        ("分别不少于60万、40万、5万元", [600_000, 400_000, 50_000]),
        ("分别达到70%、50%", [70, 50]),
        ("分别压减至1个月和半个月", [1, 0.5]),
        ("分别奖励十几万、5万元", []),
    ],
)
def test_values_of_one_limit_have_a_turn_each(phrase: str, values: list[float]) -> None:
    found = list(find_quantities(phrase, 0, len(phrase)))
    assert [quantity.value for quantity in found] == values
    assert [quantity.turn for quantity in found] == list(range(1, len(values) + 1))


@pytest.mark.parametrize(
    ("phrase", "bounds"),
    [
        ("处一万元以上十万元以下罚款", [("gteq", 10_000, False), ("lteq", 100_000, True)]),
        ("18周岁以上、60周岁以下", [("gteq", 18, False), ("lteq", 60, True)]),
        ("满1年不足2年", [("gteq", 1, False), ("lt", 2, True)]),
        ("3人以下，面积5亩以上", [("lteq", 3, False), ("gteq", 5, False)]),
    ],
)
def test_the_other_bound_follows_the_first(
    phrase: str, bounds: list[tuple[str, float, bool]]
) -> None:
    found = find_quantities(phrase, 0, len(phrase))
    assert [(q.operator.value, q.value, q.follows) for q in found] == bounds
