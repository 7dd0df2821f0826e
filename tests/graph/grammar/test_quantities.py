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
    ],
)
def test_a_limit_or_an_aim_is_a_measured_value(
    phrase: str, operator: str, value: float, unit: str
) -> None:
    (quantity,) = find_quantities(phrase, 0, len(phrase))
    assert (quantity.operator, quantity.value, quantity.unit) == (operator, value, unit)
    assert phrase[quantity.end - 1] == phrase[-1]


@pytest.mark.parametrize(
    "phrase", ["2018年10月15日", "三年生育过渡期政策", "两个指标", "第三方评估"]
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
