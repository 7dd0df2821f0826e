from __future__ import annotations

import pytest

from graph.grammar.enactment import find_acts, note_end, read_commencement
from graph.normalise import normalise


def acts(note: str) -> list[tuple[str, str, str]]:
    text = normalise(note).text
    first = int(text.startswith("（"))
    return [
        (act.kind, str(act.date) if act.date else "", act.by)
        for act in find_acts(text, first, len(text))
    ]


NOTES = [
    (
        "（1996年9月28日内某区人民代表大会常务委员会第二十二次会议通过）",
        [("adopted", "1996-09-28", "内某区人民代表大会常务委员会第二十二次会议")],
    ),
    (
        "（某部令第37号　1999年2月24日某部第4次部务会议通过，2004年10月29日某部第9次部务会议修订）",
        [
            ("promulgated", "", "某部令第37号"),
            ("adopted", "1999-02-24", "某部第4次部务会议"),
            ("revised", "2004-10-29", "某部第9次部务会议"),
        ],
    ),
    ("（教育部令第41号 2017年2月4日）", [("promulgated", "2017-02-04", "教育部令第41号")]),
    (
        "(2019年5月8日某市第六届人民代表大会常务委员会第三次会议通过)",
        [("adopted", "2019-05-08", "某市第六届人民代表大会常务委员会第三次会议")],
    ),
    (
        "2016年1月20日　某市第十八届人民代表大会第六次会议通过",
        [("adopted", "2016-01-20", "某市第十八届人民代表大会第六次会议")],
    ),
    (
        "二〇〇四年三月一日县政府第12次常务会议审议通过",
        [("adopted", "2004-03-01", "县政府第12次常务会议")],
    ),
    (
        "2016年3月30日 某省第十二届人民代表大会常务委员会第二十次会议批准",
        [("approved", "2016-03-30", "某省第十二届人民代表大会常务委员会第二十次会议")],
    ),
    (
        "（2023年3月1日某省人民政府令第100号公布　自2023年5月1日起施行）",
        [("promulgated", "2023-03-01", "某省人民政府令第100号"), ("commenced", "2023-05-01", "")],
    ),
    (
        "（2006年7月26日市人大常委会第七次会议通过；2012年6月28日市人大常委会第十六次会议修正）",
        [
            ("adopted", "2006-07-26", "市人大常委会第七次会议"),
            ("amended", "2012-06-28", "市人大常委会第十六次会议"),
        ],
    ),
    (
        "根据2018年9月21日某省人大常委会第五次会议《关于修改〈湖泊条例〉的决定》第一次修正",
        [("amended", "2018-09-21", "《关于修改〈湖泊条例〉的决定》")],
    ),
    (
        "2018年9月21日 某省人大常委会会议关于修改《湖泊条例》等十件法规的决定第二次修正",
        [("amended", "2018-09-21", "关于修改《湖泊条例》等十件法规的决定")],
    ),
    (
        "2004年11月26日 某省人大常委会会议通过的《关于修改〈湖泊条例〉的决定》修正",
        [("amended", "2004-11-26", "《关于修改〈湖泊条例〉的决定》")],
    ),
    (
        "（1991年3月4日国务院令第76号发布 2018年9月6日国务院第23次常务会议修订通过）",
        [
            ("promulgated", "1991-03-04", "国务院令第76号"),
            ("revised", "2018-09-06", "国务院第23次常务会议"),
        ],
    ),
    (
        "1982年12月4日某省人民政府公告公布施行",
        [("promulgated", "1982-12-04", "某省人民政府公告"), ("commenced", "1982-12-04", "")],
    ),
    ("（水利部令第16号）", [("promulgated", "", "水利部令第16号")]),
    (
        "（2009年8月27日中华人民共和国主席令第18号）",
        [("promulgated", "2009-08-27", "主席令第18号")],
    ),
    ("2008年1月1日　施行", [("commenced", "2008-01-01", "")]),
]


@pytest.mark.parametrize(("note", "expected"), NOTES)
def test_a_note_lists_the_acts_that_made_a_regulation(
    note: str, expected: list[tuple[str, str, str]]
) -> None:
    assert acts(note) == expected


@pytest.mark.parametrize("note", [note for note, _ in NOTES])
def test_a_note_is_nothing_but_its_acts(note: str) -> None:
    text = normalise(note).text
    assert note_end(text, 0, len(text)) == len(text)


@pytest.mark.parametrize(
    "line",
    [
        "2019年全市共通过审查方案30件",
        "2018年9月30日前，各县通过验收",
        "（2015年修正）",
        "（征求意见稿）",
        "（某政发〔2010〕5号）",
        "水利部令第16号",
        "2019年5月8日市人大常委会会议通过，各区要认真执行。",
        "根据2018年修订的《预算法》",
        "自本办法公布之日起满三个月未登记的，注销登记",
        "第一条 2019年5月8日市人大常委会会议通过的条例继续有效",
    ],
)
def test_another_line_is_no_note(line: str) -> None:
    text = normalise(line).text
    assert note_end(text, 0, len(text)) < len(text)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2008年5月1日至2013年4月30日施行", "2008-05-01"),
        ("2008年5月1日起至2013年4月30日止执行", "2008-05-01"),
        ("2008年5月1日起施行", "2008-05-01"),
    ],
)
def test_what_is_in_force_for_a_time_is_so_from_its_first_day(words: str, day: str) -> None:
    act = read_commencement(words, 0, len(words))
    assert act is not None
    assert str(act.date) == day
    assert read_commencement("2008年5月1日至2013年4月30日期间的项目", 0, 26) is None


def test_a_commencement_may_be_counted_from_another_day() -> None:
    act = read_commencement("公布之日起满三十日后施行", 0, 12)
    assert act is not None
    assert act.date is None
    assert act.since is not None
    assert (act.since.event, act.since.count, act.since.unit) == ("公布", 30, "日")


@pytest.mark.parametrize("words", ["2019年起施行", "2019年13月1日起施行", "下月起施行"])
def test_without_a_day_nothing_commences(words: str) -> None:
    assert read_commencement(words, 0, len(words)) is None
