from __future__ import annotations

import pytest

from graph.extract.made import find_made
from graph.grammar.sentences import Stretch


def made(clause: str) -> list[tuple[str, float, str]]:
    found = find_made(clause, Stretch(0, len(clause)))
    return [(each.subject, each.quantity.value, each.quantity.unit) for each in found]


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("建成6个冷链物流园", [("建成冷链物流园", 6, "个")]),
        ("打造研学线路9条", [("打造研学线路", 9, "条")]),
        ("培育骨干企业15家以上。", [("培育骨干企业", 15, "家")]),
        (
            "新建卫生室5个和养老驿站7个，",
            [("新建卫生室", 5, "个"), ("新建养老驿站", 7, "个")],
        ),
        ("改造4座泵站、12公里堤防", [("改造泵站", 4, "座"), ("改造堤防", 12, "公里")]),
        ("带动就业不少于8000人", [("带动就业", 8000, "人")]),
        ("新增投资20亿元左右", [("新增投资", 2_000_000_000, "元")]),
        ("办好高频事项60项网上办理", []),
        # a verb ends the thing, a list tells which ones, 的目标 is no part of it
        ("招聘50名毕业生充实到乡镇卫生院", [("招聘毕业生", 50, "名")]),
        ("增加200个名额用于招聘教师", [("增加名额", 200, "个")]),
        ("打造稻米、果蔬、水产3个主导产业链", [("打造稻米、果蔬、水产主导产业链", 3, "个")]),
        ("举办12期带头人和村官培训班", [("举办带头人和村官培训班", 12, "期")]),
        ("建成数据中心2个", [("建成数据中心", 2, "个")]),
        ("新建服务站6个", [("新建服务站", 6, "个")]),
        ("遴选确定40个典型案例", [("遴选典型案例", 40, "个")]),
        ("每年培训村医300人", [("每年培训村医", 300, "人")]),
        ("每个县（市、区）至少建设1所托养中心", [("每个县（市、区）建设托养中心", 1, "所")]),
        ("实现高频事项60项网上办理", [("实现高频事项", 60, "项")]),
    ],
)
def test_a_verb_of_making_counts_things(clause: str, found: list[tuple[str, float, str]]) -> None:
    assert made(clause) == found


@pytest.mark.parametrize(
    "clause",
    [
        "建设单位配备安全员3名以上",
        "培训机构教师不少于5名",
        "培训200人以上的机构",
        "建设用地每亩投资不低于300万元",
        "打造一支专业队伍",
        "完成时限为30日",
        "省建设厅）逐步将容量提升至200千瓦",
        "认定的2名以上专家",
        "省建设厅、监察厅对21个市进行检查",
        "实施城乡建设三年行动计划",
        "建成3000平方米以上绿地12块",
        "水稻机械化推广站40个",
        "投放面积5亩以上",
        "实现300米半径内有公园",
        "实施“三支一扶”计划",
        "发展“三个经济”",
        "打造营商环境2.0升级版",
        "出台以下十项举措",
    ],
)
def test_a_verb_in_a_name_or_before_a_measure_makes_nothing(clause: str) -> None:
    assert made(clause) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("建成30座公厕", "建成公厕30座"), ("培育10家以上企业", "培育企业10家以上")],
)
def test_the_number_stands_before_or_behind_the_thing(one: str, other: str) -> None:
    assert made(one) == made(other)
