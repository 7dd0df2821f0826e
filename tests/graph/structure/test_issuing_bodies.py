from __future__ import annotations

import pytest

from graph.structure.issuing_bodies import is_issuer, issuers_in


def names(text: str) -> list[str]:
    found = issuers_in(text, 0, len(text))
    for line in found:
        assert "".join(text[line.start : line.end].split()) == line.text
    return [line.text for line in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某市水务局", ["某市水务局"]),
        ("教育部 国家发展改革委 财政部", ["教育部", "国家发展改革委", "财政部"]),
        ("国土资源部、监察部", ["国土资源部", "监察部"]),
        ("中共某省委办公厅\n某省人民政府办公厅", ["中共某省委办公厅", "某省人民政府办公厅"]),
        ("中共中央 国务院", ["中共中央", "国务院"]),
        ("甲局 乙局\n丙局 丁局", ["甲局", "乙局", "丙局", "丁局"]),
        ("某市财政局（盖章）", ["某市财政局"]),
        ("成都市公安局新都区分局", ["成都市公安局新都区分局"]),
        ("成都市公安局 新都区教育局", ["成都市公安局", "新都区教育局"]),
        # nothing between them
        ("教育部国家发展改革委财政部", ["教育部", "国家发展改革委", "财政部"]),
        ("中共中央办公厅国务院办公厅", ["中共中央办公厅", "国务院办公厅"]),
        ("深圳市水务局深圳市财政局", ["深圳市水务局", "深圳市财政局"]),
        ("丙县水务局丙县财政局", ["丙县水务局", "丙县财政局"]),
        ("市水务局市财政局", ["市水务局", "市财政局"]),
        ("国务院财政部办公厅", ["国务院", "财政部办公厅"]),
        ("教育部财政部办公厅", ["教育部", "财政部办公厅"]),
        ("福建省人民政府中国科学院", ["福建省人民政府", "中国科学院"]),
        ("交通运输部广东省人民政府", ["交通运输部", "广东省人民政府"]),
        # one name, whatever it holds
        ("国务院办公厅", ["国务院办公厅"]),
        ("国务院扶贫办综合司", ["国务院扶贫办综合司"]),
        ("教育部办公厅 国务院扶贫办综合司", ["教育部办公厅", "国务院扶贫办综合司"]),
        ("教育部办公厅国务院扶贫办综合司", ["教育部办公厅", "国务院扶贫办综合司"]),
        ("国家税务总局广东省税务局", ["国家税务总局广东省税务局"]),
        ("中国人民银行广州分行", ["中国人民银行广州分行"]),
        ("广州市天河区人民政府天园街道办事处", ["广州市天河区人民政府天园街道办事处"]),
        ("某市城市管理行政执法局", ["某市城市管理行政执法局"]),
        ("教育部教育督导局", ["教育部教育督导局"]),
        ("某省应对疫情\n联防联控机制", ["某省应对疫情联防联控机制"]),
        ("推进“三河一湖”保护领导小组办公室", ["推进“三河一湖”保护领导小组办公室"]),
    ],
)
def test_each_body_is_told_apart(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "各区县人民政府",
        "有关部门",
        "关于印发方案的通知",
        "请认真贯彻执行",
        "某市水务局 2018年10月15日",
        "某市水务局、各有关单位",
        "由某市水务局",
        "",
    ],
)
def test_what_holds_anything_else_names_nobody(text: str) -> None:
    assert names(text) == []


def test_a_bracket_begins_no_name() -> None:
    assert not is_issuer("（水利部")


@pytest.mark.parametrize("name", ["你院", "我局", "贵厅", "该局", "司机", "我省"])
def test_who_is_meant_by_a_pronoun_is_no_name(name: str) -> None:
    assert not is_issuer(name)
