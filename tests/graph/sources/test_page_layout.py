import pytest

from graph.sources.page_layout import Word, sheet
from graph.sources.ruled_table import Rule, grids


def line(text: str, left: float, top: float, size: float = 16.0) -> list[Word]:
    return [
        Word(char, left + n * size, top, left + (n + 1) * size, top + size)
        for n, char in enumerate(text)
    ]


def rows(words: list[Word]) -> list[str]:
    return [row.text for row in sheet(words, 1, 595.0, 842.0).rows]


def test_words_stand_in_lines_whatever_their_order() -> None:
    words = line("一、总体要求", 112, 200) + line("（一）指导思想", 112, 230)
    assert rows(words[::-1]) == ["一、总体要求", "（一）指导思想"]


def test_a_wide_gap_makes_cells() -> None:
    words = line("序号", 80, 200) + line("责任单位", 200, 200) + line("时限", 384, 200)
    assert rows(words) == ["序号\t责任单位\t时限"]


def test_gaps_beside_letters_are_blanks_and_gaps_of_justified_text_are_none() -> None:
    words = line("自", 80, 200) + line("2", 100, 200, 8) + line("0", 108, 200, 8)
    words += line("年", 120, 200) + line("起", 142, 200)
    assert rows(words) == ["自 20 年起"]


def test_superscripts_stay_on_their_line_and_small_print_below_does_not() -> None:
    words = line("户籍", 80, 200) + line("①", 112, 198, 8) + line("制度", 120, 200)
    assert rows(words) == ["户籍①制度"]
    assert rows(words + line("注", 80, 218, 8)) == ["户籍①制度", "注"]


def test_characters_drawn_twice_are_read_once() -> None:
    assert rows(line("总体要求", 80, 200) + line("总体要求", 80.3, 200)) == ["总体要求"]
    assert rows(line("谢谢谢谢", 80, 200)) == ["谢谢谢谢"]


def test_words_inside_a_ruled_table_stand_in_its_rows() -> None:
    across = [Rule(place, 80, 400) for place in (190, 220, 280)]
    down = [Rule(place, 190, 280) for place in (80, 200, 400)]
    words = line("序号", 84, 200) + line("单位", 204, 200) + line("1", 84, 240)
    words += line("市公安局", 204, 230) + line("市财政局", 204, 250) + line("注：无", 80, 300)
    page = sheet(words, 2, 595.0, 842.0, grids(across, down))
    assert [row.text for row in page.rows] == ["序号\t单位", "1\t市公安局市财政局", "注：无"]
    assert page.rows[1].cells[0] == ("1", "page=2&xywh=80,220,120,60")


@pytest.mark.parametrize("words", [[], [Word(" ", 80, 200, 88, 216)]])
def test_pages_without_words_have_no_text(words: list[Word]) -> None:
    assert "".join(rows(words)) == ""
