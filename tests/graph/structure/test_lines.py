from __future__ import annotations

import pytest

from graph.structure.lines import is_body_name, is_date, lines_of, salutation


def test_lines_know_their_offsets() -> None:
    text = "一、总体要求\n二、主要目标"
    lines = list(lines_of(text))
    assert [line.text for line in lines] == ["一、总体要求", "二、主要目标"]
    assert all(text[line.start : line.end] == line.text for line in lines)


@pytest.mark.parametrize(
    "name",
    [
        "库尔勒市人民政府办公室",
        "新疆维吾尔自治区人民政府办公厅",
        "国务院办公厅",
        "国家发展改革委",
        "市公安局",
    ],
)
def test_the_name_of_a_public_body_is_one(name: str) -> None:
    assert is_body_name(name)


@pytest.mark.parametrize(
    "text",
    [
        "2018年10月15日",
        "一、总体要求",
        "以人的城镇化为核心，以理念创新为先导。",
        "澳门银河国际娱乐",
        "",
    ],
)
def test_another_line_is_no_name_of_a_body(text: str) -> None:
    assert not is_body_name(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2018年10月15日", True),
        (" 2018年10月15日 ", True),
        ("二〇一二年八月二十一日", True),
        ("2015-02-25", True),
        ("2018年10月", False),
        ("2018年10月15日印发", False),
        ("2019年2月31日前", False),
    ],
)
def test_a_line_that_is_a_day_and_nothing_else_is_a_date(text: str, *, date: bool) -> None:
    assert is_date(text) is date


@pytest.mark.parametrize(
    "address",
    [
        "各乡、镇、场，各街道办事处，市政府各部门，市属各单位：",
        "各省、自治区、直辖市人民政府，国务院各部委、各直属机构：",
        "各区、县（市）人民政府：",
        "市公安局：",
    ],
)
def test_an_address_ends_at_its_colon(address: str) -> None:
    assert salutation(address) == len(address)
    assert salutation(address + "现印发你们，请认真贯彻执行。") == len(address)


@pytest.mark.parametrize(
    "line",
    [
        "责任单位：市公安局",
        "牵头单位：市公安局、市民政局",
        "即：在库尔勒市租赁房屋的人员",
        "文号：库政办发〔2018〕171号",
        "一、总体要求",
    ],
)
def test_another_line_with_a_colon_is_no_address(line: str) -> None:
    assert salutation(line) == 0
