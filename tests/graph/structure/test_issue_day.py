from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

LETTER = "各乡、镇、场,市政府各部门:\n\n  现印发你们,请认真贯彻执行。\n"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"某市关于优化环境的通知（2023年5月30日）\n{LETTER}", "2023-05-30"),
        ("关于执行《储蓄条例》的若干规定一九九三年一月十二日\n第一条 为规范储蓄。\n", "1993-01-12"),
        ("储蓄管理办法\n1997年7月31日某省人民政府令第26号\n第一条 为规范储蓄。\n", "1997-07-31"),
        ("学生管理规定\n（教育部令第41号2017年2月4日）\n第一条 为规范管理。\n", "2017-02-04"),
        (
            f"某行文件\n某行关于印发《甲办法》的通知\n{LETTER}附件：甲办法二〇〇六年一月二十七日\n",
            "2006-01-27",
        ),
        (f"关于规范处罚的意见\n某法发〔2010〕251号  2010年6月2日\n{LETTER}", "2010-06-02"),
        # days that are not the document's
        ("某市城市规划（2016年至2020年）\n第一条 为规范规划。\n", None),
        (f"关于规范处罚的意见\n某法发〔2010〕251号  2013年6月2日\n{LETTER}", None),
        (f"关于规范处罚的意见\n某法发〔2010〕251号\n2010-06-02\n{LETTER}", None),
        (f"某市关于优化环境的通知\n发布日期：2023-05-30\n{LETTER}", None),
    ],
)
def test_the_day_of_a_document_without_a_signature(
    document_of: Callable[..., Document], text: str, day: str | None
) -> None:
    found = document_of(text).date_issued
    assert (str(found) if found else None) == day


def test_the_day_of_the_signature_comes_before_that_of_the_title(
    document_of: Callable[..., Document],
) -> None:
    text = f"某市关于优化环境的通知（2023年5月30日）\n{LETTER}某市人民政府\n2023年5月29日\n"
    assert str(document_of(text).date_issued) == "2023-05-29"
