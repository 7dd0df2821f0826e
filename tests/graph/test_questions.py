from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.questions import load

if TYPE_CHECKING:
    from graph.store import Store

QUESTIONS = sorted(file.name.removesuffix(".rq") for file in (files("graph") / "queries").iterdir())
CODE = Path(__file__).parents[2] / "graph"


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_first_line_is_the_question_in_two_languages(name: str) -> None:
    first = load(name).splitlines()[0]
    assert re.fullmatch(r"# .*[\u4e00-\u9fff].*？ \| [A-Z][^\u4e00-\u9fff]*\?", first), first


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_can_be_asked_by_hand(
    sample_store: Store, chain_store: Store, name: str
) -> None:
    assert sample_store.select(load(name)) or chain_store.select(load(name))


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_is_asked_by_an_answer(name: str) -> None:
    rooms = ("answers", "alignments", "reviews", "references")
    files = (path for room in rooms for path in (CODE / room).glob("*.py"))
    code = "".join(path.read_text(encoding="utf-8") for path in (*files, CODE / "outline.py"))
    assert f'"{name}"' in code


def test_a_question_that_no_file_holds_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        load("no-such-question")
