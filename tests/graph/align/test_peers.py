from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.align import compare, prepare
from graph.align.comparison import Direction
from graph.align.peers import Because, Peers, Value, peers
from tests.graph.chain import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.model import Reading

KINDS = ("condition", "target", "deadline")
HEAD = "{place}人民政府关于推进人才落户工作的意见\n{number}\n\n"
CENTRE = """国务院关于推进人才落户工作的意见
国发〔2030〕7号

一、主要目标。到2035年，全国户籍人口城镇化率达到60%。

二、放宽大中城市落户条件。大城市对缴纳城镇社会保险的年限要求不得超过5年。\
中等城市对缴纳城镇社会保险的年限要求不得超过3年。

三、放宽技能人才落户条件。技能人才在城市连续居住满三年的，可以申请登记常住户口。

四、加强执法。对弄虚作假骗取落户的单位，处一万元以下罚款。
"""
PLACES: Mapping[str, str] = {
    "云岭省": """为贯彻落实《国务院关于推进人才落户工作的意见》（国发〔2030〕7号），制定本意见。

一、主要目标。到2035年，全省户籍人口城镇化率达到55%，常住人口城镇化率达到70%。

二、放宽大中城市落户条件。大城市对缴纳城镇社会保险的年限要求不得超过4年。\
中等城市对缴纳城镇社会保险的年限要求不得超过2年。

三、放宽技能人才落户条件。技能人才在城市连续居住满二年的，可以申请登记常住户口。

四、加强执法。对弄虚作假骗取落户的单位，处五千元以下罚款。
""",
    "海东省": """为贯彻落实《国务院关于推进人才落户工作的意见》（国发〔2030〕7号），制定本意见。

一、主要目标。到2035年，全省常住人口城镇化率达到75%。

二、放宽大中城市落户条件。中等城市对缴纳城镇社会保险的年限要求不得超过1年。

三、放宽技能人才落户条件。技能人才在城市连续居住满一年的，可以申请登记常住户口；\
其父母在城市连续居住满四年的，可以申请登记常住户口。
""",
    "山南省": """为贯彻落实《国务院关于推进人才落户工作的意见》（国发〔2030〕7号），制定本意见。

二、放宽大中城市落户条件。对缴纳城镇社会保险的年限要求不得超过半年。

五、发展渔业。养殖面积不低于300亩的渔场给予补贴。
""",
}


def readings() -> list[Reading]:
    return [
        read(HEAD.format(place=place, number=f"{place[0]}政发〔2031〕{at}号") + text, f"{at}.txt")
        for at, (place, text) in enumerate(PLACES.items(), 1)
    ]


@pytest.fixture(scope="module")
def found() -> Peers:
    parent = prepare(read(CENTRE, "centre.txt"))
    sides = [prepare(reading) for reading in readings()]
    return peers(parent, [(side, compare(side, parent)) for side in sides], KINDS)


def said(found: Peers) -> list[tuple[str, list[str], list[str | None]]]:
    """Return of each row the parent's words, the cases, and the words of each document."""
    rows = []
    for row in found.rows:
        words: list[str | None] = [None] * len(found.documents)
        for value in row.values:
            words[value.document] = found.documents[value.document].quote(value.span)
        parent = found.parent.quote(row.parent) if row.parent else ""
        rows.append((parent, sorted(case for _, case in row.case), words))
    return rows


def test_one_row_is_one_case(found: Peers) -> None:
    caps = [row for row in said(found) if "社会保险" in row[0]]
    assert [({*row[1]} - {"城市"}, [w and w[-4:] for w in row[2]]) for row in caps] == [
        ({"大城市"}, ["超过4年", None, None]),
        ({"中等城市"}, ["超过2年", "超过1年", None]),
    ]


def test_a_value_that_names_no_case_stands_apart(found: Peers) -> None:
    (apart,) = [each for each in found.apart if "半年" in quote(found, each.value)]
    assert apart.because is Because.OTHER_CASE


def quote(found: Peers, value: Value) -> str:
    return found.documents[value.document].quote(value.span)


def test_one_figure_is_not_held_against_another(found: Peers) -> None:
    for _, _, words in said(found):
        figures = {w[: w.find("人口")][-2:] for w in words if w and "城镇化率" in w}
        assert len(figures) <= 1


def test_what_is_asked_of_parents_is_another_case(found: Peers) -> None:
    rows = [words for parent, _, words in said(found) if "连续居住" in parent]
    assert all(not word or "四年" not in word for words in rows for word in words)
    assert any("四年" in quote(found, e.value) for e in found.apart)


def test_a_document_stands_among_its_peers_with_directions(found: Peers) -> None:
    row = next(r for r in found.rows if r.parent and "连续居住" in found.parent.quote(r.parent))
    assert [(v.document, v.value, v.unit) for v in row.values] == [(0, 2, "年"), (1, 1, "年")]
    assert {value.direction for value in row.values} == {Direction.RELAXED}


def test_values_stand_at_their_offsets(found: Peers) -> None:
    for row in found.rows:
        for value in row.values:
            document = found.documents[value.document]
            quote = document.quote(value.span)
            assert document.source.text[value.span.start : value.span.end] == quote


def test_what_carries_out_no_clause_stands_apart(found: Peers) -> None:
    (fish,) = [e for e in found.apart if "300亩" in quote(found, e.value)]
    assert fish.because is Because.NO_CLAUSE


def test_rows_stand_in_the_order_of_the_parent(found: Peers) -> None:
    order = {each.label: each.position for each in found.parent.provisions}
    places = [order[row.clause] for row in found.rows]
    assert places == sorted(places)


def test_several_values_of_one_document_stand_apart() -> None:
    parent = prepare(read(CENTRE, "centre.txt"))
    first = "技能人才在城市连续居住满二年的，可以申请登记常住户口。"
    second = "技能人才在城市连续居住满六年的，可以申请购买共有产权住房，并登记常住户口。"
    head = HEAD.format(place="云岭省", number="云政发〔2031〕1号")
    reading = read(f"{head}三、放宽技能人才落户条件。{first}{second}\n", "x.txt")
    side = prepare(reading)
    told = peers(parent, [(side, compare(side, parent))], KINDS)
    assert not [row for row in told.rows if row.values]
    assert {each.because for each in told.apart} == {Because.SEVERAL}


def test_only_the_kinds_that_are_asked_for() -> None:
    parent = prepare(read(CENTRE, "centre.txt"))
    side = prepare(readings()[0])
    told = peers(parent, [(side, compare(side, parent))], ["target"])
    assert {row.kind for row in told.rows} == {"target"}
