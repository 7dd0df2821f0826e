from __future__ import annotations

import pytest

from graph.structure.lines import lines_of
from graph.structure.orders import find_order


def order(head: str, *, signed: bool = False) -> tuple[str, list[str]] | None:
    found = find_order(list(lines_of(head)), head, frozenset(), signed_by_head=signed)
    return (found.number, [name.text for name in found.issuers]) if found else None


@pytest.mark.parametrize(
    ("head", "number", "issuers"),
    [
        ("中华人民共和国国务院令\n第663号", "国务院令第663号", ["国务院"]),
        ("中华人民共和国水利部令\n第 46 号", "水利部令第46号", ["水利部"]),
        ("某市人民政府令第136号", "某市人民政府令第136号", ["某市人民政府"]),
        ("某市人民政府令\n（第136号）", "某市人民政府令第136号", ["某市人民政府"]),
        (
            "某市第五届人民代表大会常务委员会公告（第一〇四号）",
            "某市第五届人民代表大会常务委员会公告第104号",
            ["某市第五届人民代表大会常务委员会"],
        ),
        ("国家税务总局\n公告\n2023年第3号", "国家税务总局公告2023年第3号", ["国家税务总局"]),
        (
            "国家税务总局某市税务局 某市财政局关于征收事项的公告\n2020年第8号",
            "国家税务总局某市税务局公告2020年第8号",
            ["国家税务总局某市税务局", "某市财政局"],
        ),
        ("某市公安局通告\n2022年第1号", "某市公安局通告2022年第1号", ["某市公安局"]),
        (
            "国家发展和改革委员会\n财政部\n令\n第16号",
            "国家发展和改革委员会令第16号",
            ["国家发展和改革委员会", "财政部"],
        ),
        ("中华人民共和国主席令\n第十八号", "主席令第18号", ["中华人民共和国主席"]),
        (
            "某市人民代表大会常务委员会公告\n〔十五届〕第62号",
            "某市人民代表大会常务委员会公告〔十五届〕第62号",
            ["某市人民代表大会常务委员会"],
        ),
        # the year in brackets, as one bank sets it
        ("中国人民银行公告\n〔2010〕第 17 号", "中国人民银行公告〔2010〕17号", ["中国人民银行"]),
        ("中国人民银行令\n（2019）第3号", "中国人民银行令〔2019〕3号", ["中国人民银行"]),
        (
            "中国人民银行令〔2025〕第12号（受益所有人识别管理办法）",
            "中国人民银行令〔2025〕12号",
            ["中国人民银行"],
        ),
        (
            "中国人民银行 海关总署\n（2008）第3号\n现就进出口事宜公告如下：",
            "中国人民银行公告〔2008〕3号",
            ["中国人民银行", "海关总署"],
        ),
        (
            "某省税务局 某省财政厅关于养老保险费征收事项的公告\n2020年第8号",
            "某省税务局公告2020年第8号",
            ["某省税务局", "某省财政厅"],
        ),
    ],
)
def test_an_order_has_a_number_and_those_who_give_it(
    head: str, number: str, issuers: list[str]
) -> None:
    assert order(head) == (number, issuers)


def test_the_word_may_lack_where_the_head_of_the_body_signs() -> None:
    assert order("某市人民政府\n第178号", signed=True) == (
        "某市人民政府令第178号",
        ["某市人民政府"],
    )
    assert order("某市人民政府\n第178号") is None


@pytest.mark.parametrize(
    "head",
    [
        "某市财政局\n（2008）第3号\n现将有关事项通知如下：",  # no announcement by its words
        "某企业名单\n（2008）第3号\n公告如下：",  # above it stands no body
        "根据中国人民银行令〔2025〕第12号（甲办法）的规定办理",
    ],
)
def test_a_year_in_brackets_makes_no_order_by_itself(head: str) -> None:
    assert order(head) is None


@pytest.mark.parametrize(
    "head",
    [
        "某市人民政府公报\n第12号",
        "某某街道\n第3号",
        "某水〔2020〕3号",
        "关于执行国务院令第663号的通知",
        "关于养老保险费征收事项的公告\n2020年第8号",
    ],
)
def test_another_head_is_of_no_order(head: str) -> None:
    assert order(head) is None
