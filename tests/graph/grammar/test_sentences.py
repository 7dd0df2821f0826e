from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.grammar.sentences import brackets, clauses, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.grammar.sentences import Stretch


def pieces(text: str, stretches: Iterable[Stretch]) -> list[str]:
    return [text[stretch.start : stretch.end] for stretch in stretches]


@pytest.mark.parametrize(
    "parts",
    [
        [
            "坚决取消对外来人口落户设置的“暗门槛”；",
            "不得超过2年。",
            "（市公安局牵头，相关部门配合）",
        ],
        ["六、维护“三权”。", "建立自愿有偿退出机制。”", "落实过渡期政策。"],
        ["即：连续居住满二年（含。补办；补发）的人员，均可申请落户。", "（市公安局牵头）"],
        ["根据《意见。办法》要求，制定本方案。"],
        ["为什么要落户？", "怎样落户！"],
        ["一、总体要求\n", "以人的城镇化为核心。"],
    ],
)
def test_a_full_stop_a_semicolon_or_a_line_end_closes_a_sentence(parts: list[str]) -> None:
    text = "".join(parts)
    assert pieces(text, sentences(text, 0, len(text))) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["有关部门要加快（含补办，补发）进度，", "尽快出台。"],
        ["2018年组织开展中期评估，", "2020年进行总结评估。"],
        ["即：", "在库尔勒市租赁房屋的人员，", "均可申请落户。"],
        ["根据《意见，办法》要求，", "制定本方案。"],
    ],
)
def test_a_comma_or_a_colon_closes_a_clause(parts: list[str]) -> None:
    text = "".join(parts)
    assert pieces(text, clauses(text, 0, len(text))) == parts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("孙子女（外孙子女）和父母", ["（外孙子女）"]),
        ("（各乡镇（场）、街道负责）", ["（各乡镇（场）、街道负责）"]),
        ("〔市级相关部门（单位）牵头〕", ["〔市级相关部门（单位）牵头〕"]),
        ("就（创）业地。（市公安局牵头）", ["（创）", "（市公安局牵头）"]),
        ("（市公安局牵头", []),
        ("市公安局牵头）", []),
        ("《意见》〈办法〉", []),
    ],
)
def test_brackets_are_outermost_and_closed(text: str, found: list[str]) -> None:
    assert pieces(text, brackets(text, 0, len(text))) == found


def test_a_bracket_left_open_long_ago_hides_no_later_one() -> None:
    text = "（" + "完善配套政策" * 100 + "（市公安局牵头）"
    assert pieces(text, brackets(text, 0, len(text))) == ["（市公安局牵头）"]


MARKS = st.text("（）〔〕《》“”。；，：！？\n市局", max_size=80)


@given(MARKS, st.integers(0, 80), st.integers(0, 80))
def test_sentences_and_clauses_cover_the_text_and_never_overlap(
    text: str, one: int, other: int
) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    for split in (sentences, clauses):
        assert "".join(pieces(text, split(text, start, end))) == text[start:end]
        assert all(stretch.start < stretch.end for stretch in split(text, start, end))


@given(MARKS)
def test_brackets_never_overlap_and_begin_and_end_with_their_marks(text: str) -> None:
    end = 0
    for bracket in brackets(text, 0, len(text)):
        assert end <= bracket.start
        assert text[bracket.start] in "（〔"
        assert text[bracket.end - 1] in "）〕"
        end = bracket.end
