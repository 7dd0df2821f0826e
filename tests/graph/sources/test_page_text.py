import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.sources.page_layout import Word, sheet
from graph.sources.page_text import paragraphs, source_text, without_furniture

WIDTH, HEIGHT = 595.0, 842.0


def line(text: str, left: float, top: float, size: float = 16.0) -> list[Word]:
    return [
        Word(char, left + n * size, top, left + (n + 1) * size, top + size)
        for n, char in enumerate(text)
    ]


def read(*pages: list[list[Word]]) -> str:
    sheets = [
        sheet([word for each in page for word in each], number, WIDTH, HEIGHT)
        for number, page in enumerate(pages, 1)
    ]
    return source_text(sheets, "x", "application/pdf", "").text


FULL = "为加快推进户籍制度改革提高城镇化水平现提出"  # 21 characters: to the right margin
INDENTED = FULL[2:]


def test_the_lines_of_a_paragraph_are_joined() -> None:
    page = [
        line(INDENTED, 112, 200),
        line(FULL, 80, 230),
        line("如下意见。", 80, 260),
        line("一、总体要求", 112, 290),
        line(INDENTED, 112, 320),
        line(INDENTED, 112, 350),
    ]
    assert read(page) == f"{INDENTED}{FULL}如下意见。\n一、总体要求\n{INDENTED}\n{INDENTED}\n"


def test_a_paragraph_goes_on_over_the_page() -> None:
    first = [line(FULL, 80, 700), line(FULL, 80, 730), line("— 1 —", 250, 790)]
    second = [line(FULL, 80, 100), line("完毕。", 80, 130), line("— 2 —", 250, 790)]
    assert read(first, second) == f"{FULL * 3}完毕。\n"


def test_a_title_over_two_lines_stays_two_lines() -> None:
    title = [line("关于印发工作方案", 150, 150, 22), line("的通知", 210, 185, 22)]
    assert read([*title, line(FULL, 80, 250)]) == f"关于印发工作方案\n的通知\n{FULL}\n"


def test_short_lines_are_not_joined_for_want_of_long_ones() -> None:
    assert read([line("各乡镇：", 80, 200), line("二、措施", 80, 230)]) == "各乡镇：\n二、措施\n"


@pytest.mark.parametrize(
    "number", ["- 1 -", "—12—", "3", "第 3 页 共 12 页", "3/12", "iv", "－ 1 －"]
)
def test_page_numbers_at_the_edge_are_left_out(number: str) -> None:
    assert read([line("正文", 80, 400), line(number, 250, 790)]) == "正文\n"
    assert read([line("正文", 80, 400), line(number, 250, 600)]).startswith("正文\n")
    assert len(read([line("正文", 80, 400), line(number, 250, 600)]).splitlines()) == 2


def test_running_heads_are_left_out_and_told() -> None:
    pages = [
        sheet(line("某市人民政府公报", 200, 30) + line(f"第{n}段", 80, 300), n, WIDTH, HEIGHT)
        for n in (1, 2, 3)
    ]
    source = source_text(pages, "x", "application/pdf", "")
    assert source.text == "第1段\n第2段\n第3段\n"
    assert [(w.code, "某市人民政府公报" in w.message) for w in source.warnings] == [
        ("running-heads", True)
    ]


def test_a_line_at_the_edge_of_two_pages_only_is_kept() -> None:
    pages = [sheet(line("同一行字", 200, 30), n, WIDTH, HEIGHT) for n in (1, 2)]
    assert len(without_furniture(pages)[0]) == 2


def test_anchors_name_page_and_box_of_each_line() -> None:
    page = sheet(line(FULL, 80, 200) + line("完。", 80, 230), 3, WIDTH, HEIGHT)
    source = source_text([page], "x", "application/pdf", "")
    assert [(each.span.of(source.text), each.locator) for each in source.anchors] == [
        (FULL, "page=3&xywh=80,200,336,16"),
        ("完。", "page=3&xywh=80,230,32,16"),
    ]


def test_recognised_text_is_told_and_the_unsure_places_are_marked() -> None:
    page = sheet(line("甲乙", 80, 200) + line("丙丁", 80, 260), 1, WIDTH, HEIGHT)
    unsure = {page.rows[1].locator}
    source = source_text([page], "x", "image/*", "", recognised=[1], unsure=unsure)
    assert [(w.code, w.span and w.span.of(source.text)) for w in source.warnings] == [
        ("recognised", None),
        ("unsure", "丙丁"),
    ]


places = st.tuples(st.sampled_from("甲乙丙丁一1a，"), st.integers(0, 560), st.integers(120, 700))


@given(st.lists(places, max_size=60, unique_by=lambda place: (place[1] // 16, place[2] // 40)))
def test_no_character_is_lost_or_made_up(found: list[tuple[str, int, int]]) -> None:
    words = [Word(char, x, y // 40 * 40, x + 16, y // 40 * 40 + 16) for char, x, y in found]
    rows, _ = without_furniture([sheet(words, 1, WIDTH, HEIGHT)])
    text = "".join(piece for pieces in paragraphs(rows, WIDTH / 2) for piece, _ in pieces)
    seen = sorted(text.replace("\t", "").replace(" ", ""))
    drawn = sorted(char for char, _, _ in found)
    assert seen == drawn or len(seen) < len(drawn) <= len(seen) + _twice(found)


def _twice(found: list[tuple[str, int, int]]) -> int:
    """Count characters so near to their like that they are the same one drawn in bold."""
    return sum(
        any(
            a[0] == b[0] and a[2] // 40 == b[2] // 40 and 0 <= a[1] - b[1] < 2
            for b in found
            if b is not a
        )
        for a in found
    )
