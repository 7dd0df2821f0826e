"""The cheap question before a predicate is read turns none away."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.responsibilities import phrases, predicates, verbs
from graph.extract.responsibilities.predicates import _said, read_predicate
from ontology import lexicon

if TYPE_CHECKING:
    from pathlib import Path

EVERY = 40  # texts of the corpus, of which one is read
NEAR = 90  # characters of a sentence
_PATTERNS = [
    value.pattern
    for module in (phrases, predicates, verbs)
    for value in vars(module).values()
    if isinstance(value, re.Pattern)
]
WORDS = sorted(
    {word for pattern in _PATTERNS for word in re.findall("[\u4e00-\u9fff]+", pattern)}
    | {
        form
        for key in ("duty", "adverb", "preposition", "verb", "act", "beside")
        for form in lexicon.concepts("agency-words")[key].written
    }
)


def _assert_none_turned_away(text: str) -> None:
    for at in range(len(text)):
        for agent in (False, True):
            plain = _said(text, at, min(len(text), at + NEAR), agent=agent)
            found = read_predicate(text, at, min(len(text), at + NEAR), agent=agent)
            assert found == plain, text[at : at + 20]


def test_no_predicate_of_the_sample_is_turned_away() -> None:
    sample = files("graph") / "samples" / "korla-2018-171.txt"
    _assert_none_turned_away(sample.read_text(encoding="utf-8"))


def test_no_predicate_of_real_texts_is_turned_away(corpus: Path) -> None:
    for path in sorted(corpus.glob("*.txt"))[::EVERY]:
        _assert_none_turned_away(path.read_text(encoding="utf-8", errors="replace"))


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5))
def test_no_predicate_of_the_words_known_is_turned_away(words: list[str]) -> None:
    text = "".join(words)
    for agent in (False, True):
        plain = _said(text, 0, len(text), agent=agent)
        assert read_predicate(text, 0, len(text), agent=agent) == plain


@pytest.mark.parametrize(
    "text", ["应当加强检查", "，应当公示", "2022年底前完成检查", "设在省国土厅，负责日常工作"]
)
def test_what_begins_a_predicate_is_asked_for(text: str) -> None:
    said = read_predicate(text, 0, len(text), agent=True)
    assert said is not None
    assert said == _said(text, 0, len(text), agent=True)
