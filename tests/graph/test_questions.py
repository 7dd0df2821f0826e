from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from graph.pipeline import add
from graph.questions import load
from graph.store import open_store
from ontology import measured
from ontology.measured import Measured
from tests.graph.chain import NATION, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Store

QUESTIONS = sorted(file.name.removesuffix(".rq") for file in (files("graph") / "queries").iterdir())
CODE = Path(__file__).parents[2] / "graph"


@pytest.fixture(scope="module")
def twice_read_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of one document in two texts, of which one is kept as a version."""
    with open_store(tmp_path_factory.mktemp("twice") / "store", write=True) as store:
        for text in (NATION, NATION.replace("不得超过5年", "不得超过3年")):
            add(store, read(text, "nation.txt"))
        yield store


@pytest.fixture(scope="module")
def unproven_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of one document, filled when a rule had been found right in half of its findings."""
    figures = MappingProxyType({"group.form": Measured("group.form", 40, 20)})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(measured, "register", lambda: figures)
        with open_store(tmp_path_factory.mktemp("unproven") / "store", write=True) as store:
            add(store, read(NATION, "nation.txt"))
            yield store


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_first_line_is_the_question_in_two_languages(name: str) -> None:
    first = load(name).splitlines()[0]
    assert re.fullmatch(r"# .*[\u4e00-\u9fff].*？ \| [A-Z][^\u4e00-\u9fff]*\?", first), first


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_can_be_asked_by_hand(
    sample_store: Store,
    chain_store: Store,
    twice_read_store: Store,
    unproven_store: Store,
    name: str,
) -> None:
    stores = (sample_store, chain_store, twice_read_store, unproven_store)
    assert any(store.select(load(name)) for store in stores)


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_is_asked_by_an_answer(name: str) -> None:
    rooms = ("answers", "alignments", "reviews", "references")
    files = (path for room in rooms for path in (CODE / room).glob("*.py"))
    alone = (CODE / "outline.py", CODE / "versions.py")
    code = "".join(path.read_text(encoding="utf-8") for path in (*files, *alone))
    assert f'"{name}"' in code


def test_a_question_that_no_file_holds_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        load("no-such-question")
