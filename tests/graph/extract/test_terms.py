from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph.extract import deadlines

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("2022年前三季度完成投资七成。", [dt.date(2022, 9, 30)]),
        ("明年3月底前完成验收。", [dt.date(2023, 3, 31)]),
        ("次年3月底前报送决算。", [None]),
        ("租赁期届满20日前应当书面通知。", [None]),
        ("到2025年中药材产值达到两亿元。", [dt.date(2025, 12, 31)]),
        ("2025年中完成评估。", [dt.date(2025, 6, 30)]),
        ("需要立即维修的，可以申请使用。", []),
        # which ones, a name, a purpose: nothing is due
        ("凡9月1日以前年满6周岁的儿童均可报名。", []),
        ("上年12月底前登记的企业免于申报。", []),
        ("定期储蓄利率不变，健全定期通报制度。", []),
        ("及时率、准时完成率达到98%。", []),
        ("2023年至2025年负担比例分别为三成、五成。", []),
        ("“年度”指每年1月1日至12月31日。", []),
    ],
)
def test_a_time_is_due_and_does_not_only_tell_which(
    document_of: Callable[..., Document], sentence: str, dates: list[dt.date | None]
) -> None:
    found = deadlines.find(document_of(sentence, issued=dt.date(2022, 4, 10)))
    assert [each.date for each in found] == dates
