from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.sources import read_bytes
from graph.sources.page_layout import Page, Word, sheet, sheets
from graph.sources.page_text import source_text
from graph.sources.ruled_table import Rule, grids

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WIDTH, HEIGHT, SIZE, PITCH = 595.0, 842.0, 10.0, 18.0
LEFT, RIGHT, COLUMN = 80.0, 310.0, 20  # edges of two columns, and the characters on their lines

PLAN = tuple(
    "".join(parts)
    for parts in (
        ["二、重点任务"],
        [
            "　　（一）完善居家社区养老服务。新建住宅小区应当按照每百户不少于二十平方米的标准配建",
            "养老服务用房，并与住宅同步规划、同步建设、同步验收、同步交付使用，由市自然资源局会同市民政",
            "局负责落实。",
        ],
        [
            "　　（二）提升机构服务能力。公办养老机构应当优先接收特困人员和经济困难的失能老年人，",
            "不得出租政府投资建设的养老设施；支持医疗机构与养老机构签约合作，市卫生健康局要制定实施细则。",
        ],
        ["三、保障措施"],
        [
            "　　（一）加强组织领导。市民政局要建立联席会议制度，每年向市政府报告工作进展情况；",
            "各镇人民政府要明确专人负责，年度福利彩票公益金用于养老服务的比例不得低于六成，严禁挤占、",
            "挪用养老服务资金。",
        ],
        [
            "　　（二）严格监督检查。市市场监管局要加强对养老机构食品安全、特种设备安全的监管，",
            "建立信用档案。",
        ],
    )
)
READ = "".join(f"{paragraph.strip('　')}\n" for paragraph in PLAN)


def line(text: str, left: float, top: float, size: float = SIZE) -> list[Word]:
    return [
        Word(char, left + n * size, top, left + (n + 1) * size, top + size)
        for n, char in enumerate(text)
        if char != "　"
    ]


def lines(paragraphs: Sequence[str], width: int = COLUMN) -> list[str]:
    return [
        paragraph[at : at + width]
        for paragraph in paragraphs
        for at in range(0, len(paragraph), width)
    ]


def column(texts: Sequence[str], left: float, top: float) -> list[Word]:
    return [word for n, text in enumerate(texts) for word in line(text, left, top + n * PITCH)]


def two(texts: Sequence[str], rows: int, shift: float = 0.0, top: float = 100.0) -> list[Word]:
    return column(texts[:rows], LEFT, top) + column(texts[rows:], RIGHT, top + shift)


def read(*pages: Sequence[Word]) -> str:
    placed = [Page(n, WIDTH, HEIGHT, tuple(words)) for n, words in enumerate(pages, 1)]
    return source_text(sheets(placed), "x", "application/pdf", "").text


def codes(words: Sequence[Word]) -> list[str]:
    source = source_text([sheet(words, 1, WIDTH, HEIGHT)], "x", "application/pdf", "")
    return [warning.code for warning in source.warnings]


@pytest.mark.parametrize("shift", [0.0, 3.0, 7.0, 9.0, -5.0])
@pytest.mark.parametrize("rows", [9, 11, 13, 16])
def test_the_left_column_is_read_before_the_right_one(shift: float, rows: int) -> None:
    words = two(lines(PLAN), rows, shift)
    assert read(words) == READ
    assert codes(words) == []


def test_a_title_over_both_columns_is_read_above_them() -> None:
    title = line("关于印发养老服务提升行动方案的通知", 140, 60, 18.0)
    assert read(title + two(lines(PLAN), 12)) == f"关于印发养老服务提升行动方案的通知\n{READ}"


def test_a_title_between_two_texts_parts_them() -> None:
    title = line("某市人民政府关于加强养老服务工作的意见", 120, 400, 18.0)
    words = two(lines(PLAN), 12) + title + two(lines(PLAN), 12, top=440)
    assert read(words) == f"{READ}某市人民政府关于加强养老服务工作的意见\n{READ}"


def test_a_ruled_table_over_both_columns_parts_them() -> None:
    across = [Rule(place, 80, 510) for place in (400, 420, 440)]
    down = [Rule(place, 400, 440) for place in (80, 300, 510)]
    words = two(lines(PLAN), 12) + two(lines(PLAN), 12, top=460)
    words += line("事项", 90, 405) + line("单位", 310, 405)
    words += line("清淤", 90, 425) + line("县水利局", 310, 425)
    page = sheet(words, 1, WIDTH, HEIGHT, grids(across, down))
    text = source_text([page], "x", "application/pdf", "").text
    assert text == f"{READ}事项\t单位\n清淤\t县水利局\n{READ}"


