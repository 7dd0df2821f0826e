from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph.extract import deadlines
from graph.model import DeadlineKind as Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

ISSUED = dt.date(2020, 4, 1)
Found = tuple[Kind, dt.date | None]


def read(document: Document) -> list[Found]:
    return [(each.kind, each.date) for each in deadlines.find(document)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        # a span of years at the head of a clause, or of days behind a label
        ("2021-2023年，各地要足额安排经费。", [(Kind.PERIOD, dt.date(2023, 12, 31))]),
        (
            "2021～2023年每年培训500人。",
            [(Kind.PERIOD, dt.date(2023, 12, 31)), (Kind.RECURRING, None)],
        ),
        (
            "给予补贴，实施期限为2020年5月1日至12月31日。",
            [(Kind.PERIOD, dt.date(2020, 12, 31))],
        ),
        (
            "申报时间：2020年5月1日至2021年3月15日。",
            [(Kind.PERIOD, dt.date(2021, 3, 15))],
        ),
        # years to come, and a month that an event gives
        ("未抵扣的，可在以后3个纳税年度结转。", [(Kind.PERIOD, None)]),
        ("自批准的次月起发放补助。", [(Kind.ONGOING, None)]),
        # within a year
        ("各地要在2020年内启动改造。", [(Kind.PERIOD, dt.date(2020, 12, 31))]),
        ("今年内完成4个车站改造。", [(Kind.DEADLINE, dt.date(2020, 12, 31))]),
        # a subject between the time and what is due, or before the time
        ("2020年底省人民政府将对各地进行检查。", [(Kind.DEADLINE, dt.date(2020, 12, 31))]),
        ("各地区2020年应安排专项资金。", [(Kind.DEADLINE, dt.date(2020, 12, 31))]),
        ("每 3年开展一次评估。", [(Kind.RECURRING, None)]),
        ("请速确定联系人。", [(Kind.VAGUE, None)]),
        ("限期于六个月内完成搬迁。", [(Kind.PERIOD, None)]),
    ],
)
def test_a_span_a_start_and_a_year_are_read(
    document_of: Callable[..., Document], sentence: str, found: list[Found]
) -> None:
    assert read(document_of(sentence, issued=ISSUED)) == found


@pytest.mark.parametrize(
    "sentence",
    [
        # what is past, or only told
        "2015-2018年，全省累计投入8亿元。",
        "该县也是从2016年起实行统发的试点县。",
        "2021年至2023年负担比例分别为三成、五成。",
        "2020年6月1日起施行的《管理办法》已经印发。",
        # a requirement, a case, a name: nothing is due within it
        "近 3年内未受过行政处罚。",
        "5日内不能答复的，按规定处理。",
        "“两年内次数”均指受到处罚的次数。",
        "毕业5年内的高校毕业生可以申请。",
        "整梯质保期限不少于5年。",
        "单位列入限期整改名单。",
        "健全异地就医即时结算机制。",
        "实现运行数据的及时传送。",
        "在确保待遇按时足额支付的前提下，缓缴保费。",
        "关于保证工资按时发放的机制。",
        # praise, a mean value, and what each year has
        "治理能力持续提升，市场规模持续扩大。",
        "全市平均每天抽检样品300个。",
        "各镇要上报每年的工作任务。",
        # words that an amendment quotes
        "将第三条中的“应当在30日内审查”修改为“应当在20日内审查”。",
    ],
)
def test_what_only_looks_like_a_term_is_none(
    document_of: Callable[..., Document], sentence: str
) -> None:
    assert read(document_of(sentence, issued=ISSUED)) == []


@pytest.mark.parametrize("mark", ["-", "—", "～", "至"])
def test_the_mark_between_two_years_makes_no_difference(
    document_of: Callable[..., Document], mark: str
) -> None:
    found = read(document_of(f"2021{mark}2024年，各地要安排经费。", issued=ISSUED))
    assert found == [(Kind.PERIOD, dt.date(2024, 12, 31))]
