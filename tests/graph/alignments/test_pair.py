"""Reviews of alignments, as they stand in the graph of a pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import iri, pipeline
from graph.answers.correspondences import all_correspondences
from graph.check import check_store
from graph.references import find_reference
from graph.reviewing import review
from graph.reviews.recorded import Verdict
from tests.graph.chain import NATION, alignment, decide, read

if TYPE_CHECKING:
    from graph.store import Store

CHILD, PARENT = iri.numbered("云政办发〔2030〕18号"), iri.numbered("国办发〔2030〕5号")
CHANGED = NATION.replace("年限要求不得超过5年", "年限要求不得超过3年")
CAPS = ("云政办发〔2030〕18号 三（一）", "国办发〔2030〕5号 二（三）")
TRAINING = NATION[NATION.index("（五）加强护理人员") : NATION.index("（六）完善老年人")]


def status(store: Store, child: str) -> str:
    (found,) = (
        each
        for each in all_correspondences(store, childDocument=CHILD, parentDocument=PARENT)
        if each.provision == child
    )
    return found.status


@pytest.mark.parametrize(
    ("verdict", "stands"),
    [
        (Verdict.ACCEPTED, "accepted"),
        (Verdict.REJECTED, "rejected"),
        (Verdict.CORRECTED, "rejected"),
    ],
)
def test_a_decision_ends_the_suspicion_until_the_next_change(
    store: Store, verdict: Verdict, stands: str
) -> None:
    pipeline.add(store, read(CHANGED, "nation.txt"))
    assert status(store, "三（一）") == "suspect"
    review(store, [decide(store, alignment(store, *CAPS), verdict, "另一条")])
    assert status(store, "三（一）") == stands
    pipeline.add(store, read(CHANGED.replace("不得超过3年", "不得超过4年"), "nation.txt"))
    assert status(store, "三（一）") == "suspect"
    pipeline.add(store, read(CHANGED, "nation.txt"))
    assert status(store, "三（一）") == stands


def test_a_review_makes_what_it_was_not_given_for_suspect_even_at_first(store: Store) -> None:
    review(store, [decide(store, alignment(store, *CAPS), Verdict.REJECTED)])
    pipeline.remove(store, PARENT)  # and with it what was first compared
    pipeline.add(store, read(CHANGED, "nation.txt"))
    assert status(store, "三（一）") == "suspect"
    clause = find_reference(store, CAPS[0])
    pipeline.justify(store, clause, "看过了")
    assert status(store, "三（一）") == "accepted"


def test_what_is_gone_can_be_decided_on(store: Store) -> None:
    pipeline.add(store, read(NATION.replace(TRAINING, ""), "nation.txt"))
    (gone,) = (each for each in all_correspondences(store, childDocument=CHILD) if not each.rank)
    assert gone.status == "suspect"
    review(store, [decide(store, gone.iri, Verdict.ACCEPTED)])
    (gone,) = (each for each in all_correspondences(store, childDocument=CHILD) if not each.rank)
    assert gone.status == "accepted"
    assert check_store(store).conforms


def test_what_was_rejected_stays_in_the_graph_of_the_pair(store: Store) -> None:
    before = all_correspondences(store, childDocument=CHILD, parentDocument=PARENT)
    rejected = before[0].iri
    review(store, [decide(store, rejected, Verdict.REJECTED)])
    after = all_correspondences(store, childDocument=CHILD, parentDocument=PARENT)
    assert {each.iri for each in after} == {each.iri for each in before}
    assert [each.iri for each in after if each.status == "rejected"] == [rejected]
