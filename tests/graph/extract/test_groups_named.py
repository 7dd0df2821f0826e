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
        # whose equals others are, what something becomes, the wages of others
        ("被征地农民享受与城镇居民统一的公共就业服务。", "城镇居民"),
        ("已转制为企业的科研机构应当办理登记。", "企业"),
        ("落实药品检查员工资福利待遇。", "员工"),
        # how many there are, a way of building, a post
        ("根据村庄和农户数量合理确定编制。", "农户"),
        ("综合运用政府统建和企业自建等方式筹集住房。", "企业"),
        ("规范领导干部企业兼职管理。", "企业"),
        # the end of a longer word
        ("满足新市民租赁住房需求。", "市民"),
        ("支持青年人才安居。", "青年"),
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
        ("满足新市民租赁住房需求。", "新市民"),
        ("保障市民租赁住房需求。", "市民"),
        ("不得招聘没有证明的流动人口育龄妇女。", "育龄妇女"),
        ("解决住房困难家庭住房问题。", "住房困难家庭"),
        ("发展优秀青年医务人员入党。", "青年医务人员"),
        ("鼓励青年参加职业技能培训。", "青年"),
        ("支持青年人才安居。", "青年人才"),
        ("企业应当为员工资助学费。", "企业"),
        ("企业与员工平等协商。", "企业"),
    ],
)
def test_a_group_that_a_clause_is_about_is_read(
    document_of: Callable[..., Document], text: str, group: str
) -> None:
    assert group in {found.group for found in groups.find(document_of(text))}