def test_a_paragraph_goes_on_from_column_to_column_and_from_page_to_page() -> None:
    texts = lines(PLAN)
    assert read(two(texts[:14], 7), two(texts[14:], 6)) == READ


def test_the_last_page_is_set_as_those_before_it() -> None:
    texts = lines(PLAN * 2)
    rest = len(texts) - 33
    assert read(two(texts[:32], 16), two(texts[32:], rest)) == READ * 2
    assert read(two(texts[:32], 16), two(texts[32:], 99)) == READ * 2


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (
            column([f"{n}完成河道清淤疏浚工作" for n in range(9)], LEFT, 100)
            + column(["县水利局", "县财政局", "县自然资源局"] * 3, RIGHT, 100),
            "0完成河道清淤疏浚工作\t县水利局\n",
        ),
        (
            column(["张明华", "李建国", "王小红"] * 3, LEFT, 100)
            + column(["市民政局副局长", "市财政局副局长", "市教育局副局长"] * 3, RIGHT, 100),
            "张明华\t市民政局副局长\n",
        ),
        (
            column(["第一列的内容", "第二列的内容"] * 4, 80, 100)
            + column(["甲市公安局", "乙市财政局"] * 4, 250, 100)
            + column(["六月底前", "年底前"] * 4, 420, 100),
            "第一列的内容\t甲市公安局\t六月底前\n",
        ),
    ],
)
def test_cells_stay_beside_each_other(words: list[Word], text: str) -> None:
    assert read(words).startswith(text)
    assert codes(words) == []


def test_cells_of_several_lines_are_not_read_as_columns() -> None:
    texts = lines(PLAN)[1:4]
    cells = [word for row in range(5) for word in column(texts, LEFT, 100 + row * 80)]
    bodies = [word for n in range(5) for word in line("市民政局、市财政局", RIGHT, 100 + n * 80)]
    assert read(cells + bodies).startswith(f"{texts[0].strip('　')}\t市民政局、市财政局\n")


def test_a_signature_at_the_right_is_no_column() -> None:
    texts = lines(PLAN, 42)
    words = column(texts, LEFT, 100)
    foot = 100 + len(texts) * PITCH
    words += line("某市人民政府办公室", 380, foot + 20) + line("二〇二一年六月", 400, foot + 40)
    assert read(words) == f"{READ}某市人民政府办公室\n二〇二一年六月\n"


def test_a_menu_beside_a_text_is_told() -> None:
    menu = column(["首页", "政务公开", "互动交流", "营商环境"] * 4, LEFT, 100)
    assert codes(menu + column(lines(PLAN)[:16], RIGHT, 100)) == ["columns"]


def test_three_columns_are_read_or_told() -> None:
    texts = lines(PLAN * 2, 13)
    third = len(texts) // 3 + 1
    words = [
        word
        for n, left in enumerate((80, 232, 384))
        for word in column(texts[n * third : (n + 1) * third], left, 100)
    ]
    assert read(words) == READ * 2 or codes(words) == ["columns"]


def test_a_gazette_is_read_from_its_pdf(pdf_of: Callable[..., bytes]) -> None:
    texts = lines(PLAN)
    page = [
        (left, 700 - PITCH * row - shift, SIZE, text.strip("　"))
        if not text.startswith("　")
        else (left + 2 * SIZE, 700 - PITCH * row - shift, SIZE, text.strip("　"))
        for left, shift, part in ((LEFT, 0, texts[:12]), (RIGHT, 7, texts[12:]))
        for row, text in enumerate(part)
    ]
    assert read_bytes(pdf_of(page), "x.pdf").text == READ


places = st.tuples(st.integers(0, 55), st.integers(5, 40), st.sampled_from("甲乙丙丁，。"))


@given(st.lists(places, max_size=200, unique_by=lambda place: place[:2]))
def test_every_word_of_a_page_is_read_once(found: list[tuple[int, int, str]]) -> None:
    words = [Word(c, x * 10.0, y * 18.0, x * 10.0 + 10, y * 18.0 + 10) for x, y, c in found]
    page = sheet(words, 1, WIDTH, HEIGHT)
    text = "".join(row.text for row in page.rows)
    assert sorted(text.replace("\t", "").replace(" ", "")) == sorted(c for _, _, c in found)
