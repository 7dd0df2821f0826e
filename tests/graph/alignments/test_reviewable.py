from __future__ import annotations

from typing import TYPE_CHECKING

from graph import iri, pipeline
from graph.alignments import Shelf
from graph.alignments.reviewable import reviewable
from graph.answers.correspondences import all_correspondences
from tests.graph.chain import NATION, PROVINCE, read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.reviews.statement import Statement
    from graph.store import Store

PAIR = iri.pair(iri.numbered("云政办发〔2030〕18号"), iri.numbered("国办发〔2030〕5号"))
MEALS = f"{PAIR}/alignment/annex/1/三/（二）/to/annex/1/二/（四）"


def known(store: Store) -> Mapping[str, Statement]:
    return reviewable(store, Shelf(store, pipeline.read_all), PAIR)


def test_every_alignment_can_be_reviewed(store: Store) -> None:
    found = known(store)
    assert set(found) == {each.iri for each in all_correspondences(store, pair=PAIR)}
    assert found[MEALS].quote.startswith("（二）健全老年助餐服务网络。")
    assert "\n" not in found[MEALS].quote
    assert {each.place for each in found.values()} == {""}


def test_the_fingerprint_has_the_words_of_both_clauses_and_not_their_numerals(
    store: Store,
) -> None:
    before = known(store)[MEALS].fingerprint
    pipeline.add(store, read(PROVINCE.replace("（二）健全", "（九）健全"), "province.txt"))
    moved = MEALS.replace("三/（二）/to", "三/（九）/to")
    assert known(store)[moved].fingerprint == before
    pipeline.add(store, read(NATION.replace("低盐低糖", "低盐"), "nation.txt"))
    ours, theirs = known(store)[moved].fingerprint.split()
    assert ours == before.split()[0]
    assert theirs != before.split()[1]


def test_words_that_are_gone_can_be_reviewed_too(store: Store) -> None:
    training = NATION[NATION.index("（五）加强护理人员") : NATION.index("（六）完善老年人")]
    pipeline.add(store, read(NATION.replace(training, ""), "nation.txt"))
    gone = [each for each in known(store).values() if " -" in each.fingerprint]
    assert [each.quote[:5] for each in gone] == ["（三）加强"]
