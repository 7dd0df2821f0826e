"""A group in the name of what others have, of a topic, of a meaning or in a number is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract import groups

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


@pytest.mark.parametrize(
    ("text", "named"),
    [
        # what others have by the name of those it was made for
        ("合作社可按规定享受小微企业扶持政策。", "小微企业"),
        ("养老机构参照小微企业税收优惠执行。", "小微企业"),
        # a topic of research, the meaning of a word, a number, a campaign
        ("2.学生学业质量保障体系的研究与实践", "学生"),
        ("诊疗活动是指对疾病作出判断、帮助患者恢复健康的活动。", "患者"),
        ("家庭人数为两人或者两人以上的，分别计算。", "两人"),
        ("建设市民满意的食品安全城市。", "市民"),
    ],
)
def test_a_group_that_is_only_named_is_none(
    document_of: Callable[..., Document], text: str, named: str
) -> None:
    assert named not in {found.group for found in groups.find(document_of(text))}


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("小微企业享受税收优惠政策。", "小微企业"),
        ("落实小微企业扶持政策。", "小微企业"),
        ("加强学生心理健康的研究。", "学生"),
        ("各校要开展学生学习方式的研究与实践，形成报告。", "学生"),
        ("本办法所称困难职工，是指生活困难的职工。", "职工"),
        ("为患者提供便捷的诊疗活动。", "患者"),
    ],
)
def test_a_group_that_a_clause_is_about_is_read(
    document_of: Callable[..., Document], text: str, group: str
) -> None:
    assert group in {found.group for found in groups.find(document_of(text))}
