from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph.extract import quantities
from graph.extract.written_in import written_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


@pytest.mark.parametrize(
    ("title", "number", "year"),
    [
        ("住房保障发展规划（2016-2020）", None, 2016),
        ("信息化“十三五”规划", None, 2016),
        ("2019年社区党建工作要点", None, 2019),
        ("库尔勒市2011年民政工作折子工程", None, 2011),
        ("关于加强管理的通知", "库政办发〔2017〕8号", 2017),
    ],
)
def test_a_text_without_a_day_is_of_the_year_that_its_number_or_title_tells(
    document_of: Callable[..., Document], title: str, number: str | None, year: int
) -> None:
    found = written_in(document_of("一切照旧。", title=title, number=number))
    assert found == dt.date(year, 1, 1)


@pytest.mark.parametrize("title", ["房屋登记办法", "关于修订1998年会计报表格式的通知"])
def test_a_title_that_tells_no_year_of_its_own_tells_none(
    document_of: Callable[..., Document], title: str
) -> None:
    assert written_in(document_of("一切照旧。", title=title)) is None


def test_what_a_plan_reports_of_the_years_before_it_is_no_target(
    document_of: Callable[..., Document],
) -> None:
    past = "“十二五”期间，全市新开工保障性住房17万套。"
    coming = "“十三五”期间，全市新开工保障性住房17万套。"
    title = "住房保障发展规划（2016-2020）"
    assert not list(quantities.find(document_of(past, title=title)))
    assert list(quantities.find(document_of(coming, title=title)))
