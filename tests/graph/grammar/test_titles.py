from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.grammar.titles import LONGEST, find_titles


def titles(text: str) -> list[str]:
    return [text[title.start : title.end] for title in find_titles(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "根据自治区《关于进一步推进我区户籍管理制度改革的实施意见》要求",
            ["《关于进一步推进我区户籍管理制度改革的实施意见》"],
        ),
        (
            "《关于印发〈自治州推动非户籍人口在城市落户实施方案〉的通知》（巴政办发〔2018〕77号）",
            ["《关于印发〈自治州推动非户籍人口在城市落户实施方案〉的通知》"],
        ),
        (
            "《关于转发《实施意见》的通知》和《办法》",
            ["《关于转发《实施意见》的通知》", "《办法》"],
        ),
        ("《居住证暂行条例》《户口登记条例》", ["《居住证暂行条例》", "《户口登记条例》"]),
        ("《未完的标题，根据《意见》要求", ["《意见》"]),
        ("《到句末也不完。《意见》", ["《意见》"]),
        ("根据《到句末也不完。市公安局按照意见》要求", []),
        ("意见》和办法》", []),
        ("《" + "很" * LONGEST + "》", []),
    ],
)
def test_titles_are_read_with_those_inside_them(text: str, found: list[str]) -> None:
    assert titles(text) == found


@given(st.text("《》〈〉。\n意见", max_size=120))
def test_titles_are_closed_and_never_overlap(text: str) -> None:
    end = 0
    for title in find_titles(text, 0, len(text)):
        inner = text[title.start : title.end]
        assert end <= title.start
        assert inner[0] + inner[-1] == "《》"
        assert inner.count("《") == inner.count("》")
        end = title.end


@given(st.lists(st.text("意见办法通知〈〉", min_size=1, max_size=20), max_size=8))
def test_all_titles_of_a_list_are_found(names: list[str]) -> None:
    assert titles("、".join(f"《{name}》" for name in names)) == [f"《{name}》" for name in names]
