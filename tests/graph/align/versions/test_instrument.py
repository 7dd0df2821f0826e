from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.align.comparison import Kind
from graph.align.versions.instrument import instrument, kind_of, newer_first
from tests.graph.align.versions.conftest import NEWER, OLDER
from tests.graph.chain import CITY, NATION, PROVINCE, read

if TYPE_CHECKING:
    from graph.model import Reading


def titled(title: str, *lines: str) -> Reading:
    return read("\n".join((title, "", "第一条 为了规范管理，制定本办法。", *lines, "")), "x.txt")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("河口市停车办法", "河口市停车办法（试行）"),
        ("河口市停车办法", "河口市停车办法（2015年修正）"),
        ("河口市停车办法（2012年修订）", "河口市停车办法（2019年第二次修正）"),
        ("河口市停车办法", "河口市停车办法（征求意见稿）"),
        ("河口市停车办法（草案二次审议稿）", "河口市停车办法"),
        ("河口市停车办法(修订)", "河口市停车办法"),
        ("河口市停车办法", "河口市人民政府关于印发《河口市停车办法》的通知"),
        ("治安管理处罚法", "中华人民共和国治安管理处罚法"),
        ("河口市停车目录（2019年版）", "河口市停车目录（2022年版）"),
    ],
)
def test_one_instrument_goes_by_one_title(one: str, other: str) -> None:
    assert kind_of(titled(one), titled(other)) is Kind.VERSIONS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("河口市停车办法", "河口市停车场办法"),
        ("河口市停车办法", "河口市停车办法实施细则"),
        ("河口市城市规划（2016-2025年）", "河口市城市规划（2026-2035年）"),
        ("河口市停车若干规定（一）", "河口市停车若干规定（二）"),
        ("河口市停车办法（道路部分）", "河口市停车办法（场库部分）"),
        ("河口市停车暂行办法", "河口市停车办法"),  # nothing says that one replaces the other
    ],
)
def test_other_titles_are_other_instruments(one: str, other: str) -> None:
    assert kind_of(titled(one), titled(other)) is Kind.PARENT


def test_a_trial_is_replaced_by_what_repeals_it() -> None:
    newer = titled(
        "河口市停车办法", "第二条 本办法自2024年8月1日起施行，《河口市停车暂行办法》同时废止。"
    )
    older = titled("河口市停车暂行办法")
    assert kind_of(newer, older) is kind_of(older, newer) is Kind.VERSIONS
    assert newer_first(older, newer) == (newer, older)


def test_what_repeals_another_instrument_is_no_version_of_it() -> None:
    newer = titled(
        "河口市停车办法", "第二条 本办法自2024年8月1日起施行，《河口市洗车办法》同时废止。"
    )
    assert kind_of(newer, titled("河口市洗车办法")) is Kind.PARENT


@pytest.mark.parametrize(("child", "parent"), [(PROVINCE, NATION), (CITY, PROVINCE)])
def test_levels_are_no_versions(child: str, parent: str) -> None:
    assert kind_of(read(child, "c.txt"), read(parent, "p.txt")) is Kind.PARENT


def test_of_two_the_later_one_is_newer() -> None:
    newer, older = read(NEWER, "n.txt"), read(OLDER, "o.txt")
    assert newer_first(newer, older) == newer_first(older, newer) == (newer, older)


def test_two_that_nothing_dates_stand_as_they_are_given() -> None:
    one, other = titled("河口市停车办法"), titled("河口市停车办法（试行）")
    assert newer_first(one, other) == (one, other)
    assert newer_first(other, one) == (other, one)


def test_a_file_called_by_its_year_is_of_that_year() -> None:
    text = "第一条 为了规范管理，制定本法。\n第二条 本法自公布之日起施行。\n"
    older, newer = (read(text, f"某某法{year}.txt") for year in (2012, 2025))
    assert instrument(older.document) == instrument(newer.document) == "某某法"
    assert newer_first(older, newer) == (newer, older)
