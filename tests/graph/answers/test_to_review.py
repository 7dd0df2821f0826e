"""What must be looked at again, and since which decision and which text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import iri, pipeline
from graph.answers.to_review import to_review
from graph.reviewing import review
from graph.reviews.recorded import Verdict
from tests.graph.chain import NATION, PROVINCE, alignment, decide, opened_pair, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.answers.impact import Impact
    from graph.store import Store

PROVINCE_IRI = iri.numbered("云政办发〔2030〕18号")
LEADS = f"{PROVINCE_IRI}/annex/1/三/（一）/responsibility/1"
MEALS = ("云政办发〔2030〕18号 三（二）", "国办发〔2030〕5号 二（四）")
OTHER_MEALS = "为老年人提供就餐、送餐服务。"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened_pair(tmp_path) as opened:
        yield opened


def file_of(found: Impact) -> str:
    return found.version.partition(" ")[0]


def test_nothing_is_to_be_looked_at_again_at_first(store: Store) -> None:
    review(store, [decide(store, LEADS, Verdict.ACCEPTED)])
    assert to_review(store) == ()


def test_a_clause_of_a_changed_parent_tells_the_text_that_has_other_words(store: Store) -> None:
    pipeline.add(store, read(NATION.replace(OTHER_MEALS, "提供送餐服务。"), "nation-2.txt"))
    (found,) = to_review(store)
    assert (found.state, found.cause, found.decision) == (
        "changed",
        "国办发〔2030〕5号 二（四）",
        "",
    )
    assert file_of(found) == "nation-2.txt"


@pytest.mark.parametrize(("name", "text"), [("nation-2.txt", NATION), ("province-2.txt", PROVINCE)])
def test_a_reviewed_correspondence_tells_which_clause_has_other_words(
    store: Store, name: str, text: str
) -> None:
    review(store, [decide(store, alignment(store, *MEALS), Verdict.ACCEPTED, note="无误")], "王某")
    pipeline.add(store, read(text.replace(OTHER_MEALS, f"{OTHER_MEALS}价格从优。"), name))
    (found,) = to_review(store)
    assert (found.state, found.relation, found.status) == ("reviewed", "alignment", "suspect")
    assert (found.decision, found.note, found.by) == ("accepted", "无误", "王某")
    assert file_of(found) == name


def test_a_finding_tells_the_words_that_were_reviewed(store: Store) -> None:
    review(store, [decide(store, LEADS, Verdict.CORRECTED, "省民政厅配合")], "王某")
    text = PROVINCE.replace("（省民政厅牵头）", "（省医保局牵头）")
    pipeline.add(store, read(text, "province-2.txt"))
    (found,) = to_review(store)
    assert (found.iri, found.relation, found.provision) == (LEADS, "responsibility", "三（一）")
    assert (found.cause, found.state) == ("“（省民政厅牵头）”", "reviewed")
    assert (found.decision, found.correction) == ("corrected", "省民政厅配合")
    assert text[found.start : found.end] == found.quote == "（省医保局牵头）"
    assert file_of(found) == "province-2.txt"
    review(store, [decide(store, LEADS, Verdict.ACCEPTED)])
    assert to_review(store) == ()
