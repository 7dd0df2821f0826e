from __future__ import annotations

import pytest

from graph.normalise import normalise
from graph.normalise.page_numbers import is_page_number


@pytest.mark.parametrize("line", ["12", "第3页的表格", "2018-10-15", "— 4", "第 3 条", "- 一 -"])
def test_a_bare_number_a_date_and_words_are_no_page_number(line: str) -> None:
    assert not is_page_number(line)


@pytest.mark.parametrize("page", ["－ 1 －", "— 4 —", "—4—", "- 12 -", "·3·"])
def test_a_printed_page_number_does_not_cut_a_sentence(page: str) -> None:
    text = f"按照中央关于严格控制特大城市人口规模的要求，严格控\n{page}\n制特大城市人口规模。"
    assert normalise(text).text == (
        "按照中央关于严格控制特大城市人口规模的要求，严格控制特大城市人口规模。"
    )


@pytest.mark.parametrize("page", ["第 3 页", "第 3 页 共 12 页", "Page 3", "# Page 3:"])
def test_a_page_number_in_words_does_not_cut_a_sentence(page: str) -> None:
    text = f"按照中央关于严格控制特大城市人口规模的要求，严格控\n{page}\n制特大城市人口规模。"
    assert normalise(text).text == (
        "按照中央关于严格控制特大城市人口规模的要求，严格控制特大城市人口规模。"
    )


def test_the_number_of_a_row_is_no_page_number() -> None:
    assert (
        normalise("序号\n任务\n责任单位\n1\n健全落户统计体系\n市统计局").text.split("\n")[3] == "1"
    )
