from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.page.wrap import width, wrap

TEXTS = st.text(alphabet="落户农民（一）“三权”，。abc 2018〔〕、;", max_size=60)


@pytest.mark.parametrize(
    ("text", "limit", "lines", "expected"),
    [
        ("库政办发〔2018〕171号", 12, 1, "库政办发〔2018〕171号"),
        ("进一步拓宽落户通道", 5, 2, "进一步拓宽\n落户通道"),
        ("进一步拓宽，落户通道", 5, 2, "进一步拓\n宽，落户…"),
        ("right to a share of collective income", 9, 2, "right to a\nshare of…"),
        ("", 5, 2, ""),
        ("one\n two", 9, 1, "one two"),
    ],
)
def test_words_are_put_into_lines(text: str, limit: float, lines: int, expected: str) -> None:
    assert wrap(text, limit, lines) == expected


def test_a_chinese_character_is_one_em_and_a_digit_is_less() -> None:
    assert width("市公安局") == 4
    assert width("“”") == 2
    assert width("2018") < 3


@given(TEXTS, st.integers(4, 12), st.integers(1, 4))
def test_no_line_is_too_wide_and_there_are_not_too_many(text: str, limit: int, most: int) -> None:
    lines = wrap(text, limit, most).split("\n")
    assert len(lines) <= most
    assert all(width(line) <= limit for line in lines)


@given(TEXTS, st.integers(4, 12))
def test_nothing_is_lost_where_there_is_room(text: str, limit: int) -> None:
    wrapped = wrap(text, limit, 99)
    assert "".join(wrapped.split()) == "".join(text.split())
    assert "…" not in wrapped
