"""A group is read by its whole name, and not in the name, the count or the share of something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract import groups

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


def _groups(document: Document) -> list[str]:
    return [found.group for found in groups.find(document)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("全省基本养老保险参保人数达到75万人。", []),
        ("对参保人数据进行核对。", ["参保人员"]),
        ("民营企业融资成本占企业成本的比重下降。", ["民营企业"]),
        ("不得侵占职工合法权益。", ["职工"]),
        ("经村民会议三分之二以上成员同意。", []),
        ("组织村民参加会议。", ["村民"]),
        ("发挥市民公约的积极作用。", []),
        ("属于农民集体所有的土地，应当交还。", []),
        ("维护农民的土地权益。", ["农民"]),
        ("在本市投资设立合伙企业、个人独资企业的积6分。", []),
        ("对在本市投资的企业给予奖励。", ["企业"]),
        ("新市民积分入户卡的格式由市里统一。", []),
        ("向新市民发出积分入户卡。", ["新市民"]),
        ("实施乡村教师支持计划。", []),
        ("支持乡村教师参加培训。", ["乡村教师"]),
        ("试点示范（面向工业企业安全生命周期的公共服务平台建设）。", []),
        ("支持（面向工业企业）服务。", ["企业"]),
    ],
)
def test_what_holds_the_words_of_a_group_is_none(
    document_of: Callable[..., Document], text: str, named: list[str]
) -> None:
    assert _groups(document_of(text)) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("卫生执法人员应当出示证件。", ["卫生执法人员"]),
        ("检查时执法人员不得少于两人。", ["执法人员"]),
        ("房屋出租人应当报告流动人口的情况。", ["出租人", "流动人口"]),
        ("积分制入户申请人员按分值排名。", ["申请人"]),
        ("组织农业劳动者学习科学知识。", ["农业劳动者"]),
        ("保护劳动者的合法权益。", ["劳动者"]),
        ("支持农民技术人员开展推广。", ["农民技术人员"]),
        ("就业援助卡持证人可以申请援助。", []),
        ("居住证应当妥善保管，持证人不得转借。", ["居住证持有人"]),
        ("引导企业成为市场秩序的监督者和维护者。", ["企业"]),
        ("鼓励教师成为志愿者。", ["教师", "志愿者"]),
    ],
)
def test_a_group_has_its_whole_name(
    document_of: Callable[..., Document], text: str, named: list[str]
) -> None:
    assert _groups(document_of(text)) == named
