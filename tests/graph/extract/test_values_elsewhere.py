"""What only looks like a bound or an aim, and bounds whose subject stands apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract import quantities
from graph.model import Condition

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


def found(document: Document) -> list[tuple[str, str, float]]:
    return [
        (
            each.subject if isinstance(each, Condition) else f"目标：{each.measure}",
            each.operator.value,
            each.value,
        )
        for each in quantities.find(document)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # both bounds, the upper one in words that include the number
        (
            "家庭年人均收入高于9000元、低于或等于15000元的，系数为0.7。",
            [("家庭年人均收入", "gt", 9000), ("家庭年人均收入", "lteq", 15000)],
        ),
        ("人均收入高于或者等于2万元的家庭，不予补贴。", [("人均收入", "gteq", 20000)]),
        ("人均收入低于2万元的家庭，可以申请。", [("人均收入", "lt", 20000)]),
        # a list marker, a preposition and the cells before it are no part of the subject
        ("B.个人居住信息登记已满一年。", [("个人居住信息登记", "gteq", 1)]),
        ("因医疗保险缴费年限不足20年需补缴的人员，可以补缴。", [("医疗保险缴费年限", "lt", 20)]),
        ("因病离岗满1年的职工，可以申请。", [("因病离岗", "gteq", 1)]),
        ("12\t年龄\t45周岁以上\t5分\t最高15分", [("年龄", "gteq", 45)]),
        # whose age it is, and who is counted
        ("18周岁以上高等学校在校学生可以申请。", [("高等学校在校学生", "gteq", 18)]),
        ("检查时应当有两名以上卫生监督人员。", [("检查时有卫生监督人员", "gteq", 2)]),
        # sums of several
        ("两段在建且长度之和不超过50公里的道路，列入计划。", [("长度之和", "lteq", 50)]),
        (
            "公寓租期与租房补贴时限累计不超过5年。",
            [("公寓租期与租房补贴时限", "lteq", 5)],
        ),
        # a rate
        (
            "处以每株2万元以上5万元以下的罚款。",
            [("每株罚款", "gteq", 20000), ("每株罚款", "lteq", 50000)],
        ),
        ("处2万元以上5万元以下的罚款。", [("罚款", "gteq", 20000), ("罚款", "lteq", 50000)]),
        # the time until something is full, but for what happens behind it
        ("自办理参保之日起连续缴费满60天内为等待期。", []),
        ("连续缴费满60天后享受待遇。", [("连续缴费", "gteq", 60)]),
        # several, and no number
        ("两个以上行政机关对管辖发生争议的，应当协商。", []),
        ("适用同一事项的两个或者两个以上规定不一致的，应当请示。", []),
        ("有两个以上子女的，给予补助。", [("子女", "gteq", 2)]),
        ("应当确定两个以上课题承接人。", [("确定课题承接人", "gteq", 2)]),
        # which one
        ("同时获得多项荣誉的，选取最高一个等次加分。", []),
        ("每人申报最多一个项目。", [("每人申报项目", "lteq", 1)]),
        ("引进二类新药的，给予奖励。", []),
        # who is given something; what is aimed at
        (
            "对行政村发展民宿达30家以上、床位200张以上且被认定的，给予奖励。",
            [("发展民宿", "gteq", 30), ("床位", "gteq", 200)],
        ),
        ("对接企业达300家以上，对未完成的，给予通报。", [("目标：对接企业", "gteq", 300)]),
    ],
)
def test_a_value_is_of_what_the_sentence_says(
    document_of: Callable[..., Document], sentence: str, expected: list[tuple[str, str, float]]
) -> None:
    assert found(document_of(sentence)) == expected
