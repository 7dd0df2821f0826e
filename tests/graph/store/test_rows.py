from __future__ import annotations

import datetime as dt

import pytest

from graph.errors import QueryError
from graph.store import Row


def test_a_row_is_a_mapping_whose_values_have_kinds() -> None:
    row = Row({"label": "一", "date": None})
    assert dict(row) == {"label": "一", "date": None}
    assert row == {"label": "一", "date": None}
    assert row.one("label", str) == "一"
    assert row.optional("date", dt.date) is None
    with pytest.raises(QueryError, match=r"\?date is unbound"):
        row.one("date", dt.date)
    with pytest.raises(QueryError, match="'一' where a date"):
        row.optional("label", dt.date)
