"""Times that earn points, let a case go, ask or tell of an ability; and those by which to act."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph.extract import deadlines

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

ISSUED = dt.date(2020, 2, 20)


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("按月领取失业保险金期间，需要个人缴纳医疗保险吗？", []),
        ("按月领取失业保险金期间，应当缴纳医疗保险。", ["recurring"]),
        ("违法行为轻微并及时纠正，没有造成危害后果的，不予处罚。", []),
        ("发现问题应当及时纠正，没有造成危害后果的，通报批评。", ["vague"]),
        ("发现问题应当及时改正，没有整改的，通报批评。", ["vague"]),
        ("从事本专业工作年限计算截止到2020年12月31日。", []),
        ("申报工作截止到2020年12月31日。", ["target"]),
        ("用人单位应当具有按期支付劳动报酬、提供社会保险的能力。", []),
        ("应当按期支付劳动报酬，提高服务能力。", ["vague"]),
        ("联席会议根据工作需要定期或不定期召开。", []),
        ("联席会议应当定期召开。", ["recurring"]),
        ("子女入读公办幼儿园的，每1年积5分。", []),
        ("每年参加志愿服务3次，满1年积10分，满2年积15分。", []),
        ("每月报送工作进展，得5分。", ["recurring"]),
        ("拟补贴人员名单向社会公示5日。", ["period"]),
        ("经公示5日无异议的，发放补贴。", []),
        ("2020年3月至12月，对失业人员发放补助金。", ["period"]),
        ("现将《清理规范的目录》及《事项清单》予以公布，自公布之日起施行。", ["effective"]),
        ("管委会公布名单，自公布之日起执行。", []),
    ],
)
def test_a_time_is_due_only_where_something_is_to_be_done_by_it(
    document_of: Callable[..., Document], sentence: str, kinds: list[str]
) -> None:
    found = deadlines.find(document_of(sentence, issued=ISSUED))
    assert [each.kind.value for each in found] == kinds


def test_months_of_one_year_end_with_the_last_of_them(
    document_of: Callable[..., Document],
) -> None:
    document = document_of("2020年10月至12月，各单位开展自查。", issued=ISSUED)
    assert [each.date for each in deadlines.find(document)] == [dt.date(2020, 12, 31)]
