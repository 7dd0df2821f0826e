from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import EmptySource, TooLarge
from graph.model import Span
from graph.sources import transcript
from graph.sources.transcript import Cell, Transcript, lines_of
from tests.work import lines_run


def cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell(((text, ""),) if text else (), columns, rows)


def text_of(rows: list[list[Cell]]) -> list[str]:
    return ["".join(text for text, _ in line) for line in lines_of(rows)]


def test_lines_are_trimmed_and_blank_ones_left_out() -> None:
    written = Transcript("x")
    assert written.write([("　 ", "p1"), ("一、", "p1"), ("总体 ", "p2"), (" ", "p2")]) == Span(
        0, 4
    )
    assert written.write([("　", "p3"), ("", "p3")]) is None
    assert written.write([("\t", ""), ("乙", "p4")]) == Span(5, 7)
    assert written.text() == "一、总体\n\t乙\n"
    assert [(each.span.of(written.text()), each.locator) for each in written.anchors()] == [
        ("一、", "p1"),
        ("总体", "p2"),
        ("乙", "p4"),
    ]


def test_pieces_of_one_place_have_one_anchor() -> None:
    written = Transcript("x")
    written.write([("甲", "p1"), ("乙", "p1")])
    assert [each.span for each in written.anchors()] == [Span(0, 2)]


@given(st.lists(st.lists(st.tuples(st.text(max_size=3), st.sampled_from("ab")), max_size=4)))
def test_every_anchor_stands_on_its_piece(lines: list[list[tuple[str, str]]]) -> None:
    written = Transcript("x")
    for pieces in lines:
        written.write(pieces)
    if not written.anchors():
        with pytest.raises(EmptySource):
            written.text()
        return
    text = written.text()
    for before, after in zip(written.anchors(), written.anchors()[1:], strict=False):
        assert before.span.end <= after.span.start
    for each in written.anchors():
        assert 0 <= each.span.start < each.span.end <= len(text)


def test_a_text_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transcript, "LIMIT", 5)
    written = Transcript("x")
    written.write([("1234", "")])
    with pytest.raises(TooLarge, match=r"^x: "):
        written.write([("5", "")])


def test_merged_cells_keep_the_columns_in_place() -> None:
    rows = [
        [cell("序号", rows=2), cell("责任", columns=2), cell("时限", rows=2)],
        [cell("牵头"), cell("配合")],
        [cell("1"), cell("市公安局"), cell(""), cell("年底")],
        [cell("合计", columns=4)],
    ]
    assert text_of(rows) == ["序号\t责任\t\t时限", "\t牵头\t配合", "1\t市公安局\t\t年底", "合计"]


def test_absurd_spans_are_bounded() -> None:
    assert len(text_of([[cell("甲", columns=10**9, rows=10**9), cell("乙")]])[0]) < 99
    assert text_of([[cell("甲", columns=0, rows=0), cell("乙")]]) == ["甲\t乙"]


def test_the_work_of_merged_cells_grows_with_the_table() -> None:
    def covered(size: int) -> list[list[Cell]]:
        return [[cell("甲", 64, 9999)] * size, *([[cell("乙")]] * size)]

    few, many = (lines_run(partial(lines_of, covered(size))) for size in (50, 200))
    assert many < 8 * few


def test_a_merged_cell_reaches_down_in_a_wide_table() -> None:
    wide = [[cell(str(n), rows=2 if n == 99 else 1) for n in range(120)], [cell("下")] * 119]
    assert text_of(wide)[1].split("\t").index("") == 99
