"""What is probable and not sure waits for a reviewer, and nothing rests on it until then."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from graph import pipeline
from graph.answers.gaps import Gap, gaps
from graph.answers.impact import impact
from graph.answers.lineage import lineage
from graph.answers.review_queue import review_queue
from graph.answers.show import show
from graph.answers.stated import leaving_out
from graph.references import find_reference
from graph.reviewing import decisions_on, review
from graph.reviews.recorded import Verdict
from graph.store import open_store
from tests.graph.chain import WAITING_CITY, opened_waiting, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store import Store

TRAVEL, OUTING = "河政办发〔2031〕7号 三", "河政办发〔2031〕7号 四"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("waiting")
    with opened_waiting(folder):
        return folder / "store"


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Iterator[Store]:
    with open_store(shutil.copytree(built, tmp_path / "store"), write=True) as opened:
        yield opened


def waiting(store: Store) -> list[tuple[str, str, float]]:
    return [
        (each.provision, each.parent.partition(" ")[2], each.score) for each in review_queue(store)
    ]


def climbed(store: Store, clause: str) -> list[tuple[str, str]]:
    return [
        (hop.provision, hop.state)
        for hop in lineage(store, find_reference(store, clause))
        if hop.relation == "alignment"
    ]


def decide(store: Store, clause: str, parent: str, verdict: Verdict | None) -> None:
    (found,) = (
        each.iri
        for each in review_queue(store, find_reference(store, clause))
        if each.parent.endswith(f" {parent}")
    )
    review(store, decisions_on(store, [found], verdict))


def without_parent(store: Store) -> list[tuple[str, str, str]]:
    city = find_reference(store, "河政办发〔2031〕7号")
    return [
        (each.provision, each.nearest, each.state)
        for each in gaps(store, city)
        if each.gap == Gap.NO_PARENT
    ]


def test_the_most_probable_comes_first_with_all_that_is_needed_to_decide(store: Store) -> None:
    first, *_ = queue = review_queue(store)
    assert [each[:2] for each in waiting(store)] == [
        ("三", "三（四）"),
        ("三", "三（二）"),
        ("四", "三（四）"),
    ]
    assert [each.score for each in queue] == sorted((e.score for e in queue), reverse=True)
    assert all(0.15 <= each.score < 0.8 and each.state == "to-review" for each in queue)
    assert "设置老年人专座" in first.text
    assert "全面实行老年人免费乘坐" in first.parent_text
    assert first.justification.startswith(f"待核（概率{first.score:.2f}）")
    assert review_queue(store, None, "en")[0].justification.startswith("to be reviewed (")


def test_a_clause_or_document_of_either_side_narrows_the_queue(store: Store) -> None:
    def asked(ref: str) -> list[str]:
        return [each.provision for each in review_queue(store, find_reference(store, ref))]

    assert asked(OUTING) == ["四"]
    assert asked("云政办发〔2030〕18号 三（二）") == ["三"]
    assert asked("云政办发〔2030〕18号") == asked("河政办发〔2031〕7号") == ["三", "三", "四"]
    assert asked("国办发〔2030〕5号") == []


def test_lineage_climbs_over_it_once_it_is_accepted(store: Store) -> None:
    assert climbed(store, TRAVEL) == [("三（四）", "to-review"), ("三（二）", "to-review")]
    decide(store, TRAVEL, "三（四）", Verdict.ACCEPTED)
    assert climbed(store, TRAVEL) == [
        ("三（四）", "matched"),
        ("三（二）", "to-review"),
        ("二（六）", "matched"),
    ]
    assert [each[:2] for each in waiting(store)] == [("三", "三（二）"), ("四", "三（四）")]


def test_what_is_too_improbable_for_a_parent_can_be_accepted_too(store: Store) -> None:
    assert ("四", "三（四）", "to-review") in without_parent(store)
    decide(store, OUTING, "三（四）", Verdict.ACCEPTED)
    assert climbed(store, OUTING) == [("三（四）", "matched"), ("二（六）", "matched")]
    assert [each[0] for each in without_parent(store)] == ["三"]


def test_what_waits_closes_no_gap_and_what_is_accepted_does(store: Store) -> None:
    assert without_parent(store) == [
        ("四", "三（四）", "to-review"),
        ("三", "三（四）", "to-review"),
    ]
    decide(store, TRAVEL, "三（二）", Verdict.ACCEPTED)
    assert [each[0] for each in without_parent(store)] == ["四"]


def test_what_is_rejected_leaves_the_queue_and_is_not_called_probable(store: Store) -> None:
    decide(store, OUTING, "三（四）", Verdict.REJECTED)
    assert "四" not in [each[0] for each in waiting(store)]
    assert ("四", "三（四）", "not-found") in without_parent(store)
    assert climbed(store, OUTING) == []


@pytest.mark.parametrize("verdict", [Verdict.ACCEPTED, Verdict.REJECTED])
def test_adding_the_document_again_keeps_the_decision(store: Store, verdict: Verdict) -> None:
    decide(store, OUTING, "三（四）", verdict)
    before = waiting(store), climbed(store, OUTING), without_parent(store)
    pipeline.remove(store, find_reference(store, "河政办发〔2031〕7号").iri)
    pipeline.add(store, read(WAITING_CITY, "city.txt"))
    assert (waiting(store), climbed(store, OUTING), without_parent(store)) == before
    assert "四" not in [each[0] for each in before[0]]


def test_a_decision_taken_back_lets_it_wait_again(store: Store) -> None:
    before = waiting(store)
    (found,) = (each.iri for each in review_queue(store, find_reference(store, OUTING)))
    review(store, decisions_on(store, [found], Verdict.REJECTED))
    assert waiting(store) != before
    review(store, decisions_on(store, [found], None))
    assert waiting(store) == before


def test_nothing_hangs_on_what_waits_unless_it_is_asked_for(store: Store) -> None:
    buses = find_reference(store, "云政办发〔2030〕18号 三（四）")
    with leaving_out() as those:
        assert "四" not in {each.provision for each in impact(store, buses)}
    assert len(those.to_review) == 2
    with leaving_out(with_unproven=True):
        assert {"三", "四"} <= {each.provision for each in impact(store, buses)}


def test_a_clause_shows_what_corresponds_and_what_may(store: Store) -> None:
    def shown(ref: str) -> list[tuple[str, str]]:
        told = show(store, find_reference(store, ref))
        return [(each.value.split()[1], each.state) for each in told if each.kind == "alignment"]

    assert shown(TRAVEL) == [("三（四）", "to-review"), ("三（二）", "to-review")]
    assert shown("河政办发〔2031〕7号 一") == [("三（一）", "matched")]
    assert shown("河政办发〔2031〕7号") == []
