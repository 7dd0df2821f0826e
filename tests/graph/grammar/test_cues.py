"""A pattern with cues finds what the pattern finds, in any text."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import graph.extract
import graph.grammar
from graph.grammar.cues import Cued, any_of, cued
from graph.grammar.sentences import clauses

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EVERY = 9  # texts of the corpus, of which one is read


def _all_cued() -> Iterator[tuple[str, Cued]]:
    """Yield the patterns with cues of all modules, and those that a function makes."""
    for package in (graph.grammar, graph.extract):
        for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            for name, value in vars(import_module(found.name)).items():
                if isinstance(value, Cued):
                    yield f"{found.name}.{name}", value
                elif getattr(value, "__annotations__", {}) == {"return": "Cued"}:
                    yield f"{found.name}.{name}", value()


CUED = dict(_all_cued())


def _same(each: Cued, text: str, start: int, end: int) -> bool:
    plain = [match.span() for match in each.pattern.finditer(text, start, end)]
    first = each.search(text, start, end)
    found = [match.span() for match in each.finditer(text, start, end)]
    return found == plain and (first.span() if first else None) == (plain[0] if plain else None)


def _assert_same_in_clauses(text: str) -> None:
    for clause in clauses(text, 0, len(text)):
        for name, each in CUED.items():
            assert _same(each, text, clause.start, clause.end), (name, text[clause.start :][:80])


def test_the_patterns_with_cues_are_found() -> None:
    assert "graph.grammar.times.CALENDAR" in CUED
    assert "graph.extract.undated.vague" in CUED


def test_nothing_of_the_sample_is_lost_for_want_of_a_cue() -> None:
    sample = files("graph") / "samples" / "korla-2018-171.txt"
    _assert_same_in_clauses(sample.read_text(encoding="utf-8"))


def test_nothing_of_real_texts_is_lost_for_want_of_a_cue(corpus: Path) -> None:
    for path in sorted(corpus.glob("*.txt"))[::EVERY]:
        _assert_same_in_clauses(path.read_text(encoding="utf-8", errors="replace"))


@pytest.mark.parametrize("name", CUED)
@given(data=st.data())
def test_no_words_of_a_pattern_are_lost_for_want_of_a_cue(name: str, data: st.DataObject) -> None:
    each = CUED[name]
    words = sorted(set(re.findall("[\u4e00-\u9fff]+", each.pattern.pattern)))
    pieces = st.sampled_from([*words, *"0123456789一二十，的了 "])
    text = "".join(data.draw(st.lists(pieces, max_size=12)))
    assert _same(each, text, 0, len(text))


def test_a_match_without_its_cue_is_lost() -> None:
    wrong = cued("(?:于)?每年|逐月", ("每",))
    assert not _same(wrong, "逐月通报", 0, 4)


def test_of_two_cues_the_shorter_is_asked_for() -> None:
    assert any_of(("定期限", "限期", "期限", "限")).pattern == "限"
