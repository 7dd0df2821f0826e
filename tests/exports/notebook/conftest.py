from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph.answers.deadlines import deadlines
from graph.answers.gaps import gaps
from graph.answers.impact import impact
from graph.answers.lineage import lineage
from graph.answers.responsibility import Duty, responsibility
from graph.answers.rights import rights
from graph.references import find_reference
from tests.exports.page.conftest import HOSTILE
from tests.graph.chain import TEXTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from graph.store import Store


@pytest.fixture(scope="session")
def answers(store: Store) -> Mapping[str, Sequence[object]]:
    """Answers of each kind about the sample."""
    clause = find_reference(store, "171号 三（一）1")
    return {
        "lineage": lineage(store, clause),
        "responsibility": responsibility(store, None, document=clause),
        "rights": rights(store, "宅基地使用权"),
        "deadlines": deadlines(store, document=find_reference(store, "171号")),
        "gaps": gaps(store, find_reference(store, "171号 四（六）")),
        "impact": impact(store, find_reference(store, "国办发〔2016〕72号")),
    }


@pytest.fixture(scope="session")
def duty(answers: Mapping[str, Sequence[object]]) -> Duty:
    """What 市公安局 has to do by 三（一）1."""
    (found,) = answers["responsibility"]
    assert isinstance(found, Duty)
    return found


@pytest.fixture(scope="session")
def attack(duty: Duty) -> Duty:
    return attacked(duty)


def attacked(duty: Duty) -> Duty:
    """A duty in which every text is an attack on the page."""
    return replace(
        duty,
        document=HOSTILE,
        provision=HOSTILE,
        heading=HOSTILE,
        quote=HOSTILE,
        source=HOSTILE,
        agency=HOSTILE,
        as_written=HOSTILE + "1",
        text=HOSTILE,
        rule=HOSTILE,
        groups=(HOSTILE,),
        deadlines=(HOSTILE,),
        event=(HOSTILE,),
        candidates=(HOSTILE,),
    )


@pytest.fixture(scope="session")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A document and its parent, invented."""
    folder = tmp_path_factory.mktemp("pair")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "province.txt", folder / "nation.txt"
