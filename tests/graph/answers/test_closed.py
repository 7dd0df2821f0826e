from __future__ import annotations

from typing import TYPE_CHECKING

from graph import iri, pipeline
from graph.answers.closed import Reason, Reasons
from graph.answers.opening import Gap
from graph.check import check_store
from graph.references import find_reference
from tests.graph.chain import NATION, read

if TYPE_CHECKING:
    from graph.store import Store

BONDS = "国办发〔2030〕5号 二（七）"
ONE, OTHER = iri.numbered("云政办发〔2030〕18号"), iri.numbered("海政办发〔2030〕20号")


def justify(store: Store, because: str, gap: str | None = None, other: str | None = None) -> None:
    pipeline.justify(store, find_reference(store, BONDS), because, gap, other)


def of(store: Store, gap: Gap, *others: str) -> Reason | None:
    return Reasons(store).of(find_reference(store, BONDS).iri, gap, others)


def test_the_reason_that_says_most_counts(pair_store: Store) -> None:
    justify(pair_store, "一般")
    assert of(pair_store, Gap.NO_CHILD, ONE) == Reason("一般", "accepted")
    assert of(pair_store, Gap.NO_DATE) == Reason("一般", "accepted")
    justify(pair_store, "此类", gap=Gap.NO_CHILD)
    assert of(pair_store, Gap.NO_CHILD, ONE) == Reason("此类", "accepted")
    justify(pair_store, "此件", other=ONE)
    assert of(pair_store, Gap.NO_CHILD, ONE) == Reason("此件", "accepted")
    assert of(pair_store, Gap.NO_CHILD, OTHER) == Reason("此类", "accepted")
    assert check_store(pair_store).conforms


def test_a_gap_to_several_documents_is_closed_when_it_is_to_each(pair_store: Store) -> None:
    justify(pair_store, "甲", other=ONE)
    assert of(pair_store, Gap.NO_PARENT, ONE, OTHER) is None
    assert of(pair_store, Gap.NO_DATE) is None
    justify(pair_store, "乙", other=OTHER)
    assert of(pair_store, Gap.NO_PARENT, ONE, OTHER) == Reason("甲；乙", "accepted")


def test_other_words_make_a_reason_suspect(pair_store: Store) -> None:
    justify(pair_store, "由省里发行", other=ONE)
    text = NATION.replace("防范化解债务风险", "严防债务风险")
    pipeline.add(pair_store, read(text, "nation.txt"))
    assert of(pair_store, Gap.NO_CHILD, ONE) == Reason("由省里发行", "suspect")
