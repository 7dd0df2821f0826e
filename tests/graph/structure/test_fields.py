from __future__ import annotations

import pytest

from graph.normalise import normalise
from graph.structure.fields import find_fields, names_field, states_fields
from graph.structure.lines import lines_of


def fields(text: str) -> list[tuple[str, str]]:
    folded = normalise(text).text
    found = list(find_fields(list(lines_of(folded)), folded))
    assert all(folded[field.start : field.end] == field.value for field in found)
    return [(field.key, field.value) for field in found if field.key != "other"]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "索引号：\t0001-1\t分类：\t水利\n文 号：\t某水〔2020〕3号\t发布日期：\t2020年4月1日",
            [("number", "某水〔2020〕3号")],
        ),
        (
            "文号：\n\n某水〔2020〕3号 \t发文机构：\n某市水务局\n发文日期：\n2020-03-02 \t索引号：",
            [
                ("number", "某水〔2020〕3号"),
                ("issuer", "某市水务局"),
                ("date-issued", "2020-03-02"),
            ],
        ),
        ("标 题: | 关于保护湖泊的通知 | ||", [("title", "关于保护湖泊的通知")]),
        ("文号 | 某水〔2020〕3号 |", [("number", "某水〔2020〕3号")]),
        ("*文 号：*某水〔2020〕3号", [("number", "某水〔2020〕3号")]),
        ("title: 关于保护湖泊的通知\ndate: 2020-01-02", [("title", "关于保护湖泊的通知")]),
        ("【发文字号】某水〔2020〕3号", [("number", "某水〔2020〕3号")]),
        (
            "发文机关： 某县人民政府 成文日期： 2018-01-02",
            [("issuer", "某县人民政府"), ("date-issued", "2018-01-02")],
        ),
        ("公布机关：某市人民代表大会常务委员会", [("issuer", "某市人民代表大会常务委员会")]),
        # of the site, or without a value
        ("发布机构：某市信息中心\n来源：某网\n发布日期：2020-01-02", []),
        ("文号：\n标题：", []),
    ],
)
def test_the_table_of_a_page_states_fields(table: str, expected: list[tuple[str, str]]) -> None:
    assert fields(table) == expected


@pytest.mark.parametrize(
    "line", ["企业名称登记管理规定", "关于文号编排的通知", "统一名称。标题要求如下"]
)
def test_a_word_without_a_colon_is_no_label(line: str) -> None:
    assert not states_fields(line)
    assert not names_field(line)
