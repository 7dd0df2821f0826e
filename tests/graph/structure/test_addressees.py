from __future__ import annotations

import pytest

from graph.structure.addressees import addressees
from graph.structure.lines import salutation


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("各区人民政府，市政府各部门：", ["各区人民政府", "市政府各部门"]),
        (
            "各乡、镇、场，各街道办事处，市属各单位：",
            ["各乡、镇、场", "各街道办事处", "市属各单位"],
        ),
        (
            "各省、自治区、直辖市人民政府，国务院各部委、各直属机构：",
            ["各省、自治区、直辖市人民政府", "国务院各部委", "各直属机构"],
        ),
        (
            "各区卫生健康局、财政局，市医保中心：",
            ["各区卫生健康局、财政局", "市医保中心"],
        ),
        (
            "各市（州）、县（市、区）人民政府（行署）：",
            ["各市（州）、县（市、区）人民政府（行署）"],
        ),
        ("市发展改革委、市财政局：", ["市发展改革委", "市财政局"]),
        ("市政府各委、办、局，各有关单位：", ["市政府各委、办、局", "各有关单位"]),
        ("某市环境保护局：", ["某市环境保护局"]),
        ("各小学、幼儿园：", ["各小学、幼儿园"]),
        ("甲省、乙省、丙市水利厅（局）：", ["甲省、乙省、丙市水利厅（局）"]),
        (
            "人力资源社会保障厅、财政厅、市场监管局：",
            ["人力资源社会保障厅", "财政厅", "市场监管局"],
        ),
        ("新疆生产建设兵团建设局、财务局：", ["新疆生产建设兵团建设局、财务局"]),
        (
            "中国信息研究院、人民邮电报社、中国互联网协会：",
            ["中国信息研究院", "人民邮电报社", "中国互联网协会"],
        ),
        ("财政部、国家发展改革委：", ["财政部", "国家发展改革委"]),
        (
            "各区委、区政府，市委、市政府各部委办局，各人民团体：",
            ["各区委、区政府", "市委、市政府各部委办局", "各人民团体"],
        ),
        ("市委各部委，市政府各部门：", ["市委各部委", "市政府各部门"]),
        ("市委、市政府、市人大办公室：", ["市委", "市政府", "市人大办公室"]),
    ],
)
def test_each_addressee_stands_at_its_place(line: str, expected: list[str]) -> None:
    assert salutation(line) == len(line)
    found = list(addressees(line, 0, len(line)))
    assert [each.text for each in found] == expected
    assert [line[each.start : each.end] for each in found] == expected


@pytest.mark.parametrize(
    "line",
    [
        "各阶段任务：",
        "各项要求：",
        "有关事项说明：",
        "申请人应当向下列机构提交材料，包括公安局、法院：",
        "本办法所称主管部门，是指下列单位：",
        "按照职责分工，各部门：",
        "责任单位：市公安局",
        "联系电话：12345",
    ],
)
def test_another_line_addresses_nobody(line: str) -> None:
    assert salutation(line) == 0
