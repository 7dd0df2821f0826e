from __future__ import annotations

import pytest

from graph.structure.lines import lines_of
from graph.structure.signature import find_signature


def signature(text: str, start: int = 0) -> tuple[str | None, str] | None:
    found = find_signature(list(lines_of(text)), text, start)
    if found is None:
        return None
    name, date = found
    assert text[date.start : date.end] == date.text
    if name:
        assert text[name.start : name.end] == name.text
    return (name.text if name else None, date.text)


@pytest.mark.parametrize(
    "text",
    [
        "请认真贯彻执行。\n库尔勒市人民政府办公室\n2018年10月15日\n实施方案",
        "请认真贯彻执行。\n库尔勒市人民政府办公室 2018年10月15日",
        "请认真贯彻执行。库尔勒市人民政府办公室2018年10月15日 一、总体要求",
    ],
)
def test_the_body_stands_before_the_date(text: str) -> None:
    assert signature(text) == ("库尔勒市人民政府办公室", "2018年10月15日")


def test_a_date_alone_is_signed_by_nobody() -> None:
    assert signature("请认真贯彻执行。\n2018年10月15日") == (None, "2018年10月15日")


@pytest.mark.parametrize(
    "text",
    [
        "本办法自2016年1月1日起施行。",
        "重庆市人民政府办公厅2016年5月3日印发",
        "各区县要于2015年6月30日前制定实施办法。",
        "库尔勒市人民政府办公室2018年",
    ],
)
def test_a_date_in_a_sentence_is_no_signature(text: str) -> None:
    assert signature(text) is None


def test_what_stands_before_the_start_is_not_read() -> None:
    text = "市公安局\n2017年1月1日\n请认真贯彻执行。\n库尔勒市人民政府办公室\n2018年10月15日"
    assert signature(text, text.index("请认真")) == ("库尔勒市人民政府办公室", "2018年10月15日")
