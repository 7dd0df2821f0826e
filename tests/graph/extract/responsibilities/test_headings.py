from __future__ import annotations

import pytest

from graph.extract.responsibilities.headings import find_heading
from graph.model import Form, Role
from graph.normalise import normalise


@pytest.mark.parametrize(
    ("item", "names", "role"),
    [
        ("1.县交通运输局：负责道路运输保障。", ["县交通运输局"], Role.RESPONSIBLE),
        ("（二）市教育局、市财政局：牵头制定具体办法。", ["市教育局", "市财政局"], Role.LEAD),
        ("3.市民政局：配合做好救助工作。", ["市民政局"], Role.SUPPORT),
        ("省公安厅:负责维护现场秩序。", ["省公安厅"], Role.RESPONSIBLE),
        ("省气象局：牵头发布预警信息。", ["省气象局"], Role.LEAD),
        (
            "市卫生健康委、市红十字会：组织开展医疗救护。",
            ["市卫生健康委", "市红十字会"],
            Role.RESPONSIBLE,
        ),
        ("9.卫生部门：负责监测疫情。", ["卫生部门"], Role.RESPONSIBLE),  # by its work
        ("县住建局：主要负责排查房屋安全。", ["县住建局"], Role.RESPONSIBLE),
    ],
)
def test_an_agency_that_heads_an_item_answers_for_it(
    item: str, names: list[str], role: Role
) -> None:
    item = normalise(item).text
    (shares,) = find_heading(item, 0, len(item), "")
    assert [share.name.text for share in shares] == names
    assert {(share.role, share.form) for share in shares} == {(role, Form.ITEM_AGENCY)}
    assert {item[share.start : share.end] for share in shares} == {item[item.index(names[0]) :]}


def test_every_line_of_an_annex_has_its_agency() -> None:
    lines = "附件\n省公安厅：负责维护秩序。\n省民政厅：负责救助安置。\n省气象局：协助做好会商。"
    found = list(find_heading(lines, 0, len(lines), ""))
    assert [(share.name.text, share.role) for shares in found for share in shares] == [
        ("省公安厅", Role.RESPONSIBLE),
        ("省民政厅", Role.RESPONSIBLE),
        ("省气象局", Role.SUPPORT),
    ]


@pytest.mark.parametrize(
    "item",
    [
        "各有关单位：为加强监管，现通知如下。",
        "市政府各部门：《实施方案》已经市政府同意。",
        "市公安局：张三，李四。",
        "责任单位：市公安局",
        "4.卫生部门：疫情监测数据。",
        "1.申请条件：连续居住满二年。",
        "2.工作目标：加快农业转移人口市民化进程。",
        "（三）健全落户统计体系。市统计局：规范统计。",
    ],
)
def test_another_heading_names_nobody(item: str) -> None:
    assert not list(find_heading(item, 0, len(item), ""))


def test_bodies_on_one_line_head_their_own_words_each() -> None:
    text = "市民政局：负责救济。市网信办：负责监测；会同有关部门引导。总工会：指导善后工作。"
    found = list(find_heading(text, 0, len(text), "市"))
    assert [(s.name.full, text[s.start : s.end]) for (s,) in found] == [
        ("市民政局", "市民政局：负责救济。"),
        ("市网信办", "市网信办：负责监测；会同有关部门引导。"),
        ("市总工会", "总工会：指导善后工作。"),
    ]


def test_a_colon_within_a_body_s_words_heads_nothing() -> None:
    text = "市民政局：负责救济。救济标准：按规定执行。联系单位：市财政局。"
    found = list(find_heading(text, 0, len(text), "市"))
    assert [share.name.full for shares in found for share in shares] == ["市民政局"]


def test_several_that_head_sentences_of_one_line_are_read_behind_other_words() -> None:
    text = "职责分工如下。省水利厅：负责水情监测。省应急厅：指导救援工作。省外办：负责涉外事务。"
    found = [share for shares in find_heading(text, 0, len(text), "省") for share in shares]
    assert [share.name.text for share in found] == ["省水利厅", "省应急厅", "省外办"]
    assert text[found[0].start : found[0].end] == "省水利厅：负责水情监测。"


def test_one_that_heads_a_sentence_behind_other_words_is_not_enough() -> None:
    text = "会议指出两点。市水利局：负责水情监测，成绩显著。"
    assert list(find_heading(text, 0, len(text), "市")) == []
