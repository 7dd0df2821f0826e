"""The nouns that compute: spans, and where words stand in a file that is no text."""

from __future__ import annotations

import pytest

from graph.model import Anchor, SourceText, Span

ANCHORS = (
    Anchor(Span(0, 10), "page=1&xywh=72,100,300,14"),
    Anchor(Span(11, 20), "page=1&xywh=72,120,300,14"),
    Anchor(Span(21, 30), "page=2&xywh=72,80,300,14"),
)


def _source(anchors: tuple[Anchor, ...]) -> SourceText:
    return SourceText("x" * 30, "a.pdf", "application/pdf", "", "0" * 64, {}, anchors)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(2, 5), [0]),
        (Span(12, 13), [1]),
        (Span(5, 25), [0, 2]),
        (Span(11, 20), [1]),
        (Span(20, 30), [1, 2]),
    ],
)
def test_a_span_is_found_where_its_first_and_last_words_stand(
    span: Span, expected: list[int]
) -> None:
    assert _source(ANCHORS).locators(span) == tuple(ANCHORS[i].locator for i in expected)


def test_plain_text_needs_no_locator() -> None:
    assert _source(()).locators(Span(0, 3)) == ()
