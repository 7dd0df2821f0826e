from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import iri, pipeline
from graph.answers.closed import Reason, Reasons
from graph.answers.opening import Gap
from graph.check import check_store
from graph.references import find_reference
from graph.store import open_store
from tests.graph.chain import NATION, PROVINCE, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store import Store

BONDS = "国办发〔2030〕5号 二（七）"
ONE, OTHER = iri.numbered("云政办发〔2030〕18号"), iri.numbered("海政办发〔2030〕20号")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store", write=True) as opened:
        pipeline.add(opened, read(NATION, "nation.txt"))
        pipeline.add(opened, read(PROVINCE, "province.txt"))
        yield opened


def justify(store: Store, because: str, gap: str | None = None, other: str | None = None) -> None:
    pipeline.justify(store, find_reference(store, BONDS), because, gap, other)


def of(store: Store, gap: Gap, *others: str) -> Reason | None:
    return Reasons(store).of(find_reference(store, BONDS).iri, gap, others)


def test_the_reason_that_says_most_counts(store: Store) -> None:
    justify(store, "一般")
    assert of(store, Gap.NO_CHILD, ONE) == Reason("一般", "accepted")
    assert of(store, Gap.NO_DATE) == Reason("一般", "accepted")
    justify(store, "此类", gap=Gap.NO_CHILD)
    assert of(store, Gap.NO_CHILD, ONE) == Reason("此类", "accepted")
    justify(store, "此件", other=ONE)
    assert of(store, Gap.NO_CHILD, ONE) == Reason("此件", "accepted")
    assert of(store, Gap.NO_CHILD, OTHER) == Reason("此类", "accepted")
    assert check_store(store).conforms


def test_a_gap_to_several_documents_is_closed_when_it_is_to_each(store: Store) -> None:
    justify(store, "甲", other=ONE)
    assert of(store, Gap.NO_PARENT, ONE, OTHER) is None
    assert of(store, Gap.NO_DATE) is None
    justify(store, "乙", other=OTHER)
    assert of(store, Gap.NO_PARENT, ONE, OTHER) == Reason("甲；乙", "accepted")


def test_other_words_make_a_reason_suspect(store: Store) -> None:
    justify(store, "由省里发行", other=ONE)
    text = NATION.replace("防范化解债务风险", "严防债务风险")
    pipeline.add(store, read(text, "nation.txt"))
    assert of(store, Gap.NO_CHILD, ONE) == Reason("由省里发行", "suspect")
