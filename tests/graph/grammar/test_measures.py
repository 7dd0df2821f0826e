"""What can be a value says yes of every value, so that a clause without one can be passed over."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.grammar.measures import can_be_value, value_pattern
from ontology import lexicon

_PIECES = (
    *(
        "1,050.5",
        "30",
        "五千万",
        "百分之",
        "千分之七十",
        "三成",
        "半",
        "一",
        "第三方",
        "统一",
        "亿",
    ),
    *(
        "个",
        "元",
        "公里",
        "以上",
        "左右",
        "的",
        "（",
        "、",
        "，",
        "。",
        " ",
        "\n",
        "及以上",
        "之一",
    ),
    *sorted(lexicon.scheme("units"))[::7],
)


@given(st.lists(st.sampled_from(_PIECES), max_size=8).map("".join), st.data())
def test_whatever_is_a_value_can_be_one(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    value = re.compile(value_pattern(), re.VERBOSE)
    if value.search(text, start, end):
        assert can_be_value().search(text, start, end), text[start:end]


@pytest.mark.parametrize(
    "clause",
    ["统一规划、统一建设", "支持第三方评估", "一是加强领导", "进一步提高质量", "党的十八大以来"],
)
def test_a_numeral_that_counts_nothing_is_no_value(clause: str) -> None:
    assert can_be_value().search(clause, 0, len(clause)) is None
