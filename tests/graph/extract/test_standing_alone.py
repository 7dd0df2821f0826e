from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract import quantities
from graph.model import Condition

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


def names(document: Document) -> list[str]:
    return [
        found.subject if isinstance(found, Condition) else found.measure
        for found in quantities.find(document)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        # a piece of a sentence
        "按照《办法》规定列入失信名单满一年，可以申请修复。",
        "要通过租赁等方式按照每千人口不少于8个托位建设设施。",
        "全区土地出让收益中以不低于10%比例安排资金。",
        "诊室数量扩充至80个以上。",
        # a verb whose object stands behind the number
        "受到六个月以上停止执业处罚的律师，不得担任合伙人。",
        # what is denied
        "对在我区未缴纳满三年社保的人员，给予补贴。",
        # who gets it, or where
        "对符合条件的组织单位和参展企业分别给予不高于2万元的支持，主城区可提高至10万元。",
        "省内单户最高不超过5万元。",
        # a height is no number of things, persons do not last
        "阳台空间高度不低于两个住宅自然层高度。",
        "其余人员累计最长不超过3年。",
        # a place that reaches so far is not measured
        "推进用户变电站出线2公里范围内线路改造。",
        # one half of two; what is not counted in persons
        "两个以上企业或者其他组织可以联合申报。",
        "完善500人以上岛屿交通条件。",
        # what is more than a base, a case of a grant, another rate, a sort of things
        "按标准缴纳，超出优惠标准10元/平方米以上部分即征即返。",
        "超过8000元的定额补助，分两次发放。",
        "增长16-18%或增加10亿元以上的，奖励2万元。",
        "对非本省非营运7座及以下小客车减免费用。",
        # a cell of a table behind the value
        "导向指标 不低于45% 市水利局、市林业局 牵头。",
    ],
)
def test_a_value_whose_name_cannot_be_read_alone_is_not_stated(
    document_of: Callable[..., Document], sentence: str
) -> None:
    assert not {"主城区", "省内单户", "其余人员", "受到"} & set(names(document_of(sentence)))
    assert all(
        not name.endswith(
            (
                "企业",
                "单位",
                "条件",
                "标准",
                "补助",
                "增加",
                "营运",
                "出线",
                "高度",
                "中以",
                "人口",
                "扩充至",
                "名单",
                "局",
            )
        )
        for name in names(document_of(sentence))
    )


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("在我市城镇就业居住5年以上的，可以落户。", "在我市城镇就业居住"),
        ("招用3人以上的，给予奖励。", "招用"),
        ("农村居民大病保险起付线不低于5000元。", "农村居民大病保险起付线"),
        ("财政补助标准每人每年不低于240元。", "财政补助标准每人每年"),
        ("事项平均办结时间缩短40%以上。", "事项平均办结时间缩短"),
        ("法制审核人员不少于本单位执法人员总数的5%。", "法制审核人员"),
        ("海拔超过150米的山地，应当保护。", "海拔"),
        ("学校大门两侧100米范围内不得停车。", "学校大门两侧"),
        ("稳定就业1年以上的，给予补贴。", "稳定就业"),
        ("农村社区不少于80个。", "农村社区"),
        ("70%以上的养老院能够提供医疗服务。", "养老院能够提供医疗服务"),
        ("90%以上的城镇社区和60%以上的农村社区纳入服务网络。", "城镇社区纳入服务网络"),
        ("保障性住房中，80%以上房源面向轮候人群。", "房源面向轮候人群"),
    ],
)
def test_a_name_that_a_reader_understands_alone_is_stated(
    document_of: Callable[..., Document], sentence: str, name: str
) -> None:
    assert name in names(document_of(sentence))
