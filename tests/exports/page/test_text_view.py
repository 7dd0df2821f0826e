from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exports.page.text_view import Mark, marked_lines

TEXTS = st.text(alphabet="落户农民\n （一）😀", max_size=60)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=8))
def test_marks_cut_the_text_and_change_nothing(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [Mark(start, start + size, "norm") for start, size in spans]
    lines = marked_lines(text, marks, {})
    assert "\n".join("".join(s.words for s in line.segments) for line in lines) == text
    for line in lines:
        for segment in line.segments:
            assert text[segment.start : segment.end] == segment.words
            over = [m for m in marks if m.start < segment.end and segment.start < m.end]
            assert bool(segment.kinds) == bool(over and segment.words)
            assert all(m.start <= segment.start and segment.end <= m.end for m in over)


def test_the_shortest_mark_says_where_a_stretch_leads() -> None:
    marks = [Mark(0, 8, "cited", "long"), Mark(2, 4, "group", "short"), Mark(0, 9, "norm")]
    (line,) = marked_lines("引用的对象在此处等", marks, {})
    assert [(s.words, s.target) for s in line.segments] == [
        ("引用", "long"),
        ("的对", "short"),
        ("象在此处", "long"),
        ("等", ""),
    ]


def test_a_line_knows_the_provision_that_begins_in_it() -> None:
    lines = marked_lines("前言\n  一、总体", [], {5: ("iri", "一")})
    assert [(line.place, line.label) for line in lines] == [("", ""), ("iri", "一")]
